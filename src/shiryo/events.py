"""YAML text → the events of its parser, unless what it would become passes a bound.

Composing recurses and writes aliases out; the events of a text do neither. So how deep they are and
how much aliases repeat is counted here, by the parser's own reading of comments and quotes.
"""

from collections.abc import Iterator
from dataclasses import field
from typing import Any, Literal, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.composer import ComposerError
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from shiryo import limits
from shiryo.values import dataclass

Reason: TypeAlias = Literal["deep", "many", "repeated"]


class Unbounded(Exception):
    """A bound of `shiryo.limits` is passed: of nesting, of values, of what aliases repeat."""

    def __init__(self, reason: Reason, line: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        """1-based."""


def read(text: str) -> list[Event]:
    """Return the events of the nodes of ``text``, which is at most one document.

    Every alias among them has its anchor before it, and none is inside what it names. Raises
    Unbounded, or YAMLError for what is no YAML.
    """
    try:
        return list(_Bounded().events(YAML(typ="safe").parse(text)))
    except YAMLError:
        # libyaml is ten times as fast, but knows YAML 1.1 alone and says less well what is wrong.
        if len(text) > limits.SLOW_YAML_CHARACTERS:
            raise
        return list(_Bounded().events(YAML(typ="safe", pure=True).parse(text)))


@dataclass
class _Size:
    """How much a node holds, written out."""

    anchor: str | None = None
    values: int = 1
    characters: int = 0
    height: int = 0
    """Levels of nesting in it."""


@dataclass
class _Bounded:
    """Counts while events pass."""

    _open: list[_Size] = field(default_factory=lambda: [_Size()])
    """The document, and the collections that the next event is in."""
    _anchors: dict[str, _Size | None] = field(default_factory=dict)
    """None for a collection that is open."""
    _repeated: _Size = field(default_factory=_Size)
    _documents: int = 0
    _values: int = 0

    def events(self, events: Iterator[Any]) -> Iterator[Event]:
        """Yield the events of nodes as long as no bound is passed."""
        for event in events:
            match event:
                case DocumentStartEvent():
                    self._begin(event)
                case NodeEvent():
                    self._count(event)
                    yield event
                case SequenceEndEvent() | MappingEndEvent():
                    self._close(self._open.pop())
                    yield event

    def _begin(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise ComposerError(None, None, "but found another document", event.start_mark)

    def _count(self, event: Any) -> None:
        line = event.start_mark.line + 1
        anchor = None if event.anchor is None else str(event.anchor)
        self._values += 1
        if self._values > limits.VALUES:
            raise Unbounded("many", line)
        match event:
            case SequenceStartEvent() | MappingStartEvent():
                if anchor:
                    self._anchors[anchor] = None
                self._open.append(_Size(anchor))
                height = 0
            case ScalarEvent():
                self._close(_Size(anchor, characters=len(event.value)))
                height = 0
            case AliasEvent():
                height = self._repeat(anchor or "", event, line)
        if len(self._open) - 1 + height > limits.DEPTH:
            raise Unbounded("deep", line)

    def _repeat(self, anchor: str, event: Any, line: int) -> int:
        """Add what an alias stands for; return its height."""
        if anchor not in self._anchors:
            raise ComposerError(None, None, f"found undefined alias {anchor!r}", event.start_mark)
        named = self._anchors[anchor]
        if named is None:
            raise Unbounded("deep", line)
        self._repeated.values += named.values
        self._repeated.characters += named.characters
        if (
            self._repeated.values > limits.REPEATED_VALUES
            or self._repeated.characters > limits.REPEATED_CHARACTERS
        ):
            raise Unbounded("repeated", line)
        self._close(_Size(None, named.values, named.characters, named.height))
        return named.height

    def _close(self, node: _Size) -> None:
        """Add a node that is complete to the collection that it stands in."""
        if node.anchor:
            self._anchors[node.anchor] = node
        around = self._open[-1]
        around.values += node.values
        around.characters += node.characters
        around.height = max(around.height, node.height + 1)
