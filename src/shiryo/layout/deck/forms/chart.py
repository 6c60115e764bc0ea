"""A chart on a slide, with its caption above."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from shiryo import pages
from shiryo.document import Chart
from shiryo.layout.chart import ChartStyle, chart, shades
from shiryo.layout.chart import least as lowest
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.grouping import Object
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para
from shiryo.messages import wording
from shiryo.pages import Shade
from shiryo.units import Points, Rect

_ALONE = 0.88
"""The share of a slide's content that a chart takes at least where it has very many bars."""


class ChartForm:
    """A chart; it stays together."""

    count = 1
    fills = False

    def __init__(self, block: Chart, look: Look, width: Points) -> None:
        self._block, self._look, self._width = block, look, width

    def need(self, _first: int, _last: int) -> Need:
        """Return the room that the chart needs to be read, and what it can use."""
        look, block = self._look, self._block
        least, full = look.space("chart-least"), look.space("chart-most")
        if block.kind == "bar":
            size, bars = look.type("chart-label").size, len(block.categories)
            wanted = bars * size * look.em("bar-least")
            least, full = min(wanted, least), bars * size * look.em("bar-most")
        least = max(least, self._dense)
        return Need(least + self._caption, max(least, full) + self._caption, 0)

    def place(self, _first: int, _last: int, frame: Rect) -> Sequence[Object]:
        """Draw caption and chart."""
        items: list[pages.Item] = []
        setter, tree = self._look.compositor, self._look.tree
        both = tree.add("Div")
        if self._paras:
            at = Rect(frame.x, frame.y, frame.width, self._caption - self._look.space("caption"))
            caption = [replace(p, element=tree.add("Caption", both)) for p in self._paras]
            items.append(setter.box(caption, at, "caption", name=wording("objects.caption")))
        figure = tree.add("Figure", both, alt=self._block.alt)
        drawn = chart(self._block, frame.below(self._caption), self._style, setter, figure)
        return [*items, drawn]

    @cached_property
    def _dense(self) -> Points:
        """What it needs for its words not to lie on each other; alone it makes do with a slide."""
        frame = self._look.frame("content")
        dense = lowest(self._block, self._width, self._style, self._look.compositor)
        is_whole = self._width >= frame.width - 1
        return min(dense, frame.height * _ALONE - self._caption) if is_whole else dense

    @cached_property
    def _paras(self) -> list[Para]:
        caption = self._block.caption
        return [Para(caption, self._look.fixed("image-caption"))] if caption else []

    @cached_property
    def _caption(self) -> Points:
        if not self._paras:
            return 0
        height = self._look.compositor.height(self._paras, self._width)
        return height + self._look.space("caption")

    @property
    def _style(self) -> ChartStyle:
        return chart_style(self._look)


def chart_style(look: Look) -> ChartStyle:
    """Return how charts look on slides."""
    value = look.type("chart-value")
    return ChartStyle(
        label=look.type("chart-label"),
        value=value,
        sizes=look.theme.deck.charts,
        axis=look.colour("ink"),
        axis_width=look.space("head-rule"),
        grid=look.colour("rule"),
        shades=shades(look.theme),
        muted=Shade(look.colour("muted")),
        paper=look.colour("paper"),
        bar=look.em("bar"),
        gap=look.space("chart-gap"),
        label_most=look.em("chart-names"),
        line_width=look.space("chart-line"),
        dot=look.space("chart-dot"),
        unit=look.labels.unit,
    )
