"""Charts: native ones with the workbook that PowerPoint edits (ECMA-376-1 § 21.2)."""

from shiryo.pages import Chart, ChartSeries
from shiryo.render.pptx.labels import BARE, NO_LINE, labels, main_colour, text_style
from shiryo.render.pptx.package import Package, Part
from shiryo.render.pptx.plot import layout, legend_layout
from shiryo.render.pptx.text import Look
from shiryo.render.pptx.workbook import column, number_format, workbook
from shiryo.render.pptx.xml import content, document, emu, tag

_KIND = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CATEGORY_AXIS, _VALUE_AXIS = 1, 2
_GAP = 67
"""Between bars, in percent of a bar."""


def add(package: Package, number: int, item: Chart, look: Look) -> Part:
    """Add the parts of a chart and its workbook, the ``number``-th; return the chart's."""
    part = package.add(f"ppt/charts/chart{number}.xml", _KIND)
    book = package.add(f"ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx", data=workbook(item))
    part.data = _ChartXml(item, look).space(part.relate("package", book))
    return part


def reference(relation: str) -> str:
    """Return what a graphic frame holds: a reference to the chart's part."""
    spaces = {"xmlns:c": _URI}
    return tag("a:graphicData", tag("c:chart", **spaces, **{"r:id": relation}), uri=_URI)


class _ChartXml:
    def __init__(self, item: Chart, look: Look) -> None:
        self._item = item
        self._look = look
        values = [v for series in item.series for v in series.values if v is not None]
        self._format = number_format(values, item.unit)

    def space(self, book: str) -> bytes:
        """Return the chart part."""
        item = self._item
        plot = tag("c:plotArea", layout(item), self._plot(), *self._axes(), tag("c:spPr", BARE))
        chart = tag(
            "c:chart",
            tag("c:autoTitleDeleted", val=1),
            plot,
            self._legend(),
            tag("c:plotVisOnly", val=1),
            tag("c:dispBlanksAs", val="gap"),
        )
        return document(
            "c:chartSpace",
            "a c r",
            tag("c:date1904", val=0),
            tag("c:lang", val=self._look.language),
            tag("c:roundedCorners", val=0),
            chart,
            tag("c:spPr", BARE),
            text_style(item, self._look, item.label_colour),
            tag("c:externalData", tag("c:autoUpdate", val=0), **{"r:id": book}),
        )

    def _plot(self) -> str:
        item = self._item
        series = "".join(self._series(n, one) for n, one in enumerate(item.series))
        vary = tag("c:varyColors", val=int(item.kind == "pie"))
        axes = tag("c:axId", val=_CATEGORY_AXIS) + tag("c:axId", val=_VALUE_AXIS)
        if item.kind == "pie":
            return tag("c:pieChart", vary, series, tag("c:firstSliceAng", val=0))
        grouping = tag("c:grouping", val="standard" if item.kind == "line" else "clustered")
        if item.kind == "line":
            return tag("c:lineChart", grouping, vary, series, tag("c:marker", val=1), axes)
        direction = tag("c:barDir", val="bar" if item.kind == "bar" else "col")
        several = len(item.series) > 1
        gap = tag("c:gapWidth", val=min(_GAP * len(item.series), 500))
        gap += tag("c:overlap", val=-10 if several else 0)
        return tag("c:barChart", direction, grouping, vary, series, gap, axes)

    def _series(self, number: int, series: ChartSeries) -> str:
        item, letter = self._item, column(number + 1)
        rows = len(item.categories) + 1
        name = tag("c:tx", _strings(f"Sheet1!${letter}$1", [series.name]))
        categories = _strings(f"Sheet1!$A$2:$A${rows}", item.categories)
        values = _numbers(f"Sheet1!${letter}$2:${letter}${rows}", series.values, self._format)
        line = item.kind == "line"
        return tag(
            "c:ser",
            tag("c:idx", val=number),
            tag("c:order", val=number),
            name,
            self._paint(main_colour(series, item.label_colour)),
            self._marker(series) if line else "",
            tag("c:invertIfNegative", val=0) if item.kind in ("bar", "column") else "",
            *([] if line else self._points(series)),
            labels(item, series, self._look),
            tag("c:cat", categories),
            tag("c:val", values),
            tag("c:smooth", val=0) if line else "",
        )

    def _paint(self, colour: str) -> str:
        """Return how a series or point looks: a line for lines, a fill for the rest."""
        palette = self._look.palette
        if self._item.kind == "line":
            return tag("c:spPr", palette.line(colour, emu(2.25), cap="rnd"))
        border = palette.line("FFFFFF", emu(1)) if self._item.kind == "pie" else NO_LINE
        return tag("c:spPr", palette.fill(colour), border)

    def _marker(self, series: ChartSeries) -> str:
        colour = main_colour(series, self._item.label_colour)
        fill = tag("c:spPr", self._look.palette.fill(colour), NO_LINE)
        return tag("c:marker", tag("c:symbol", val="circle"), tag("c:size", val=7), fill)

    def _points(self, series: ChartSeries) -> list[str]:
        """Return the points whose colour is their own."""
        colours = series.colours[: len(series.values)]
        if len(set(colours)) < 2 and self._item.kind != "pie":
            return []
        flat = tag("c:invertIfNegative", val=0) if self._item.kind != "pie" else ""
        flat += tag("c:bubble3D", val=0)
        return [
            tag("c:dPt", tag("c:idx", val=n), flat, self._paint(colour))
            for n, colour in enumerate(colours)
        ]

    def _legend(self) -> str:
        """Return a legend where bars of several series would be nameless without."""
        item = self._item
        if item.kind not in ("bar", "column") or len(item.series) < 2:
            return ""
        return tag(
            "c:legend",
            tag("c:legendPos", val="t"),
            legend_layout(item),
            tag("c:overlay", val=0),
            text_style(item, self._look, item.label_colour),
        )

    def _axes(self) -> list[str]:
        if self._item.kind == "pie":
            return []
        bar = self._item.kind == "bar"
        colour = self._item.axis_colour
        line = tag("c:spPr", tag("a:noFill"), self._look.palette.line(colour, emu(1)))
        category = tag(
            "c:catAx",
            _axis(_CATEGORY_AXIS, "maxMin" if bar else "minMax", False, "l" if bar else "b"),
            tag("c:numFmt", formatCode="General", sourceLinked=0),
            _NO_TICKS,
            tag("c:tickLblPos", val="low"),
            line,
            text_style(self._item, self._look, self._item.label_colour),
            tag("c:crossAx", val=_VALUE_AXIS),
            tag("c:crosses", val="autoZero"),
            *(tag(f"c:{name}", val=value) for name, value in _CATEGORY_REST),
        )
        value = tag(
            "c:valAx",
            _axis(_VALUE_AXIS, "minMax", True, "t" if bar else "l", self._least()),
            tag("c:numFmt", formatCode=self._format, sourceLinked=0),
            _NO_TICKS,
            tag("c:tickLblPos", val="none"),
            tag("c:crossAx", val=_CATEGORY_AXIS),
            tag("c:crosses", val="autoZero"),
            tag("c:crossBetween", val="between"),
        )
        return [category, value]

    def _least(self) -> float | None:
        """Return where the value axis starts: at 0, so that lengths compare, or left open."""
        values = [v for one in self._item.series for v in one.values if v is not None]
        return 0 if min(values, default=0) >= 0 else None


_NO_TICKS = tag("c:majorTickMark", val="none") + tag("c:minorTickMark", val="none")
_CATEGORY_REST = (("auto", 0), ("lblAlgn", "ctr"), ("lblOffset", 100), ("noMultiLvlLbl", 1))


def _axis(number: int, order: str, deleted: bool, position: str, least: float | None = None) -> str:
    scaling = tag(
        "c:scaling",
        tag("c:orientation", val=order),
        tag("c:min", val=least) if least is not None else "",
    )
    return (
        tag("c:axId", val=number)
        + scaling
        + tag("c:delete", val=int(deleted))
        + tag("c:axPos", val=position)
    )


def _strings(where: str, values: "tuple[str, ...] | list[str]") -> str:
    points = (tag("c:pt", tag("c:v", content(v)), idx=n) for n, v in enumerate(values))
    cache = tag("c:strCache", tag("c:ptCount", val=len(values)), *points)
    return tag("c:strRef", tag("c:f", where), cache)


def _numbers(where: str, values: tuple[float | None, ...], code: str) -> str:
    points = (
        tag("c:pt", tag("c:v", repr(value)), idx=n)
        for n, value in enumerate(values)
        if value is not None
    )
    count = tag("c:ptCount", val=len(values))
    cache = tag("c:numCache", tag("c:formatCode", content(code)), count, *points)
    return tag("c:numRef", tag("c:f", where), cache)
