"""Charts: native ones with the workbook that PowerPoint edits (ECMA-376-1 § 21.2)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import IO, Any

from pptx.chart.chart import Chart as Native
from pptx.chart.data import CategoryChartData
from pptx.chart.series import _BaseCategorySeries as NativeSeries
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.shapes.shapetree import SlideShapes
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from shiryo.messages import wording
from shiryo.pages import Chart, ChartSeries, Shade
from shiryo.pages.chart import FINE
from shiryo.render.pptx.goal import add_goal
from shiryo.render.pptx.labels import bare, cells, labels, manual, solid, text_style, title
from shiryo.render.pptx.oxml import Element, clean, element, emu
from shiryo.render.pptx.shapes import describe, place
from shiryo.render.pptx.text import Look
from shiryo.units import Rect

_KINDS = {
    ("bar", "none"): XL_CHART_TYPE.BAR_CLUSTERED,
    ("bar", "sum"): XL_CHART_TYPE.BAR_STACKED,
    ("bar", "100%"): XL_CHART_TYPE.BAR_STACKED_100,
    ("column", "none"): XL_CHART_TYPE.COLUMN_CLUSTERED,
    ("column", "sum"): XL_CHART_TYPE.COLUMN_STACKED,
    ("column", "100%"): XL_CHART_TYPE.COLUMN_STACKED_100,
    ("area", "sum"): XL_CHART_TYPE.AREA_STACKED,
    ("area", "100%"): XL_CHART_TYPE.AREA_STACKED_100,
    ("line", "none"): XL_CHART_TYPE.LINE_MARKERS,
    ("pie", "none"): XL_CHART_TYPE.PIE,
}
_AXIS_TITLE = 0.18
"""The share of a chart's width that the title of an axis has at most on one line."""
AROUND = 6.0
"""Points around a chart that its frame has: words of an axis that end at it make plots smaller."""
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

    def _write_series(self, workbook: Workbook, worksheet: Any) -> None:
        data = self._chart_data
        form = workbook.add_format({"num_format": data.code})
        for n, series in enumerate(data, 1):
            worksheet.write(0, n, series.name)
            worksheet.write_column(1, n, series.values, form)
        form = workbook.add_format({"num_format": data.share_code})
        for n, shares in enumerate(data.shares, 1):
            worksheet.write(0, n + len(data), data[n - 1].name)
            for row, share in enumerate(shares, 1):
                if share is not None:
                    all_ = f"${_column(1)}{row + 1}:${_column(len(data))}{row + 1}"
                    said = f"=IFERROR({_column(n)}{row + 1}/SUMPRODUCT(ABS({all_})),0)"
                    worksheet.write_formula(row, n + len(data), said, form, share / 100)


class _Data(CategoryChartData):  # type: ignore[misc]
    code = "General"
    """How numbers are written; not python-pptx's own, which it does not escape."""
    share_code = "0%"
    shares: Sequence[Sequence[float | None]] = ()
    """Of each series, in percent, where its labels say them: beside the numbers, as formulas."""

    @property
    def _workbook_writer(self) -> CategoryWorkbookWriter:
        return _Writer(self)


def _column(n: int) -> str:
    return str(xl_col_to_name(n))


def add_chart(shapes: SlideShapes, number: int, item: Chart, look: Look) -> None:
    """Add a chart, in a frame as much larger as LibreOffice needs to leave the plot where it is."""
    item = replace(item, frame=item.frame.inset(-AROUND))
    data = _Data()
    data.code = clean(item.code)
    data.categories = [clean(category) for category in item.categories]
    for series in (*item.series, *([item.totals] if item.totals else [])):
        data.add_series(clean(series.name), series.counted or series.values)
    if item.stack == "100%":
        figures = item.code.partition('"')[0].removeprefix("#,##")
        data.code, data.share_code = "General", f"{figures}%"
        data.shares = [series.values for series in item.series]
    kind = _KINDS[item.kind, item.stack]
    frame = shapes.add_chart(kind, *place(item.frame), data)
    for code in frame.chart._chartSpace.iter("{*}formatCode"):
        code.text = clean(data.code)
    describe(
        frame,
        number,
        item.name or wording("objects.chart-n", n=number),
        item.alt,
        decorative=not item.alt,
    )
    _Dress(item, look, frame.chart).all()
    if item.target:
        add_goal(frame.chart, item, item.target, look)


class _Dress:
    """Gives a chart of python-pptx the look that was planned."""

    def __init__(self, item: Chart, look: Look, chart: Native) -> None:
        self._item, self._look, self._chart = item, look, chart

    def all(self) -> None:
        """Dress the whole chart."""
        item, chart = self._item, self._chart
        space = chart._chartSpace
        chart.has_title = False
        self._legend()
        _put(space, bare(), before="c:txPr")
        _put(space, self._text(), before="c:txPr")
        plot_area = space.chart.plotArea
        _put(plot_area, manual(item.plot, item.frame, sized=True, inner=True))
        plot_area.append(bare())
        for axis in space.iter("{*}axId", "{*}crossAx"):
            axis.set("val", axis.get("val").lstrip("-"))  # python-pptx has them below 0
        self._plot()
        for series, native in zip(item.series, chart.plots[0].series, strict=False):
            self._series(series, native)
        if item.totals:
            self._totals(item.totals, chart.plots[0].series[len(item.series)])
        if item.kind != "pie":
            self._axes()
        if self._is_titled:
            self._title(space.chart)

    def _text(self) -> Element:
        item = self._item
        return text_style(item, self._look, Shade(item.label_colour), item.label_size)

    def _names(self) -> Element:
        """Return how names are set; an angle of nearly nothing keeps each on one line."""
        made = self._text()
        if self._item.every > 1:
            made[0].set("rot", "1")
        return made

    def _plot(self) -> None:
        item, plot = self._item, self._chart.plots[0]
        plot.vary_by_categories = item.kind == "pie"
        if item.kind in ("bar", "column"):
            plot.gap_width = item.gap
            plot.overlap = 100 if item.stack != "none" else -item.apart

    def _series(self, series: ChartSeries, native: NativeSeries) -> None:
        kind = self._item.kind
        own = native._element
        own.get_or_add_spPr()
        _put(own, self._look_of(series.plain, series), before="c:invertIfNegative")
        if kind == "line":
            native.smooth = False
            native.marker.style = XL_MARKER_STYLE.CIRCLE
            native.marker.size = max(round(self._item.dot), 2)
            marker = native.marker._element.marker
            bare_line = element("a:ln", element("a:noFill"))
            _put(marker, element("c:spPr", solid(series.plain, self._look), bare_line))
        elif kind != "area":
            self._points(series, native)
        if kind in ("bar", "column"):
            own.get_or_add_invertIfNegative().val = False
        own._insert_dLbls(labels(self._item, series, self._look))
        if series.counted and series.labels:
            place = int(own.find("c:idx", own.nsmap).get("val"))
            column = _column(len(self._item.series) + place + 1)
            rows = len(series.values) + 1
            own.append(cells(series, f"Sheet1!${column}$2:${column}${rows}"))

    def _totals(self, series: ChartSeries, native: NativeSeries) -> None:
        """Let the sums say where they begin: bars that are not seen, on those that are."""
        own = native._element
        own.get_or_add_spPr()
        _put(own, bare(), before="c:invertIfNegative")
        own.get_or_add_invertIfNegative().val = False
        own._insert_dLbls(labels(self._item, series, self._look, position="inBase"))
        if self._chart.has_legend:
            legend = self._chart.legend._element
            number = element("c:idx", val=len(self._item.series))
            entry = element("c:legendEntry", number, element("c:delete", val=1))
            legend.insert_element_before(entry, "c:layout", "c:overlay", "c:spPr", "c:txPr")

    def _points(self, series: ChartSeries, native: NativeSeries) -> None:
        """Paint the points whose colour is their own."""
        for n, shade in enumerate(series.shades[: len(series.values)]):
            if shade != series.plain or self._item.kind == "pie":
                point = native.points[n]
                point.format  # noqa: B018 - makes the element that is replaced
                _put(native._element.get_or_add_dPt_for_point(n), self._look_of(shade, series))

    def _look_of(self, shade: Shade, series: ChartSeries) -> Element:
        """Return how a series or point looks: a line for lines, a fill for the rest."""
        item, look = self._item, self._look
        if item.kind == "line":
            dash = element("a:prstDash", val="sysDash") if series.dashed else None
            cap, width = "flat" if series.dashed else "rnd", emu(item.width(series))
            line = element("a:ln", solid(shade, look), dash, element("a:round"), w=width, cap=cap)
            return element("c:spPr", line)
        line = element("a:ln", element("a:noFill"))
        if shade.edge:
            line = element("a:ln", solid(shade.edge, look), w=emu(FINE))
        elif item.kind == "pie" or item.stack != "none":
            ground, width = Shade(item.ground_colour), item.axis_width
            width = width if item.kind == "pie" else FINE
            line = element("a:ln", solid(ground, look), w=emu(width))
        return element("c:spPr", solid(shade, look), line)

    def _legend(self) -> None:
        """Show the names of series where the page has them."""
        item, chart = self._item, self._chart
        chart.has_legend = item.legend is not None
        if item.legend:
            legend = chart.legend._element
            chart.legend.position = XL_LEGEND_POSITION.TOP
            chart.legend.include_in_layout = False
            _put(legend, self._legend_place(item.legend), before="c:overlay")
            _put(legend, self._text())

    def _legend_place(self, at: Rect) -> Element:
        """Return where names of series stand; a row sizes itself, several have all the width."""
        frame, line = self._item.frame, self._item.label_size
        if at.height < 2 * line:
            return manual(at, frame, sized=False)
        return manual(Rect(at.x, at.y, frame.right - at.x, at.height), frame, sized=True)

    def _axes(self) -> None:
        item, chart = self._item, self._chart
        category, value = chart.category_axis, chart.value_axis
        category.reverse_order = item.kind == "bar"
        category.tick_label_position = XL_TICK_LABEL_POSITION.LOW
        self._look.palette.outline(category.format.line, item.axis_colour, item.axis_width)
        _put(category._element, self._names(), before="c:crossAx")
        self._every(category._element)
        self._values(value)
        for axis in (category, value):
            axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE

    def _every(self, axis: Element) -> None:
        """Let each nth name be shown, as the page has them, and none of several levels."""
        for name in ("c:tickLblSkip", "c:tickMarkSkip", "c:noMultiLvlLbl"):
            for there in axis.findall(name, axis.nsmap):
                axis.remove(there)
        axis.append(element("c:tickLblSkip", val=self._item.every))
        axis.append(element("c:noMultiLvlLbl", val=1))

    def _values(self, value: Any) -> None:
        item, axis = self._item, value._element
        share = 100 if item.stack == "100%" else 1  # of 1 in such a chart
        value.minimum_scale, value.maximum_scale = item.low / share, item.high / share
        value.has_major_gridlines = bool(item.step)
        value.tick_label_position = XL_TICK_LABEL_POSITION.NONE
        value.format.line.fill.background()
        if item.step:
            value.major_unit = item.step / share
            value.tick_label_position = XL_TICK_LABEL_POSITION.NEXT_TO_AXIS
            lines = value.major_gridlines.format.line
            self._look.palette.outline(lines, item.grid_colour, item.axis_width / 2)
            _put(axis, self._text(), before="c:crossAx")
        value.tick_labels.number_format = "0%" if share > 1 else clean(item.code)
        value.tick_labels.number_format_is_linked = False
        if item.kind == "bar":  # whose categories go down: its numbers stand under them
            axis.find("c:crosses", axis.nsmap).set("val", "max")
        if item.kind == "area":
            axis.find("c:crossBetween", axis.nsmap).set("val", "midCat")
        if not self._is_titled:
            self._title(axis)

    @property
    def _is_titled(self) -> bool:
        """Whether the chart says what its numbers are: no axis does, or none so wide a text."""
        noted = self._item.note_frame
        wide = noted is not None and noted.width > _AXIS_TITLE * self._item.frame.width
        return self._item.kind == "pie" or wide

    def _title(self, parent: Element) -> None:
        """Say what the numbers are, and their unit."""
        item = self._item
        if item.note and item.note_frame:
            made = title(item, self._look, item.note, item.note_frame)
            before = ("c:numFmt", "c:majorTickMark", "c:autoTitleDeleted", "c:plotArea")
            for there in parent.findall("c:title", parent.nsmap):
                parent.remove(there)
            parent.insert_element_before(made, *before)
            for deleted in parent.findall("c:autoTitleDeleted", parent.nsmap):
                deleted.set("val", "0")


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
