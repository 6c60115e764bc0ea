"""A PDF file → PNG pictures of its pages, with PDFium."""

import io
from collections.abc import Iterator

import pypdfium2 as pdfium

_ROUNDING = 0.001
"""Pixels; PDFium rounds sizes up."""


def write(pdf: bytes, width: int) -> Iterator[bytes]:
    """Yield each page of ``pdf`` as a PNG file ``width`` pixels wide, one page at a time."""
    document = pdfium.PdfDocument(pdf)
    try:
        for page in document:
            scale = (width - _ROUNDING) / page.get_width()
            picture = page.render(scale=scale).to_pil()
            file = io.BytesIO()
            picture.save(file, "PNG")
            yield file.getvalue()
    finally:
        document.close()
