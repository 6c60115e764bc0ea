"""Character classes (JLREQ Appendix A), read from ``classes.toml``."""

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

WIDE = "19"
"""Ideographic characters and what is set like them."""
WESTERN = "27"
RAISED = "20"
"""Reference marks: whatever stands above the line."""

KANA = frozenset({"10", "11", "15", "16"})

_HALF = {"01": "w-open", "02": "w-close", "05": "w-close", "06": "w-close", "07": "w-close"}
"""What a mark is that is not as wide as it is high: it has no half em to give."""


def class_of(character: str, em: float) -> str:
    """Return the class of ``character`` whose glyph is ``em`` wide, by its name in JLREQ."""
    known = _table().get(character)
    if known is None:
        width = unicodedata.east_asian_width(character)
        wide = em > 0.99 and width != "Na" and not (width == "N" and character.isalpha())
        return WIDE if wide or width in "WF" else WESTERN
    if em < 0.99 and known in _HALF:
        return _HALF[known]
    return known


@cache
def names() -> tuple[str, ...]:
    """Return all classes."""
    return (*_data(), WIDE, RAISED, WESTERN)


@cache
def members(name: str) -> frozenset[str]:
    """Return the characters listed under class ``name``."""
    return frozenset(c for c, n in _table().items() if n == name)


@cache
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("classes.toml").read_text("utf-8"))


@cache
def _table() -> dict[str, str]:
    """Return the class of each character that is listed, or else in a range."""
    listed: dict[str, str] = {}
    ranged: dict[str, str] = {}
    for name, entry in _data().items():
        listed |= dict.fromkeys(entry.get("characters", ""), name)
        for span in entry.get("ranges", ()):
            first, last = (int(end, 16) for end in span.split("-"))
            ranged |= {chr(code): name for code in range(first, last + 1)}
    return ranged | listed
