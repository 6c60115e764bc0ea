"""Tables: caption above, head repeated in every column of the page, rows never cut without need."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby
from typing import NamedTuple

from shiryo import document, inline, pages
from shiryo.layout.handout.blocks.cells import Cells
from shiryo.layout.handout.blocks.grouped import expanded
from shiryo.layout.handout.blocks.measures import (
    Measures,
    Row,
    groups,
    heads,
    measured,
    needed,
    row_height,
    set_row,
)
from shiryo.layout.handout.blocks.rows import RowPart, atoms
from shiryo.layout.handout.setting.atom import Atom, Part, Piece
from shiryo.layout.handout.setting.galley import Galley
from shiryo.layout.handout.setting.marks import called, without
from shiryo.layout.text.compositor import Origins, line_height
from shiryo.layout.text.para import Para
from shiryo.layout.text.structure import table_cell
from shiryo.origins import label
from shiryo.typeset.model import Line
from shiryo.typeset.packed import Packed, pack
from shiryo.units import Points, Rect
from shiryo.values import dataclass


class Written(NamedTuple):
    """Where the runs of a table are written."""

    caption: Origins
    head: tuple[Origins, ...]
    rows: tuple[tuple[Origins, ...], ...]


_MOST_PARTS = (99, 99)
_FLOATS = 1.5
"""How high a table may be, as a multiple of the highest row, to go to another column undivided."""


@dataclass(frozen=True, slots=True)
class TableFlow:
    """A table; atom 0 is its caption and head, each further atom a row or a line of a high one."""

    atoms: tuple[Atom, ...]
    galley: Galley
    caption: Packed
    again: inline.Text
    """The caption, without notes, over a part that goes on."""
    head: Packed
    rows: tuple[Packed, ...]
    measures: Measures
    alt: str
    element: pages.Element
    """Of the table; its caption is the first part of it, its head the second."""
    parts: tuple[RowPart, ...]
    """What each atom from 1 on is."""
    origins: Written
    block: document.Table
    """Its groups are rows."""

    def draw(
        self, first: int, tops: Sequence[Points], x: Points, part: Part = (1, 1)
    ) -> Iterable[pages.Item]:
        """Return the caption, and a table of the head and the rows from atom ``first`` on."""
        start = tops[0] - self.atoms[first].opening
        [lines], origins = self.caption.texts(), self.origins.caption
        if first and lines:
            again = _again(self.galley, self.again, part)
            lines, origins = _caption(self.galley, again), self.galley.origins([(again, "caption")])
        height = caption_height(self.galley, lines)
        if lines:
            frame = Rect(x, start, self.galley.width, height - self.galley.space("caption"))
            element = None if first else self.element.child("Caption", 0)
            para = Para((), self.galley.style("caption"), element=element)
            yield _cell(self.galley, lines, para, frame, "caption", origins)
        table = self._table(first, len(tops), Rect(x, start + height, self.galley.width, 0))
        yield table
        rule = self.galley.space("head-rule")
        end = Rect(x, table.frame.bottom - rule / 2, table.frame.width, rule)
        yield pages.Shape(end, fill=self.galley.colour("ink"))

    def _table(self, first: int, count: int, at: Rect) -> pages.Table:
        wanted = self.parts[max(first, 1) - 1 : first + count - 1]
        head = None if first else self.element.child("THead", 1).child("TR", 0)
        body = self.element.child("TBody", 2)
        headed = self.block.headed
        rows, elements, shown = ([self.head.texts()], [head], [0]) if headed else ([], [], [])
        for number, found in groupby(wanted, lambda part: part.row):
            lines = list(found)
            rows.append(self.rows[number].texts(lines[0].first, lines[-1].end))
            elements.append(body.child("TR", number))
            shown.append(number + 1)
        heights = [row_height(self.galley, row) for row in rows]
        tops = [*accumulate(heights, initial=at.y)]
        made = [
            self._row(row, tops, n, shown, at.x, element)
            for n, (row, element) in enumerate(zip(rows, elements, strict=True))
        ]
        galley = self.galley
        return pages.Table(
            Rect(at.x, at.y, at.width, tops[-1] - at.y),
            self.measures.widths,
            tuple(heights),
            tuple(made),
            int(headed),
            galley.colour("rule"),
            galley.space("rule"),
            galley.colour("ink"),
            galley.space("head-rule"),
            self.alt,
            total=shown[-1] == len(self.block.rows) and self.block.look(shown[-1] - 1).total,
        )

    def _row(
        self,
        row: Row,
        tops: Sequence[Points],
        n: int,
        shown: Sequence[int],
        x: Points,
        element: pages.Element | None,
    ) -> tuple[pages.Cell, ...]:
        """Return the cells of the nth of the rows ``shown``, where 0 is the head."""
        galley, number, head = self.galley, shown[n], shown[n] == 0
        style = galley.style("table-head" if head else "table")
        pad_x, pad_y = galley.space("cell-x"), galley.space("cell-y")
        xs = [*accumulate(self.measures.widths, initial=x)]
        written = self.origins.head if head else self.origins.rows[number - 1]
        cells = []
        for c, lines in enumerate(row):
            look = self.block.cell(number, c)
            high = 1 + sum(number < other < number + look.high for other in shown[n + 1 :])
            frame = Rect(
                xs[c], tops[n], xs[c + max(look.wide, 1)] - xs[c], tops[n + high] - tops[n]
            )
            inset = 0.0 if head else self.measures.insets[number - 1][c]
            inner = frame.inset(pad_x, pad_y)
            inner = replace(inner, width=inner.width - inset)
            cell = element and table_cell(element, c, head=head)
            cell = cell and replace(cell, columns=max(look.wide, 1), rows=high)
            align = "center" if 1 < look.wide < len(row) else self.measures.aligns[c]
            para = Para((), style, align="left" if look.wide == len(row) else align, element=cell)
            box = _cell(galley, lines, para, inner, "table", written[c])
            fill = galley.colour("surface") if look.strong else None
            met = cell if look.wide else None
            cells.append(pages.Cell(frame, box, fill, met, look.wide, high))
        return tuple(cells)


def _cell(
    galley: Galley,
    lines: Sequence[Line],
    para: Para,
    frame: Rect,
    role: pages.Role,
    origins: Origins,
) -> pages.TextBox:
    y, placed = frame.y, []
    for line in lines:
        at = Rect(frame.x, y, frame.width, 0)
        placed.append(galley.compositor.place(line, para, at, origins))
        y += line_height(line, para.style)
    return pages.TextBox(frame, (), tuple(placed), role)


def table(galley: Galley, block: document.Table, name: str, most: Points) -> Iterator[Piece]:
    """Yield a table, in parts if it has too many columns. A row higher than ``most`` is divided."""
    number = inline.Run(name + "　", origin=label("table"))
    caption = (number, *block.caption) if block.caption else ()
    notes = [cell for row in block.rows for cell in row]
    galley.notes.meet([caption, *block.columns, *notes, *block.notes])
    block, cells = expanded(block), Cells(galley)
    wide = galley.width < galley.full and needed(galley, block, cells) > galley.width
    galley = galley.within(galley.full) if wide else galley
    found = groups(galley, block, cells)
    for n, columns in enumerate(found, 1):
        again = _again(galley, without(caption), (n, len(found))) if caption else ()
        part = replace(block.some(columns), caption=again if n > 1 else caption)
        yield from _part(galley, part, most, cells, wide=wide)
    yield from _noted(galley, block)


def _part(
    galley: Galley, block: document.Table, most: Points, cells: Cells, *, wide: bool
) -> Iterator[Piece]:
    caption = block.caption
    measures = measured(galley, block, cells)
    head: Row = ()
    if block.headed:
        head = set_row(galley, block.columns, measures.widths, "table-head", cells, block.head)
    rows = [
        set_row(galley, row, measures.widths, "table", cells, block.look(n))
        for n, row in enumerate(block.rows)
    ]
    lines = _caption(galley, caption) if caption else ()
    alt = inline.plain(caption) or heads(block)
    again = without(caption)
    longest = _caption(galley, _again(galley, again, _MOST_PARTS)) if lines else ()
    opening = _height(galley, longest, head)
    notes = called([*lines, *(line for cell in head for line in cell)])
    rows_, parts = atoms(galley, block, rows, opening, most)
    made = TableFlow(
        (Atom(_height(galley, lines, head), keep=True, notes=notes), *rows_),
        galley,
        pack(lines),
        again,
        pack(*head),
        tuple(pack(*row) for row in rows),
        measures,
        alt,
        galley.add("Table"),
        tuple(parts),
        _written(galley, caption, block),
        block,
    )
    is_low = sum(atom.height for atom in made.atoms) <= _FLOATS * most
    floats = made.element if galley.theme.handout.floats and is_low and not block.notes else None
    space, keep = galley.space("block"), bool(block.notes)
    yield Piece(
        made, space, space, listed=True, floats=None if wide else floats, wide=wide, keep_next=keep
    )


def _noted(galley: Galley, block: document.Table) -> Iterator[Piece]:
    """Yield what stands under a table."""
    for note in block.notes:
        yield Piece(galley.paragraph((note, "credit"), breaks="ragged"), 0, galley.space("caption"))


def _again(galley: Galley, caption: inline.Text, part: Part) -> inline.Text:
    """Return the caption of a part that goes on."""
    return (*caption, *galley.label("again", n=part[0], total=part[1]))


def _caption(galley: Galley, caption: inline.Text) -> tuple[Line, ...]:
    return galley.lines([(caption, "caption")], galley.width, "ragged")


def _written(galley: Galley, caption: inline.Text, block: document.Table) -> Written:
    def each(cells: Sequence[inline.Text], type_: str) -> tuple[Origins, ...]:
        return tuple(galley.origins([(cell, type_)]) for cell in cells)

    rows = tuple(each(row, "table") for row in block.rows)
    return Written(galley.origins([(caption, "caption")]), each(block.columns, "table-head"), rows)


def caption_height(galley: Galley, lines: Sequence[Line]) -> Points:
    """Return the height of a caption with the space under it; 0 for none."""
    style = galley.style("caption")
    height = sum(line_height(line, style) for line in lines)
    return height + galley.space("caption") if lines else 0


def _height(galley: Galley, caption: Sequence[Line], head: Row) -> Points:
    """Return what stands over the rows."""
    return caption_height(galley, caption) + (row_height(galley, head) if head else 0)
