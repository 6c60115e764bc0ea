"""A table: its texts, how they stand, and what is special about its rows and cells."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from shiryo.inline import Text, plain
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class CellLook:
    """What is special about a cell."""

    strong: bool = False
    wide: int = 1
    """How many columns it takes; 0: it is covered by one at its left or above."""
    high: int = 1
    """How many rows it takes."""


_PLAIN_CELL = CellLook()


@dataclass(frozen=True, slots=True)
class RowLook:
    """What is special about a row."""

    group: Text = ()
    """What stands over it, and over those that follow up to the next group."""
    total: bool = False
    """Whether it sums up the others."""
    cells: tuple[CellLook, ...] = ()
    """One for each column, or none."""

    def cell(self, column: int) -> CellLook:
        """Return the look of a cell."""
        return self.cells[column] if self.cells else _PLAIN_CELL

    def some(self, columns: Sequence[int]) -> "RowLook":
        """Return the look with some of the columns; cells are no longer merged."""
        if not self.cells or len(columns) == len(self.cells):
            return self
        return replace(self, cells=tuple(CellLook(self.cells[n].strong) for n in columns))


_PLAIN_ROW = RowLook()


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as there are columns."""

    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: Text = ()
    """Without its number: `Labels.table` gives that in a handout."""
    align: tuple[Literal["", "left", "center", "right"], ...] = ()
    """Of each column; empty: as its cells ask for."""
    widths: tuple[float, ...] = ()
    """Of each column, in proportion to the others; empty: as its cells ask for."""
    notes: tuple[Text, ...] = ()
    """What stands under it."""
    head: RowLook = RowLook()
    looks: tuple[RowLook, ...] = ()
    """One for each row, or none."""

    @property
    def headed(self) -> bool:
        """Whether a column says what it holds; else there is no head to show."""
        return any(plain(column).strip() for column in self.columns)

    def look(self, row: int) -> RowLook:
        """Return the look of a row."""
        return self.looks[row] if self.looks else _PLAIN_ROW

    def cell(self, row: int, column: int) -> CellLook:
        """Return the look of a cell; row 0 is the head."""
        return (self.look(row - 1) if row else self.head).cell(column)

    def some(self, columns: Sequence[int]) -> "Table":
        """Return the table with some of its columns; cells that do not all stand in it part."""
        return replace(
            self,
            columns=tuple(self.columns[n] for n in columns),
            rows=tuple(tuple(row[n] for n in columns) for row in self.rows),
            align=tuple(self.align[n] for n in columns) if self.align else (),
            widths=tuple(self.widths[n] for n in columns) if self.widths else (),
            head=self.head.some(columns),
            looks=tuple(look.some(columns) for look in self.looks),
        )
