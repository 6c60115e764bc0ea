"""Labels of charts: each number at its bar, in its colour (ECMA-376-1 § 21.2.2.49)."""

from collections import Counter
from collections.abc import Iterable, Mapping

from shiryo.pages import Chart, ChartSeries
from shiryo.render.pptx.oxml import Element, clean, element, hundredths
from shiryo.render.pptx.text import Look
from shiryo.units import Points

_SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")


def bare() -> Element:
    """Return how what has neither fill nor outline looks."""
    return element("c:spPr", element("a:noFill"), element("a:ln", element("a:noFill")))


def main_colour(series: ChartSeries, otherwise: str) -> str:
    """Return the colour that stands for a series: that of the point that stands out."""
    counts = Counter(series.colours)
    return min(counts, key=lambda colour: counts[colour]) if counts else otherwise


def number_format(values: Iterable[float], unit: str) -> str:
    """Return a format code (§ 18.8.31): thousands apart, as many decimals as are needed, unit."""
    decimals = max((_decimals(value) for value in values), default=0)
    unit = clean(unit).replace('"', "")
    return "#,##0" + ("." + "0" * decimals if decimals else "") + (f'"{unit}"' if unit else "")


def text_style(item: Chart, look: Look, colour: str, size: Points = 0) -> Element:
    """Return how text of a chart is set; ``size`` 0 is that of the names."""
    run = element(
        "a:defRPr",
        look.palette.fill(colour),
        element("a:latin", typeface="+mn-lt"),
        element("a:ea", typeface="+mn-ea"),
        sz=hundredths(size or item.label_size),
        b=item.strong,
    )
    end = element("a:endParaRPr", **look.language_attributes())
    paragraph = element("a:p", element("a:pPr", run), end)
    return element("c:txPr", element("a:bodyPr", wrap="none"), element("a:lstStyle"), paragraph)


def labels(item: Chart, series: ChartSeries, look: Look) -> Element:
    """Return the labels of a series; lines of several are named and numbered at their ends."""
    values = series.values
    main = main_colour(series, item.label_colour)
    ended = item.kind == "line" and len(item.series) > 1
    last = max((n for n, value in enumerate(values) if value is not None), default=-1)
    pie = item.kind == "pie"
    own = []
    for n, value in enumerate(values):
        if value is None:
            continue
        colour = series.colours[n] if n < len(series.colours) and item.kind != "line" else main
        at_end = item.kind == "line" and n == last
        shown = {"Val": not ended or at_end, "SerName": at_end, "CatName": pie}
        label = _label(item, look, colour, value, shown, "r" if at_end else "")
        own.append(element("c:dLbl", element("c:idx", val=n), *label))
    common = _label(item, look, main, None, {"Val": not ended, "CatName": pie})
    return element("c:dLbls", *own, *common)


def _label(
    item: Chart,
    look: Look,
    colour: str,
    value: float | None,
    shown: Mapping[str, bool],
    position: str = "",
) -> list[Element]:
    position = position or ("t" if item.kind == "line" else "outEnd")
    code = number_format((value,) if value is not None else (), item.unit)
    return [
        element("c:numFmt", formatCode=code, sourceLinked=0),
        bare(),
        text_style(item, look, colour, item.value_size),
        element("c:dLblPos", val=position),
        *(element(f"c:show{what}", val=shown.get(what, False)) for what in _SHOWN),
        element("c:separator", " "),
    ]


def _decimals(value: float) -> int:
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])
