"""Walks over documents: every text of a node, and nodes with other texts."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from shiryo.inline import Run, Text

_T = TypeVar("_T")


def texts(node: object) -> Iterator[Text]:
    """Yield the texts of a node in their order, each before its footnotes."""
    if _is_text(node):
        yield node  # type: ignore[misc]
        node = tuple(run.note for run in node if run.note)  # type: ignore[attr-defined]
    if isinstance(node, tuple):
        for part in node:
            yield from texts(part)
    elif is_dataclass(node):
        for field in fields(node):
            yield from texts(getattr(node, field.name))


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
    elif is_dataclass(node) and not isinstance(node, type):
        parts = {field.name: getattr(node, field.name) for field in fields(node)}
        new = {name: changed(part, change) for name, part in parts.items()}
        new = {name: part for name, part in new.items() if part is not parts[name]}
        made = replace(node, **new) if new else node
    return made  # type: ignore[no-any-return]


def _is_text(node: object) -> bool:
    return isinstance(node, tuple) and bool(node) and all(isinstance(part, Run) for part in node)
