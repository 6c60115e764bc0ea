"""A chart as there is room for it: columns as bars, too many bars in parts of one scale."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

from shiryo import document
from shiryo import lazy_re as re
from shiryo.layout.chart.plot import KEY, ROOM, Plot, sums
from shiryo.layout.chart.style import ChartStyle
from shiryo.layout.chart.words import Words
from shiryo.layout.text.compositor import Compositor
from shiryo.units import Points, Rect

_NAME = 1.3
"""The height of a band for a name of one line, in em of the smallest type."""
_BAR = 0.45
"""That of one bar of a group."""
_AROUND = 2.8
"""What stands over and under the bars, in em of the smallest type."""
_MOST_SKIPPED = 4
"""Each so manieth name at least is shown of those that go on by number."""
_SHORT = 8
"""Those are names of months and the like, no longer than so many em; others are all to be read."""
_NUMBER, _LINES = 6, 6
"""A number beside a name, in em; lines or slices that are named, at most."""
_BESIDE, _UNDER = 0.4, 0.5
"""The share of the width that names beside lines or a pie, and names under a line, take at most."""
_DIGITS = re.compile(r"\d+")


def parts(
    block: document.Chart, frame: Rect, style: ChartStyle, setter: Compositor
) -> tuple[document.Chart, ...]:
    """Return the charts that show ``block``, each of which has room in ``frame``."""
    words = Words(style, setter)
    block = turned(block, frame, words)
    if block.kind != "bar":
        return (block,)
    most = max(
        int((frame.height - _AROUND * style.sizes[-1]) / _band(block, frame.width, words)), 1
    )
    count = -(-len(block.categories) // most)
    if count == 1:
        return (block,)
    ends = [len(block.categories) * n // count for n in range(count + 1)]
    return tuple(_part(block, first, last) for first, last in pairwise(ends))


def least(block: document.Chart, width: Points, style: ChartStyle, setter: Compositor) -> Points:
    """Return the height that a chart needs at least; without end, if it has no room at all."""
    words, small = Words(style, setter), style.sizes[-1]
    block = turned(block, Rect(0, 0, width, 0), words)
    over = Plot(block, Rect(0, 0, width, 0), style, setter).header(small).below.y
    if block.kind == "bar":
        band = _band(block, width, words)
        return over + len(block.categories) * band + 2 * small * _NAME
    names = words.widest((series.name for series in block.series), words.value(small))
    categories = words.widest(block.categories, words.value(small))
    names += KEY * small if len(block.series) > 1 else 0
    beside = {"line": names, "pie": categories}.get(block.kind, 0) + _NUMBER * small
    under = categories if block.kind in ("line", "area") else 0
    if beside > width * _BESIDE or under > width * _UNDER:
        return inf
    lines = len(block.series) if block.kind == "line" else len(block.categories)
    high = min(lines, _LINES) if block.kind in ("line", "pie") else 2
    return over + (high + 3) * small * _NAME


def _band(block: document.Chart, width: Points, words: Words) -> Points:
    """Return the least height of a category of bars."""
    small, group = words.style.sizes[-1], len(block.series) if block.stack == "none" else 1
    names = width * words.style.label_most
    lines = words.lines(block.categories, words.label(small), names)
    return small * max(_NAME * lines, _BAR * group)


def turned(block: document.Chart, frame: Rect, words: Words) -> document.Chart:
    """Return a chart whose columns have room for their names, or are bars."""
    if block.kind == "column" and not _has_room(block, frame, words):
        return replace(block, kind="bar")
    return block


def _has_room(block: document.Chart, frame: Rect, words: Words) -> bool:
    """Tell whether columns have room for their names, or for enough of those that go on."""
    band = frame.width / len(block.categories) * ROOM
    size = words.style.sizes[-1]
    widest = words.widest(block.categories, words.label(size))
    goes_on = widest <= _SHORT * size and _is_row(block.categories)
    return widest <= band * (_MOST_SKIPPED if goes_on else 1)


def _is_row(categories: Sequence[str]) -> bool:
    """Tell whether names differ by their numbers alone, as those of months and years do."""
    return len({_DIGITS.sub("", name) for name in categories}) * 4 <= len(categories)


def _part(block: document.Chart, first: int, last: int) -> document.Chart:
    values = [series.values for series in block.series]
    found = sums(values) if block.stack != "none" else [v for s in values for v in s if v] or [0.0]
    series = (replace(series, values=series.values[first:last]) for series in block.series)
    return replace(
        block,
        categories=block.categories[first:last],
        series=tuple(series),
        extent=(min(0.0, *found), max(0.0, *found)),
    )
