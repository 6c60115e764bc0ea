"""HTML → `Article`: the main content, one paragraph a line; navigation and advertising stay out.

Boxes that readability filters lose (lists, balloons, notes) are content here.
"""

import re
from collections.abc import Iterator

from lxml import html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from . import items, marked, title
from .marked import Piece, piece
from .model import Article, Kind

_DROPPED = frozenset(
    "script style template noscript nav aside footer form button svg iframe select input textarea"
    " dialog audio video canvas object rp rt head".split()
)
_DROPPED_ROLES = ("navigation", "banner", "complementary", "contentinfo", "search", "dialog")
_CLUTTER = re.compile(
    r"(^|[\s_-])(nav|navi|gnav|breadcrumbs?|sidebar|side-?menu|menu|share|sns|social|pager|pagination|cookie"
    r"|advert\w*|ads?|banner|toc|toc_container|comments|skip|pagetop|widget)($|[\s_-])",
    re.I,
)
_RELATED = re.compile(
    r"related|recommend|ranking|author-?(box|info)|profile|newsletter|cta($|[\s_-])", re.I
)
_BALLOON = re.compile(
    r"balloon|fukidashi|speech|talk(?!s)|voice|chat-?(box|bubble)?($|[\s_-])|say($|[\s_-])", re.I
)
_NAME = re.compile(r"name|who|speaker|author", re.I)
_BLOCKS = frozenset(
    "address article blockquote body center details dd div dl dt fieldset figcaption figure h1 h2 h3 h4 h5"
    " h6 header hgroup html li main ol p pre section summary table ul hr".split()
)
_BREAK = "\u2028"
"""Stands for ``br`` while words are gathered."""
_SITE = re.compile(r"\s*(?:[|｜]|\s[-–—]\s|»|：：)\s*")


def read(text: str, file: str) -> Article:
    """Read the main content of an HTML document (``article``, ``main``, else the whole body)."""
    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except ParserError:  # comments alone, or nothing
        return Article(file, "", "", (), ())
    content = _main(root)
    pieces = [each for each in _walk(content) if each.text.strip()]
    found = marked.structure(pieces, "" if _headed(pieces) else _name(root))
    stamp = _meta(root, "article:published_time") or "".join(root.xpath("(.//time/@datetime)[1]"))
    date = title.find_date(stamp) or found.date
    url = "".join(root.xpath("(//link[@rel='canonical']/@href)[1]")) or _meta(root, "og:url")
    lines = marked.lines(pieces)
    return Article(file, "", found.title, lines, found.blocks, found.doubts, date, url)


def _main(root: HtmlElement) -> HtmlElement:
    """Return the element that holds the content: the one with most text of the likely ones."""
    for path in (".//article", ".//main|.//*[@role='main']", ".//body"):
        found = [e for e in root.xpath(path) if len(_text(e)) > 0]
        if found:
            best: HtmlElement = max(found, key=lambda e: len(_text(e)))
            whole = len(_text(root))
            if path == ".//body" or len(_text(best)) * 4 > whole:
                return best
    return root


def _headed(pieces: list[Piece]) -> bool:
    """Tell whether the content has one heading of level 1."""
    return (
        sum(p.kind is Kind.HEADING and p.block is not None and p.block.level == 1 for p in pieces)
        == 1
    )


def _name(root: HtmlElement) -> str:
    """Return the page's title without the name of the site."""
    whole = _meta(root, "og:title") or " ".join((root.findtext(".//title") or "").split())
    return _SITE.split(whole)[0].strip()


def _meta(root: HtmlElement, name: str) -> str:
    found = root.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return str(found[0]).strip() if found else ""


def _walk(element: HtmlElement) -> Iterator[Piece]:
    """Give the pieces of an element's children; text between blocks is a paragraph."""
    inline = element.text or ""
    for child in element:
        if _is_block(child):
            yield from _paragraphs(inline)
            inline = ""
            yield from _block(child)
        else:
            inline += _BREAK if child.tag == "br" else "" if _dropped(child) else _inline(child)
            for picture in child.iter("img"):
                yield from _image(picture)
        inline += child.tail or ""
    yield from _paragraphs(inline)


def _block(element: HtmlElement) -> Iterator[Piece]:
    if _dropped(element):
        return
    cues = _cues(element)
    if element.tag in ("div", "section", "p", "li", "blockquote") and _BALLOON.search(cues):
        yield from _balloon(element)
    elif _RELATED.search(cues) and element.tag in ("div", "section", "ul"):
        yield from (piece(Kind.PROMOTION, each.text) for each in _walk(element))
    elif element.tag in _READERS:
        yield from _READERS[element.tag](element)
    elif re.fullmatch(r"h[1-6]", str(element.tag)):
        words = _words(element)
        if words:
            yield piece(Kind.HEADING, words, level=int(element.tag[1]))
    else:
        yield from _walk(element)


def _list(element: HtmlElement, depth: int = 0) -> Iterator[Piece]:
    for child in element:
        if child.tag == "li" and not _dropped(child):
            yield from _item(child, depth, element.tag == "ol")
        elif child.tag in ("ul", "ol"):
            yield from _list(child, depth + 1)


def _item(element: HtmlElement, depth: int, ordered: bool) -> Iterator[Piece]:
    nested = [e for e in element.iter("ul", "ol") if next(e.iterancestors("li")) is element]
    label, detail, words = items.parts(_words(element, without=nested))
    if words:
        yield piece(
            Kind.ITEM, words, level=min(depth, 3), ordered=ordered, label=label, detail=detail
        )  # fmt: skip
    for each in nested:
        yield from _list(each, depth + 1)


def _definitions(element: HtmlElement) -> Iterator[Piece]:
    """A ``dl`` defines terms where what it says of them is a sentence; else it is a list."""
    term = ""
    for child in element.iter("dt", "dd"):
        words = _words(child)
        if child.tag == "dt":
            term = words
        elif words:
            says = words.endswith("。") or len(words) > 30
            yield piece(Kind.DEFINITION if says else Kind.ITEM, words, label=term)


def _table(element: HtmlElement) -> Iterator[Piece]:
    caption = element.find("caption")
    rows = [tr for tr in element.iter("tr") if next(tr.iterancestors("table")) is element]
    cells = tuple(tuple(_cells(row)) for row in rows)
    if all(len(row) <= 1 for row in cells):
        for row in rows:
            for cell in row:
                yield from _walk(cell)
        return
    if caption is not None:
        yield piece(Kind.CAPTION, _words(caption))
    yield piece(Kind.TABLE, "\n".join(" ".join(filter(None, row)) for row in cells), cells=cells)


def _cells(row: HtmlElement) -> Iterator[str]:
    for cell in row.iterchildren("td", "th"):
        yield _words(cell)
        span = cell.get("colspan", "1")
        yield from [""] * (int(span) - 1 if span.isdecimal() and int(span) < 50 else 0)


def _figure(element: HtmlElement) -> Iterator[Piece]:
    caption = element.find(".//figcaption")
    if caption is not None:
        words = _words(caption)
        caption.drop_tree()
    yield from _walk(element)
    if caption is not None and words:
        yield piece(Kind.CAPTION, words)


def _image(element: HtmlElement) -> Iterator[Piece]:
    source = element.get("data-src") or element.get("src") or ""
    if source and not source.startswith("data:") or element.get("alt"):
        yield piece(Kind.IMAGE, (element.get("alt") or "").strip(), href=source)


def _quote(element: HtmlElement) -> Iterator[Piece]:
    """Give a quotation and, from ``cite``, ``footer`` or the attribute, where it comes from."""
    source = next(iter(element.xpath(".//footer|.//cite")), None)
    href = element.get("cite") or ""
    words = ""
    if source is not None:
        href = next(iter(source.xpath("./ancestor-or-self::a/@href|.//a/@href")), href)
        words = _words(source, keep=True)
        source.drop_tree()
    said = "\n".join(each.text for each in _walk(element))
    if said:
        yield piece(Kind.QUOTE, said)
    if words or href:
        yield piece(Kind.CITATION, words or href, href=href)


def _balloon(element: HtmlElement) -> Iterator[Piece]:
    """Give a speech bubble with its speaker: a part called name, or its portrait's alt text."""
    named = [e for e in element.iterdescendants() if _NAME.search(_cues(e)) and _words(e)]
    who = _words(named[0]) if named else "".join(element.xpath("(.//img/@alt)[1]")).strip()
    words = _words(element, without=named[:1])
    if words:
        yield piece(Kind.DIALOGUE, words, label=who if len(who) <= 20 else "")


def _code(element: HtmlElement) -> Iterator[Piece]:
    if (text := element.text_content().strip("\n")).strip():
        yield piece(Kind.CODE, text)


_READERS = {
    "ul": _list, "ol": _list, "dl": _definitions, "table": _table, "figure": _figure,
    "blockquote": _quote, "pre": _code,
}  # fmt: skip


def _is_block(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str):
        return False
    return element.tag in _BLOCKS or any(e.tag in _BLOCKS for e in element.iterdescendants())


def _dropped(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _DROPPED:
        return True
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    style = re.search(r"display\s*:\s*none", element.get("style") or "")
    role = element.get("role") in _DROPPED_ROLES
    site_header = element.tag == "header" and not element.xpath(".//h1|.//h2|.//time")
    clutter = element.tag not in ("body", "main", "article") and _CLUTTER.search(_cues(element))
    return bool(hidden or style or role or site_header or clutter)


def _cues(element: HtmlElement) -> str:
    if not isinstance(element.tag, str):
        return ""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _inline(element: HtmlElement, without: tuple[HtmlElement, ...] = (), keep: bool = False) -> str:
    """Return the words of an element, ``br`` and inner blocks as line breaks."""
    text = element.text or ""
    for child in element:
        if child.tag == "br":
            text += _BREAK
        elif child not in without and (keep or not _dropped(child)):
            inner = _inline(child, without, keep)
            text += _BREAK + inner + _BREAK if child.tag in _BLOCKS else inner
        text += child.tail or ""
    return text


def _paragraphs(inline: str) -> Iterator[Piece]:
    """Split at ``br``; other line ends are spaces, and nothing between Japanese (CSS Text §4.1)."""
    for line in inline.split(_BREAK):
        if words := _collapsed(line):
            yield Piece(words)


def _collapsed(text: str) -> str:
    return " ".join(re.sub(r"(?<=[^\x00-\x7f])[ \t]*\n\s*(?=[^\x00-\x7f])", "", text).split())


def _words(
    element: HtmlElement, without: list[HtmlElement] | None = None, *, keep: bool = False
) -> str:
    return _collapsed(_inline(element, tuple(without or ()), keep))


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
