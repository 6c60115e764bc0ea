"""Bullets: a square or a number in the accent colour, a dash on lower levels, each smaller."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from shiryo import inline, origins, pages
from shiryo.document import Bullets, Item
from shiryo.inline import Run
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para
from shiryo.messages import wording
from shiryo.origins import Origin
from shiryo.units import Points, Rect

_TYPES = ("body", "body2", "body3")
"""Of the levels of a list; what is deeper looks like the last."""
_SURE = 7
"""Lines that have room whoever sets them; of more, another program may need one more."""


class _Measured(NamedTuple):
    """An item, set."""

    paras: list[Para]
    height: Points
    lines: int
    stubs: int


class BulletForm:
    """A list; a unit is an item with what stands under it."""

    def __init__(
        self,
        block: Bullets,
        look: Look,
        width: Points,
        *,
        colour: str = "accent",
        column: int = 0,
        between: str = "item",
    ) -> None:
        self._block, self._look, self._width = block, look, width
        self._colour, self._column, self._between = colour, column, between
        self._known: dict[int, _Measured] = {}

    @property
    def count(self) -> int:
        """How many items there are."""
        return len(self._block.items)

    @property
    def items(self) -> Sequence[Item]:
        """All of them."""
        return self._block.items

    @property
    def lines(self) -> int:
        """How many lines all of it takes."""
        return sum(self._measured(n).lines for n in range(self.count))

    @property
    def paragraphs(self) -> int:
        """How many it would take if each thing said took one."""
        return sum(len(self._measured(n).paras) for n in range(self.count))

    def _measured(self, n: int) -> _Measured:
        if n not in self._known:
            paras = list(self._paras(self._block.items[n], 0, self._marks[n]))
            room = self._look.compositor.room(paras, self._width)
            self._known[n] = _Measured(paras, room.height, room.lines, room.stubs)
        return self._known[n]

    def need(self, first: int, last: int) -> Need:
        """Return the room that items take; more of it parts them further."""
        gaps, items = last - first - 1, [self._measured(n) for n in range(first, last)]
        lines = sum(item.lines for item in items)
        height = sum(item.height for item in items) + gaps * self._gap
        if lines > _SURE:
            body = self._look.type("body")
            height += body.size * body.leading
        full = (
            height
            + gaps * self._look.type("body").size * self._look.em("item-most")
            - gaps * self._gap
        )
        stubs = sum(item.stubs for item in items)
        return Need(height, full, lines / self._look.limit("lines"), stubs)

    def place(self, first: int, last: int, frame: Rect) -> Sequence[pages.Item]:
        """Draw items as one list."""
        return self.draw(first, last, frame)

    def draw(
        self, first: int, last: int, frame: Rect, parent: pages.Element | None = None
    ) -> Sequence[pages.Item]:
        """Draw items as one list, which is a part of ``parent`` to a reader."""
        need = self.need(first, last)
        more = min(frame.height, need.full) - need.height
        gap = self._gap + more / max(last - first - 1, 1)
        paras = [
            replace(para, before=gap) if n == 0 else para
            for item in range(first, last)
            for n, para in enumerate(self._measured(item).paras)
        ]
        height = need.height + more
        box = self._look.compositor.box(
            self._look.tree.paragraphs(paras, parent),
            Rect(frame.x, frame.y, frame.width, height),
            "list",
            placeholder="body" if self._column < 2 else None,
            name=wording("objects.bullets", n=self._column) if self._column else "",
        )
        return [box]

    @property
    def _gap(self) -> Points:
        return self._look.type("body").size * self._look.em(self._between)

    @cached_property
    def _marks(self) -> list[str]:
        square = self._look.labels.square
        return [f"{n}." if n else square for n in self._block.numbers]

    @cached_property
    def _hang(self) -> Points:
        """How far left of their text the marks of the first level stand."""
        style = self._look.type("body")
        widest = max(self._look.compositor.width((Run(m),), style) for m in self._marks)
        plain = style.size * self._look.em("bullet")
        return max(plain, widest + style.size / 2) if self._block.start else plain

    def _paras(self, item: Item, level: int, mark: str) -> Iterator[Para]:
        look = self._look
        style = look.type(_TYPES[min(level, len(_TYPES) - 1)])
        dash = look.type("body2").size
        hang = self._hang if level == 0 else dash * look.em("dash")
        indent = self._hang + dash * look.em("dash") * level
        blank = Run("　", origin=inline.origin(item.title))
        lead = (*(replace(r, strong=True) for r in item.title), blank) if item.title else ()
        before = 0 if level == 0 else dash * look.em("sub")
        yield Para(
            (*lead, *item.text),
            style,
            "phrase" if self._column else "ragged",
            before=before,
            level=level,
            bullet=mark,
            bullet_colour=look.colour(self._colour) if level == 0 else "",
            indent=indent,
            hang=hang,
            bullet_origin=self._written(level, mark),
        )
        if item.note:
            yield Para(item.note, look.type("note"), before=before, level=level, indent=indent)
        for below in item.items:
            yield from self._paras(below, level + 1, look.labels.dash)

    def _written(self, level: int, mark: str) -> Origin:
        """Return where the ``mark`` of an item is written."""
        if level:
            return origins.label("dash")
        is_square = mark == self._look.labels.square
        return origins.label("square") if is_square else origins.NUMBER
