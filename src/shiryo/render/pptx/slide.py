"""Slides: a page's items on its layout (ECMA-376-1 § 19.3.1.38)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.shapes.placeholder import LayoutPlaceholder as Proxy
from pptx.slide import Slide

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
from shiryo.render.pptx.master import keyed
from shiryo.render.pptx.oxml import clean
from shiryo.render.pptx.shapes import (
    add_picture,
    add_polygon,
    add_shape,
    add_text,
    fill_text,
    move,
    name_type,
)
from shiryo.render.pptx.table import add_table
from shiryo.render.pptx.text import Look, Setting
from shiryo.targets import Link, Name, name

_URL = "%:/?#[]@!$&'()*+,;=~"
"""What an address may hold as it is (RFC 3986 § 2.2); a raw space makes PowerPoint repair."""


@dataclass(frozen=True, slots=True)
class Book:
    """What the slides of a deck share while they are written."""

    look: Look
    layouts: Mapping[str, Layout]
    placeholders: Mapping[str, Mapping[int, Proxy]]
    """Name of a layout → its placeholders by the number that names them."""
    slides: Sequence[Slide]
    anchors: Mapping[Name, int]
    """Anchor → index of its page."""


class SlideWriter:
    """Writes one page on its slide."""

    def __init__(self, book: Book, page: Page, index: int) -> None:
        self._book, self._page, self._index = book, page, index
        self._slide = book.slides[index]
        self._shapes = self._slide.shapes
        self._shapes.turbo_add_enabled = True
        self._free: dict[str, list[tuple[LayoutPlaceholder, int]]] = defaultdict(list)
        for item, _, number in keyed(book.layouts[page.layout]):
            self._free[item.kind].append((item, number))

    def write(self) -> None:
        """Write all items, in the order of drawing and of reading."""
        for number, item in enumerate(self._page.items, 2):
            self._item(number, item)

    def _item(self, number: int, item: Item) -> None:
        look, shapes = self._book.look, self._shapes
        match item:
            case TextBox():
                self._text(number, item)
            case Shape():
                add_shape(shapes, number, item, look, self._link)
            case Table():
                add_table(shapes, number, item, look, self._link)
            case Polygon():
                add_polygon(shapes, number, item, look)
            case Picture():
                add_picture(shapes, number, item)
            case Chart():
                add_chart(shapes, number, item, look)

    def _text(self, number: int, box: TextBox) -> None:
        free = self._free[box.placeholder] if box.placeholder else []
        base, key = free.pop(0) if free else (None, 0)
        page_number = str(self._index + 1) if box.role == "page-number" else ""
        setting = Setting(self._book.look, self._link, base, page_number)
        if base is None:
            add_text(self._shapes, number, box, setting)
            return
        self._shapes.clone_placeholder(self._book.placeholders[self._page.layout][key])
        shape = self._shapes[-1]
        name_type(shape)
        fill_text(shape, number, box, setting)
        if base.frame != box.frame:
            move(shape, box.frame)

    def _link(self, href: Link) -> tuple[str, str | None] | None:
        part, anchor = self._slide.part, name(href)
        if anchor is None and isinstance(href, str) and is_link(href):
            address = quote(clean(href), _URL)
            return part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True), None
        target = self._book.anchors.get(anchor) if anchor else None
        if target is None:
            return None
        relation = part.relate_to(self._book.slides[target].part, RELATIONSHIP_TYPE.SLIDE)
        return relation, "ppaction://hlinksldjump"
