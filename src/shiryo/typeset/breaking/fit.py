"""Total fit: the line breaks that make a justified paragraph best as a whole (Knuth and Plass)."""

from collections.abc import Iterator
from typing import NamedTuple

from shiryo.typeset.breaking.adjust import EPSILON, cost, wanted
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


_PASSES = (
    Pass(HYPHEN),
    Pass(HYPHEN, True),
    Pass(WORD, True, torn=True),
)


class Node(NamedTuple):
    """A break on the best way to it."""

    start: int
    """The first cell after it."""
    demerits: float
    before: "Node | None"


def total_fit(items: Items, room: Points, first_room: Points, hanging: bool) -> list[int]:
    """Return the last cell of each line, for lines of ``room`` points, the first of ``first_room``.

    Tries harder until there is a way: first within what the table of spaces allows, then with lines
    that are short, then within words that are too long. What still goes on one line alone is torn,
    each line as full as it gets, from the last place on where a line may end. No line is ever wider
    than its room unless a single cell is. Time grows with the number of cells: a break is reached
    from no further than a line back.
    """
    for attempt in _PASSES:
        node = _Search(items, room, first_room, hanging, attempt).run()
        if node is not None:
            break
    ends: list[int] = []
    while node is not None and node.before is not None:
        ends.append(node.start - 1)
        node = node.before
    return ends[::-1]


class _Search:
    """One pass over the breaks of a paragraph."""

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
        self.gives: list[Points] = [sum(step) for step in zip(*items.shrink, strict=True)]
        self.takes: list[Points] = [sum(step) for step in zip(*items.stretch, strict=True)]

    def run(self) -> Node | None:
        """Return the best way to the end of the paragraph, if there is any in this pass."""
        active = [Node(0, 0.0, None)]
        oldest = 0
        for end, level in enumerate(self.items.breaks):
            final = end == self.count - 1
            if not final and (level > self.attempt.level or self._blank(0, end)):
                continue
            while oldest < len(active) and self._too_wide(active[oldest], end):
                oldest += 1
            if oldest == len(active) and self.attempt.torn:
                active += self._torn(active[-1], end)
                oldest = len(active) - 1
                if self._too_wide(active[-1], end):  # by its hyphen
                    continue
            node = self._best(active, oldest, end, final)
            if node is not None:
                active.append(node)
            elif oldest == len(active):
                return None
        return active[-1] if active[-1].start == self.count else None

    def _torn(self, node: Node, end: int) -> Iterator[Node]:
        """Yield breaks after ``node``, where no line should end, until a line holds the rest."""
        while True:
            room = self.room if node.start else self.first_room
            last = line_end(self.items, node.start, room, self.hanging)
            if last >= end:
                return
            node = Node(last + 1, node.demerits, node)
            yield node

    def _too_wide(self, node: Node, end: int) -> bool:
        last, first = self.items.shown[end], node.start
        if last <= first:
            return last == first and not self.attempt.last and self._slack(first, last) < -EPSILON
        return self._slack(first, last) + self.gives[last] - self.gives[first] < -EPSILON

    def _slack(self, first: int, last: int) -> Points:
        room = self.room if first else self.first_room
        width = self.ends[last] - self.items.left[first] if last >= first else 0
        return room + self.hang[last] - width - self.items.hyphen[last]

    def _best(self, active: list[Node], oldest: int, end: int, final: bool) -> Node | None:
        """Return the best way to ``end``, over the nodes from which a line can reach it."""
        items, starts = self.items, self.items.left
        last = items.shown[end]
        best: Node | None = None
        least, short = float("inf"), 0
        penalty = 0.0 if final else PENALTIES[items.breaks[end]]
        trail, takes, hang = items.trail[last], self.takes, self.hang[last]
        most, right, hyphen = takes[last] + EPSILON, self.ends[last], items.hyphen[last]
        ladder = items.hyphen[end]
        for node in active[oldest:]:
            first = node.start
            if last < first and not final:
                break
            room = self.room if first else self.first_room
            slack = room + hang - (right - starts[first] if last >= first else 0) - hyphen
            if not final and slack - trail > most - takes[first]:
                short += 1
                if not self.attempt.last or short > _SHORT:
                    break
            demerits = node.demerits + penalty
            if demerits >= least:  # whatever the line costs
                continue
            demerits += self._demerits(first, last, wanted(slack, trail), final)
            if ladder and first and items.hyphen[first - 1]:
                demerits += _LADDER
            if demerits < least:
                least, best = demerits, node
        return Node(end + 1, least, best) if best else None

    def _blank(self, first: int, end: int) -> bool:
        """Tell whether a line would have nothing but spaces."""
        return self.items.shown[end] < first

    def _demerits(self, first: int, last: int, amount: Points, final: bool) -> float:
        """Return those of a line that is to be stretched by ``amount``."""
        if last < first:
            return 0.0
        if not final:
            return (1 + 100 * cost(self.items, first, last, amount)) ** 2
        demerits = (1 + 100 * cost(self.items, first, last, min(amount, 0))) ** 2
        if first and self.items.lonely(first, last):
            demerits += _LONELY if self.attempt.last else float("inf")
        return demerits
