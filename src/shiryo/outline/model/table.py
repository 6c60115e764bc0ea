"""What a table may say, and how."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from shiryo import limits
from shiryo.outline.model.node import Node, Sourced


def _as_row(value: Any) -> Any:
    return {"cells": value} if isinstance(value, list | tuple) else value


_Cell = Annotated[str, BeforeValidator(lambda v: v if isinstance(v, str) else str(v))]


class Row(Sourced):
    """A row of a table."""

    cells: tuple[_Cell, ...] = Field(description="セル")
    full: tuple[_Cell, ...] = Field(
        (), description="配付資料に載せるセル。空なら cells を載せる。スライドには cells だけが出る"
    )
    group: str = Field("", description="この行から始まるまとまりの見出し")


class CellPlace(Node):
    """A row, a column, or the cell where they meet."""

    row: int | None = Field(
        None, ge=0, le=limits.ROWS, description="行（1 から。0 は列見出し）。なければ列の全部"
    )
    column: int | None = Field(
        None, ge=1, le=limits.COLUMNS, description="列（1 から）。なければ行の全部"
    )


class Merge(Node):
    """A cell that takes several places; those that it covers are written empty."""

    row: int = Field(ge=0, le=limits.ROWS, description="始まる行（1 から。0 は列見出し）")
    column: int = Field(ge=1, le=limits.COLUMNS, description="始まる列（1 から）")
    rowspan: int = Field(1, ge=1, le=limits.ROWS, description="またがる行の数")
    colspan: int = Field(1, ge=1, le=limits.COLUMNS, description="またがる列の数")


class TableBody(Sourced):
    """A table."""

    columns: tuple[str, ...] = Field(min_length=1, description="列見出し")
    rows: tuple[Annotated[Row, BeforeValidator(_as_row)], ...] = Field(
        min_length=1, description="行。セルの並び、または {cells: […], from: […]}"
    )
    caption: str = Field("", description="表題")
    align: tuple[Literal["auto", "left", "center", "right"], ...] = Field(
        (), description="列ごとの揃え。auto は、数なら右、◎○△×なら中央、ほかは左"
    )
    widths: tuple[Annotated[float, Field(gt=0, le=1000)], ...] = Field(
        (), description="列ごとの幅の割合（例: [2, 1, 1]）"
    )
    merge: tuple[Merge, ...] = Field(
        (), description='つなぐセル。始まりのほかのセルは空（""）にしておく'
    )
    highlight: tuple[CellPlace, ...] = Field((), description="目立たせる行・列・セル")
    total: bool = Field(False, description="最後の行が合計なら true")
    notes: tuple[str, ...] = Field((), description="表の下に添える注（凡例など）")

    @model_validator(mode="after")
    def _rectangular(self) -> "TableBody":
        for n, row in enumerate(self.rows, 1):
            for cells in (row.cells, row.full or row.cells):
                if len(cells) != len(self.columns):
                    raise PydanticCustomError(
                        "ragged_row",
                        "row {row} has {cells} cells for {columns} columns",
                        {"row": n, "cells": len(cells), "columns": len(self.columns)},
                    )
        return self

    @model_validator(mode="after")
    def _laid_out(self) -> "TableBody":
        for given in (self.align, self.widths):
            if given and len(given) != len(self.columns):
                raise PydanticCustomError(
                    "ragged_columns",
                    "{given} values for {columns} columns",
                    {"given": len(given), "columns": len(self.columns)},
                )
        taken = set[tuple[int, int]]()
        for merge in self.merge:
            inside = merge.row + merge.rowspan - 1 <= len(self.rows)
            inside = inside and merge.column + merge.colspan - 1 <= len(self.columns)
            places = set(self.covered(merge)) if inside else set()
            spoken = any(self.said(*place) for place in places - {(merge.row, merge.column - 1)})
            if not places or taken & places or spoken:
                raise PydanticCustomError(
                    "bad_merge",
                    "row {row}, column {column}",
                    {"row": merge.row, "column": merge.column},
                )
            taken |= places
        return self

    def covered(self, merge: Merge) -> Iterator[tuple[int, int]]:
        """Yield the places of a merged cell: rows from 0, the heads, and columns from 0."""
        for row in range(merge.row, merge.row + merge.rowspan):
            for column in range(merge.column - 1, merge.column - 1 + merge.colspan):
                yield row, column

    def said(self, row: int, column: int) -> str:
        """Return what a cell says, in any output; row 0 holds the heads."""
        if row == 0:
            return self.columns[column]
        found = self.rows[row - 1]
        return found.cells[column] + (found.full[column] if found.full else "")
