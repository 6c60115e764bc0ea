"""Dates as they are written: 2025年4月1日, 令和7年4月上旬, R7.4.1, 2025/4/1, 4月1日(火), 昨年度.

`dates` finds them in running text, `point` reads a cell or the name of a point in time, where less
says more (``2025``, ``R5``, ``2024Q1``).
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from shiryo import lazy_re as re
from shiryo.japanese import eras
from shiryo.japanese.numerals import COUNTED, DIGITS
from shiryo.japanese.numerals import value as worth
from shiryo.values import dataclass

PARTS = ("上旬", "中旬", "下旬")
"""Thirds of a month."""
_LUNISOLAR = 1873
"""Before this year months and days are of another calendar."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date, or as much of one as is written."""

    start: int
    end: int
    """Where it stands in the text, without the day of the week after it."""
    after: int
    """Where that ends: (火), 火曜日."""
    year: int = 0
    """0 if it is not written; likewise the month and the day."""
    month: int = 0
    day: int = 0
    part: str = ""
    """One of `PARTS` in place of a day."""
    fiscal: bool = False
    """Whether it is a 年度, which begins in April."""
    quarter: int = 0
    """1 to 4 of 第1四半期, of `point` alone."""
    relative: str = ""
    """昨年度, 来月, in the place of all other."""

    @property
    def value(self) -> str:
        """What dates are compared by: ``2025-09-18``, ``--09-18``, ``---18``, ``2025FY``."""
        if self.relative:
            return self.relative
        if self.fiscal:
            return f"{self.year}FY"
        if not (self.year or self.month):
            return f"---{self.day:02}"
        day = self.part or (f"{self.day:02}" if self.day else "")
        parts = (
            f"{self.year:04}" if self.year else "-",
            f"{self.month:02}" * bool(self.month),
            day,
        )
        return "-".join(part for part in parts if part)

    @property
    def first_day(self) -> int:
        """The day, or that on which its third of the month begins; 0 if there is neither."""
        return 1 + 10 * PARTS.index(self.part) if self.part else self.day

    @property
    def iso(self) -> str:
        """``2025-09-18``; empty if it is no whole date, or none of our calendar (2月30日)."""
        if not (self.year >= _LUNISOLAR and self.month and self.day):
            return ""
        try:
            return dt.date(self.year, self.month, self.day).isoformat()
        except ValueError:
            return ""


_COUNT = rf"(?:\d{{1,2}}|[{COUNTED}]{{1,3}})"
_WEEKDAY = r"(?P<week>\s?\([日月火水木金土](?:曜日?)?(?:[・,/]?[祝休])?\)|[日月火水木金土]曜日?)?"
_DAY = rf"月(?:\s?(?P<day>{_COUNT})日(?!間)|の?(?P<part>{'|'.join(PARTS)}))?{_WEEKDAY}"
_ERA = rf"(?:(?P<era>{eras.NAMES})\s?|(?<![A-Za-z0-9.])(?P<letter>[{eras.LETTERS}]))"
_YEAR = (
    rf"(?:{_ERA}(?P<count>元|{_COUNT})年(?!代)"
    rf"|(?<!\d)(?P<year>\d{{4}}|[{DIGITS}]{{4}})\s?年(?![代間]))"
)
_POINTED = (
    r"(?P<sign>[-/.])\s?(?P<month>1[0-2]|0?[1-9])(?P=sign)\s?(?P<day>\d{1,2})(?![\d.])" + _WEEKDAY
)
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_YEAR}(?P<fiscal>度)?(?:\s?(?P<month>{_COUNT}){_DAY})?",
        rf"(?<![\d.])(?P<year>\d{{4}}){_POINTED}",
        rf"(?<![A-Za-z0-9.-])(?P<letter>[{eras.LETTERS}])(?P<count>\d{{1,2}}){_POINTED}",
        rf"(?<!\d)(?P<month>\d{{1,2}}){_DAY}",
        rf"(?<!\d)(?P<day>\d{{1,2}})日(?!間){_WEEKDAY}",
        r"(?P<relative>(?:一昨|再来|昨|去|今|本|来|前|翌)年度?|[先今来翌前]月(?!曜)|[先今来翌]週)",
    )
)
"""The first that matches at a place holds."""
_TELLS = re.compile(r"[年月日週]|\d[-/.]")
"""What every form has."""
_POINTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>(?:19|20)\d\d)(?P<fiscal>年度)?(?:(?P<month>\d{1,2})月)?",
        rf"(?:(?P<era>{eras.NAMES})|(?P<letter>[SHR]))(?P<count>\d{{1,2}}|元)",
        r"(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2})月?",
        r"FY(?P<year>\d\d(?:\d\d)?)(?P<fiscal>)",
        r"(?P<year>(?:19|20)\d\d)年?(?P<fiscal>度)?(?:第(?P<quarter>[1-4])四半期|Q(?P<q>[1-4]))",
    )
)
_SAME_YEAR = (("去年", "昨年"), ("本年", "今年"))


def dates(half: str) -> Iterator[Date]:
    """Yield the dates of a text in half-width letters and digits, in its order."""
    if not _TELLS.search(half):
        return
    found = ((m.start(), n, m) for n, form in enumerate(_FORMS) for m in form.finditer(half))
    end = 0
    for start, _, match in sorted(found, key=lambda place: place[:2]):
        if start >= end and (date := _date(match)):
            end = date.after
            yield date


def first(half: str) -> str:
    """Return the first whole date of ``half`` that the calendar has, in ISO 8601, or nothing."""
    return next((date.iso for date in dates(half) if date.iso), "")


def point(half: str) -> Date | None:
    """Return the date that a cell or a label is, and nothing beside it; None if it is none."""
    matches = (form.fullmatch(half.strip()) for form in (*_FORMS[:-1], *_POINTS))
    date = next((_date(match) for match in matches if match), None)
    return date if date and _is_possible(date) else None


def moments(points: Sequence[Date]) -> list[int]:
    """Return points in time as numbers that grow with them: days if all have one, else months."""
    if all(p.day for p in points):
        return [dt.date(p.year or 2000, p.month or 1, p.day).toordinal() for p in points]
    return [p.year * 12 + (3 * p.quarter - 2 if p.quarter else p.month) for p in points]


def _is_possible(date: Date) -> bool:
    if date.month > 12 or date.day > 31:
        return False
    try:
        dt.date(date.year or 2000, date.month or 1, date.day or 1)
    except ValueError:
        return False
    return True


def _date(match: re.Match[str]) -> Date | None:
    said = {name: text for name, text in match.groupdict().items() if text is not None}
    start, after = match.span()
    end = match.start("week") if "week" in said else after
    if "relative" in said:
        return Date(start, end, after, relative=_relative(said["relative"]))
    era = said.get("era") or said.get("letter")
    count = worth(said.get("count", "0").replace("元", "1"))
    year = eras.year(era, count) if era else worth(said.get("year", "0"))
    if era and not year:
        return None
    return Date(
        start,
        end,
        after,
        year + 2000 if 0 < year < 100 else year,
        worth(said.get("month", "0")),
        worth(said.get("day", "0")),
        said.get("part", ""),
        "fiscal" in said,
        int(said.get("quarter") or said.get("q") or 0),
    )


def _relative(word: str) -> str:
    for other, usual in _SAME_YEAR:
        word = word.replace(other, usual)
    return word


def parts(value: str) -> tuple[str, str, str]:
    """Split a `Date.value` into year, month and day; what is not known is empty."""
    if value.startswith("---"):
        return "", "", value[3:]
    if value.startswith("--"):
        value = value[1:]
    year, month, day = (*value.split("-"), "", "")[:3]
    return year, month, day


def third(day: str) -> str:
    """Return the third of the month (one of `PARTS`) that a day of `parts` is in, if it is one."""
    return PARTS[min((int(day) - 1) // 10, 2)] if day.isdecimal() and int(day) else ""


def ymd(date: dt.date) -> str:
    """Return ``2025年9月18日``."""
    return f"{ym(date)}{date.day}日"


def ym(date: dt.date) -> str:
    """Return ``2025年9月``."""
    return f"{date.year}年{date.month}月"
