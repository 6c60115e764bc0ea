"""Eras (年号): which year of ours their years are, and the other way round.

The table is ``eras.txt``, from 大化 on.
"""

import datetime as dt
from importlib.resources import files
from typing import NamedTuple

_LONGEST = 35
"""Years of the longest era before 1868 (応永); of later ones years beyond their end are planned."""


class Era(NamedTuple):
    """An era."""

    name: str
    first: dt.date
    """The day that it begins on; of eras before 1868, 1 January of their first year."""
    letter: str
    """``R`` for 令和; empty before 1868."""


def _read() -> tuple[Era, ...]:
    text = files(__package__).joinpath("eras.txt").read_text("utf-8")
    rows = [line.split() for line in text.splitlines() if not line.startswith("#")]
    return tuple(
        Era(name, dt.date.fromisoformat(first if "-" in first else f"{first:0>4}-01-01"), letter)
        for name, first, letter in ((*row, "")[:3] for row in rows)
    )


ERAS = _read()
"""All eras, the oldest first."""
MODERN = tuple(era for era in ERAS if era.letter)
"""Those since 1868."""
LETTERS = "".join(era.letter for era in MODERN)
"""``MTSHR``."""
_BY_NAME = {name: era for era in ERAS for name in (era.name, era.letter) if name}
_EARLIER = sorted((e.name for e in ERAS if not e.letter), key=len, reverse=True)
NAMES = rf"(?:{'|'.join(e.name for e in MODERN)}|(?<![一-龠々])(?:{'|'.join(_EARLIER)}))"
"""A pattern of an era's name; of old ones (文化, 永久) only where no other kanji stands before."""


def year(era: str, number: int) -> int:
    """Return which year the ``number``\\ th of an era, by its name or letter, is; 0 for none."""
    found = _BY_NAME[era]
    last = 99 if found.letter else _LONGEST
    return found.first.year + number - 1 if 1 <= number <= last else 0


def wareki(date: dt.date) -> str:
    """Return ``令和7年9月18日`` for a day; before 1868 the year is ours (1867年…)."""
    return f"{wareki_month(date)}{date.day}日"


def wareki_month(date: dt.date) -> str:
    """Return ``令和7年9月`` for a day; before 1868 the year is ours."""
    era = next((e for e in reversed(MODERN) if date >= e.first), None)
    number = date.year - era.first.year + 1 if era else date.year
    name = era.name if era else ""
    return f"{name}{'元' if era and number == 1 else number}年{date.month}月"
