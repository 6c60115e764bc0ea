"""The numbers that Word gives its paragraphs (ECMA-376-1 §17.9), counted as it counts them."""

from dataclasses import field
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from shiryo import lazy_re as re
from shiryo.article.model import Number
from shiryo.article.readers.numerals import written
from shiryo.article.readers.office import number
from shiryo.article.readers.word.text import value
from shiryo.values import dataclass

LEVELS = 9
"""Of lists (§17.9.6)."""
_MOST = 2**31 - 1


class _Level(NamedTuple):
    start: int
    form: str
    text: str
    restart: int | None
    """The level from 1 at which it begins anew; 0 never, None at any above."""
    legal: bool
    """Whether all figures are decimal (§17.9.4)."""
    style: str
    """The paragraph style that is numbered by it (§17.9.23)."""


@dataclass
class Numbering:
    """The lists of a document, and how far each has counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    """By w:numId."""
    shared: dict[str, str] = field(default_factory=dict)
    """w:numId → what it counts on with (w:abstractNumId)."""
    overrides: dict[tuple[str, int], int] = field(default_factory=dict)
    """(w:numId, level) → where it starts anew (§17.9.26)."""
    _counts: dict[str, list[int | None]] = field(default_factory=dict)

    def level_of(self, list_id: str, style: str) -> int:
        """Return the level that a list has for a paragraph style, from 0."""
        known = self.levels.get(list_id, {})
        return next((n for n, each in known.items() if style and each.style == style), 0)

    def counts(self, list_id: str, level: int) -> bool:
        """Tell whether a level has numbers, and no bullets."""
        known = self.levels.get(list_id, {}).get(level)
        return known is not None and known.form not in ("bullet", "none")

    def next(self, list_id: str, level: int) -> Number | None:
        """Count on; None where the level has bullets or is not known."""
        known = self.levels.get(list_id, {})
        counts = self._counts.setdefault(self.shared.get(list_id, list_id), [None] * LEVELS)
        if level not in known:
            return None
        start = self.overrides.pop((list_id, level), None)
        before = counts[level]
        counts[level] = min(
            _MOST,
            start if start is not None else _first(known, level) if before is None else before + 1,
        )
        for deeper in range(level + 1, LEVELS):
            restart = known[deeper].restart if deeper in known else None
            if restart is None or level < restart:
                counts[deeper] = None
        if not self.counts(list_id, level):
            return None
        return Number(counts[level] or 0, _label(known, level, counts))


def read(document: Any) -> Numbering:
    """Read the definitions of lists; of a document that has none, or broken ones, none."""
    made = Numbering()
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return made
    abstract: dict[str | None, Any] = {}
    for each in root.iterchildren(qn("w:abstractNum")):
        abstract.setdefault(each.get(qn("w:abstractNumId")), each)
    linked = {value(each, "w:styleLink"): each for each in abstract.values()}
    for each in root.iterchildren(qn("w:num")):
        list_id, shared = str(each.get(qn("w:numId"))), value(each, "w:abstractNumId")
        base = abstract.get(shared)
        base = linked.get(value(base, "w:numStyleLink") or "", base)
        made.shared[list_id] = str(shared)
        levels = {} if base is None else dict(map(_level, base.iterchildren(qn("w:lvl"))))
        for override in each.iterchildren(qn("w:lvlOverride")):
            at = number(override.get(qn("w:ilvl")), LEVELS - 1) or 0
            levels |= dict(map(_level, override.iterchildren(qn("w:lvl"))))
            start = number(value(override, "w:startOverride"), _MOST)
            if start is not None:
                made.overrides[list_id, at] = start
        made.levels[list_id] = levels
    return made


def _level(element: Any) -> tuple[int, _Level]:
    legal = element.find(qn("w:isLgl"))
    start = number(value(element, "w:start"), _MOST)
    return number(element.get(qn("w:ilvl")), LEVELS - 1) or 0, _Level(
        0 if start is None else start,
        value(element, "w:numFmt") or "decimal",
        value(element, "w:lvlText") or "",
        number(value(element, "w:lvlRestart"), LEVELS),
        legal is not None and legal.get(qn("w:val"), "1") not in ("0", "false", "off"),
        value(element, "w:pStyle") or "",
    )


def _first(levels: dict[int, _Level], level: int) -> int:
    return levels[level].start if level in levels else 1


def _label(levels: dict[int, _Level], level: int, counts: list[int | None]) -> str:
    def figure(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        count = counts[at]
        form = levels[at].form if at in levels and not levels[level].legal else "decimal"
        return written(_first(levels, at) if count is None else count, form)

    return re.sub(r"%([1-9])", figure, levels[level].text).strip()
