"""Lines and areas: how numbers go on."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from shiryo import pages
from shiryo.layout.chart import geometry
from shiryo.layout.chart.axis import Axis, padded
from shiryo.layout.chart.plot import KEY, NAMES, OFF, OVER, RAISED, Names, Plot, sums
from shiryo.pages import ChartLabel
from shiryo.units import Points, Rect


class End(NamedTuple):
    """Where the last number of a line is."""

    series: int
    point: int
    value: float


class Lines(Plot):
    """Lines, one for each series."""

    @property
    def legend(self) -> list[str]:
        """Nothing: lines are named at their ends."""
        return []

    @property
    def ends(self) -> list[End]:
        """The last numbers of the lines, the greatest first."""
        found = list[End]()
        for n, series in enumerate(self.values):
            last = max((c for c, value in enumerate(series) if value is not None), default=-1)
            if last >= 0 and (value := series[last]) is not None:
                found.append(End(n, last, value))
        return sorted(found, key=lambda end: (-end.value, end.series))

    @property
    def _keyed(self) -> bool:
        """Whether a sample of each line stands before its name."""
        return len(self.values) > 1

    def _said(self, end: End) -> str:
        return f"{self.block.series[end.series].name} {self.text(end.value)}".strip()

    def plan(self) -> pages.Chart:
        """Plan lines: names at their ends, numbers over the points of one line or at an axis."""
        single = len(self.values) == 1
        for size in self.words.sizes(self.style.value) if single else ():
            made = self._plain(size, ticks=False)
            band = made.plot.width / self.count
            if self.words.widest(self._between, self.words.value(size)) <= band:
                return self._ended(self._numbered(made, size), size)
        sizes = self.words.sizes(self.style.value)
        for size in sizes:
            made = self._plain(size, ticks=True)
            if len(self.ends) * self.words.height(self.words.value(size)) <= made.plot.height:
                return self._ended(made, size)
        return self._ended(self._plain(sizes[-1], ticks=True), sizes[-1])

    @property
    def _between(self) -> list[str]:
        """The numbers over the points of one line, but the last."""
        return [self.text(v) for v in self.values[0][:-1] if v is not None]

    def _plain(self, size: Points, *, ticks: bool) -> pages.Chart:
        style = self.words.value(size)
        ends = self.words.widest(map(self._said, self.ends), style)
        ends += KEY * size if self._keyed else 0
        right = min(ends, self.frame.width * self.style.label_most) + self.style.gap
        axis = Axis(*self.extent)
        label, left = self.words.sizes(self.style.label)[0], 0.0
        for _ in range(2):
            axis = self.rising(label) if ticks else axis
            left = self.tick_width(axis, label) if ticks else 0
            names = self.names(self.frame.width - left - right)
            label, left, right = names.size, max(left, names.over), max(right, names.over)
        head, line = self.header(label), self.words.height(self.words.label(label))
        gap, frame = self.style.gap * NAMES, head.below
        over = line / 2 if ticks else 0
        height = frame.height - over - gap - names.lines * line
        plot = Rect(frame.x + left, frame.y + over, frame.width - left - right, height)
        if not ticks:
            room = self.words.height(style) + self.style.dot / 2 + OVER + OFF * size
            axis = padded(*self.extent, height, self.style.dot / 2 if axis.low < 0 else 0, room)
        made = self.made(plot, axis, head, label)
        return self.aimed(replace(made, every=names.every, names=gap), head)

    def _numbered(self, made: pages.Chart, size: Points) -> pages.Chart:
        """Return the plan with a number over each point of the only line but the last."""
        found, style = geometry.points(made, 0), self.words.value(size)
        values, height = self.values[0], self.words.height(style)
        labels = list[ChartLabel]()
        for c, (point, value) in enumerate(zip(found, values, strict=True)):
            if point is None or value is None or c == self.ends[0].point:
                continue
            text, (x, y) = self.text(value), point
            width, away = self.words.width(text, style), self.style.dot / 2 + OFF * size
            fits = y + away + height <= made.plot.bottom
            place: pages.Place = "under" if fits and _is_low(values, c) else "over"
            at = Rect(x - width / 2, y - away - OVER - height, width, height)
            if place == "under":
                at = replace(at, y=y + away)
            colour, code = self.colour(made.series[0].shades[0]), self.numbers.code(value)
            labels.append(ChartLabel(c, text, at, size, colour, code, place))
        return replace(made, series=(replace(made.series[0], labels=tuple(labels)),))

    def _ended(self, made: pages.Chart, size: Points) -> pages.Chart:
        """Return the plan with the names and last numbers at the ends, in their order."""
        style = self.words.value(size)
        height, right = self.words.height(style), made.plot.right - made.plot.width / self.count / 2
        axis, series = Axis(made.low, made.high), [*made.series]
        wanted = [axis.y(end.value, made.plot) - height / 2 - RAISED * size for end in self.ends]
        placed = spread(wanted, height, made.plot.y - height / 2, made.plot.bottom)
        x = right + self.style.gap / 2
        for end, y, own in zip(self.ends, placed, wanted, strict=True):
            points = geometry.points(made, end.series)
            at = points[end.point] or (right, y)
            frame = Rect(x, y, self.frame.right - x, height)
            label = ChartLabel(
                end.point,
                self._said(end),
                frame,
                size,
                self.colour(series[end.series].shades[0]),
                self.numbers.code(end.value),
                "right",
                (right - at[0], y - own),
                named=bool(self.block.series[end.series].name),
                keyed=self._keyed,
            )
            labels = (*series[end.series].labels, label)
            series[end.series] = replace(series[end.series], labels=labels)
        return replace(made, series=tuple(series))


def _is_low(values: Sequence[float | None], n: int) -> bool:
    """Tell whether a line comes down to its nth point and goes up from it."""
    own, around = values[n], (*values[max(n - 1, 0) : n], *values[n + 1 : n + 2])
    return own is not None and all(v is not None and v > own for v in around)


class Areas(Plot):
    """Areas that stand on each other."""

    @property
    def extent(self) -> tuple[float, float]:
        """The least and the greatest number on the axis."""
        if self.block.stack == "100%":
            return 0.0, 100.0
        found = [*sums(self.values), *self.goal]
        return min(found), max(found)

    def plan(self) -> pages.Chart:
        """Plan areas, their names over them, their numbers at an axis."""
        label = self.words.sizes(self.style.label)[0]
        left = right = 0.0
        for _ in range(3):  # the names, half of which stand beyond the plot
            width = self.frame.width - left - right
            names = self.names(width * self.count / max(self.count - 1, 1), self._most)
            label, right = names.size, self._half(names, width)
            axis = self.rising(label)
            left = max(self.tick_width(axis, label), right)
        head, line = self.header(label), self.words.height(self.words.label(label))
        frame, gap = head.below, self.style.gap * NAMES
        height = frame.height - line / 2 - gap - names.lines * line
        width = frame.width - left - right
        plot = Rect(frame.x + left, frame.y + line / 2, width, height)
        made = self.made(plot, axis, head, label)
        stack = "sum" if self.block.stack == "none" else self.block.stack
        return self.aimed(replace(made, stack=stack, every=names.every, names=gap), head)

    @property
    def _most(self) -> Points:
        """The largest size at which the first and the last name leave room for the plot."""
        ends = self.block.categories[0], self.block.categories[-1]
        for size in self.words.sizes(self.style.label):
            if self.words.widest(ends, self.words.label(size)) <= self.frame.width / 3:
                return size
        return 0.0

    def _half(self, names: Names, width: Points) -> Points:
        """Return how far the first and the last name may stand out over the plot."""
        ends = self.block.categories[0], self.block.categories[-1]
        widest = self.words.widest(ends, self.words.label(names.size))
        room = width / max(self.count - 1, 1) * names.every
        return min(widest, room if names.lines > 1 else widest, self.frame.width / 3) / 2


def spread(wanted: list[Points], height: Points, top: Points, bottom: Points) -> list[Points]:
    """Return places at least ``height`` apart, in their order, near to those that are wanted.

    Groups that touch are moved as one, to the mean of what their members want.
    """
    groups = list[tuple[Points, int]]()
    for place in wanted:
        groups.append((place, 1))
        while len(groups) > 1 and groups[-2][0] + groups[-2][1] * height > groups[-1][0]:
            (upper, many), (lower, few) = groups[-2:]
            start = (upper * many + (lower - many * height) * few) / (many + few)
            groups[-2:] = [(start, many + few)]
    places = [start + n * height for start, count in groups for n in range(count)]
    for n in range(len(places)):
        places[n] = max(places[n], top + n * height)
    for n in reversed(range(len(places))):
        places[n] = min(places[n], bottom - (len(places) - n) * height)
    return places
