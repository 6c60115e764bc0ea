"""A chart as there is room for it: columns as bars, too many bars in parts of one scale."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from shiryo import document
from shiryo.layout.chart.plot import ROOM, sums
from shiryo.layout.chart.style import ChartStyle
from shiryo.layout.chart.words import Words
from shiryo.layout.text.compositor import Compositor
from shiryo.units import Rect

_NAME = 1.3
"""The height of a band for a name of one line, in em of the smallest type."""
_BAR = 0.45
"""That of one bar of a group."""
_AROUND = 2.8
"""What stands over and under the bars, in em of the smallest type."""
_MOST_SKIPPED = 4
"""Each so manieth name at least is shown of those that go on by number."""
_DIGITS = re.compile(r"\d+")


def parts(
    block: document.Chart, frame: Rect, style: ChartStyle, setter: Compositor
) -> tuple[document.Chart, ...]:
    """Return the charts that show ``block``, each of which has room in ``frame``."""
    words = Words(style, setter)
    block = turned(block, frame, words)
    if block.kind != "bar":
        return (block,)
    small, group = style.sizes[-1], len(block.series) if block.stack == "none" else 1
    lines = words.lines(block.categories, words.label(small), frame.width * style.label_most)
    band = small * max(_NAME * lines, _BAR * group)
    most = max(int((frame.height - _AROUND * small) / band), 1)
    count = -(-len(block.categories) // most)
    if count == 1:
        return (block,)
    ends = [len(block.categories) * n // count for n in range(count + 1)]
    return tuple(_part(block, first, last) for first, last in pairwise(ends))


def turned(block: document.Chart, frame: Rect, words: Words) -> document.Chart:
    """Return a chart whose columns have room for their names, or are bars."""
    if block.kind == "column" and not _has_room(block, frame, words):
        return replace(block, kind="bar")
    return block


def _has_room(block: document.Chart, frame: Rect, words: Words) -> bool:
    """Tell whether columns have room for their names, or for enough of those that go on."""
    band = frame.width / len(block.categories) * ROOM
    widest = words.widest(block.categories, words.label(words.style.sizes[-1]))
    return widest <= band * (_MOST_SKIPPED if _is_row(block.categories) else 1)


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
