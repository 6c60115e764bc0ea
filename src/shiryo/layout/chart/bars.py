"""Bars and columns: lengths from one axis, beside each other or on each other."""

from dataclasses import replace
from functools import cached_property

from shiryo import pages
from shiryo.layout.chart import geometry
from shiryo.layout.chart.axis import Axis, even, padded
from shiryo.layout.chart.geometry import Bar
from shiryo.layout.chart.plot import NAMES, OFF, OVER, RAISED, UNDER, Names, Plot, is_high, sums
from shiryo.layout.chart.totals import Totals, ends, totals
from shiryo.messages import wording
from shiryo.pages import ChartLabel, Place, Shade
from shiryo.units import Points, Rect

_THICK = 1 / 9
"""The share of the width that a column takes at most."""
_HIGH = 2.4
"""How thick a bar is at most, in em of the largest names."""
_DENSE = 0.8
"""The share of its band that a group of several bars takes at least."""
_LARGER = 1.35
"""How many times as large numbers are than names at most, and names than numbers."""
_ROOM = 0.9
"""The share of the plot that the numbers of its axis take."""
_LINE = 1.1
"""The least room for a number beside a bar, in em."""


class Bars(Plot):
    """Bars, grouped by category where there are several series."""

    @property
    def stacked(self) -> bool:
        """Whether they stand on each other."""
        return self.block.stack != "none"

    @property
    def group(self) -> int:
        """How many bars stand beside each other."""
        return 1 if self.stacked else len(self.values)

    @property
    def extent(self) -> tuple[float, float]:
        """The least and the greatest number on the axis."""
        if self.block.stack == "100%":
            found = sums(self.values)
            return (-100.0 if min(found) < 0 else 0.0), (100.0 if max(found) > 0 else 0.0)
        low, high = super().extent
        if self.stacked and not self.block.extent:
            found = [*sums(self.values), *self.goal]
            return min(found), max(found)
        return low, high

    @property
    def share(self) -> float:
        """The share of its band that a group takes."""
        return self.style.bar if self.group == 1 else max(self.style.bar, _DENSE)

    def labelled(self, made: pages.Chart, size: Points) -> pages.Chart:
        """Return a plan with a number at the end of each bar."""
        labels = [list[ChartLabel]() for _ in made.series]
        for bar in geometry.bars(made):
            if (label := self._label(made, bar, size)) is not None:
                labels[bar.series].append(label)
        series = zip(made.series, labels, strict=True)
        return replace(made, series=tuple(replace(s, labels=tuple(own)) for s, own in series))

    def _label(self, made: pages.Chart, bar: Bar, size: Points) -> ChartLabel | None:
        style, text = self.words.value(size), self.text(bar.value)
        width, height = self.words.width(text, style), self.words.height(style)
        shade = made.series[bar.series].shades[bar.point]
        code = self.numbers.code(bar.value)
        if not self.stacked:
            frame, place = self._beside(bar, width, height)
            return ChartLabel(bar.point, text, frame, size, self.colour(shade), code, place)
        if not _holds(bar.frame, width, size):
            return None
        x, y = bar.frame.x + bar.frame.width / 2, bar.frame.y + bar.frame.height / 2
        frame = Rect(x - width / 2, y - height / 2 - 2 * RAISED * size, width, height)
        colour = shade.words(Shade(self.style.paper))
        return ChartLabel(bar.point, text, frame, size, colour, code, "middle")

    def _beside(self, bar: Bar, width: Points, height: Points) -> tuple[Rect, Place]:
        raise NotImplementedError

    @cached_property
    def sums(self) -> Totals:
        """The sums of stacked bars that are said."""
        return totals(self.block, self.values)

    def summed(self, made: pages.Chart, size: Points) -> pages.Chart:
        """Return a plan with the sum of each stacked bar at its end."""
        style, labels = self.words.value(size), list[ChartLabel]()
        colour, height = Shade(self.style.label.colour), self.words.height(style)
        for bar in ends(made, self.sums) if self.sums else ():
            text, code = self.text(bar.value), self.numbers.code(bar.value)
            frame, place = self._beside(bar, self.words.width(text, style), height)
            labels.append(ChartLabel(bar.point, text, frame, size, colour, code, place))
        if not labels:
            return made
        shown = made.series[0].shades
        total = pages.ChartSeries(wording("objects.total"), self.sums, shown, tuple(labels))
        return replace(made, totals=total)

    def widest_sum(self, size: Points) -> Points:
        """Return the width of the widest sum; 0 if there are none."""
        return self.words.widest(
            (self.text(v) for v in self.sums if v is not None), self.words.value(size)
        )

    def filled(self, made: pages.Chart, sums: Points) -> pages.Chart:
        """Return a plan with the numbers that have room in their bars, as large as most have it.

        ``sums`` is the size of the sums at their ends.
        """
        sizes = self.words.sizes(self.style.value)
        tried = [self.labelled(made, size) for size in sizes]
        best = max(tried, key=lambda chart: sum(len(series.labels) for series in chart.series))
        return self.summed(best, sums)

    def tells_all(self, made: pages.Chart) -> bool:
        """Tell whether every number of a stacked chart that is not nothing has its label."""
        shown = sum(len(series.labels) for series in made.series)
        return shown >= sum(1 for series in self.values for value in series if value)


class Columns(Bars):
    """Bars from the floor up."""

    def plan(self) -> pages.Chart:
        """Plan columns, categories under them, numbers over them or at an axis."""
        if self.stacked:
            return self._stacked()
        for size in self.words.sizes(self.style.value):
            if self.words.widest(self.texts, self.words.value(size)) <= self._slot:
                made = self._with_labels(size)
                if is_high(made.plot, self.frame):
                    return made
        return self._with_axis()

    @property
    def _slot(self) -> Points:
        """The room that a number has over its column."""
        band = self.frame.width / self.count
        if self.group == 1:
            return band * 0.98
        thick = band * self.share / (self.group + (self.group - 1) * geometry.APART / 100)
        return min(thick, self.frame.width * _THICK) * (1 + geometry.APART / 100)

    def _stacked(self) -> pages.Chart:
        for size in self.words.sizes(self.style.value):
            names = self.names(self.frame.width)
            made = self._plain(names, Axis(*self.extent))
            low, high = self.beyond(made.plot.height, self._over(size))
            made = self.aimed(replace(made, low=low, high=high), self.header(names.size))
            made = self.labelled(made, size)
            has_room = self.widest_sum(size) <= self._slot and is_high(made.plot, self.frame)
            if self.tells_all(made) and has_room:
                return self.summed(made, size)
        return self.filled(self._with_axis(), self._sum)

    @property
    def _sum(self) -> Points:
        """The size of the sums over columns: about that of names, as wide as there is room."""
        sizes, most = self.words.sizes(self.style.label), self.names(self.frame.width).size
        fit = (s for s in sizes if s <= most * _LARGER and self.widest_sum(s) <= self._slot)
        return next(fit, sizes[-1])

    def _over(self, size: Points) -> Points:
        """Return the room that a sum takes over its column."""
        line = self.words.height(self.words.value(size))
        return line + OVER + OFF * size if self.sums else 0

    def _with_labels(self, size: Points) -> pages.Chart:
        names = self.names(self.frame.width, size * _LARGER)
        made = self._plain(names, Axis(*self.extent))
        values = [v for s in self.values for v in s if v is not None]
        line = self.words.height(self.words.value(size))
        under = line + UNDER + OFF * size if min(values, default=0) < 0 else 0
        over = line + OVER + OFF * size if max(values, default=0) >= 0 else 0
        axis = padded(*self.extent, made.plot.height, under, over)
        made = replace(made, low=axis.low, high=axis.high)
        return self.labelled(self.aimed(made, self.header(names.size)), size)

    def _with_axis(self) -> pages.Chart:
        size = self.words.sizes(self.style.label)[0]
        for _ in range(2):  # the names, which may be smaller then
            axis = self.rising(size, self._over(self._sum))
            left = self.tick_width(axis, size)
            names = self.names(self.frame.width - left)
            size = names.size
        return self._plain(names, axis, max(left, names.over))

    def _plain(self, names: Names, axis: Axis, left: Points = 0) -> pages.Chart:
        """Return the plan without labels: room at the left, names below."""
        head, line = self.header(names.size), self.words.height(self.words.label(names.size))
        gap, over = self.style.gap * NAMES, line / 2 if axis.step else 0
        frame = head.below
        height = frame.height - over - gap - names.lines * line
        plot = Rect(frame.x + left, frame.y + over, frame.width - left, height)
        most = self.frame.width * _THICK
        share = geometry.gap(plot.width / self.count, self.group, self.share, most)
        axis = axis if axis.high > axis.low else Axis(axis.low, axis.low + 1)
        made = self.made(plot, axis, head, names.size)
        apart = 0 if self.stacked else geometry.APART
        made = replace(made, every=names.every, names=gap, gap=share, apart=apart)
        return self.aimed(made, head)

    def _beside(self, bar: Bar, width: Points, height: Points) -> tuple[Rect, Place]:
        off = OFF * height / self.style.value.leading
        above, below = bar.frame.y - height - OVER - off, bar.frame.bottom + UNDER + off
        y = above if bar.value >= 0 else below
        at = Rect(bar.frame.x + (bar.frame.width - width) / 2, y, width, height)
        return at, "over" if bar.value >= 0 else "under"


class HorizontalBars(Bars):
    """Bars from left to right."""

    def plan(self) -> pages.Chart:
        """Plan bars, categories at the left, numbers at their ends or at an axis."""
        size = self._size
        made = self._plain(size, Axis(*self.extent))
        pitch = geometry.thickness(made) * (1 + made.apart / 100)
        pitch = made.plot.height / self.count if self.group == 1 else pitch
        for number in self.words.sizes(self.style.value):
            if number * _LINE <= pitch and number <= size * _LARGER:
                whole = self._with_labels(made, number)
                if not self.stacked or self.tells_all(whole):
                    return whole
        made = self._plain(size, self._even(size, made.plot.width))
        return self.filled(made, self._sum) if self.stacked else made

    @property
    def _sum(self) -> Points:
        """The size of the sums behind bars that have no room for more."""
        return self.words.sizes(self.style.label)[-1]

    def _even(self, size: Points, width: Points) -> Axis:
        """Return an axis with so many numbers that none touches the next."""
        low, high = self.beyond(width, self._behind(self._sum))
        for intervals in (5, 4, 3, 2):
            axis = even(low, high, intervals)
            gaps = (axis.high - axis.low) / axis.step
            if (self.tick_width(axis, size) + size / 2) * gaps <= width * _ROOM:
                return axis
        return even(low, high, 1)

    def _behind(self, size: Points) -> Points:
        """Return the room that a sum takes behind its bar."""
        return self.widest_sum(size) + self.style.gap / 2 if self.sums else 0

    @property
    def _size(self) -> Points:
        """The size of names: that at which each has a band as high as it needs."""
        sizes = self.words.sizes(self.style.label)
        for most in (1, 2):
            for size in sizes:
                style = self.words.label(size)
                band = (self.header(size).below.height - self.words.height(style)) / self.count
                lines = self.words.lines(self.block.categories, style, self._most)
                high = size * (_LINE if lines == 1 else lines * style.leading)
                if lines <= most and high <= band:
                    return size
        return sizes[-1]

    @property
    def _most(self) -> Points:
        return self.frame.width * self.style.label_most

    def _with_labels(self, made: pages.Chart, size: Points) -> pages.Chart:
        if self.stacked:
            low, high = self.beyond(made.plot.width, self._behind(size))
            made = self.aimed(replace(made, low=low, high=high), self.header(made.label_size))
            return self.summed(self.labelled(made, size), size)
        values = [v for s in self.values for v in s if v is not None]
        room = self.words.widest(self.texts, self.words.value(size)) + self.style.gap / 2
        left = room if min(values, default=0) < 0 else 0
        right = room if max(values, default=0) >= 0 else 0
        axis = padded(*self.extent, made.plot.width, left, right)
        made = replace(made, low=axis.low, high=axis.high)
        return self.labelled(self.aimed(made, self.header(made.label_size)), size)

    def _plain(self, size: Points, axis: Axis) -> pages.Chart:
        head, style = self.header(size), self.words.label(size)
        line, gap, frame = self.words.height(style), self.style.gap / 2, head.below
        names = min(self.words.widest(self.block.categories, style), self._most) + gap
        last = self.tick_width(axis, size) / 2 if axis.step else 0
        under = line + gap / 2 if axis.step else 0
        plot = Rect(frame.x + names, frame.y, frame.width - names - last, frame.height - under)
        axis = axis if axis.high > axis.low else Axis(axis.low, axis.low + 1)
        most = self.words.sizes(self.style.label)[0] * _HIGH
        share = geometry.gap(plot.height / self.count, self.group, self.share, most)
        made = self.made(plot, axis, head, size)
        apart = 0 if self.stacked else geometry.APART
        return self.aimed(replace(made, names=gap, gap=share, apart=apart), head)

    def _beside(self, bar: Bar, width: Points, height: Points) -> tuple[Rect, Place]:
        gap = self.style.gap / 4
        x = bar.frame.right + gap if bar.value >= 0 else bar.frame.x - gap - width
        at = Rect(x, bar.frame.y + (bar.frame.height - height) / 2, width, height)
        return at, "right" if bar.value >= 0 else "left"


def _holds(bar: Rect, width: Points, size: Points) -> bool:
    """Tell whether a part of a bar has room for its number."""
    return bar.width >= width and bar.height >= size * _LINE
