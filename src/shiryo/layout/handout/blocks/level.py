"""What stays level on a page of vertical writing: tables, charts, pictures and large numbers.

Each is set as in a handout of horizontal lines, and stands in a block of its own that takes the
whole length of the lines; it begins at their head. What is higher than they are long goes on in a
second block to the left.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from shiryo import document, inline
from shiryo.layout.handout.blocks import figures, picture, table
from shiryo.layout.handout.setting.atom import Atom, Flow, Part, Piece, join
from shiryo.layout.handout.setting.galley import Galley, words
from shiryo.layout.handout.setting.solid import boxed
from shiryo.pages import Item
from shiryo.pages.turn import Turn
from shiryo.units import Points, Rect
from shiryo.values import dataclass

_SHARES = (0.35, 0.5, 0.65, 0.8)
"""Of the page's width that a table may take: the least in which it is no higher than a line is
long; else all of it."""
_BESIDE_NOTES = 0.85
"""The part of the page that a table leaves to its footnotes."""
_FILL = 0.82
"""How much of a line's length a chart or a picture takes, its caption not counted."""


@dataclass(frozen=True, slots=True)
class Level:
    """A flow that is not turned; an atom is as much of it as a line is long."""

    atoms: tuple[Atom, ...]
    inner: Flow
    parts: tuple[tuple[int, int], ...]
    """Of each atom: the first of the inner flow's, and how many."""
    depth: Points
    """The length of a line."""
    turn: Turn

    def draw(
        self, first: int, tops: Sequence[Points], x: Points, _part: Part = (1, 1)
    ) -> Iterable[Item]:
        """Draw the inner flow as the page will be read."""
        for n, top in enumerate(tops, first):
            at = self.turn.rect(Rect(x, top, self.depth, self.atoms[n].height))
            start, count = self.parts[n]
            atoms = self.inner.atoms[start : start + count]
            heights = [atom.height for atom in atoms[:-1]]
            inner = accumulate(heights, initial=at.y + atoms[0].opening)
            drawn = self.inner.draw(start, list(inner), at.x, (n + 1, len(self.parts)))
            yield from map(self.turn.level, drawn)


def block(galley: Galley, found: document.Block, name: str) -> Iterator[Piece] | None:
    """Return the pieces of a block that is not turned; None for one that is.

    ``name`` is what a table or a figure with a caption is called: 表1.
    """
    match found:
        case document.Table():
            return _levelled(galley, *_table(galley, found, name))
        case document.Chart():
            width = min(_chart_width(galley, found), _room(galley))
            return _levelled(galley, width, picture.drawn(galley.level(width), found, name))
        case document.Image():
            width = _picture_width(galley, found)
            return _levelled(galley, width, picture.image(galley.level(width), found, name))
        case document.Figures():
            return _levelled(galley, *_figures(galley, found))
    return None


def _levelled(galley: Galley, width: Points, pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        yield replace(piece, flow=_level(galley, piece.flow, width))


def _level(galley: Galley, flow: Flow, width: Points) -> Level:
    assert galley.turn
    parts = list(_parted(flow.atoms, galley.width))
    atoms = tuple(
        Atom(width, notes=tuple(n for atom in flow.atoms[a : a + c] for n in atom.notes))
        for a, c in parts
    )
    return Level(atoms, flow, tuple(parts), galley.width, galley.turn)


def _parted(atoms: Sequence[Atom], most: Points) -> Iterator[tuple[int, int]]:
    """Yield stretches of atoms, first and count, that are each no higher than ``most``."""
    first, height = 0, 0.0
    for n, atom in enumerate(atoms):
        if n > first and height + atom.height + atom.closing > most:
            yield first, n - first
            first, height = n, atom.opening
        height += atom.height
    yield first, len(atoms) - first


def _room(galley: Galley) -> Points:
    assert galley.turn
    return galley.turn.room


def _table(galley: Galley, found: document.Table, name: str) -> tuple[Points, list[Piece]]:
    """Return a table in the least width in which it is not too high, and the width."""
    room, trial = _room(galley), replace(galley, problems=[])
    for share in _SHARES:
        pieces = list(table.table(trial.level(share * room), found, name, galley.width))
        height = sum(atom.height for piece in pieces for atom in piece.flow.atoms)
        if height <= galley.width and not trial.problems:
            return share * room, pieces
        trial.problems.clear()
    texts = (found.caption, *found.columns, *(cell for row in found.rows for cell in row))
    if any(map(inline.notes, texts)):
        room *= _BESIDE_NOTES
    return room, list(table.table(galley.level(room), found, name, galley.width))


def _chart_width(galley: Galley, found: document.Chart) -> Points:
    """Return the width of a chart: as its height is, so that little is left blank under it."""
    most = min(_FILL * galley.width, galley.space("image"))
    if found.kind != "bar":
        return most
    size = galley.style("chart").size
    names = max(galley.natural(words(name), "chart") for name in found.categories)
    return min(most, max(names + 12 * size, 3 * size * len(found.categories)))


def _picture_width(galley: Galley, found: document.Image) -> Points:
    width, height = found.size
    high = min(_FILL * galley.width, galley.space("image"))
    return min(high * width / height, _room(galley))


def _figures(galley: Galley, found: document.Figures) -> tuple[Points, list[Piece]]:
    """Return large numbers one under the other."""
    listed = galley.listing()
    width = min(max(figures.width(listed, item) for item in found.items), _room(galley))
    inner = listed.level(width)
    rows = [
        piece for item in found.items for piece in figures.row(inner, document.Figures((item,)))
    ]
    space = galley.space("block")
    whole = boxed(join(rows), lambda _rect: (), 0, 0, width)
    return width, [Piece(whole, space, space)]
