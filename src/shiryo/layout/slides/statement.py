"""A statement: the only item of a slide, set large beside a bar in the accent colour."""

from collections.abc import Sequence
from functools import cached_property

from shiryo import pages
from shiryo.document import Item
from shiryo.layout.slides.form import Need
from shiryo.layout.slides.look import Look
from shiryo.layout.text import Para
from shiryo.units import Points, Rect


class StatementForm:
    """One item with nothing under it; its one unit is the whole."""

    count = 1

    def __init__(self, item: Item, look: Look, width: Points) -> None:
        self._item, self._look = item, look
        self._width = width - look.space("statement-x")

    def need(self, _first: int, _last: int) -> Need:
        """Return the room that it takes."""
        setter = self._look.compositor
        height = setter.height(self._paras, self._width) + 2 * self._look.space("statement-y")
        lines = setter.lines(self._paras, self._width)
        return Need(height, height, lines / self._look.limit("lines"))

    def place(self, _first: int, _last: int, frame: Rect) -> Sequence[pages.Item]:
        """Draw the bar and the text."""
        look, x = self._look, self._look.space("statement-x")
        bar = Rect(frame.x, frame.y, look.space("edge"), frame.height)
        room = Rect(frame.x + x, frame.y, self._width, frame.height).inset(
            0, look.space("statement-y")
        )
        paras = look.tree.paragraphs(self._paras)
        text = look.compositor.box(paras, room, "list", placeholder="body")
        return [pages.Shape(bar, fill=look.colour("accent")), text]

    @cached_property
    def _paras(self) -> list[Para]:
        return [Para(self._item.text, self._look.type("statement"))]
