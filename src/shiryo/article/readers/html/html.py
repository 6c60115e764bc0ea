"""HTML → `Article`: the main content, one paragraph a line; navigation and advertising stay out.

Boxes that readability filters lose (lists, balloons, notes) are content here.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import islice, product

from lxml.etree import ParserError
from lxml.html import HtmlElement

from shiryo import limits
from shiryo.article.model import Article, Block, Kind, Number
from shiryo.article.readers.html import clean, deep, webpage
from shiryo.article.runs import Left
from shiryo.article.structure import pieces as marked
from shiryo.article.structure import title
from shiryo.article.structure.pieces import Piece, piece
from shiryo.article.structure.recognisers import items
from shiryo.diagnostics import Failed, Span, diagnose

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
_OF_PAGE = re.compile(
    r"(Copyright|©|\(C\))|PDF(形式)?の?ファイルを(開く|ご?覧)|.{0,30}Adobe\s.{0,20}Reader", re.I
)
_LARGE = ("table", "pre", "blockquote", "dl", "figure")
"""What an item holds beside its words."""
_DEEPEST = 3
"""The level of the deepest items, counted from 0."""
_ROMAN: list[str] = re.findall(
    "[ivx]+", "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix"
)
_MOST_COLUMNS = 100
"""Of a table; more are no table that anybody reads."""
_NAME = re.compile(r"name|who|speaker|author", re.I)


def read(text: str, file: str) -> Article:
    """Read the main content of an HTML document (``article``, ``main``, else the whole body)."""
    try:
        root = deep.document(re.sub(r"^\s*<\?xml[^>]*\?>", "", clean.without_signs(text)))
    except ParserError:  # comments alone, or nothing
        return Article(file, "", "", (), ())
    content = webpage.main(root)
    date = webpage.published(root)
    left = clean.clean(content, whole=content.tag != "body")
    links = webpage.links(content)
    pieces = marked.kept([*_stamped(date), *clean.found(_walk(content), left)])
    if len(pieces) > limits.LINES:
        raise Failed(diagnose("article.many-lines", Span(file), most=limits.LINES))
    found = marked.structure(pieces, "" if _headed(pieces) else webpage.name(root))
    date = title.find_date(date) or found.date
    url = webpage.attribute(root, "//link[@rel='canonical']/@href")
    url = url or webpage.meta(root, "og:url")
    lines = marked.lines(pieces)
    blocks = tuple(_linked(block, links) for block in found.blocks)
    links_found = marked.linked(blocks, links)
    return Article(file, "", found.title, lines, blocks, found.doubts, date, url, links_found)


def fragment(text: str) -> Iterator[Piece]:
    """Give the pieces of HTML that stands among other text, all of it its author's."""
    try:
        root = deep.document(f"<div>{clean.without_signs(text)}</div>")
    except ParserError:
        return
    content = root.find("body") if root.tag == "html" else root
    left = clean.clean(content, whole=True)
    yield from clean.found(_walk(content), left)


def _stamped(date: str) -> Iterator[Piece]:
    """Name the date of a page that the calendar does not have."""
    if re.search(r"\d{4}\D\d", date) and not title.find_date(date):
        yield Piece("", left=(Left("day", date),))


def _linked(block: Block, links: Mapping[str, str]) -> Block:
    """Give a citation the address of a link in it."""
    if block.kind is not Kind.CITATION or block.href:
        return block
    return replace(block, href=next((links[w] for w in links if w in block.text), ""))


def _headed(pieces: list[Piece]) -> bool:
    """Tell whether the content has one heading of level 1."""
    levels = [each.block.level for each in pieces if each.block and each.kind is Kind.HEADING]
    return levels.count(1) == 1


def _walk(element: HtmlElement) -> Iterator[Piece]:
    """Give the pieces of an element's children; text between blocks is a paragraph."""
    inline = element.text or ""
    for child in element:
        if webpage.is_block(child):
            yield from _paragraphs(inline)
            inline = ""
            yield from _block(child)
        else:
            inline += webpage.BREAK if child.tag == "br" else webpage.inline(child)
            for picture in child.iter("img"):
                yield from _image(picture)
        inline += child.tail or ""
    yield from _paragraphs(inline)


def _block(element: HtmlElement) -> Iterator[Piece]:
    cues = webpage.cues(element)
    if element.tag in ("div", "section", "p", "li", "blockquote") and _BALLOON.search(cues):
        yield from _balloon(element)
    elif _NOTES.search(cues) and element.tag in ("div", "section", "ol", "ul"):
        yield from _notes(element)
    elif _STEP.search(cues):
        yield from _step(element)
    elif _CAPTION.search(cues) and element.tag in ("p", "div", "span"):
        yield piece(Kind.CAPTION, webpage.words(element))
    elif _RELATED.search(cues) and element.tag in ("div", "section", "ul", "a"):
        yield from (piece(Kind.PROMOTION, each.text) for each in _walk(element))
    elif element.tag in _READERS:
        yield from _READERS[element.tag](element)
    elif re.fullmatch(r"h[1-6]", str(element.tag)):
        words = webpage.heading(element)
        empty = () if words else (Left("empty-heading", str(element.tag)),)
        yield (
            replace(piece(Kind.HEADING, words, level=int(element.tag[1])), left=empty)
            if (words)
            else Piece("", left=empty)
        )
    else:
        yield from _walk(element)


def _list(element: HtmlElement, depth: int = 0) -> Iterator[Piece]:
    own = [child for child in element if child.tag == "li"]
    step = -1 if element.get("reversed") is not None else 1
    count = _attribute(element, "start", len(own) if step < 0 else 1) - step
    for child in element:
        if child.tag == "li":
            count = _attribute(child, "value", count + step)
            label = f"{_count(count, element.get('type') or '1')}."
            yield from _item(child, depth, Number(count, label) if element.tag == "ol" else None)
        elif child.tag in ("ul", "ol"):
            yield from _list(child, depth + 1)
        else:
            yield from _walk(child)


def _count(count: int, kind: str) -> str:
    """Return a number in a style of lists (HTML §4.4.5); one that the style lacks in figures."""
    if kind in "aA" and 0 < count <= 26:
        return chr(ord(kind) + count - 1)
    if kind in "iI" and 0 < count <= len(_ROMAN):
        return _ROMAN[count - 1].upper() if kind == "I" else _ROMAN[count - 1]
    return str(count)


def _attribute(element: HtmlElement, name: str, usual: int) -> int:
    """Return the whole number that an attribute says, else ``usual``."""
    found = re.fullmatch(r"\s*(-?\d{1,6})\s*", element.get(name, ""), re.ASCII)
    return int(found[1]) if found else usual


def _item(element: HtmlElement, depth: int, number: Number | None) -> Iterator[Piece]:
    """Give an item, the pictures and tables in it, and the items below it."""
    nested = _own(element, "li", ("ul", "ol"))
    blocks = [each for each in _own(element, "li", _LARGE) if not _is_within(each, nested)]
    label, detail, words = items.parts(webpage.words(element, without=[*nested, *blocks]))
    if words:
        left = (Left("depth", words),) if depth > _DEEPEST else ()
        found = piece(
            Kind.ITEM, words, level=min(depth, _DEEPEST), number=number, label=label, detail=detail
        )  # fmt: skip
        yield replace(found, left=left)
    for picture in element.iter("img"):
        if not _is_within(picture, [*nested, *blocks]):
            yield from _image(picture)
    for block in blocks:
        yield from _block(block)
    for each in nested:
        yield from _list(each, depth + bool(words))


def _is_within(element: HtmlElement, others: Collection[HtmlElement]) -> bool:
    return bool(others) and any(each in others for each in element.iterancestors())


def _definitions(element: HtmlElement) -> Iterator[Piece]:
    """A ``dl`` defines terms where what it says of them is a sentence; else it is a list.

    Terms that ask are the headings of their answers; terms in a row share what is said of them.
    """
    terms, before = list[str](), ""
    for child in _own(element, "dl", ("dt", "dd")):
        nested = _own(child, str(child.tag), ("dl", "ul", "ol", "table", "pre"))
        words = webpage.words(child, without=nested)
        if child.tag == "dt":
            terms = [*(terms if before == "dt" else ()), words]
        else:
            yield from _meaning("、".join(terms), words)
        before = child.tag
        for each in nested:
            yield from _READERS[each.tag](each)
    if before == "dt":
        yield Piece("、".join(terms))


def _meaning(term: str, words: str) -> Iterator[Piece]:
    if words and re.search(r"([?？]|(です|ます)か。?)$", term):
        yield piece(Kind.HEADING, term, level=4)
        yield Piece(words)
    elif words:
        says = words.endswith("。") or len(words) > 30
        yield piece(Kind.DEFINITION if says else Kind.ITEM, words, label=term)
    elif term:
        yield Piece(term)


def _own(element: HtmlElement, holder: str, tags: tuple[str, ...]) -> list[HtmlElement]:
    """Return the elements in ``element`` that are in no other ``holder`` inside of it."""
    return [each for each in element.iter(*tags) if next(each.iterancestors(holder)) is element]


def _table(element: HtmlElement) -> Iterator[Piece]:
    caption = element.find("caption")
    rows = _own(element, "table", ("tr",))
    cells = _grid(rows)
    if all(sum(map(bool, row)) <= 1 for row in cells):
        for row in rows:
            for cell in row:
                yield from _walk(cell)
        return
    if caption is not None:
        yield piece(Kind.CAPTION, webpage.words(caption))
    yield piece(Kind.TABLE, "\n".join(" ".join(filter(None, row)) for row in cells), cells=cells)


def _grid(rows: list[HtmlElement]) -> tuple[tuple[str, ...], ...]:
    """Return the cells in their columns; one that spans several says its words once."""
    taken: dict[tuple[int, int], str] = {}
    for at, row in enumerate(rows):
        column = 0
        for cell in row.iterchildren("td", "th"):
            while (at, column) in taken:
                column += 1
            if column >= _MOST_COLUMNS:
                break
            down, across = (_span(cell, name) for name in ("rowspan", "colspan"))
            for place in product(
                range(at, min(at + down, len(rows))),
                range(column, min(column + across, _MOST_COLUMNS)),
            ):
                taken.setdefault(place, "")
            taken[at, column] = webpage.words(cell)
    widths = [0] * len(rows)
    for at, column in taken:
        widths[at] = max(widths[at], column + 1)
    return tuple(
        tuple(taken.get((at, column), "") for column in range(width))
        for at, width in enumerate(widths)
        if width
    )


def _span(cell: HtmlElement, name: str) -> int:
    span = cell.get(name, "1")
    return int(span) if span.isdecimal() and 0 < int(span) < 50 else 1


def _step(element: HtmlElement) -> Iterator[Piece]:
    """Give a step as an item: its title and what it says; the pictures of one without words."""
    named = list(islice((e for e in element.iterdescendants() if "title" in webpage.cues(e)), 1))
    numbers = [e for e in element.iterdescendants() if re.search(r"number|label", webpage.cues(e))]
    words = webpage.words(element, without=[*named, *numbers])
    label = webpage.words(named[0]) if named else ""
    said = webpage.words(numbers[0]) if numbers else ""
    count = re.search(r"\d{1,4}", said)
    number = Number(int(count[0]) if count else 0)
    if words or label:
        yield piece(Kind.ITEM, words or label, number=number, label=label if words else "")
    for picture in element.iter("img"):
        yield from _image(picture)


def _notes(element: HtmlElement) -> Iterator[Piece]:
    """Give the footnotes of a page, without their marks and the links back."""
    for each in element.iter("li", "p"):
        if each.find(".//p") is None:
            words = webpage.words(each).rstrip("↩↑\ufe0e").rstrip()
            words = re.sub(r"^[\[*※(]?\d{0,3}[\])]?\s*[:：↑^]?\s*", "", words)
            href = next(
                (str(a.get("href")) for a in each.iter("a") if "://" in a.get("href", "")), ""
            )
            if words:
                yield marked.note(words, href)


def _figure(element: HtmlElement) -> Iterator[Piece]:
    caption = element.find(".//figcaption")
    if caption is not None:
        words = webpage.words(caption)
        caption.drop_tree()
    yield from _walk(element)
    if caption is not None and words:
        yield piece(Kind.CAPTION, words)


def _image(element: HtmlElement) -> Iterator[Piece]:
    source = element.get("data-src") or element.get("src") or ""
    if element.get("alt") == "" and element.getparent().tag != "figure":
        return  # decoration (HTML §4.8.4.4.3)
    if (source and not source.startswith("data:")) or element.get("alt"):
        yield piece(Kind.IMAGE, (element.get("alt") or "").strip(), href=source)


def _quote(element: HtmlElement) -> Iterator[Piece]:
    """Give a quotation and, from ``cite``, ``footer`` or the attribute, where it comes from."""
    source = next(iter(element.xpath("(.//footer|.//cite)[last()]")), None)
    href = element.get("cite") or ""
    words = ""
    if source is not None and not _goes_on(source, element):
        href = next(iter(source.xpath("./ancestor-or-self::a/@href|.//a/@href")), href)
        words = webpage.words(source)
        source.drop_tree()
    pieces = list(_walk(element))
    said = "\n".join(each.text for each in pieces if each.kind is not Kind.IMAGE)
    if said:
        yield piece(Kind.QUOTE, said)
    yield from (each for each in pieces if each.kind is Kind.IMAGE)
    if words or href:
        yield piece(Kind.CITATION, words or href, href=href)


def _goes_on(source: HtmlElement, quote: HtmlElement) -> bool:
    """Tell whether a quotation says more after ``source``, which then is a word of it."""
    each = source
    while each is not quote:
        if (each.tail or "").strip(" \n\t\r)）」。、") or any(
            map(webpage.text, each.itersiblings())
        ):
            return True
        each = each.getparent()
    return False


def _balloon(element: HtmlElement) -> Iterator[Piece]:
    """Give a speech bubble with its speaker: a part called name, or its portrait's alt text."""
    names = (e for e in element.iterdescendants() if _NAME.search(webpage.cues(e)))
    named = list(islice((e for e in names if webpage.words(e)), 1))
    who = webpage.words(named[0]) if named else "".join(element.xpath("(.//img/@alt)[1]")).strip()
    words = webpage.words(element, without=named)
    if words:
        yield piece(Kind.DIALOGUE, words, label=who if len(who) <= 20 else "")


def _code(element: HtmlElement) -> Iterator[Piece]:
    if (text := element.text_content().strip("\n")).strip():
        yield piece(Kind.CODE, text)


_READERS = {
    "ul": _list, "ol": _list, "dl": _definitions, "table": _table, "figure": _figure,
    "blockquote": _quote, "pre": _code,
}  # fmt: skip


def _paragraphs(inline: str) -> Iterator[Piece]:
    """Split at ``br``; other line ends are spaces, and nothing between Japanese (CSS Text §4.1)."""
    for line in inline.split(webpage.BREAK):
        if words := webpage.collapsed(line):
            yield piece(Kind.PROMOTION, words) if _OF_PAGE.match(words) else Piece(words)
