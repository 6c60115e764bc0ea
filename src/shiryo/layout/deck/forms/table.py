"""Tables: an accent rule under the head, hairlines between rows, columns as wide as they need."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from shiryo import pages
from shiryo.document import Table
from shiryo.inline import Run, Text, plain
from shiryo.japanese.amounts import are_figures
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para, Style
from shiryo.layout.text.structure import table_cell
from shiryo.layout.text.widths import is_label, longest_word, raised, shared
from shiryo.messages import wording
from shiryo.pages import Align
from shiryo.units import Points, Rect

_WORD = 0.4
"""Share of a table's width that a column has at most for a word that is not to be broken."""

_NAME = 0.18
"""Share of it that names of rows have at least, so that they are read in few lines."""


class TableForm:
    """A table; a unit is a row. The head stands over every part of it."""

    fills = False

    def __init__(self, block: Table, look: Look, width: Points) -> None:
        self._block, self._look, self._width = block, look, width
        self._known: dict[int, tuple[Points, float]] = {}

    @property
    def count(self) -> int:
        """How many rows there are under the head."""
        return len(self._block.rows)

    def need(self, first: int, last: int) -> Need:
        """Return the room that the head and some rows take."""
        rows = [self._measured(n) for n in range(first + 1, last + 1)]
        tall = [self._measured(0)[0], *(height for height, _ in rows)]
        height = self._caption_height + sum(tall)
        size = self._styles["table"].size
        growth = (self._look.em("row-most") - self._look.em("row")) * size
        lines = sum(lines for _, lines in rows)
        return Need(height, height + growth * len(tall), lines / self._look.limit("rows"))

    def place(self, first: int, last: int, frame: Rect) -> Sequence[pages.Item]:
        """Draw the caption, the head and some rows."""
        look, need = self._look, self.need(first, last)
        more = (min(frame.height, need.full) - need.height) / (last - first + 1)
        shown = (0, *range(first + 1, last + 1))
        heights = [self._measured(n)[0] + more for n in shown]
        texts = (self._block.columns, *self._block.rows[first:last])
        at = frame.below(self._caption_height)
        element = look.tree.add("Table")
        head, body = element.child("THead", 1), element.child("TBody", 2)
        y, rows = at.y, list[tuple[pages.Cell, ...]]()
        for n, (row, height) in enumerate(zip(texts, heights, strict=True)):
            tagged = (body if n else head).child("TR", n)
            rows.append(self._row(row, Rect(at.x, y, self._width, height), tagged, head=n == 0))
            y += height
        table = pages.Table(
            Rect(at.x, at.y, self._width, y - at.y),
            tuple(self._widths),
            tuple(heights),
            tuple(rows),
            1,
            look.colour("rule"),
            look.space("rule"),
            look.colour("accent"),
            look.space("head-rule"),
            plain(self._block.caption) or look.title,
            wording("objects.table"),
        )
        return [*self._caption(frame, element.child("Caption", 0)), table]

    def _caption(self, frame: Rect, element: pages.Element) -> list[pages.Item]:
        if not self._block.caption:
            return []
        height = self._caption_height
        box = Rect(frame.x, frame.y, self._width, height)
        caption = [replace(self._caption_para, element=element)]
        return [
            self._look.compositor.box(
                caption, box, "caption", name=wording("objects.table-caption")
            )
        ]

    def _row(
        self, texts: Sequence[Text], frame: Rect, element: pages.Element, *, head: bool
    ) -> tuple[pages.Cell, ...]:
        cells, x = [], frame.x
        for n, (text, width) in enumerate(zip(texts, self._widths, strict=True)):
            cell = Rect(x, frame.y, width, frame.height)
            inner = cell.inset(self._look.space("cell-x"), 0)
            tagged = table_cell(element, n, head=head)
            para = replace(self._para(text, n, head=head), element=tagged)
            box = self._look.compositor.box([para], inner, "paragraph", anchor="middle")
            cells.append(pages.Cell(cell, box, element=tagged))
            x += width
        return tuple(cells)

    @cached_property
    def _styles(self) -> dict[str, Style]:
        names = ("table-head", "table-first", "table")
        return {name: self._look.type(name, strong="ink") for name in names}

    def _style(self, column: int, *, head: bool) -> Style:
        return self._styles["table-head" if head else "table-first" if column == 0 else "table"]

    def _para(self, text: Text, column: int, *, head: bool) -> Para:
        whole = head or column == 0 or is_label(text)
        style = self._style(column, head=head)
        return Para(text, style, "phrase" if whole else "ragged", align=self._aligns[column])

    @property
    def _caption_para(self) -> Para:
        return Para(self._block.caption, self._look.fixed("caption"))

    @cached_property
    def _caption_height(self) -> Points:
        if not self._block.caption:
            return 0
        setter = self._look.compositor
        return setter.height([self._caption_para], self._width) + self._look.space("caption")

    @cached_property
    def _aligns(self) -> list[Align]:
        return [
            "right" if n and self._block.rows and self._numeric(n) else "left"
            for n in range(len(self._block.columns))
        ]

    def _numeric(self, column: int) -> bool:
        return are_figures([plain(row[column]) for row in self._block.rows])

    @cached_property
    def _snug(self) -> list[list[Points]]:
        """How wide each cell would like to be, by column, the head first."""
        texts, columns = (self._block.columns, *self._block.rows), range(len(self._block.columns))
        return [[self._snug_at(t[n], n, head=m == 0) for m, t in enumerate(texts)] for n in columns]

    def _snug_at(self, text: Text, column: int, *, head: bool) -> Points:
        return self._look.compositor.snug(text, self._style(column, head=head))

    @cached_property
    def _widths(self) -> list[Points]:
        pad = 2 * self._look.space("cell-x")
        natural = [pad + max(cells) for cells in self._snug]
        made = shared(natural, self._width, self._look.space("cell-gap"))
        if sum(natural) <= self._width:
            return made
        least = [min(pad + word, _WORD * self._width) for word in self._words]
        least[0] = max(least[0], min(natural[0], _NAME * self._width))
        return raised(made, least)

    @cached_property
    def _words(self) -> list[Points]:
        """How wide the longest word of each column is, which is better not broken."""
        texts = (self._block.columns, *self._block.rows)
        return [
            max(
                self._snug_at((Run(longest_word(t[n])),), n, head=m == 0)
                for m, t in enumerate(texts)
            )
            for n in range(len(self._block.columns))
        ]

    def _measured(self, n: int) -> tuple[Points, float]:
        """Return the height and the lines of a row; that of number 0 is the head.

        Lines are those of all its cells, each as wide as the table: what a reader takes in.
        """
        if n not in self._known:
            texts = self._block.rows[n - 1] if n else self._block.columns
            cells = [self._cell(text, n, at) for at, text in enumerate(texts)]
            pad = self._look.em("row") * self._styles["table"].size
            lines = sum(w * n for w, (_, n) in zip(self._widths, cells, strict=True)) / self._width
            self._known[n] = pad + max(h for h, _ in cells), max(1, lines)
        return self._known[n]

    def _cell(self, text: Text, row: int, column: int) -> tuple[Points, int]:
        """Return the height and the lines of a cell; what has room for one is not set for that."""
        para = self._para(text, column, head=row == 0)
        width = self._widths[column] - 2 * self._look.space("cell-x")
        if self._snug[column][row] <= width and _is_even(text):
            return para.style.size * para.style.leading, 1
        room = self._look.compositor.room([para], width)
        return room.height, room.lines


def _is_even(text: Text) -> bool:
    """Tell whether all letters are of one size, and no line ends where the text says so."""
    return not any(run.strong or run.note is not None or "\n" in run.text for run in text)
