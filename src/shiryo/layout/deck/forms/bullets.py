"""Bullets: a square or a number in the accent colour, a dash on lower levels, each smaller."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from shiryo import inline, origins, pages
from shiryo.document import Bullets, Item
from shiryo.inline import Run
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.grouping import Object
from shiryo.layout.deck.levels import BULLETED, ListStyle, list_style, over
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para
from shiryo.messages import wording
from shiryo.origins import Origin
from shiryo.units import Points, Rect

_SURE = 7
"""Lines that have room whoever sets them; of more, another program may need one more."""


class Measured(NamedTuple):
    """An item, set."""

    paras: list[Para]
    height: Points
    lines: int
    stubs: int


class BulletForm:
    """A list; a unit is an item with what stands under it.

    It stands in a placeholder, so items have one of two distances: each is a layout of its own.
    """

    role: pages.Role = "list"
    limit = "lines"

    fills = True

    def __init__(
        self,
        block: Bullets,
        look: Look,
        width: Points,
        *,
        colour: str = "accent",
        column: int = 0,
        between: str = "item",
        known: dict[Hashable, Measured] | None = None,
    ) -> None:
        """Set a list; ``known`` has the items that it shares with others of its look and width."""
        self._block, self._look, self._width = block, look, width
        self._column, self._between = column, between
        self._style = self._styled(colour)
        self._here: dict[int, Measured] = {}
        self._known: dict[Hashable, Measured] = {} if known is None else known
        self._needs = dict[tuple[int, int], Need]()

    def _styled(self, colour: str) -> ListStyle:
        look, bare = self._look, ListStyle(self._look)
        style, marks = bare.type(0), self._marks
        hang = style.size * look.em("bullet")
        if self._block.start:
            widest = max(look.compositor.width((Run(mark),), style) for mark in marks)
            hang = max(hang, widest + style.size / 2)
        made = list_style(look, marks[0] if marks else "", colour, hang)
        return replace(made, gap=style.size * look.em(self._between))

    @property
    def count(self) -> int:
        """How many items there are."""
        return len(self._block.items)

    @property
    def block(self) -> Bullets:
        """The list."""
        return self._block

    @property
    def lines(self) -> int:
        """How many lines all of it takes."""
        return sum(self._measured(n).lines for n in range(self.count))

    @property
    def paragraphs(self) -> int:
        """How many it would take if each thing said took one."""
        return sum(len(self._measured(n).paras) for n in range(self.count))

    def _measured(self, n: int) -> Measured:
        if n not in self._here:
            item, mark = self._block.items[n], self._marks[n]
            key = id(item), mark, self._style.hang  # equal ones are written elsewhere
            if key not in self._known:
                paras = list(self._paras(item, 0, mark))
                room = self._look.compositor.room(paras, self._width)
                self._known[key] = Measured(paras, room.height, room.lines, room.stubs)
            self._here[n] = self._known[key]
        return self._here[n]

    def need(self, first: int, last: int) -> Need:
        """Return the room that items take; more of it parts them further."""
        if (first, last) not in self._needs:
            self._needs[first, last] = self._need(first, last)
        return self._needs[first, last]

    def _need(self, first: int, last: int) -> Need:
        gaps, items = last - first - 1, [self._measured(n) for n in range(first, last)]
        lines = sum(item.lines for item in items)
        height = sum(item.height for item in items) + gaps * self._style.gap
        if lines > _SURE:
            body = self._style.type(0)
            height += body.size * body.leading
        full = height + gaps * (self._most - self._style.gap)
        stubs = sum(item.stubs for item in items)
        paras = sum(len(item.paras) for item in items)
        return Need(height, full, lines / self._look.limit(self.limit), stubs, paras)

    def place(self, first: int, last: int, frame: Rect) -> Sequence[Object]:
        """Draw items as one list."""
        return self.draw(first, last, frame, wide=self.is_wide(first, last, frame))

    def is_wide(self, first: int, last: int, frame: Rect) -> bool:
        """Tell whether there is room for items far apart."""
        return frame.height + 0.01 >= self.need(first, last).full

    def draw(
        self,
        first: int,
        last: int,
        frame: Rect,
        parent: pages.Element | None = None,
        *,
        wide: bool,
    ) -> Sequence[Object]:
        """Draw items as one list, which is a part of ``parent`` to a reader."""
        style = replace(self._style, gap=self._most if wide else self._style.gap)
        paras = [
            replace(para, before=style.gap) if n == 0 else para
            for item in range(first, last)
            for n, para in enumerate(self._measured(item).paras)
        ]
        number = self._block.numbers[first]
        style = replace(style, mark=f"{number}." if number else style.mark)
        return [self._box(paras, frame, parent, style.levels)]

    def _box(
        self,
        paras: Sequence[Para],
        frame: Rect,
        parent: pages.Element | None,
        levels: tuple[pages.Level, ...],
    ) -> pages.TextBox:
        box = self._look.compositor.box(
            self._look.tree.paragraphs(paras, parent),
            frame,
            self.role,
            placeholder="body",
            name=wording("objects.bullets", n=self._column) if self._column else "",
        )
        return replace(box, levels=levels)

    @property
    def _most(self) -> Points:
        """Space between items where there is room for it."""
        return self._style.type(0).size * self._look.em("item-most")

    @cached_property
    def _marks(self) -> list[str]:
        square = self._look.labels.square
        return [f"{n}." if n else square for n in self._block.numbers]

    def _paras(
        self, item: Item, level: int, mark: str, more: Points = 0, own: Points = 0
    ) -> Iterator[Para]:
        """Yield an item and those below; ``more``: what numbers take over marks, ``own`` here."""
        look, style = self._look, self._style
        blank = Run("　", origin=inline.origin(item.title))
        lead = (*(replace(r, strong=True) for r in item.title), blank) if item.title else ()
        yield Para(
            (*lead, *item.text),
            style.type(level),
            "phrase" if self._column else "ragged",
            before=style.before(level) if level else 0,
            level=min(level, BULLETED - 1),
            bullet=mark,
            bullet_colour=style.sign_colour(level) if mark else "",
            indent=style.indent(level) + more,
            hang=style.hung(level) + own if mark else 0,
            bullet_origin=self._written(level, mark),
        )
        if item.note:
            yield Para(
                item.note,
                look.type("note"),
                before=style.before(1),
                level=style.note(level),
                indent=style.indent(level) + more,
            )
        sign = style.sign(level + 1)
        marks = [f"{below.number}." if below.number else sign for below in item.items]
        own = over(look, item.items, style.type(level + 1), style.hung(level + 1))
        for below, of_it in zip(item.items, marks, strict=True):
            yield from self._paras(below, level + 1, of_it, more + own, own)

    def _written(self, level: int, mark: str) -> Origin:
        """Return where the ``mark`` of an item is written."""
        labels = self._look.labels
        if mark == (labels.dash if level else labels.square):
            return origins.label("dash" if level else "square")
        return origins.NUMBER
