"""Walks over documents: every text of a node, and nodes with other texts."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from shiryo.inline import Run, Text

_T = TypeVar("_T")


def texts(node: object) -> Iterator[Text]:
    """Yield the texts of a node in their order, each before its footnotes."""
    return iter(_gathered(node, []))


def _gathered(node: Any, found: list[Text]) -> list[Text]:
    if _is_text(node):
        found.append(node)
        node = tuple(run.note for run in node if run.note)
    if isinstance(node, tuple):
        for part in node:
            _gathered(part, found)
    else:
        for name in _names(type(node)):
            _gathered(getattr(node, name), found)
    return found


def _fields(kind: Any) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass; none where it is none."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


_names: Callable[[Any], tuple[str, ...]] = cache(_fields)


def changed(node: _T, change: Callable[[Text], Text]) -> _T:
    """Return a node with ``change`` made to each of its texts, in order; footnotes are not walked.

    What does not change is the same object.
    """
    made: Any = node
    if _is_text(node):
        made = change(node)  # type: ignore[arg-type]
    elif isinstance(node, tuple):
        made = tuple(changed(part, change) for part in node)
        made = node if all(a is b for a, b in zip(made, node, strict=True)) else made
    elif names := _names(type(made)):
        parts = {name: getattr(node, name) for name in names}
        new = {name: changed(part, change) for name, part in parts.items()}
        new = {name: part for name, part in new.items() if part is not parts[name]}
        made = replace(made, **new) if new else node
    return made  # type: ignore[no-any-return]


def _is_text(node: object) -> bool:
    return isinstance(node, tuple) and bool(node) and all(isinstance(part, Run) for part in node)
