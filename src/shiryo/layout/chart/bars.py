"""Bars and columns: lengths from one axis, the number at the end of each."""

from dataclasses import replace

from shiryo import pages
from shiryo.inline import Run
from shiryo.layout.chart.plot import ChartStyle, Plot
from shiryo.layout.text.para import Style
from shiryo.units import Points, Rect

_SMALLEST = 12
"""Points; no number over a column is made smaller."""


class Bars(Plot):
    """Bars, grouped by category where there are several series."""

    @property
    def _thickness(self) -> float:
        return 1 if len(self.block.series) == 1 else 0.9


class HorizontalBars(Bars):
    """Bars from left to right."""

    def draw(self) -> list[pages.Item]:
        """Draw bars from left to right, categories at the left, numbers at their ends."""
        items, frame = self._legend(self.frame)
        self.style = style = self._flattened(frame.height / len(self.block.categories))
        gap = style.gap
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
            items.append(self._text(self._category(c), at, style.label))
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
                items.append(self._at_end(self._value(value, n, c), value, bar, colour, values))
        axis = Rect(zero - style.axis_width / 2, frame.y, style.axis_width, frame.height)
        return [*items, pages.Shape(axis, fill=style.axis)]

    def _flattened(self, band: Points) -> ChartStyle:
        """Return the style with type small enough for bands that are lower than a line."""
        style, series = self.style, len(self.block.series)
        if style.label.size <= band:
            return style
        value = min(style.value.size, band / series)
        return replace(
            style, label=replace(style.label, size=band), value=replace(style.value, size=value)
        )

    def _at_end(self, text: Run, value: float, bar: Rect, colour: str, width: Points) -> pages.Item:
        gap = self.style.gap
        x = bar.right + gap if value >= 0 else bar.x - gap - width
        at = Rect(x, bar.y, width, bar.height)
        align: pages.Align = "left" if value >= 0 else "right"
        return self._text(text, at, self.style.value, colour, align)


class Columns(Bars):
    """Bars from the floor up."""

    def draw(self) -> list[pages.Item]:
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
                items.append(self._over(self._value(value, n, c), value, bar, colour))
        return [*items, self._floor(plot)]

    def _narrowed(self, width: Points) -> Style:
        """Return the type of numbers, as small as it takes for each to be over its column."""
        style = self.style.value
        widest = self._widest(self._texts(), style)
        least = min(style.size, _SMALLEST)
        return replace(style, size=max(style.size * min(1, width / widest), least))

    def _over(self, text: Run, value: float, bar: Rect, colour: str) -> pages.Item:
        style = self.style.value
        width, height = self._widest([text.text], style), style.size * style.leading
        y = bar.y - height if value >= 0 else bar.bottom
        at = Rect(bar.x + (bar.width - width) / 2, y, width, height)
        return self._text(text, at, style, colour, "center")
