"""Filling pages of one or more columns; those of the last page end at the same height."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from shiryo.layout.handout.breaking.breaker import Breaker, Cursor
from shiryo.layout.handout.breaking.columns import Column, Frame
from shiryo.layout.handout.breaking.foot import NotePart
from shiryo.units import Points, Rect

PageFrames = Callable[[int], Sequence[Rect]]
"""The columns of a page, numbered from 0."""


def fill(
    breaker: Breaker,
    frames: PageFrames,
    page: int = 0,
    step: Points = 1,
    notes: tuple[NotePart, ...] = (),
) -> list[Column]:
    """Return the columns that the breaker's flows take, from ``page`` on.

    Columns of the last page are balanced, to within ``step`` points. A page with less room than
    the next is passed over where something would not fit on it. ``notes`` have been called before.
    """
    columns: list[Column] = []
    start = Cursor(notes=notes)
    while not breaker.done(start):
        on_page = [Frame(page, rect) for rect in frames(page)]
        made, after = _page(breaker, on_page, start, None)
        if (
            any(map(breaker.overflows, made))
            and on_page[0].rect.height < frames(page + 1)[0].height
        ):
            page += 1
            continue
        if breaker.done(after) and len(on_page) > 1:
            made = _balanced(breaker, on_page, start, step) or made
        columns += made
        start, page = after, page + 1
    return _numbered(columns)


def _numbered(columns: Sequence[Column]) -> list[Column]:
    """Let every slice know which part of how many of its flow it is."""
    total = Counter(id(piece.flow) for column in columns for piece in column.slices)
    seen = Counter[int]()
    made = []
    for column in columns:
        seen.update(id(piece.flow) for piece in column.slices)
        if any(total[id(piece.flow)] > 1 for piece in column.slices):
            slices = tuple(
                replace(piece, part=(seen[id(piece.flow)], total[id(piece.flow)]))
                for piece in column.slices
            )
            column = replace(column, slices=slices)
        made.append(column)
    return made


def _page(
    breaker: Breaker, frames: Sequence[Frame], start: Cursor, height: Points | None
) -> tuple[list[Column], Cursor]:
    made = []
    for frame in frames:
        if breaker.done(start):
            break
        column, start = breaker.column(start, frame, height)
        made.append(column)
    return made, start


def _balanced(
    breaker: Breaker, frames: Sequence[Frame], start: Cursor, step: Points
) -> list[Column] | None:
    """Return the columns at the least height in which everything from ``start`` on fits."""
    steps = int(frames[0].rect.height / step)
    for n in range(1, steps + 1):
        made, after = _page(breaker, frames, start, n * step)
        fits = all(c.bottom <= c.frame.rect.y + n * step + 0.01 and not c.is_torn for c in made)
        if breaker.done(after) and fits:
            return made
    return None
