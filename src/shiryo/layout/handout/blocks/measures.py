"""How wide the columns of a table get, from what its cells say, and how they are aligned."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from shiryo import document, inline
from shiryo.diagnostics import diagnose
from shiryo.layout.handout.blocks.cells import Cells, is_bare
from shiryo.layout.handout.setting.galley import Galley
from shiryo.layout.text.compositor import line_height
from shiryo.layout.text.tabular import aligned, insets
from shiryo.layout.text.widths import (
    is_label,
    longest_stretch,
    longest_whole,
    narrowed,
    widened,
)
from shiryo.pages import Align
from shiryo.typeset.model import Line
from shiryo.units import Points
from shiryo.values import dataclass

Row = tuple[tuple[Line, ...], ...]
"""The lines of each cell."""
_Typed = tuple[inline.Text, str]
"""A text, and the name of its type."""

_PLAIN = document.RowLook()
_LEAST_EM = 4
_LABEL_EM, _TEXT_EM = 10, 10
"""What columns of names, and of text, have where there is room."""
_FAVOURS = (1, 0.5, 0)
"""How far narrow columns are spared."""
_WORTH = 0.04
"""By which share a table has to get lower for them not to be."""
_SAMPLE = 40
"""How many rows are tried for that."""
_BOLDER = 2
"""How many times as wide a stretch may at most be as it is within its text, where that has marks of
its own, closed-up punctuation or another size of type."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The columns of a table."""

    widths: tuple[Points, ...]
    aligns: tuple[Align, ...]
    """Numbers stand at the right, marks in the middle."""
    insets: tuple[tuple[Points, ...], ...]
    """By row and column: how far a number stands in from there, for the decimal points to stand
    under each other."""


def measured(galley: Galley, block: document.Table, cells: Cells) -> Measures:
    """Share the galley's width among the columns of a table."""
    aligns = aligned(block)
    stood_in = insets(block, aligns, lambda text: cells.word(text, "table"))
    wants = _wants(galley, block, stood_in, cells)
    widths = _shared(galley, block, wants, cells, even=aligns[-1] != "left")
    if block.widths:
        share = galley.width / sum(block.widths)
        widths = tuple(share * width for width in block.widths)
    return Measures(widths, aligns, stood_in)


def groups(galley: Galley, block: document.Table, cells: Cells) -> list[list[int]]:
    """Return the columns of each part of a table: one, unless words and numbers would be parted."""
    count = len(block.columns)
    none = ((0.0,) * count,) * len(block.rows)
    least = _wants(galley, block, none, cells).words
    if count < 3 or sum(least) <= galley.width or block.widths:
        return [[*range(count)]]
    first, *rest = least
    parts = 1
    while parts < len(rest) and max(sum(rest[n] for n in s) for s in _even(rest, parts)) + first > (
        galley.width
    ):
        parts += 1
    return [[0, *(n + 1 for n in share)] for share in _even(rest, parts)]


def _even(wide: Sequence[Points], parts: int) -> list[range]:
    """Share columns among parts in their order."""
    ends = [len(wide) * n // parts for n in range(parts + 1)]
    return [range(first, last) for first, last in pairwise(ends)]


def needed(galley: Galley, block: document.Table, cells: Cells) -> Points:
    """Return how wide a table must be for no name in it to be broken, and text to be read."""
    none = ((0.0,) * len(block.columns),) * len(block.rows)
    return sum(_wants(galley, block, none, cells).whole)


def row_height(galley: Galley, row: Row) -> Points:
    """Return the height of a row: its tallest cell and the padding."""
    style = galley.style("table")
    tallest = max(sum(line_height(line, style) for line in lines) for lines in row)
    return tallest + 2 * galley.space("cell-y")


def heads(block: document.Table) -> str:
    """Return the heads of the columns as a phrase; of a table without any, its first row."""
    said = block.columns if block.headed or not block.rows else block.rows[0]
    return "、".join(inline.plain(head) for head in said)


def set_row(
    galley: Galley,
    texts: Sequence[inline.Text],
    widths: Sequence[Points],
    type_: str,
    cells: Cells,
    look: document.RowLook = _PLAIN,
) -> Row:
    """Set the cells of a row in columns of these widths."""
    pad = 2 * galley.space("cell-x")
    return tuple(
        cells.lines(text, type_, sum(widths[n : n + max(look.cell(n).wide, 1)]) - pad)
        for n, text in enumerate(texts)
    )


def _columns(block: document.Table) -> list[tuple[inline.Text, ...]]:
    """Return the cells of each column."""
    return list(zip(*block.rows, strict=True)) or [() for _ in block.columns]


class _Wants(NamedTuple):
    """How wide each column would be …"""

    natural: list[Points]
    """… with no line broken."""
    whole: list[Points]
    """… with no name broken that is not long, and text that can be read."""
    least: list[Points]
    """… with no word broken that leaves the others room, and a few characters on a line."""
    words: list[Points]
    """… with no word broken."""


def _wants(
    galley: Galley, block: document.Table, insets: Sequence[Sequence[Points]], cells: Cells
) -> _Wants:
    pad, em = 2 * galley.space("cell-x") + 0.1, galley.style("table").size
    # A word that would leave the other columns no room is broken.
    most = galley.full - (len(block.columns) - 1) * (_LEAST_EM * em + pad) - pad
    made = _Wants([], [], [], [])
    for n, (head, column) in enumerate(zip(block.columns, _columns(block), strict=True)):
        texts = [(head, "table-head"), *((cell, "table") for cell in column)]
        texts = [t if block.cell(m, n).wide == 1 else ((), t[1]) for m, t in enumerate(texts)]
        stood_in = [0.0, *(row[n] for row in insets)]
        wide = max(
            cells.natural(*text) + inset for text, inset in zip(texts, stood_in, strict=True)
        )
        word = _longest_word(texts, most, cells)
        floor = min(wide, max(word, _LEAST_EM * em))
        if all(is_label(text) for text, _ in texts):
            whole = _longest_stretch(texts, _LABEL_EM * em, cells)
        else:
            whole = min(wide, _TEXT_EM * em)
        made.natural.append(wide + pad)
        made.whole.append(max(floor, whole) + pad)
        made.least.append(floor + pad)
        made.words.append(min(wide, max(word, em)) + pad)
    return made


def _longest_word(texts: Sequence[_Typed], most: Points, cells: Cells) -> Points:
    """Return how wide the longest word of any text is that is not wider than ``most``."""
    found = 0.0
    for text, type_ in texts:
        if _may_be_longer(text, type_, found, cells):
            wide = cells.part(text, type_, longest_whole(text))
            found = wide if found < wide <= most else found
    return found


def _may_be_longer(text: inline.Text, type_: str, found: Points, cells: Cells) -> bool:
    """Tell whether a part of a text may be wider than what was found: no bare one that is not."""
    return cells.natural(text, type_) > (found if is_bare(text) else found / _BOLDER)


def _longest_stretch(texts: Sequence[_Typed], most: Points, cells: Cells) -> Points:
    """Return how wide the longest stretch of any text is, up to ``most``."""
    found = 0.0
    for text, type_ in texts:
        if _may_be_longer(text, type_, found, cells):
            found = max(found, cells.part(text, type_, longest_stretch(text)))
        if found >= most:
            return most
    return found


def _shared(
    galley: Galley, block: document.Table, wants: _Wants, cells: Cells, *, even: bool
) -> tuple[Points, ...]:
    if sum(wants.natural) <= galley.width:
        return widened(wants.natural, galley.width, even)
    if sum(wants.least) > galley.width:
        galley.problems.append(diagnose("handout.crowded-table", head=heads(block)))
    least = _least(wants, galley.width)
    shares = {favour: narrowed(wants.natural, least, galley.width, favour) for favour in _FAVOURS}
    return min(
        shares.items(),
        key=lambda pair: _height(galley, block, pair[1], cells) * (1 - _WORTH * pair[0]),
    )[1]


def _least(wants: _Wants, width: Points) -> list[Points]:
    """Return how wide columns must be: for their names, if only those of the rows have room."""
    first = [wants.whole[0], *wants.least[1:]]
    return next((w for w in (wants.whole, first) if sum(w) <= width), wants.least)


def _height(
    galley: Galley, block: document.Table, widths: Sequence[Points], cells: Cells
) -> Points:
    """Return how high a table would be with columns of these widths."""
    head = set_row(galley, block.columns, widths, "table-head", cells, block.head)
    rows = (
        set_row(galley, row, widths, "table", cells, block.look(n))
        for n, row in enumerate(block.rows[:_SAMPLE])
    )
    return sum(row_height(galley, row) for row in (head, *rows))
