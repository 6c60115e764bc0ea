"""Rows of a table as atoms: where a column of the page may end within it."""

from collections.abc import Sequence
from typing import NamedTuple

from shiryo import document
from shiryo.layout.handout.blocks.grouped import leads
from shiryo.layout.handout.blocks.measures import Row, row_height
from shiryo.layout.handout.setting.atom import Atom, tied
from shiryo.layout.handout.setting.galley import Galley
from shiryo.layout.handout.setting.marks import called
from shiryo.units import Points


class RowPart(NamedTuple):
    """The lines of a row that an atom stands for."""

    row: int
    first: int
    end: int


def atoms(
    galley: Galley, block: document.Table, rows: Sequence[Row], opening: Points, most: Points
) -> tuple[list[Atom], list[RowPart]]:
    """Return the atoms of rows, and what each is of."""
    made, parts = list[Atom](), list[RowPart]()
    for n, row in enumerate(rows):
        lines = max(len(cell) for cell in row)
        if row_height(galley, row) > most:
            made += _lines(galley, row, opening)
            parts += (RowPart(n, line, line + 1) for line in range(lines))
            continue
        keep = (n == 0 and len(rows) > 1) or n == len(rows) - 2 or leads(block, n)
        made.append(Atom(row_height(galley, row), keep=keep, opening=opening, notes=_calls(row)))
        parts.append(RowPart(n, 0, lines))
    return made, parts


def _lines(galley: Galley, row: Row, opening: Points) -> tuple[Atom, ...]:
    """Return the lines of a row that is divided where a column ends; never one of them alone."""
    pad, last = galley.space("cell-y"), max(len(cell) for cell in row) - 1
    return tied(
        tuple(
            Atom(
                row_height(galley, part) - 2 * pad + pad * ((n == 0) + (n == last)),
                opening=opening + (pad if n else 0),
                closing=0 if n == last else pad,
                notes=_calls(part),
            )
            for n in range(last + 1)
            if (part := tuple(cell[n : n + 1] for cell in row))
        )
    )


def _calls(row: Row) -> tuple[int, ...]:
    return called(line for cell in row for line in cell)
