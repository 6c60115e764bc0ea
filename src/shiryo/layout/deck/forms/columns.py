"""A list of short items in two or three columns, read down one and then down the next."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from shiryo import inline
from shiryo.document import Bullets, Item
from shiryo.japanese import width as display
from shiryo.layout.deck.forms.bullets import BulletForm
from shiryo.layout.deck.forms.form import Need, highest
from shiryo.layout.deck.grouping import Object
from shiryo.layout.deck.look import Look
from shiryo.units import Points, Rect

_ROWS = 3
"""Items that each column has at least."""
_LONG = 0.1
"""Share of the items that may be wider than a column."""
_HANG = 1.5
"""Room for the mark of an item, in em."""


class ColumnForm:
    """Items in columns, about as high as each other; a unit is an item."""

    fills = True

    def __init__(self, block: Bullets, look: Look, width: Points, columns: int) -> None:
        self._gap = look.space("compare-gap")
        places = Rect(0, 0, width, 0).columns(columns, self._gap)
        self._columns = [
            BulletForm(block, look, at.width, column=n, between="item-column")
            for n, at in enumerate(places, 1)
        ]

    @property
    def count(self) -> int:
        """How many items there are."""
        return self._columns[0].count

    def need(self, first: int, last: int) -> Need:
        """Return the room that the highest column takes."""
        needs = [self._columns[0].need(*part) for part in self._parts(first, last)]
        return highest(needs)

    def place(self, first: int, last: int, frame: Rect) -> Sequence[Object]:
        """Draw the columns, the items of all at the same distance from each other."""
        parts, items = self._parts(first, last), list[Object]()
        shown = zip(self._columns, parts, strict=False)
        wide = all(column.is_wide(*part, frame) for column, part in shown)
        places = frame.columns(len(self._columns), self._gap)
        for column, at, (start, end) in zip(self._columns, places, parts, strict=False):
            items += column.draw(start, end, at, wide=wide)
        return items

    def _parts(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return the items of each column: equally many, the last column maybe fewer."""
        rows = -(-(last - first) // len(self._columns))
        ends = [*range(first, last, max(rows, 1)), last]
        return [*pairwise(ends)] or [(first, last)]


def columned(block: Bullets, look: Look, width: Points) -> tuple[ColumnForm, ...]:
    """Return the list in two and in three columns; none where its items are too long or too few."""
    if any(item.items for item in block.items):
        return ()
    longest = sorted(map(_length, block.items))[: ceil(len(block.items) * (1 - _LONG))][-1]
    size, gap = look.type("body").size, look.space("compare-gap")
    return tuple(
        ColumnForm(block, look, width, count)
        for count in (2, 3)
        if len(block.items) >= count * _ROWS
        and (longest + _HANG) * size <= (width + gap) / count - gap
    )


def _length(item: Item) -> float:
    """Return how wide an item is, in em; its note stands under it."""
    said = display.width(inline.plain(item.title)) + display.width(inline.plain(item.text))
    return max(said + bool(item.title), display.width(inline.plain(item.note)))
