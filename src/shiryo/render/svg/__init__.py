"""`PageSet` → SVG, a file for each page (SVG 2)."""

from shiryo.render.svg.outlines import Outlines
from shiryo.render.svg.page import drawing, links, write

__all__ = ["Outlines", "drawing", "links", "write"]
