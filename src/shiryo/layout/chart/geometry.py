"""Where the bars, points and slices of a planned chart are."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shiryo.layout.chart.axis import Axis
from shiryo.pages import Chart
from shiryo.units import Point, Points, Rect

_MOST_GAP = 500
"""Between groups of bars, in percent of a bar (ECMA-376-1 § 21.2.2.75)."""
APART = 10
"""Between the bars of a group, in percent of a bar."""


class Bar(NamedTuple):
    """One bar, or a part of one."""

    series: int
    point: int
    value: float
    frame: Rect


def gap(band: Points, group: int, share: float, most: Points) -> int:
    """Return the gap between groups, in percent of a bar, for them to take a share of their band.

    No bar is thicker than ``most``, as far as the gap may get.
    """
    bars = group + (group - 1) * APART / 100
    thick = max(min(band * share / bars, most), 0.01)
    return min(max(round((band / thick - bars) * 100), 0), _MOST_GAP)


def thickness(chart: Chart) -> Points:
    """Return how thick a bar is."""
    length = chart.plot.height if chart.kind == "bar" else chart.plot.width
    group = 1 if chart.stack != "none" else len(chart.series)
    bars = group + (group - 1) * chart.apart / 100 + chart.gap / 100
    return length / len(chart.categories) / bars


def bars(chart: Chart) -> Iterator[Bar]:
    """Yield the bars of a chart of bars or columns."""
    thick, stacked = thickness(chart), chart.stack != "none"
    level = chart.kind == "bar"
    band = (chart.plot.height if level else chart.plot.width) / len(chart.categories)
    pitch = 0.0 if stacked else thick * (1 + chart.apart / 100)
    for n, series in enumerate(chart.series):
        for c, value in enumerate(series.values):
            if value is None:
                continue
            start = below(chart, n, c) if stacked else 0.0
            at = c * band + thick * chart.gap / 200 + n * pitch
            yield Bar(n, c, value, _bar(chart, at, thick, start, start + value))


def below(chart: Chart, series: int, point: int) -> float:
    """Return what a part of a stacked bar stands on: the parts before it of the same sign."""
    own = chart.series[series].values[point] or 0.0
    before = (s.values[point] or 0.0 for s in chart.series[:series])
    return sum(value for value in before if (value < 0) == (own < 0))


def _bar(chart: Chart, at: Points, thick: Points, start: float, end: float) -> Rect:
    axis, plot = Axis(chart.low, chart.high), chart.plot
    if chart.kind == "bar":
        x, other = sorted((axis.x(start, plot), axis.x(end, plot)))
        return Rect(x, plot.y + at, other - x, thick)
    y, other = sorted((axis.y(start, plot), axis.y(end, plot)))
    return Rect(plot.x + at, y, thick, other - y)


def points(chart: Chart, series: int) -> list[Point | None]:
    """Return the points of a line; None where a number is missing."""
    axis, plot = Axis(chart.low, chart.high), chart.plot
    band = plot.width / len(chart.categories)
    return [
        None if value is None else (plot.x + (c + 0.5) * band, axis.y(value, plot))
        for c, value in enumerate(chart.series[series].values)
    ]


def area(chart: Chart, series: int) -> list[Point]:
    """Return the outline of an area that stands on those before it."""
    axis, plot, count = Axis(chart.low, chart.high), chart.plot, len(chart.categories)
    step = plot.width / max(count - 1, 1)
    upper, lower = list[Point](), list[Point]()
    for c in range(count):
        floor = sum(s.values[c] or 0 for s in chart.series[:series])
        x = plot.x + c * step
        upper.append((x, axis.y(floor + (chart.series[series].values[c] or 0), plot)))
        lower.append((x, axis.y(floor, plot)))
    return [*upper, *reversed(lower)]


def shares(values: Sequence[float | None]) -> list[float]:
    """Return how much of a circle each slice has."""
    sizes = [max(value or 0, 0) for value in values]
    return [size / (sum(sizes) or 1) for size in sizes]


def runs(found: Sequence[Point | None]) -> Iterator[list[Point]]:
    """Yield the stretches of a line between its gaps."""
    run = list[Point]()
    for point in [*found, None]:
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []
