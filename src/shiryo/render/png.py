"""A PDF file → PNG pictures of its pages, with PDFium."""

import io
from collections.abc import Iterator
from threading import Lock

import pypdfium2 as pdfium

_ALONE = Lock()
"""PDFium serves one thread at a time."""
_LEVEL = 3
"""Of compression: of pages of text, higher ones take longer and make larger files."""
_ROUNDING = 0.001
"""Pixels; PDFium rounds sizes up."""


def write(pdf: bytes, width: int) -> Iterator[bytes]:
    """Yield each page of ``pdf`` as a PNG file ``width`` pixels wide, one page at a time."""
    with _ALONE:
        document = pdfium.PdfDocument(pdf)
        count = len(document)
    try:
        for n in range(count):
            with _ALONE:
                file = _drawn(document, n, width)
            yield file
    finally:
        with _ALONE:
            document.close()


def _drawn(document: pdfium.PdfDocument, n: int, width: int) -> bytes:
    page = document[n]
    scale = (width - _ROUNDING) / page.get_width()
    file = io.BytesIO()
    picture = page.render(scale=scale, rev_byteorder=True).to_pil()
    picture.save(file, "PNG", compress_level=_LEVEL)
    return file.getvalue()
