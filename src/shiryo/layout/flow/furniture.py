"""Running heads and page numbers."""

from collections.abc import Iterator, Sequence

from shiryo import document, inline
from shiryo.layout.cut import cut
from shiryo.layout.flow.galley import Galley, words
from shiryo.layout.flow.notes import without
from shiryo.layout.text import Align, Para
from shiryo.pages import Item, Role
from shiryo.units import Points, Rect


def furniture(
    galley: Galley, handout: document.Handout, paper: Rect, area: Rect, heads: Sequence[str]
) -> Iterator[tuple[Item, ...]]:
    """Yield, page by page, the running title, the section that ``heads`` names, and the number."""
    total = len(heads)
    top = galley.space("head")
    for n, section in enumerate(heads, 1):
        number = handout.labels.page.format(n=n, total=total)
        running = Rect(area.x, top, area.width, _height(galley, "running"))
        height = _height(galley, "page-number")
        foot = Rect(area.x, paper.height - galley.space("foot") - height, area.width, height)
        title, named = _beside(galley, without(handout.running), words(section), area.width)
        lines = [
            _line(galley, title, "running", running, "left", "artifact"),
            _line(galley, named, "running", running, "right", "artifact"),
            _line(galley, words(number), "page-number", foot, "center", "page-number"),
        ]
        yield tuple(item for item in lines if item)


def _beside(
    galley: Galley, title: inline.Text, section: inline.Text, width: Points
) -> tuple[inline.Text, inline.Text]:
    """Cut the running title and the section so that both stand on one line, a gap between."""
    setter, style = galley.compositor, galley.style("running")
    gap = 2 * style.size
    title = cut(setter, title, style, (width - gap) / 2 if section else width)
    return title, cut(setter, section, style, width - gap - setter.snug(title, style))


def _height(galley: Galley, type_: str) -> float:
    style = galley.style(type_)
    return style.size * style.leading


def _line(
    galley: Galley, text: inline.Text, type_: str, rect: Rect, align: Align, role: Role
) -> Item | None:
    if not text:
        return None
    return galley.compositor.box([Para(text, galley.style(type_), align=align)], rect, role)
