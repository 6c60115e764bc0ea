"""The space between two characters by their classes (JLREQ Appendix B, D, E; ``spacing.toml``)."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from shiryo.typeset.classes import names


class Space(NamedTuple):
    """What may stand between two characters; lengths in em."""

    minimum: float
    optimum: float
    maximum: float
    shrink: int
    """In which step of the line adjustment it shrinks, from 1; 0: never."""
    stretch: int
    """In which step it stretches, from 1; 0: never."""


class Adjust(NamedTuple):
    """How lines may be adjusted to the measure."""

    shrink: tuple[float, ...]
    """For each step how unwelcome it is when used to the full."""
    stretch: tuple[float, ...]


SOLID = Space(0, 0, 0, 0, 0)


def between(before: str, after: str) -> Space:
    """Return the space between a character of class ``before`` and one of class ``after``."""
    return _pairs().get((before, after), SOLID)


@cache
def at_end() -> dict[str, float]:
    """Return by class the space in em that may follow a character at the end of a line."""
    return dict(_data()["end"])


@cache
def adjustment() -> Adjust:
    """Return the rules of line adjustment."""
    rules = _data()["adjust"]
    return Adjust(tuple(rules["shrink"]), tuple(rules["stretch"]))


@cache
def _pairs() -> dict[tuple[str, str], Space]:
    pairs: dict[tuple[str, str], Space] = {}
    for row in _data()["pair"]:
        minimum, optimum, maximum = row["space"]
        space = Space(minimum, optimum, maximum, row.get("shrink", 0), row.get("stretch", 0))
        for before in _each(row["before"]):
            pairs |= dict.fromkeys(((before, after) for after in _each(row["after"])), space)
    return pairs


def _each(classes: list[str]) -> tuple[str, ...]:
    return names() if classes == ["*"] else tuple(classes)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("spacing.toml").read_text("utf-8"))
