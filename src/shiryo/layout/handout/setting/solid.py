"""Things that are drawn in one piece, and boxes drawn around other flows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from shiryo.layout.handout.setting.atom import Atom, Flow, Part
from shiryo.pages import Item
from shiryo.units import Points, Rect
from shiryo.values import dataclass

Draw = Callable[[Rect], Iterable[Item]]
"""Draws something in a rectangle of the page."""


@dataclass(frozen=True, slots=True)
class Solid:
    """A flow of one atom."""

    atoms: tuple[Atom, ...]
    width: Points
    drawing: Draw

    def draw(
        self, first: int, tops: Sequence[Points], x: Points, _part: Part = (1, 1)
    ) -> Iterable[Item]:
        """Draw it."""
        return self.drawing(Rect(x, tops[0], self.width, self.atoms[first].height))


def solid(height: Points, width: Points, drawing: Draw, notes: tuple[int, ...] = ()) -> Solid:
    """Return the flow of a drawing."""
    return Solid((Atom(height, notes=notes),), width, drawing)


@dataclass(frozen=True, slots=True)
class Boxed:
    """Flows under each other with a box drawn around what stands in one column."""

    atoms: tuple[Atom, ...]
    inner: tuple[Flow, ...]
    starts: tuple[int, ...]
    """Number of the first atom of each inner flow."""
    around: Draw
    x: Points
    """Padding at the left."""
    y: Points
    """Padding above and below."""
    width: Points

    def draw(
        self, first: int, tops: Sequence[Points], x: Points, _part: Part = (1, 1)
    ) -> Iterable[Item]:
        """Draw the box, then what stands in it."""
        last = first + len(tops) - 1
        tops = [tops[0] + (self.y if first == 0 else 0), *tops[1:]]
        bottom = tops[-1] + self.atoms[last].height - (self.y if last == 0 else 0)
        bottom += 0 if last == len(self.atoms) - 1 else self.atoms[last].closing
        top = tops[0] - (self.atoms[first].opening if first else self.y)
        yield from self.around(Rect(x, top, self.width, bottom - top))
        for flow, start in zip(self.inner, self.starts, strict=True):
            low, high = max(first, start), min(last + 1, start + len(flow.atoms))
            if low < high:
                yield from flow.draw(low - start, tops[low - first : high - first], x + self.x)


def boxed(flows: Sequence[Flow], around: Draw, x: Points, y: Points, width: Points) -> Boxed:
    """Draw ``around`` behind ``flows``, which are set ``2 * x`` points narrower than ``width``."""
    atoms: list[Atom] = []
    starts: list[int] = []
    for flow in flows:
        starts.append(len(atoms))
        atoms += flow.atoms
    atoms = [
        replace(atom, opening=atom.opening + y, closing=atom.closing + y, seat=False)
        for atom in atoms
    ]
    atoms[0] = replace(atoms[0], height=atoms[0].height + y, opening=0, before=0)
    atoms[-1] = replace(atoms[-1], height=atoms[-1].height + y, closing=0, after=0)
    return Boxed(tuple(atoms), tuple(flows), tuple(starts), around, x, y, width)
