"""Lines: a dot for each number, names at their ends."""

from collections.abc import Sequence

from shiryo import document, pages
from shiryo.inline import Run
from shiryo.layout.chart.plot import Plot
from shiryo.units import Points, Rect


class Lines(Plot):
    """Lines, one for each series."""

    def draw(self) -> list[pages.Item]:
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
            items.append(self._text(Run(ends[n], origin=series.origin), at, style.value, colour))
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
                self._value(value, 0, n),
                Rect(
                    band.x, self._y(value, plot) - height - self.style.dot / 2, band.width, height
                ),
                style,
                colour,
                "center",
            )
            for n, (band, value) in enumerate(zip(bands[:-1], values[:-1], strict=True))
            if value is not None
        ]

    def _dot(self, x: Points, y: Points, colour: str) -> pages.Item:
        size = self.style.dot
        return pages.Shape(Rect(x - size / 2, y - size / 2, size, size), "ellipse", colour)


def _free(
    y: Points, taken: Sequence[Points], height: Points, top: Points, bottom: Points
) -> Points:
    """Return the y nearest to ``y`` at which a label does not lie on another."""
    places = [y, *(t + side * height for t in taken for side in (1, -1))]
    free = [
        p for p in places if top <= p <= bottom and all(abs(p - t) >= height - 0.01 for t in taken)
    ]
    return min(free, key=lambda p: abs(p - y)) if free else min(max(y, top), bottom)
