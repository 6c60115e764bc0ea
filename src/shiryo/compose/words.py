"""The words that the program adds, and the variables that a person uses: Jinja2, in a sandbox."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from jinja2 import StrictUndefined, TemplateError, UndefinedError, meta
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from shiryo.diagnostics import Failed, Span, diagnose
from shiryo.outline.model import LineRange, Outline
from shiryo.template.model import Template

Problem = tuple[str, dict[str, str]]
"""A diagnostic's code and values."""

_ERAS = (
    (dt.date(2019, 5, 1), "令和"),
    (dt.date(1989, 1, 8), "平成"),
    (dt.date(1926, 12, 25), "昭和"),
    (dt.date(1912, 7, 30), "大正"),
    (dt.date(1868, 1, 25), "明治"),
)


class Words:
    """A template's Jinja2 sources, with an outline's variables."""

    def __init__(self, template: Template, outline: Outline) -> None:
        self._environment = ImmutableSandboxedEnvironment(
            undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True
        )
        self._environment.filters |= {
            "ymd": ymd,
            "ym": ym,
            "wareki": wareki,
            "lines": self.lines,
        }
        self._template = template
        self._values: dict[str, Any] = dict(outline.variables)
        for name in ("title", "subtitle", "organization", "label"):
            self._values[name], _ = self.fill(getattr(outline, name))
        self._values["date"] = outline.date
        self._compiled: dict[str, Any] = {}

    def fill(self, source: str) -> tuple[str, Problem | None]:
        """Fill the variables in a text of the outline; where that fails, say why."""
        if "{{" not in source and "{%" not in source:
            return source, None
        try:
            return self._environment.from_string(source).render(self._values), None
        except UndefinedError as error:
            known = "、".join(sorted(self._values))
            names = meta.find_undeclared_variables(self._environment.parse(source))
            missing = "、".join(sorted(names - self._values.keys())) or str(error.message)
            return source, ("compose.undefined", {"names": missing, "known": known})
        except (TemplateError, SecurityError, ArithmeticError, TypeError, ValueError) as error:
            return source, ("compose.bad-variable", {"reason": str(error)})

    def render(self, word: str, **values: Any) -> str:
        """Render a file of the template.

        Raises Failed where the file is no Jinja2 or uses a name that there is not.
        """
        try:
            if word not in self._compiled:
                self._compiled[word] = self._environment.from_string(self._template.words[word])
            return str(self._compiled[word].render(self._values | values))
        except (TemplateError, ArithmeticError, TypeError, ValueError) as error:
            span = Span(f"{self._template.name}/{word}.j2", getattr(error, "lineno", None))
            raise Failed(
                diagnose("template.bad-words", span, file=word, reason=str(error))
            ) from None

    @staticmethod
    def lines(ranges: Iterable[LineRange]) -> str:
        """Return ``第12–20行、第25行``."""
        return "、".join(
            f"第{first}行" if first == last else f"第{first}–{last}行" for first, last in ranges
        )


def ymd(iso: str) -> str:
    """Turn ``2025-09-18`` into ``2025年9月18日``; other text stays as it is."""
    date = _date(iso)
    return f"{date.year}年{date.month}月{date.day}日" if date else iso


def ym(iso: str) -> str:
    """Turn ``2025-09-18`` into ``2025年9月``; other text stays as it is."""
    date = _date(iso)
    return f"{date.year}年{date.month}月" if date else iso


def wareki(iso: str) -> str:
    """Turn ``2025-09-18`` into ``令和7年9月18日``; other text stays as it is."""
    date = _date(iso)
    if date is None:
        return iso
    for start, era in _ERAS:
        if date >= start:
            year = date.year - start.year + 1
            return f"{era}{'元' if year == 1 else year}年{date.month}月{date.day}日"
    return ymd(iso)


def _date(iso: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(iso)
    except ValueError:
        return None
