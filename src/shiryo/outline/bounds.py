"""How much an outline may hold, seen on its plain values before they are taken for an outline."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.diagnostics import Diagnostic, Path, Span, diagnose

if TYPE_CHECKING:
    from shiryo.outline.yaml_lines import Places

_LISTS = {
    "columns": "COLUMNS",
    "cells": "COLUMNS",
    "series": "COLUMNS",
    "categories": "CATEGORIES",
    "values": "CATEGORIES",
    "highlight": "CATEGORIES",
    "blocks": "BLOCKS",
    "sections": "SECTIONS",
    "review": "VALUES",
}
"""The bound, of `limits`, of a list of this name."""
_TITLES = (
    "title subtitle message brief label organization caption credit "
    "by speaker term reading name date"
)
_TEXTS = {
    **dict.fromkeys(("value", "unit"), "FIGURE_CHARACTERS"),
    **dict.fromkeys(("rows", "cells", "columns"), "CELL_CHARACTERS"),
    **dict.fromkeys(_TITLES.split(), "TITLE_CHARACTERS"),
}
"""The bound, of `limits`, of a text of this name, or in a list of this name."""
_NOTE = re.compile(r"\\.|\^\[", re.DOTALL)
"""Where a footnote begins, or what is escaped."""


def most_items(key: str) -> int:
    """Return how many a list of this name may hold."""
    most: int = getattr(limits, _LISTS.get(key, "ROWS"))
    return most


def most_characters(key: str) -> int:
    """Return how many characters a text may have that has this name, or is in a list that has."""
    most: int = getattr(limits, _TEXTS.get(key, "FIELD_CHARACTERS"))
    return most


def exceeded(data: dict[str, Any], places: "Places", file: str) -> Iterator[Diagnostic]:
    """Yield each bound that the values of an outline pass, with its line."""
    sections = notes = cells = 0
    for path, value in _walk(data, ()):
        span = Span(file, places.line(path))
        if isinstance(value, str):
            yield from _text(path, value, span)
            notes += _NOTE.findall(value).count("^[")
            if notes > limits.NOTES:
                yield diagnose("outline.too-many-notes", span, most=limits.NOTES)
                return
        elif isinstance(value, list):
            yield from _list(path, value, span)
            cells += len(value) if "rows" in path[:-1] else 0
            if cells > limits.TABLE_CELLS:
                yield diagnose("outline.too-many-cells", span, most=limits.TABLE_CELLS)
                return
            sections += len(value) if _key(path) == "sections" else 0
            if sections > limits.SECTIONS:
                yield diagnose("outline.too-many-sections", span, most=limits.SECTIONS)
                return


def _walk(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Yield every list and text with its path; mappings and lists are as deep as YAML may be."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _walk(below, (*path, key))
        return
    yield path, value
    if isinstance(value, list):
        for n, below in enumerate(value):
            yield from _walk(below, (*path, n))


def _key(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _text(path: Path, value: str, span: Span) -> Iterator[Diagnostic]:
    most = most_characters(_key(path))
    if len(value) > most:
        yield diagnose("outline.too-long", span, key=_key(path), characters=len(value), most=most)


def _list(path: Path, value: list[Any], span: Span) -> Iterator[Diagnostic]:
    key = _key(path)
    most = most_items(key)
    if len(value) > most and key != "sections":
        yield diagnose("outline.too-many", span, key=key, max_length=most, actual_length=len(value))
    if path.count("items") == limits.ITEM_DEPTH and path[-1] == "items":
        yield diagnose("outline.deep-items", span, most=limits.ITEM_DEPTH)
