"""Total fit: the line breaks that make a justified paragraph best as a whole (Knuth and Plass)."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from shiryo.typeset.breaking.adjust import EPSILON, cost, floor, wanted
from shiryo.typeset.breaking.breaks import HYPHEN, WORD
from shiryo.typeset.breaking.items import Items
from shiryo.typeset.breaking.ragged import line_end
from shiryo.units import Points

PENALTIES = (0.0, 400.0, 4000.0, 1e6)
"""What a break costs by its level (`shiryo.typeset.breaking.breaks`), as demerits."""

_LONELY = 1e11
"""Demerits of a last line of one character (JLREQ §3.1.12)."""
_LADDER = 40_000.0
"""Demerits of a hyphen under a hyphen."""
_LONG = 1000
"""Cells of a paragraph that is first tried with breaks near to natural ones alone."""
_NEAR = 6
"""How many cells from a natural break these are."""
_INFINITE = float("inf")
_SHORT = 16
"""How many lines that nothing can fill are tried for each break, the longest first."""


class Pass(NamedTuple):
    """How hard to try."""

    level: int
    """The worst break to consider."""
    last: bool = False
    """Whether any line will do."""
    torn: bool = False
    """Whether what no line holds is broken where no line should be."""
    near: bool = False
    """Whether lines may end only near to where they would end by nature."""


_PASSES = (
    Pass(HYPHEN, near=True),
    Pass(HYPHEN),
    Pass(HYPHEN, True, near=True),
    Pass(HYPHEN, True),
    Pass(WORD, True, torn=True),
)


def total_fit(items: Items, room: Points, first_room: Points, hanging: bool) -> list[int]:
    """Return the last cell of each line, for lines of ``room`` points, the first of ``first_room``.

    Tries harder until there is a way: first within what the table of spaces allows, then with lines
    that are short, then within words that are too long (of a paragraph of more than `_LONG` cells
    first with fewer breaks). What still goes on one line alone is torn,
    each line as full as it gets, from the last place on where a line may end. No line is ever wider
    than its room unless a single cell is. Time grows with the number of cells: a break is reached
    from no further than a line back.
    """
    for attempt in _PASSES:
        if attempt.near and len(items.cells) <= _LONG:
            continue
        ends = _Search(items, room, first_room, hanging, attempt).run()
        if ends is not None:
            return ends
    return []


class _Search:
    """One pass over the breaks of a paragraph.

    Break ``n`` is the best way to the cell ``starts[n]``, the first after it.
    """

    def __init__(
        self, items: Items, room: Points, first_room: Points, hanging: bool, attempt: Pass
    ) -> None:
        self.items, self.attempt = items, attempt
        self.room, self.first_room, self.hanging = room, first_room, hanging
        self.count = len(items.cells)
        self.hang = [
            cell.body if hanging and cell.cls in ("06", "07") else 0.0 for cell in items.cells
        ]
        self.ends = [x + cell.body for x, cell in zip(items.left, items.cells, strict=False)]
        self.gives: list[Points] = list(map(sum, zip(*items.shrink, strict=True)))
        self.takes: list[Points] = list(map(sum, zip(*items.stretch, strict=True)))
        self.starts, self.demerits, self.before = [0], [0.0], [-1]
        self.lefts = [items.left[0] + first_room - room]
        """Where lines start, as if all had the same room."""
        self.low = deque([0])
        """Breaks in reach, each with less demerits than those after it; the first has the least."""

    def run(self) -> list[int] | None:
        """Return the last cells of the best lines, if there is a way in this pass."""
        starts, shown, level_most = self.starts, self.items.shown, self.attempt.level
        oldest = 0
        for end, level in self._breaks():
            final = end == self.count - 1
            if not final and (level > level_most or shown[end] < 0):
                continue
            oldest = self._within(oldest, end)
            if oldest == len(starts) and self.attempt.torn:
                self._tear(end)
                oldest = len(starts) - 1
                if self._too_wide(starts[-1], end):  # by its hyphen
                    continue
            before, demerits = (self._last if final else self._best)(oldest, end)
            if before >= 0:
                self._add(end + 1, demerits, before)
            elif oldest == len(starts):
                return None
        return self._way() if starts[-1] == self.count else None

    def _breaks(self) -> Iterator[tuple[int, int]]:
        """Yield the cells after which a line may end in this pass, each with its level."""
        breaks = self.items.breaks
        if not self.attempt.near:
            yield from enumerate(breaks)
            return
        left, end, first, room = self.items.left, -1, 0, self.first_room
        while first < self.count:
            natural = max(bisect_right(left, left[first] + room, first) - 2, first)
            start, end = max(natural - _NEAR, end + 1), min(natural + _NEAR, self.count - 1)
            yield from enumerate(breaks[start : end + 1], start)
            allowed = (n for n in range(natural, first, -1) if breaks[n] <= self.attempt.level)
            first, room = next(allowed, natural) + 1, self.room
        if end < self.count - 1:
            yield self.count - 1, breaks[-1]

    def _add(self, start: int, demerits: float, before: int) -> None:
        low = self.low
        while low and self.demerits[low[-1]] >= demerits:
            low.pop()
        low.append(len(self.starts))
        self.starts.append(start)
        self.demerits.append(demerits)
        self.before.append(before)
        self.lefts.append(self.items.left[start])

    def _way(self) -> list[int]:
        """Return the last cells of the lines that lead to the last break."""
        ends, at = list[int](), len(self.starts) - 1
        while at > 0:
            ends.append(self.starts[at] - 1)
            at = self.before[at]
        return ends[::-1]

    def _tear(self, end: int) -> None:
        """Add breaks after the last one, where no line should end, until a line holds the rest."""
        while True:
            start, before = self.starts[-1], len(self.starts) - 1
            room = self.room if start else self.first_room
            last = line_end(self.items, start, room, self.hanging)
            if last >= end:
                return
            self._add(last + 1, self.demerits[before], before)

    def _too_wide(self, first: int, end: int) -> bool:
        last = self.items.shown[end]
        if last <= first:
            return last == first and not self.attempt.last and self._slack(first, last) < -EPSILON
        return self._slack(first, last) + self.gives[last] - self.gives[first] < -EPSILON

    def _slack(self, first: int, last: int) -> Points:
        room = self.room if first else self.first_room
        width = self.ends[last] - self.items.left[first] if last >= first else 0
        return room + self.hang[last] - width - self.items.hyphen[last]

    def _within(self, oldest: int, end: int) -> int:
        """Return the first break from ``oldest`` on with which the line to ``end`` has room."""
        starts, left, gives = self.starts, self.items.left, self.gives
        last = self.items.shown[end]
        right, hyphen, given = self.ends[last], self.items.hyphen[last], gives[last]
        wide, narrow = self.room + self.hang[last], self.first_room + self.hang[last]
        for at in range(oldest, len(starts)):
            first = starts[at]
            if last <= first:
                if not self._too_wide(first, end):
                    return at
            elif (wide if first else narrow) - (right - left[first]) - hyphen + given - gives[
                first
            ] >= -EPSILON:
                return at
        return len(starts)

    def _best(self, oldest: int, end: int) -> tuple[int, float]:
        """Return the break from which a line ends best at ``end``, and the demerits up to there.

        Tried first is the line that need hardly be adjusted, then ever shorter ones, then ever
        longer ones, until all that are left cost more than the best way.
        """
        items, last = self.items, self.items.shown[end]
        penalty, ladder = PENALTIES[items.breaks[end]], items.hyphen[end] > 0
        over = self.ends[last] + items.hyphen[last] - self.room - self.hang[last]
        natural = bisect_left(self.lefts, over + items.trail[last] - EPSILON, oldest)
        low = self._lowest(oldest) + penalty
        best, least = self._shorter(natural, last, low, penalty, ladder)
        if natural == oldest:
            return best, least
        starts, left, demerits, trail = self.starts, items.left, self.demerits, items.trail[last]
        right, hyphen, hang = self.ends[last], items.hyphen[last], self.hang[last]
        for at in range(natural - 1, oldest - 1, -1):
            first = starts[at]
            width = right - left[first] if last >= first else 0
            slack = (self.room if first else self.first_room) + hang - width - hyphen
            amount = slack - trail if slack >= trail - EPSILON else slack  # `wanted`
            line = 1 + 100 * cost(items, first, last, amount)
            line *= line
            if slack < 0 and low + line > least:
                break
            whole = demerits[at] + penalty + line
            if ladder:
                whole += self._ladder(at)
            if whole <= least:
                best, least = at, whole
        return best, least

    def _shorter(
        self, natural: int, last: int, low: float, penalty: float, ladder: bool
    ) -> tuple[int, float]:
        """Return the best of the lines up to ``last`` that are not too long, as `_best` does."""
        items, starts, lefts, takes = self.items, self.starts, self.items.left, self.takes
        right, hyphen, trail = self.ends[last], items.hyphen[last], items.trail[last]
        wide, narrow = self.room + self.hang[last], self.first_room + self.hang[last]
        most, whole_trail = takes[last] + EPSILON, trail - EPSILON
        best, least, short = -1, _INFINITE, 0
        for at in range(natural, len(starts)):
            first = starts[at]
            if last < first:
                break
            amount = (wide if first else narrow) - (right - lefts[first]) - hyphen
            if amount >= whole_trail:  # `wanted`
                amount -= trail
            if amount > most - takes[first]:
                short += 1
                if not self.attempt.last or short > _SHORT:
                    break
            line = 1 + 100 * cost(items, first, last, amount)
            line *= line
            if low + line >= least:
                line = 1 + 100 * floor(items, first, last, amount)
                if low + line * line >= least:
                    break
                continue
            whole = self.demerits[at] + penalty + line
            if ladder:
                whole += self._ladder(at)
            if whole < least:
                best, least = at, whole
        return best, least

    def _ladder(self, at: int) -> float:
        """Return the demerits of a hyphen under that of break ``at``."""
        first = self.starts[at]
        return _LADDER if first and self.items.hyphen[first - 1] else 0.0

    def _lowest(self, oldest: int) -> float:
        """Return the least demerits of the breaks from ``oldest`` on."""
        low = self.low
        while low and low[0] < oldest:
            low.popleft()
        return self.demerits[low[0]] if low else 0.0

    def _last(self, oldest: int, end: int) -> tuple[int, float]:
        """Return the break from which the last line goes best, and the demerits up to its end."""
        best, least = -1, float("inf")
        for at in range(oldest, len(self.starts)):
            demerits = self.demerits[at] + self._ended(self.starts[at], end)
            if demerits < least:
                best, least = at, demerits
        return best, least

    def _ended(self, first: int, end: int) -> float:
        """Return the demerits of a last line, which need not be full."""
        last = self.items.shown[end]
        if last < first:
            return 0.0
        amount = wanted(self._slack(first, last), self.items.trail[last])
        demerits = (1 + 100 * cost(self.items, first, last, min(amount, 0))) ** 2
        if first and self.items.lonely(first, last):
            demerits += _LONELY if self.attempt.last else float("inf")
        return demerits
