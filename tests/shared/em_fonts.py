"""Fonts in which every character is one em wide, for layout as arithmetic."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from shiryo.typeset.fonts.shape import Shaped


@dataclass(frozen=True)
class EmFace:
    key: str
    family: str
    weight: int
    ps_name: str = "Em"
    file: bytes = b""
    index: int = 0
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
