"""The words that the program adds, and the variables that a person uses: Jinja2, in a sandbox."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError, meta
from jinja2.exceptions import SecurityError

from shiryo import limits
from shiryo.compose.bounded import Bounded
from shiryo.compose.bounds import NotAllowed, PassedBound
from shiryo.compose.weighing import Refused
from shiryo.diagnostics import Failed, Span, diagnose
from shiryo.japanese import dates, eras
from shiryo.messages import wording
from shiryo.outline.model import OF_ERAS, LineRange, Outline
from shiryo.template.labels import filled
from shiryo.template.model import Template

Problem = tuple[str, dict[str, str]]
"""A diagnostic's code and values."""

_WRONG = (
    *(TemplateError, ArithmeticError, AttributeError, LookupError, MemoryError),
    *(RecursionError, SyntaxError, TypeError, ValueError),
)
"""What Jinja2 raises for what a person wrote; Python's compiler raises SyntaxError and MemoryError
for code that is nested too deep."""
_KINDS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
    (TemplateSyntaxError, "syntax"),
    (SecurityError, "unsafe"),
    ((MemoryError, RecursionError, SyntaxError), "deep"),
    (ZeroDivisionError, "zero"),
    (ArithmeticError, "large"),
    ((TypeError, ValueError), "mismatch"),
    (Exception, "otherwise"),
)
"""What went wrong, by what was raised: the first that fits."""
_QUOTED = 40
"""Characters of a line of a template that are shown at most."""
_REASON = 200
"""Characters of a reason that are shown at most."""


class Words:
    """A template's Jinja2 sources, with an outline's variables."""

    def __init__(self, template: Template, outline: Outline) -> None:
        labels = template.theme.labels
        self._environment = Bounded((outline.date_style, labels["line"], labels["lines"]))
        self._environment.filters |= {
            **(_ERAS if outline.date_style == OF_ERAS else {"ymd": ymd, "ym": ym}),
            "wareki": wareki,
            "lines": self.lines,
        }
        self._template = template
        self._filled = 0
        """Characters that variables added."""
        self._values: dict[str, Any] = dict(outline.variables)
        for name in ("title", "subtitle", "organization", "label", "number", "confidentiality"):
            self._values[name], _ = self.fill(getattr(outline, name))
        self._values["authors"] = [self.fill(name)[0] for name in outline.authors]
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
            if missing := "、".join(sorted(names - self._values.keys())):
                return source, ("compose.undefined", {"names": missing, "known": known})
            return source, ("compose.bad-variable", {"reason": _reason(error)})
        except PassedBound as error:
            return source, ("compose.variable-bound", {"reason": _reason(error)})
        except _WRONG as error:
            return source, ("compose.bad-variable", {"reason": _reason(error)})

    def _grow(self, characters: int) -> None:
        self._filled += max(characters, 0)
        if self._filled > limits.FILLED_CHARACTERS:
            most = f"{limits.FILLED_CHARACTERS:,}"
            raise PassedBound(wording("causes.jinja.filled", most=most))

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

    def lines(self, ranges: Iterable[LineRange]) -> str:
        """Return ``第12–20行、第25行``."""
        labels = self._template.theme.labels
        return "、".join(
            filled(labels["line" if first == last else "lines"], first=first, last=last)
            for first, last in ranges
        )


def _dated(written: Callable[[dt.date], str]) -> Callable[[str], str]:
    """Return a filter that writes ``2025-09-18`` so; other text stays as it is."""

    def filtered(iso: str) -> str:
        try:
            return written(dt.date.fromisoformat(iso))
        except ValueError:
            return iso

    return filtered


ymd, ym, wareki = _dated(dates.ymd), _dated(dates.ym), _dated(eras.wareki)
_ERAS = {"ymd": wareki, "ym": _dated(eras.wareki_month)}
"""What dates become where years are to be those of eras."""


def _reason(error: Exception) -> str:
    """Return why, in Japanese: of what Jinja2 and Python say in English the kind decides."""
    if isinstance(error, NotAllowed | Refused | UndefinedError):
        return str(error.message)[:_REASON]
    kind = next(name for type_, name in _KINDS if isinstance(error, type_))
    written = ""
    if isinstance(error, TemplateSyntaxError) and error.source:
        lines = error.source.splitlines()
        written = lines[min(error.lineno, len(lines)) - 1].strip()[:_QUOTED] if lines else ""
    return wording(f"causes.jinja.{kind}", written=written)


def _line(error: BaseException) -> int | None:
    """Return the line of a template's file where ``error`` was raised."""
    found: int | None = getattr(error, "lineno", None)
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            found = trace.tb_lineno
        trace = trace.tb_next
    return found
