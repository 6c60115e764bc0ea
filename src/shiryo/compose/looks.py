"""What is special about rows and cells of a table: groups, totals, emphasis, merged cells."""

from collections.abc import Callable

from shiryo import inline
from shiryo.document import CellLook, RowLook
from shiryo.outline import model


def looks(
    body: model.TableBody, text: Callable[..., inline.Text]
) -> tuple[RowLook, tuple[RowLook, ...]]:
    """Return the looks of the head and of the rows of a table; none where all are plain."""
    if not (body.merge or body.highlight or body.total or any(row.group for row in body.rows)):
        return RowLook(), ()
    last, rows = len(body.rows), range(len(body.rows) + 1)
    cells = _cells(body)
    made = [
        RowLook(
            text(body.rows[n - 1].group, "rows", n - 1, "group") if n else (),
            body.total and n == last and n > 0,
            cells[n] if any(look != CellLook() for look in cells[n]) else (),
        )
        for n in rows
    ]
    return made[0], tuple(made[1:])


def _cells(body: model.TableBody) -> list[tuple[CellLook, ...]]:
    """Return the looks of all cells, the heads first."""
    columns = range(len(body.columns))
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for merge in body.merge:
        spans |= dict.fromkeys(body.covered(merge), (0, 1))
        spans[merge.row, merge.column - 1] = merge.colspan, merge.rowspan
    strong = _strong(body)
    return [
        tuple(CellLook((n, c) in strong, *spans.get((n, c), (1, 1))) for c in columns)
        for n in range(len(body.rows) + 1)
    ]


def _strong(body: model.TableBody) -> set[tuple[int, int]]:
    """Return the cells that are to stand out."""
    found = set[tuple[int, int]]()
    for place in body.highlight:
        if place.row is None and place.column is None:
            continue
        rows = range(len(body.rows) + 1) if place.row is None else (place.row,)
        columns = range(len(body.columns)) if place.column is None else (place.column - 1,)
        found |= {(row, column) for row in rows for column in columns}
    return found
