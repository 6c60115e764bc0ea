"""A page: its items in their order, with a title and a description for who does not see them."""

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence

from shiryo.addresses import is_link
from shiryo.pages import (
    Chart,
    Item,
    Layout,
    Page,
    PageSet,
    Picture,
    Polygon,
    Shape,
    Spot,
    Table,
    TextBox,
)
from shiryo.pages.walk import boxes_of
from shiryo.render.svg.markup import attributes, numbers, words
from shiryo.render.svg.outlines import Outlines
from shiryo.render.svg.text import Glyphs
from shiryo.targets import Link, Name, name
from shiryo.units import Points, Rect
from shiryo.values import dataclass

_DESCRIBED = 400
"""Characters of a description."""
_INHERITED = 'fill="none" pointer-events="all" font-family="sans-serif" xml:space="preserve"'
"""What holds wherever an element says nothing else: text is not to be seen, but can be selected."""


def write(pages: PageSet, prefix: str = "page") -> Iterator[bytes]:
    """Yield each page as an SVG file; the same pages give the same bytes.

    Text is drawn as outlines, and stands there to be selected; links between pages lead to files
    named by numbers from 1, as long as the last (``01.svg``). There are no scripts, and nothing is
    fetched. ``prefix`` begins the ids of an output.
    """
    outlines, files = Outlines(), links(pages.pages)
    for n, page in enumerate(pages.pages, 1):
        yield drawing(page, pages, outlines, f"{prefix}{n}-", files).encode()


def links(pages: Sequence[Page]) -> dict[Name, str]:
    """Return the file of the page on which each thing stands that a link may lead to."""
    width = len(str(len(pages)))
    places = {a.name: n for n, page in enumerate(pages, 1) for a in page.anchors}
    return {anchor: f"{n:0{width}}.svg" for anchor, n in places.items()}


def drawing(
    page: Page,
    pages: PageSet,
    outlines: Outlines,
    prefix: str,
    links: Mapping[Name, str],
) -> str:
    """Return a page as SVG; ``links`` tell where those lead that stay within the output.

    Its ids begin with ``prefix``. Text says in ``data-at`` where it is written (`Origin`).
    """
    pen = _Pen(Glyphs(pages.fonts, outlines, f"{prefix}g"), links)
    body = "".join(pen.draw((*_decoration(page, pages.layouts), *page.items)))
    title = page.title or "".join(_texts(page, "title")) or pages.info.title
    size = numbers(pages.width), numbers(pages.height)
    named = f'aria-labelledby="{prefix}title" aria-describedby="{prefix}desc"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]} {size[1]}"'
        f' width="{size[0]}pt" height="{size[1]}pt" lang="{words(pages.info.language)}"'
        f' {_INHERITED} role="group" {named}>'
        f'<title id="{prefix}title">{words(title)}</title>'
        f'<desc id="{prefix}desc">{words(_description(page))}</desc>'
        f"<defs>{pen.glyphs.definitions}</defs>"
        f'<path aria-hidden="true" fill="#fff" d="M0 0H{size[0]}V{size[1]}H0Z"/>{body}</svg>\n'
    )


def _decoration(page: Page, layouts: Iterable[Layout]) -> Iterable[Item]:
    drawn = (layout.decoration for layout in layouts if layout.name == page.layout)
    return (*next(drawn, ()), *page.behind)


def _texts(page: Page, role: str) -> Iterator[str]:
    for box in boxes_of(page.items):
        if box.role == role:
            yield from (run.text for line in box.lines for run in line.runs if run.element)


def _description(page: Page) -> str:
    """Return what a page claims and what its pictures show, or else how its text begins."""
    shown = (item.alt for item in page.items if isinstance(item, Picture | Chart | Table))
    said = "　".join(filter(None, ("".join(_texts(page, "message")), *shown)))
    begins = (run.text for box in boxes_of(page.items) for line in box.lines for run in line.runs)
    return (said or "".join(begins))[:_DESCRIBED]


@dataclass(frozen=True)
class _Pen:
    """Draws the items of a page."""

    glyphs: Glyphs
    links: Mapping[Name, str]

    def draw(self, items: Iterable[Item]) -> Iterator[str]:
        """Yield the marks of ``items`` in their order."""
        for item in items:
            match item:
                case TextBox():
                    yield from self.glyphs.text(item.lines, self._address)
                case Shape():
                    yield from self._shape(item)
                case Table():
                    yield from self._table(item)
                case Chart():
                    yield from self.draw(item.drawing)
                case Polygon():
                    colours = item.fill, item.stroke, item.stroke_width
                    yield _path(item.points, item.closed, *colours)
                case Picture():
                    yield _picture(item)
                case Spot():
                    pass

    def _address(self, link: Link) -> str:
        target = name(link)
        if target is not None:
            return self.links.get(target, "")
        return link if isinstance(link, str) and is_link(link) else ""

    def _shape(self, shape: Shape) -> Iterator[str]:
        f = shape.frame
        colours = shape.fill, shape.stroke, shape.stroke_width
        if shape.geometry == "line":
            ends = (f.x, f.y), (f.right, f.bottom)
            yield _path(ends, False, None, shape.stroke or shape.fill, shape.stroke_width)
        elif shape.geometry == "ellipse":
            radii = attributes(
                cx=f.x + f.width / 2, cy=f.y + f.height / 2, rx=f.width / 2, ry=f.height / 2
            )
            yield f"<ellipse{radii}{_paint(*colours)}/>"
        else:
            yield _path(shape.corners, True, *colours)
        if shape.text:
            yield from self.draw([shape.text])

    def _table(self, table: Table) -> Iterator[str]:
        """Draw fills, then rules, then what the cells say."""
        cells = [cell for row in table.rows for cell in row]
        for cell in cells:
            yield _path(Shape(cell.frame).corners, True, cell.fill, None, 0)
        for at, strong in table.rules():
            colour = table.head_rule if strong else table.rule
            yield _rule(at, at.y, colour, table.head_rule_width if strong else table.rule_width)
        for cell in cells:
            yield from self.draw([cell.text])


def _rule(frame: Rect, y: Points, colour: str, width: Points) -> str:
    return _path(((frame.x, y), (frame.right, y)), False, None, colour, width)


def _path(
    points: Iterable[tuple[Points, Points]],
    closed: bool,
    fill: str | None,
    stroke: str | None,
    width: Points,
) -> str:
    if not (fill or (stroke and width > 0)):
        return ""
    line = "L".join(numbers(*point) for point in points)
    return f'<path{_paint(fill, stroke, width)} d="M{line}{"Z" if closed else ""}"/>'


def _paint(fill: str | None, stroke: str | None, width: Points) -> str:
    drawn = stroke and width > 0
    return attributes(
        aria_hidden="true",
        fill=f"#{fill}" if fill else None,
        stroke=f"#{stroke}" if drawn else None,
        stroke_width=width if drawn else None,
    )


def _picture(picture: Picture) -> str:
    f = picture.frame
    kind = "png" if picture.data.startswith(b"\x89PNG") else "jpeg"
    data = base64.b64encode(picture.data).decode()
    frame = attributes(x=f.x, y=f.y, width=f.width, height=f.height)
    alt = attributes(role="img", aria_label=words(picture.alt)) if picture.alt else ""
    return f'<image{frame}{alt} preserveAspectRatio="none" href="data:image/{kind};base64,{data}"/>'
