"""What stands over a plot: what its numbers are and their unit, and the names of its series."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shiryo.layout.chart.words import Words
from shiryo.units import Points, Rect

LOWERED = 0.33
"""How far under the top of their room office programs set these words, in em."""
SAMPLE = 1.7
"""How long the sample of a line is that stands before its name, in em."""
_SAMPLED = SAMPLE + 0.5
"""What it takes with what parts it from the name."""
_MARK = 0.7
"""The side of a coloured square, in em."""


class Header(NamedTuple):
    """Where it stands, and what it leaves to the plot."""

    note: Rect | None
    legend: Rect | None
    goal: Rect | None
    below: Rect


def header(
    words: Words, note: str, names: Sequence[str], goal: str, frame: Rect, size: Points
) -> Header:
    """Place what is said over the plot: first the unit, then the names, at the right the goal."""
    style = words.label(size)
    line, gap = words.height(style), words.style.gap
    noted = named = None
    top, left = frame.y, frame.x
    if note:
        noted = Rect(frame.x, top, min(words.width(note, style), frame.width), line)
        left = noted.right + gap
    if names:
        if left > frame.x and left + _extent(words, names, size) > frame.right:
            top, left = top + line, frame.x
        room = Rect(left, top, frame.right - left, line)
        rows = 1 + max(row for row, _, _ in _placed(words, names, room, size))
        width = max(text.right for _, _, text in _placed(words, names, room, size)) - left
        named = Rect(left, top, width, line * rows)
        top, left = top + named.height - line, named.right + gap
    aimed = None
    if goal:
        width = min(words.width(goal, style) + _SAMPLED * size, frame.width)
        if left > frame.x and left + width > frame.right:
            top += line
        aimed = Rect(frame.right - width, top + LOWERED * size, width, line)
    used = top + line + LOWERED * size + gap / 4 - frame.y if note or names or goal else 0
    return Header(noted, named, aimed, frame.below(used))


def entries(
    words: Words, names: Sequence[str], legend: Rect, size: Points
) -> Iterator[tuple[Rect, Rect]]:
    """Yield where the mark and the name of each series stand."""
    room = Rect(legend.x, legend.y, legend.width + 0.1, legend.height)
    return ((mark, text) for _, mark, text in _placed(words, names, room, size))


def _placed(
    words: Words, names: Sequence[str], room: Rect, size: Points
) -> Iterator[tuple[int, Rect, Rect]]:
    """Yield the row, the mark and the name of each series: as many in a row as go there."""
    style = words.label(size)
    line, side, between = words.height(style), size * _MARK, size
    x, row = room.x, 0
    for name in names:
        width = min(words.width(name, style), room.width - 1.5 * side)
        if x > room.x and x + 1.5 * side + width > room.right + 0.1:
            x, row = room.x, row + 1
        y = room.y + row * line
        yield (
            row,
            Rect(x, y + (line - side) / 2, side, side),
            Rect(x + 1.5 * side, y, width, line),
        )
        x += 1.5 * side + width + between


def _extent(words: Words, names: Sequence[str], size: Points) -> Points:
    style = words.label(size)
    return sum(words.width(name, style) + (1.5 * _MARK + 1) * size for name in names) - size
