"""What may be asked of a text, as data; from JSON, too."""

from typing import Any, TypeAlias

from shiryo.diagnostics import Path
from shiryo.values import dataclass


@dataclass(frozen=True)
class Put:
    """Let ``path`` hold ``value``; None takes a key out, and what is missing above is made."""

    path: Path
    value: Any


@dataclass(frozen=True)
class Insert:
    """Put ``value`` into the list at ``path``, so that its index is ``index``."""

    path: Path
    index: int
    value: Any


@dataclass(frozen=True)
class Remove:
    """Take out a key, or an item with the comment over it; a list of one goes with its key."""

    path: Path


@dataclass(frozen=True)
class Duplicate:
    """Repeat an item after itself; each ``id`` in it becomes one that nothing else has."""

    path: Path


@dataclass(frozen=True)
class Move:
    """Take an item to the list ``to``, before what is now at ``index``; comments go along."""

    path: Path
    to: Path
    index: int


Operation: TypeAlias = Put | Insert | Remove | Duplicate | Move

_KINDS: dict[str, type[Operation]] = {
    "put": Put, "insert": Insert, "remove": Remove, "duplicate": Duplicate, "move": Move,
}  # fmt: skip


def operation(asked: Any) -> Operation:
    """Return what a mapping ``{op: put, path: […], …}`` asks for. Raises ValueError."""
    try:
        kind = _KINDS[asked["op"]]
        values = {name: value for name, value in asked.items() if name != "op"}
        for name in {"path", "to"} & values.keys():
            values[name] = _path(values[name])
        if not isinstance(values.get("index", 0), int):
            raise TypeError
        return kind(**values)
    except (KeyError, TypeError, AttributeError):
        raise ValueError("no operation") from None


def _path(said: Any) -> Path:
    if not isinstance(said, list) or not all(type(part) in {str, int} for part in said):
        raise TypeError
    return tuple(said)
