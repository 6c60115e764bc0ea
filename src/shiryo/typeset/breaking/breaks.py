"""Where a line may end (kinsoku; JLREQ §3.1.7, §3.1.8, §3.1.10, Appendix C)."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby, pairwise
from typing import Any

from shiryo import lazy_re as re
from shiryo.typeset.cells import Cell
from shiryo.typeset.hyphens import WEB
from shiryo.typeset.model import Kinsoku
from shiryo.units import Points

FREE, SOFT, HYPHEN, WORD, LETTER, NEVER = range(6)
"""How a line may end after a cell: freely; after a joint of a western word, or between a number and
its counter; inside a western word with a hyphen, or after a joint of the name in an address; inside
one that is too long for a line; inside another western word; nowhere. The last two are for when
nothing else keeps a line within the measure."""

WESTERN = frozenset({"24", "27", "w-open", "w-close", "w-sign", "w-join"})
SPACES = frozenset({"14", "26"})
"""Classes that vanish at the end of a line."""

_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc-\u30ff]")
_HOST = re.compile(r"(?<![a-z])[a-z]++://[^/?#]*+", re.IGNORECASE)
"""The beginning of an address, which is a name."""
_WEB_JOINTS = "/\\.-_?&=#:+,;~"


def breaks(
    cells: Sequence[Cell],
    kinsoku: Kinsoku,
    room: Points,
    *,
    hyphens: bool = True,
    whole: bool = False,
) -> list[int]:
    """Return for each of ``cells`` how a line may end after it; the last entry is `FREE`.

    A western word wider than ``room`` may be broken anywhere; others where a hyphen may stand, if
    ``hyphens``. An address that has room on a line stays ``whole``, as in office programs.
    """
    levels = [_between(a.kind, b.kind, kinsoku) for a, b in pairwise(cells)]
    for at, level in enumerate(levels):
        if level == FREE:
            levels[at] = _in_context(cells, at)
    for start, end in _words(cells):
        levels[start:end] = _word(cells[start : end + 1], levels[start:end], room, whole=whole)
    for at, cell in enumerate(cells[:-1]):
        if cell.text[-1] == "\u200b" and levels[at] < NEVER:
            levels[at] = FREE
        elif hyphens and cell.hyphen and levels[at] in (WORD, LETTER):
            levels[at] = HYPHEN
    return [*levels, FREE]


def unparted(cells: Sequence[Cell], levels: list[int], room: Points) -> list[int]:
    """Return ``levels`` such that no word of katakana is parted that has room on a line."""
    made = [*levels]
    katakana = groupby(range(len(cells)), key=lambda at: bool(_KATAKANA.match(cells[at].text)))
    for _, places in (entry for entry in katakana if entry[0]):
        first, *rest = places
        if rest and sum(cell.body for cell in cells[first : rest[-1] + 1]) <= room:
            for at in (first, *rest[:-1]):
                made[at] = max(made[at], LETTER)
    return made


@cache
def _between(before: str, after: str, kinsoku: Kinsoku) -> int:
    """Return how a line may end between two kinds of cells."""
    if after in SPACES or "glue" in (before, after):
        return NEVER
    rules = _data()
    if after in rules[kinsoku]["not_first"] or before in rules[kinsoku]["not_last"]:
        return NEVER
    if [before, after] in rules["together"]["pairs"]:
        return NEVER
    if before == after and after in rules["together"]["same"]:
        return NEVER
    return LETTER if before in WESTERN and after in WESTERN else FREE


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("kinsoku.toml").read_text("utf-8"))


def _in_context(cells: Sequence[Cell], at: int) -> int:
    """Look further than at two cells: at what stands before spaces, at points inside numbers."""
    cell, after = cells[at], cells[at + 1].kind
    if cell.text == "<" or cells[at + 1].text == ">":  # around what is to be filled in
        return NEVER
    if after == "digit" and cell.kind in ("06", "07") and at and cells[at - 1].kind == "digit":
        return NEVER
    if cell.kind in ("24", "digit") and cells[at + 1].text in _data()["counters"]["characters"]:
        return SOFT
    while cell.kind in SPACES and at:
        at -= 1
        cell = cells[at]
        if cell.kind in ("01", "w-open"):
            return NEVER
    return FREE


def longest_word(cells: Sequence[Cell]) -> Points:
    """Return the width of the longest western word of more than one cell."""
    spans = (cells[start : end + 1] for start, end in _words(cells))
    return max((sum(cell.body for cell in word) for word in spans), default=0.0)


def _words(cells: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last cell of each western word of more than one."""
    western = groupby(enumerate(cells), key=lambda item: item[1].kind in WESTERN)
    for _, group in (entry for entry in western if entry[0]):
        places = [at for at, _ in group]
        if len(places) > 1:
            yield places[0], places[-1]


def _word(cells: Sequence[Cell], levels: list[int], room: Points, *, whole: bool) -> list[int]:
    """Find the joints of a western word, and break it anywhere if it is too long."""
    text = "".join(cell.text for cell in cells)
    web = WEB.search(text)
    long = sum(cell.body for cell in cells) > room
    name, whole = _named(text, cells, room), bool(web) and whole and not long
    found, end = [], 0
    for at, level in enumerate(levels):
        before, after = cells[at].text[-1], cells[at + 1].text[0]
        end += len(cells[at].text)
        digits = after.isdigit() and at > 0 and cells[at - 1].text[-1].isdigit()
        if web:
            joint = before in _WEB_JOINTS and after not in "/\\:" and not whole
        else:
            joint = before in "-/" and not digits
        if level == LETTER and ((joint and at) or (long and _bracketed(before, after))):
            level = SOFT if end > name else HYPHEN
        elif level == LETTER and long:
            level = WORD
        found.append(level)
    return found


def _named(text: str, cells: Sequence[Cell], room: Points) -> int:
    """Return how many characters of an address are its name, which has room on a line."""
    host = _HOST.search(text)
    share = cells[: host.end()] if host and len(cells) == len(text) else ()
    return host.end() if host and share and sum(cell.body for cell in share) <= room else 0


def _bracketed(before: str, after: str) -> bool:
    """Tell whether a bracket or a comma joins two words that could stand apart."""
    return (after in "([{" and before not in "([{") or before in ")]},;"
