"""Glyphs, as they are set and as they stand on a page."""

from typing import Literal, NamedTuple

from shiryo.units import Points

Stance = Literal["horizontal", "upright", "sideways", "combined"]
"""How glyphs stand: along a horizontal line; or along a vertical one upright, turned by 90°
clockwise, or ``combined``, several in one em (縦中横). The last is not for pages: on one they are
horizontal."""


class Glyph(NamedTuple):
    """A glyph and the space after it."""

    gid: int
    advance: Points
    """Including any spacing that justification gave it."""
    text: str
    """The characters it stands for; "" for the later glyphs of a cluster."""
