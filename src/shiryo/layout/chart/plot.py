"""What charts of every kind have in common: their scale, their words, the plot with its bands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shiryo import document, pages
from shiryo.inline import Run
from shiryo.japanese.numerals import grouped
from shiryo.layout.text.compositor import Compositor
from shiryo.layout.text.para import Para, Style
from shiryo.origins import Origin
from shiryo.units import Points, Rect


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
    paper: str
    """Of what parts the slices of a pie."""
    bar: float
    """The share of its band that a bar, or a group of bars, takes."""
    gap: Points
    """Between a bar and its labels."""
    label_most: float
    """The greatest share of the width that labels beside a chart take."""
    line_width: Points
    dot: Points


class Plot:
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

    def draw(self) -> list[pages.Item]:
        """Return the chart as shapes and text boxes."""
        raise NotImplementedError

    def _upright(self, frame: Rect) -> tuple[Rect, tuple[Rect, ...]]:
        """Return the plot and its bands, with room for numbers above and categories below."""
        style, count = self.style, len(self.block.categories)
        over = style.value.size * style.value.leading + style.dot / 2
        band = frame.width / count
        under = max(
            self.setter.height([self._para(Run(c), style.label, "", "center")], band * 0.96)
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
                self._category(n),
                Rect(band.x + band.width * 0.02, y, band.width * 0.96, self.frame.bottom - y),
                style.label,
                "",
                "center",
                "top",
            )
            for n, band in enumerate(bands)
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
            name = Run(series.name, origin=_within(series.origin, "name"))
            items.append(self._text(name, text, style.label))
            x = text.right + 2 * style.gap
        return items, frame.below(height + style.gap)

    def _category(self, n: int) -> Run:
        return Run(self.block.categories[n], origin=_within(self.block.origin, n))

    def _value(self, value: float, series: int, n: int) -> Run:
        """Return the words of the nth value of a series."""
        origin = _within(self.block.series[series].origin, "values", n)
        return Run(self._number(value), origin=origin)

    def _number(self, value: float) -> str:
        return f"{grouped(value)}{self.block.unit}"

    def _texts(self) -> list[str]:
        return [self._number(v) for s in self.block.series for v in s.values if v is not None]

    def _widest(self, texts: Sequence[str], style: Style) -> Points:
        return max((self.setter.width((Run(t),), style) for t in texts if t), default=0) + 0.5

    def _para(self, text: Run, style: Style, colour: str, align: pages.Align) -> Para:
        made = replace(style, colour=colour) if colour else style
        return Para((text,), made, "phrase", align)

    def _text(
        self,
        text: Run,
        at: Rect,
        style: Style,
        colour: str = "",
        align: pages.Align = "left",
        anchor: pages.VerticalAlign = "middle",
    ) -> pages.TextBox:
        para = self._para(text, style, colour, align)
        return self.setter.box([para], at, "chart", anchor=anchor)


def _within(origin: Origin | None, *below: str | int) -> Origin | None:
    """Return where a part of a chart is written; numbers of a file have no path of their own."""
    return origin if not origin or origin[-1] == "data" else (*origin, *below)
