"""The ruler: how far a line is from what the table of spaces wants, whoever set it.

Badness is TeX's: 100 r³, where r is what the gaps of the line are stretched or shrunk by, as a part
of all that the table allows them; what a line lacks of its measure counts as stretched. At most
10,000; that also where nothing on the line may give.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from forbidden import forbidden
from reading import Line

from shiryo.typeset.cells import Cell, cells_of
from shiryo.typeset.fonts import Fonts
from shiryo.typeset.model import Line as Typeset
from shiryo.typeset.model import Run
from shiryo.typeset.spacing import at_end, between

WORST = 10_000.0
_NOISE, _SEEN = 0.01, 0.03
"""In em: what writing numbers into a file may move a glyph by, and what counts as moved."""
_KERN = 0.12
"""By how much a font may draw two characters together where the table has nothing to give, in em:
Typst and WeasyPrint kern kana too."""


@dataclass
class Score:
    """What was found over all lines."""

    lines: int = 0
    forbidden: list[str] = field(default_factory=list)
    overfull: int = 0
    past: int = 0
    """Lines with a gap past the limits of the table."""
    short: int = 0
    """Lines that do not reach the end of the measure and are not the last of their paragraph."""
    badness: float = 0
    worst: float = 0
    worst_line: str = ""
    reasons: Counter[str] = field(default_factory=Counter)
    """Between which classes gaps are past their limits, and on which side."""

    @property
    def mean(self) -> float:
        """The mean badness of a line."""
        return self.badness / self.lines


def score(lines: Sequence[Line], left: float, measure: float, size: float, fonts: Fonts) -> Score:
    """Measure ``lines`` that stand from ``left`` on, ``measure`` points wide."""
    found = Score(len(lines))
    found.forbidden = forbidden([_typeset(line) for line in lines])
    for line in lines:
        _add(found, line, left / size, measure / size, size, fonts)
    return found


def _add(found: Score, line: Line, left: float, measure: float, size: float, fonts: Fonts) -> None:
    cells = cells_of(Run(line.text, "mincho", 400, size), "jlreq", fonts)
    drawn = _drawn(cells, line.at)
    more = less = can_gain = can_lose = 0.0
    past = False
    for (a, x), (b, y) in pairwise(drawn):
        end, start = x + cells[a].shift + cells[a].body, y + cells[b].shift
        inner = sum(cell.kern for cell in cells[a:b]) + sum(cell.body for cell in cells[a + 1 : b])
        gap = (start - end - inner) / size
        spaces = [between(c.cls, d.cls) for c, d in pairwise(cells[a : b + 1])]
        low, natural, high = (sum(space[n] for space in spaces) for n in range(3))
        can_gain, can_lose = can_gain + high - natural, can_lose + natural - low
        if low == natural and -_KERN < gap - natural < 0:
            gap = natural
        if abs(gap - natural) > _NOISE:
            more, less = more + max(gap - natural, 0), less + max(natural - gap, 0)
        if not low - _SEEN < gap < high + _SEEN:
            past = True
            found.reasons[f"{cells[a].cls} {cells[b].cls} {'+' if gap > high else '-'}"] += 1
    last, x = drawn[-1]
    width = (x + cells[last].shift + cells[last].body) / size
    trail = at_end().get(cells[last].cls, 0.0)
    if line.hyphen is not None:
        width, trail = (line.hyphen + _hyphen(size, fonts)) / size, 0.0
    slack = left + measure - width
    slack = slack - trail if slack > trail - _SEEN else slack
    found.overfull += slack < -_SEEN
    if slack > _SEEN and not line.ends:
        found.short += 1
        more += slack
    bad = max(_badness(more, can_gain), _badness(less, can_lose))
    found.past += past
    found.badness += bad
    if bad > found.worst:
        found.worst, found.worst_line = bad, line.text


def _typeset(line: Line) -> Typeset:
    return Typeset((), 0, line.text, hyphen=line.hyphen is not None, ends=line.ends)


def _badness(moved: float, can: float) -> float:
    if moved < _NOISE:
        return 0.0
    return min(100 * (moved / can) ** 3, WORST) if can > _NOISE else WORST


def _drawn(cells: Sequence[Cell], at: Sequence[float | None]) -> list[tuple[int, float]]:
    """Return the numbers of the cells that are drawn and where their glyphs have their origin."""
    found, character = [], 0
    for n, cell in enumerate(cells):
        x = at[character]
        if x is not None:
            found.append((n, x))
        character += len(cell.text)
    return found


def _hyphen(size: float, fonts: Fonts) -> float:
    return sum(cell.body for cell in cells_of(Run("-", "mincho", 400, size), "jlreq", fonts))
