"""Typesetting: runs of text and a measure → lines of placed glyphs."""

from shiryo.typeset.paragraph import set_paragraph, width

__all__ = ["set_paragraph", "width"]
