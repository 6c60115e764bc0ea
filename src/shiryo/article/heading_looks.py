"""The first look: what of a line, its neighbours and its text speaks for or against a heading.

A feature is a name and a number, mostly 1; what is not there counts 0. In names, ``+1`` and ``-1``
are the next and the last line that is not blank; ``#`` stands before what counts for candidates
only (lines short enough and without a sentence's end); ``marks`` and ``bare`` tell texts whose
lists have marks from those without, ``airy``, ``mixed`` and ``tight`` how many blank lines there
are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from . import heading_words as words
from .lines import POLITE_END, SPEECH_END, Line, Shape
from .numbering import Number, number

Features = Mapping[str, float]

LONGEST = 90
"""The longest candidate, in characters."""
_SHORT = 60
_LEADER = re.compile(r"\s*[.…・]{2,}\s*\d+$|\t\d+$")
_CANDIDATES = ("number", Shape.SHORT, Shape.SPOKEN, Shape.COLON)


class Look:
    """A text, measured: what the features of its lines have in common."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = [line for line in lines if line.shape is not Shape.BLANK]
        """Those that are not blank."""
        self.numbers = [number(line) for line in self.lines]
        self.shapes = list(map(_shape, self.lines, self.numbers))
        contents = _contents([line.text for line in self.lines])
        self.barred = [
            at in contents or bool(words.NEVER.fullmatch(line.text))
            for at, line in enumerate(self.lines)
        ]
        """Whether each line cannot be a heading: by its words, or as an entry of the contents."""
        self.often = Counter(line.text for line in self.lines)
        self.places = _by_style(self.numbers)
        self.grams = [words.grams(line.text) for line in self.lines]
        self.known = Counter(gram for grams in self.grams for gram in grams)
        self.runs = _runs(
            [
                shape in _CANDIDATES and len(line.text) <= _SHORT
                for shape, line in zip(self.shapes, self.lines, strict=True)
            ]
        )
        self._measure(lines)

    def _measure(self, lines: Sequence[Line]) -> None:
        count = max(1, len(self.lines))
        short = [line for line in self.lines if line.shape is Shape.SHORT]
        blank = (len(lines) - len(self.lines)) / count
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
        return short and self.shapes[at] in _CANDIDATES and not self.barred[at]

    def near(self, at: int) -> str:
        """Return the shape of line ``at``, or ``edge`` outside of the text."""
        return self.shapes[at] if 0 <= at < len(self.lines) else "edge"

    def features(self) -> list[Features]:
        """Return the features of each line."""
        return [dict(self._of(at)) for at in range(len(self.lines))]

    def _of(self, at: int) -> Iterator[tuple[str, float]]:
        if self.barred[at]:
            yield "never", 1
            return
        yield from _own(self.lines[at], self.shapes[at])
        yield from self._around(at)
        if self.shapes[at] in _CANDIDATES:
            yield from self._between(at)
            yield from self._in_run(at)
            yield from self._cohesion(at)
            yield from self._in_text(at)

    def _around(self, at: int) -> Iterator[tuple[str, float]]:
        line = self.lines[at]
        for step in (-2, -1, 1, 2):
            yield f"{step:+d} {self.near(at + step)}", 1
        for step in (-1, 1, 2):
            inside = 0 <= at + step < len(self.lines)
            yield (
                f"length {step:+d}",
                min(len(self.lines[at + step].text), 120) / 40 if inside else 0,
            )
        yield self.marks, 1
        yield self.air, 1
        yield _gaps(line), 1
        yield f"{self.air} {_gaps(line)}", 1

    def _between(self, at: int) -> Iterator[tuple[str, float]]:
        """Give what stands before and after, seen together."""
        line, before, after = self.lines[at], self.near(at - 1), self.near(at + 1)
        for step, shape in ((-1, before), (1, after)):
            yield f"# {step:+d} {shape}", 1
            yield f"# {self.marks} {step:+d} {shape}", 1
        yield f"# {self.marks}", 1
        yield f"# {_rough(before)} {_rough(after)}", 1
        yield f"# {self.marks} {_rough(before)} {_rough(after)}", 1
        yield f"# {self.marks} {self.air} {_gaps(line)}", 1
        if after == Shape.SHORT and self.near(at + 2) == Shape.SENTENCE:
            yield "two shorts, then prose", 1
        if line.text[-1] == "?" and after == Shape.SENTENCE:
            yield "question, then prose", 1
        if at and words.LEADS_IN.search(self.lines[at - 1].text):
            yield "after lead-in", 1
        if self.after > 0.6:
            yield "gap as others" if line.gap_after else "no gap as others", 1
        if self.above > 0.4:
            alike = line.gap_before and not line.gap_after
            yield "gap above as others" if alike else "no gap above as others", 1

    def _in_run(self, at: int) -> Iterator[tuple[str, float]]:
        """Give where the line stands among short lines, and how like its neighbours it is."""
        first, last = self.runs[at]
        yield f"{self.marks} run", min(last - first + 1, 5) / 3
        if last > first:
            place = "first" if at == first else "last" if at == last else "inside"
            yield f"{self.marks} run, {place}", 1
            if first and words.LEADS_IN.search(self.lines[first - 1].text):
                yield f"{self.marks} run after lead-in", 1
        for step in (-1, 1):
            if first <= at + step <= last:
                yield from self._alike(self.lines[at].text, self.lines[at + step].text, step)

    def _alike(self, text: str, other: str, step: int) -> Iterator[tuple[str, float]]:
        difference = len(text) - len(other)
        if words.ending(text) == words.ending(other):
            yield f"{self.marks} same end {step:+d}", 1
        if text[0] == other[0]:
            yield f"same beginning {step:+d}", 1
        if abs(difference) <= max(3, 0.25 * max(len(text), len(other))):
            yield f"similar length {step:+d}", 1
        yield f"{self.marks} longer than {step:+d}", max(-1.0, min(1.0, difference / 20))

    def _cohesion(self, at: int) -> Iterator[tuple[str, float]]:
        """Give how much of the line's words come again in what follows, and in the whole text."""
        mine = self.grams[at]
        if not mine:
            yield "no content", 1
            return
        following = [len(mine & other) / len(mine) for other in self.grams[at + 1 : at + 4]]
        yield "taken up +1", following[0] if following else 0
        yield "taken up", max(following, default=0)
        yield "taken from -1", len(mine & self.grams[at - 1]) / len(mine) if at else 0
        yield "known words", sum(self.known[gram] > 1 for gram in mine) / len(mine)
        yield "frequent words", min(1, sum(self.known[gram] for gram in mine) / len(mine) / 10)

    def _in_text(self, at: int) -> Iterator[tuple[str, float]]:
        """Give where the line stands in the text: repeated, in a sequence of numbers, first."""
        if self.repeated(at):
            beside = sum(self.repeated(near) for near in (at - 1, at + 1))
            yield "repeated", 1
            yield "repeated thrice", float(self.often[self.lines[at].text] > 2)
            yield "repeated apart", float(not beside)
            yield "repeated in a row", beside / 2
        if found := self.numbers[at]:
            yield from self._in_sequence(at, found)
        elif self.spread:
            yield "no number where others have", 1
        yield "first", float(not at)
        yield "last", float(at == len(self.lines) - 1)

    def repeated(self, at: int) -> bool:
        """Tell whether the same line comes again."""
        return 0 <= at < len(self.lines) and self.often[self.lines[at].text] > 1

    def _in_sequence(self, at: int, mine: Number) -> Iterator[tuple[str, float]]:
        """Give how far the neighbours in the numbering are: items are close, headings are not."""
        places = self.places[mine.style]
        here = places.index(at)
        far = [
            abs(at - places[near])
            for near, value in ((here - 1, mine.value - 1), (here + 1, mine.value + 1))
            if 0 <= near < len(places) and _value(self.numbers[places[near]]) == value
        ]
        distance = min(far, default=0)
        yield "numbered", 1
        yield f"numbered {mine.style}", 1
        yield "number 1", float(mine.value == 1)
        kind = "alone" if not distance else "close" if distance < 2 else "apart"
        yield f"numbers {kind}", 1
        yield "distance of numbers", min(distance, 20) / 10


def _shape(line: Line, found: Number | None) -> str:
    plain = line.shape in (Shape.ITEM, Shape.SHORT, Shape.SPOKEN, Shape.COLON)
    return "number" if found and plain and len(line.text) <= LONGEST else line.shape.value


def _contents(texts: Sequence[str]) -> set[int]:
    """Return the entries of a table of contents: three lines or more that all come again."""
    names = [_LEADER.sub("", text) for text in texts]
    last = {name: at for at, name in enumerate(names)}
    again = [last[name] > at for at, name in enumerate(names)]
    return {
        at
        for at, (first, end) in enumerate(_runs(again))
        if again[at] and end - first > 1 and len(set(names[first : end + 1])) == end - first + 1
    }


def _by_style(numbers: Sequence[Number | None]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, found in enumerate(numbers):
        if found:
            places.setdefault(found.style, []).append(at)
    return places


def _value(found: Number | None) -> int:
    return found.value if found else -1


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


def _own(line: Line, shape: str) -> Iterator[tuple[str, float]]:
    text, size = line.text, len(line.text)
    yield "bias", 1
    yield f"is {shape}", 1
    yield f"ends {words.sign_class(text[-1])}", 1
    yield f"begins {words.sign_class(text[0])}", 1
    yield "length", min(size, 60) / 20
    for limit in (6, 12, 20, 30, 40):
        if size <= limit:
            yield f"length<={limit}", 1
    yield from ((name, 1) for name, true in _says(text) if true)
    for name, pattern in words.CLASSES[:3]:
        yield f"part {name}", len(pattern.findall(text)) / size


def _says(text: str) -> Iterator[tuple[str, object]]:
    yield "stock", words.STOCK.fullmatch(text)
    yield "word", words.WORDS.fullmatch(text)
    yield "sign", words.MARKED.match(text)
    yield "predicate", words.PREDICATE.search(text)
    yield "verb", words.VERB.search(text)
    yield "speech", SPEECH_END.search(text)
    yield "polite", POLITE_END.search(text)
    yield "goes on", words.GOES_ON.match(text)
    yield "caption", words.CAPTION.match(text)
    yield "code", words.CODE.search(text)
    yield "wordless", len(re.findall(r"[ぁ-ヿ一-鿿々A-Za-z]", text)) < max(1, 0.4 * len(text))
    yield "clause", re.search(r"[をがはに]", text)
    yield "topic", re.search(r"[はが]", text[:-1])
    yield "comma", "、" in text
    yield "stop inside", "。" in text[:-1]
    yield "colon inside", re.search(r":\s*\S", text)
    yield "ends particle", text[-1] in words.PARTICLES
    yield "bracketed", text[0] == "(" and text[-1] == ")"
    yield "address", "http" in text


def _gaps(line: Line) -> str:
    return f"gap {'x' if line.gap_before else '-'}{'x' if line.gap_after else '-'}"


def _rough(shape: str) -> str:
    return {"number": "short", Shape.SHORT: "short", Shape.SENTENCE: "prose"}.get(shape, "other")
