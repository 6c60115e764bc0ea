"""Rows of a table in a handout: groups as rows of their own, emphasis as bold type."""

from dataclasses import replace

from shiryo import document, inline
from shiryo.document import CellLook, RowLook


def expanded(block: document.Table) -> document.Table:
    """Return a table whose groups are rows, and whose strong cells say so in their runs."""
    if not block.looks:
        return block
    rows, looks, columns = list[tuple[inline.Text, ...]](), list[RowLook](), len(block.columns)
    for row, look in zip(block.rows, block.looks, strict=True):
        if look.group:
            rows.append((_strong(look.group), *((),) * (columns - 1)))
            covering = CellLook(strong=True, wide=columns)
            looks.append(RowLook(cells=(covering, *(CellLook(wide=0),) * (columns - 1))))
        rows.append(
            tuple(
                _strong(cell) if look.total or look.cell(n).strong else cell
                for n, cell in enumerate(row)
            )
        )
        looks.append(replace(look, group=()))
    return replace(block, rows=tuple(rows), looks=tuple(looks))


def leads(block: document.Table, row: int) -> bool:
    """Tell whether a row must not end a column: a group's, or one whose cells go on below."""
    return any(
        look.wide == len(block.columns) > 1 or look.high > 1 for look in block.look(row).cells
    )


def _strong(text: inline.Text) -> inline.Text:
    return tuple(replace(run, strong=True) for run in text)
