"""Charts: numbers → bars, columns, lines or slices with labels on them, and no grid."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin

from shiryo import document, pages
from shiryo.inline import Run
from shiryo.layout.text import Align, Anchor, Compositor, Para, Style
from shiryo.units import Points, Rect

_SMALLEST = 12
"""Points; no label is smaller."""


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """How a chart looks; colours are ``RRGGBB``."""

    label: Style
    """Of categories and names of series."""
    value: Style
    """Of numbers; its colour gives way to that of the bar."""
    axis: str
    axis_width: Points
    colours: tuple[str, ...]
    """Of the series, or of the slices; the first is the accent."""
    muted: str
    """Of what is not highlighted."""
    bar: float = 0.6
    """The share of its band that a bar, or a group of bars, takes."""
    gap: Points = 12
    """Between a bar and its labels."""
    label_most: float = 0.35
    """The greatest share of the width that labels beside a chart take."""
    line_width: Points = 2.5
    dot: Points = 8
    name: str = "グラフ"


def number(value: float) -> str:
    """Write a number with grouped thousands and no needless decimals."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def chart(
    block: document.Chart, frame: Rect, style: ChartStyle, compositor: Compositor
) -> pages.Chart:
    """Return a chart that fills ``frame``: its numbers, and its drawing."""
    plot = _Plot(block, frame, style, compositor)
    draw = {"bar": plot.bars, "column": plot.columns, "line": plot.lines, "pie": plot.pie}
    drawing = tuple(draw[block.kind]())
    return pages.Chart(
        frame,
        block.kind,
        block.categories,
        tuple(
            pages.ChartSeries(series.name, series.values, plot.colours(n))
            for n, series in enumerate(block.series)
        ),
        block.unit,
        min(style.label.size, plot.style.value.size),
        style.label.colour,
        style.axis,
        drawing,
        block.alt,
        style.name,
        style.value.size,
        style.value.weight >= 700,
    )


class _Plot:
    """A chart being drawn."""

    def __init__(
        self, block: document.Chart, frame: Rect, style: ChartStyle, compositor: Compositor
    ) -> None:
        self.block, self.frame, self.style, self.setter = block, frame, style, compositor
        values = [v for s in block.series for v in s.values if v is not None]
        self.low, self.high = min([0.0, *values]), max([0.0, *values])
        if self.low == self.high:
            self.high = 1.0

    def colours(self, n: int) -> tuple[str, ...]:
        """Return the colours of a series: one a point, or one for a line."""
        style, block = self.style, self.block
        if block.kind == "line":
            return (style.colours[n % len(style.colours)],)
        if block.highlight:
            own = style.colours[n % len(style.colours)]
            return tuple(own if c in block.highlight else style.muted for c in block.categories)
        if block.kind == "pie":
            return tuple(
                style.colours[k % len(style.colours)] for k in range(len(block.categories))
            )
        return (style.colours[n % len(style.colours)],) * len(block.categories)

    def bars(self) -> list[pages.Item]:
        """Draw bars from left to right, categories at the left, numbers at their ends."""
        items, frame = self._legend(self.frame)
        style, gap = self.style, self.style.gap
        labels = self._widest(self.block.categories, style.label)
        labels = min(labels, frame.width * style.label_most)
        values = self._widest(self._texts(), style.value)
        negative = values + gap if self.low < 0 else 0
        left = frame.x + labels + gap + negative
        scale = (frame.right - values - gap - left) / (self.high - self.low)
        zero = left - self.low * scale
        bands = Rect(frame.x, frame.y, frame.width, frame.height).rows(
            len(self.block.categories), 0
        )
        for c, band in enumerate(bands):
            at = Rect(frame.x, band.y, labels, band.height)
            items.append(self._text(self.block.categories[c], at, style.label))
            thick = band.height * style.bar / len(self.block.series)
            top = band.y + band.height * (1 - style.bar) / 2
            for n, series in enumerate(self.block.series):
                value = series.values[c]
                if value is None:
                    continue
                length = abs(value) * scale
                x = zero if value >= 0 else zero - length
                bar = Rect(x, top + n * thick, length, thick * self._thickness)
                colour = self.colours(n)[c]
                items.append(pages.Shape(bar, fill=colour))
                items.append(self._at_end(value, bar, colour, values))
        axis = Rect(zero - style.axis_width / 2, frame.y, style.axis_width, frame.height)
        return [*items, pages.Shape(axis, fill=style.axis)]

    def _at_end(self, value: float, bar: Rect, colour: str, width: Points) -> pages.Item:
        gap = self.style.gap
        x = bar.right + gap if value >= 0 else bar.x - gap - width
        at = Rect(x, bar.y, width, bar.height)
        return self._text(
            self._number(value), at, self.style.value, colour, "left" if value >= 0 else "right"
        )

    @property
    def _thickness(self) -> float:
        return 1 if len(self.block.series) == 1 else 0.9

    def columns(self) -> list[pages.Item]:
        """Draw columns, categories under them, numbers over them."""
        items, frame = self._legend(self.frame)
        slot = frame.width / len(self.block.categories) * self.style.bar / len(self.block.series)
        self.style = style = replace(self.style, value=self._narrowed(slot * 0.96))
        plot, bands = self._upright(frame)
        items += self._under(plot, bands)
        for c, band in enumerate(bands):
            thick = band.width * style.bar / len(self.block.series)
            left = band.x + band.width * (1 - style.bar) / 2
            for n, series in enumerate(self.block.series):
                value = series.values[c]
                if value is None:
                    continue
                top, base = self._y(max(value, 0), plot), self._y(min(value, 0), plot)
                bar = Rect(left + n * thick, top, thick * self._thickness, base - top)
                colour = self.colours(n)[c]
                items.append(pages.Shape(bar, fill=colour))
                items.append(self._over(value, bar, colour))
        return [*items, self._floor(plot)]

    def _narrowed(self, width: Points) -> Style:
        """Return the type of numbers, as small as it takes for each to be over its column."""
        style = self.style.value
        widest = self._widest(self._texts(), style)
        return replace(style, size=max(style.size * min(1, width / widest), _SMALLEST))

    def _over(self, value: float, bar: Rect, colour: str) -> pages.Item:
        text, style = self._number(value), self.style.value
        width, height = self._widest([text], style), style.size * style.leading
        y = bar.y - height if value >= 0 else bar.bottom
        at = Rect(bar.x + (bar.width - width) / 2, y, width, height)
        return self._text(text, at, style, colour, "center")

    def lines(self) -> list[pages.Item]:
        """Draw lines, the name of a series and its last number at the end of its line."""
        style, frame = self.style, self.frame
        ends = [self._end(series) for series in self.block.series]
        right = min(self._widest(ends, style.value), frame.width * style.label_most) + style.gap
        plot, bands = self._upright(Rect(frame.x, frame.y, frame.width - right, frame.height))
        items = [*self._under(plot, bands), self._floor(plot)]
        taken: list[Points] = []
        for n, series in enumerate(self.block.series):
            colour = self.colours(n)[0]
            points = [
                (band.x + band.width / 2, self._y(value, plot))
                for band, value in zip(bands, series.values, strict=True)
                if value is not None
            ]
            if not points:
                continue
            width = style.line_width
            items.append(pages.Polygon(tuple(points), False, None, colour, width))
            items += [self._dot(x, y, colour) for x, y in points]
            if len(self.block.series) == 1:
                items += self._numbers(series.values, bands, plot, colour)
            height = style.value.size * style.value.leading
            y = _free(points[-1][1] - height / 2, taken, height, frame.y, plot.bottom - height)
            taken.append(y)
            at = Rect(points[-1][0] + style.gap, y, frame.right - points[-1][0] - style.gap, height)
            items.append(self._text(ends[n], at, style.value, colour))
        return items

    def _end(self, series: document.Series) -> str:
        last = next((v for v in reversed(series.values) if v is not None), None)
        text = "" if last is None else self._number(last)
        return f"{series.name} {text}".strip()

    def _numbers(
        self, values: Sequence[float | None], bands: Sequence[Rect], plot: Rect, colour: str
    ) -> list[pages.Item]:
        """Return the numbers over all points but the last, where there is room for them."""
        style = self.style.value
        texts = ["" if value is None else self._number(value) for value in values]
        width = self._widest(texts, style)
        if width > bands[0].width:
            return []
        height = style.size * style.leading
        return [
            self._text(
                text,
                Rect(
                    band.x, self._y(value, plot) - height - self.style.dot / 2, band.width, height
                ),
                style,
                colour,
                "center",
            )
            for text, band, value in zip(texts[:-1], bands[:-1], values[:-1], strict=True)
            if value is not None
        ]

    def _dot(self, x: Points, y: Points, colour: str) -> pages.Item:
        size = self.style.dot
        return pages.Shape(Rect(x - size / 2, y - size / 2, size, size), "ellipse", colour)

    def pie(self) -> list[pages.Item]:
        """Draw slices clockwise from the top, and beside them what each is."""
        values = [max(v or 0, 0) for v in self.block.series[0].values]
        total, colours = sum(values) or 1, self.colours(0)
        radius = min(self.frame.height, self.frame.width * 0.5) / 2
        x, y = self.frame.x + radius, self.frame.y + self.frame.height / 2
        items, start = list[pages.Item](), 0.0
        for value, colour in zip(values, colours, strict=True):
            end = start + value / total
            if value:
                white = self.style.axis_width if value < total else 0
                points = _slice(x, y, radius, start, end)
                items.append(
                    pages.Polygon(points, True, colour, "FFFFFF" if white else None, white)
                )
            start = end
        left = x + radius + 3 * self.style.gap
        side = Rect(left, self.frame.y, self.frame.right - left, self.frame.height)
        return [*items, *self._key(side, values, total, colours)]

    def _key(
        self, side: Rect, values: Sequence[float], total: float, colours: Sequence[str]
    ) -> list[pages.Item]:
        style, size = self.style, self.style.label.size
        height = min(side.height / len(values), size * 2.4)
        y = side.y + (side.height - height * len(values)) / 2
        items = list[pages.Item]()
        numbers = [self._number(v) for v in values]
        if self.block.unit not in ("%", "％"):
            numbers = [f"{n}（{v / total:.0%}）" for n, v in zip(numbers, values, strict=True)]
        wide = self._widest(numbers, style.value)
        names = self._widest(self.block.categories, style.label)
        names = min(names, side.width - wide - size - 2 * style.gap)
        for n, colour in enumerate(colours):
            mark = Rect(side.x, y + (height - size * 0.7) / 2, size * 0.7, size * 0.7)
            name = Rect(side.x + size + style.gap / 2, y, names, height)
            value = Rect(name.right + style.gap, y, side.right - name.right - style.gap, height)
            items += [
                pages.Shape(mark, fill=colour),
                self._text(self.block.categories[n], name, style.label),
                self._text(numbers[n], value, style.value, colour),
            ]
            y += height
        return items

    def _upright(self, frame: Rect) -> tuple[Rect, tuple[Rect, ...]]:
        """Return the plot and its bands, with room for numbers above and categories below."""
        style, count = self.style, len(self.block.categories)
        over = style.value.size * style.value.leading + style.dot / 2
        band = frame.width / count
        under = max(
            self.setter.height([self._para(c, style.label, "", "center")], band * 0.96)
            for c in self.block.categories
        )
        low = over if self.low < 0 else 0
        height = frame.height - over - under - style.gap / 2 - low
        plot = Rect(frame.x, frame.y + over, frame.width, height)
        return plot, plot.columns(count, 0)

    def _under(self, plot: Rect, bands: Sequence[Rect]) -> list[pages.Item]:
        style = self.style
        low = style.value.size * style.value.leading + style.dot / 2 if self.low < 0 else 0
        y = plot.bottom + style.gap / 2 + low
        return [
            self._text(
                category,
                Rect(band.x + band.width * 0.02, y, band.width * 0.96, self.frame.bottom - y),
                style.label,
                "",
                "center",
                "top",
            )
            for category, band in zip(self.block.categories, bands, strict=True)
        ]

    def _floor(self, plot: Rect) -> pages.Item:
        width = self.style.axis_width
        at = Rect(plot.x, self._y(0, plot) - width / 2, plot.width, width)
        return pages.Shape(at, fill=self.style.axis)

    def _y(self, value: float, plot: Rect) -> Points:
        return plot.y + (self.high - value) / (self.high - self.low) * plot.height

    def _legend(self, frame: Rect) -> tuple[list[pages.Item], Rect]:
        """Draw the names of the series over the chart, where there are several."""
        if len(self.block.series) < 2:
            return [], frame
        style, x = self.style, frame.x
        height, side = style.label.size * style.label.leading, style.label.size * 0.7
        items = list[pages.Item]()
        for n, series in enumerate(self.block.series):
            width = self._widest([series.name], style.label)
            mark = Rect(x, frame.y + (height - side) / 2, side, side)
            colour = style.colours[n % len(style.colours)]
            items.append(pages.Shape(mark, fill=colour))
            text = Rect(x + side + style.gap / 2, frame.y, width, height)
            items.append(self._text(series.name, text, style.label))
            x = text.right + 2 * style.gap
        return items, frame.below(height + style.gap)

    def _number(self, value: float) -> str:
        return f"{number(value)}{self.block.unit}"

    def _texts(self) -> list[str]:
        return [self._number(v) for s in self.block.series for v in s.values if v is not None]

    def _widest(self, texts: Sequence[str], style: Style) -> Points:
        return max((self.setter.width((Run(t),), style) for t in texts if t), default=0) + 0.5

    def _para(self, text: str, style: Style, colour: str, align: Align) -> Para:
        made = replace(style, colour=colour) if colour else style
        return Para((Run(text),), made, "phrase", align)

    def _text(
        self,
        text: str,
        at: Rect,
        style: Style,
        colour: str = "",
        align: Align = "left",
        anchor: Anchor = "middle",
    ) -> pages.TextBox:
        para = self._para(text, style, colour, align)
        return self.setter.box([para], at, "chart", anchor=anchor)


def _slice(
    x: Points, y: Points, radius: Points, start: float, end: float
) -> tuple[tuple[Points, Points], ...]:
    """Return a slice; ``start`` and ``end`` are shares of the circle, clockwise from the top."""
    steps = max(2, round((end - start) * 180))
    angles = [2 * pi * (start + (end - start) * n / steps) for n in range(steps + 1)]
    arc = tuple((x + radius * sin(angle), y - radius * cos(angle)) for angle in angles)
    return arc if end - start >= 1 else ((x, y), *arc)


def _free(
    y: Points, taken: Sequence[Points], height: Points, top: Points, bottom: Points
) -> Points:
    """Return the y nearest to ``y`` at which a label does not lie on another."""
    places = [y, *(t + side * height for t in taken for side in (1, -1))]
    free = [
        p for p in places if top <= p <= bottom and all(abs(p - t) >= height - 0.01 for t in taken)
    ]
    return min(free, key=lambda p: abs(p - y)) if free else min(max(y, top), bottom)
