"""Typesetting: runs of text and a measure → lines of placed glyphs."""
