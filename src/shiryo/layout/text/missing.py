"""Characters that no font has, and where they are written."""

from collections.abc import Iterator
from dataclasses import fields

from shiryo import document
from shiryo.diagnostics import Diagnostic, Span, diagnose
from shiryo.document.walk import texts
from shiryo.typeset.fonts import Fonts
from shiryo.typeset.spelling import dropped, spelt


def missing(handout: document.Handout, fonts: Fonts) -> Iterator[Diagnostic]:
    """Report for each section, and for what stands before them, the characters without a glyph."""
    for part, line in _parts(handout):
        said = _said(part)
        characters = {*fonts.missing(spelt(said, fonts.missing)), *dropped(said, fonts.missing)}
        if characters:
            span = Span("", line) if line else None
            yield diagnose("layout.missing-glyph", span, characters="".join(sorted(characters)))


def _parts(handout: document.Handout) -> Iterator[tuple[object, int]]:
    yield tuple(getattr(handout, f.name) for f in fields(handout) if f.name != "sections"), 0
    waiting = list(handout.sections)
    while waiting:
        section = waiting.pop(0)
        yield (section.title, section.message, section.blocks), section.line
        waiting = [*section.sections, *waiting]


def _said(part: object) -> str:
    """Return all text that is set."""
    return "".join(run.text + (run.ruby or "") for text in texts(part) for run in text)
