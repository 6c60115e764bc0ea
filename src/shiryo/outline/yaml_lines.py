"""YAML text → plain values, with the line of each; nothing here knows what an outline is.

The values are what the person wrote: only plain whole numbers, ``true`` and ``false`` and nothing
(``~``) are more than text, so that ``1.50``, ``007`` and ``2025-09-18`` stay as they are. A line
break in a folded text leaves no space between two Japanese characters.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeAlias

from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from shiryo import events
from shiryo.characters import clean, paired, unwanted

Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands: keys and indexes."""

_WIDE = r"[\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]"
_FOLD = re.compile(rf"(?<={_WIDE}) (?={_WIDE})")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True)
class Places:
    """The lines where the values of a file are written."""

    lines: Mapping[Path, int]

    def line(self, path: Path) -> int:
        """Return the 1-based line of ``path``, or of the nearest value around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class Unreadable(Exception):
    """The text is not the YAML that is wanted; ``reason`` names the case."""

    def __init__(self, reason: str, line: int | None, column: int | None, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.line = line
        """1-based."""
        self.column = column
        """1-based."""


@dataclass(frozen=True)
class Read:
    """What a text says, and what is odd about how it says it."""

    value: Any
    places: Places
    twice: tuple[tuple[str, int, int], ...]
    """Keys written twice in one place: key, first line, second line."""
    unwanted: tuple[tuple[int, str], ...]
    """Characters left out of values: line, name (``U+202E``)."""


def read(text: str) -> Read:
    """Return the value with all that is known of it.

    Raises Unreadable.
    """
    try:
        found = events.read(text)
    except YAMLError as error:
        raise _unreadable(text, error) from None
    except events.Unbounded as error:
        raise Unreadable(error.reason, error.line, None, "") from None
    reader = _Reader(found)
    value = reader.value(()) if found else None
    odd = tuple(dict.fromkeys(reader.unwanted))
    return Read(value, Places(reader.lines), tuple(reader.twice), odd)


class _Reader:
    """Makes values of events, which are within their bounds."""

    def __init__(self, found: Sequence[Event]) -> None:
        self._events = found
        self._next = 0
        self._named = _named(found)
        self.lines: dict[Path, int] = {}
        self.twice: list[tuple[str, int, int]] = []
        self.unwanted: list[tuple[int, str]] = []

    def value(self, path: Path) -> Any:
        """Read the next node, which stands at ``path``."""
        at, event = self._next, self._events[self._next]
        self._next += 1
        if isinstance(event, AliasEvent):
            self._next, after = self._named[at], self._next
            made = self.value(path)
            self._next = after
            return made
        self.lines.setdefault(path, event.start_mark.line + 1)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, SequenceStartEvent):
            return list(self._items(path))
        return self._mapping(path)

    def _scalar(self, event: Any) -> Any:
        value = _scalar(event)
        if isinstance(value, str) and unwanted(value):
            value = paired(value)  # JSON writes what is beyond U+FFFF as two escapes
            names = unwanted(value)
            self.unwanted += ((event.start_mark.line + 1, name) for name in names)
            return clean(value)
        return value

    def _items(self, path: Path) -> Iterator[Any]:
        for n in count():
            if isinstance(self._events[self._next], SequenceEndEvent):
                break
            yield self.value((*path, n))
        self._next += 1

    def _mapping(self, path: Path) -> dict[str, Any]:
        made: dict[str, Any] = {}
        while not isinstance(self._events[self._next], MappingEndEvent):
            line = self._events[self._next].start_mark.line + 1
            key = self._key()
            if key in made:
                self.twice.append((key, self.lines[(*path, key)], line))
                self._aside()
                continue
            self.lines[(*path, key)] = line
            made[key] = self.value((*path, key))
        self._next += 1
        return made

    def _key(self) -> str:
        event = self._events[self._named.get(self._next, self._next)]
        self._aside()
        return event.value if isinstance(event, ScalarEvent) else "{…}"

    def _aside(self) -> None:
        """Pass over the next node."""
        lines, twice = self.lines, self.twice
        self.lines, self.twice = {}, []
        self.value(())
        self.lines, self.twice = lines, twice


def _named(found: Sequence[Event]) -> dict[int, int]:
    """Return which event each alias names: the last above it with that anchor."""
    anchors: dict[str, int] = {}
    named: dict[int, int] = {}
    for n, event in enumerate(found):
        anchor = getattr(event, "anchor", None)
        if isinstance(event, AliasEvent):
            named[n] = anchors[str(anchor)]
        elif anchor is not None:
            anchors[str(anchor)] = n
    return named


def _scalar(node: Any) -> Any:
    text: str = node.value
    if not node.style:
        if text in _WORDS:
            return _WORDS[text]
        if re.fullmatch(r"-?[1-9][0-9]{0,15}|0", text):
            return int(text)
    if node.style != "|" and node.end_mark.line > node.start_mark.line:
        return _FOLD.sub("", text)
    return text


_REASONS = (
    ("tab", r"'\\t'"),
    ("colon", r"mapping values are not allowed"),
    ("sign", r"undefined alias|alphabetic or numeric|cannot start any token|expected .*'!'|tag"),
    ("quote", r"unexpected end of stream|<block end>, but found '<scalar>'"),
    ("bracket", r"expected ',' or"),
    ("no-colon", r"could not find expected ':'"),
    ("documents", r"another document"),
    ("control", r"special characters are not allowed"),
)


def _unreadable(text: str, error: YAMLError) -> Unreadable:
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
    if re.match(r"\s*(?:- )?(?:[\w-]+: +)?(?:\*|\[|\{|[@`%])", written) and reason != "documents":
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
