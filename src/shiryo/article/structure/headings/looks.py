"""The first look: what of a line, its neighbours and its text speaks for or against a heading.

Only candidates are looked at: lines short enough, without a sentence's end. A feature is a name
and a number, mostly 1; what is not there counts 0. In names, ``+1`` and ``-1`` are the next and
the last line that is not blank; ``marks`` and ``bare`` tell texts whose lists have marks from
those without, ``airy``, ``mixed`` and ``tight`` how many blank lines there are.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from shiryo.article.structure import lexicon as words
from shiryo.article.structure.headings import alone
from shiryo.article.structure.headings.text import Text
from shiryo.article.structure.lines import POLITE_END, Line, Shape
from shiryo.article.structure.numbering import Number

Features = Mapping[str, float]


class Look(Text):
    """A text, and what of each of its candidates speaks for or against a heading."""

    def features(self) -> Iterator[Features]:
        """Yield the features of each candidate."""
        return (dict(self._of(at)) for at in self.candidates)

    def _of(self, at: int) -> Iterator[tuple[str, float]]:
        yield from alone.features(self.lines[at], self.shapes[at])
        yield from self._around(at)
        yield from self._between(at)
        yield from self._prose(at)
        yield from self._open(at)
        yield from self._body(at)
        yield from self._in_run(at)
        yield from self._beside(at)
        yield from self._cohesion(at)
        yield from self._border(at)
        yield from self._by_voice(at)
        yield from self._in_text(at)

    def _around(self, at: int) -> Iterator[tuple[str, float]]:
        line = self.lines[at]
        for step in (-2, -1, 1, 2):
            yield f"{step:+d} {self.near(at + step)}", 1
        for step in (-1, 1, 2):
            inside = 0 <= at + step < len(self.lines)
            length = min(len(self.lines[at + step].text), 120) / 40 if inside else 0
            yield f"length {step:+d}", length
        yield self.marks, 1
        yield self.air, 1
        yield _gaps(line), 1
        yield f"{self.air} {_gaps(line)}", 1
        yield f"{self.marks} {self.air} {_gaps(line)}", 1

    def _between(self, at: int) -> Iterator[tuple[str, float]]:
        """Give what stands before and after, seen together."""
        line, before, after = self.lines[at], self.near(at - 1), self.near(at + 1)
        for step, shape in ((-1, before), (1, after)):
            yield f"{self.marks} {step:+d} {shape}", 1
        yield f"{_rough(before)} {_rough(after)}", 1
        yield f"{self.marks} {_rough(before)} {_rough(after)}", 1
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

    def _prose(self, at: int) -> Iterator[tuple[str, float]]:
        """Give how much prose stands before and after, and whether the line differs in style."""
        before, after = self.prose[at]
        yield "prose before", min(before, 4) / 4
        yield "prose after", min(after, 4) / 4
        yield f"{self.air} prose around", float(before > 0 < after)
        text = self.lines[at].text
        if self.polite > 0.4:
            yield "plain in polite text", float(not POLITE_END.search(text))
            if words.PREDICATE.search(text) or words.VERB.search(text):
                yield "plain predicate in polite text", float(not POLITE_END.search(text))

    def _open(self, at: int) -> Iterator[tuple[str, float]]:
        """Give whether the line is part of a sentence that the lines around it begin or end."""
        line = self.lines[at]
        if at and words.PARTICLE.search(self.lines[at - 1].text):
            yield "-1 open", 1
        if at + 1 < len(self.lines):
            after = self.lines[at + 1].text
            yield "+1 goes on", float(words.CONTINUES.match(after) is not None)
            yield "+1 bracketed", float(after[0] == "(" and after[-1] == ")")
            if line.text[0] == "(" and line.text[-1] == ")" and self.numbers[at + 1]:
                yield "bracketed over number", 1
        if words.PREDICATE.search(line.text) or words.VERB.search(line.text):
            yield "predicate where sentences are open", self.loose

    def _body(self, at: int) -> Iterator[tuple[str, float]]:
        """Give how much text stands between the line and the candidates around it."""
        after, before = self.bodies[at]
        yield f"{self.marks} body", min(1.0, after / 200)
        yield f"{self.air} body", min(1.0, after / 200)
        yield "body before", min(1.0, before / 200)
        yield "no body", float(not after)
        yield f"{self.marks} {_gaps(self.lines[at])} no body", float(not after)
        if at + 1 < len(self.lines):
            longer = len(self.lines[at + 1].text) / len(self.lines[at].text)
            yield f"{self.marks} next is longer", min(4.0, longer) / 2

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

    def _beside(self, at: int) -> Iterator[tuple[str, float]]:
        """Give how the line ends beside its neighbours, and how short it is beside what follows."""
        text = self.lines[at].text
        for step in (-1, 1):
            near = self.ends[at + step] if 0 <= at + step < len(self.ends) else "edge"
            yield f"{self.marks} {self.ends[at]} {step:+d} {near}", 1
        below = [len(line.text) for line in self.lines[at + 1 : at + 5]]
        if below:
            yield f"{self.marks} longer below", sum(size > len(text) for size in below) / len(below)
            size = sum(below) / len(below)
            yield f"{self.marks} size by those below", min(3.0, len(text) / size)
        yield f"{self.marks} size by others", min(3.0, len(text) / self.usual)
        yield from self._by_gaps(at)
        for step in (-1, 1):
            if 0 <= at + step < len(self.lines):
                other = self.lines[at + step].text
                yield f"same words at the front {step:+d}", float(text[:3] == other[:3])
                yield f"same words at the end {step:+d}", float(text[-3:] == other[-3:])

    def _by_gaps(self, at: int) -> Iterator[tuple[str, float]]:
        """Give what its words and its neighbours say, by the blank lines around it.

        Where not every heading has one below it, words have to tell.
        """
        line, after = self.lines[at], self.near(at + 1)
        place = f"{self.air} {_gaps(line)}"
        yield f"{place} {self.ends[at]}", 1
        yield f"{place} {_rough(self.near(at - 1))} {_rough(after)}", 1
        if words.STOCK.fullmatch(line.text) or words.WORDS.fullmatch(line.text):
            yield f"{place} stock", 1
            yield f"stock over {_rough(after)}", 1
        if self.repeated(at):
            apart = not (self.repeated(at - 1) or self.repeated(at + 1))
            yield f"{place} repeated apart", float(apart)
        if self.numbers[at]:
            yield f"{place} numbered", 1
        if len(line.text) <= 20:
            yield f"{self.marks} {place} short over {_rough(after)}", 1

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

    def _border(self, at: int) -> Iterator[tuple[str, float]]:
        """Give whether one row of lines that are alike ends here and another begins."""
        above, below = self.alike(at - 2, at - 1), self.alike(at + 1, at + 2)
        mine = max(self.alike(at - 1, at), self.alike(at, at + 1))
        turns = (self.alike(at, at - 2) + self.alike(at, at + 2)) / 2 - mine
        yield f"{self.marks} unlike below", below - self.alike(at, at + 1)
        yield f"{self.marks} unlike above", above - self.alike(at - 1, at)
        yield f"{self.marks} between rows", max(0.0, min(above, below) - mine)
        yield f"{self.marks} rows apart", mine - self.alike(at - 1, at + 1)
        yield f"{self.air} by turns", turns
        yield f"{self.voice} {self.marks} by turns", turns
        yield "new words", self.breaks[at]
        yield f"{self.air} {self.marks} new words", self.breaks[at]
        if self.grams[at]:
            yield "words of what follows", self.leans[at]
            yield f"{self.air} {self.marks} words of what follows", self.leans[at]

    def _by_voice(self, at: int) -> Iterator[tuple[str, float]]:
        """Give anew what weighs otherwise in notes than in prose, and a sign that returns."""
        voice = f"{self.voice} {self.marks}"
        yield f"{voice} {self.ends[at]}", 1
        yield f"{voice} {self.air} {_gaps(self.lines[at])}", 1
        yield f"{voice} length", min(len(self.lines[at].text), 60) / 20
        if self.inside(at + 1):
            longer = len(self.lines[at + 1].text) / len(self.lines[at].text)
            yield f"{voice} next is longer", min(4.0, longer) / 2
        if sign := self.sign(at):
            close = sum(self.sign(near) == sign for near in (at - 1, at + 1) if self.inside(near))
            yield "sign returns", 1
            yield "sign returns close", close / 2
            yield "sign returns apart", float(not close)

    def _in_text(self, at: int) -> Iterator[tuple[str, float]]:
        """Give where the line stands in the text: repeated, in a sequence of numbers, first."""
        if self.repeated(at):
            yield from self._again(at)
        if found := self.numbers[at]:
            yield from self._in_sequence(at, found)
        elif self.spread:
            yield "no number where others have", 1
        yield "first", float(not at)
        yield "second", float(at == 1)
        yield "last", float(at == len(self.lines) - 1)

    def _again(self, at: int) -> Iterator[tuple[str, float]]:
        """Give where else the line comes: what a row names first may be a heading later."""
        text = self.lines[at].text
        beside = sum(self.repeated(near) for near in (at - 1, at + 1))
        yield "repeated", 1
        yield "repeated thrice", float(self.often[text] > 2)
        yield "repeated apart", float(not beside)
        yield "repeated in a row", beside / 2
        first = self.earliest[text]
        last = first < at == self.latest[text]
        listed = self.shapes[first] == Shape.ITEM or self.in_row(first)
        yield "named before", float(last)
        yield "comes again", float(first == at and not beside)
        yield "named before in a row", float(listed and last)

    def _in_sequence(self, at: int, mine: Number) -> Iterator[tuple[str, float]]:
        """Give how far the neighbours in the numbering are: items are close, headings are not."""
        places = self.places[mine.style]
        here = self.rank[at]
        far = [
            abs(at - places[near])
            for near, value in ((here - 1, mine.value - 1), (here + 1, mine.value + 1))
            if 0 <= near < len(places) and _value(self.numbers[places[near]]) == value
        ]
        distance = min(far, default=0)
        yield "numbered", 1
        yield f"numbered {mine.style.split(' ')[0]}", 1
        yield "number 1", float(mine.value == 1)
        kind = "alone" if not distance else "close" if distance < 2 else "apart"
        yield f"numbers {kind}", 1
        yield f"{self.marks} numbers {kind}", 1
        yield "distance of numbers", min(distance, 20) / 10
        chain = self.chains[at]
        yield "length of chain", min(len(chain), 8) / 8
        if len(chain) > 1:
            steps = [b - a for a, b in pairwise(chain)]
            yield "chain close", sum(step < 2 for step in steps) / len(steps)
            yield f"{self.marks} chain apart", sum(step > 2 for step in steps) / len(steps)


def _value(found: Number | None) -> int:
    return found.value if found else -1


def _gaps(line: Line) -> str:
    return f"gap {'x' if line.gap_before else '-'}{'x' if line.gap_after else '-'}"


def _rough(shape: str) -> str:
    return {"number": "short", Shape.SHORT: "short", Shape.SENTENCE: "prose"}.get(shape, "other")
