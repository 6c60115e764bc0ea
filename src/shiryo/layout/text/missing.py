"""Characters that no font has, and where they are written."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from shiryo import document, inline
from shiryo.diagnostics import Diagnostic, Span, diagnose
from shiryo.typeset.fonts import Fonts


def missing(handout: document.Handout, fonts: Fonts) -> Iterator[Diagnostic]:
    """Report for each section, and for what stands before them, the characters without a glyph."""
    for part, line in _parts(handout):
        if characters := fonts.missing("".join(_texts(part))):
            span = Span("", line) if line else None
            yield diagnose("layout.missing-glyph", span, characters="".join(sorted(characters)))


def _parts(handout: document.Handout) -> Iterator[tuple[object, int]]:
    yield tuple(getattr(handout, f.name) for f in fields(handout) if f.name != "sections"), 0
    waiting = list(handout.sections)
    while waiting:
        section = waiting.pop(0)
        yield (section.title, section.message, section.blocks), section.line
        waiting = [*section.sections, *waiting]


def _texts(value: object) -> Iterator[str]:
    """Yield all text that is set."""
    match value:
        case inline.Run():
            yield value.text + (value.ruby or "")
            yield from _texts(value.note)
        case tuple():
            for part in value:
                yield from _texts(part)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from _texts(getattr(value, field.name))
