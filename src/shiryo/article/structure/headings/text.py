"""A text measured for its headings: the shapes, numbers, runs and repetitions of its lines."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from shiryo.article.structure import contents
from shiryo.article.structure import lexicon as words
from shiryo.article.structure.lines import POLITE_END, Line, Shape
from shiryo.article.structure.numbering import SENTENCES, Number, number

LONGEST = 90
"""The longest candidate, in characters."""
CANDIDATES = ("number", "sign", Shape.SHORT, Shape.SPOKEN, Shape.COLON)
"""The shapes that headings have."""
_SHORT = 60


class Text:
    """A text, measured: what the features of its lines have in common."""

    def __init__(self, lines: Sequence[Line]) -> None:
        full = [line for line in lines if line.shape is not Shape.BLANK]
        named = contents.find(full)
        self.lines = [line for at, line in enumerate(full) if at not in named]
        """Those that are not blank, without a table of contents: headings are judged as if there
        were none."""
        self.ends = [words.end(line.text) for line in self.lines]
        self.numbers = [number(line) for line in self.lines]
        self.shapes = list(map(_shape, self.lines, self.numbers))
        self.candidates = [at for at in range(len(self.lines)) if self._may_head(at)]
        """The lines that look as headings may."""
        self.often = Counter(line.text for line in self.lines)
        self.places = _by_style(self.numbers)
        self.rank = {at: n for places in self.places.values() for n, at in enumerate(places)}
        """Which of the numbers of its style a numbered line has, from 0."""
        self.chains = _chains(self.places, self.numbers)
        """The lines of the sequence (1., 2., 3. …) that a numbered line is in."""
        self.grams = [words.grams(line.text) for line in self.lines]
        self.known = Counter(gram for grams in self.grams for gram in grams)
        self.runs = _runs(
            [
                shape in CANDIDATES and len(line.text) <= _SHORT
                for shape, line in zip(self.shapes, self.lines, strict=True)
            ]
        )
        self.signs = Counter(sign for sign in map(_sign, self.lines) if sign)
        """How often lines open with each sign that is no letter."""
        self.earliest = {line.text: at for at, line in reversed(list(enumerate(self.lines)))}
        self.latest = {line.text: at for at, line in enumerate(self.lines)}
        """Where each line comes first, and last."""
        self.breaks, self.leans = _turns(self.grams)
        """How few words the lines before and after have in common; how much more of a line's
        words the lines after it have than those before."""
        self.prose = list(
            zip(_streaks(self.shapes), _streaks(self.shapes[::-1])[::-1], strict=True)
        )
        """How many lines of prose stand right before and after each line."""
        self.bodies = _bodies(self.lines, set(self.candidates))
        """How many characters stand between each line and the next and the last candidate."""
        self._measure(lines)

    def _measure(self, lines: Sequence[Line]) -> None:
        count = max(1, len(self.lines))
        short = [line for line in self.lines if line.shape is Shape.SHORT]
        inside = lines[self.lines[0].number : self.lines[-1].number] if self.lines else ()
        blank = sum(line.shape is Shape.BLANK for line in inside) / count
        bullets = sum(
            line.shape is Shape.ITEM and found is None
            for line, found in zip(self.lines, self.numbers, strict=True)
        )
        stops = sum(line.text.endswith(("。", ".")) for line in self.lines)
        self.voice = "prose" if stops > 0.12 * count else "notes"
        """Whether the text is of sentences or of notes: few of its lines end with a full stop."""
        self.air = "airy" if blank > 0.5 else "tight" if blank < 0.02 else "mixed"
        self.marks = "marks" if bullets > min(2, 0.03 * count) else "bare"
        self.after = sum(line.gap_after for line in short) / max(1, len(short))
        above = sum(line.gap_before and not line.gap_after for line in short)
        self.above = above / max(1, len(short))
        sentences = [line for line in self.lines if line.text.endswith("。")]
        polite = sum(bool(POLITE_END.search(line.text)) for line in sentences)
        self.polite = polite / max(1, len(sentences))
        """How much of the prose is polite, 0 to 1."""
        long = [line for line in self.lines if len(line.text) > 30]
        self.loose = sum(line.text[-1] not in "。.!?" for line in long) / max(1, len(long))
        """How many of the long lines end without a full stop, 0 to 1."""
        sizes = sorted(len(self.lines[at].text) for at in self.candidates)
        self.usual = sizes[len(sizes) // 2] if sizes else 1
        """How long most candidates are."""
        self.spread = any(_is_spread(places) for places in self.places.values())

    def _may_head(self, at: int) -> bool:
        text, found = self.lines[at].text, self.numbers[at]
        if len(text) > LONGEST or self.shapes[at] not in CANDIDATES:
            return False
        if self.shapes[at] == Shape.COLON and self.near(at + 1) == Shape.ITEM:
            return False  # the label of that list
        sentence = found is not None and (found.style in SENTENCES or text.endswith("。"))
        return sentence or not words.NEVER.fullmatch(text)

    def near(self, at: int) -> str:
        """Return the shape of line ``at``, or ``edge`` outside of the text."""
        return self.shapes[at] if 0 <= at < len(self.lines) else "edge"

    def inside(self, at: int) -> bool:
        """Tell whether there is a line ``at``."""
        return 0 <= at < len(self.lines)

    def in_row(self, at: int) -> bool:
        """Tell whether a line stands in a row of three or more short ones."""
        first, last = self.runs[at]
        return last - first > 1

    def sign(self, at: int) -> str:
        """Return the sign that line ``at`` opens with, if others open with it, too."""
        sign = _sign(self.lines[at])
        return sign if self.signs[sign] > 1 else ""

    def alike(self, at: int, other: int) -> float:
        """Return how alike two lines look, 0 to 1."""
        if not (self.inside(at) and self.inside(other)):
            return 0.0
        one, two = self.lines[at].text, self.lines[other].text
        sizes = sorted((len(one), len(two)))
        return (
            0.4 * (self.ends[at] == self.ends[other])
            + 0.2 * (self.shapes[at] == self.shapes[other])
            + 0.1 * (words.sign_class(one[0]) == words.sign_class(two[0]))
            + 0.3 * min(1.0, 1.5 * sizes[0] / sizes[1])
        )

    def repeated(self, at: int) -> bool:
        """Tell whether the same line comes again."""
        return 0 <= at < len(self.lines) and self.often[self.lines[at].text] > 1


def _sign(line: Line) -> str:
    """Return the sign that a line opens with, if it is no letter, figure or bracket."""
    first = line.text[0]
    return "" if first.isalnum() or first in "「『(\"'#@" else first


def _shape(line: Line, found: Number | None) -> str:
    if words.LINK.fullmatch(line.text):
        return "link"
    plain = line.shape is not Shape.SENTENCE or (found and found.style in SENTENCES)
    if found and plain and len(line.text) <= LONGEST:
        return "number"
    sign = line.shape is Shape.ITEM and words.MARKED.match(line.text)
    return "sign" if sign and len(line.text) <= _SHORT else line.shape.value


def _by_style(numbers: Sequence[Number | None]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, found in enumerate(numbers):
        if found:
            places.setdefault(found.style, []).append(at)
    return places


def _chains(
    places: Mapping[str, Sequence[int]], numbers: Sequence[Number | None]
) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for mine in places.values():
        last, chain = -1, list[int]()
        for at in mine:
            here = numbers[at]
            value = here.value if here else 0
            if not last < value <= last + 2:
                chain = []
            chain.append(at)
            found[at], last = chain, value
    return found


def _is_spread(places: Sequence[int]) -> bool:
    """Tell whether numbers of one style mostly stand with text between them."""
    apart = [b - a > 2 for a, b in pairwise(places)]
    return bool(apart) and sum(apart) >= 0.6 * len(apart)


def _streaks(shapes: Sequence[str]) -> list[int]:
    """Return how many lines of prose stand right before each line."""
    found, streak = [], 0
    for shape in shapes:
        found.append(streak)
        streak = streak + 1 if shape == Shape.SENTENCE else 0
    return found


def _bodies(lines: Sequence[Line], candidates: Set[int]) -> list[tuple[int, int]]:
    """Return how many characters stand after and before each line up to the next candidate."""
    before, after, size = list[int](), [0] * len(lines), 0
    for at, line in enumerate(lines):
        before.append(size)
        size = 0 if at in candidates else size + len(line.text)
    size = 0
    for at in range(len(lines) - 1, -1, -1):
        after[at] = size
        size = 0 if at in candidates else size + len(lines[at].text)
    return list(zip(after, before, strict=True))


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


_WINDOW = 5
"""Lines on either side whose words are compared."""


def _turns(grams: Sequence[Set[str]]) -> tuple[list[float], list[float]]:
    """Return for each line how its neighbourhood turns to other words there."""
    breaks, leans = list[float](), list[float]()
    for at, mine in enumerate(grams):
        before = set[str]().union(*grams[max(0, at - _WINDOW) : at])
        after = set[str]().union(*grams[at + 1 : at + 1 + _WINDOW])
        least = min(len(before), len(after))
        breaks.append(1 - len(before & after) / least if least else 1.0)
        leans.append((len(mine & after) - len(mine & before)) / max(1, len(mine)))
    return breaks, leans
