"""Tables: caption above, head repeated in every column of the page, rows never cut without need."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from shiryo import document, inline, pages
from shiryo.diagnostics import diagnose
from shiryo.layout.flow.atom import Atom, Part, Piece
from shiryo.layout.flow.galley import Galley, words
from shiryo.layout.flow.notes import called, without
from shiryo.layout.flow.widths import is_numeric, longest_word, narrowed, widened
from shiryo.layout.structure import table_cell
from shiryo.layout.text import Align, Para, line_height
from shiryo.typeset.model import Line
from shiryo.units import Points, Rect

Row = tuple[tuple[Line, ...], ...]
"""The lines of each cell."""

_LEAST_EM = 4
_FAVOURS = (1, 0.5, 0)
"""How far narrow columns are spared; the way that gives the lowest table is taken."""
_SAMPLE = 40
"""How many rows are tried for that."""
_MOST_PARTS = (99, 99)
_FLOATS = 1.5
"""How high a table may be, as a multiple of the highest row, to go to another column undivided."""


@dataclass(frozen=True, slots=True)
class TableFlow:
    """A table; atom 0 is its caption and head, each further atom a row."""

    atoms: tuple[Atom, ...]
    galley: Galley
    caption: tuple[Line, ...]
    again: inline.Text
    """The caption, without notes, over a part that goes on."""
    head: Row
    rows: tuple[Row, ...]
    widths: tuple[Points, ...]
    aligns: tuple[Align, ...]
    alt: str
    element: pages.Element
    """Of the table; its caption is the first part of it, its head the second."""
    keys: tuple[int, ...]
    """Of each row: the parts of one that is divided are one to a reader."""

    def draw(
        self, first: int, tops: Sequence[Points], x: Points, part: Part = (1, 1)
    ) -> Iterable[pages.Item]:
        """Return the caption, and a table of the head and the rows from atom ``first`` on."""
        start = tops[0] - self.atoms[first].opening
        lines = self.caption
        if first and lines:
            lines = _again(self.galley, self.again, part)
        height = caption_height(self.galley, lines)
        if lines:
            frame = Rect(x, start, self.galley.width, height - self.galley.space("caption"))
            element = None if first else self.element.child("Caption", 0)
            para = Para((), self.galley.style("caption"), element=element)
            yield _cell(self.galley, lines, para, frame, "caption")
        table = self._table(first, len(tops), Rect(x, start + height, self.galley.width, 0))
        yield table
        rule = self.galley.space("head-rule")
        end = Rect(x, table.frame.bottom - rule / 2, table.frame.width, rule)
        yield pages.Shape(end, fill=self.galley.colour("ink"))

    def _table(self, first: int, count: int, at: Rect) -> pages.Table:
        wanted = range(max(first, 1), first + count)
        head = None if first else self.element.child("THead", 1).child("TR", 0)
        body = self.element.child("TBody", 2)
        rows = [self.head, *(self.rows[n - 1] for n in wanted)]
        elements = [head, *(body.child("TR", self.keys[n - 1]) for n in wanted)]
        heights = [row_height(self.galley, row) for row in rows]
        y, made = at.y, []
        for n, (row, height, element) in enumerate(zip(rows, heights, elements, strict=True)):
            made.append(self._row(row, Rect(at.x, y, at.width, height), element, head=n == 0))
            y += height
        galley = self.galley
        return pages.Table(
            Rect(at.x, at.y, at.width, y - at.y),
            self.widths,
            tuple(heights),
            tuple(made),
            1,
            galley.colour("rule"),
            galley.space("rule"),
            galley.colour("ink"),
            galley.space("head-rule"),
            self.alt,
        )

    def _row(
        self, row: Row, rect: Rect, element: pages.Element | None, *, head: bool
    ) -> tuple[pages.Cell, ...]:
        style = self.galley.style("table-head" if head else "table")
        pad_x, pad_y = self.galley.space("cell-x"), self.galley.space("cell-y")
        cells, x = [], rect.x
        for n, (lines, width, align) in enumerate(zip(row, self.widths, self.aligns, strict=True)):
            frame = Rect(x, rect.y, width, rect.height)
            inner = frame.inset(pad_x, pad_y)
            cell = element and table_cell(element, n, head=head)
            para = Para((), style, align=align, element=cell)
            box = _cell(self.galley, lines, para, inner, "table")
            cells.append(pages.Cell(frame, box, element=cell))
            x += width
        return tuple(cells)


def _cell(
    galley: Galley, lines: Sequence[Line], para: Para, frame: Rect, role: pages.Role
) -> pages.TextBox:
    y, placed = frame.y, []
    for line in lines:
        placed.append(galley.compositor.place(line, para, Rect(frame.x, y, frame.width, 0)))
        y += line_height(line, para.style)
    return pages.TextBox(frame, (), tuple(placed), role)


def row_height(galley: Galley, row: Row) -> Points:
    """Return the height of a row: its tallest cell and the padding."""
    style = galley.style("table")
    tallest = max(sum(line_height(line, style) for line in lines) for lines in row)
    return tallest + 2 * galley.space("cell-y")


def table(galley: Galley, block: document.Table, name: str, most: Points) -> Iterator[Piece]:
    """Yield a table. A row higher than ``most`` is divided."""
    caption = (inline.Run(name + "　"), *block.caption) if block.caption else ()
    galley.notes.meet([caption, *block.columns, *(cell for row in block.rows for cell in row)])
    wide = galley.width < galley.full and _needs(galley, block) > galley.width
    galley = galley.within(galley.full) if wide else galley
    measures, aligns = _columns(galley, block)
    head = _set(galley, block.columns, measures, "table-head")
    rows = [
        (n, part)
        for n, row in enumerate(block.rows)
        for part in _divided(galley, _set(galley, row, measures, "table"), most)
    ]
    lines = galley.lines([(caption, "caption")], galley.width, "ragged") if caption else ()
    alt = inline.plain(caption) or _heads(block)
    flow = TableFlow(
        (),
        galley,
        lines,
        without(caption),
        head,
        tuple(part for _, part in rows),
        measures,
        aligns,
        alt,
        galley.add("Table"),
        tuple(n for n, _ in rows),
    )
    made = _with_atoms(flow)
    is_low = sum(atom.height for atom in made.atoms) <= _FLOATS * most
    floats = flow.element if galley.theme.handout.floats and is_low else None
    space = galley.space("block")
    yield Piece(made, space, space, listed=True, floats=None if wide else floats, wide=wide)


def _again(galley: Galley, caption: inline.Text, part: Part) -> tuple[Line, ...]:
    """Set the caption of a part that goes on."""
    label = words(galley.labels.again.format(n=part[0], total=part[1]))
    return galley.lines([((*caption, *label), "caption")], galley.width, "ragged")


def caption_height(galley: Galley, lines: Sequence[Line]) -> Points:
    """Return the height of a caption with the space under it; 0 for none."""
    style = galley.style("caption")
    height = sum(line_height(line, style) for line in lines)
    return height + galley.space("caption") if lines else 0


def _with_atoms(flow: TableFlow) -> TableFlow:
    galley = flow.galley
    over = caption_height(galley, flow.caption) + row_height(galley, flow.head)
    again = _again(galley, flow.again, _MOST_PARTS) if flow.caption else ()
    opening = caption_height(galley, again) + row_height(galley, flow.head)
    notes = called([*flow.caption, *(line for cell in flow.head for line in cell)])
    atoms = [Atom(over, keep=True, notes=notes)]
    for n, row in enumerate(flow.rows):
        atoms.append(
            Atom(
                row_height(galley, row),
                keep=(n == 0 and len(flow.rows) > 1) or n == len(flow.rows) - 2,
                opening=opening,
                notes=called(line for cell in row for line in cell),
            )
        )
    return replace(flow, atoms=tuple(atoms))


def _cells(block: document.Table) -> list[tuple[inline.Text, ...]]:
    """Return the cells of each column."""
    return list(zip(*block.rows, strict=True)) or [() for _ in block.columns]


def _wants(galley: Galley, block: document.Table) -> tuple[list[Points], list[Points]]:
    """Return how wide each column would be with no line broken, and must be with no word broken."""
    pad = 2 * galley.space("cell-x") + 0.1
    natural, least = [], []
    for head, cells in zip(block.columns, _cells(block), strict=True):
        texts = [(head, "table-head"), *((cell, "table") for cell in cells)]
        wide = max(galley.natural(text, type_) for text, type_ in texts)
        word = max(galley.natural(words(longest_word(t)), type_) for t, type_ in texts)
        floor = max(word, _LEAST_EM * galley.style("table").size)
        natural.append(wide + pad)
        least.append(min(wide, floor) + pad)
    return natural, least


def _needs(galley: Galley, block: document.Table) -> Points:
    """Return how wide a table must be."""
    return sum(_wants(galley, block)[1])


def _columns(galley: Galley, block: document.Table) -> tuple[tuple[Points, ...], tuple[Align, ...]]:
    numeric = [is_numeric(cells) for cells in _cells(block)]
    natural, least = _wants(galley, block)
    aligns: list[Align] = ["right" if is_number else "left" for is_number in numeric]
    if sum(natural) <= galley.width:
        return widened(natural, galley.width, numeric[-1]), tuple(aligns)
    if sum(least) > galley.width:
        galley.problems.append(diagnose("handout.crowded-table", head=_heads(block)))
    shares = (narrowed(natural, least, galley.width, favour) for favour in _FAVOURS)
    return min(shares, key=lambda share: _height(galley, block, share)), tuple(aligns)


def _heads(block: document.Table) -> str:
    return "、".join(inline.plain(head) for head in block.columns)


def _height(galley: Galley, block: document.Table, measures: Sequence[Points]) -> Points:
    """Return how high a table would be with columns of these widths."""
    head = _set(galley, block.columns, measures, "table-head")
    rows = [_set(galley, row, measures, "table") for row in block.rows[:_SAMPLE]]
    return sum(row_height(galley, row) for row in (head, *rows))


def _set(
    galley: Galley, cells: Sequence[inline.Text], measures: Sequence[Points], type_: str
) -> Row:
    pad = 2 * galley.space("cell-x")
    return tuple(
        galley.lines([(cell, type_)], width - pad, "ragged")
        for cell, width in zip(cells, measures, strict=True)
    )


def _divided(galley: Galley, row: Row, most: Points) -> Iterator[Row]:
    """Yield a row, or the parts of one that is too high to stand in a column."""
    style = galley.style("table")
    lines = max(1, int((most - 2 * galley.space("cell-y")) / (style.size * style.leading)))
    for start in range(0, max(len(cell) for cell in row), lines):
        yield tuple(cell[start : start + lines] for cell in row)
