"""A font for arithmetic: every character is an em wide, ASCII half an em, the glyph id its code."""

from collections.abc import Hashable
from typing import Any

from shiryo.typeset import set_paragraph
from shiryo.typeset.fonts.shape import Shaped
from shiryo.typeset.model import Line, Run, Setting


class FakeFonts:
    def __init__(self) -> None:
        self.cells: dict[Hashable, Any] = {}

    def shape(
        self, family: str, weight: int, text: str, *_: bool
    ) -> list[tuple[str, tuple[Shaped, ...]]]:
        glyphs = tuple(Shaped(ord(c), 0.5 if c.isascii() else 1.0, c) for c in text)
        return [(f"{family}-{weight}", glyphs)]


def run(text: str, **changes: Any) -> Run:
    return Run(**{"text": text, "family": "mincho", "weight": 400, "size": 10} | changes)


def set_text(text: str, em: float, breaks: str = "ragged", **changes: Any) -> tuple[Line, ...]:
    """Set ``text`` at 10 pt to a measure of ``em``."""
    return set_paragraph([run(text)], em * 10, Setting(breaks, **changes), FakeFonts())


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def advances(line: Line) -> list[float]:
    return [round(glyph.advance, 4) for piece in line.pieces for glyph in piece.glyphs]
