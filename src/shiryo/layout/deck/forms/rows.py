"""Rows under each other, their columns on one baseline: what many forms are made of."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from shiryo import pages
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.grouping import Object, grouped
from shiryo.layout.deck.look import Look
from shiryo.layout.text.measuring import Room
from shiryo.layout.text.para import Para
from shiryo.layout.text.structure import Tree
from shiryo.messages import wording
from shiryo.units import Points, Rect
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in a row between two x; both from the left of the row."""

    x: Points
    width: Points
    paras: Sequence[Para]
    role: pages.Role = "paragraph"
    name: str = ""
    chip: str = ""
    """The colour of a chip around the text; empty: none."""


@dataclass(frozen=True, slots=True)
class RowStyle:
    """The room around rows."""

    pad: Points
    """Above and below the text of a row, each."""
    pad_most: Points
    gap: Points = 0
    gap_most: Points = 0
    limit: str = "lines"
    """The name of the theme's limit to the lines of a slide."""
    name: str = "item"
    """Of a row, in the list of a slide's objects."""


class Spot(NamedTuple):
    """Where a row stands."""

    n: int
    frame: Rect
    pad: Points
    """Above its text."""
    pitch: Points
    """From its top to that of the next; 0 for the last on the slide."""


Decorate = Callable[[Spot], Sequence[pages.Item]]
"""Draws what is behind a row."""


def bare(_spot: Spot) -> Sequence[pages.Item]:
    """Draw nothing behind a row."""
    return ()


class Rows:
    """Rows; each is a unit, or some that stay together are one."""

    fills = False

    def __init__(
        self,
        look: Look,
        rows: Sequence[Sequence[Column]],
        style: RowStyle,
        decorate: Decorate = bare,
        numbering: str = "None",
        ends: Sequence[int] = (),
    ) -> None:
        """Take the rows; ``numbering`` says how their labels number them (`Element`).

        ``ends``: after how many rows each unit ends; by default each row is one.
        """
        self._look, self._rows, self._style, self._decorate = look, rows, style, decorate
        self._numbering = numbering
        self._ends = (0, *(ends or range(1, len(rows) + 1)))
        self._known: dict[int, tuple[Points, int, int]] = {}
        self._roles = {column.role for row in rows for column in row}

    @property
    def count(self) -> int:
        """How many units there are."""
        return len(self._ends) - 1

    def need(self, first: int, last: int) -> Need:
        """Return the room that rows take; more of it gives them air."""
        first, last = self._ends[first], self._ends[last]
        style, rows = self._style, last - first
        measured = [self._measured(n) for n in range(first, last)]
        texts = sum(height for height, _, _ in measured)
        height = texts + 2 * style.pad * rows + style.gap * (rows - 1)
        full = texts + 2 * style.pad_most * rows + style.gap_most * (rows - 1)
        lines = sum(lines for _, lines, _ in measured)
        stubs = sum(stubs for _, _, stubs in measured)
        return Need(height, max(full, height), lines / self._look.limit(style.limit), stubs)

    def place(self, first: int, last: int, frame: Rect) -> Sequence[Object]:
        """Draw rows, the room that is left shared among paddings and gaps."""
        need, style = self.need(first, last), self._style
        first, last = self._ends[first], self._ends[last]
        spare = min(frame.height, need.full) - need.height
        share = spare / (need.full - need.height) if need.full > need.height else 0
        pad = style.pad + share * (style.pad_most - style.pad)
        gap = style.gap + share * (style.gap_most - style.gap)
        items, y = list[Object](), frame.y
        listed = self._listed()
        for n in range(first, last):
            height = self._measured(n)[0] + 2 * pad
            at = Rect(frame.x, y, frame.width, height)
            pitch = height + gap if n < last - 1 else 0
            row = [
                *self._decorate(Spot(n, at, pad, pitch)),
                *self._row(n, at.inset(0, pad), listed),
            ]
            items += grouped(row, wording(f"objects.row.{style.name}", n=n + 1))
            y += height + gap
        return items

    def _measured(self, n: int) -> tuple[Points, int, int]:
        """Return the height of a row, its lines and how many of its paragraphs end in a stub."""
        if n not in self._known:
            self._known[n] = self._measure(self._rows[n])
        return self._known[n]

    def _measure(self, row: Sequence[Column]) -> tuple[Points, int, int]:
        rooms = [self._look.compositor.room(column.paras, column.width) for column in row]
        rises = [*map(self._rise, row, rooms)]
        base = max(rises)
        height = max(base - rise + room.height for rise, room in zip(rises, rooms, strict=True))
        lines = max(room.lines for room in rooms)
        return height, lines, sum(room.stubs for room in rooms)

    def _rise(self, column: Column, room: Room) -> Points:
        """Return how far under the top of a column its first baseline is."""
        if not column.paras:
            return 0
        return self._look.compositor.rise(room.size, column.paras[0].style)

    def _listed(self) -> pages.Element | None:
        """Return the list, or the contents, that the rows on a slide are; None for paragraphs."""
        roles, add = self._roles, self._look.tree.add
        if "contents" in roles:
            return add("TOC")
        return add("L", numbering=self._numbering) if roles & {"label", "list"} else None

    def _row(self, n: int, frame: Rect, listed: pages.Element | None) -> list[pages.Item]:
        row, items = self._rows[n], list[pages.Item]()
        rooms = [self._look.compositor.room(column.paras, column.width) for column in row]
        rises = [*map(self._rise, row, rooms)]
        tagged = self._tagged(n, listed)
        for column, paras, room, rise in zip(row, tagged, rooms, rises, strict=True):
            top = frame.y + max(rises) - rise
            at = Rect(frame.x + column.x, top, column.width, room.height)
            items.append(self._item(column, paras, at, n))
        return items

    def _tagged(self, n: int, listed: pages.Element | None) -> list[list[Para]]:
        """Return the paragraphs of each column of a row with what they are to a reader."""
        tree, row = self._look.tree, self._rows[n]
        if listed is None:
            return [tree.paragraphs(column.paras) for column in row]
        if listed.kind == "TOC":
            item = tree.add("TOCI", listed)
            return [_entry(tree, column, item) for column in row]
        label, body = tree.item(listed)
        return [
            [replace(para, element=label) for para in column.paras]
            if column.role == "label"
            else tree.paragraphs(column.paras, body)
            for column in row
        ]

    def _item(self, column: Column, paras: Sequence[Para], at: Rect, n: int) -> pages.Item:
        name = f"{column.name} {n + 1}" if column.name else ""
        box = self._look.compositor.box(paras, at, column.role, name=name)
        if not column.chip:
            return box
        around = at.inset(-self._look.space("chip-x"), -self._look.space("chip-y"))
        return pages.Shape(around, fill=column.chip, text=box, name=name)


def _entry(tree: Tree, column: Column, item: pages.Element) -> list[Para]:
    """Tag a part of a line of the contents: its number, its link, or what it is about."""
    linked = any(run.href for para in column.paras for run in para.text)
    kind = "Lbl" if column.role == "label" else "Reference" if linked else "P"
    return [replace(para, element=tree.add(kind, item)) for para in column.paras]
