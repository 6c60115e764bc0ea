"""The sums of stacked bars, over or behind each: what a reader adds up otherwise."""

from collections.abc import Sequence
from dataclasses import replace

from shiryo import document, pages
from shiryo.layout.chart import geometry
from shiryo.messages import wording

Totals = tuple[float | None, ...]


def totals(block: document.Chart, values: Sequence[Sequence[float | None]]) -> Totals:
    """Return the sum of each category; nothing where sums would say nothing, or mislead.

    A chart that has the same number for all, or numbers below nothing, has none.
    """
    if block.stack != "sum" or block.kind not in ("bar", "column") or len(values) < 2:
        return ()
    if any(value < 0 for series in values for value in series if value is not None):
        return ()
    columns = [[v for v in column if v is not None] for column in zip(*values, strict=True)]
    found = tuple(sum(column) if column else None for column in columns)
    several = any(sum(1 for v in column if v) > 1 for column in columns)
    return found if several else ()


def ends(made: pages.Chart, sums: Totals) -> list[geometry.Bar]:
    """Return the bars that reach as far as the sums."""
    whole = pages.ChartSeries(wording("objects.total"), sums, made.series[0].shades)
    return [*geometry.bars(replace(made, series=(whole,)))]
