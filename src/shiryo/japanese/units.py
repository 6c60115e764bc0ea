"""Units and counters: what kinds there are, and how they are written. The lists: ``units.toml``."""

import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Literal

from shiryo import lazy_re as re

Kind = Literal["share", "money", "tally", "things", "measure", "time", "calendar", "place"]

_DATA = tomllib.loads(files(__package__).joinpath("units.toml").read_text("utf-8"))
KINDS: dict[Kind, list[str]] = _DATA["kinds"]
"""The units of each kind."""
_SAME: dict[str, str] = {other: unit for unit, others in _DATA["same"].items() for other in others}
_SAME |= dict.fromkeys(_DATA["written"]["bare"], "")
_MINUTES = r"分(?:(?=以内|以上|以下|程度|前|後)|(?![一-龠のけか]))"
"""Not the 分 of 2分の1, 3分野, 二十分に."""


def pattern(*kinds: Kind) -> str:
    """Return a pattern of the units of these kinds, by default of all, the longest first."""
    return _any(unit for kind in kinds or KINDS for unit in KINDS[kind])


def _any(units: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(units, key=len, reverse=True)))})"


_CELLS = set(_DATA["written"]["cells"])
_OF_TEXTS = [u for units in KINDS.values() for u in units if u not in _CELLS and u != "分"]
IN_TEXT = rf"(?:{_any(_OF_TEXTS)}|{_MINUTES})"
"""Units after digits in a sentence."""
_AFTER_KANJI = (u for u in _DATA["written"]["kanji"] if u != "分")
AFTER_KANJI = rf"(?:{_any(_AFTER_KANJI)}|分(?=半|間|以内|ほど|程度|後|前))"
"""Units after a numeral in kanji."""


def same(unit: str) -> str:
    """Return the unit that amounts in ``unit`` are compared in; empty for a mere counter (個)."""
    return _SAME.get(unit, unit)
