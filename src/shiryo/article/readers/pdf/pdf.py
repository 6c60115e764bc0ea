"""PDF with a text layer → `Article`: a paragraph, item or table a line, in the order of reading."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from pypdfium2 import PdfDocument, PdfiumError, raw

from shiryo import lazy_re as re
from shiryo import limits, worker
from shiryo.addresses import is_link
from shiryo.article.model import Article, Doubt, Link
from shiryo.article.readers.pdf import blocks, margins
from shiryo.article.readers.pdf import page as pages
from shiryo.article.readers.pdf import tables as pdf_tables
from shiryo.article.readers.pdf.chars import most_turned, sideways
from shiryo.article.readers.pdf.columns import columns
from shiryo.article.readers.pdf.geometry import is_inside
from shiryo.article.readers.pdf.page import Page
from shiryo.article.readers.pdf.rows import Row, rows
from shiryo.article.structure import pieces as marked
from shiryo.diagnostics import Failed, Span, diagnose
from shiryo.messages import wording

_SECONDS = 0.00015
"""CPU seconds that reading a character may take at most."""


def read(data: bytes, file: str) -> Article:
    """Read the text layer of a PDF (ISO 32000-1 §9.10).

    Raises `Failed` where the file is broken, wants a password, has more than `limits.PAGES` or no
    text (a scan). Pages without text between others become doubts, and so does what comes again.
    """
    with _opened(data, file) as document:
        if len(document) > limits.PAGES:
            raise Failed(diagnose("article.pdf-long", Span(file), most=limits.PAGES))
        title = document.get_metadata_value("Title")
        read_pages = [_read(document, number + 1) for number in range(len(document))]
    sizes = [size for _, size, _, _ in read_pages]
    found, again = _once([page for page, _, _, _ in read_pages])
    said = "".join(row.text for page in found for row in page)
    if len(re.findall(r"\w", said)) < 5 or said.count("〓") * 5 > len(said):
        raise Failed(diagnose("article.pdf-no-text", Span(file), pages=len(found)))
    slides = sum(width > 1.2 * height for width, height in sizes) * 2 > len(sizes)
    kept = margins.without(found, [height for _, height in sizes], slides=slides)
    name = _name(title)
    pieces = blocks.pieces([columns(page) for page in kept], name, slides)
    pieces = [each for each in pieces if each.text.strip()]
    structure = marked.structure(pieces)
    pages = tuple(each.page for each in pieces)
    doubts = (
        *structure.doubts,
        *_blank(found, pages, again),
        *_sideways([said for _, _, said, _ in read_pages], pages),
    )
    lines = marked.lines(pieces)
    links = _links([leads for _, _, _, leads in read_pages], pages, lines)
    return Article(
        file, "", structure.title, lines, structure.blocks, doubts, structure.date, structure.head,
        links=links, pages=pages,
    )  # fmt: skip


@contextmanager
def _opened(data: bytes, file: str) -> Iterator[PdfDocument]:
    """Open the PDF; what PDFium cannot open is said as a diagnostic."""
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        code = "article.pdf-encrypted" if locked else "article.broken-pdf"
        raise Failed(diagnose(code, Span(file))) from error
    try:
        yield document
    finally:
        document.close()


_Page = tuple[list[Row], tuple[float, float], str, list[tuple[str, str]]]


def _read(document: PdfDocument, number: int) -> _Page:
    """Return the rows and tables of a page, its size in points, its words that lie sideways, links.

    A link is the words under it and its address. A page that is broken has nothing.
    """
    try:
        page = pages.read(document, number)
    except PdfiumError:
        return [], (1, 1), "", []
    turn = most_turned(page.chars)
    page = pages.upright(page, turn)
    tables = pdf_tables.tables(page)
    chars = [char for char in page.chars if not (tables and pdf_tables.inside(char.box, tables))]
    said = sideways(chars, turn)
    found = rows([c for c in chars if c.turn == turn or not said], number, page.width)
    tables += pdf_tables.ruled(page, found)
    found = [
        row for row in found if not pdf_tables.inside((row.x0, row.top, row.x1, row.bottom), tables)
    ]
    worker.extend(_SECONDS * len(page.chars))
    return [*found, *tables], (page.width, page.height), said, list(_leads(page))


def _leads(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the words and the address of each link of a page."""
    for area, address in page.links:
        if is_link(address):
            yield "".join(c.text for c in page.chars if is_inside(c.box, area)), address


def _name(title: str) -> str:
    """Return the title in the metadata, without what programs put there themselves."""
    name = re.sub(
        r"^(Microsoft (Word|PowerPoint)|PowerPoint プレゼンテーション)\s*-?\s*",
        "",
        title,
    )
    return "" if re.search(r"\.(docx?|pptx?|xlsx?|jtd|indd|pdf)$", name, re.I) else name.strip()


def _once(pages: Sequence[list[Row]]) -> tuple[list[list[Row]], list[int]]:
    """Return the rows of the pages without those of a page that is as the one before it.

    Also the numbers of such pages, which say nothing of their own.
    """
    said = [[(row.text, row.x0, row.top) for row in page] for page in pages]
    again = [n for n, (before, page) in enumerate(pairwise(said), 2) if page and page == before]
    dropped = set(again)
    return [[] if n in dropped else page for n, page in enumerate(pages, 1)], again


def _blank(found: list[list[Row]], pages: tuple[int, ...], again: Sequence[int]) -> Iterator[Doubt]:
    """Yield a doubt for each page without text among others, and for those that come ``again``."""
    if again:
        text = wording("read.same-page", page=again[0], count=len(again))
        line = _line_before(again[0], pages)
        yield Doubt("same-page", line, line, text)
    for number, page in enumerate(found, 1):
        if not page and number not in again:
            line = _line_before(number, pages)
            yield Doubt("scan", line, line, wording("read.scan", page=number))


def _line_before(number: int, pages: tuple[int, ...]) -> int:
    """Return the last line before a page, the first one where there is none."""
    return max((n for n, at in enumerate(pages, 1) if at < number), default=1)


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
