"""Slides: a page's items on its layout (ECMA-376-1 § 19.3.1.38)."""

import io
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, count
from urllib.parse import quote

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.parts.slide import SlidePart

from shiryo.addresses import is_link
from shiryo.pages import (
    Chart,
    Group,
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
from shiryo.render.pptx.markup import parsed
from shiryo.render.pptx.master import keyed
from shiryo.render.pptx.oxml import clean
from shiryo.render.pptx.shapes import (
    company_placeholder,
    drawn,
    group,
    named,
    picture,
    placed,
    placeholder,
    polygon,
    text_box,
)
from shiryo.render.pptx.table import add_table
from shiryo.render.pptx.text import Look, Setting, body
from shiryo.targets import Link, Name, name
from shiryo.values import dataclass

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
    first: int = 1
    """The number of the first slide."""


class SlideWriter:
    """Writes one page on its slide."""

    def __init__(self, book: Book, page: Page, index: int) -> None:
        self._book, self._page, self._index = book, page, index
        self._part = book.slides[index]
        self._shapes = self._part.slide.shapes
        self._shapes.turbo_add_enabled = True
        self._numbers = count(2)
        self._made: list[str] = []
        """Shapes that wait to be put on the slide."""
        self._free: dict[str, list[tuple[LayoutPlaceholder, PP_PLACEHOLDER, int]]] = defaultdict(
            list
        )
        # On a cover LibreOffice would set lines of fitted text further apart.
        self._is_fitted = book.layouts[page.layout].kind != "title"
        self._types = Counter[PP_PLACEHOLDER]()
        for item, kind, number in keyed(book.layouts[page.layout]):
            self._free[item.kind].append((item, kind, number))
            self._types[kind] += 1

        levels = [item.levels for item in book.layouts[page.layout].placeholders]
        colours = {level.bullet_colour for level in chain(*levels) if level.bullet_colour}
        # LibreOffice gives all bodies the marks of the last one.
        self._has_marks = len(colours) > 1

    def write(self) -> None:
        """Write all items, in the order of drawing and of reading."""
        items, groups = self._page.items, list(self._page.groups)
        at = 0
        while at < len(items):
            if groups and groups[0].first == at:
                at = groups[0].last
                self._made.append(self._group(groups))
            else:
                self._item(items[at])
                at += 1
        self._put()

    def _group(self, groups: list[Group]) -> str:
        """Return the first of the groups as XML, and take it and those within it from the list."""
        whole, number, made = groups.pop(0), next(self._numbers), list[str]()
        at, items = whole.first, self._page.items
        while at < whole.last:
            if groups and groups[0].first == at:
                at = groups[0].last
                made.append(self._group(groups))
            else:
                made.append(self._shape(items[at]))
                at += 1
        return group(number, whole.name, items[whole.first : whole.last], "".join(made))

    def _item(self, item: Item) -> None:
        look, shapes = self._book.look, self._shapes
        match item:
            case Table():
                self._put()
                add_table(shapes, next(self._numbers), item, look, self._link)
            case Chart():
                self._put()
                from shiryo.render.pptx.chart import add_chart  # with xlsxwriter

                add_chart(shapes, next(self._numbers), item, look)
            case _:
                self._made.append(self._shape(item))

    def _shape(self, item: Item) -> str:
        """Return what may be part of a group as XML."""
        look, number = self._book.look, next(self._numbers)
        match item:
            case TextBox():
                return self._text(number, item)
            case Shape():
                return drawn(number, item, look, self._link)
            case Polygon():
                return polygon(number, item, look)
            case Picture():
                data = io.BytesIO(item.data)
                return picture(number, item, self._part.get_or_add_image_part(data)[1])
            case _:
                return ""

    def _put(self) -> None:
        """Put what was made on the slide."""
        self._shapes._spTree.extend(parsed(*self._made))
        self._made.clear()

    def _text(self, number: int, box: TextBox) -> str:
        free = self._free[box.placeholder] if box.placeholder else []
        page_number = str(self._index + self._book.first) if box.role == "page-number" else ""
        if not free:
            return text_box(number, box, Setting(self._book.look, self._link, None, page_number))
        base, kind, key = free.pop(0)
        if base.held:
            setting = Setting(self._book.look, self._link, base, page_number)
            return company_placeholder(number, named(number, box), base.held, base, box, setting)
        if self._has_marks:
            marks = (replace(level, bullet_colour="") for level in base.levels)
            base = replace(base, levels=tuple(marks))
        fitted = self._is_fitted and box.role not in ("footer", "page-number")
        text = body(box, Setting(self._book.look, self._link, base, page_number, fitted))
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
