"""The second look: what the first scores of all candidates say of each.

The headings of one text are alike, in their numbers, their endings, the blank lines around them;
they keep a distance; items stand by items; and where headings are numbered or repeat, others are
seldom headings too.
"""

import math
from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping, Sequence
from statistics import fmean

from shiryo.article.structure import lexicon as words
from shiryo.article.structure.headings.looks import Features, Look
from shiryo.article.structure.lines import Shape

SURE = 0.6
"""From which first score on a line is counted on."""
_EDGE = 0.003


def logit(score: float) -> float:
    """Return the logit of a score, within bounds."""
    bounded = min(max(score, _EDGE), 1 - _EDGE)
    return math.log(bounded / (1 - bounded))


class Company:
    """The candidates of a text by what they have in common."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.manners = [self._manner(at) for at in look.candidates]

    def features(self, scores: Sequence[float], items: Sequence[float]) -> Iterator[Features]:
        """Yield the features of each candidate, from its first scores, 0 to 1.

        ``scores`` are for being a heading, ``items`` for being an item of a list.
        """
        self._sum(scores, items)
        return (dict(self._of(n)) for n in range(len(scores)))

    def _sum(self, scores: Sequence[float], items: Sequence[float]) -> None:
        look = self.look
        self.mine, self.own_items = scores, items
        self.scores = [0.0] * len(look.lines)
        self.items = [float(shape == Shape.ITEM) for shape in look.shapes]
        for at, score, item in zip(look.candidates, scores, items, strict=True):
            self.scores[at], self.items[at] = score, item
        self.runs = {
            (first, last): (fmean(self.items[first : last + 1]), max(self.scores[first : last + 1]))
            for first, last in {look.runs[at] for at in look.candidates}
        }
        """How likely the lines of each run are items, and how likely the likeliest is a heading."""
        self.all = sum(scores)
        self.sure = [at for at, score in enumerate(self.scores) if score >= SURE]
        self._rank(scores)
        self.sums: dict[tuple[str, Hashable], tuple[float, int]] = {}
        for score, manner in zip(scores, self.manners, strict=True):
            for key in manner.items():
                total, count = self.sums.get(key, (0.0, 0))
                self.sums[key] = total + score, count + 1
        again = (
            s
            for at, s in zip(look.candidates, scores, strict=True)
            if look.often[look.lines[at].text] > 2
        )
        self.names = sum(again) / max(0.5, self.all)
        ordered = (s for at, s in zip(look.candidates, scores, strict=True) if self._ordered(at))
        self.order = sum(ordered) / max(0.5, self.all)

    def _rank(self, scores: Sequence[float]) -> None:
        """Note how the scores of this text lie, whatever they are."""
        self.sorted = sorted(scores)
        logits = list(map(logit, scores))
        self.mean = fmean(logits) if logits else 0.0
        self.spread = math.sqrt(fmean([(x - self.mean) ** 2 for x in logits]) if logits else 0.0)

    def _by_rank(self, n: int) -> Iterator[tuple[str, float]]:
        """Give how the line scores beside the others of its text, near and far."""
        at, mine = self.look.candidates[n], logit(self.mine[n])
        yield "rank", bisect_left(self.sorted, self.mine[n]) / len(self.sorted)
        yield "above the mean", max(-3.0, min(3.0, (mine - self.mean) / max(0.5, self.spread))) / 2
        yield "above most where few are sure", (mine - logit(self.sorted[-1])) / 4
        around = self.scores[max(0, at - 6) : at + 7]
        yield "above the lines around", (mine - logit(sum(around) / len(around))) / 4
        second, next_ = self._mean(at, (-4, -2, 2, 4)), self._mean(at, (-3, -1, 1, 3))
        if second is not None and next_ is not None:
            turns = (logit(second) - logit(next_)) / 4
            yield "by turns", turns
            yield f"{self.look.air} {self.look.marks} by turns", turns
            yield f"{self.look.voice} {self.look.marks} by turns", turns

    def _mean(self, at: int, steps: Sequence[int]) -> float | None:
        """Return the mean score of the lines so many steps away, of those that are there."""
        found = [self.scores[at + step] for step in steps if self.look.inside(at + step)]
        return fmean(found) if found else None

    def _of(self, n: int) -> Iterator[tuple[str, float]]:
        at = self.look.candidates[n]
        yield "bias", 1
        yield "score", logit(self.mine[n])
        yield "item", logit(self.own_items[n]) / 3
        yield from self._near(at)
        alike = list(self._alike(n))
        yield from alike
        yield from self._spacing(at)
        yield from self._by_rank(n)
        yield from self._by_regime(n, alike)
        yield from self._order(at)

    def _order(self, at: int) -> Iterator[tuple[str, float]]:
        """Give whether the line is numbered or repeated where most headings are."""
        place = "in order" if self._ordered(at) else "out of order"
        yield place, self.order
        yield f"{place} of most", max(0.0, self.order - 0.5)
        yield f"{place} of names", self.names if not self.look.numbers[at] else 0

    def _by_regime(self, n: int, alike: Sequence[tuple[str, float]]) -> Iterator[tuple[str, float]]:
        """Give anew what weighs otherwise where marks or blank lines are missing."""
        regime = f"{self.look.marks} {self.look.air}"
        voice = f"{self.look.voice} {regime}"
        yield voice, 1
        yield f"{voice} score", logit(self.mine[n])
        yield regime, 1
        yield f"{regime} score", logit(self.mine[n])
        yield f"{regime} item", logit(self.own_items[n]) / 3
        for name, value in alike:
            if name in ("like order", "like gaps", "like text"):
                yield f"{regime} {name}", value
        if not self._ordered(self.look.candidates[n]):
            yield f"{regime} out of order", self.order

    def _near(self, at: int) -> Iterator[tuple[str, float]]:
        for step in (-2, -1, 1, 2):
            if 0 <= at + step < len(self.scores):
                yield f"score {step:+d}", self.scores[at + step]
                yield f"item {step:+d}", self.items[at + step]
        if 0 < at < len(self.scores) - 1:
            both = self.scores[at - 1] * self.scores[at + 1]
            yield "between headings", both
            yield "between headings alike", both * self.look.alike(at - 1, at + 1)
        around = self.scores[max(0, at - 3) : at + 4]
        yield "highest around", float(self.scores[at] >= max(around))
        first, last = self.look.runs[at]
        if last > first:
            items, highest = self.runs[first, last]
            yield "items in run", items
            yield "highest in run", float(self.scores[at] >= highest)

    def _alike(self, n: int) -> Iterator[tuple[str, float]]:
        """Give how the other candidates of the same manner score, beside all others."""
        mine = self.mine[n]
        rest = (self.all - mine + 0.1) / (len(self.mine) - 0.5)
        others = logit(rest)
        yield "others", others / 3
        for name, value in self.manners[n].items():
            total, count = self.sums[name, value]
            alike = logit((total - mine + rest) / count)
            yield f"like {name}", (alike - others) / 3
            if name in ("number", "chain", "text"):
                yield f"many like {name}", min(count - 1, 5) / 5 * alike / 3

    def _spacing(self, at: int) -> Iterator[tuple[str, float]]:
        here = bisect_left(self.sure, at)
        before = self.sure[here - 1] if here else -1
        later = [place for place in self.sure[here : here + 2] if place != at]
        yield "since the last", min(at - before, 8) / 8
        yield "until the next", min((later or [len(self.scores)])[0] - at, 8) / 8
        yield "density", min(1.0, 4 * len(self.sure) / len(self.scores))

    def _manner(self, at: int) -> Mapping[str, Hashable]:
        line, found = self.look.lines[at], self.look.numbers[at]
        return {
            "number": found.style if found else "",
            "chain": self.look.chains[at][0] if found else -1,
            "body": min(self.look.bodies[at][0] // 40, 3),
            "end": tuple(self.look.ends[at : at + 2]),
            "ending": words.ending(line.text),
            "text": line.text,
            "front": line.text[:3],
            "sign": self.look.sign(at),
            "back": line.text[-3:],
            "gaps": (line.gap_before, line.gap_after),
            "shape": line.shape,
            "neighbours": (self.look.near(at - 1), self.look.near(at + 1)),
            "length": min(len(line.text) // 8, 5),
            "beginning": words.sign_class(line.text[0]),
            "order": self._ordered(at),
            "setting": (self.look.near(at - 1), self.look.near(at + 1), self.look.near(at + 2)),
            "form": (
                line.shape,
                words.ending(line.text),
                line.gap_before,
                self.look.near(at + 1),
            ),
        }

    def _ordered(self, at: int) -> bool:
        return self.look.numbers[at] is not None or self.look.repeated(at)
