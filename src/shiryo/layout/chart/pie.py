"""A pie: slices of the first series, and beside them what each is."""

from collections.abc import Sequence
from dataclasses import replace
from math import cos, pi, sin

from shiryo import pages
from shiryo.layout.chart.plot import Plot
from shiryo.units import Points, Rect


class Pie(Plot):
    """Slices."""

    def draw(self) -> list[pages.Item]:
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
                    pages.Polygon(points, True, colour, self.style.paper if white else None, white)
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
                self._text(self._category(n), name, style.label),
                self._text(
                    replace(self._value(values[n], 0, n), text=numbers[n]),
                    value,
                    style.value,
                    colour,
                ),
            ]
            y += height
        return items


def _slice(
    x: Points, y: Points, radius: Points, start: float, end: float
) -> tuple[tuple[Points, Points], ...]:
    """Return a slice; ``start`` and ``end`` are shares of the circle, clockwise from the top."""
    steps = max(2, round((end - start) * 180))
    angles = [2 * pi * (start + (end - start) * n / steps) for n in range(steps + 1)]
    arc = tuple((x + radius * sin(angle), y - radius * cos(angle)) for angle in angles)
    return arc if end - start >= 1 else ((x, y), *arc)
