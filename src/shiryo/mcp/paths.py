"""Paths as an assistant says them → paths of an outline."""

from collections.abc import Sequence
from typing import Any

from shiryo.diagnostics import Path


def settled(value: Any, path: Sequence[str | int]) -> Path:
    """Return the path of an outline whose ``value`` is given.

    In a list, an item may be told by its ``id``, which stays when others are put before it, and an
    index may be written as text.
    """
    made: list[str | int] = []
    for part in path:
        if isinstance(value, list) and isinstance(part, str):
            part = _index(value, part)
        made.append(part)
        if isinstance(value, list):
            value = value[part] if isinstance(part, int) and 0 <= part < len(value) else None
        else:
            value = value.get(part) if isinstance(value, dict) else None
    return tuple(made)


def _index(items: list[Any], part: str) -> str | int:
    ids = (n for n, one in enumerate(items) if isinstance(one, dict) and one.get("id") == part)
    found = next(ids, None)
    if found is not None:
        return found
    return int(part) if part.isdecimal() and len(part) < 10 else part
