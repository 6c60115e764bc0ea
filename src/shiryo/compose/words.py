"""The words that the program adds, and the variables that a person uses: Jinja2, in a sandbox."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from jinja2 import TemplateError, UndefinedError, meta

from shiryo import limits
from shiryo.compose.bounded import Bounded
from shiryo.compose.bounds import PassedBound
from shiryo.diagnostics import Failed, Span, diagnose
from shiryo.japanese import eras
from shiryo.outline.model import LineRange, Outline
from shiryo.template.model import Template

Problem = tuple[str, dict[str, str]]
"""A diagnostic's code and values."""

_WRONG = (
    *(TemplateError, ArithmeticError, AttributeError, LookupError, MemoryError),
    *(RecursionError, SyntaxError, TypeError, ValueError),
)
"""What Jinja2 raises for what a person wrote; Python's compiler raises SyntaxError and MemoryError
for code that is nested too deep."""
_REASON = 200
"""Characters of a reason that are shown at most."""


class Words:
    """A template's Jinja2 sources, with an outline's variables."""

    def __init__(self, template: Template, outline: Outline) -> None:
        self._environment = Bounded()
        self._environment.filters |= {
            "ymd": ymd,
            "ym": ym,
            "wareki": wareki,
            "lines": self.lines,
        }
        self._template = template
        self._filled = 0
        """Characters that variables added."""
        self._values: dict[str, Any] = dict(outline.variables)
        for name in ("title", "subtitle", "organization", "label"):
            self._values[name], _ = self.fill(getattr(outline, name))
        self._values["date"] = outline.date
        self._compiled: dict[str, Any] = {}

    def fill(self, source: str) -> tuple[str, Problem | None]:
        """Fill the variables in a text of the outline; where that fails, say why."""
        if "{{" not in source and "{%" not in source:
            return source, None
        self._environment.characters = limits.FIELD_CHARACTERS
        try:
            self._environment.fits(len(source))
            filled = self._environment.from_string(source).render(self._values)
            self._grow(len(filled) - len(source))
            return filled, None
        except UndefinedError as error:
            known = "、".join(sorted(self._values))
            names = meta.find_undeclared_variables(self._environment.parse(source))
            missing = "、".join(sorted(names - self._values.keys())) or str(error.message)
            return source, ("compose.undefined", {"names": missing, "known": known})
        except PassedBound as error:
            return source, ("compose.variable-bound", {"reason": _reason(error)})
        except _WRONG as error:
            return source, ("compose.bad-variable", {"reason": _reason(error)})

    def _grow(self, characters: int) -> None:
        self._filled += max(characters, 0)
        if self._filled > limits.FILLED_CHARACTERS:
            most = f"{limits.FILLED_CHARACTERS:,}"
            raise PassedBound(f"変数で増える文字が、全体で {most} 字を超えます")

    def render(self, word: str, **values: Any) -> str:
        """Render a file of the template.

        Raises Failed where the file is no Jinja2 or uses a name that there is not.
        """
        self._environment.characters = limits.RENDERED_CHARACTERS
        try:
            if word not in self._compiled:
                self._compiled[word] = self._environment.from_string(self._template.words[word])
            return str(self._compiled[word].render(self._values | values))
        except _WRONG as error:
            span = Span(f"{self._template.name}/{word}.j2", _line(error))
            raise Failed(
                diagnose("template.bad-words", span, file=word, reason=_reason(error))
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
    return eras.wareki(date) if date else iso


def _reason(error: Exception) -> str:
    if isinstance(error, MemoryError | RecursionError | SyntaxError):
        return "入れ子か呼び出しが深すぎます"
    return (str(error) or type(error).__name__)[:_REASON]


def _line(error: BaseException) -> int | None:
    """Return the line of a template's file where ``error`` was raised."""
    found: int | None = getattr(error, "lineno", None)
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


def _date(iso: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(iso)
    except ValueError:
        return None
