"""What each sentence does in its section, and how well it would stand as the section's message.

Two linear scores: what a sentence looks like (`looks`) gives the chances of its roles, these and a
few features more give its worth as the key sentence among those of its section. The weights are
data (``roles.json``), fitted by ``benchmarks/train_roles.py`` to labelled sentences.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from shiryo.drafting.select import salience, weight
from shiryo.drafting.select.looks import Looks, looks, topic
from shiryo.drafting.wording.sentences import Sentence
from shiryo.japanese.width import width

ROLES = (
    "claim", "decision", "definition", "reason", "number", "contrast", "example", "concession",
    "background", "announcement", "about-the-document", "formula", "furniture", "advertisement",
)  # fmt: skip
ASIDE = 9
"""From this role on nothing is said of the matter itself."""
SURE = 0.5
"""The chance of such a role from which on a sentence is no statement."""
_SAYS, _HALF = 3, 0.5
"""The roles before this one say the matter itself: a claim, a decision, a definition."""
_DIGITS = 6
_PASSED = (
    "of heading", "of title", "number", "date", "name", "has は", "has が", "has も",
    "asks", "shouts", "points on", "points back", "I", "you", "but", "so", "instance", "grants",
    "counts", "if", "because", "trails off", "label", "stops",
)  # fmt: skip
"""Looks that choose the key sentence, too."""


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
    chances = [_chances(look, model.roles) for look in seen]
    found = [
        sum(model.keys.get(name, 0.0) * value for name, value in traits.items())
        for traits in key_traits(sentences, seen, chances, heading)
    ]
    mean = sum(found) / max(1, len(found))
    return [
        Told(round(worth - mean, _DIGITS), round(sum(chance[ASIDE:]), _DIGITS))
        for worth, chance in zip(found, chances, strict=True)
    ]


def key_traits(
    sentences: Sequence[Sentence],
    seen: Sequence[Looks],
    chances: Sequence[Sequence[float]],
    heading: str,
) -> list[Looks]:
    """Return what speaks for each sentence, and against it, as the message of its section."""
    central = salience.salience([sentence.text for sentence in sentences], heading)
    says = [sum(chance[:_SAYS]) for chance in chances]
    most = max(says, default=0.0)
    first = next((at for at, chance in enumerate(says) if chance >= _HALF), len(says))
    return [
        dict(
            [
                *((role, chance) for role, chance in zip(ROLES, chances[at], strict=True)),
                *((name, seen[at][name]) for name in _PASSED if name in seen[at]),
                ("central", central[at]),
                ("first", float(at == 0)),
                ("last", float(at == len(seen) - 1)),
                ("late", at / max(1, len(seen) - 1)),
                ("before but", float(at + 1 < len(seen) and "but" in seen[at + 1])),
                *_words(sentence.text, heading),
                ("strong", float(sentence.strong)),
                *_beside(chances, at),
                ("says most", float(says[at] == most)),
                ("first to say", float(at <= first)),
            ]
        )
        for at, sentence in enumerate(sentences)
    ]


def _beside(chances: Sequence[Sequence[float]], at: int) -> Iterator[tuple[str, float]]:
    """Yield what the sentences around do: a claim stands before its reason, after a question."""
    if at:
        yield from ((f"after {role}", c) for role, c in zip(ROLES, chances[at - 1], strict=True))
    if at + 1 < len(chances):
        yield from ((f"before {role}", c) for role, c in zip(ROLES, chances[at + 1], strict=True))


def _words(text: str, heading: str) -> list[tuple[str, float]]:
    said = text.rstrip("。！!")
    return [
        ("terse", float(width(said) < weight.TERSE)),
        ("very long", float(width(said) > 90)),
        ("hollow", float(weight.HOLLOW.search(said) is not None)),
        ("leans", float(weight.points_back(said, heading))),
        ("explains", float(weight.explains(said))),
        ("heading is topic", float(bool(topic(heading) & topic(_before_topic(said))))),
        ("copula", float(re.search(r"(?:です|だ|である|であった|でした)$", said) is not None)),
        ("noun", float(re.search(r"[一-龠ァ-ヴー]$", said) is not None)),
    ]


def _before_topic(text: str) -> str:
    return text.partition("は")[0] if "は" in text else ""


def _chances(look: Looks, weights: Mapping[str, Sequence[int]]) -> list[float]:
    """Return the chance of each role."""
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
