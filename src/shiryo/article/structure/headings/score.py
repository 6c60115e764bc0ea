"""Which lines of an unmarked text are headings: logistic scores in three stages.

The first says how much a line looks like a heading and how much like an item of a list
(`looks`), the second goes by these scores of the whole text (`company`), the third by those of the
second, too: what the sure ones are tells of the others. The weights are data (``headings.json``),
fitted by ``benchmarks/train_headings.py`` to Japanese documents whose marks were taken away.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from shiryo.article.structure.headings.company import Company, logit
from shiryo.article.structure.headings.looks import Features, Look
from shiryo.article.structure.lines import POLITE_END, Line, Shape

Weights = Mapping[str, float]


class Model(NamedTuple):
    """The weights of the scores."""

    first: Weights
    items: Weights
    second: Weights
    third: Weights


def scores(lines: Sequence[Line]) -> dict[int, float]:
    """Return how likely each line that is not blank is a heading: line number → 0 to 1."""
    model, look = _model(), Look(lines)
    found = final(Company(look), look.features(), model)
    none = {line.number: 0.0 for line in lines if line.shape is not Shape.BLANK}
    return none | {look.lines[at].number: s for at, s in zip(look.candidates, found, strict=True)}


def emphasised(
    found: Mapping[int, float], lines: Sequence[Line], weights: Mapping[int, int]
) -> dict[int, float]:
    """Return the scores where the letters of some lines, those of ``weights``, stand out.

    Larger ones, and bold ones (weight 1) that do not end as a sentence does, are likelier
    headings; bold sentences are stressed, not headings. Where several lines are headings for
    their letters, the others are less likely ones. What can be none has 0 and keeps it.
    """
    said = {line.number for line in lines if POLITE_END.search(line.text)}
    said -= {line.number for line in lines if line.text.endswith(("か", "?"))}
    stressed = {n for n, weight in weights.items() if weight == 1 and n in said}
    raised = {n: _shifted(found[n], 3.0) for n in weights if n in found and n not in stressed}
    several = sum(score >= 0.5 for score in raised.values()) > 1
    fallen = {n: _shifted(score, -1.5) for n, score in found.items() if several}
    return {**found, **fallen, **raised, **dict.fromkeys(stressed & found.keys(), 0.0)}


def _shifted(score: float, by: float) -> float:
    return 1 / (1 + math.exp(-logit(score) - by)) if score else 0.0


def final(company: Company, features: Iterable[Features], model: Model) -> list[float]:
    """Return the last score of each candidate, from the ``features`` of its look."""
    first, items = list[float](), list[float]()
    for found in features:  # they are many: none is kept
        first.append(_logistic(found, model.first))
        items.append(_logistic(found, model.items))
    near = list(company.features(first, items))
    second = logistic(near, model.second)
    return logistic(both(near, company.features(second, items)), model.third)


def both(first: Iterable[Features], second: Iterable[Features]) -> Iterator[Features]:
    """Yield the features of the company by first scores beside those by second scores."""
    for one, other in zip(first, second, strict=True):
        yield {**other, **{f"1 {name}": value for name, value in one.items()}}


def logistic(features: Iterable[Features], weights: Weights) -> list[float]:
    """Return the score of each row of features, 0 to 1."""
    return [_logistic(found, weights) for found in features]


def _logistic(found: Features, weights: Weights) -> float:
    value = sum([weights[name] * v for name, v in found.items() if name in weights])
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))


@cache
def _model() -> Model:
    text = files(__package__).joinpath("headings.json").read_text("utf-8")
    return Model(**json.loads(text))
