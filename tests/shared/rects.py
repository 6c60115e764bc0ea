"""Where things are beside each other."""

from shiryo.units import Points, Rect


def contains(outer: Rect, inner: Rect, slack: Points = 0.01) -> bool:
    """Tell whether ``inner`` lies inside ``outer``, give or take ``slack`` points."""
    return (
        inner.x >= outer.x - slack
        and inner.y >= outer.y - slack
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )
