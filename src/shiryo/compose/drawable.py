"""Charts that cannot be drawn well, in the form in which they can be read."""

from dataclasses import replace

from shiryo import document, inline
from shiryo.japanese.numerals import grouped
from shiryo.japanese.width import width
from shiryo.messages import wording

SLICES = 6
"""Of a pie, at most."""
SERIES = 6
"""That colours tell apart, at most."""
NAME = 24
"""Characters of a name under or at the end of a line, or beside a slice, at most."""


def drawable(chart: document.Chart) -> tuple[document.Chart | document.Table, str]:
    """Return a chart as it can be read, and why that is not as it was asked for; empty: it is."""
    values = [value for series in chart.series for value in series.values if value is not None]
    negative = min(values, default=0) < 0
    if len(chart.series) > SERIES:
        return tabled(chart), wording("causes.chart.many-series", most=SERIES)
    if chart.kind == "pie" and (negative or len(chart.series) > 1 or not any(values)):
        return replace(chart, kind="bar"), wording("causes.chart.parts")
    if chart.kind == "pie" and len(chart.categories) > SLICES:
        return replace(chart, kind="bar"), wording("causes.chart.slices", most=SLICES)
    names = (*chart.categories, *(series.name for series in chart.series))
    long = max((width(name) for name in names), default=0) > NAME
    if chart.kind == "pie" and long:
        return replace(chart, kind="bar"), wording("causes.chart.long", most=NAME)
    if chart.kind in ("line", "area") and long:
        return tabled(chart), wording("causes.chart.long", most=NAME)
    if chart.kind == "area" and negative:
        return replace(chart, kind="line", stack="none"), wording("causes.chart.negative")
    if chart.kind == "area" and len(chart.categories) < 2:
        return replace(chart, kind="column"), wording("causes.chart.one-point")
    if chart.kind in ("line", "pie") or len(chart.series) == 1:
        return replace(chart, stack=chart.stack if chart.kind == "area" else "none"), ""
    return chart, ""


def tabled(made: document.Chart) -> document.Table:
    """Return the numbers of a chart as a table, a row for each of its categories."""

    def text(said: str) -> inline.Text:
        return (inline.Run(said, origin=made.origin),)

    named = any(series.name for series in made.series)
    unit, names = made.unit if named else "", [s.name if named else made.unit for s in made.series]
    values = [[figures(v) + unit * (v is not None) for v in s.values] for s in made.series]
    rows = (
        tuple(map(text, (category, *(column[n] for column in values))))
        for n, category in enumerate(made.categories)
    )
    return document.Table(tuple(map(text, ("", *names))), tuple(rows), made.caption)


def figures(value: float | None) -> str:
    """Return a number in figures, or a sign for none."""
    return "－" if value is None else grouped(value)
