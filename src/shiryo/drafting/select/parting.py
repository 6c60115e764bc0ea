"""How much of a list a slide takes, and where in the article what is said stands."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from shiryo import limits
from shiryo.article.model import Block as Source
from shiryo.japanese.width import width
from shiryo.outline import model

_T = TypeVar("_T")
ROOM, CRUMB = 11.5, 4.0
"""Lines that a slide has room for under its message, about, and that are too few for a slide."""
_LINE, _GAP = 52.0, 0.3
"""Full-width characters of a line in the smallest type; lines between items."""


def height(texts: Iterable[str]) -> float:
    """Return how many lines items take on a slide, about."""
    return sum(math.ceil(width(text) / _LINE) + _GAP for text in texts)


def is_long(found: Sequence[object]) -> bool:
    """Tell whether a list is so long that slides have only its beginning."""
    return len(found) > limits.DRAFT_ITEMS


def parted(found: Sequence[_T], most: int = limits.SLIDE_ITEMS) -> Iterator[tuple[_T, ...]]:
    """Part what is more than a slide takes as evenly as may be."""
    count = -(-len(found) // most)
    size, more = divmod(len(found), count)
    start = 0
    for n in range(count):
        end = start + size + (n < more)
        yield tuple(found[start:end])
        start = end


def reference(source: Source) -> tuple[str, ...]:
    """Return where a block stands, as ``from`` says it."""
    return (model.line_ref(source.first, source.last),)
