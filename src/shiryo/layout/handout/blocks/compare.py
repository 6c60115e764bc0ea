"""Comparisons: two to four columns side by side, line by line."""

from collections.abc import Iterable, Iterator, Sequence

from shiryo import document
from shiryo.layout.handout.blocks import body
from shiryo.layout.handout.setting.atom import Atom, Flow, Part, Piece, gap, join, stacked
from shiryo.layout.handout.setting.galley import Galley
from shiryo.layout.text.structure import artifact
from shiryo.pages import Item, Shape, TextBox
from shiryo.units import Points, Rect
from shiryo.values import dataclass

_LEAST_EM = 10


@dataclass(frozen=True, slots=True)
class Sides:
    """Columns of flows; an atom is what stands at one height in all of them."""

    atoms: tuple[Atom, ...]
    sides: tuple[tuple[Flow, ...], ...]
    xs: tuple[Points, ...]
    width: Points
    """Of one column."""
    colours: tuple[str, ...]
    rule: Points

    def draw(
        self, first: int, tops: Sequence[Points], x: Points, _part: Part = (1, 1)
    ) -> Iterable[Item]:
        """Return the columns one after the other, each under its rule and title."""
        for flows, left, colour in zip(self.sides, self.xs, self.colours, strict=True):
            top = tops[0] - self.atoms[first].opening
            yield Shape(Rect(x + left, top, self.width, self.rule), fill=colour)
            if first:
                again = flows[0].draw(0, stacked(flows[0], top + self.rule * 3), x + left)
                yield from (artifact(i) if isinstance(i, TextBox) else i for i in again)
            at = 0
            for flow in flows:
                low, high = max(first, at), min(first + len(tops), at + len(flow.atoms))
                if low < high:
                    inner = [
                        top + self.atoms[first + n].height - flow.atoms[first + n - at].height
                        for n, top in enumerate(tops)
                        if low <= first + n < high
                    ]
                    yield from flow.draw(low - at, inner, x + left)
                at += len(flow.atoms)


def compare(galley: Galley, block: document.Compare) -> Iterator[Piece]:
    """Yield the sides of a comparison, each with its title over its items."""
    yield from _sides(galley.listing(), block)


def _sides(galley: Galley, block: document.Compare) -> Iterator[Piece]:
    """Yield the items of the galley's list, in two rows where one is too narrow."""
    if _crowded(galley, block):
        half = (len(block.sides) + 1) // 2
        yield from _sides(galley, document.Compare(block.sides[:half]))
        yield from _sides(galley, document.Compare(block.sides[half:]))
        return
    gap, rule = galley.space("side-gap"), galley.space("side-rule")
    count = len(block.sides)
    columns = Rect(0, 0, galley.width, 0).columns(count, gap)
    inner = galley.within(columns[0].width)
    sides = [tuple(join(_side(inner, side))) for side in block.sides]
    colours = [galley.colour("caution" if s.caution else "accent") for s in block.sides]
    flow = Sides(
        _atoms(sides, rule),
        tuple(sides),
        tuple(c.x for c in columns),
        inner.width,
        tuple(colours),
        rule,
    )
    yield Piece(flow, galley.space("block"), galley.space("block"))


def _crowded(galley: Galley, block: document.Compare) -> bool:
    """Tell whether columns would be so narrow that two rows of them read better."""
    count = len(block.sides)
    width = (galley.width - galley.space("side-gap") * (count - 1)) / count
    return count > 2 and width < _LEAST_EM * galley.style("side").size


def _side(galley: Galley, side: document.Side) -> Iterator[Piece]:
    ink = galley.coloured("caution") if side.caution else galley
    label, text = galley.item()
    title = ink.paragraph((side.title, "side-title"), breaks="ragged", role="label", element=label)
    yield Piece(title, keep_next=True)
    yield from body.items(galley.under(text), side.items, "side", x=0)


def _atoms(sides: Sequence[Sequence[Flow]], rule: Points) -> tuple[Atom, ...]:
    """Return as many atoms as the longest side has; each as high as the highest at its place."""
    titles = max(sum(atom.height for atom in side[0].atoms) for side in sides)
    beside = [[atom for flow in side for atom in flow.atoms] for side in sides]
    made = []
    for n in range(max(len(atoms) for atoms in beside)):
        here = [atoms[n] for atoms in beside if n < len(atoms)]
        over = [gap(atoms[n - 1], atoms[n]) if n else 0 for atoms in beside if n < len(atoms)]
        height = max(a.height + space for a, space in zip(here, over, strict=True))
        height += 0 if n else rule * 3
        made.append(
            Atom(
                height,
                keep=any(a.keep for a in here),
                opening=rule * 3 + titles if n else 0,
                notes=tuple(note for a in here for note in a.notes),
            )
        )
    return tuple(made)
