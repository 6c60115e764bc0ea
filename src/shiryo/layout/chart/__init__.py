"""Charts: numbers → one plan of what is shown where, and its drawing."""

from dataclasses import replace

from shiryo import document, pages
from shiryo.layout.chart.bars import Columns, HorizontalBars
from shiryo.layout.chart.draw import drawn
from shiryo.layout.chart.lines import Areas, Lines
from shiryo.layout.chart.parts import least, parts, turned
from shiryo.layout.chart.pie import Pie
from shiryo.layout.chart.plot import Plot
from shiryo.layout.chart.style import ChartStyle, shades
from shiryo.layout.chart.words import Words
from shiryo.layout.text.compositor import Compositor
from shiryo.units import Rect

_KINDS: dict[str, type[Plot]] = {
    "bar": HorizontalBars,
    "column": Columns,
    "line": Lines,
    "area": Areas,
    "pie": Pie,
}


def chart(
    block: document.Chart,
    frame: Rect,
    style: ChartStyle,
    compositor: Compositor,
    element: pages.Element | None = None,
) -> pages.Chart:
    """Return a chart that fills ``frame``: its plan, and its drawing, which is ``element``."""
    block = turned(block, frame, Words(style, compositor))
    plot = _KINDS[block.kind](block, frame, style, compositor)
    return replace(drawn(plot.plan(), block, plot.words), element=element)


__all__ = ["ChartStyle", "chart", "least", "parts", "shades"]
