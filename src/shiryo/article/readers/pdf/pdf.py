"""PDF with a text layer → `Article`: a paragraph, item or table a line, in the order of reading."""

import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from shiryo import lazy_re as re
from shiryo import limits, worker
from shiryo.addresses import is_link
from shiryo.article.model import Article, Doubt, Link
from shiryo.article.readers.pdf import blocks, margins
from shiryo.article.readers.pdf import chars as pdf_chars
from shiryo.article.readers.pdf import tables as pdf_tables
from shiryo.article.readers.pdf.columns import columns
from shiryo.article.readers.pdf.rows import Row, rows
from shiryo.article.structure import pieces as marked
from shiryo.diagnostics import Failed, Span, diagnose
from shiryo.messages import wording

_LINKS = 200
"""Links of a page that are looked at."""
_SECONDS = 0.00015
"""CPU seconds that reading a character may take at most."""


def read(data: bytes, file: str) -> Article:
    """Read the text layer of a PDF (ISO 32000-1 §9.10).

    Raises `Failed` where the file is broken, wants a password, has more than `limits.PAGES` or no
    text (a scan). Pages without text between others become a doubt.
    """
    with _opened(data, file) as document:
        if len(document.pages) > limits.PAGES:
            raise Failed(diagnose("article.pdf-long", Span(file), most=limits.PAGES))
        metadata = {key: str(value) for key, value in (document.metadata or {}).items()}
        read_pages = [_page(page) for page in document.pages]
    sizes = [size for _, size, _, _ in read_pages]
    found = [page for page, _, _, _ in read_pages]
    said = "".join(row.text for page in found for row in page)
    if len(re.findall(r"\w", said)) < 5 or said.count("〓") * 5 > len(said):
        raise Failed(diagnose("article.pdf-no-text", Span(file), pages=len(found)))
    slides = sum(width > 1.2 * height for width, height in sizes) * 2 > len(sizes)
    kept = margins.without(found, [height for _, height in sizes], slides=slides)
    name = _name(metadata)
    pieces = blocks.pieces([columns(page) for page in kept], name, slides)
    pieces = [each for each in pieces if each.text.strip()]
    structure = marked.structure(pieces)
    pages = tuple(each.page for each in pieces)
    doubts = (
        *structure.doubts,
        *_blank(found, pages),
        *_sideways([said for _, _, said, _ in read_pages], pages),
    )
    lines = marked.lines(pieces)
    links = _links([leads for _, _, _, leads in read_pages], pages, lines)
    return Article(
        file, "", structure.title, lines, structure.blocks, doubts, structure.date, structure.head,
        links=links, pages=pages,
    )  # fmt: skip


@contextmanager
def _opened(data: bytes, file: str) -> Iterator[Any]:
    """Open the PDF; whatever its parser stumbles over is said as a diagnostic."""
    for library in ("pdfminer", "pdfplumber"):
        logging.getLogger(library).setLevel(logging.CRITICAL)
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            yield document
    except (Failed, MemoryError):
        raise
    except Exception as error:  # pdfminer raises what it happens to meet in a broken file
        cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
        if isinstance(cause, MemoryError):
            raise cause from error
        locked = isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError)
        code = "article.pdf-encrypted" if locked else "article.broken-pdf"
        raise Failed(diagnose(code, Span(file))) from error


_Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_Page = tuple[list[Row], tuple[float, float], str, list[tuple[str, str]]]


def _page(page: Any) -> _Page:
    """Return the rows and tables of a page, its size in points, its words that lie sideways, links.

    A link is the words under it and its address.
    """
    pdf_chars.only(page)
    leads = _leads(page)
    tables = pdf_tables.tables(page, page.page_number)
    chars = [c for c in page.chars if not pdf_tables.inside(_box(c), tables)]
    chars, size, sideways = pdf_chars.upright(chars, float(page.width), float(page.height))
    found = rows(chars, page.page_number, size[0])
    if size == (page.width, page.height):
        tables += pdf_tables.ruled(page, page.page_number, found)
    found = [
        row for row in found if not pdf_tables.inside((row.x0, row.top, row.x1, row.bottom), tables)
    ]
    worker.extend(_SECONDS * len(chars))
    page.close()
    return [*found, *tables], size, sideways, leads


def _leads(page: Any) -> list[tuple[str, str]]:
    """Return the words and the address of each link of a page (ISO 32000-1 §12.5.6.5)."""
    try:
        areas = [(_box(each), str(each["uri"])) for each in page.hyperlinks]
    except (MemoryError, Failed):
        raise
    except Exception:  # an annotation that is broken says nothing; the text is read all the same
        return []
    return [
        ("".join(c["text"] for c in page.chars if _on(_box(c), area)), uri)
        for area, uri in areas[:_LINKS]
        if is_link(uri)
    ]


def _on(box: _Box, area: _Box) -> bool:
    """Tell whether the middle of ``box`` stands on ``area``."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return area[0] <= x <= area[2] and area[1] <= y <= area[3]


def _box(char: Any) -> _Box:
    return char["x0"], char["top"], char["x1"], char["bottom"]


def _name(metadata: dict[str, str]) -> str:
    """Return the title in the metadata, without what programs put there themselves."""
    name = re.sub(
        r"^(Microsoft (Word|PowerPoint)|PowerPoint プレゼンテーション)\s*-?\s*",
        "",
        metadata.get("Title", ""),
    )
    return "" if re.search(r"\.(docx?|pptx?|xlsx?|jtd|indd|pdf)$", name, re.I) else name.strip()


def _blank(found: list[list[Row]], pages: tuple[int, ...]) -> Iterator[Doubt]:
    """Yield a doubt for each page without text among others."""
    for number, page in enumerate(found, 1):
        if not page:
            line = max((n for n, at in enumerate(pages, 1) if at < number), default=1)
            text = wording("read.scan", page=number)
            yield Doubt("scan", line, line, text)


def _links(
    found: list[list[tuple[str, str]]], pages: tuple[int, ...], lines: Sequence[str]
) -> tuple[Link, ...]:
    """Return the links of all pages, each with the line of its page that has its words."""
    made = []
    for number, leads in enumerate(found, 1):
        here = [n for n, at in enumerate(pages, 1) if at == number]
        for said, uri in leads:
            words = "".join(said.split())
            has = (n for n in here if words and words in "".join(lines[n - 1].split()))
            line = next(has, here[0] if here else 1)
            made.append(Link(said.strip(), uri, line))
    return tuple(made[: limits.LINKS])


def _sideways(found: list[str], pages: tuple[int, ...]) -> Iterator[Doubt]:
    """Yield a doubt for each page with words that do not stand as the others do."""
    for number, said in enumerate(found, 1):
        if said:
            line = next((n for n, at in enumerate(pages, 1) if at >= number), max(1, len(pages)))
            text = wording("read.sideways", page=number, text=said[:40])
            yield Doubt("sideways", line, line, text)
