"""Fonts in which every character is one em wide, for layout as arithmetic."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

import uharfbuzz as hb

from shiryo.typeset.fonts.shape import Shaped


@dataclass(frozen=True)
class EmFace:
    key: str
    family: str
    weight: int
    ps_name: str = "Em"
    font: hb.Font = field(default_factory=lambda: hb.Font(hb.Face(b"")), compare=False)
    variations: tuple[tuple[str, float], ...] = ()
    units_per_em: int = 1000
    ascent: float = 0.8
    descent: float = -0.2
    cap_height: float = 0.7


class EmFonts:
    def __init__(self) -> None:
        self.used: dict[str, EmFace] = {}
        self.cells: dict[Hashable, dict[str, Any]] = {}

    def face(self, family: str, weight: int) -> EmFace:
        key = f"{family}-{weight}"
        return self.used.setdefault(key, EmFace(key, family.title(), weight))

    def missing(self, text: str) -> set[str]:
        return {c for c in text if c == "\ue000"}

    def shape(self, family: str, weight: int, text: str, *_: bool) -> list[tuple[str, Any]]:
        glyphs = tuple(Shaped(1, 1.0, character) for character in text)
        return [(self.face(family, weight).key, glyphs)]
