"""Planned charts as shapes and text boxes."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import hypot

from shiryo import document, origins, pages
from shiryo.inline import Run, Text
from shiryo.layout.chart import geometry, pie
from shiryo.layout.chart.axis import Axis
from shiryo.layout.chart.header import LOWERED, entries
from shiryo.layout.chart.plot import KEY, RAISED
from shiryo.layout.chart.words import Words
from shiryo.origins import Origin
from shiryo.pages import Item, Polygon, Shade, Shape
from shiryo.pages.chart import FINE
from shiryo.units import Point, Points, Rect

_SAMPLE = 1.1
"""How long the sample of a line is that stands before its name, in em."""


def drawn(chart: pages.Chart, block: document.Chart, words: Words) -> pages.Chart:
    """Return a planned chart with its drawing."""
    return replace(chart, drawing=tuple(_Drawing(chart, block, words).items()))


class _Drawing:
    def __init__(self, chart: pages.Chart, block: document.Chart, words: Words) -> None:
        self._chart, self._block, self._words = chart, block, words
        self._axis = Axis(chart.low, chart.high, chart.step)
        self._label = words.label(chart.label_size)

    def items(self) -> Iterator[Item]:
        """Yield everything, what lies behind first."""
        chart = self._chart
        yield from self._header()
        if chart.kind != "pie":
            yield from self._grid()
        yield from {
            "bar": self._bars,
            "column": self._bars,
            "line": self._lines,
            "area": self._areas,
            "pie": self._slices,
        }[chart.kind]()
        if chart.kind != "pie":
            yield self._floor()
        labels = defaultdict[int, list[tuple[int, pages.ChartLabel]]](list)
        for n, series in enumerate(chart.series):
            for label in series.labels:
                labels[label.point].append((n, label))
        for point in range(len(chart.categories)):
            if chart.kind != "pie" and point % chart.every == 0:
                yield self._name(point)
            for n, label in labels[point]:
                yield from self._said(n, label)
        for label in chart.totals.labels if chart.totals else ():
            yield from self._text(label, label.frame, self._block.origin)
        yield from self._goal()

    def _header(self) -> Iterator[Item]:
        chart = self._chart
        if chart.note_frame:
            at = _lowered(chart.note_frame, chart.label_size)
            yield self._words.box(self._note, at, self._label)
        if chart.legend:
            names = [series.name for series in chart.series]
            legend = _lowered(chart.legend, chart.label_size)
            placed = entries(self._words, names, legend, chart.label_size)
            for n, (mark, text) in enumerate(placed):
                yield _filled(mark, chart.series[n].plain)
                origin = _within(self._block.series[n].origin, "name")
                yield self._words.box(Run(names[n], origin=origin), text, self._label)

    @property
    def _note(self) -> Text:
        """What is said of the numbers, each part with where it is written."""
        axis, unit = self._block.axis, self._chart.note[len(self._block.axis) :]
        runs = Run(axis, origin=self._beside("axis")), Run(unit, origin=origins.label("unit"))
        return tuple(run for run in runs if run.text)

    def _beside(self, *key: str) -> Origin | None:
        """Return where a key of the chart is written."""
        return (*self._block.origin[:-1], *key) if self._block.origin else None

    def _grid(self) -> Iterator[Item]:
        chart, plot = self._chart, self._chart.plot
        width = chart.axis_width / 2
        for value, text in chart.ticks:
            if chart.kind == "bar":
                x = self._axis.x(value, plot)
                yield Shape(Rect(x - width / 2, plot.y, width, plot.height), fill=chart.grid_colour)
                half = self._words.width(text, self._label) / 2
                at = Rect(x - half, plot.bottom + chart.names / 2, 2 * half, self._line)
                yield self._words.box(
                    Run(text, origin=self._block.origin), at, self._label, align="center"
                )
            else:
                y = self._axis.y(value, plot)
                yield Shape(Rect(plot.x, y - width / 2, plot.width, width), fill=chart.grid_colour)
                left = chart.frame.x
                at = Rect(left, y - self._line / 2, plot.x - chart.names / 2 - left, self._line)
                yield self._words.box(
                    Run(text, origin=self._block.origin), at, self._label, align="right"
                )

    @property
    def _line(self) -> Points:
        return self._words.height(self._label)

    def _bars(self) -> Iterator[Item]:
        chart, stacked = self._chart, self._chart.stack != "none"
        for bar in geometry.bars(chart):
            shade = chart.series[bar.series].shades[bar.point]
            yield _filled(bar.frame, shade, chart.ground_colour if stacked else None)

    def _lines(self) -> Iterator[Item]:
        chart = self._chart
        for n, series in enumerate(chart.series):
            found = geometry.points(chart, n)
            for run in geometry.runs(found):
                yield from self._stroke(series, run)
            for at in (point for point in found if point):
                yield self._dot(series, at)

    def _stroke(self, series: pages.ChartSeries, run: list[Point]) -> Iterator[Item]:
        """Yield a line through points, whole or broken."""
        colour, width = series.shades[0].rgb, self._chart.width(series)
        if not series.dashed:
            yield from [Polygon(tuple(run), False, None, colour, width)] if len(run) > 1 else ()
            return
        for start, end in pairwise(run):
            for dash in _dashes(start, end, width, stroke=3, gap=1):
                yield Polygon(dash, False, None, colour, width)

    def _dot(self, series: pages.ChartSeries, at: Point) -> Item:
        side = self._chart.dot
        dot = Rect(at[0] - side / 2, at[1] - side / 2, side, side)
        return Shape(dot, "ellipse", series.shades[0].rgb)

    def _areas(self) -> Iterator[Item]:
        chart = self._chart
        for n, series in enumerate(chart.series):
            points, shade = tuple(geometry.area(chart, n)), series.shades[0]
            edge = shade.edge.rgb if shade.edge else chart.ground_colour
            yield Polygon(points, True, shade.rgb, edge, FINE)

    def _slices(self) -> Iterator[Item]:
        chart, series = self._chart, self._chart.series[0]
        start = 0.0
        for share, shade in zip(geometry.shares(series.values), series.shades, strict=True):
            end = start + share
            if share:
                parted = chart.ground_colour if share < 1 else None
                points, width = pie.slice_(chart.plot, start, end), chart.axis_width
                if shade.edge:
                    parted, width = shade.edge.rgb, FINE
                yield Polygon(points, True, shade.rgb, parted, width if parted else 0)
            start = end

    def _floor(self) -> Item:
        chart, plot, width = self._chart, self._chart.plot, self._chart.axis_width
        if chart.kind == "bar":
            x = self._axis.x(0, plot)
            return Shape(Rect(x - width / 2, plot.y, width, plot.height), fill=chart.axis_colour)
        y = self._axis.y(0, plot)
        return Shape(Rect(plot.x, y - width / 2, plot.width, width), fill=chart.axis_colour)

    def _name(self, n: int) -> Item:
        chart, plot = self._chart, self._chart.plot
        name = Run(chart.categories[n], origin=_within(self._block.origin, n))
        if chart.kind == "bar":
            band = plot.height / len(chart.categories)
            width = plot.x - chart.names - chart.frame.x
            at = Rect(chart.frame.x, plot.y + n * band, width, band)
            return self._words.box(name, at, self._label, align="right")
        middle, room = self._band(n)
        y = plot.bottom + chart.names
        at = Rect(middle - room / 2, y, room, chart.frame.bottom - y)
        return self._words.box(name, at, self._label, align="center", anchor="top")

    def _band(self, n: int) -> tuple[Points, Points]:
        """Return the middle of the nth band under a plot, and how wide a name may be there."""
        chart, plot, count = self._chart, self._chart.plot, len(self._chart.categories)
        if chart.kind == "area":
            step = plot.width / max(count - 1, 1)
            return plot.x + n * step, step * chart.every * 0.98
        band = plot.width / count
        return plot.x + (n + 0.5) * band, band * chart.every * 0.98

    def _said(self, series: int, label: pages.ChartLabel) -> Iterator[Item]:
        chart = self._chart
        if chart.kind == "pie" and label.shift != (0, 0):
            yield self._leader(label)
        origin, frame = (
            _within(self._block.series[series].origin, "values", label.point),
            label.frame,
        )
        if label.keyed:
            yield from self._key(chart.series[series], frame, label.size)
            room = KEY * label.size
            frame = Rect(frame.x + room, frame.y, frame.width - room, frame.height)
        yield from self._text(label, frame, origin)

    def _text(self, label: pages.ChartLabel, at: Rect, origin: Origin | None) -> Iterator[Item]:
        """Yield the words of a label."""
        aligned: dict[str, pages.Align] = {"right": "left", "left": "right"}
        align = aligned.get(label.place, "center")
        said, style = Run(label.text, origin=origin), self._words.value(label.size)
        yield self._words.box(said, at, style, label.colour.rgb, align)

    def _key(self, series: pages.ChartSeries, at: Rect, size: Points) -> Iterator[Item]:
        """Yield a sample of a line, before its name."""
        y, end = at.y + at.height / 2 + RAISED * size, at.x + _SAMPLE * size
        yield from self._stroke(series, [(at.x, y), (end, y)])
        yield self._dot(series, ((at.x + end) / 2, y))

    def _leader(self, label: pages.ChartLabel) -> Item:
        """Return the line from a slice to its label that stands elsewhere."""
        chart = self._chart
        shares = geometry.shares(chart.series[0].values)
        x, y = pie.rim(chart.plot, sum(shares[: label.point]) + shares[label.point] / 2)
        frame = label.frame
        end = min(max(x, frame.x), frame.right), frame.y + frame.height / 2
        return Polygon(((x, y), end), False, None, chart.axis_colour, FINE)

    def _goal(self) -> Iterator[Item]:
        goal, chart = self._chart.target, self._chart
        if goal is None:
            return
        for start, end in ((goal.start, goal.end), goal.sample):
            for dash in _dashes(start, end, chart.axis_width):
                yield Polygon(dash, False, None, chart.axis_colour, chart.axis_width)
        said = Run(goal.text, origin=self._beside("target"))
        yield self._words.box(said, goal.label, self._label, align="right")


def _filled(at: Rect, shade: Shade, parted: str | None = None) -> Item:
    """Return a bar: with an edge if it is pale, else with what parts it from the next, if any."""
    edge = shade.edge.rgb if shade.edge else parted
    return Shape(at, fill=shade.rgb, stroke=edge, stroke_width=FINE if edge else 0)


def _dashes(
    start: Point, end: Point, width: Points, stroke: float = 4, gap: float = 3
) -> Iterator[tuple[Point, Point]]:
    """Yield the strokes of a broken line; by default as office programs draw a dashed one."""
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    at, stroke = 0.0, stroke * width
    while at < length:
        shares = at / length, min(at + stroke, length) / length
        first, last = (
            (start[0] + (end[0] - start[0]) * s, start[1] + (end[1] - start[1]) * s) for s in shares
        )
        yield first, last
        at += stroke + gap * width


def _lowered(at: Rect, size: Points) -> Rect:
    """Return where words over a plot stand in their room."""
    return replace(at, y=at.y + LOWERED * size)


def _within(origin: Origin | None, *below: str | int) -> Origin | None:
    """Return where a part of a chart is written; numbers of a file have no path of their own."""
    return origin if not origin or origin[-1] == "data" else (*origin, *below)
