"""Statements: the one or two short items of a page, each set large on a panel of its own."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from shiryo import pages
from shiryo.document import Bullets, Item
from shiryo.layout.deck.forms.bullets import BulletForm
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.grouping import Object
from shiryo.layout.deck.levels import ListStyle, plain
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para
from shiryo.messages import wording
from shiryo.units import Points, Rect

_LINES = (0, 5, 2)
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

    def place(self, _first: int, _last: int, frame: Rect) -> Sequence[Object]:
        """Draw the panels, each with a bar at its left and its text in the middle."""
        look, gap = self._look, self._look.space("panel-gap-most")
        height = (frame.height + gap) / len(self._items) - gap
        made = list[pages.Item]()
        for n, para in enumerate(look.tree.paragraphs(self._paras)):
            at = Rect(frame.x, frame.y + n * (height + gap), frame.width, height)
            text = at.inset(look.space("statement-x"), 0)
            name = wording("objects.point", n=n + 1)
            box = look.compositor.box(
                [para], text, "list", placeholder="body", anchor="middle", name=name
            )
            made += [*_panel(look, at, n + 1), replace(box, levels=plain(para.style))]
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


class HeadedForm(BulletForm):
    """One item on a panel: what it states, and under that what bears it out."""

    fills = False

    def __init__(self, item: Item, look: Look, width: Points) -> None:
        super().__init__(Bullets((item,)), look, width - 2 * look.space("statement-x"))

    def _styled(self, colour: str) -> ListStyle:
        return ListStyle(self._look, ("statement", "body2", "body3"), colour=colour)

    @cached_property
    def _marks(self) -> list[str]:
        return [""]

    def need(self, first: int, last: int) -> Need:
        """Return the room that the panel takes; it may become as high as the theme allows."""
        need, look = super().need(first, last), self._look
        height = need.height + 2 * look.space("statement-y")
        return need._replace(height=height, full=max(height, look.space("statement-most")))

    def place(self, first: int, _last: int, frame: Rect) -> Sequence[pages.Item]:
        """Draw the panel with a bar at its left and its text in the middle."""
        look, paras = self._look, self._measured(first).paras
        text = frame.inset(look.space("statement-x"), 0)
        name = wording("objects.point", n=1)
        box = look.compositor.box(
            look.tree.paragraphs(paras),
            text,
            "list",
            placeholder="body",
            anchor="middle",
            name=name,
        )
        return [*_panel(look, frame, 1), replace(box, levels=self._style.levels)]


def _panel(look: Look, at: Rect, n: int) -> list[pages.Item]:
    """Draw a panel and the bar at its left."""
    bar = Rect(at.x, at.y, look.space("edge"), at.height)
    panel, edge = wording("objects.panel", n=n), wording("objects.edge", n=n)
    return [
        pages.Shape(at, fill=look.colour("surface"), name=panel, ground=True),
        pages.Shape(bar, fill=look.colour("accent"), name=edge, ground=True),
    ]


def stated(block: Bullets, look: Look, width: Points) -> StatementForm | HeadedForm | None:
    """Return a list as statements; None where it is too many items, too long or more than text."""
    items = block.items
    if len(items) == 1 and items[0].items and not block.start:
        return HeadedForm(items[0], look, width)
    if len(items) >= len(_LINES) or any(item != Item(item.text) for item in items):
        return None
    form = StatementForm(items, look, width)
    return form if form.is_short else None
