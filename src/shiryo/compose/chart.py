"""Charts: numbers from the outline, or from CSV in a file or in the outline."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from math import isfinite, isnan, nan

from shiryo import document, limits
from shiryo.compose.drawable import drawable, figures
from shiryo.compose.material import Composer
from shiryo.diagnostics import Path
from shiryo.messages import wording
from shiryo.outline import model


def chart(
    composer: Composer, body: model.ChartBody, path: Path
) -> document.Chart | document.Table | None:
    """Compose a chart; None where its numbers cannot be had (which is reported).

    What cannot be drawn well is drawn in another way, or becomes a table, which is reported too.
    """
    table = _from_data(composer, body, path) if body.data else _written(composer, body, path)
    unit = composer.string(body.unit, (*path, "unit"))
    if table is None or not _is_drawn(composer, body, table, unit, path):
        return None
    categories, series = table
    caption = composer.text(body.caption, (*path, "caption"))
    alt = composer.string(body.alt, (*path, "alt")) or composer.words.render(
        "chart-alt",
        caption=body.caption,
        unit=unit,
        series=[
            (s.name, list(zip(categories, map(figures, s.values), strict=True))) for s in series
        ],
    )
    origin = (*path, "data" if body.data else "categories")
    target = None
    if body.target:
        label = composer.string(body.target.label, (*path, "target", "label"))
        target = (body.target.value, label)
    made = document.Chart(
        body.kind,
        categories,
        series,
        alt.strip(),
        unit,
        caption,
        _strings(composer, body.highlight, (*path, "highlight")),
        origin,
        body.stack,
        composer.string(body.axis, (*path, "axis")),
        target,
        body.format,
        body.scale,
    )
    shown, reason = drawable(made)
    if reason:
        what = wording(
            f"causes.chart.{'table' if isinstance(shown, document.Table) else shown.kind}"
        )
        composer.report("compose.chart-changed", path, what=what, reason=reason)
    return shown


_QUOTED = 40
"""Characters of a cell that a message quotes."""
_Table = tuple[tuple[str, ...], tuple[document.Series, ...]]


def _is_drawn(
    composer: Composer, body: model.ChartBody, table: _Table, unit: str, path: Path
) -> bool:
    """Tell whether a chart of its kind can be drawn of ``table``; report why not."""
    categories, series = table
    names = (unit, *categories, *(s.name for s in series))
    reason = ""
    if not categories or not series:
        reason = wording("causes.chart.empty")
    elif any(len(name) > limits.NAME_CHARACTERS for name in names):
        reason = wording("causes.chart.long-name", most=limits.NAME_CHARACTERS)
    elif len(categories) > limits.CATEGORIES or len(series) > limits.COLUMNS:
        reason = wording(
            "causes.chart.many", categories=f"{limits.CATEGORIES:,}", series=limits.COLUMNS
        )
    elif len(categories) * len(series) > limits.CHART_NUMBERS:
        reason = wording("causes.chart.numbers", most=f"{limits.CHART_NUMBERS:,}")
    elif not composer.plots(path, len(categories) * len(series)):
        reason = wording("causes.chart.all-numbers", most=f"{limits.CHARTS_NUMBERS:,}")
    elif body.target and (found := _out_of_range(body.target.value)):
        reason = found
    if reason:
        composer.report("compose.no-chart", path, reason=reason)
    return not reason


def _written(composer: Composer, body: model.ChartBody, path: Path) -> _Table | None:
    made, is_sound = list[document.Series](), True
    for n, series in enumerate(body.series):
        for k, value in enumerate(series.values):
            if reason := _out_of_range(value):
                where = (*path, "series", n, "values", k)
                composer.report("compose.no-chart", where, reason=reason)
                is_sound = False
        values = tuple(value if value is None else value + 0.0 for value in series.values)
        name = composer.string(series.name, (*path, "series", n, "name"))
        made.append(document.Series(name, values, (*path, "series", n)))
    categories = _strings(composer, body.categories, (*path, "categories"))
    return (categories, tuple(made)) if is_sound else None


def _strings(composer: Composer, texts: tuple[str, ...], path: Path) -> tuple[str, ...]:
    return tuple(composer.string(text, (*path, n)) for n, text in enumerate(texts))


def _out_of_range(value: float | None) -> str:
    """Return why ``value`` cannot be drawn; nothing where it can."""
    if value is None or value == 0:
        return ""
    if not isfinite(value) or abs(value) > limits.CHART_LARGEST:
        return wording("causes.chart.large", most=f"{limits.CHART_LARGEST:,.0f}")
    if abs(value) < limits.CHART_SMALLEST:
        return wording("causes.chart.small", least=f"{limits.CHART_SMALLEST:.10f}")
    return ""


def _from_data(composer: Composer, body: model.ChartBody, path: Path) -> _Table | None:
    where = (*path, "data")
    file = body.data if body.has_file else wording("causes.chart.here")
    try:
        if body.has_file:
            data = composer.material.assets.get(file)
            if data is None:
                composer.report("compose.no-chart-data", where, file=file)
                return None
            rows = list(_rows(_decode(data)))
        else:  # in cells, so that a comma in a variable parts nothing
            filled = _rows(body.data)
            rows = [(n, [composer.string(cell, where) for cell in row]) for n, row in filled]
        categories, series = _parse(rows)
        return categories, tuple(replace(each, origin=where) for each in series)
    except _BadRow as error:
        composer.report(
            "compose.bad-chart-data", where, file=file, row=error.row, reason=error.reason
        )
        return None


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that say something, and the lines where they begin."""
    if "\0" in text:
        raise _BadRow(1, wording("causes.chart.no-text"))
    reader = csv.reader(io.StringIO(text, newline=None), strict=True)
    line = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        long = "limit" in str(error)
        reason = wording("causes.chart.long-cell" if long else "causes.chart.open-quote")
        raise _BadRow(line, reason) from None


class _BadRow(Exception):
    def __init__(self, row: int, reason: str) -> None:
        super().__init__(reason)
        self.row, self.reason = row, reason


def _parse(rows: list[tuple[int, list[str]]]) -> _Table:
    if len(rows) < 2 or len(rows[0][1]) < 2:
        raise _BadRow(1, wording("causes.chart.no-rows"))
    names = [name.strip() for name in rows[0][1][1:]]
    columns: list[list[float | None]] = [[] for _ in names]
    for n, row in rows[1:]:
        if len(row) != len(names) + 1:
            raise _BadRow(n, wording("causes.chart.ragged", count=len(row), names=len(names) + 1))
        for column, cell in zip(columns, row[1:], strict=True):
            column.append(_value(cell, n))
    categories = tuple(row[0].strip() for _, row in rows[1:])
    series = (document.Series(n, tuple(c)) for n, c in zip(names, columns, strict=True))
    return categories, tuple(series)


def _value(cell: str, row: int) -> float | None:
    text = cell.strip().replace(",", "")
    if not text:
        return None
    try:
        value = float(text) + 0.0
    except ValueError:
        value = nan
    if isnan(value):
        raise _BadRow(row, wording("causes.chart.no-number", text=cell[:_QUOTED]))
    if reason := _out_of_range(value):
        raise _BadRow(row, reason)
    return value


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp932", errors="replace")
