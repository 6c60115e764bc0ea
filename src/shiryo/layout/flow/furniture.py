"""Running heads and page numbers."""

from collections.abc import Iterator, Sequence

from shiryo import document, inline
from shiryo.layout.flow.galley import Galley, words
from shiryo.layout.flow.notes import without
from shiryo.layout.text import Align, Para
from shiryo.pages import Item, Role
from shiryo.units import Rect


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
        lines = [
            _line(galley, without(handout.running), "running", running, "left", "artifact"),
            _line(galley, words(section), "running", running, "right", "artifact"),
            _line(galley, words(number), "page-number", foot, "center", "page-number"),
        ]
        yield tuple(item for item in lines if item)


def _height(galley: Galley, type_: str) -> float:
    style = galley.style(type_)
    return style.size * style.leading


def _line(
    galley: Galley, text: inline.Text, type_: str, rect: Rect, align: Align, role: Role
) -> Item | None:
    if not text:
        return None
    return galley.compositor.box([Para(text, galley.style(type_), align=align)], rect, role)
