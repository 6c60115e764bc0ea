"""Lengths and rectangles.

Every length in this program is in points (1 pt = 1/72 in) from the top left corner of a page,
x to the right and y downwards. Only the writers turn points into the units of their format.
"""

from typing import TypeAlias

from shiryo import lazy_re as re
from shiryo.values import dataclass

Points: TypeAlias = float
"""A length in points."""
Point: TypeAlias = tuple[Points, Points]
"""x and y of a place on a page."""

_POINTS_PER = {"pt": 1.0, "px": 0.75, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
_LENGTH = re.compile(r"\s*+(-?\d++(?:\.\d++)?)\s*+(pt|px|mm|cm|in)?\s*+")


def length(text: object) -> Points:
    """Turn ``"22mm"``, ``"64px"`` (1/96 in), ``"10.2pt"`` or a bare number (points) into points.

    Raises ValueError for anything else.
    """
    if isinstance(text, int | float):
        return float(text)
    match = _LENGTH.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise ValueError(f"not a length: {text!r} (use pt, px, mm, cm or in)")
    return float(match[1]) * _POINTS_PER[match[2] or "pt"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle on a page; all four numbers in points."""

    x: Points
    y: Points
    width: Points
    height: Points

    @property
    def right(self) -> Points:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> Points:
        """The y of the lower edge."""
        return self.y + self.height

    def inset(self, x: Points, y: Points | None = None) -> "Rect":
        """Return the rectangle moved inwards by ``x`` at each side and ``y`` at top and bottom."""
        y = x if y is None else y
        return Rect(self.x + x, self.y + y, self.width - 2 * x, self.height - 2 * y)

    def below(self, distance: Points) -> "Rect":
        """Return what is left of the rectangle under its first ``distance`` points."""
        return Rect(self.x, self.y + distance, self.width, self.height - distance)

    def columns(self, count: int, gap: Points) -> "tuple[Rect, ...]":
        """Divide into ``count`` rectangles of equal width, ``gap`` points apart."""
        width = (self.width - gap * (count - 1)) / count
        return tuple(
            Rect(self.x + n * (width + gap), self.y, width, self.height) for n in range(count)
        )

    def rows(self, count: int, gap: Points) -> "tuple[Rect, ...]":
        """Divide into ``count`` rectangles of equal height, ``gap`` points apart."""
        height = (self.height - gap * (count - 1)) / count
        return tuple(
            Rect(self.x, self.y + n * (height + gap), self.width, height) for n in range(count)
        )
