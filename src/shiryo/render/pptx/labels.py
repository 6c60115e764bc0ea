"""Words of charts: numbers at their bars, names, what an axis says (ECMA-376-1 § 21.2.2.49)."""

from collections.abc import Sequence

from shiryo.pages import Chart, ChartLabel, ChartSeries, Shade
from shiryo.pages.chart import FINE
from shiryo.render.pptx.oxml import Element, clean, element, emu, foreign, hundredths
from shiryo.render.pptx.text import Look
from shiryo.units import Points, Rect

_SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
_POSITIONS = {"over": "t", "under": "b", "right": "r", "left": "l", "middle": "ctr"}
_FIELDS = ("CATEGORYNAME", "VALUE", "PERCENTAGE")
_CELL = ("CELLRANGE",)
_FIELD_ID = "{{00000000-0000-4000-8000-{n:012d}}}"
_C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
_RANGE = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
_EXTENSION = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"


def bare() -> Element:
    """Return how what has neither fill nor outline looks."""
    return element("c:spPr", element("a:noFill"), element("a:ln", element("a:noFill")))


def solid(shade: Shade, look: Look) -> Element:
    """Return a fill: a colour of the theme or a tint of one, whatever theme it gets later."""
    known = look.palette.names.get(shade.base)
    if known is None or known[1:] != (100, 0):
        return element("a:solidFill", element("a:srgbClr", val=shade.rgb))
    tint = round(shade.tint * 100_000)
    parts = [element("a:lumMod", val=100_000 - abs(tint))] if tint else []
    parts += [element("a:lumOff", val=tint)] if tint > 0 else []
    return element("a:solidFill", element("a:schemeClr", *parts, val=known[0]))


def text_style(item: Chart, look: Look, colour: Shade, size: Points) -> Element:
    """Return how text of a chart is set: level, on one line where its place allows that."""
    body = element("a:bodyPr", rot=0, vert="horz", wrap="none", anchor="ctr")
    end = element("a:endParaRPr", **look.language_attributes())
    paragraph = element("a:p", element("a:pPr", _run(item, look, colour, size)), end)
    return element("c:txPr", body, element("a:lstStyle"), paragraph)


def _run(item: Chart, look: Look, colour: Shade, size: Points) -> Element:
    return element(
        "a:defRPr",
        solid(colour, look),
        element("a:latin", typeface="+mn-lt"),
        element("a:ea", typeface="+mn-ea"),
        sz=hundredths(size),
        b=item.strong,
    )


def title(item: Chart, look: Look, words: str, at: Rect) -> Element:
    """Return what is said of the numbers, level, where the page has it (§ 21.2.2.210)."""
    size = item.label_size
    run = element(
        "a:r",
        element("a:rPr", sz=hundredths(size), b=item.strong, **look.language_attributes()),
        element("a:t", words),
    )
    paragraph = element(
        "a:p", element("a:pPr", _run(item, look, Shade(item.label_colour), size)), run
    )
    body = element("a:bodyPr", rot=0, vert="horz", wrap="none")
    rich = element("c:rich", body, element("a:lstStyle"), paragraph)
    place = manual(at, item.frame, sized=False)
    return element("c:title", element("c:tx", rich), place, element("c:overlay", val=1))


def manual(at: Rect, frame: Rect, *, sized: bool, inner: bool = False) -> Element:
    """Return a place in shares of the chart (§ 21.2.2.88); without sizes for what sizes itself."""
    parts = [element("c:layoutTarget", val="inner")] if inner else []
    parts += [element("c:xMode", val="edge"), element("c:yMode", val="edge")]
    shares = {"x": (at.x - frame.x) / frame.width, "y": (at.y - frame.y) / frame.height}
    if sized:
        shares |= {"w": at.width / frame.width, "h": at.height / frame.height}
    parts += [element(f"c:{n}", val=round(min(max(s, 0), 1), 5)) for n, s in shares.items()]
    return element("c:layout", element("c:manualLayout", *parts))


def labels(item: Chart, series: ChartSeries, look: Look, position: str = "") -> Element:
    """Return the labels of a series, each with its number as the page writes it.

    All of them at a ``position`` (§ 21.2.3.10), if one is given.
    """
    kinds = _CELL if series.counted else _FIELDS
    own = [_label(item, label, look, position, kinds) for label in series.labels]
    rest = [element(f"c:show{what}", val=0) for what in _SHOWN]
    made = element("c:dLbls", *own, *rest)
    if item.kind == "pie":
        line = element("a:ln", solid(Shade(item.axis_colour), look), w=emu(FINE))
        made.append(element("c:showLeaderLines", val=1))
        made.append(element("c:leaderLines", element("c:spPr", line)))
    elif series.labels:
        made.append(_extended("c15:showLeaderLines", val="0"))
    return made


def cells(series: ChartSeries, where: str) -> Element:
    """Return what says which cells the labels of a series repeat ([MS-ODRAWXML] § 2.24.3)."""
    extension = element("c:ext", uri=_RANGE)
    said = foreign(extension, _C15, "c15:datalabelsRange")
    foreign(said, _C15, "c15:f").text = where
    cache = foreign(said, _C15, "c15:dlblRangeCache")
    cache.append(element("c:ptCount", val=len(series.values)))
    for label in series.labels:
        cache.append(element("c:pt", element("c:v", label.text), idx=label.point))
    return element("c:extLst", extension)


def _label(
    item: Chart, label: ChartLabel, look: Look, position: str, kinds: Sequence[str]
) -> Element:
    moved = None
    if label.shift != (0, 0):
        shares = label.shift[0] / item.frame.width, label.shift[1] / item.frame.height
        parts = (element(f"c:{n}", val=round(s, 5)) for n, s in zip("xy", shares, strict=True))
        moved = element("c:layout", element("c:manualLayout", *parts))
    is_spelt = label.share or kinds is _CELL
    outside = item.kind in ("bar", "column", "pie") and label.place != "middle"
    shown = {
        "LegendKey": label.keyed,
        "Val": kinds is not _CELL,
        "CatName": label.named and item.kind == "pie",
        "SerName": label.named and item.kind != "pie",
        "Percent": label.share,
    }
    return element(
        "c:dLbl",
        element("c:idx", val=label.point),
        moved,
        _fields(item, label, look, kinds) if is_spelt else None,
        None if is_spelt else element("c:numFmt", formatCode=clean(label.code), sourceLinked=0),
        bare(),
        text_style(item, look, label.colour, label.size),
        element("c:dLblPos", val=position or ("outEnd" if outside else _POSITIONS[label.place])),
        *(element(f"c:show{what}", val=shown.get(what, False)) for what in _SHOWN),
        element("c:separator", " "),
        _spelt(kinds) if is_spelt else None,
    )


def _spelt(kinds: Sequence[str]) -> Element:
    """Return what says that a label consists of fields."""
    made = _extended("c15:dlblFieldTable")
    if kinds is _CELL:
        foreign(made[0], _C15, "c15:showDataLabelsRange", val="1")
    return made


def _fields(item: Chart, label: ChartLabel, look: Look, kinds: Sequence[str]) -> Element:
    """Return the words of a label as fields: of a slice, what it is, its number and its share."""
    language = look.language_attributes()
    size = {"sz": hundredths(label.size), "b": item.strong}
    parts = list[Element]()
    for n, (kind, said) in enumerate(zip(kinds, label.parts or (label.text,), strict=True), 1):
        if parts:
            parts.append(element("a:r", element("a:rPr", **size, **language), element("a:t", " ")))
        field = element(
            "a:fld", element("a:rPr", **size, **language), element("a:pPr"), element("a:t", said)
        )
        field.set("id", _FIELD_ID.format(n=n))
        field.set("type", kind)
        parts.append(field)
    run = _run(item, look, label.colour, label.size)
    body = element("a:bodyPr", rot=0, vert="horz", wrap="none", anchor="ctr")
    paragraph = element("a:p", element("a:pPr", run), *parts)
    return element("c:tx", element("c:rich", body, element("a:lstStyle"), paragraph))


def _extended(name: str, **values: str) -> Element:
    """Return an extension of what is said of labels."""
    extension = element("c:ext", uri=_EXTENSION)
    foreign(extension, _C15, name, **values)
    return element("c:extLst", extension)
