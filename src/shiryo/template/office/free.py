"""The free area of a layout: where things of our own may stand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

from shiryo.template.office.parts import Parts
from shiryo.units import Points, Rect

_APART = 0.01
"""Of the height: how far from a logo or a footer text stays."""
_WIDEST = 0.96
"""Of a side: up to where text goes on a layout that has no body."""
_GROUND = 0.25
"""Of a body: what covers as much of it is behind its text and not in the way."""
_LEAST = (0.4, 0.15)
"""Of the width and the height, what a free area has."""


def area(made: Parts, like: Parts | None = None) -> Rect:
    """Return the free area of a layout: that of ``like`` where their titles agree.

    A placeholder is free of logos with all of its frame, not with its text alone.
    """
    page, insets = made.page, (0.0, 0.0, 0.0, 0.0)
    large = like.large if like is not None and agrees(made, like) else made.large
    if len(large) == 1 and large[0].frame.width > 0.6 * page.width:
        whole, insets = clipped(large[0].frame, page), large[0].insets
    elif large:
        whole, insets = clipped(_around([slot.frame for slot in large]), page), large[0].insets
    else:
        whole = region(made)
    left, top, right, bottom = insets
    free = largest(whole, obstacles(made), page)
    width, height = free.width - left - right, free.height - top - bottom
    return Rect(free.x + left, free.y + top, width, height)


def region(made: Parts) -> Rect:
    """Return where content is meant to stand on a layout without a body for it."""
    page = made.page
    title = made.title
    if title is None:
        return page.inset(page.width * (1 - _WIDEST), page.height * 0.06)
    low = [title.frame.bottom, *([made.message.frame.bottom] if made.message else [])]
    near = [s.frame.bottom for s in made.bodies if s.frame.bottom < 0.35 * page.height]
    top = max(*low, *near, 0) + 0.02 * page.height
    if top > 0.6 * page.height:  # a title in the middle or at the foot
        top = 0.06 * page.height
    left = max(title.inner.x, (1 - _WIDEST) * page.width)
    return Rect(left, top, page.width - 2 * left, _WIDEST * page.height - top)


def agrees(one: Parts, other: Parts) -> bool:
    """Tell whether the titles of two layouts stand alike, so that a slide may be on either."""
    if one.title is None or other.title is None:
        return False
    a, b, page = one.title.frame, other.title.frame, one.page
    near = 0.015 * page.height
    return abs(a.x - b.x) < near and abs(a.y - b.y) < near and abs(a.bottom - b.bottom) < near


def obstacles(made: Parts) -> list[Rect]:
    """Return what is in the way of text on a layout."""
    page, layout = made.page, made.layout
    bodies = [slot.frame for slot in made.large]
    return [each for each in layout.obstacles if not _is_ground(each, bodies, page)]


def _is_ground(each: Rect, bodies: Iterable[Rect], page: Rect) -> bool:
    """Tell whether a body stands on it: as wide as the page, and under much of the body."""
    if each.width < 0.6 * page.width:
        return False
    return any(_share(each, body) >= _GROUND for body in bodies)


def largest(within: Rect, taken: Sequence[Rect], page: Rect) -> Rect:
    """Return the largest rectangle that nothing stands in; ``within`` where there is none."""
    gap = _APART * page.height
    hits = [_grown(each, gap) for each in taken if touches(each, within)]
    if not hits:
        return within
    xs = sorted({within.x, within.right, *(x for r in hits for x in (r.x, r.right))})
    ys = sorted({within.y, within.bottom, *(y for r in hits for y in (r.y, r.bottom))})
    xs = [x for x in xs if within.x <= x <= within.right]
    ys = [y for y in ys if within.y <= y <= within.bottom]
    least_width, least_height = (
        share * side for share, side in zip(_LEAST, (page.width, page.height), strict=True)
    )
    best, room = within, 0.0
    for (left, right), (top, bottom) in product(_pairs(xs, least_width), _pairs(ys, least_height)):
        size = (right - left) * (bottom - top)
        if size <= room:
            continue
        made = Rect(left, top, right - left, bottom - top)
        if not any(touches(each, made) for each in hits):
            best, room = made, size
    return best


def strip(
    made: Parts, near: Rect, height: Points, taken: Sequence[Rect], *, over: bool = False
) -> Rect | None:
    """Return a free strip as wide as ``near`` under it, or ``over`` it; None where none is free."""
    layout, page = made.layout, made.page
    gap = 2 * _APART * page.height
    y = near.y - gap - height if over else near.bottom + gap
    if y < gap or y + height > page.height - gap:
        return None
    return segment(Rect(near.x, y, near.width, height), [*layout.obstacles, *taken], page)


def segment(row: Rect, taken: Sequence[Rect], page: Rect) -> Rect | None:
    """Return the widest part of a row that nothing stands in; None where that is narrow."""
    gap = _APART * page.height
    hits = [_grown(each, gap) for each in taken if touches(each, row)]
    edges = sorted({row.x, row.right, *(x for r in hits for x in (r.x, r.right))})
    edges = [x for x in edges if row.x <= x <= row.right]
    parts = (replace(row, x=a, width=b - a) for a, b in _pairs(edges, _LEAST[0] * row.width))
    free = (part for part in parts if not any(touches(each, part) for each in hits))
    return max(free, key=lambda part: part.width, default=None)


def touches(one: Rect, other: Rect) -> bool:
    """Tell whether two rectangles have more than an edge in common; a line counts, too."""
    slack = 0.05
    across = one.x < other.right - slack and one.right > other.x + slack
    return (across and one.y < other.bottom - slack and one.bottom > other.y + slack) or (
        min(one.width, one.height) < 0.1
        and one.x < other.right - slack
        and max(one.right, one.x + 0.1) > other.x + slack
        and one.y < other.bottom - slack
        and max(one.bottom, one.y + 0.1) > other.y + slack
    )


def clipped(one: Rect, page: Rect) -> Rect:
    """Return what of a rectangle is on the page."""
    x, y = max(one.x, 0), max(one.y, 0)
    return Rect(x, y, min(one.right, page.width) - x, min(one.bottom, page.height) - y)


def _pairs(values: Sequence[float], least: float) -> list[tuple[float, float]]:
    return [(a, b) for a in values for b in values if b - a >= least]


def _grown(each: Rect, by: Points) -> Rect:
    return Rect(each.x - by, each.y - by, each.width + 2 * by, each.height + 2 * by)


def _around(frames: Sequence[Rect]) -> Rect:
    left, top = min(f.x for f in frames), min(f.y for f in frames)
    right, bottom = max(f.right for f in frames), max(f.bottom for f in frames)
    return Rect(left, top, right - left, bottom - top)


def shared(one: Rect, other: Rect) -> float:
    """Return the area that two rectangles have in common."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(width, 0) * max(height, 0)


def _share(one: Rect, other: Rect) -> float:
    whole = other.width * other.height
    return shared(one, other) / whole if whole else 0
