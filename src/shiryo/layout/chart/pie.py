"""A pie: slices of the first series, and at each what it is."""

from dataclasses import replace
from math import cos, pi, sin, sqrt

from shiryo import pages
from shiryo.layout.chart import geometry
from shiryo.layout.chart.axis import Axis
from shiryo.layout.chart.lines import spread
from shiryo.layout.chart.numbers import SIGNED
from shiryo.layout.chart.plot import Plot
from shiryo.pages import ChartLabel
from shiryo.units import Point, Points, Rect

_LEAST = 0.3
"""The least share of the height that the radius of a pie has, before words get smaller."""
_ALONG = 5
"""Degrees up to which a label stands straight over, under or beside its slice."""


class Pie(Plot):
    """Slices."""

    def plan(self) -> pages.Chart:
        """Plan slices clockwise from the top, and words around them."""
        sizes = self.words.sizes(self.style.value)
        made = self._sized(sizes[0])
        for size in sizes[1:]:
            if made.plot.height >= 2 * _LEAST * self.frame.height:
                break
            made = self._sized(size)
        return made

    @property
    def legend(self) -> list[str]:
        """Nothing: slices are named where they are."""
        return []

    @property
    def shares(self) -> list[float]:
        """How much of the circle each slice has."""
        return geometry.shares(self.values[0])

    def _said(self, n: int) -> str:
        return " ".join(self._parts(n))

    def _parts(self, n: int) -> tuple[str, ...]:
        """Return what is said at a slice: what it is, its number, and its share if that differs."""
        value = self.values[0][n]
        text = "" if value is None else self.text(value)
        share = (f"{self.shares[n]:.0%}",) if self._shared else ()
        return self.block.categories[n], text, *share

    @property
    def _shared(self) -> bool:
        """Whether the share of each slice is said beside its number."""
        return self.block.unit not in SIGNED

    def _sized(self, size: Points) -> pages.Chart:
        label = min(size, self.words.sizes(self.style.label)[0])
        head, style = self.header(label), self.words.value(size)
        frame, gap = head.below, self.style.gap / 2
        widest = self.words.widest(map(self._said, range(self.count)), style)
        line = self.words.height(style)
        radius = min(frame.height / 2 - line - gap, frame.width / 2 - widest - gap)
        radius = max(radius, frame.height / 6)
        x, y = frame.x + frame.width / 2, frame.y + frame.height / 2
        plot = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
        made = self.made(plot, Axis(0, 1), head, label)
        return replace(made, series=(replace(made.series[0], labels=self._labels(made, size)),))

    def _labels(self, made: pages.Chart, size: Points) -> tuple[ChartLabel, ...]:
        style = self.words.value(size)
        height, start, labels = self.words.height(style), 0.0, list[ChartLabel]()
        for n, share in enumerate(self.shares):
            middle, value = start + share / 2, self.values[0][n]
            start += share
            if value is None:
                continue
            width = self.words.width(self._said(n), style)
            at = _beside(made.plot, middle, width, height)
            labels.append(
                ChartLabel(
                    n,
                    self._said(n),
                    at,
                    size,
                    self.colour(made.series[0].shades[n]),
                    self.numbers.code(value),
                    "over",
                    named=True,
                    parts=self._parts(n) if self._shared else (),
                )
            )
        return self._apart(labels, made.plot, height)

    def _apart(
        self, labels: list[ChartLabel], plot: Rect, height: Points
    ) -> tuple[ChartLabel, ...]:
        """Return the labels, those at each side moved so far that they do not touch."""
        moved, middle = dict[int, ChartLabel](), plot.x + plot.width / 2
        for right in (True, False):
            side = [a for a in labels if (a.frame.x + a.frame.width / 2 >= middle) == right]
            side.sort(key=lambda label: (label.frame.y, label.point if right else -label.point))
            places = spread(
                [label.frame.y for label in side], height, self.frame.y, self.frame.bottom
            )
            for label, y in zip(side, places, strict=True):
                x = _clear(label.frame, y, plot, right=right)
                frame = Rect(x, y, label.frame.width, height)
                shift = x - label.frame.x, y - label.frame.y
                moved[label.point] = replace(label, frame=frame, shift=shift)
        return tuple(moved[label.point] for label in labels)


def _beside(plot: Rect, share: float, width: Points, height: Points) -> Rect:
    """Return where the label of a slice stands by itself: with its nearest corner at the rim."""
    x, y = rim(plot, share)
    degrees = share * 360

    def near(angle: float) -> bool:
        return abs((degrees - angle + 180) % 360 - 180) <= _ALONG

    left = x - width / 2 if near(0) or near(180) else x if degrees < 180 else x - width
    upper = degrees < 90 or degrees > 270
    top = y - height / 2 if near(90) or near(270) else y - height if upper else y
    return Rect(left, top, width, height)


def rim(plot: Rect, share: float) -> Point:
    """Return a point of the circle, a share of it from the top, clockwise."""
    radius, angle = plot.width / 2, 2 * pi * share
    return plot.x + radius * (1 + sin(angle)), plot.y + radius * (1 - cos(angle))


def _clear(frame: Rect, y: Points, plot: Rect, *, right: bool) -> Points:
    """Return the x of a label that was moved up or down, so that it stands clear of the circle."""
    if y == frame.y:
        return frame.x
    radius, middle = plot.width / 2, plot.y + plot.height / 2
    nearest = min(max(middle, y), y + frame.height) - middle
    reach = sqrt(max(radius**2 - nearest**2, 0)) + 0.04 * radius
    centre = plot.x + radius
    if right:
        return max(frame.x, centre + reach)
    return min(frame.x, centre - reach - frame.width)


def slice_(plot: Rect, start: float, end: float) -> tuple[Point, ...]:
    """Return a slice; ``start`` and ``end`` are shares of the circle, clockwise from the top."""
    steps = max(2, round((end - start) * 180))
    arc = tuple(rim(plot, start + (end - start) * n / steps) for n in range(steps + 1))
    middle = (plot.x + plot.width / 2, plot.y + plot.height / 2)
    return arc if end - start >= 1 else (middle, *arc)
