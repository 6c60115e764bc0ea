"""The schema, followed along a path: which keys a mapping may have, what a key may hold."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from shiryo.diagnostics import Path
from shiryo.outline.model import block_kind
from shiryo.outline.schema import schema

BARE = {"steps": "title", "rows": "cells"}
"""Which key a bare value is short for, by the list that it stands in; elsewhere ``text``."""
_FIRST = (
    "shiryo", "id", "only", "term", "reading", "speaker", "date", "value", "title", "brief",
    "message",
)  # fmt: skip
"""Keys that come first wherever they are, in this order …"""
_LAST = ("from", "how", "was")
"""… and those that come last, save before what is much longer."""
_ROOT = ("shiryo", "title", "subtitle", "message", *_LAST)
_LONG = ("items", "blocks", "sections")


@cache
def _schema() -> dict[str, Any]:
    return schema()


def alternatives(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield what a part of the schema may be, references followed."""
    if "$ref" in node:
        yield from alternatives(_schema()["$defs"][node["$ref"].rpartition("/")[2]])
        return
    yield node
    for key in ("anyOf", "oneOf"):
        for one in node.get(key, ()):
            yield from alternatives(one)


def _below(nodes: list[Mapping[str, Any]], part: str | int) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = []
    for node in nodes:
        keyed = node.get("properties", {})
        below = node.get("items") if isinstance(part, int) else keyed.get(part)
        if below:
            found += alternatives(below)
    return found


def _of_kind(nodes: list[Mapping[str, Any]], siblings: Mapping[str, Any]) -> list[Any]:
    """Return, of the kinds that a block may be, the one that its keys tell."""
    kind = block_kind(siblings)
    told = [node for node in nodes if kind in node.get("properties", {})]
    return told if kind and len(nodes) > 1 and told else nodes


def nodes(path: Path, value: Any = None) -> list[Mapping[str, Any]]:
    """Return what the schema says of ``path``, each alternative; ``value`` is the outline's."""
    found = list(alternatives(_schema()))
    for part in path:
        if isinstance(value, dict):
            found = _of_kind(found, value)
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            value = None
        found = _below(found, part)
    return _of_kind(found, value) if isinstance(value, dict) else found


def properties(path: Path, value: Any = None) -> dict[str, Mapping[str, Any]]:
    """Return the keys that the mapping at ``path`` may have, with what the schema says of each."""
    made: dict[str, Mapping[str, Any]] = {}
    for node in nodes(path, value):
        for key, said in node.get("properties", {}).items():
            made.setdefault(key, said)
    return made


def keys(path: Path, value: Any = None) -> list[str]:
    """Return the keys that the mapping at ``path`` may have, in the order to write them in."""
    known = list(properties(path, value))
    middle = [key for key in known if key not in {*_FIRST, *_LAST, *_LONG}]
    if not path:
        return [*_ROOT, *(key for key in known if key not in _ROOT)]
    ordered = (*_FIRST, *middle, *_LAST, *_LONG)
    return [key for key in ordered if key in known]
