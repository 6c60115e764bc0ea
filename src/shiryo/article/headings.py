"""Which lines of an unmarked text are headings: two logistic scores, one upon the other.

The first goes by what a line and its neighbours look like (`heading_looks`), the second by the
first scores of the whole text (`heading_company`). The weights are data (``headings.json``), fitted
by ``benchmarks/train_headings.py`` to Japanese documents whose heading marks were taken away.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from . import heading_company
from .heading_looks import Features, Look
from .lines import Line, Shape

Weights = Mapping[str, float]


def scores(lines: Sequence[Line]) -> dict[int, float]:
    """Return how likely each line that is not blank is a heading: line number → 0 to 1."""
    first, second = _weights()
    look = Look(lines)
    found = logistic(heading_company.features(look, logistic(look.features(), first)), second)
    contents = {line.number: 0.0 for line in lines if line.shape is not Shape.BLANK}
    return contents | {line.number: score for line, score in zip(look.lines, found, strict=True)}


def logistic(features: Sequence[Features], weights: Weights) -> list[float]:
    """Return the score of each line, 0 to 1."""
    sums = (sum(weights.get(name, 0.0) * v for name, v in found.items()) for found in features)
    return [1 / (1 + math.exp(-max(-30.0, min(30.0, value)))) for value in sums]


@cache
def _weights() -> tuple[Weights, Weights]:
    text = files("shiryo.article").joinpath("headings.json").read_text("utf-8")
    loaded: Mapping[str, Weights] = json.loads(text)
    return loaded["first"], loaded["second"]
