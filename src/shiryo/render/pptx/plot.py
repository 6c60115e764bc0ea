"""Where a chart's plot stands: as the page draws it, in shares of the chart's frame."""

from collections.abc import Iterator, Sequence

from shiryo.pages import Chart, Polygon, Shape
from shiryo.render.pptx.oxml import Element, element
from shiryo.units import Points, Rect

_TOUCH: Points = 1.5
_ROOM = 1.7
"""Around a pie, for its labels, in em of the numbers."""


def area(item: Chart) -> Rect | None:
    """Return the rectangle that the drawing's bars, lines or slices fill; None without one."""
    polygons = [_bounds(p.points) for p in item.drawing if isinstance(p, Polygon)]
    shapes = [s.frame for s in item.drawing if isinstance(s, Shape) and s.geometry == "rectangle"]
    if item.kind == "pie":
        return _amid_labels(item, _union(polygons)) if polygons else None
    if not shapes:
        return None
    axis = shapes[-1]
    return _union([axis, *polygons, *(s for s in shapes if _touch(axis, s))])


def layout(item: Chart) -> Element:
    """Return the layout of the inner plot area (§ 21.2.2.88); empty leaves it to the program."""
    found = area(item)
    if found is None:
        return element("c:layout")
    return element(
        "c:layout",
        element(
            "c:manualLayout",
            element("c:layoutTarget", val="inner"),
            *_shares(found, item.frame, sized=True),
        ),
    )


def legend_layout(item: Chart) -> Element:
    """Return the layout of the legend: over the plot, from its left edge."""
    found = area(item)
    if found is None:
        return element("c:layout")
    return element(
        "c:layout", element("c:manualLayout", *_shares(item.frame, item.frame, sized=False))
    )


def _shares(at: Rect, frame: Rect, *, sized: bool) -> Iterator[Element]:
    """Yield the place in shares of the frame; without sizes for what sizes itself."""
    yield element("c:xMode", val="edge")
    yield element("c:yMode", val="edge")
    shares = {
        "x": (at.x - frame.x) / frame.width,
        "y": (at.y - frame.y) / frame.height,
        "w": at.width / frame.width,
        "h": at.height / frame.height,
    }
    for name in ("xy", "xywh")[sized]:
        share = shares[name]
        yield element(f"c:{name}", val=round(min(max(share, 0), 1), 4))


def _amid_labels(item: Chart, pie: Rect) -> Rect:
    """Return the pie's place where its labels stand around it: in the middle, and smaller."""
    room = min(_ROOM * (item.value_size or item.label_size), pie.width / 4)
    middle = item.frame.x + (item.frame.width - pie.width) / 2
    return Rect(middle, pie.y, pie.width, pie.height).inset(room)


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
