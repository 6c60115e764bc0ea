"""Places on a page of a PDF: boxes, and what moves a point. All lengths are in points."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, from the top left of the page."""
Point = tuple[float, float]
Affine = tuple[float, float, float, float, float, float]
"""Where a point goes (ISO 32000-1 §8.3.3)."""


def moved(point: Point, place: Affine) -> Point:
    """Return where ``place`` moves a point."""
    (x, y), (a, b, c, d, e, f) = point, place
    return a * x + c * y + e, b * x + d * y + f


def times(first: Affine, then: Affine) -> Affine:
    """Return what moves a point as one after the other does."""
    a, b, c, d, _, _ = then
    e, f = moved(first[4:], then)
    return (
        first[0] * a + first[1] * c, first[0] * b + first[1] * d,
        first[2] * a + first[3] * c, first[2] * b + first[3] * d, e, f,
    )  # fmt: skip


def around(points: list[Point]) -> Box:
    """Return the box around points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def is_inside(box: Box, area: Box) -> bool:
    """Tell whether the middle of ``box`` stands in ``area``."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return area[0] <= x <= area[2] and area[1] <= y <= area[3]


def turned(box: Box, turn: int, width: float, height: float) -> Box:
    """Return ``box`` on a page of ``width`` and ``height`` once that is turned to the right.

    ``turn`` is 0, 90, 180 or 270 degrees.
    """
    x0, top, x1, bottom = box
    if turn == 90:
        return height - bottom, x0, height - top, x1
    if turn == 180:
        return width - x1, height - bottom, width - x0, height - top
    if turn == 270:
        return top, width - x1, bottom, width - x0
    return box
