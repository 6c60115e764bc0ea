"""Slides: a page's items on its layout (ECMA-376-1 § 19.3.1.38)."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.parts.slide import SlidePart

from shiryo.addresses import is_link
from shiryo.pages import (
    Chart,
    Item,
    Layout,
    LayoutPlaceholder,
    Page,
    Picture,
    Polygon,
    Shape,
    Table,
    TextBox,
)
from shiryo.render.pptx.chart import add_chart
from shiryo.render.pptx.markup import parsed
from shiryo.render.pptx.master import keyed
from shiryo.render.pptx.oxml import clean
from shiryo.render.pptx.shapes import (
    add_picture,
    drawn,
    named,
    placed,
    placeholder,
    polygon,
    text_box,
)
from shiryo.render.pptx.table import add_table
from shiryo.render.pptx.text import Look, Setting, body
from shiryo.targets import Link, Name, name

_URL = "%:/?#[]@!$&'()*+,;=~"
"""What an address may hold as it is (RFC 3986 § 2.2); a raw space makes PowerPoint repair."""


@dataclass(frozen=True, slots=True)
class Book:
    """What the slides of a deck share while they are written."""

    look: Look
    layouts: Mapping[str, Layout]
    slides: Sequence[SlidePart]
    anchors: Mapping[Name, int]
    """Anchor → index of its page."""


class SlideWriter:
    """Writes one page on its slide."""

    def __init__(self, book: Book, page: Page, index: int) -> None:
        self._book, self._page, self._index = book, page, index
        self._part = book.slides[index]
        self._shapes = self._part.slide.shapes
        self._shapes.turbo_add_enabled = True
        self._made: list[str] = []
        """Shapes that wait to be put on the slide."""
        self._free: dict[str, list[tuple[LayoutPlaceholder, PP_PLACEHOLDER, int]]] = defaultdict(
            list
        )
        self._types = Counter[PP_PLACEHOLDER]()
        for item, kind, number in keyed(book.layouts[page.layout]):
            self._free[item.kind].append((item, kind, number))
            self._types[kind] += 1

    def write(self) -> None:
        """Write all items, in the order of drawing and of reading."""
        for number, item in enumerate(self._page.items, 2):
            self._item(number, item)
        self._put()

    def _item(self, number: int, item: Item) -> None:
        look, shapes = self._book.look, self._shapes
        match item:
            case TextBox():
                self._made.append(self._text(number, item))
            case Shape():
                self._made.append(drawn(number, item, look, self._link))
            case Polygon():
                self._made.append(polygon(number, item, look))
            case Table():
                self._put()
                add_table(shapes, number, item, look, self._link)
            case Picture():
                self._put()
                add_picture(shapes, number, item)
            case Chart():
                self._put()
                add_chart(shapes, number, item, look)

    def _put(self) -> None:
        """Put what was made on the slide."""
        self._shapes._spTree.extend(parsed(*self._made))
        self._made.clear()

    def _text(self, number: int, box: TextBox) -> str:
        free = self._free[box.placeholder] if box.placeholder else []
        page_number = str(self._index + 1) if box.role == "page-number" else ""
        if not free:
            return text_box(number, box, Setting(self._book.look, self._link, None, page_number))
        base, kind, key = free.pop(0)
        text = body(box, Setting(self._book.look, self._link, base, page_number))
        alone = self._types[kind] == 1  # some readers find the layout's by its type alone
        where = "" if alone and base.frame == box.frame else placed(box.frame)
        return placeholder(number, named(number, box), kind, key, where, text)

    def _link(self, href: Link) -> tuple[str, str | None] | None:
        part, anchor = self._part, name(href)
        if anchor is None and isinstance(href, str) and is_link(href):
            address = quote(clean(href), _URL)
            return part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True), None
        target = self._book.anchors.get(anchor) if anchor else None
        if target is None:
            return None
        relation = part.relate_to(self._book.slides[target], RELATIONSHIP_TYPE.SLIDE)
        return relation, "ppaction://hlinksldjump"
