"""Bands: stretches of a handout set in one column or in more, each under the end of the last."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from shiryo.layout.handout.breaking.breaker import Breaker
from shiryo.layout.handout.breaking.columns import SLACK, Column
from shiryo.layout.handout.breaking.fill import fill
from shiryo.layout.handout.breaking.foot import NotePart
from shiryo.layout.handout.breaking.footnotes import Footnotes
from shiryo.layout.handout.setting.atom import Flow, Piece, join
from shiryo.units import Points, Rect
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """How the text area of every page is divided."""

    area: Rect
    pitch: Points
    """Distance of the lines of the grid."""
    gutter: Points
    """Between columns."""
    between: Points
    """Between two bands, at least."""
    notes: Points
    """How wide footnotes are."""

    def columns(self, rect: Rect, count: int) -> tuple[Rect, ...]:
        """Divide ``rect``, the text area or what is left of it, into columns."""
        return rect.columns(count, self.gutter)

    def under(self, bottom: Points) -> Rect:
        """Return what is left of the text area under ``bottom``, from a line of the grid on."""
        lines = math.ceil((bottom + self.between - self.area.y) / self.pitch - SLACK)
        return self.area.below(lines * self.pitch)


@dataclass(frozen=True, slots=True)
class Band:
    """Flows in columns that end at the same height."""

    flows: Sequence[Flow]
    columns: int
    least: int = 8
    """How much room, in lines, it needs to start on a page under another."""


def bands(
    front: Sequence[Piece],
    body: Sequence[Piece],
    columns: int,
    joined: Callable[[Iterable[Piece]], list[Flow]] = join,
) -> list[Band]:
    """Return the bands of a handout: its front, then its body, and in it what is too wide.

    A heading over something wide is wide too.
    """
    if columns == 1:
        return [Band(joined([*front, *body]), 1)]
    wide = [piece.wide for piece in body]
    for n in range(len(body) - 1, 0, -1):
        wide[n - 1] = wide[n - 1] or (wide[n] and body[n - 1].keep_next)
    pieces = [(True, piece) for piece in front] + list(zip(wide, body, strict=True))
    return [
        Band(joined(piece for _, piece in group), 1 if is_wide else columns)
        for is_wide, group in groupby(pieces, lambda pair: pair[0])
    ]


def filled(found: Sequence[Band], sheet: Sheet, notes: Footnotes, squeeze: float) -> list[Column]:
    """Return the columns of all bands; ``squeeze`` multiplies the spaces in them.

    Footnotes stand under the last band of their page whose columns are wide enough for them.
    """
    columns: list[Column] = []
    for band in found:
        columns = followed(columns, band, sheet, notes, squeeze)
    return columns


def followed(
    above: list[Column], band: Band, sheet: Sheet, notes: Footnotes, squeeze: float = 1
) -> list[Column]:
    """Return the columns ``above`` and, under them or on the next page, those of a band."""
    return _with(above, Breaker(band.flows, notes, sheet.pitch, squeeze), band, sheet)


def _with(above: list[Column], breaker: Breaker, band: Band, sheet: Sheet) -> list[Column]:
    if not above:
        return _under(breaker, band, sheet, 0, sheet.area)
    page = above[-1].frame.page
    on_page = [column for column in above if column.frame.page == page]
    room = sheet.under(max(column.bottom for column in on_page))
    called = tuple(part for column in on_page for part in column.notes)
    foot = breaker.notes.height(called)
    if room.height - foot >= band.least * sheet.pitch:
        if sheet.columns(room, band.columns)[0].width < sheet.notes - SLACK:
            room = replace(room, height=room.height - foot)
            return [*above, *_under(breaker, band, sheet, page, room)]
        made = _under(breaker, band, sheet, page, room, called)
        if made and made[0].frame.page == page:
            kept = above[: -len(on_page)]
            return [*kept, *(replace(column, notes=()) for column in on_page), *made]
    return [*above, *_under(breaker, band, sheet, page + 1, sheet.area)]


def _under(
    breaker: Breaker,
    band: Band,
    sheet: Sheet,
    page: int,
    room: Rect,
    called: tuple[NotePart, ...] = (),
) -> list[Column]:
    """Fill columns from ``page`` on, on which there is only ``room``."""

    def frames(at: int) -> Sequence[Rect]:
        return sheet.columns(room if at == page else sheet.area, band.columns)

    return fill(breaker, frames, page, sheet.pitch, called)
