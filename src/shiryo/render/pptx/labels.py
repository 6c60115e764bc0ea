"""Labels of charts: each number at its bar, in its colour (ECMA-376-1 § 21.2.2.49)."""

from collections import Counter
from collections.abc import Mapping

from shiryo.pages import Chart, ChartSeries
from shiryo.render.pptx.text import Look
from shiryo.render.pptx.workbook import number_format
from shiryo.render.pptx.xml import hundredths, tag
from shiryo.units import Points

NO_LINE = tag("a:ln", tag("a:noFill"))
BARE = tag("a:noFill") + NO_LINE
_SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")


def main_colour(series: ChartSeries, otherwise: str) -> str:
    """Return the colour that stands for a series: that of the point that stands out."""
    counts = Counter(series.colours)
    return min(counts, key=lambda colour: counts[colour]) if counts else otherwise


def text_style(item: Chart, look: Look, colour: str, size: Points = 0) -> str:
    """Return how text of a chart is set; ``size`` 0 is that of the names."""
    run = tag(
        "a:defRPr",
        look.palette.fill(colour),
        tag("a:latin", typeface="+mn-lt"),
        tag("a:ea", typeface="+mn-ea"),
        sz=hundredths(size or item.label_size),
        b=item.strong,
    )
    paragraph = tag("a:p", tag("a:pPr", run), tag("a:endParaRPr", **look.language_attributes()))
    return tag("c:txPr", tag("a:bodyPr", wrap="none"), tag("a:lstStyle"), paragraph)


def labels(item: Chart, series: ChartSeries, look: Look) -> str:
    """Return the labels of a series; lines of several are named and numbered at their ends."""
    values = series.values
    main = main_colour(series, item.label_colour)
    ended = item.kind == "line" and len(item.series) > 1
    last = max((n for n, value in enumerate(values) if value is not None), default=-1)
    pie = item.kind == "pie"
    common = _label(item, look, main, None, {"Val": not ended, "CatName": pie})
    own = []
    for n, value in enumerate(values):
        if value is None:
            continue
        colour = series.colours[n] if n < len(series.colours) and item.kind != "line" else main
        at_end = item.kind == "line" and n == last
        shown = {"Val": not ended or at_end, "SerName": at_end, "CatName": pie}
        label = _label(item, look, colour, value, shown, "r" if at_end else "")
        own.append(tag("c:dLbl", tag("c:idx", val=n), label))
    return tag("c:dLbls", *own, common)


def _label(
    item: Chart,
    look: Look,
    colour: str,
    value: float | None,
    shown: Mapping[str, bool],
    position: str = "",
) -> str:
    position = position or ("t" if item.kind == "line" else "outEnd")
    values = (value,) if value is not None else ()
    return (
        tag("c:numFmt", formatCode=number_format(values, item.unit), sourceLinked=0)
        + tag("c:spPr", BARE)
        + text_style(item, look, colour, item.value_size)
        + tag("c:dLblPos", val=position)
        + "".join(tag(f"c:show{what}", val=int(shown.get(what, False))) for what in _SHOWN)
        + tag("c:separator", " ")
    )
