"""YAML text → plain values, with the line of each; nothing here knows what an outline is.

The values are what the person wrote: only plain whole numbers, ``true`` and ``false`` and nothing
(``~``) are more than text, so that ``1.50``, ``007`` and ``2025-09-18`` stay as they are. A line
break in a folded text leaves no space between two Japanese characters.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from itertools import count
from typing import Any, NamedTuple

from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from shiryo import events, unreadable
from shiryo import lazy_re as re
from shiryo.characters import clean, paired, unwanted
from shiryo.diagnostics import Path
from shiryo.values import dataclass

_WIDE = r"[\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]"
_FOLD = re.compile(rf"(?<={_WIDE}) (?={_WIDE})")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


class Region(NamedTuple):
    """A stretch of a file; lines and columns (characters) count from 1, the end is outside."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Places:
    """Where the values of a file are written."""

    lines: Mapping[Path, int]
    """Of each value, or of the key that it has."""
    keys: Mapping[Path, Region] = field(default_factory=dict)
    """Of values that have a key, where that stands."""
    values: Mapping[Path, Region] = field(default_factory=dict)
    """Of values, without the space and the comments after them; an alias is where it stands, what
    is in it where its anchor is."""

    def line(self, path: Path) -> int:
        """Return the 1-based line of ``path``, or of the nearest value around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


@dataclass(frozen=True)
class Read:
    """What a text says, and what is odd about how it says it."""

    value: Any
    places: Places
    twice: tuple[tuple[str, int, int], ...]
    """Keys written twice in one place: key, first line, second line."""
    unwanted: tuple[tuple[int, str], ...]
    """Characters left out of values: line, name (``U+202E``)."""


@lru_cache(maxsize=2)
def read(text: str) -> Read:
    """Return the value with all that is known of it; nobody changes it.

    Of a text that is edited several ask in turn. Raises `shiryo.unreadable.Unreadable`.
    """
    try:
        found = events.read(text)
    except YAMLError as error:
        raise unreadable.found(text, error) from None
    except events.Unbounded as error:
        raise unreadable.Unreadable(error.reason, error.line, None, "") from None
    reader = _Reader(found)
    value = reader.value(()) if found else None
    odd = tuple(dict.fromkeys(reader.unwanted))
    places = Places(reader.lines, reader.keys, reader.values)
    return Read(value, places, tuple(reader.twice), odd)


class _Reader:
    """Makes values of events, which are within their bounds."""

    def __init__(self, found: Sequence[Event]) -> None:
        self._events = found
        self._next = 0
        self._named = _named(found)
        self._end = (1, 1)
        """Of what was read last."""
        self.lines: dict[Path, int] = {}
        self.keys: dict[Path, Region] = {}
        self.values: dict[Path, Region] = {}
        self.twice: list[tuple[str, int, int]] = []
        self.unwanted: list[tuple[int, str]] = []

    def value(self, path: Path) -> Any:
        """Read the next node, which stands at ``path``."""
        at, event = self._next, self._events[self._next]
        self._next += 1
        if isinstance(event, AliasEvent):
            self.values[path] = _region(event)
            self._next, after = self._named[at], self._next
            made = self.value(path)
            self._next, self._end = after, self.values[path][2:]
            return made
        self.lines.setdefault(path, event.start_mark.line + 1)
        if isinstance(event, ScalarEvent):
            made = self._scalar(event)
            self._end = _region(event)[2:]
        else:
            is_list = isinstance(event, SequenceStartEvent)
            made = list(self._items(path)) if is_list else self._mapping(path)
            if getattr(event, "flow_style", False):  # else it ends with the last thing in it
                self._end = _region(self._events[self._next - 1])[2:]
        self.values.setdefault(path, Region(*_region(event)[:2], *self._end))
        return made

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
            where = _region(self._events[self._next])
            line, key = where.line, self._key()
            if key in made:
                self.twice.append((key, self.lines[(*path, key)], line))
                self._aside()
                continue
            self.lines[(*path, key)] = line
            self.keys.setdefault((*path, key), where)
            made[key] = self.value((*path, key))
        self._next += 1
        return made

    def _key(self) -> str:
        event = self._events[self._named.get(self._next, self._next)]
        self._aside()
        return event.value if isinstance(event, ScalarEvent) else "{…}"

    def _aside(self) -> None:
        """Pass over the next node."""
        if isinstance(event := self._events[self._next], ScalarEvent):  # as nearly all keys are
            self._next += 1
            self._scalar(event)
            self._end = _region(event)[2:]
            return
        kept = self.lines, self.twice, self.keys, self.values
        self.lines, self.twice, self.keys, self.values = {}, [], {}, {}
        self.value(())
        self.lines, self.twice, self.keys, self.values = kept


def _region(event: Any) -> Region:
    start, end = event.start_mark, event.end_mark
    return Region(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


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
