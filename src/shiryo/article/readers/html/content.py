"""What stands in a web page: its elements, one after the other, as pieces."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from shiryo import lazy_re as re
from shiryo.article.marks import Marked
from shiryo.article.model import Kind, Number
from shiryo.article.readers.html import webpage
from shiryo.article.readers.html.single import (
    balloon,
    image,
    made,
    noted,
    notes,
    paragraphs,
    plain,
    step,
)
from shiryo.article.readers.html.tables import grid
from shiryo.article.readers.html.within import goes_on, is_indent, is_within, own
from shiryo.article.readers.numerals import written
from shiryo.article.runs import Left, Run, Words, gridded, together
from shiryo.article.structure import preformatted
from shiryo.article.structure.pieces import Piece, piece
from shiryo.article.structure.recognisers import items

_RELATED = re.compile(
    r"related|recommend|ranking|author-?(box|info)|profile|newsletter|cta($|[\s_-])|blog-?card"
    r"|asin-detail|kaerebalink|pochipp|rinker|link-?card",
    re.I,
)
_BALLOON = re.compile(
    r"balloon|fukidashi|l-fuki|kaiwa|speech|talk(?!s)|voice|chat-?(box|bubble)?($|[\s_-])|say($|[\s_-])",
    re.I,
)
_STEP = re.compile(r"(step|timeline)(__|-)item($|\s)", re.I)
_CAPTION = re.compile(r"(^|[\s_-])caption($|[\s_-])", re.I)
_NOTES = re.compile(r"(^|[\s_-])(footnotes?|endnotes?|references)($|[\s_-])", re.I)
_LARGE = ("table", "pre", "blockquote", "dl", "figure")
"""What an item holds beside its words."""
_DEEPEST = 5
"""The level of the deepest items, counted from 0."""
_COUNTS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
"""Styles of lists (HTML §4.4.5) as formats of numbers."""


def walk(element: HtmlElement) -> Iterator[Piece]:
    """Give the pieces of an element's children; text between blocks is a paragraph."""
    inline = [Run(element.text or "")]
    for child in element:
        if child.tag == "br":
            inline.append(Run(webpage.BREAK))
        elif webpage.is_block(child):
            yield from paragraphs(inline)
            inline = []
            yield from _block(child)
        else:
            inline += webpage.runs(child)
            for picture in child.iter("img"):
                yield from image(picture)
        inline.append(Run(child.tail or ""))
    yield from paragraphs(inline)


def _block(element: HtmlElement) -> Iterator[Piece]:
    cues = webpage.cues(element)
    if element.get(webpage.CALLED):
        yield from noted(element)
    elif element.tag in ("div", "section", "p", "li", "blockquote") and _BALLOON.search(cues):
        yield from balloon(element)
    elif _NOTES.search(cues) and element.tag in ("div", "section", "ol", "ul"):
        yield from notes(element)
    elif _STEP.search(cues):
        yield from step(element)
    elif element.tag == "figcaption" or (
        _CAPTION.search(cues) and element.tag in ("p", "div", "span")
    ):
        yield made(Kind.CAPTION, webpage.said(element))
    elif _RELATED.search(cues) and element.tag in ("div", "section", "ul", "a"):
        yield from (piece(Kind.PROMOTION, each.text) for each in walk(element))
    elif element.tag in _READERS:
        yield from _READERS[element.tag](element)
    elif re.fullmatch(r"h[1-6]", str(element.tag)):
        said = webpage.heading(element)
        empty = (Left("empty-heading", str(element.tag)),)
        level = int(element.tag[1])
        yield made(Kind.HEADING, said, level=level) if said.text else Piece("", left=empty)
    else:
        yield from walk(element)


def _list(element: HtmlElement, depth: int = 0) -> Iterator[Piece]:
    step = -1 if element.get("reversed") is not None else 1
    count = _attribute(element, "start", len(element.findall("li")) if step < 0 else 1) - step
    for child in element:
        if child.get(webpage.CALLED):
            yield from noted(child)
        elif child.tag == "li":
            count = _attribute(child, "value", count + step)
            label = f"{_count(count, element.get('type') or '')}."
            yield from _item(child, depth, Number(count, label) if element.tag == "ol" else None)
        elif child.tag in ("ul", "ol"):
            yield from _list(child, depth + 1)
        else:
            yield from walk(child)


def _count(count: int, kind: str) -> str:
    """Return a number in a style of lists; one that the style has no sign for in figures."""
    return str(count) if kind in "aA" and count > 26 else written(count, _COUNTS.get(kind, ""))


def _attribute(element: HtmlElement, name: str, usual: int) -> int:
    """Return the whole number that an attribute says, else ``usual``."""
    found = re.fullmatch(r"\s*(-?\d{1,6})\s*", element.get(name, ""), re.ASCII)
    return int(found[1]) if found else usual


def _item(element: HtmlElement, depth: int, number: Number | None) -> Iterator[Piece]:
    """Give an item, the pictures and tables in it, and the items below it."""
    large = [each for each in own(element, "li", _LARGE) if not is_indent(each)]
    nested = [each for each in own(element, "li", ("ul", "ol")) if not is_within(each, large)]
    blocks = [each for each in large if not is_within(each, nested)]
    said = webpage.lines(element, without=[*nested, *blocks])
    label, detail, words = items.of_marked(said)
    if words:
        left = (Left("depth", words),) if depth > _DEEPEST else ()
        level = min(depth, _DEEPEST)
        found = made(Kind.ITEM, said, words, level=level, number=number, label=label, detail=detail)
        yield replace(found, left=(*left, *found.left))
    for picture in element.iter("img"):
        if not is_within(picture, [*nested, *blocks]):
            yield from image(picture)
    for block in blocks:
        yield from _indented(block, depth + bool(words))
    for each in nested:
        yield from _list(each, depth + bool(words))


def _indented(element: HtmlElement, depth: int) -> Iterator[Piece]:
    """Give what stands in an item; words that are only set in (``blockquote``) are below it."""
    whose = element.get("cite") or next(element.iter("cite", "footer"), None) is not None
    if element.tag != "blockquote" or whose:
        yield from _block(element)
        return
    for each in walk(element):
        label, detail, words = items.parts(each.text)
        more = (Marked(each.text, each.marks),)
        level = min(depth + (each.block.level if each.block else 0), _DEEPEST)
        if each.block and each.kind is Kind.ITEM:
            yield replace(each, block=replace(each.block, level=level))
        elif each.block or not words:
            yield each
        else:
            made = piece(Kind.ITEM, words, more, level=level, label=label, detail=detail)
            yield replace(made, left=each.left)


def _definitions(element: HtmlElement) -> Iterator[Piece]:
    """A ``dl`` defines terms where what it says of them is a sentence; else it is a list.

    Terms that ask are the headings of their answers; terms in a row share what is said of them.
    """
    terms, before = list[Words](), ""
    for child in own(element, "dl", ("dt", "dd")):
        nested = own(child, str(child.tag), ("dl", "ul", "ol", "table", "pre"))
        said = webpage.said(child, without=nested)
        if child.get(webpage.CALLED):
            yield from noted(child)
        elif child.tag == "dt":
            terms = [*terms, Words("、"), said] if before == "dt" else [said]
        else:
            yield from _meaning(_term(terms), said)
        before = child.tag
        for each in nested:
            yield from _READERS[each.tag](each)
    if before == "dt":
        yield plain(_term(terms))


def _term(terms: Sequence[Words]) -> Words:
    return together(terms, "".join(term.text for term in terms))


def _meaning(term: Words, said: Words) -> Iterator[Piece]:
    words = said.text
    if words and re.search(r"([?？]|(です|ます)か。?)$", term.text):
        yield made(Kind.HEADING, term, level=4)
        yield plain(said)
    elif words:
        says = words.endswith("。") or len(words) > 30
        both = together((term, said), term.text + words)
        yield made(Kind.DEFINITION if says else Kind.ITEM, both, words, label=term.text)
    elif term.text:
        yield plain(term)


def _table(element: HtmlElement) -> Iterator[Piece]:
    caption = element.find("caption")
    rows = own(element, "table", ("tr",))
    said = list[Words]()
    cells = grid(rows, said)
    if all(sum(map(bool, row)) <= 1 for row in cells):
        for row in rows:
            for cell in row:
                yield from walk(cell)
        return
    if caption is not None:
        yield made(Kind.CAPTION, webpage.said(caption))
    text = gridded(cells)
    left = tuple(left for each in said for left in each.left)
    yield replace(piece(Kind.TABLE, text, said, cells=cells), left=left)


def _figure(element: HtmlElement) -> Iterator[Piece]:
    caption = element.find(".//figcaption")
    if caption is not None:
        said = webpage.said(caption)
        caption.drop_tree()
    yield from walk(element)
    if caption is not None and said.text:
        yield made(Kind.CAPTION, said)


def _quote(element: HtmlElement) -> Iterator[Piece]:
    """Give a quotation and, from ``cite``, ``footer`` or the attribute, where it comes from.

    One of nothing but a list only sets it in.
    """
    if is_indent(element):
        yield from walk(element)
        return
    source = next(iter(element.xpath("(.//footer|.//cite)[last()]")), None)
    href = element.get("cite") or ""
    words = Words("")
    if source is not None and not goes_on(source, element):
        href = next(iter(source.xpath("./ancestor-or-self::a/@href|.//a/@href")), href)
        words = webpage.said(source)
        source.drop_tree()
    pieces = list(walk(element))
    quoted = [each for each in pieces if each.kind is not Kind.IMAGE]
    said = [Marked(each.text, each.marks) for each in quoted]
    left = tuple(left for each in quoted for left in each.left)
    if len(said) > 1 and not words.text and (by := _BY.match(said[-1].text)):
        href = next((mark.href for mark in said[-1].marks if mark.href), href)
        words = Words(said.pop().text[by.end() :])
    if text := "\n".join(each.text for each in said):
        yield replace(piece(Kind.QUOTE, text, said), left=left)
    yield from (each for each in pieces if each.kind is Kind.IMAGE)
    if words.text or href:
        yield made(Kind.CITATION, words, words.text or href, href=href)


_BY = re.compile(r"[—―–]+\s*(?=\w)")
"""Before who said it, below a quotation (— oka (@oka))."""


def _code(element: HtmlElement) -> Iterator[Piece]:
    if (text := element.text_content().strip("\n")).strip():
        yield from preformatted.pieces(text)


_READERS = {
    "ul": _list, "ol": _list, "dl": _definitions, "table": _table, "figure": _figure,
    "blockquote": _quote, "pre": _code,
}  # fmt: skip
