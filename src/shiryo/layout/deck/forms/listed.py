"""Rows as one native table: what a program lists, such as an agenda; each may lead somewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shiryo import pages
from shiryo.inline import plain
from shiryo.layout.deck.forms.rows import Column, Rows, RowStyle
from shiryo.layout.deck.grouping import Object, grouped
from shiryo.layout.deck.look import Look
from shiryo.layout.text.compositor import Compositor
from shiryo.messages import wording
from shiryo.targets import Link
from shiryo.units import Points, Rect

_SINGLE = 1.2
"""What office programs take for single spacing, in em; in tables LibreOffice takes the face's."""


class ListedRows(Rows):
    """Rows of a table with hairlines between; a link lies over the whole of its row."""

    def __init__(
        self,
        look: Look,
        rows: Sequence[Sequence[Column]],
        style: RowStyle,
        name: str,
        links: Sequence[Link | None] = (),
    ) -> None:
        super().__init__(look, rows, style)
        self._name, self._links = name, links or (None,) * len(rows)

    def _measure(self, row: Sequence[Column]) -> tuple[Points, int, int]:
        """Return the height of a row, in which an office program's taller lines have room, too."""
        height, lines, stubs = super()._measure(row)
        setter = self._look.compositor
        tallest = max(
            setter.room(column.paras, column.width).height * _own(column, setter) for column in row
        )
        return max(height, tallest - self._style.pad), lines, stubs

    def place(self, first: int, last: int, frame: Rect) -> Sequence[Object]:
        """Draw the table, and the links over it."""
        pad, y, places = self._pad(first, last, frame), frame.y, list[Rect]()
        for n in range(first, last):
            height = self._measured(n)[0] + 2 * pad
            places.append(Rect(frame.x, y, frame.width, height))
            y += height
        return [
            self._table(first, places, pad),
            *grouped([*self._linked(first, places)], wording("objects.links")),
        ]

    def _pad(self, first: int, last: int, frame: Rect) -> Points:
        need, style = self.need(first, last), self._style
        spare = min(frame.height, need.full) - need.height
        return style.pad + max(spare, 0) / (2 * max(last - first, 1))

    def _table(self, first: int, places: Sequence[Rect], pad: Points) -> pages.Table:
        look, listed, whole = self._look, self._listed(), places[0]
        edges = sorted({column.x for row in self._rows for column in row}) or [0]
        ends = [*edges[1:], whole.width]
        rows = []
        for n, at in enumerate(places, first):
            boxes = self._row(n, at.inset(0, pad), listed)
            there = {c.x: box for c, box in zip(self._rows[n], boxes, strict=True)}
            cells = (
                _cell(Rect(at.x + x, at.y, end - x, at.height), there.get(x))
                for x, end in zip(edges, ends, strict=True)
            )
            rows.append(tuple(cells))
        return pages.Table(
            replace(whole, height=sum(at.height for at in places)),
            tuple(end - x for x, end in zip(edges, ends, strict=True)),
            tuple(at.height for at in places),
            tuple(rows),
            header_rows=0,
            rule=look.colour("rule"),
            rule_width=look.space("rule"),
            head_rule=look.colour("rule"),
            head_rule_width=0,
            alt=self._name,
            name=self._name,
        )

    def _linked(self, first: int, places: Sequence[Rect]) -> Iterator[pages.Shape]:
        for n, at in enumerate(places, first):
            if href := self._links[n]:
                title = next(c for c in self._rows[n] if c.role == "contents").paras[0]
                name = plain(title.text)
                yield pages.Shape(at, name=name, alt=name, href=href)


def _own(column: Column, setter: Compositor) -> float:
    """Return how much taller lines of a table are where the height of the face counts."""
    if not column.paras:
        return 1
    style = column.paras[0].style
    face = setter.fonts.face(style.family, style.weight)
    return (face.ascent - face.descent) / _SINGLE


def _cell(at: Rect, box: pages.Item | None) -> pages.Cell:
    """Return a cell; its text has all room down to the rule: elsewhere its lines may be higher."""
    if not isinstance(box, pages.TextBox):
        return pages.Cell(at, pages.TextBox(at, (), ()))
    frame = box.frame
    return pages.Cell(at, replace(box, frame=replace(frame, height=at.bottom - frame.y)))
