"""How much of an article the statements of an outline are held against.

A statement cites the few lines that it was made from. To work out what lines say takes time, so
statements that each cite other thousands of them would take longer than anybody waits.
"""

from collections.abc import Hashable, Sequence
from itertools import accumulate

from shiryo import limits
from shiryo.article.model import Article

_TIMES = 2
"""How many times all of a long article may be cited."""


class Allowance:
    """What may yet be cited; what was cited before costs nothing."""

    def __init__(self, article: Article) -> None:
        self._sizes = [0, *accumulate(len(line) + 1 for line in article.lines)]
        self._left = max(limits.CITED_CHARACTERS, _TIMES * self._sizes[-1])
        self._known = set[Hashable]()

    def covers(self, ranges: Sequence[tuple[int, int]], apart: Hashable = None) -> bool:
        """Tell whether lines may be looked at; ``apart``: for what, if that makes a difference."""
        key = (tuple(ranges), apart)
        if key in self._known:
            return True
        size = sum(self._at(last) - self._at(first - 1) for first, last in ranges)
        if size > self._left:
            return False
        self._left -= size
        self._known.add(key)
        return True

    def _at(self, line: int) -> int:
        return self._sizes[max(0, min(line, len(self._sizes) - 1))]
