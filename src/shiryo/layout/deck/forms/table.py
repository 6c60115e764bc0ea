"""Tables: an accent rule under the head, hairlines between rows, columns as wide as they need."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from shiryo import pages
from shiryo.document import CellLook, RowLook, Table
from shiryo.inline import Text, plain
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.forms.widths import Columns, style_name
from shiryo.layout.deck.grouping import Object
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para, Style
from shiryo.layout.text.structure import table_cell
from shiryo.layout.text.widths import is_short
from shiryo.messages import wording
from shiryo.units import Points, Rect


class _Line(NamedTuple):
    """A row that is shown."""

    row: int
    """0: the head; from 1 on those of the table."""
    group: bool = False
    """Whether it is what stands over the row."""


class _Grid(NamedTuple):
    """Where the columns and the rows begin, and the last of them end."""

    xs: Sequence[Points]
    ys: Sequence[Points]


class TableForm:
    """A table; a unit is a row. The head stands over every part of it, notes under the last."""

    fills = False

    def __init__(self, block: Table, look: Look, width: Points) -> None:
        self._block, self._look, self._width = block, look, width
        self._columns = Columns(block, look, width)
        self._known: dict[_Line, tuple[Points, float, int]] = {}
        self._heads = int(block.headed)
        self._is_grouped = any(row.group for row in block.looks)

    @property
    def count(self) -> int:
        """How many rows there are under the head."""
        return len(self._block.rows)

    def need(self, first: int, last: int) -> Need:
        """Return the room that the head and some rows take."""
        lines = [self._measured(line) for line in self._lines(first, last)]
        height = self._caption_height + sum(height for height, _, _ in lines)
        height += self._notes_height if last == self.count else 0
        growth = (self._look.em("row-most") - self._look.em("row")) * self._style("table").size
        said = sum(lines for _, lines, _ in lines[self._heads :]) / self._look.limit("rows")
        torn = sum(torn for _, _, torn in lines)
        return Need(height, height + growth * len(lines), said, torn)

    def place(self, first: int, last: int, frame: Rect) -> Sequence[Object]:
        """Draw the caption, the head, some rows, and notes under the last."""
        look, need, lines = self._look, self.need(first, last), self._lines(first, last)
        more = (min(frame.height, need.full) - need.height) / len(lines)
        heights = [self._measured(line)[0] + more for line in lines]
        at = frame.below(self._caption_height)
        element = look.tree.add("Table")
        xs = [*accumulate(self._columns.widths, initial=at.x)]
        grid = _Grid(xs, [*accumulate(heights, initial=at.y)])
        rows, bottom = self._rows(lines, grid, element), grid.ys[-1]
        total = last == self.count and self._block.look(last - 1).total
        table = pages.Table(
            Rect(at.x, at.y, xs[-1] - at.x, bottom - at.y),
            tuple(self._columns.widths),
            tuple(heights),
            rows,
            self._heads,
            look.colour("rule"),
            look.space("rule"),
            look.colour("accent"),
            look.space("head-rule"),
            plain(self._block.caption) or look.title,
            wording("objects.table"),
            total,
            first_column=True,
        )
        notes = self._notes(frame, bottom) if last == self.count else []
        return [*self._caption(frame, element.child("Caption", 0)), table, *notes]

    def _lines(self, first: int, last: int) -> list[_Line]:
        """Return the rows to show: a part that begins within a group says that again."""
        made = [_Line(0)] * self._heads
        if not self._is_grouped:
            return [*made, *(_Line(n + 1) for n in range(first, last))]
        for n in range(first, last):
            opened = n if self._block.look(n).group else None
            if opened is None and n == first:
                before = (m for m in reversed(range(first)) if self._block.look(m).group)
                opened = next(before, None)
            if opened is not None:
                made.append(_Line(opened + 1, group=True))
            made.append(_Line(n + 1))
        return made

    def _rows(
        self, lines: Sequence[_Line], grid: _Grid, element: pages.Element
    ) -> tuple[tuple[pages.Cell, ...], ...]:
        head, body = element.child("THead", 1), element.child("TBody", 2)
        made = list[tuple[pages.Cell, ...]]()
        for n in range(len(lines)):
            tagged = (head if n < self._heads else body).child("TR", n)
            made.append(self._row(lines, n, grid, tagged))
        return tuple(made)

    def _row(
        self, lines: Sequence[_Line], n: int, grid: _Grid, element: pages.Element
    ) -> tuple[pages.Cell, ...]:
        cells, (xs, ys) = [], grid
        for column in range(len(self._block.columns)):
            look = self._shown(lines, n, column)
            right = xs[min(column + max(look.wide, 1), len(xs) - 1)]
            bottom = ys[min(n + look.high, len(ys) - 1)]
            frame = Rect(xs[column], ys[n], right - xs[column], bottom - ys[n])
            cells.append(self._cell(lines[n], column, look, frame, element))
        return tuple(cells)

    def _shown(self, lines: Sequence[_Line], n: int, column: int) -> CellLook:
        """Return the look of a cell: one that goes on from another part is begun anew."""
        line, whole = lines[n], len(self._block.columns)
        if line.group:
            return CellLook(strong=True, wide=0 if column else whole)
        look = self._row_look(line.row).cell(column)
        below = [m for m in lines[n:] if not m.group and m.row < line.row + look.high]
        span = lines.index(below[-1]) - n + 1 if below else 1
        return replace(look, high=max(span, 1))

    def _row_look(self, row: int) -> RowLook:
        return self._block.look(row - 1) if row else self._block.head

    def _cell(
        self, line: _Line, column: int, look: CellLook, frame: Rect, element: pages.Element
    ) -> pages.Cell:
        head, x = line.row == 0, self._look.space("cell-x")
        tagged = table_cell(element, column, head=head)
        tagged = replace(tagged, columns=look.wide or 1, rows=look.high)
        inner = frame.inset(x, 0)
        inset = 0.0 if head or line.group else self._columns.insets[line.row - 1][column]
        inner = replace(inner, width=inner.width - inset)
        text = () if look.wide == 0 else self._text(line, column)
        para = replace(self._para(text, line, column), element=tagged)
        box = self._look.compositor.box([para], inner, "paragraph", anchor="middle")
        fill = self._look.colour("surface") if line.group or look.strong else None
        covered = tagged if look.wide else None
        return pages.Cell(frame, box, fill, covered, look.wide, look.high)

    def _text(self, line: _Line, column: int) -> Text:
        if line.group:
            return self._block.look(line.row - 1).group if column == 0 else ()
        return self._block.rows[line.row - 1][column] if line.row else self._block.columns[column]

    def _para(self, text: Text, line: _Line, column: int) -> Para:
        if line.group:
            return Para(text, self._style("table-first"), "cell")
        style = self._style(style_name(column, head=line.row == 0))
        look = self._row_look(line.row)
        if line.row and (look.total or look.cell(column).strong):
            style = replace(style, weight=700)
        align = "center" if look.cell(column).wide > 1 else self._columns.aligns[column]
        return Para(text, style, "cell", align=align)

    def _style(self, name: str) -> Style:
        return self._look.type(name, strong="ink")

    def _caption(self, frame: Rect, element: pages.Element) -> list[pages.Item]:
        if not self._block.caption:
            return []
        box = Rect(frame.x, frame.y, self._width, self._caption_height)
        caption, name = [replace(self._caption_para, element=element)], "objects.table-caption"
        return [self._look.compositor.box(caption, box, "caption", name=wording(name))]

    @property
    def _caption_para(self) -> Para:
        return Para(self._block.caption, self._look.fixed("caption"))

    @cached_property
    def _caption_height(self) -> Points:
        if not self._block.caption:
            return 0
        setter = self._look.compositor
        return setter.height([self._caption_para], self._width) + self._look.space("caption")

    @property
    def _note_paras(self) -> list[Para]:
        return [Para(note, self._look.fixed("caption"), "ragged") for note in self._block.notes]

    @cached_property
    def _notes_height(self) -> Points:
        if not self._block.notes:
            return 0
        height = self._look.compositor.height(self._note_paras, self._width)
        return height + self._look.space("caption")

    def _notes(self, frame: Rect, bottom: Points) -> list[pages.Item]:
        if not self._block.notes:
            return []
        gap, tree = self._look.space("caption"), self._look.tree
        at = Rect(frame.x, bottom + gap, self._width, self._notes_height - gap)
        paras = [replace(para, element=tree.add("P")) for para in self._note_paras]
        return [self._look.compositor.box(paras, at, "caption", name=wording("objects.table-note"))]

    def _measured(self, line: _Line) -> tuple[Points, float, int]:
        """Return the height and the lines of a row, and how many of its names are parted.

        Lines are those of all its cells, each as wide as the table: what a reader takes in.
        """
        if line not in self._known:
            pad = self._look.em("row") * self._style("table").size
            if line.group:
                style = self._style("table-first")
                self._known[line] = pad + style.size * style.leading, 1, 0
                return self._known[line]
            cells = [self._room(line, at) for at in range(len(self._block.columns))]
            whole = sum(self._columns.widths)
            pairs = zip(self._columns.widths, cells, strict=True)
            lines = sum(width * count for width, (_, count, _) in pairs) / whole
            torn = sum(torn for _, _, torn in cells)
            self._known[line] = pad + max(h for h, _, _ in cells), max(1, lines), torn
        return self._known[line]

    def _room(self, line: _Line, column: int) -> tuple[Points, int, bool]:
        """Return the height and the lines of a cell, and whether it is a name that is parted."""
        look, text = self._row_look(line.row).cell(column), self._text(line, column)
        para = self._para(text, line, column)
        single = para.style.size * para.style.leading
        if look.wide == 0:
            return single, 1, False
        widths = self._columns.widths[column : column + look.wide]
        width = sum(widths) - 2 * self._look.space("cell-x")
        if self._columns.snug(line.row, column) <= width and _is_even(text):
            return single, 1, False
        room = self._look.compositor.room([para], width)
        height = room.height if look.high == 1 else room.height / look.high
        return max(height, single), room.lines, room.lines > 1 and is_short(text)


def _is_even(text: Text) -> bool:
    """Tell whether all letters are of one size, and no line ends where the text says so."""
    return not any(run.strong or run.note is not None or "\n" in run.text for run in text)
