"""Running heads and page numbers."""

from shiryo import document, inline
from shiryo.layout.handout.setting.galley import Galley
from shiryo.layout.handout.setting.marks import without
from shiryo.layout.text.ellipsis import cut
from shiryo.layout.text.para import Para
from shiryo.pages import Align, Item, Role
from shiryo.units import Points, Rect
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the text of every page."""

    galley: Galley
    handout: document.Handout
    paper: Rect
    area: Rect
    """That of the text."""

    def items(self, number: int, total: int, section: inline.Text) -> tuple[Item, ...]:
        """Return the running title, the ``section`` beside it, and the number of a page."""
        galley, handout, area = self.galley, self.handout, self.area
        running = Rect(area.x, galley.space("head"), area.width, _height(galley, "running"))
        height = _height(galley, "page-number")
        foot = Rect(area.x, self.paper.height - galley.space("foot") - height, area.width, height)
        title, named = _beside(galley, without(handout.running), section, area.width)
        numbered = galley.label("page", n=number, total=total)
        lines = [
            _line(galley, title, "running", running, "left", "artifact"),
            _line(galley, named, "running", running, "right", "artifact"),
            _line(galley, numbered, "page-number", foot, "center", "page-number"),
        ]
        return tuple(item for item in lines if item)


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
