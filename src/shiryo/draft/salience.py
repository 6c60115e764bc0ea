"""How central each sentence of a section is (LexRank: Erkan and Radev, 2004)."""

import math
from collections import Counter
from collections.abc import Sequence

from shiryo.draft.words import words

_DAMPING = 0.85
_ROUNDS = 20
_CONTENT = ("名詞", "動詞", "形容詞", "形状詞")


def salience(sentences: Sequence[str], heading: str = "") -> list[float]:
    """Return a score for each sentence, 1.0 on average; words of the heading count as well."""
    bags = [_content(sentence) for sentence in sentences]
    if not bags:
        return []
    alike = [[_cosine(a, b) if a is not b else 0.0 for b in bags] for a in bags]
    totals = [sum(row) or 1.0 for row in alike]
    scores = [1.0] * len(bags)
    for _ in range(_ROUNDS):
        scores = [
            (1 - _DAMPING)
            + _DAMPING * sum(scores[j] * alike[j][i] / totals[j] for j in range(len(bags)))
            for i in range(len(bags))
        ]
    topic = _content(heading)
    return [score + _cosine(bag, topic) for score, bag in zip(scores, bags, strict=True)]


def overlap(one: str, other: str) -> float:
    """Return the share of the shorter text's pairs of letters that the other has too, 0 to 1."""
    a, b = _pairs(one), _pairs(other)
    return len(a & b) / max(1, min(len(a), len(b)))


def likeness(one: str, other: str) -> float:
    """Return the Jaccard index of the texts' pairs of letters, 0 to 1."""
    a, b = _pairs(one), _pairs(other)
    return len(a & b) / max(1, len(a | b))


def _pairs(text: str) -> set[str]:
    return {text[n : n + 2] for n in range(len(text) - 1)}


def _content(text: str) -> Counter[str]:
    return Counter(w.base for w in words(text) if w.pos in _CONTENT and w.sub != "非自立可能")


def _cosine(a: Counter[str], b: Counter[str]) -> float:
    shared = sum(a[word] * b[word] for word in sorted(a.keys() & b.keys()))
    norm = math.sqrt(sum(n * n for n in a.values()) * sum(n * n for n in b.values()))
    return shared / norm if norm else 0.0
