"""Charts: numbers → bars, columns, lines or slices with labels on them, and no grid."""

from shiryo import document, pages
from shiryo.layout.chart.bars import Columns, HorizontalBars
from shiryo.layout.chart.lines import Lines
from shiryo.layout.chart.pie import Pie
from shiryo.layout.chart.plot import ChartStyle, Plot
from shiryo.layout.text.compositor import Compositor
from shiryo.messages import wording
from shiryo.units import Rect

_KINDS: dict[str, type[Plot]] = {
    "bar": HorizontalBars,
    "column": Columns,
    "line": Lines,
    "pie": Pie,
}


def chart(
    block: document.Chart,
    frame: Rect,
    style: ChartStyle,
    compositor: Compositor,
    element: pages.Element | None = None,
) -> pages.Chart:
    """Return a chart that fills ``frame``: its numbers, and its drawing, which is ``element``."""
    plot = _KINDS[block.kind](block, frame, style, compositor)
    drawing = tuple(plot.draw())
    return pages.Chart(
        frame,
        block.kind,
        block.categories,
        tuple(
            pages.ChartSeries(series.name, series.values, plot.colours(n))
            for n, series in enumerate(block.series)
        ),
        block.unit,
        min(style.label.size, plot.style.value.size),
        style.label.colour,
        style.axis,
        drawing,
        block.alt,
        wording("objects.chart"),
        style.value.size,
        style.value.weight >= 700,
        style.paper,
        element,
    )


__all__ = ["ChartStyle", "chart"]
