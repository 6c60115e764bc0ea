"""A text measured for its headings: the shapes, numbers, runs and repetitions of its lines."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from . import heading_words as words
from .lines import Line, Shape, fold, mark
from .numbering import Number, number

LONGEST = 90
"""The longest candidate, in characters."""
CANDIDATES = ("number", Shape.SHORT, Shape.SPOKEN, Shape.COLON)
"""The shapes that headings have."""
_SHORT = 60
_LEADER = re.compile(r"\s*[.…・]{2,}\s*\d+$|\t\d+$")


class Text:
    """A text, measured: what the features of its lines have in common."""

    def __init__(self, lines: Sequence[Line]) -> None:
        full = [line for line in lines if line.shape is not Shape.BLANK]
        contents = _contents(full)
        self.lines = [line for at, line in enumerate(full) if at not in contents]
        """Those that are not blank, without a table of contents: headings are judged as if there
        were none."""
        self.numbers = [number(line) for line in self.lines]
        self.shapes = list(map(_shape, self.lines, self.numbers))
        self.barred = [bool(words.NEVER.fullmatch(line.text)) for line in self.lines]
        """Whether each line cannot be a heading by its words."""
        self.often = Counter(line.text for line in self.lines)
        self.places = _by_style(self.numbers)
        self.grams = [words.grams(line.text) for line in self.lines]
        self.known = Counter(gram for grams in self.grams for gram in grams)
        self.runs = _runs(
            [
                shape in CANDIDATES and len(line.text) <= _SHORT
                for shape, line in zip(self.shapes, self.lines, strict=True)
            ]
        )
        self._measure(lines)

    def _measure(self, lines: Sequence[Line]) -> None:
        count = max(1, len(self.lines))
        short = [line for line in self.lines if line.shape is Shape.SHORT]
        blank = sum(line.shape is Shape.BLANK for line in lines) / count
        bullets = sum(
            line.shape is Shape.ITEM and found is None
            for line, found in zip(self.lines, self.numbers, strict=True)
        )
        self.air = "airy" if blank > 0.5 else "tight" if blank < 0.02 else "mixed"
        self.marks = "marks" if bullets > min(2, 0.03 * count) else "bare"
        self.after = sum(line.gap_after for line in short) / max(1, len(short))
        above = sum(line.gap_before and not line.gap_after for line in short)
        self.above = above / max(1, len(short))
        self.spread = any(_is_spread(places) for places in self.places.values())

    def candidate(self, at: int) -> bool:
        """Tell whether line ``at`` looks as a heading may."""
        short = len(self.lines[at].text) <= LONGEST
        return short and self.shapes[at] in CANDIDATES and not self.barred[at]

    def near(self, at: int) -> str:
        """Return the shape of line ``at``, or ``edge`` outside of the text."""
        return self.shapes[at] if 0 <= at < len(self.lines) else "edge"

    def repeated(self, at: int) -> bool:
        """Tell whether the same line comes again."""
        return 0 <= at < len(self.lines) and self.often[self.lines[at].text] > 1


def _shape(line: Line, found: Number | None) -> str:
    plain = line.shape in (Shape.ITEM, Shape.SHORT, Shape.SPOKEN, Shape.COLON)
    return "number" if found and plain and len(line.text) <= LONGEST else line.shape.value


def _contents(lines: Sequence[Line]) -> set[int]:
    """Return the table of contents: three lines or more that all come again, and their heading."""
    names = list(map(_entry, lines))
    last = {name: at for at, name in enumerate(names)}
    again = [last[name] > at for at, name in enumerate(names)]
    runs = {run for run, more in zip(_runs(again), again, strict=True) if more}
    found: set[int] = set()
    for first, end in runs:
        if end - first > 1 and len(set(names[first : end + 1])) == end - first + 1:
            headed = first > 0 and words.CONTENTS.fullmatch(names[first - 1])
            found.update(range(first - bool(headed), end + 1))
    return found


def _entry(line: Line) -> str:
    """Return what a line of the contents names: without its mark and its page."""
    found = mark(line.raw)
    return _LEADER.sub("", fold(found.rest) if found else line.text)


def _by_style(numbers: Sequence[Number | None]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, found in enumerate(numbers):
        if found:
            places.setdefault(found.style, []).append(at)
    return places


def _is_spread(places: Sequence[int]) -> bool:
    """Tell whether numbers of one style mostly stand with text between them."""
    apart = [b - a > 2 for a, b in pairwise(places)]
    return bool(apart) and sum(apart) >= 0.6 * len(apart)


def _runs(short: Sequence[bool]) -> list[tuple[int, int]]:
    """Return the first and the last line of the run of short lines that each is in."""
    first, last = list(range(len(short))), list(range(len(short)))
    for at in range(1, len(short)):
        if short[at] and short[at - 1]:
            first[at] = first[at - 1]
    for at in range(len(short) - 2, -1, -1):
        if short[at] and short[at + 1]:
            last[at] = last[at + 1]
    return list(zip(first, last, strict=True))
