"""Where a chart's plot stands: as the page draws it, in shares of the chart's frame."""

from collections.abc import Iterator, Sequence

from shiryo.pages import Chart, Polygon, Shape
from shiryo.render.pptx.xml import tag
from shiryo.units import Points, Rect

_TOUCH: Points = 1.5
_ROOM = 2.6
"""Around a pie, for its labels, in em of the numbers."""


def area(item: Chart) -> Rect | None:
    """Return the rectangle that the drawing's bars, lines or slices fill; None without one."""
    polygons = [_bounds(p.points) for p in item.drawing if isinstance(p, Polygon)]
    shapes = [s.frame for s in item.drawing if isinstance(s, Shape) and s.geometry == "rectangle"]
    if item.kind == "pie":
        return _inside_labels(item, _union(polygons)) if polygons else None
    if not shapes:
        return None
    axis = shapes[-1]
    return _union([axis, *polygons, *(s for s in shapes if _touch(axis, s))])


def layout(item: Chart) -> str:
    """Return the layout of the inner plot area (§ 21.2.2.88); empty leaves it to the program."""
    found = area(item)
    if found is None:
        return tag("c:layout")
    return tag("c:layout", tag("c:manualLayout", *_shares(found, item.frame, inner=True)))


def legend_layout(item: Chart) -> str:
    """Return the layout of the legend: beside a pie, else over the plot from its left edge."""
    found, frame = area(item), item.frame
    if found is None:
        return tag("c:layout")
    if item.kind == "pie":
        left = found.right + _ROOM * (item.value_size or item.label_size)
        height = min(frame.height, 2.2 * item.label_size * len(item.categories))
        y = frame.y + (frame.height - height) / 2
        at = Rect(left, y, frame.right - left, height)
    else:
        at = Rect(frame.x, frame.y, frame.width * 0.5, item.label_size * 1.8)
    return tag("c:layout", tag("c:manualLayout", *_shares(at, frame, inner=False)))


def _shares(at: Rect, frame: Rect, *, inner: bool) -> Iterator[str]:
    if inner:
        yield tag("c:layoutTarget", val="inner")
    yield tag("c:xMode", val="edge")
    yield tag("c:yMode", val="edge")
    for name, share in (
        ("x", (at.x - frame.x) / frame.width),
        ("y", (at.y - frame.y) / frame.height),
        ("w", at.width / frame.width),
        ("h", at.height / frame.height),
    ):
        yield tag(f"c:{name}", val=round(min(max(share, 0), 1), 4))


def _inside_labels(item: Chart, pie: Rect) -> Rect:
    room = min(_ROOM * (item.value_size or item.label_size), pie.width / 4)
    return pie.inset(room)


def _bounds(points: Sequence[tuple[Points, Points]]) -> Rect:
    xs, ys = zip(*points, strict=True)
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _union(rects: Sequence[Rect]) -> Rect:
    x, y = min(r.x for r in rects), min(r.y for r in rects)
    return Rect(x, y, max(r.right for r in rects) - x, max(r.bottom for r in rects) - y)


def _touch(one: Rect, other: Rect) -> bool:
    one = one.inset(-_TOUCH)
    across = other.x <= one.right and one.x <= other.right
    return across and other.y <= one.bottom and one.y <= other.bottom
