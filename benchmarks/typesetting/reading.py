"""A PDF file read back by PDFium: what stands where, the same way for every program."""

import ctypes
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

_DECODED = pikepdf.StreamDecodeLevel.specialized
_HYPHENS = "-‐\u00ad\x02"
_SPAN = re.compile(rb"/Span\s*<<\s*/ActualText\s*<[0-9A-Fa-f]*>\s*>>\s*BDC")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was drawn."""

    text: str
    """The part of the source that stands on it."""
    at: tuple[float | None, ...]
    """For each character of it where its glyph has its origin, in points from the left of the page;
    None where nothing is drawn of its own (spaces, the second letter of a ligature)."""
    ends: bool
    """Whether the paragraph ends with it."""
    hyphen: float | None
    """Where a hyphen stands that is not in the source."""


class TextLost(Exception):
    """What is read is not what was to be set."""


def lines(pdf: bytes, paragraphs: Sequence[str]) -> Iterator[Line]:
    """Yield the lines of ``pdf``, which holds nothing but ``paragraphs``.

    Raises TextLost where a character is not the one that should stand there.
    """
    source = ((text, n) for text in paragraphs for n in [0])
    text, at = next(source)
    for drawn in _drawn(pdf):
        hyphen = None
        start, places = at, list[float | None]()
        for n, (character, x) in enumerate(drawn):
            while at < len(text) and text[at].isspace():
                places.append(None)
                at += 1
            if at < len(text) and _same(text[at], character):
                places.append(x if not n or x != drawn[n - 1][1] else None)
                at += 1
            elif n == len(drawn) - 1 and character in _HYPHENS:
                hyphen = x
            else:
                raise TextLost(f"{text[start:at]!r}, then {character!r}, not {text[at : at + 5]!r}")
        while at < len(text) and text[at].isspace():
            places.append(None)
            at += 1
        yield Line(text[start:at], tuple(places), at == len(text), hyphen)
        if at == len(text):
            text, at = next(source, ("", 0))
    if text:
        raise TextLost(f"nothing is drawn of {text[at:]!r}")


def _same(wanted: str, found: str) -> bool:
    return wanted == found or unicodedata.normalize("NFKC", wanted) == unicodedata.normalize(
        "NFKC", found
    )


def _drawn(pdf: bytes) -> Iterator[list[tuple[str, float]]]:
    """Yield for each line its characters, spaces left out, and where they have their origins."""
    with pypdfium2.PdfDocument(_bare(pdf)) as document:
        for page in document:
            for _, group in groupby(_characters(page.get_textpage()), key=lambda c: c[2]):
                yield [(character, x) for character, x, _ in group]


def _bare(pdf: bytes) -> bytes:
    """Return the file without what its glyphs are said to stand for: a hyphen is to be seen."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            parts = page.Contents if isinstance(page.Contents, pikepdf.Array) else [page.Contents]
            content = b"\n".join(part.read_bytes(_DECODED) for part in parts)
            page.Contents = document.make_stream(_SPAN.sub(b"/Span BMC", content))
        document.save(file)
    return file.getvalue()


def _characters(page: pypdfium2.PdfTextPage) -> Iterator[tuple[str, float, int]]:
    """Yield character, x and, in whole points, y."""
    x, y = ctypes.c_double(), ctypes.c_double()
    for n in range(pdfium.FPDFText_CountChars(page.raw)):
        code = pdfium.FPDFText_GetUnicode(page.raw, n)
        # 0xFFFE: what PDFium makes of a hyphen at the end of a line.
        character = "-" if code in (2, 0xFFFE) else chr(code)
        if character.isspace() or (code != 2 and pdfium.FPDFText_IsGenerated(page.raw, n) == 1):
            continue
        pdfium.FPDFText_GetCharOrigin(page.raw, n, x, y)
        yield character, x.value, round(y.value / 4)
