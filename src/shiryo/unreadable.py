"""What is wrong with a text that is no YAML, so that a person can mend it."""

from collections.abc import Sequence

from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import YAMLError

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.diagnostics import Diagnostic, Span, diagnose
from shiryo.messages import wording


class Unreadable(Exception):
    """The text is not the YAML that is wanted; ``reason`` names the case."""

    def __init__(self, reason: str, line: int | None, column: int | None, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.line = line
        """1-based."""
        self.column = column
        """1-based."""

    @property
    def is_bound(self) -> bool:
        """Whether it is YAML, of which there is too much."""
        return self.reason in ("deep", "many", "repeated")


_REASONS = (
    ("tab", r"'\\t'"),
    ("colon", r"mapping values are not allowed"),
    ("sign", r"undefined alias|alphabetic or numeric|cannot start any token|expected .*'!'|tag"),
    ("extra-bracket", r"<block end>, but found '[\]}]'"),
    ("quote", r"unexpected end of stream|<block end>, but found '<scalar>'"),
    ("bracket", r"expected ',' or"),
    ("no-colon", r"could not find expected ':'"),
    ("documents", r"another document"),
    ("control", r"special characters are not allowed"),
)

_SURE = ("documents", "extra-bracket")
"""Reasons that no sign at the beginning of a value explains better."""


def found(text: str, error: YAMLError) -> Unreadable:
    """Return what is wrong with ``text``, of which the parser said ``error``."""
    if isinstance(error, DuplicateKeyError):
        return Unreadable("twice", error.problem_mark.line + 1, None, "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    detail = f"{getattr(error, 'problem', None) or error}"
    reason = next((name for name, pattern in _REASONS if re.search(pattern, detail)), "other")
    context = str(getattr(error, "context", ""))
    if "block" not in context and reason in {"bracket", "quote", "no-colon"}:
        # Where it was opened says more than where the file ends.
        mark = getattr(error, "context_mark", None) or mark
    position = getattr(error, "position", None)
    if mark is None and isinstance(position, int):
        return Unreadable(reason, text.count("\n", 0, position) + 1, None, detail)
    if mark is None:
        return Unreadable(reason, None, None, detail)
    lines = text.splitlines()
    if odd := _badly_indented(lines, mark.line, detail):
        return odd
    if (sign := re.search(r"but got '([\[{])'", detail)) and (
        at := getattr(error, "problem_mark", None)
    ):
        return Unreadable("inner-sign", at.line + 1, at.column + 1, sign[1])
    written = lines[mark.line] if mark.line < len(lines) else ""
    if re.match(r"\s*(?:- )?(?:[\w-]+: +)?(?:\*|\[|\{|[@`%])", written) and reason not in _SURE:
        reason = "sign" if reason != "bracket" or "]" in written or "}" in written else reason
    above = lines[mark.line - 1] if mark.line else ""
    if reason == "colon" and "：" in above and ": " not in above:
        return Unreadable("no-colon", mark.line, above.index("：") + 1, detail)
    return Unreadable(reason, mark.line + 1, mark.column + 1, detail)


def _badly_indented(lines: Sequence[str], at: int, detail: str) -> Unreadable | None:
    """Say so where a line is indented by full-width spaces, or as far as no line above it."""
    for n in (at, at - 1):
        if 0 <= n < len(lines) and re.match(r" *\u3000\s*\S", lines[n]):
            return Unreadable("wide-space", n + 1, None, detail)
    if not 0 < at < len(lines) or "<block end>" not in detail or not lines[at].strip():
        return None
    is_at = _indent(lines[at])
    above = next((line for line in reversed(lines[:at]) if line.strip()), "")
    if above.rstrip().endswith(":") and is_at > _indent(above):
        return None
    columns = _columns(lines[:at])
    if is_at in columns:
        return None
    right = min(columns, key=lambda column: (abs(column - is_at), -column))
    return Unreadable("indent", at + 1, None, f"{is_at}:{right}")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _columns(above: Sequence[str]) -> list[int]:
    """Return where, in spaces, keys and items stand that may go on below ``above``."""
    columns: list[int] = []
    least = 1 << 30
    for line in reversed(above):
        if not line.strip() or line.lstrip().startswith("#") or _indent(line) >= least:
            continue
        least = _indent(line)
        dashes = re.match(r" *((?:- +)*)", line)
        assert dashes is not None
        columns += [least + len(dashes[1]), least] if dashes[1] else [least]
        if least == 0:
            break
    return columns or [0]


def problem(error: Unreadable, file: str) -> Diagnostic:
    """Return what to say of it, and what to do."""
    at = (
        wording("causes.yaml.column", n=error.column)
        if error.column
        else wording("causes.yaml.line")
    )
    values = {"values": limits.REPEATED_VALUES, "characters": limits.REPEATED_CHARACTERS}
    is_at, _, right = str(error).partition(":") if error.reason == "indent" else ("", "", "")
    return diagnose(
        f"outline.yaml-{error.reason}",
        Span(file, error.line),
        at=at,
        detail=error,
        depth=limits.DEPTH,
        most=limits.VALUES,
        spaces=is_at,
        right=right,
        **values,
    )
