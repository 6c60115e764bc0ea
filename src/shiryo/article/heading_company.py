"""The second look: what the first scores of the other lines say of a line.

The headings of one text are alike, in their numbers, their endings, the blank lines around them;
they keep a distance; and where they are numbered or repeat, others are seldom headings too.
"""

import math
from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping, Sequence

from . import heading_words as words
from .heading_looks import Features, Look

SURE = 0.6
"""From which first score on a line is counted on."""
_EDGE = 0.003


def features(look: Look, scores: Sequence[float]) -> list[Features]:
    """Return the features of each line, from the first ``scores`` (0 to 1) of all of them."""
    return Company(look, scores).features()


def logit(score: float) -> float:
    """Return the logit of a score, within bounds."""
    bounded = min(max(score, _EDGE), 1 - _EDGE)
    return math.log(bounded / (1 - bounded))


class Company:
    """The candidates of a text by what they have in common."""

    def __init__(self, look: Look, scores: Sequence[float]) -> None:
        self.look, self.scores = look, scores
        self.candidates = [at for at in range(len(scores)) if look.candidate(at)]
        self.manners = {at: self._manner(at) for at in self.candidates}
        self.all = sum(scores[at] for at in self.candidates)
        self.sure = [at for at, score in enumerate(scores) if score >= SURE]
        self.sums: dict[tuple[str, Hashable], tuple[float, int]] = {}
        for at, manner in self.manners.items():
            for key in manner.items():
                total, count = self.sums.get(key, (0.0, 0))
                self.sums[key] = total + scores[at], count + 1
        ordered = sum(scores[at] for at in self.candidates if self._ordered(at))
        self.order = ordered / max(0.5, self.all)

    def features(self) -> list[Features]:
        """Return the features of each line."""
        return [dict(self._of(at)) for at in range(len(self.scores))]

    def _of(self, at: int) -> Iterator[tuple[str, float]]:
        if self.look.barred[at]:
            yield "never", 1
            return
        yield "bias", 1
        yield "score", logit(self.scores[at])
        if at in self.manners:
            yield "candidate", 1
            yield from self._near(at)
            yield from self._alike(at)
            yield from self._spacing(at)
            yield from self._by_regime(at)
            yield ("in order" if self._ordered(at) else "out of order"), self.order

    def _by_regime(self, at: int) -> Iterator[tuple[str, float]]:
        """Give anew what weighs otherwise where marks or blank lines are missing."""
        regime = f"{self.look.marks} {self.look.air}"
        yield regime, 1
        yield f"{regime} score", logit(self.scores[at])
        for name, value in self._alike(at):
            if name in ("like order", "like gaps", "like text"):
                yield f"{regime} {name}", value
        if not self._ordered(at):
            yield f"{regime} out of order", self.order

    def _near(self, at: int) -> Iterator[tuple[str, float]]:
        for step in (-2, -1, 1, 2):
            if 0 <= at + step < len(self.scores):
                yield f"score {step:+d}", self.scores[at + step]
        around = self.scores[max(0, at - 3) : at + 4]
        yield "highest around", float(self.scores[at] >= max(around))

    def _alike(self, at: int) -> Iterator[tuple[str, float]]:
        """Give how the other candidates of the same manner score, beside all others."""
        mine = self.scores[at]
        mean = (self.all - mine + 0.1) / (len(self.candidates) - 0.5)
        yield "others", logit(mean) / 3
        for name, value in self.manners[at].items():
            total, count = self.sums[name, value]
            alike = (total - mine + mean) / count
            yield f"like {name}", (logit(alike) - logit(mean)) / 3
            if name in ("number", "text"):
                yield f"many like {name}", min(count - 1, 5) / 5 * logit(alike) / 3

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
            "ending": words.ending(line.text),
            "text": line.text,
            "gaps": (line.gap_before, line.gap_after),
            "shape": line.shape,
            "neighbours": (self.look.near(at - 1), self.look.near(at + 1)),
            "length": min(len(line.text) // 8, 5),
            "beginning": words.sign_class(line.text[0]),
            "order": (found is not None, self.look.repeated(at)),
        }

    def _ordered(self, at: int) -> bool:
        return self.look.numbers[at] is not None or self.look.repeated(at)
