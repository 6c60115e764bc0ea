"""HTML → `Article`: the main content, one paragraph a line; navigation and advertising stay out.

Boxes that readability filters lose (lists, balloons, notes) are content here.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from lxml.etree import ParserError

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.addresses import is_link
from shiryo.article.model import Article, Block, Kind
from shiryo.article.readers.html import clean, deep, page, tables
from shiryo.article.readers.html.content import walk
from shiryo.article.runs import Left
from shiryo.article.structure import pieces as marked
from shiryo.article.structure import title
from shiryo.article.structure.credits import credited
from shiryo.article.structure.pieces import Piece
from shiryo.article.structure.spliced import spliced
from shiryo.diagnostics import Failed, Span, diagnose


def read(text: str, file: str) -> Article:
    """Read the main content of an HTML document (``article``, ``main``, else the whole body)."""
    try:
        root = deep.document(re.sub(r"^\s*<\?xml[^>]*\?>", "", clean.without_signs(text)))
    except ParserError:  # comments alone, or nothing
        return Article(file, "", "", (), ())
    if sum(1 for _ in root.iter()) > limits.HTML_ELEMENTS:
        raise Failed(diagnose("article.many-elements", Span(file), most=limits.HTML_ELEMENTS))
    if tables.places(root) > limits.CELLS:
        raise Failed(diagnose("article.many-spans", Span(file), most=limits.CELLS))
    content = page.main(root)
    date = page.published(root)
    url = page.attribute(root, "//link[@rel='canonical']/@href")
    url = url or page.meta(root, "og:url")
    address = url if is_link(url) else ""
    left = clean.clean(content, whole=content.tag != "body", address=address)
    shown = list(islice(clean.found(walk(content), left), limits.LINES + 1))
    marked.bounded(shown, file)
    pieces = spliced(credited(marked.kept([*_stamped(date), *shown])))
    found = marked.structure(pieces, "" if _headed(pieces) else page.name(root))
    date = title.find_date(date) or found.date
    lines = marked.lines(pieces)
    blocks = tuple(map(_linked, found.blocks))
    links = marked.links(blocks)
    return Article(file, "", found.title, lines, blocks, found.doubts, date, found.head, url, links)


def fragment(text: str) -> Iterator[Piece]:
    """Give the pieces of HTML that stands among other text, all of it its author's."""
    try:
        root = deep.document(f"<div>{clean.without_signs(text)}</div>")
    except ParserError:
        return
    content = root.find("body") if root.tag == "html" else root
    left = clean.clean(content, whole=True)
    yield from clean.found(walk(content), left)


def _stamped(date: str) -> Iterator[Piece]:
    """Name the date of a page that the calendar does not have."""
    if re.search(r"\d{4}\D\d", date) and not title.find_date(date):
        yield Piece("", left=(Left("day", date),))


def _linked(block: Block) -> Block:
    """Give a citation the address of a link in it."""
    if block.kind is not Kind.CITATION or block.href:
        return block
    return replace(block, href=next((mark.href for mark in block.marks if mark.href), ""))


def _headed(pieces: list[Piece]) -> bool:
    """Tell whether the content has one heading of level 1."""
    levels = [each.block.level for each in pieces if each.block and each.kind is Kind.HEADING]
    return levels.count(1) == 1
