"""A PDF file → PNG pictures of its pages, with PDFium."""

import struct
import zlib
from collections.abc import Iterator
from threading import Lock

import pypdfium2 as pdfium
from pypdfium2.raw import FPDFBitmap_BGR

_ALONE = Lock()
"""PDFium serves one thread at a time."""
_LEVEL = 1
"""Of compression: of pages of text, higher ones take a quarter longer for files 6 % smaller."""
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


def page(pdf: bytes, n: int, width: int) -> bytes:
    """Return the page ``n`` of ``pdf``, from 0, as a PNG file ``width`` pixels wide."""
    with _ALONE, pdfium.PdfDocument(pdf) as document:
        return _drawn(document, n, width)


def count(pdf: bytes) -> int:
    """Return how many pages ``pdf`` has."""
    with _ALONE, pdfium.PdfDocument(pdf) as document:
        return len(document)


def _drawn(document: pdfium.PdfDocument, n: int, width: int) -> bytes:
    page = document[n]
    scale = (width - _ROUNDING) / page.get_width()
    picture = page.render(scale=scale, rev_byteorder=True)
    if picture.format != FPDFBitmap_BGR:  # what shines through has a fourth byte
        shown = picture.to_pil().convert("RGB")
        return _encoded(shown.width, shown.height, memoryview(shown.tobytes()), 3 * shown.width)
    pixels = memoryview(picture.buffer).cast("B")
    return _encoded(picture.width, picture.height, pixels, picture.stride)


def _encoded(width: int, height: int, rgb: memoryview, stride: int) -> bytes:
    """Return a PNG file of pixels whose rows are not filtered (ISO/IEC 15948 § 9).

    Of pages of text that is smaller than what filters make, which are what writing took longest at.
    ``stride``: from one row of ``rgb`` to the next.
    """
    starts = range(0, stride * height, stride)
    rows = b"".join([part for at in starts for part in (b"\0", rgb[at : at + 3 * width])])
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, _LEVEL)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
