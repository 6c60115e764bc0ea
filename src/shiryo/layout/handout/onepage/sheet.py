"""One page tried: a handout at one size of type, in so many columns, each section in a box."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from shiryo import document, pages
from shiryo.layout.handout.blocks import boxes, head
from shiryo.layout.handout.blocks.blocks import Setter
from shiryo.layout.handout.breaking.breaker import Breaker, Cursor
from shiryo.layout.handout.breaking.columns import Column, Frame, overfull
from shiryo.layout.handout.breaking.foot import NotePart
from shiryo.layout.handout.breaking.footnotes import Footnotes
from shiryo.layout.handout.furniture.paged import anchors, items
from shiryo.layout.handout.onepage.spread import end, spread
from shiryo.layout.handout.setting.atom import Flow, Piece, join
from shiryo.layout.handout.setting.galley import Galley, galley
from shiryo.layout.handout.setting.references import numbered
from shiryo.layout.handout.setting.solid import boxed
from shiryo.targets import Name
from shiryo.template.model import Theme
from shiryo.typeset.fonts import Fonts
from shiryo.units import Points, Rect
from shiryo.values import dataclass

_FULL = 0.85
"""The share of the page from which text is spread down to its foot."""
_TALLEST = 0.5
"""The share of the page that a row of a table may take."""


@dataclass(frozen=True)
class Sheet:
    """A handout on one page, whether it fits or not."""

    handout: document.Handout
    theme: Theme
    """Its types and spaces at the size that is tried."""
    fonts: Fonts
    columns: int

    @cached_property
    def paper(self) -> Rect:
        """The page."""
        return self.theme.handout.papers[self.handout.paper].page

    @cached_property
    def area(self) -> Rect:
        """What may be set on."""
        look = self.theme.handout
        return look.papers[self.handout.paper].area(look.onepage.margins)

    @cached_property
    def galley(self) -> Galley:
        """What sets text over the whole width."""
        return galley(self.theme, self.handout.labels, self.fonts, self.area.width)

    @cached_property
    def notes(self) -> Footnotes:
        """The footnotes, at the feet of the columns."""
        made = Footnotes(self.galley.within(self._frames[0].width))
        return made.worded(numbered(self.handout).word(self._pages))

    @property
    def _pages(self) -> dict[Name, int]:
        """Everything that has a name is on page 1."""
        return dict.fromkeys(numbered(self.handout).names, 1)

    @cached_property
    def _over(self) -> Column:
        """Title, message and main points, over the whole width; higher than the page if need be."""
        pieces = [*head.title_block(self.galley, self.handout), *self._message()]
        points, beside = self.handout.summary, self.columns > 1
        pieces += boxes.summary(self.galley, points, beside=beside)
        endless = replace(self.area, height=math.inf)
        return Breaker(join(pieces), _NoNotes()).column(Cursor(), Frame(0, endless))[0]

    def _message(self) -> Iterator[Piece]:
        """Yield the one claim, in a band of accent."""
        if not self.handout.message:
            return
        pad = self.galley.space("band")
        inner = self.galley.within(self.area.width - 2 * self.galley.space("box-x"))
        flow = inner.plain_links().paragraph(
            (self.handout.message, "band"), role="message", breaks="phrase", align="center"
        )

        def around(rect: Rect) -> Iterable[pages.Item]:
            yield pages.Shape(rect, fill=self.galley.colour("accent"))

        box = boxed(join([Piece(flow)]), around, self.galley.space("box-x"), pad, self.area.width)
        yield Piece(box, self.galley.space("front"), self.galley.space("front"))

    @cached_property
    def _called_over(self) -> tuple[NotePart, ...]:
        """The notes called over the columns, which stand at the foot of the first of them."""
        numbers = (part.number for part in self._over.notes)
        return tuple(NotePart(n, 0, self.notes.lines(n)) for n in numbers)

    @cached_property
    def _frames(self) -> tuple[Rect, ...]:
        gap = self.galley.space("front")
        room = self.area.below(self._over.bottom + gap - self.area.y)
        return room.columns(self.columns, self.galley.space("column-gap"))

    @cached_property
    def _body(self) -> list[Flow]:
        """The sections, each in a box."""
        pad = self.galley.space("box-x")
        width = self._frames[0].width - 2 * pad
        inner = replace(self.galley, width=width, full=width)  # Nothing stands over two boxes.
        numbers = numbered(self.handout)
        setter = Setter(inner, self.area.height * _TALLEST, numbers)
        found = list[list[Piece]]()
        for piece in setter.sections(self.handout.sections, self._pages):
            stays = replace(piece, listed=False, floats=None, sinks=False)
            if any(mark.head for mark in piece.marks):
                found.append([stays])
            else:
                found[-1].append(stays)
        gap = self.galley.space("between")
        return join(Piece(self._box(pieces, inner), gap, gap) for pieces in found)

    def _box(self, pieces: Sequence[Piece], inner: Galley) -> Flow:
        """Return a section in a thin frame, its heading on a bar of tint."""
        x, y = self.galley.space("box-x"), self.galley.space("bar-y")

        def bar(rect: Rect) -> Iterable[pages.Item]:
            whole = Rect(rect.x - x, rect.y - y, rect.width + 2 * x, rect.height + 2 * y)
            yield pages.Shape(whole, fill=self.galley.colour("tint"))
            edge = replace(whole, width=self.galley.space("bar"))
            yield pages.Shape(edge, fill=self.galley.colour("accent"))

        def around(rect: Rect) -> Iterable[pages.Item]:
            width = 1.4 * self.galley.space("rule")
            yield pages.Shape(rect, stroke=self.galley.colour("rule"), stroke_width=width)

        first = pieces[0]
        heading = boxed([first.flow], bar, 0, 0, inner.width)
        below = max(first.below, self.galley.space("after-heading")) + y
        found = [replace(first, flow=heading, above=0, below=below), *pieces[1:]]
        found[-1] = replace(found[-1], keep_next=False)  # What follows is another box.
        return boxed(join(found), around, x, y, self._frames[0].width)

    @cached_property
    def _filled(self) -> list[Column] | None:
        return self._within(self._frames[0].height)

    def _within(self, height: Points) -> list[Column] | None:
        """Return the columns, at most ``height`` high with their notes; None if that is too low."""
        if height <= 0 or self._over.bottom > self.area.bottom:
            return None
        breaker, made = Breaker(self._body, self.notes), list[Column]()
        cursor = Cursor(notes=self._called_over)
        for rect in self._frames:
            if breaker.done(cursor):
                break
            column, cursor = breaker.column(cursor, Frame(0, replace(rect, height=height)))
            if overfull(column, self.notes) or end(column) > column.frame.rect.bottom + 0.01:
                return None
            made.append(column)
        return made if breaker.done(cursor) else None

    @property
    def fits(self) -> bool:
        """Tell whether everything is on the page."""
        return self._filled is not None

    @property
    def filled(self) -> float:
        """The share of the page that its text takes."""
        bottom = max((end(column) for column in self._balanced), default=self._over.bottom)
        return (bottom - self.area.y) / self.area.height

    @cached_property
    def _balanced(self) -> list[Column]:
        """The columns at the least height that is enough."""
        low, high = 0, int(self._frames[0].height)
        made = self._filled or []
        while low < high:
            middle = (low + high) // 2
            found = self._within(middle)
            low, high = (low, middle) if found else (middle + 1, high)
            made = found or made
        return made

    def page(self) -> pages.Page:
        """Return the page; where it is nearly full, its columns end at its foot."""
        room = self._frames[0].bottom
        lowest = max((end(c) + self.notes.height(c.notes) for c in self._balanced), default=room)
        bottom = room if self.filled >= _FULL else lowest
        columns = [replace(self._over, notes=())]
        for column in self._balanced:
            rect = replace(column.frame.rect, height=bottom - column.frame.rect.y)
            placed = replace(column, frame=Frame(0, rect))
            columns.append(spread(placed, bottom - self.notes.height(column.notes)))
        drawn = items(columns, self.notes)
        return pages.Page(tuple(drawn), anchors=tuple(anchors(columns, self.notes)))


class _NoNotes:
    """Over the columns there is no foot: notes called there stand in the first column."""

    def lines(self, _number: int) -> int:
        """Return that no note has lines."""
        return 0

    def height(self, _parts: object) -> Points:
        """Return that notes take no room."""
        return 0
