"""What each sentence does in its section, and how well it would stand as the section's message.

Two linear scores: what a sentence looks like (`looks`) gives the chances of its roles, these and a
few features more give its worth as the key sentence among those of its section. The weights are
data (``roles.json``), fitted by ``benchmarks/train_roles.py`` to labelled sentences.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from shiryo.drafting.select.looks import Looks, looks
from shiryo.drafting.select.traits import ASIDE, ROLES, traits
from shiryo.drafting.wording.sentences import Sentence

SURE = 0.5
"""The chance of such a role from which on a sentence is no statement."""
_DIGITS = 6


class Model(NamedTuple):
    """The weights: of each look for each role, in hundredths, and of what makes a key sentence."""

    roles: Mapping[str, Sequence[int]]
    keys: Mapping[str, float]


class Told(NamedTuple):
    """What is told of a sentence."""

    worth: float
    """As the key sentence of its section: 0 on average."""
    aside: float
    """The chance that it says nothing of the matter: a greeting, a byline, what comes next."""


def told(sentences: Sequence[Sentence], heading: str = "", title: str = "") -> list[Told]:
    """Return what is told of each sentence of a section under ``heading``."""
    model = _model()
    seen = looks([sentence.text for sentence in sentences], heading, title)
    chance_of = [chances(look) for look in seen]
    found = [
        sum(model.keys.get(name, 0.0) * value for name, value in row.items())
        for row in traits(sentences, seen, chance_of, heading, title)
    ]
    mean = sum(found) / max(1, len(found))
    return [
        Told(round(worth - mean, _DIGITS), round(sum(chance[ASIDE:]), _DIGITS))
        for worth, chance in zip(found, chance_of, strict=True)
    ]


def chances(look: Looks) -> list[float]:
    """Return the chance of each role of a sentence that looks so."""
    weights = _model().roles
    sums = [0.0] * len(ROLES)
    for name, value in look.items():
        if row := weights.get(name):
            sums = [total + value * each for total, each in zip(sums, row, strict=True)]
    most = max(sums)
    powers = [math.exp((total - most) / 100) for total in sums]
    whole = sum(powers)
    return [power / whole for power in powers]


@cache
def _model() -> Model:
    return Model(**json.loads(files(__package__).joinpath("roles.json").read_text("utf-8")))
