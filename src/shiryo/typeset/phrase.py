"""Phrases: lines that end where a reader would pause, all about equally long."""

from functools import cache
from itertools import accumulate
from typing import Any

from shiryo.typeset.adjust import EPSILON
from shiryo.typeset.breaks import SOFT, SPACES
from shiryo.typeset.items import Items
from shiryo.typeset.ragged import first_fit
from shiryo.units import Points

_PAUSES = frozenset({"02", "04", "06", "07", "14"})
_PLAIN, _WORD_SPACE = 0.15, 0.3
"""What a break without a mark, and one at a western word space costs: as an unfilled part."""


def balanced(items: Items, room: Points, first_room: Points) -> list[int]:
    """Return the last cell of each line: as few as can be, broken between phrases, balanced.

    A phrase that is wider than ``room`` is broken as other text is.
    """
    costs = _costs(items, min(room, first_room))
    count = len(items.cells)
    best: dict[int, tuple[float, int, float, int]] = {0: (0.0, 0, 0.0, -1)}
    for end, (bad, loose) in sorted(costs.items()):
        last = items.shown[end]
        ways = []
        for first in reversed(best):
            wide = room if first else first_room
            slack = wide - items.width(first, last) - items.hyphen[last]
            if slack < -EPSILON and last > first:
                break
            if last >= first or end == count - 1:
                worse, lines, ragged, _ = best[first]
                rag = (slack / wide) ** 2 + loose**2
                ways.append((worse + bad, lines + 1, ragged + rag, first))
        if ways:
            best[end + 1] = min(ways)
    if count not in best:
        return first_fit(items, room, first_room, hanging=False)
    return _way(best, count)


def _way(best: dict[int, tuple[float, int, float, int]], end: int) -> list[int]:
    """Return the last cells of the lines on the best way to ``end``."""
    ends: list[int] = []
    while end > 0:
        ends.append(end - 1)
        end = best[end][3]
    return ends[::-1]


def _costs(items: Items, room: Points) -> dict[int, tuple[float, float]]:
    """Return for each cell after which a line may end how bad that is, and how unwelcome."""
    count = len(items.cells)
    ends = sorted({at for at in _phrases(items) if items.breaks[at] <= SOFT} | {count - 1})
    costs = {
        end: (0.0, 0.0 if items.cells[end].cls in _PAUSES or end == count - 1 else _PLAIN)
        for end in ends
    }
    for at in range(count - 1):
        if items.breaks[at] <= SOFT and items.cells[at].cls in SPACES:
            costs.setdefault(at, (0.0, 0.0 if items.cells[at].cls == "14" else _WORD_SPACE))
    first = 0
    for end in sorted(costs):
        if items.width(first, items.shown[end]) > room:
            for at in range(first, end):
                costs.setdefault(at, (10.0 ** items.breaks[at], 0.0))
        first = end + 1
    return costs


def _phrases(items: Items) -> set[int]:
    """Return the last cell of each phrase."""
    ends = list(accumulate(len(cell.text) for cell in items.cells))
    cell_at = {end: at for at, end in enumerate(ends)}
    phrases = _parser().parse("".join(cell.text for cell in items.cells))
    return {cell_at[end] for end in accumulate(map(len, phrases)) if end in cell_at}


@cache
def _parser() -> Any:
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()
