"""Statements: the one or two short items of a page, each set large on a panel of its own."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from shiryo import pages
from shiryo.document import Item
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.forms.levels import plain
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para
from shiryo.messages import wording
from shiryo.units import Points, Rect

_LINES = (0, 3, 2)
"""How many lines each of so many items has at most."""


class StatementForm:
    """Items with nothing under them; they stay together."""

    count = 1
    fills = False

    def __init__(self, items: Sequence[Item], look: Look, width: Points) -> None:
        self._items, self._look = items, look
        self._width = width - 2 * look.space("statement-x")

    def need(self, _first: int, _last: int) -> Need:
        """Return the room that they take; panels may become as high as the theme allows."""
        look, count = self._look, len(self._items)
        gaps = (count - 1) * look.space("panel-gap-most")
        most = look.space("statement-most") * (1 if count == 1 else look.em("statement-share"))
        setter = look.compositor
        lines = setter.lines(self._paras, self._width)
        stubs = setter.room(self._paras, self._width).stubs
        full = max(self._height, most) * count + gaps
        return Need(self._height * count + gaps, full, lines / look.limit("lines"), stubs)

    def place(self, _first: int, _last: int, frame: Rect) -> Sequence[pages.Item]:
        """Draw the panels, each with a bar at its left and its text in the middle."""
        look, gap = self._look, self._look.space("panel-gap-most")
        height = (frame.height + gap) / len(self._items) - gap
        made = list[pages.Item]()
        for n, para in enumerate(look.tree.paragraphs(self._paras)):
            at = Rect(frame.x, frame.y + n * (height + gap), frame.width, height)
            bar = Rect(at.x, at.y, look.space("edge"), at.height)
            text = at.inset(look.space("statement-x"), 0)
            panel, edge = wording("objects.panel", n=n + 1), wording("objects.edge", n=n + 1)
            made.append(pages.Shape(at, fill=look.colour("surface"), name=panel, ground=True))
            made.append(pages.Shape(bar, fill=look.colour("accent"), name=edge, ground=True))
            name = wording("objects.point", n=n + 1)
            box = look.compositor.box(
                [para], text, "list", placeholder="body", anchor="middle", name=name
            )
            made.append(replace(box, levels=plain(para.style)))
        return made

    @property
    def is_short(self) -> bool:
        """Whether no item takes more lines than a statement has."""
        setter = self._look.compositor
        most = _LINES[len(self._items)]
        return all(setter.lines([para], self._width) <= most for para in self._paras)

    @property
    def _height(self) -> Points:
        """The height of each panel."""
        setter, pad = self._look.compositor, self._look.space("statement-y")
        return max(setter.height([p], self._width) for p in self._paras) + 2 * pad

    @cached_property
    def _paras(self) -> list[Para]:
        return [Para(item.text, self._look.type("statement")) for item in self._items]


def stated(items: Sequence[Item], look: Look, width: Points) -> StatementForm | None:
    """Return the form of ``items``, or None where they are too many, too long or more than text."""
    if len(items) >= len(_LINES) or any(item != Item(item.text) for item in items):
        return None
    form = StatementForm(items, look, width)
    return form if form.is_short else None
