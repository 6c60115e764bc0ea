"""Ragged lines: each as full as it goes, as an office program breaks them."""

from shiryo.typeset.breaking.adjust import EPSILON
from shiryo.typeset.breaking.breaks import HYPHEN, LETTER, NEVER, SOFT, WORD
from shiryo.typeset.breaking.items import Items
from shiryo.units import Points


def first_fit(items: Items, room: Points, first_room: Points, hanging: bool) -> list[int]:
    """Return the last cell of each line, for lines of ``room`` points, the first of ``first_room``.

    A line ends at the last allowed break before it gets too wide; if there is none, at the least
    bad of the others, so that nothing is wider than the room unless a single cell is.
    """
    ends: list[int] = []
    first, count = 0, len(items.cells)
    while first < count:
        width = room if ends else first_room
        ends.append(line_end(items, first, width, hanging))
        first = ends[-1] + 1
    return ends


def with_company(items: Items, ends: list[int], room: Points) -> list[int]:
    """Return ``ends`` with a last line of one character made longer, if the line before can give.

    (JLREQ §3.1.12.)
    """
    if len(ends) < 2 or not items.lonely(ends[-2] + 1, ends[-1]):
        return ends
    start = ends[-3] + 1 if len(ends) > 2 else 0
    for end in range(ends[-2] - 1, start, -1):
        if items.width(end + 1, items.shown[-1]) > room + EPSILON:
            break
        if items.breaks[end] <= SOFT and items.shown[end] > start:
            return [*ends[:-2], end, ends[-1]]
    return ends


def line_end(items: Items, first: int, room: Points, hanging: bool) -> int:
    """Return the last cell of the line that starts with ``first``."""
    reach = _reach(items, first, room, hanging)
    if reach == len(items.cells) - 1:
        return reach
    for level in (SOFT, HYPHEN, WORD, LETTER, NEVER):
        for end in range(reach, first - 1, -1):
            fits = not items.hyphen[end] or items.width(first, end) + items.hyphen[end] <= room
            if fits and items.breaks[end] <= level and items.shown[end] >= first:
                return end
    return max(reach, first)


def _reach(items: Items, first: int, room: Points, hanging: bool) -> int:
    """Return the last cell that has room on a line after ``first``; spaces always have."""
    end = first
    for at in range(first, len(items.cells)):
        last = items.shown[at]
        over = items.cells[last].body if hanging and items.cells[last].cls in ("06", "07") else 0
        if last > first and items.width(first, last) > room + over + EPSILON:
            break
        end = at
    return end
