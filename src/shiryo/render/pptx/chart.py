"""Charts: native ones with the workbook that PowerPoint edits (ECMA-376-1 § 21.2)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import IO, Any

from pptx.chart.chart import Chart as Native
from pptx.chart.data import CategoryChartData
from pptx.chart.point import Point
from pptx.chart.series import _BaseCategorySeries as NativeSeries
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.dml.chtfmt import ChartFormat
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.shapes.shapetree import SlideShapes
from xlsxwriter import Workbook

from shiryo.messages import wording
from shiryo.pages import Chart, ChartSeries
from shiryo.render.pptx.labels import bare, labels, main_colour, number_format, text_style
from shiryo.render.pptx.oxml import Element, clean
from shiryo.render.pptx.plot import layout, legend_layout
from shiryo.render.pptx.shapes import describe, place
from shiryo.render.pptx.text import Look

_KINDS = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "pie": XL_CHART_TYPE.PIE,
}
_GAP = 67
"""Between bars, in percent of a bar."""
_MOMENT = datetime(1980, 1, 1)
"""When every workbook was made: the same bytes for the same numbers."""


class _Writer(CategoryWorkbookWriter):  # type: ignore[misc]
    """python-pptx's sheet in a workbook that takes text as text and has a fixed date."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: IO[bytes]) -> Iterator[tuple[Any, Any]]:
        plain = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
        with Workbook(xlsx_file, plain) as book:
            book.set_properties({"created": _MOMENT})
            yield book, book.add_worksheet("Sheet1")


class _Data(CategoryChartData):  # type: ignore[misc]
    @property
    def _workbook_writer(self) -> CategoryWorkbookWriter:
        return _Writer(self)


def add_chart(shapes: SlideShapes, number: int, item: Chart, look: Look) -> None:
    """Add a chart."""
    data = _Data()
    data.categories = [clean(category) for category in item.categories]
    for series in item.series:
        data.add_series(clean(series.name), series.values)
    frame = shapes.add_chart(_KINDS[item.kind], *place(item.frame), data)
    describe(
        frame,
        number,
        item.name or wording("objects.chart-n", n=number),
        item.alt,
        decorative=not item.alt,
    )
    _Dress(item, look, frame.chart).all()


class _Dress:
    """Gives a chart of python-pptx our look."""

    def __init__(self, item: Chart, look: Look, chart: Native) -> None:
        self._item, self._look, self._chart = item, look, chart
        self._values = [v for series in item.series for v in series.values if v is not None]
        self._format = number_format(self._values, item.unit)

    def all(self) -> None:
        """Dress the whole chart."""
        item, chart = self._item, self._chart
        space = chart._chartSpace
        chart.has_title = False
        self._legend()
        _put(space, bare(), before="c:txPr")
        _put(space, self._text(), before="c:txPr")
        plot_area = space.chart.plotArea
        _put(plot_area, layout(item))
        plot_area.append(bare())
        for code in space.iter("{*}formatCode"):
            code.text = self._format
        for axis in space.iter("{*}axId", "{*}crossAx"):
            axis.set("val", axis.get("val").lstrip("-"))  # python-pptx has them below 0
        self._plot()
        for series, native in zip(item.series, chart.plots[0].series, strict=False):
            self._series(series, native)
        if item.kind != "pie":
            self._axes()

    def _text(self) -> Element:
        return text_style(self._item, self._look, self._item.label_colour)

    def _plot(self) -> None:
        item, plot = self._item, self._chart.plots[0]
        plot.vary_by_categories = item.kind == "pie"
        if item.kind in ("bar", "column"):
            plot.gap_width = min(_GAP * len(item.series), 500)
            plot.overlap = -10 if len(item.series) > 1 else 0

    def _series(self, series: ChartSeries, native: NativeSeries) -> None:
        kind = self._item.kind
        colour = main_colour(series, self._item.label_colour)
        self._paint(native.format, colour)
        if kind == "line":
            native.smooth = False
            native.marker.style, native.marker.size = XL_MARKER_STYLE.CIRCLE, 7
            self._look.palette.paint(native.marker.format.fill, colour)
            native.marker.format.line.fill.background()
        else:
            self._points(series, native)
        native._element._insert_dLbls(labels(self._item, series, self._look))

    def _points(self, series: ChartSeries, native: NativeSeries) -> None:
        """Paint the points whose colour is their own."""
        colours = series.colours[: len(series.values)]
        if len(set(colours)) < 2 and self._item.kind != "pie":
            return
        for n, colour in enumerate(colours):
            point: Point = native.points[n]
            self._paint(point.format, colour)

    def _paint(self, target: ChartFormat, colour: str) -> None:
        """Paint a series or point: a line for lines, a fill for the rest."""
        palette = self._look.palette
        if self._item.kind == "line":
            palette.outline(target.line, colour, 2.25)
            target.line._ln.set("cap", "rnd")
            return
        palette.paint(target.fill, colour)
        parting = self._item.ground_colour if self._item.kind == "pie" else None
        palette.outline(target.line, parting or None, 1)

    def _legend(self) -> None:
        """Show a legend where bars of several series would be nameless without."""
        item, chart = self._item, self._chart
        chart.has_legend = item.kind in ("bar", "column") and len(item.series) > 1
        if chart.has_legend:
            legend = chart.legend
            legend.position, legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
            _put(legend._element, legend_layout(item), before="c:overlay")
            _put(legend._element, self._text())

    def _axes(self) -> None:
        category, value = self._chart.category_axis, self._chart.value_axis
        category.reverse_order = self._item.kind == "bar"
        category.tick_label_position = XL_TICK_LABEL_POSITION.LOW
        self._look.palette.outline(category.format.line, self._item.axis_colour, 1)
        _put(category._element, self._text(), before="c:crossAx")
        value.visible = value.has_major_gridlines = False
        value.tick_labels.number_format = self._format
        value.tick_labels.number_format_is_linked = False
        if min(self._values, default=0) >= 0:
            value.minimum_scale = 0  # so that lengths compare
        for axis in (category, value):
            axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE


def _put(parent: Element, child: Element, before: str = "") -> None:
    """Put a child in place of the one of its name, or else where its kind stands."""
    there = parent.find(child.tag)
    if there is not None:
        parent.replace(there, child)
    elif before:
        parent.insert_element_before(child, before, "c:externalData")
    elif child.tag.endswith("layout"):
        parent.insert(0, child)
    else:
        parent.append(child)
