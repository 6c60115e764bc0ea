"""Problems as data: what is wrong, where, and what to do about it.

Stages return diagnostics beside their value; only the command line shows them. A stage that cannot
give a value at all raises `Failed`. The wording lives in ``messages/<stage>.toml``: a code such as
``outline.unknown-key`` is the table ``[unknown-key]`` of ``messages/outline.toml``.
"""

import reprlib
from enum import StrEnum
from typing import Any, TypeAlias

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.messages import entries, wording
from shiryo.values import dataclass


class Severity(StrEnum):
    """How grave a problem is."""

    ERROR = "error"
    """Nothing can be built until this is mended."""
    WARNING = "warning"
    """The result is there, but a person should look."""
    NOTE = "note"
    """Worth knowing."""


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file."""

    file: str
    """The path as the user gave it; ``-`` for standard input."""
    line: int | None = None
    """1-based; None where the file as a whole is meant."""
    last: int | None = None
    """1-based last line, where there is more than one."""
    page: int | None = None
    """1-based page or slide that the line is on, where the format has them."""

    def __str__(self) -> str:
        """Return ``file:line`` or ``file:line-last``, and ``（p.3）`` where there are pages."""
        if self.line is None:
            return self.file
        last = f"-{self.last}" if self.last and self.last != self.line else ""
        page = f"（p.{self.page}）" if self.page else ""
        return f"{self.file}:{self.line}{last}{page}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem."""

    code: str
    """``stage.name``; stable, for scripts and for tests."""
    severity: Severity
    message: str
    """What is wrong and why, in Japanese."""
    span: Span | None = None
    hint: str = ""
    """What to do about it, in Japanese."""
    is_told: bool = False
    """Whether it is told, though a note, where others are only counted: it is about an output."""

    @property
    def stage(self) -> str:
        """What found it."""
        return self.code.partition(".")[0]


Diagnostics = tuple[Diagnostic, ...]
Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands in another, such as an outline: keys and indexes, from the whole down."""


class Failed(Exception):
    """A stage could not give a value; ``diagnostics`` say why."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("; ".join(d.message for d in diagnostics))
        self.diagnostics: Diagnostics = diagnostics

    def __reduce__(self) -> tuple[type["Failed"], Diagnostics]:
        """Tell `pickle` what it is made of: a worker process hands it on."""
        return type(self), self.diagnostics


def diagnose(code: str, span: Span | None = None, /, **values: Any) -> Diagnostic:
    """Make the diagnostic ``code``, its wording filled with ``values``.

    Raises KeyError for a code or a value that the wording does not know.
    """
    stage, name = code.split(".", 1)
    values = {key: _quoted(value) for key, value in values.items()}
    entry = entries(stage)[name]
    return Diagnostic(
        code,
        Severity(entry.get("severity", "error")),
        entry["message"].format_map(values),
        span,
        entry.get("hint", "").format_map(values),
        entry.get("told", False),
    )


def has_errors(diagnostics: Diagnostics) -> bool:
    """Tell whether any of them is an error."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


_WORDS_PARTED = re.compile(r"(?<=[!-~])[ \t]*\n\s*(?=[!-~])")


def _quoted(value: Any) -> Any:
    """Return what a message quotes so that it can be shown: short, on one line."""
    if isinstance(value, int | float):
        return value if not abs(value) > 1e300 else wording("causes.long-number")
    if not isinstance(value, str):
        value = reprlib.repr(value) if isinstance(value, list | dict | tuple) else str(value)
    if len(value) > limits.MESSAGE_CHARACTERS:
        part = limits.MESSAGE_CHARACTERS // 2
        value = f"{value[:part]}…{value[-part:]}"
    return _on_one_line(value)


def _on_one_line(value: str) -> str:
    """Close up the line breaks of a quotation; between Latin words they become spaces."""
    return re.sub(r"(?<![ \t])[ \t]*\n\s*", "", _WORDS_PARTED.sub(" ", value))
