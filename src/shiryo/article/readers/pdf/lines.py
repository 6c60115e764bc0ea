"""The straight lines of a page: those that rule tables, and the edges of boxes and figures."""

from collections.abc import Iterable, Iterator
from ctypes import c_float, c_int
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

from shiryo import limits
from shiryo.article.readers.pdf.geometry import Affine, Box, Point, moved
from shiryo.article.readers.pdf.things import placed
from shiryo.values import dataclass

_THIN = 2
"""Points that a box may be high or wide and still be a line."""
_CORNERS = 5
"""Points of a box, the first once more at its end; what has more is a shape of a drawing."""
_EDGE = 2
"""Points from the edge of the page within which lines run along it."""
_OUT = 1
"""Points that the ends of a line may be out of line."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The straight lines of a page, all from left to right or from top to bottom, in points."""

    rules: list[Box]
    """What is drawn as a line, or as a box that is as thin as one."""
    edges: list[Box]
    """The sides of boxes and other figures."""


def lines(found: Iterable[tuple[int, Any, Affine]], width: float, height: float) -> Lines:
    """Return the lines among what is drawn on a page (`things`) of ``width`` and ``height``.

    What runs along its edge is the ground that it stands on. There are none where the page has
    more than `limits.RULES` lines, sides and points of curves: it is a drawing, or a map.
    """
    made = Lines([], [])
    left = limits.RULES
    fill, stroke = c_int(), c_int()
    for kind, path, seen in found:
        if kind != raw.FPDF_PAGEOBJ_PATH:
            continue
        left -= raw.FPDFPath_CountSegments(path)
        if left < 0:
            return Lines([], [])
        raw.FPDFPath_GetDrawMode(path, fill, stroke)
        if fill.value or stroke.value:
            for figure in _figures(path, placed(path, seen)):
                _sort(figure, made)
    area = _EDGE, _EDGE, width - _EDGE, height - _EDGE
    return Lines(_off_edge(made.rules, area), _off_edge(made.edges, area))


def _off_edge(found: list[Box], area: Box) -> list[Box]:
    """Return the lines that do not run along the edge of the page, outside ``area``."""
    left, top, right, bottom = area
    return [
        (x0, y0, x1, y1)
        for x0, y0, x1, y1 in found
        if x1 > left and x0 < right and y1 > top and y0 < bottom
    ]


def _figures(path: Any, place: Affine) -> Iterator[list[Point | None]]:
    """Yield the points of each figure of a path where they are shown; None stands for a curve."""
    x, y = c_float(), c_float()
    points: list[Point | None] = []
    for n in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, n)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        elif kind == raw.FPDF_SEGMENT_BEZIERTO and points and points[-1]:
            points.append(None)
        points.append(moved((x.value, y.value), place))
        if raw.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
            points.append(points[0])
    if len(points) > 1:
        yield points


def _sort(points: list[Point | None], found: Lines) -> None:
    """Put the sides of a figure where they belong."""
    sides = [_side(start, end) for start, end in pairwise(points) if start and end]
    straight = [side for side in sides if side]
    if not straight:
        return
    x0, top, x1, bottom = zip(*straight, strict=True)
    whole = min(x0), min(top), max(x1), max(bottom)
    thin = min(whole[2] - whole[0], whole[3] - whole[1]) < _THIN
    if len(points) == 2 or (thin and len(points) <= _CORNERS and len(straight) == len(sides)):
        found.rules.append(whole)
    else:
        found.edges.extend(straight)


def _side(start: Point, end: Point) -> Box | None:
    """Return a side as a line that runs across or down; None for one that slopes."""
    (x0, x1), (y0, y1) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return (x0, y0, x1, y1) if min(x1 - x0, y1 - y0) <= _OUT else None
