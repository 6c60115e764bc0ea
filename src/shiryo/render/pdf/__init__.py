"""`PageSet` → PDF (ISO 32000-1), with reportlab's canvas as the writer of the file."""

from shiryo.render.pdf.document import draw, write

__all__ = ["draw", "write"]
