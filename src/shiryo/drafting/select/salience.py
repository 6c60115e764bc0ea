"""How central each sentence of a section is (LexRank: Erkan and Radev, 2004)."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from shiryo.japanese.words import words

_KEPT = 4096
"""How many texts are remembered: each is compared with all that is said already."""
_DAMPING = 0.85
_ROUNDS = 20
_DIGITS = 9
"""Of a score: texts that say the same are level, whatever the order that they were added up in."""
_CONTENT = ("名詞", "動詞", "形容詞", "形状詞")


def salience(sentences: Sequence[str], heading: str = "") -> list[float]:
    """Return a score for each sentence, 1.0 on average; words of the heading count as well."""
    bags = [_content(sentence) for sentence in sentences]
    alike = _Alike(bags)
    totals = [total or 1.0 for total in alike.spread([1.0] * len(bags))]
    scores = [1.0] * len(bags)
    for _ in range(_ROUNDS):
        given = alike.spread([s / total for s, total in zip(scores, totals, strict=True)])
        before, scores = scores, [(1 - _DAMPING) + _DAMPING * share for share in given]
        if scores == before:
            break
    topic = _content(heading)
    return [
        round(score + _cosine(bag, topic), _DIGITS) for score, bag in zip(scores, bags, strict=True)
    ]


class _Alike:
    """How alike (cosine) each text is to each other one, without a table of all pairs.

    With texts as rows of a matrix A of unit vectors, likeness is A·Aᵀ but for the texts themselves;
    so what all of them give each other is A·(Aᵀ·weights), in time that grows with their words.
    """

    def __init__(self, bags: Sequence[Counter[str]]) -> None:
        times = Counter(word for bag in bags for word in bag)
        self._rows = [_unit(bag, times) for bag in bags]
        self._own = [sum(share * share for _, share in row) for row in self._rows]

    def spread(self, weights: Sequence[float]) -> list[float]:
        """Return what each text gets from the others: their weights by how alike they are."""
        mass: dict[str, float] = defaultdict(float)
        for row, weight in zip(self._rows, weights, strict=True):
            for word, share in row:
                mass[word] += share * weight
        return [
            sum([share * mass[word] for word, share in row]) - own * weight
            for row, own, weight in zip(self._rows, self._own, weights, strict=True)
        ]


def _unit(bag: Counter[str], times: Counter[str]) -> list[tuple[str, float]]:
    """Return the words of a bag that another one has too, as parts of a vector of length 1."""
    norm = math.sqrt(sum(n * n for n in bag.values()))
    return [(word, n / norm) for word, n in bag.items() if times[word] > 1]


def overlap(one: str, other: str) -> float:
    """Return the share of the shorter text's pairs of letters that the other has too, 0 to 1."""
    a, b = _pairs(one), _pairs(other)
    return len(a & b) / max(1, min(len(a), len(b)))


def share(one: str, other: str) -> float:
    """Return the share of the pairs of letters of ``one`` that ``other`` has too, 0 to 1."""
    a, b = _pairs(one), _pairs(other)
    return len(a & b) / max(1, len(a))


def likeness(one: str, other: str) -> float:
    """Return the Jaccard index of the texts' pairs of letters, 0 to 1."""
    a, b = _pairs(one), _pairs(other)
    return len(a & b) / max(1, len(a | b))


def news(text: str, said: Sequence[str]) -> int:
    """Return how many words of ``text`` that say something none of ``said`` has."""
    return len(_content(text).keys() - {word for other in said for word in _content(other)})


@lru_cache(_KEPT)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[n : n + 2] for n in range(len(text) - 1))


def _content(text: str) -> Counter[str]:
    return Counter(w.base for w in words(text) if w.pos in _CONTENT and w.sub != "非自立可能")


def _cosine(a: Counter[str], b: Counter[str]) -> float:
    shared = sum(a[word] * b[word] for word in sorted(a.keys() & b.keys()))
    norm = math.sqrt(sum(n * n for n in a.values()) * sum(n * n for n in b.values()))
    return shared / norm if norm else 0.0
