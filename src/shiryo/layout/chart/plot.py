"""What charts of every kind have in common: their numbers, their colours, their names."""

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

from shiryo import document, pages
from shiryo.layout.chart.axis import Axis, even
from shiryo.layout.chart.header import SAMPLE, Header, header
from shiryo.layout.chart.numbers import Numbers, numbers
from shiryo.layout.chart.style import ChartStyle, shade
from shiryo.layout.chart.words import Words
from shiryo.layout.text.compositor import Compositor
from shiryo.messages import wording
from shiryo.pages import Shade
from shiryo.template.labels import filled
from shiryo.units import Points, Rect

_FADED = 0.65
"""How much white there is in what is not highlighted."""
ROOM = 0.83
"""The share of its band that a name takes: with more, other programs break it."""
# Where office programs put words: by these all drawings agree.
OFF = 0.15
"""From a point or the end of a bar to the room of its label, in em, besides …"""
OVER, UNDER = 3.5, 0.7
"""… these points over a column and under one that hangs."""
RAISED = 0.08
"""How much higher than the middle a label stands beside its point or in its bar, in em."""
KEY = 1.4
"""What the sample of a line takes before its name, with what parts them, in em."""
NAMES = 0.38
"""From a plot to the names under it, in gaps."""
_TICKS = 1.1
"""From one number of an axis that goes up to the next at least, in lines."""
_LEAST = 0.2
"""The share of the width and of the height of a chart that its plot has at least."""
_FALLEN = 0.35
"""The least share of the height that a plot has whose points have labels."""
Values = tuple[tuple[float | None, ...], ...]


class Names(NamedTuple):
    """How the names of categories under a plot are set."""

    size: Points
    lines: int
    every: int
    """Each nth is shown."""
    over: Points = 0
    """How far the first and the last stand out over the plot."""


class Plot:
    """A chart being planned."""

    def __init__(
        self, block: document.Chart, frame: Rect, style: ChartStyle, setter: Compositor
    ) -> None:
        self.block, self.frame, self.style = block, frame, style
        self.words = Words(style, setter)
        raw = _shares(block) if block.stack == "100%" else tuple(s.values for s in block.series)
        self.numbers: Numbers = numbers(block, (v for s in raw for v in s if v is not None))
        factor = self.numbers.factor
        self.values: Values = tuple(
            tuple(None if v is None else v / factor for v in s) for s in raw
        )
        self.count = len(block.categories)

    @property
    def goal(self) -> list[float]:
        """The number to be reached, as the axis counts."""
        if not self.block.target or self.block.kind == "pie":
            return []
        factor = 1 if self.block.stack == "100%" else self.numbers.factor
        return [self.block.target[0] / factor]

    @property
    def goal_text(self) -> str:
        """What is said of it."""
        if not self.goal or not self.block.target:
            return ""
        return f"{self.block.target[1]} {self.text(self.goal[0])}".strip()

    @property
    def extent(self) -> tuple[float, float]:
        """The least and the greatest number on the axis."""
        found = [v for s in self.values for v in s if v is not None]
        whole = [v / self.numbers.factor for v in self.block.extent or ()]
        found = [*found, *whole, *self.goal, 0.0]
        return min(found), max(found)

    def shades(self, n: int) -> tuple[Shade, ...]:
        """Return the colours of a series: one a point, or one for a line."""
        block, style = self.block, self.style
        if block.kind == "line":
            return (self.shade(n).dark,)
        if block.kind == "pie":
            own = tuple(shade(style, k) for k in range(self.count))
        else:
            own = (self.shade(n),) * self.count
        if self.is_behind(n):
            own = tuple(each.faded(_FADED) for each in own)
        if block.kind == "area":
            return own[:1]
        if self.named or not block.highlight:
            return own
        alone = len(block.series) == 1 and block.kind != "pie"
        return tuple(
            each if c in block.highlight else style.muted if alone else each.faded(_FADED)
            for c, each in zip(block.categories, own, strict=True)
        )

    def shade(self, n: int) -> Shade:
        """Return the colour of a series: of the first ones, those to be looked at."""
        turns = sorted(range(len(self.block.series)), key=self.is_behind)
        return shade(self.style, turns.index(n))

    @property
    def named(self) -> bool:
        """Whether a series is to be looked at."""
        block = self.block
        return any(series.name in block.highlight for series in block.series if series.name)

    def is_behind(self, n: int) -> bool:
        """Tell whether another series is to be looked at."""
        return self.named and self.block.series[n].name not in self.block.highlight

    def colour(self, shade: Shade) -> Shade:
        """Return the colour of a label: that of its bar or line only where there is one series.

        Those of several are no colours of text, whatever colours the theme gets.
        """
        alone = len(self.block.series) == 1 and self.block.kind != "pie"
        return Shade(shade.base if alone else self.style.label.colour)

    def text(self, value: float) -> str:
        """Return a number as it is said at its point."""
        return self.numbers.text(value)

    @property
    def texts(self) -> list[str]:
        """All numbers as they are said."""
        return [self.text(v) for series in self.values for v in series if v is not None]

    @property
    def note(self) -> str:
        """What is said of the axis: what its numbers are, and their unit."""
        unit = self.numbers.note
        return self.block.axis + (filled(self.style.unit, unit=unit) if unit else "")

    @property
    def legend(self) -> list[str]:
        """The names over the plot."""
        return [series.name for series in self.block.series] if len(self.block.series) > 1 else []

    def header(self, size: Points) -> Header:
        """Place what stands over the plot."""
        return header(self.words, self.note, self.legend, self.goal_text, self.frame, size)

    def names(self, width: Points, most: Points = inf) -> Names:
        """Return how names stand under a plot of this width: all of them, or each nth."""
        band, categories = width / self.count * ROOM, self.block.categories
        every = self.words.sizes(self.style.label)
        sizes = [size for size in every if size <= most] or every[-1:]
        for size in sizes:
            if self.words.widest(categories, self.words.label(size)) <= band:
                return Names(size, 1, 1)
        for size in sizes:
            if self.words.lines(categories, self.words.label(size), band) <= 2 and band > 4 * size:
                return Names(size, 2, 1)
        size = sizes[-1]
        widest = self.words.widest(categories, self.words.label(size))
        over = max((widest - width / self.count) / 2, 0)
        return Names(size, 1, max(-int(-widest // band), 2), over)

    def made(self, plot: Rect, axis: Axis, head: Header, size: Points) -> pages.Chart:
        """Return the plan without labels and without a drawing."""
        style, block = self.style, self.block
        plot = plot if block.kind == "pie" else _seen(plot, self.frame)
        ticks = self.numbers.at(axis.step) if axis.step else self.numbers
        return pages.Chart(
            self.frame,
            block.kind,
            block.stack,
            block.categories,
            tuple(
                pages.ChartSeries(
                    series.name,
                    values,
                    self.shades(n),
                    dashed=block.kind == "line" and self.shade(n).tint > 0,
                    counted=series.values if block.stack == "100%" else (),
                    thin=block.kind == "line" and self.is_behind(n),
                )
                for n, (series, values) in enumerate(zip(block.series, self.values, strict=True))
            ),
            plot,
            axis.low,
            axis.high,
            size,
            style.label.colour,
            style.axis,
            style.axis_width,
            style.grid,
            style.paper,
            style.label.weight >= 700,
            (),
            block.alt,
            wording("objects.chart"),
            axis.step,
            tuple((value, ticks.text(value)) for value in axis.ticks),
            ticks.code(),
            line_width=style.line_width,
            dot=style.dot,
            legend=head.legend,
            note=self.note,
            note_frame=head.note,
        )

    def rising(self, size: Points, over: Points = 0) -> Axis:
        """Return an axis that goes up, with so many numbers that none touches the next.

        There is room ``over`` what is greatest.
        """
        line = self.words.height(self.words.label(size))
        room = self.header(size).below.height - 2.5 * line
        low, high = self.beyond(room, over)
        for intervals in (5, 4, 3, 2):
            axis = even(low, high, intervals)
            if (axis.high - axis.low) / axis.step * line * _TICKS <= room:
                return axis
        return even(low, high, 1)

    def beyond(self, length: Points, room: Points) -> tuple[float, float]:
        """Return the least number, and that where ``room`` ends that is beyond the greatest."""
        low, high = self.extent
        return low, low + (high - low) * length / max(length - room, length / 2)

    def tick_width(self, axis: Axis, size: Points) -> Points:
        """Return the room that the numbers of an axis take beside the plot."""
        written = self.numbers.at(axis.step)
        texts = [written.text(value) for value in axis.ticks]
        return self.words.widest(texts, self.words.label(size)) + self.style.gap / 2

    def plan(self) -> pages.Chart:
        """Return the chart with everything but its drawing."""
        raise NotImplementedError

    def aimed(self, made: pages.Chart, head: Header) -> pages.Chart:
        """Return the plan with the line that shows the number to be reached."""
        if not self.goal or head.goal is None:
            return made
        axis, plot = Axis(made.low, made.high), made.plot
        x, y = axis.x(self.goal[0], plot), axis.y(self.goal[0], plot)
        level = made.kind != "bar"
        start = (plot.x, y) if level else (x, plot.y)
        end = (plot.right, y) if level else (x, plot.bottom)
        middle = head.goal.y + head.goal.height / 2
        sample = (head.goal.x, middle), (head.goal.x + SAMPLE * made.label_size, middle)
        target = pages.Target(start, end, self.goal_text, head.goal, sample)
        return replace(made, target=target)


def _seen(plot: Rect, frame: Rect) -> Rect:
    """Return a plot that can be seen, whatever room its words took."""
    width = max(plot.width, frame.width * _LEAST)
    height = max(plot.height, frame.height * _LEAST)
    x, y = min(plot.x, frame.right - width), min(plot.y, frame.bottom - height)
    return Rect(x, y, width, height)


def is_high(plot: Rect, frame: Rect) -> bool:
    """Tell whether a plot is high enough for labels at its points."""
    return plot.height >= frame.height * _FALLEN


def _shares(block: document.Chart) -> Values:
    """Return numbers as shares of the sum of their category, in percent."""
    columns = list(zip(*(series.values for series in block.series), strict=True))
    sums = [sum(abs(v or 0) for v in column) or 1 for column in columns]
    return tuple(
        tuple(
            None if v is None else 100 * v / total for v, total in zip(s.values, sums, strict=True)
        )
        for s in block.series
    )


def sums(values: Sequence[Sequence[float | None]]) -> list[float]:
    """Return how far stacked bars reach below and above nothing."""
    found = [0.0]
    for column in zip(*values, strict=True):
        found.append(sum(v for v in column if v and v > 0))
        found.append(sum(v for v in column if v and v < 0))
    return found
