"""Slides: a page's items on its layout (ECMA-376-1 § 19.3.1.38)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import quote

from shiryo.pages import (
    Chart,
    Item,
    LayoutPlaceholder,
    Page,
    Picture,
    Polygon,
    Shape,
    Table,
    TextBox,
)
from shiryo.render.pptx import chart, shapes
from shiryo.render.pptx.package import Package, Part
from shiryo.render.pptx.table import frame, table
from shiryo.render.pptx.text import Look, Setting
from shiryo.render.pptx.xml import document, tag

Placeholders = tuple[tuple[LayoutPlaceholder, dict[str, object]], ...]
_URL = "%:/?#[]@!$&'()*+,;=~"
"""What an address may hold as it is (RFC 3986 § 2.2); a raw space makes PowerPoint repair."""


@dataclass
class Book:
    """What the slides of a deck share while they are written."""

    package: Package
    look: Look
    layouts: Mapping[str, Part]
    placeholders: Mapping[str, Placeholders]
    slides: tuple[Part, ...]
    anchors: Mapping[str, int]
    """Anchor → index of its page."""
    charts: list[Part] = field(default_factory=list)


class SlideWriter:
    """Writes one page into its part."""

    def __init__(self, book: Book, page: Page, index: int) -> None:
        self._book = book
        self._page = page
        self._index = index
        self._part = book.slides[index]
        self._part.relate("slideLayout", book.layouts[page.layout])
        self._free: dict[str, list[tuple[LayoutPlaceholder, dict[str, object]]]] = defaultdict(list)
        for item, kind in book.placeholders[page.layout]:
            self._free[item.kind].append((item, kind))

    def write(self) -> None:
        """Fill the slide's part."""
        items = [self._item(number, item) for number, item in enumerate(self._page.items, 2)]
        self._part.data = document(
            "p:sld",
            "a r p",
            tag("p:cSld", shapes.tree(*items)),
            tag("p:clrMapOvr", tag("a:masterClrMapping")),
        )

    def _item(self, number: int, item: Item) -> str:
        look = self._book.look
        match item:
            case TextBox():
                return self._text(number, item)
            case Shape():
                return shapes.shape(number, item, look, self._link)
            case Table():
                return table(number, item, look, self._link)
            case Polygon():
                return shapes.polygon(number, item, look)
            case Picture():
                return shapes.picture(number, item.frame, self._image(item), item.alt, item.name)
            case Chart():
                return self._chart(number, item)

    def _text(self, number: int, box: TextBox) -> str:
        free = self._free[box.placeholder] if box.placeholder else []
        base, kind = free.pop(0) if free else (None, None)
        page_number = str(self._index + 1) if box.role == "page-number" else ""
        setting = Setting(self._book.look, self._link, base, page_number)
        return shapes.text_box(number, box, setting, kind)

    def _link(self, href: str) -> dict[str, str] | None:
        if not href.startswith("#"):
            return {"r:id": self._part.relate("hyperlink", quote(href, _URL))}
        target = self._book.anchors.get(href[1:])
        if target is None:
            return None
        relation = self._part.relate("slide", self._book.slides[target])
        return {"r:id": relation, "action": "ppaction://hlinksldjump"}

    def _image(self, item: Picture) -> str:
        ending = "png" if item.data.startswith(b"\x89PNG") else "jpeg"
        name = f"ppt/media/{sha256(item.data).hexdigest()[:32]}.{ending}"
        return self._part.relate("image", self._book.package.add(name, data=item.data))

    def _chart(self, number: int, item: Chart) -> str:
        part = chart.add(self._book.package, len(self._book.charts) + 1, item, self._book.look)
        self._book.charts.append(part)
        return frame(
            number,
            item.name or f"グラフ {number}",
            item.alt,
            shapes.transform(item.frame, "p:xfrm"),
            chart.reference(self._part.relate("chart", part)),
        )
