"""Charts: numbers from the outline or from a CSV file."""

import csv
import io

from shiryo import document
from shiryo.compose.material import Composer, Path
from shiryo.outline import model


def chart(composer: Composer, body: model.ChartBody, path: Path) -> document.Chart | None:
    """Compose a chart; None where its numbers cannot be had (which is reported)."""
    table = _written(body) if not body.data else _from_file(composer, body.data, path)
    if table is None:
        return None
    categories, series = table
    caption = composer.text(body.caption, (*path, "caption"))
    alt = composer.string(body.alt, (*path, "alt")) or composer.rendered(
        "chart-alt",
        caption=body.caption,
        unit=body.unit,
        series=[
            (s.name, [(c, number(v)) for c, v in zip(categories, s.values, strict=True)])
            for s in series
        ],
    )
    return document.Chart(
        body.kind, categories, series, alt.strip(), body.unit, caption, body.highlight
    )


def number(value: float | None) -> str:
    """Write a number with grouped thousands and no needless decimals."""
    if value is None:
        return "－"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


_Table = tuple[tuple[str, ...], tuple[document.Series, ...]]


def _written(body: model.ChartBody) -> _Table:
    return body.categories, tuple(document.Series(s.name, s.values) for s in body.series)


def _from_file(composer: Composer, file: str, path: Path) -> _Table | None:
    data = composer.material.assets.get(file)
    where = (*path, "data")
    if data is None:
        composer.report("compose.no-chart-data", where, file=file)
        return None
    rows = [row for row in csv.reader(io.StringIO(_decode(data))) if any(c.strip() for c in row)]
    try:
        return _parse(rows)
    except _BadRow as error:
        composer.report(
            "compose.bad-chart-data", where, file=file, row=error.row, reason=error.reason
        )
        return None


class _BadRow(Exception):
    def __init__(self, row: int, reason: str) -> None:
        super().__init__(reason)
        self.row, self.reason = row, reason


def _parse(rows: list[list[str]]) -> _Table:
    if len(rows) < 2 or len(rows[0]) < 2:
        raise _BadRow(1, "列名の行と、項目名と数値の行が要ります")
    names = [name.strip() for name in rows[0][1:]]
    columns: list[list[float | None]] = [[] for _ in names]
    for n, row in enumerate(rows[1:], 2):
        if len(row) != len(names) + 1:
            raise _BadRow(n, f"列が {len(row)} 個です（列名は {len(names) + 1} 個）")
        for column, cell in zip(columns, row[1:], strict=True):
            column.append(_value(cell, n))
    categories = tuple(row[0].strip() for row in rows[1:])
    series = (document.Series(n, tuple(c)) for n, c in zip(names, columns, strict=True))
    return categories, tuple(series)


def _value(cell: str, row: int) -> float | None:
    text = cell.strip().replace(",", "")
    if not text:
        return None
    try:
        return float(text)
    except ValueError:
        raise _BadRow(row, f"「{cell}」は数値ではありません") from None


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp932", errors="replace")
