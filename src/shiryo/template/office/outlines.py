"""Outlines of shapes as points: those that have names, and those that are drawn point by point.

ECMA-376-1 § 20.1.9.8 (custom), § 20.1.9.18 (named); what they mean is in presetShapeDefinitions.
"""

from collections.abc import Callable, Iterator
from math import cos, hypot, pi, radians, sin
from typing import Any, NamedTuple

from shiryo.template.office.markup import A, integer, local
from shiryo.template.office.shapes import Drawn
from shiryo.units import Point

_ROUND = 12
"""Points of a quarter of a circle."""
_CURVE = 10
"""Points of a curve."""
_MOST = 4000
"""Points of a path that are looked at."""
_LINES = ("line", "straightConnector1")


class Outline(NamedTuple):
    """A path, its points in the frame of its shape: x and y from 0 to 1."""

    points: tuple[Point, ...]
    closed: bool
    filled: bool = True


def outlines(shape: Drawn) -> list[Outline] | None:
    """Return the paths of a shape on the page; None for a geometry that is not known here."""
    properties = shape.properties
    custom = properties.find(f"{A}custGeom") if properties is not None else None
    if custom is not None:
        found: list[Outline] | None = [*_custom(custom)]
    else:
        found = _named(shape)
    if found is None:
        return None
    return [made._replace(points=tuple(_on_page(shape, p) for p in made.points)) for made in found]


def _named(shape: Drawn) -> list[Outline] | None:
    properties = shape.properties
    preset = properties.find(f"{A}prstGeom") if properties is not None else None
    name = preset.get("prst", "rect") if preset is not None else "rect"
    if name in _LINES:
        return [Outline(((0, 0), (1, 1)), closed=False, filled=False)]
    if (make := _PRESETS.get(name)) is None:
        return None
    guides = preset.iter(f"{A}gd") if preset is not None else ()
    adjusted = [integer(str(g.get("fmla", "")).rpartition(" ")[2], -1) / 100_000 for g in guides]
    width, height = max(shape.frame.width, 0.01), max(shape.frame.height, 0.01)
    return [Outline(tuple(make(width, height, [a for a in adjusted if a >= 0])), closed=True)]


def _on_page(shape: Drawn, point: Point) -> Point:
    f, (x, y) = shape.frame, point
    across, down = shape.flipped
    x, y = 1 - x if across else x, 1 - y if down else y
    at = f.x + x * f.width, f.y + y * f.height
    return turned(at, (f.x + f.width / 2, f.y + f.height / 2), shape.turn) if shape.turn else at


def turned(point: Point, middle: Point, degrees: float) -> Point:
    """Return a point turned clockwise around another."""
    angle = radians(degrees)
    x, y = point[0] - middle[0], point[1] - middle[1]
    return (
        middle[0] + x * cos(angle) - y * sin(angle),
        middle[1] + x * sin(angle) + y * cos(angle),
    )


def _custom(geometry: Any) -> Iterator[Outline]:
    for path in geometry.iter(f"{A}path"):
        width, height = integer(path.get("w"), 1) or 1, integer(path.get("h"), 1) or 1
        filled = path.get("fill") != "none"
        points, closed = list[Point](), False
        for command in path:
            given = [
                (_number(p, "x") / width, _number(p, "y") / height) for p in command.iter(f"{A}pt")
            ]
            kind = local(command)
            if kind == "moveTo" and points:
                yield Outline(tuple(points), closed, filled)
                points = []
            if kind == "close":
                closed = True
            elif kind == "arcTo":
                points += _arc(points[-1] if points else (0, 0), command, width, height)
            elif kind == "cubicBezTo" and len(given) == 3 and points:
                points += _bezier(points[-1], given)
            elif kind == "quadBezTo" and len(given) == 2 and points:
                (cx, cy), end = given
                first, last = points[-1], end
                one = (first[0] + (cx - first[0]) * 2 / 3, first[1] + (cy - first[1]) * 2 / 3)
                two = (last[0] + (cx - last[0]) * 2 / 3, last[1] + (cy - last[1]) * 2 / 3)
                points += _bezier(first, [one, two, end])
            else:
                points += given
            if len(points) > _MOST:
                break
        if len(points) > 1:
            yield Outline(tuple(points), closed, filled)


def _number(point: Any, name: str) -> int:
    return integer(point.get(name))


def _bezier(start: Point, others: list[Point]) -> Iterator[Point]:
    a, (b, c, d) = start, others
    for n in range(1, _CURVE + 1):
        t = n / _CURVE
        parts = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield (
            sum(k * p[0] for k, p in zip(parts, (a, b, c, d), strict=True)),
            sum(k * p[1] for k, p in zip(parts, (a, b, c, d), strict=True)),
        )


def _arc(start: Point, command: Any, width: float, height: float) -> Iterator[Point]:
    across, down = integer(command.get("wR")) / width, integer(command.get("hR")) / height
    first = radians(integer(command.get("stAng")) / 60_000)
    swing = radians(integer(command.get("swAng")) / 60_000)
    x, y = start[0] - across * cos(first), start[1] - down * sin(first)
    for n in range(1, _ROUND + 1):
        angle = first + swing * n / _ROUND
        yield x + across * cos(angle), y + down * sin(angle)


def _ellipse(*_: Any) -> list[Point]:
    count = 4 * _ROUND
    return [
        (0.5 + cos(2 * pi * n / count) / 2, 0.5 + sin(2 * pi * n / count) / 2) for n in range(count)
    ]


def _rounded(*corners: bool) -> Callable[[float, float, list[float]], list[Point]]:
    """Return what makes a rectangle of which these corners are round, from the upper left."""

    def make(width: float, height: float, adjusted: list[float]) -> list[Point]:
        radius = min(width, height) * min(adjusted[0] if adjusted else 0.16667, 0.5)
        across, down = radius / width, radius / height
        middles = (across, down), (1 - across, down), (1 - across, 1 - down), (across, 1 - down)
        sharp = (0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)
        points = list[Point]()
        for n, is_round in enumerate(corners):
            if not is_round:
                points.append(sharp[n])
                continue
            for step in range(_ROUND + 1):
                angle = pi + n * pi / 2 + step * pi / 2 / _ROUND
                x, y = middles[n]
                points.append((x + across * cos(angle), y + down * sin(angle)))
        return points

    return make


def _slanted(share: float, at: Callable[[float], list[Point]]) -> Any:
    """Return what makes an outline of one measure, a share of the shorter side, of the width."""

    def make(width: float, height: float, adjusted: list[float]) -> list[Point]:
        value = adjusted[0] if adjusted else share
        return at(min(value * min(width, height) / width, 1))

    return make


def _fixed(*points: Point) -> Any:
    return lambda *_: [*points]


_PRESETS: dict[str, Callable[[float, float, list[float]], list[Point]]] = {
    "rect": _fixed((0, 0), (1, 0), (1, 1), (0, 1)),
    "flowChartProcess": _fixed((0, 0), (1, 0), (1, 1), (0, 1)),
    "ellipse": _ellipse,
    "flowChartConnector": _ellipse,
    "roundRect": _rounded(True, True, True, True),
    "round1Rect": _rounded(False, True, False, False),
    "round2SameRect": _rounded(True, True, False, False),
    "diamond": _fixed((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "rtTriangle": _fixed((0, 0), (1, 1), (0, 1)),
    "triangle": lambda _w, _h, a: [(a[0] if a else 0.5, 0), (1, 1), (0, 1)],
    "parallelogram": _slanted(0.25, lambda v: [(v, 0), (1, 0), (1 - v, 1), (0, 1)]),
    "trapezoid": _slanted(0.25, lambda v: [(v, 0), (1 - v, 0), (1, 1), (0, 1)]),
    "homePlate": _slanted(0.5, lambda v: [(0, 0), (1 - v, 0), (1, 0.5), (1 - v, 1), (0, 1)]),
    "chevron": _slanted(
        0.5, lambda v: [(0, 0), (1 - v, 0), (1, 0.5), (1 - v, 1), (0, 1), (v, 0.5)]
    ),
    "hexagon": _slanted(
        0.25, lambda v: [(v, 0), (1 - v, 0), (1, 0.5), (1 - v, 1), (v, 1), (0, 0.5)]
    ),
}


def length(one: Point, other: Point) -> float:
    """Return how far two points are from each other."""
    return hypot(other[0] - one[0], other[1] - one[1])
