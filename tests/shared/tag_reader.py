"""The tags of a PDF as a reader of it finds them, with the text of each."""

import ctypes
import io
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

INLINE = {"Link", "Reference", "Ruby", "RB", "RT", "Span"}
"""What is part of a line."""


class Tag(NamedTuple):
    """An element of the structure."""

    depth: int
    """1 for the parts of the document."""
    kind: str
    text: str
    """Without white space and without that of its parts, but with its links, ruby and marks."""
    pages: tuple[int, ...]
    """Those that it stands on, from 1."""
    element: pikepdf.Dictionary


def tags(data: bytes) -> list[Tag]:
    """Return the elements of a file in reading order, those inside a line left out."""
    texts = _texts(data)
    file = _opened(data)
    numbers = {page.obj.objgen: n for n, page in enumerate(file.pages)}
    return list(_walk(file.Root.StructTreeRoot.K, 0, texts, numbers))[1:]


@cache
def _opened(data: bytes) -> pikepdf.Pdf:
    """Open a file for good: its elements live as long as it does."""
    return pikepdf.open(io.BytesIO(data))


def _walk(element: pikepdf.Dictionary, depth: int, texts: dict, numbers: dict) -> Iterator[Tag]:
    own = list(_content(element, numbers))
    text = "".join(texts.get(place, "") for place in own)
    yield Tag(
        depth,
        str(element.S)[1:],
        re.sub(r"\s", "", text),
        tuple(sorted({page + 1 for page, _ in own})),
        element,
    )
    for kid in kids(element):
        if "/S" in kid and str(kid.S)[1:] not in INLINE:
            yield from _walk(kid, depth + 1, texts, numbers)


def kids(element: pikepdf.Dictionary) -> list[pikepdf.Dictionary]:
    """Return the parts of an element; content on its own page as other content is written."""
    kids = element.get("/K", pikepdf.Array())
    return [
        pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=element.Pg, MCID=kid)
        if isinstance(kid, int)
        else kid
        for kid in (kids if isinstance(kids, pikepdf.Array) else [kids])
    ]


def _content(element: pikepdf.Dictionary, numbers: dict) -> Iterator[tuple[int, int]]:
    """Yield page and MCID of what is in an element and in its inline parts."""
    for kid in kids(element):
        if kid.get("/Type") == "/MCR":
            yield numbers[kid.Pg.objgen], int(kid.MCID)
        elif "/S" in kid and str(kid.S)[1:] in INLINE:
            yield from _content(kid, numbers)


def _texts(data: bytes) -> dict[tuple[int, int], str]:
    """Return the text of each marked content by page and MCID, as PDFium reads it."""
    texts: dict[tuple[int, int], str] = {}
    for number, page in enumerate(pypdfium2.PdfDocument(data)):
        text_page = page.get_textpage()
        for found in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
            mark = pdfium.FPDFPageObj_GetMarkedContentID(found.raw)
            length = pdfium.FPDFTextObj_GetText(found.raw, text_page.raw, None, 0)
            buffer = ctypes.create_string_buffer(length)
            pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
            pdfium.FPDFTextObj_GetText(found.raw, text_page.raw, pointer, length)
            text = buffer.raw.decode("utf-16-le").rstrip("\0")
            # PDFium takes a hyphen at the end of a line for one that only parts a word.
            texts[number, mark] = texts.get((number, mark), "") + text.replace("\2", "-")
    return texts
