"""Fonts: which there are, the faces that a theme names, and the glyphs of their text."""

from shiryo.typeset.fonts.faces import Face, Fonts, load

__all__ = ["Face", "Fonts", "load"]
