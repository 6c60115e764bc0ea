"""A check of set lines: which begin or end as no line should."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from shiryo.typeset.classes import members
from shiryo.typeset.model import Kinsoku, Line

_FULL_DIGITS = frozenset("０１２３４５６７８９")
_NEVER_FIRST = ("02", "06", "07", "w-close")
_NOT_FIRST = {
    "strict": (*_NEVER_FIRST, "03", "04", "05", "09", "10", "11"),
    "normal": (*_NEVER_FIRST, "03", "04", "05"),
    "loose": _NEVER_FIRST,
}


def forbidden(lines: Sequence[Line], kinsoku: Kinsoku = "strict") -> list[str]:
    """Return the breaks between ``lines`` that JLREQ §3.1.7, §3.1.8 and §3.1.10 forbid.

    Each is shown as the end of a line, ``|`` and the beginning of the next. It knows only the
    characters of the lines and the lists of classes, not how the breaks were found.
    """
    found = []
    for line, following in pairwise(lines):
        before, after = line.text.rstrip(" \u3000"), following.text
        if line.ends or not before or not after:
            continue
        if (
            after[0] in _characters(_NOT_FIRST[kinsoku])
            or before[-1] in _characters(("01", "w-open")) - _characters(_NOT_FIRST[kinsoku])
            or (line.text == before and not line.hyphen and _inseparable(before, after))
        ):
            found.append(f"{before[-4:]}|{after[:4]}")
    return found


def _inseparable(before: str, after: str) -> bool:
    """Tell whether a number, a word or a mark of two characters is torn apart."""
    a, b = before[-1], after[0]
    if a in members("08") and b in members("08"):
        return True
    if (a in _FULL_DIGITS and b in _FULL_DIGITS) or (a.isdecimal() and b in members("13")):
        return True
    if a in members("12") and b.isdecimal():
        return True
    return a.isascii() and b.isascii() and a.isalnum() and b.isalnum()


@cache
def _characters(classes: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(members(name) for name in classes))
