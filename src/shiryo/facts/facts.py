"""Facts of a Japanese text - numbers, dates, names, force - in a form that can be compared.

Found by patterns alone: no dictionary of words is loaded, a page takes about a millisecond. What is
a fact is decided for one purpose, `unsupported`: to point at a number, a date or a name that a
statement has and its source has not, and to be silent about true statements. So ordinary loan words
(``loanwords.txt``, and what is put together from them) are no names, and a count is no news where
the cited lines are that many.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, get_args

from shiryo import lazy_re as re
from shiryo.facts import comparison, governments, losses, modality, owners
from shiryo.facts.names import (
    LATIN,
    ORGANISATION,
    PLACE,
    covering,
    is_country,
    known_as,
    latin_words,
    letters,
    names,
    ordinary,
    proper,
)
from shiryo.japanese import dates
from shiryo.japanese.quantities import bound, half, numbers
from shiryo.values import dataclass

_KEPT = 1024
"""How many texts are remembered: a sentence is compared with each of its wordings."""
_TOLD = 4096
"""How many texts' facts are: a sentence's are asked for as a form, a statement and a main point."""
Kind = Literal["number", "date", "name", "owner"] | comparison.Kind
"""All but the first three only ever come from `unsupported`."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One number, date, name or force; two spellings of the same fact have the same ``value``."""

    kind: Kind
    value: str
    """``300000000円``, ``数100000000円``, ``30%``, ``2025-09-18``, ``--09-18``, ``openai``."""
    text: str
    """As written."""


def facts(text: str) -> frozenset[Fact]:
    """Return the facts of ``text`` (plain text, no marks)."""
    return frozenset(_facts(text))


def unsupported(statement: str, cited: str, beside: str = "") -> tuple[Fact, ...]:
    """Return the facts of ``statement`` that ``cited`` lacks, in the order of the statement.

    Then come its words that ``cited`` denies, affirms, expects, plans or demands otherwise, and
    what it leaves out though it is only true with it (`losses`). ``beside``: what is read with it.

    The author's own sentences have none. Both are plain text. A date may be coarser than the cited
    one (2025年9月), a name is supported wherever its letters occur, a count by as many cited lines.
    """
    if comparison.is_verbatim(statement, cited):
        return ()
    found: dict[Fact, None] = {}
    source = _source(cited)
    for fact in _facts(statement):
        if not source.supports(fact):
            found[fact] = None
    for name in proper(statement):
        fact = Fact("name", letters(name), name)
        if not (source.supports(fact) or any(name in other.text for other in found)):
            found[fact] = None
    cited = source.words
    for text in source.other_bounds(statement):
        found[Fact("bound", text, text)] = None
    for text in governments.wrong(statement, cited):
        found[Fact("name", text, text)] = None
    for kind, text in modality.changed(statement, cited):
        found[Fact(kind, text, text)] = None
    kinds = {fact.kind for fact in found}
    for different, text in comparison.otherwise(statement, cited, beside):
        if not kinds & _SAID_ALREADY[different]:
            found[Fact(different, text, text)] = None
    for text in () if found else owners.swapped(statement, cited):
        found[Fact("owner", text, text)] = None
    return tuple(found)


_SAID_ALREADY: dict[comparison.Kind, set[Kind]] = {
    "negation": {"negation", "modality"},
    "modality": {"negation", "modality"},
    "voice": {"modality"},
    "bound": {"bound", "date", "number"},
    **{kind: {"name", "date", "number", "voice"} for kind in get_args(losses.Kind)},
}
"""Kinds after which one more of a kind says nothing new."""


_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
"""Of Markdown: the address would come between words that belong together."""


@lru_cache(_TOLD)
def _facts(text: str) -> tuple[Fact, ...]:
    """Return the facts of ``text`` in its order."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Fact]:
    """Yield the facts of ``text`` in its order; what is a date is not a number as well."""
    plain = half(text)
    found_dates = list(dates.dates(plain))
    taken = covering((date.start, date.after) for date in found_dates)
    found: list[tuple[int, int, Kind, str]] = [
        (date.start, date.end, "date", date.value) for date in found_dates
    ]
    found += [(s, e, "name", v) for s, e, v in names(text)]
    latin = covering((m.start() + 1, m.end()) for m in LATIN.finditer(plain))
    found += [(s, e, "number", v) for s, e, v in numbers(plain) if not taken(s) and not latin(s)]
    for start, end, kind, value in sorted(found):
        yield Fact(kind, value, text[start:end].strip())


def _limits(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the numbers of ``text``, what limits each, and both as written."""
    plain = half(text)
    for start, end, value in numbers(plain):
        limit, after = bound(plain, end)
        yield value, limit, text[start:after]


@lru_cache(_KEPT)
def _source(text: str) -> "_Source":
    return _Source(text)


_COUNTED = re.compile(r"([\d,]+(?:\.\d+)?)(\D+)")
_LATIN = re.compile(r"[a-z0-9+#&_-]+")
_TYPES = re.compile(r"(?<![a-z0-9-])(?=[a-z-]*+\d)[a-z0-9-]+")


class _Source:
    """The cited lines, ready to be asked."""

    def __init__(self, text: str) -> None:
        own = list(_facts(text))
        self.words = _LINK.sub(r"\1", text)
        """Without the addresses of links."""
        self._values = {(fact.kind, fact.value) for fact in own}
        self._dates = list(_with_years(fact.value for fact in own if fact.kind == "date"))
        self._years = {(year,) for year, _, _ in self._dates if year}
        self._numbers = {re.sub(r"\D+$", "", f.value) for f in own if f.kind == "number"}
        self._bare = {f.value for f in own if f.kind == "number"} & self._numbers
        self._letters = letters(text)
        self._letters += "\n" + known_as(self._letters)
        self._words = set(latin_words(half(text)))
        self._count = sum(1 for line in text.splitlines() if line.strip())

        self._bounds: dict[str, set[str]] = {}
        for value, limit, _ in _limits(text):
            self._bounds.setdefault(value, set()).add(limit)

    def other_bounds(self, statement: str) -> Iterator[str]:
        """Yield the numbers of ``statement`` that the lines limit otherwise (以上, 未満)."""
        for value, limit, text in _limits(statement):
            if limit not in self._bounds.get(value, {limit}):
                yield text

    def supports(self, fact: Fact) -> bool:
        """Tell whether the lines bear out ``fact``."""
        if (fact.kind, fact.value) in self._values:
            return True
        if fact.kind == "date":
            return self._has_date(fact.value)
        return self._has_number(fact) if fact.kind == "number" else self._has_name(fact)

    def _has_date(self, value: str) -> bool:
        if value in self._bare:  # 2020〜2025年 against 2020年から2025年
            return True
        if value.endswith("FY") and ("number", f"{value[2:4]}年度") in self._values:
            return True
        wanted = dates.parts(value)
        return any(
            all(not w or w in (h, dates.third(h)) for w, h in zip(wanted, have, strict=True))
            for have in self._dates
        )

    def _has_number(self, fact: Fact) -> bool:
        value = fact.value
        if value.endswith("年度") and (f"20{value[:2]}FY",) in self._years:
            return True
        if self._is_cell(fact.text):
            return True
        number = re.sub(r"\D+$", "", value)
        if value == number and (number in self._numbers or (number,) in self._years):
            return True  # the unit is left out, or stands at the end of a range
        if number in self._bare and not value.startswith(("数", "何", "十")):
            return True  # a cell of a table, its unit in the head
        counted = value in (number, f"{number}社", f"{number}か国", f"{number}人")
        return counted and self._count > 1 and number == str(self._count)

    def _is_cell(self, text: str) -> bool:
        """Tell whether a cell of a table has the number, and its head the unit (万人)."""
        found = _COUNTED.fullmatch(half(text))
        if found is None:
            return False
        number = f"{float(found[1].replace(',', '')):.10g}"
        return number in self._bare and letters(found[2]) in self._letters

    def _has_name(self, fact: Fact) -> bool:
        if fact.value in self._letters and not (fact.value.isascii() and len(fact.value) < 3):
            return True
        if is_country(fact.text, self._letters):
            return True
        if _LATIN.fullmatch(fact.value):
            plain = half(fact.text)
            types = _TYPES.findall(plain.lower())
            known = all(w in self._words or ordinary(w) for w in latin_words(plain))
            return known and all(letters(t) in self._letters for t in types)
        return ORGANISATION.fullmatch(fact.text) is not None and self._has_end(fact.value)

    def _has_end(self, name: str) -> bool:
        """Tell whether the source has ``name`` without what stands before it, no country."""
        ends = (n for n in range(len(name) - 3) if name[n:] in self._letters)
        start = next(ends, None)
        return start is not None and not PLACE.search(name[:start])


def _with_years(values: Iterator[str]) -> Iterator[tuple[str, str, str]]:
    """Yield dates; one without a year also with the year (and month) of the one before it."""
    year = month = ""
    for value in values:
        y, m, d = dates.parts(value)
        yield y, m, d
        if not y and year:
            yield year, m or month, d
        year, month = y or year, m or (month if not y else "")
