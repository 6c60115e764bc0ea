"""The characters of a page, and how most of them stand. All lengths are in points."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from shiryo.article.readers.pdf.geometry import Box
from shiryo.values import dataclass

UNKNOWN = "〓"
"""Stands for a glyph that the file does not say the character of."""


@dataclass(frozen=True, slots=True)
class Char:
    """A glyph on a page."""

    text: str
    """What it says; several characters for a ligature."""
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    font: str
    """The name of its font; empty where the file has none."""
    tag: str
    """What a tagged PDF says that it is part of: ``H1``, ``Artifact`` (ISO 32000-1 §14.8.4)."""
    turn: int
    """By how many degrees it is turned to the left: 0, 90, 180 or 270."""

    @property
    def box(self) -> Box:
        """Return its left, top, right and bottom."""
        return self.x0, self.top, self.x1, self.bottom


def placed(char: Char, box: Box) -> Char:
    """Return ``char`` at another place."""
    return Char(char.text, *box, char.size, char.font, char.tag, char.turn)


def most_turned(chars: Sequence[Char]) -> int:
    """Return by how many degrees most of the characters are turned to the left."""
    turns = Counter(char.turn for char in chars if char.text.strip())
    return turns.most_common(1)[0][0] if turns else 0


def sideways(chars: Sequence[Char], turn: int) -> str:
    """Return the words that do not stand as those of ``turn`` do, on a page of lines across."""
    others = [char for char in chars if char.turn != turn]
    if not others or is_vertical([char for char in chars if char.turn == turn]):
        return ""
    return " ".join("".join(char.text for char in others).split())


def is_vertical(chars: Sequence[Char]) -> bool:
    """Tell whether most characters follow each other downwards."""
    down = across = 0
    for before, char in pairwise(chars):
        x, y = char.x0 - before.x0, char.top - before.top
        size = max(before.size, 1)
        down += abs(x) < 0.4 * size and 0.5 * size < y < 2 * size
        across += abs(y) < 0.4 * size and 0.2 * size < x < 2 * size
    return down > across
