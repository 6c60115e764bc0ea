"""How much an outline may hold, seen on its plain values before they are taken for an outline."""

from collections.abc import Iterator
from typing import Any

from shiryo import limits
from shiryo.diagnostics import Diagnostic, Path, Span, diagnose
from shiryo.outline.yaml_lines import Places

_LISTS = {
    "columns": limits.COLUMNS,
    "cells": limits.COLUMNS,
    "series": limits.COLUMNS,
    "categories": limits.CATEGORIES,
    "values": limits.CATEGORIES,
    "highlight": limits.CATEGORIES,
    "sections": limits.SECTIONS,
    "review": limits.VALUES,
}
"""The most that a list of this name holds; any other holds `limits.ROWS`."""
_TEXTS = {"value": limits.FIGURE_CHARACTERS, "unit": limits.FIGURE_CHARACTERS}
"""The most characters of a text of this name; any other has `limits.FIELD_CHARACTERS`."""


def exceeded(data: dict[str, Any], places: Places, file: str) -> Iterator[Diagnostic]:
    """Yield each bound that the values of an outline pass, with its line."""
    sections = notes = 0
    for path, value in _walk(data, ()):
        span = Span(file, places.line(path))
        if isinstance(value, str):
            yield from _text(path, value, span)
            notes += value.count("^[")
            if notes > limits.NOTES:
                yield diagnose("outline.too-many-notes", span, most=limits.NOTES)
                return
        elif isinstance(value, list):
            yield from _list(path, value, span)
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
    most = _TEXTS.get(_key(path), limits.FIELD_CHARACTERS)
    if len(value) > most:
        yield diagnose("outline.too-long", span, key=_key(path), characters=len(value), most=most)


def _list(path: Path, value: list[Any], span: Span) -> Iterator[Diagnostic]:
    key = _key(path)
    most = _LISTS.get(key, limits.ROWS)
    if len(value) > most and key != "sections":
        yield diagnose("outline.too-many", span, key=key, max_length=most, actual_length=len(value))
    if path.count("items") == limits.ITEM_DEPTH and path[-1] == "items":
        yield diagnose("outline.deep-items", span, most=limits.ITEM_DEPTH)
