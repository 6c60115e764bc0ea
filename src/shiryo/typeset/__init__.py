"""Typesetting: runs of text and a measure → lines of placed glyphs."""

from shiryo.typeset.paragraph import Measured, measured, set_paragraph, unbroken, width

__all__ = ["Measured", "measured", "set_paragraph", "unbroken", "width"]
