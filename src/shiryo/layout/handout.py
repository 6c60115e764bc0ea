"""`Handout` → pages: a typeset paper with footnotes, contents and running heads."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property

from shiryo import document, pages
from shiryo.diagnostics import Diagnostics, diagnose
from shiryo.layout.flow import boxes, head
from shiryo.layout.flow.atom import Flow, Piece, join
from shiryo.layout.flow.blocks import Setter
from shiryo.layout.flow.breaker import Breaker
from shiryo.layout.flow.columns import SLACK, Column, overfull
from shiryo.layout.flow.contents import contents
from shiryo.layout.flow.fill import fill
from shiryo.layout.flow.footnotes import Footnotes
from shiryo.layout.flow.galley import Galley, galley
from shiryo.layout.flow.paged import page_numbers, paged
from shiryo.layout.text import font_files
from shiryo.template.model import Theme
from shiryo.typeset.fonts import Fonts
from shiryo.units import Points, Rect

_CONTENTS_OVER = 4
"""Pages up to which a handout has no contents of its own accord."""
_ROUNDS = 4
_SPARSE = 0.25
"""The share of the last page under which the text is drawn in, if that saves the page."""
_SQUEEZES = (0.9, 0.8, 0.7)
"""What the spaces between blocks are multiplied with for that, the least change first."""
_LEAST_LINES = 8
"""How much room, in lines, columns under the title block need to start there."""


def lay_out(
    handout: document.Handout, theme: Theme, fonts: Fonts
) -> tuple[pages.PageSet, Diagnostics]:
    """Set a handout and break it into pages of its paper; lengths in points."""
    press = _Press(handout, theme, fonts)
    columns = press.columns()
    made = paged(columns, press.notes, press.wide, handout, press.paper, press.area)
    info = {f.name: getattr(handout.info, f.name) for f in fields(pages.Info)}
    return (
        pages.PageSet(
            press.paper.width,
            press.paper.height,
            made,
            pages.Info(**info),
            font_files(fonts),
            colours=theme.colours,
            font_family=fonts.face("gothic", 400).family,
        ),
        (
            *press.wide.problems,
            *(
                diagnose("handout.too-tall", page=column.frame.page + 1)
                for column in columns
                if overfull(column, press.notes)
            ),
        ),
    )


@dataclass(frozen=True)
class _Press:
    """A handout on its way to pages."""

    handout: document.Handout
    theme: Theme
    fonts: Fonts

    @cached_property
    def paper(self) -> Rect:
        return Rect(0, 0, *self.theme.handout.papers[self.handout.paper].size)

    @cached_property
    def area(self) -> Rect:
        top, right, bottom, left = self.theme.handout.papers[self.handout.paper].margins
        return Rect(left, top, self.paper.width - left - right, self.paper.height - top - bottom)

    @cached_property
    def wide(self) -> Galley:
        return galley(self.theme, self.handout.labels, self.fonts, self.area.width)

    @cached_property
    def narrow(self) -> Galley:
        return self.wide.within(self._split(self.area)[0].width)

    @cached_property
    def notes(self) -> Footnotes:
        return Footnotes(self.narrow)

    @cached_property
    def front(self) -> list[Piece]:
        summary = boxes.summary(self.wide, self.handout.summary)
        return [*head.title_block(self.wide, self.handout), *summary]

    @cached_property
    def body(self) -> list[Piece]:
        return list(Setter(self.narrow, self.area.height / 3).sections(self.handout.sections))

    def columns(self) -> list[Column]:
        """Break everything into columns, with contents where they are wanted."""
        # The front comes before the body: its notes have the first numbers.
        columns = self._broken(self.front)
        wanted = self.handout.contents == "always" or (
            self.handout.contents == "auto"
            and columns[-1].frame.page >= _CONTENTS_OVER
            and len(self.handout.sections) > 1
        )
        numbers: Mapping[str, int] = {}
        for _ in range(_ROUNDS if wanted else 0):
            columns = self._broken([*self.front, *contents(self.wide, self.handout, numbers)])
            before, numbers = numbers, page_numbers(columns)
            if numbers == before:
                break
        return columns

    def _broken(self, front: Sequence[Piece]) -> list[Column]:
        columns = self._squeezed(front, 1)
        last = [column for column in columns if column.frame.page == columns[-1].frame.page]
        filled = max(column.bottom for column in last) - self.area.y
        if filled < _SPARSE * self.area.height:
            for squeeze in _SQUEEZES:
                tighter = self._squeezed(front, squeeze)
                if tighter[-1].frame.page < columns[-1].frame.page:
                    return tighter
        return columns

    def _squeezed(self, front: Sequence[Piece], squeeze: float) -> list[Column]:
        if self.handout.columns == 1:
            flows = join([*front, *self.body])
            breaker = Breaker(flows, self.notes, self._pitch, squeeze)
            return fill(breaker, lambda _page: (self.area,))
        return self._under(join(front), join(self.body), squeeze)

    def _under(self, front: Sequence[Flow], body: Sequence[Flow], squeeze: float) -> list[Column]:
        """Set ``front`` over the whole width, and ``body`` in columns under its end."""
        over = fill(Breaker(front, self.notes), lambda _page: (self.area,))
        last, pitch = over[-1], self._pitch
        gap = self.theme.handout.space["front"]
        lines = math.ceil((last.bottom + gap - self.area.y) / pitch - SLACK)
        room = self.area.below(lines * pitch)
        room = Rect(room.x, room.y, room.width, room.height - self.notes.height(last.notes))
        first = last.frame.page + (room.height < _LEAST_LINES * pitch)

        def frames(page: int) -> Sequence[Rect]:
            return self._split(room if page == last.frame.page else self.area)

        breaker = Breaker(body, self.notes, pitch, squeeze)
        return [*over, *fill(breaker, frames, first, pitch)]

    def _split(self, rect: Rect) -> tuple[Rect, ...]:
        return rect.columns(self.handout.columns, self.theme.handout.space["column-gap"])

    @property
    def _pitch(self) -> Points:
        body = self.theme.handout.type["body"]
        return body.size * body.leading
