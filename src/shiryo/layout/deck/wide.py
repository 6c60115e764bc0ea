"""Tables of more columns than a slide has room for, parted into some that can be read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from shiryo import document, inline, origins
from shiryo.inline import Text
from shiryo.layout.chart import parts
from shiryo.layout.deck.forms.chart import chart_style
from shiryo.layout.deck.forms.widths import Columns
from shiryo.layout.deck.look import Look
from shiryo.template.labels import filled
from shiryo.units import Points, Rect

_CHART = 0.88
"""The share of the content's height that a chart has besides its caption."""


def narrowed(block: document.Block, look: Look, width: Points) -> Iterator[document.Block]:
    """Yield a block that a slide has room for side by side; a table too wide in parts.

    Each part begins with the first column, which names the rows, and its caption is counted. So is
    that of a chart of so many bars that it goes on.
    """
    if isinstance(block, document.Chart):
        yield from _charts(block, look, width)
        return
    if not isinstance(block, document.Table):
        yield block
        return
    groups = _groups(block, look, width)
    for n, columns in enumerate(groups, 1):
        part = replace(block.some(columns), caption=_counted(block.caption, look, n, len(groups)))
        yield part if n == len(groups) else replace(part, notes=())


def _charts(block: document.Chart, look: Look, width: Points) -> Iterator[document.Block]:
    """Yield a chart as a slide has room for it: its bars parted where they are too many."""
    height = look.frame("content").height * _CHART
    made = parts(block, Rect(0, 0, width, height), chart_style(look), look.compositor)
    for n, part in enumerate(made, 1):
        yield replace(part, caption=_counted(part.caption, look, n, len(made)))


def _counted(caption: Text, look: Look, n: int, total: int) -> Text:
    if not caption or total == 1:
        return caption
    counted = filled(look.labels.continued, n=n, total=total)
    return (*caption, inline.Run(counted, origin=origins.label("continued")))


def _groups(table: document.Table, look: Look, width: Points) -> list[list[int]]:
    """Return the columns of each part: as many parts as need be, about equally many columns."""
    count = len(table.columns)
    if count < 3 or table.widths:
        return [[*range(count)]]
    least = Columns(table, look.at(look.theme.deck.sizes[-1]), width).least
    if sum(least) <= width:
        return [[*range(count)]]
    first, *rest = least
    parts = 1
    while parts < len(rest) and max(_loads(rest, parts)) + first > width:
        parts += 1
    return [[0, *(n + 1 for n in part)] for part in _shares(len(rest), parts)]


def _shares(count: int, parts: int) -> list[range]:
    """Share ``count`` things among parts in their order."""
    ends = [count * n // parts for n in range(parts + 1)]
    return [range(first, last) for first, last in pairwise(ends)]


def _loads(widths: Sequence[Points], parts: int) -> list[Points]:
    return [sum(widths[n] for n in share) for share in _shares(len(widths), parts)]
