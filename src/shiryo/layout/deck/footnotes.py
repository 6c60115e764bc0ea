"""Footnotes on a slide: a mark in the text, the note itself in the line at the foot."""

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from shiryo import inline, pages
from shiryo.document import Slide
from shiryo.layout.deck.inside import boxes, plain
from shiryo.template.labels import filled

_MARK = re.compile(r"※\d*")


def marked(slide: Slide) -> tuple[Slide, tuple[inline.Text, ...]]:
    """Return a slide with a mark (※, or ※1, ※2 …) for every footnote, and the notes with theirs."""
    found = list[inline.Text]()
    _walk(slide, found, "")
    if not found:
        return slide, ()
    total, found = len(found), []
    made = _walk(slide, found, "{n}" if total > 1 else "")
    return made, tuple(found)


def called(notes: Sequence[inline.Text], items: Sequence[pages.Item]) -> list[inline.Text]:
    """Return those notes whose mark stands in ``items``."""
    marks = {mark for item in items for box in boxes(item) for mark in _MARK.findall(plain(box))}
    return [note for note in notes if note[0].text.strip() in marks]


def _walk(value: Any, found: list[inline.Text], number: str) -> Any:
    if isinstance(value, tuple):
        if value and all(isinstance(part, inline.Run) for part in value):
            return _text(value, found, number)
        return tuple(_walk(part, found, number) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        made = {f.name: _walk(getattr(value, f.name), found, number) for f in fields(value)}
        return replace(value, **made)
    return value


def _text(text: inline.Text, found: list[inline.Text], number: str) -> inline.Text:
    runs = list[inline.Run]()
    for run in text:
        if run.note is None:
            runs.append(run)
            continue
        mark = "※" + filled(number, n=len(found) + 1)
        found.append((inline.Run(f"{mark} "), *run.note))
        if run.text:
            runs.append(replace(run, note=None))
        runs.append(inline.Run(mark))
    return tuple(runs)
