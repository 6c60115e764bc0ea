"""Vertical setting: pages laid out as if they lay on their side, and then turned by 90° clockwise.

Layout knows lines that run to the right and stand under each other. On a page that is as wide as
the paper is high, these become lines that run downwards and stand to the left of each other once
the page is turned. Characters that are to stand upright are set to do so by `typeset`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from shiryo.pages import (
    EM_CENTRE,
    Chart,
    GlyphRun,
    Item,
    Line,
    Picture,
    Polygon,
    Shape,
    Spot,
    Table,
    TextBox,
)
from shiryo.units import Points, Rect

Point = tuple[Points, Points]


@dataclass(frozen=True, slots=True)
class Turn:
    """Turns what was laid out on the side of a paper."""

    width: Points
    """Of the paper as it is read."""
    room: Points
    """How wide something that is not turned may be: the width of the text area as it is read."""

    def point(self, at: Point) -> Point:
        """Return where a point of the layout is on the paper."""
        return self.width - at[1], at[0]

    def rect(self, rect: Rect) -> Rect:
        """Return where a rectangle of the layout is on the paper."""
        return Rect(self.width - rect.bottom, rect.x, rect.height, rect.width)

    def item(self, item: Item) -> Item:
        """Return an item as it stands on the paper."""
        return _moved(item, self.rect, self.point, self._run)

    def level(self, item: Item) -> Item:
        """Return an item of the paper as layout has to have it, so that it is not turned."""
        return _moved(item, self.back, self._point_back, self._run_back)

    def back(self, rect: Rect) -> Rect:
        """Return where a rectangle of the paper is in the layout."""
        return Rect(rect.y, self.width - rect.right, rect.height, rect.width)

    def _run(self, run: GlyphRun) -> GlyphRun:
        """Return glyphs on the paper: those that stand upright with the middle on the line's."""
        x, y = self.point((run.x, run.baseline))
        middle = x + EM_CENTRE * run.size
        if run.stance == "upright":
            return replace(run, x=middle, baseline=y)
        if run.stance == "combined":
            stretch = min(1.0, run.size / run.width)
            glyphs = tuple((gid, advance * stretch, text) for gid, advance, text in run.glyphs)
            left = middle - run.width * stretch / 2
            base = y + (0.5 + EM_CENTRE) * run.size
            return replace(
                run, x=left, baseline=base, glyphs=glyphs, stance="horizontal", stretch=stretch
            )
        return replace(run, x=x, baseline=y)

    def _point_back(self, at: Point) -> Point:
        return at[1], self.width - at[0]

    def _run_back(self, run: GlyphRun) -> GlyphRun:
        x, y = self._point_back((run.x, run.baseline))
        return replace(run, x=x, baseline=y)


def _moved(
    item: Item,
    rect: Callable[[Rect], Rect],
    point: Callable[[Point], Point],
    run: Callable[[GlyphRun], GlyphRun],
) -> Item:
    """Return an item with every rectangle, point and run moved."""

    def box(text: TextBox) -> TextBox:
        lines = tuple(Line(tuple(run(r) for r in line.runs)) for line in text.lines)
        return replace(text, frame=rect(text.frame), lines=lines)

    match item:
        case TextBox():
            return box(item)
        case Shape():
            return replace(item, frame=rect(item.frame), text=item.text and box(item.text))
        case Polygon():
            return replace(item, points=tuple(point(p) for p in item.points))
        case Picture():
            return replace(item, frame=rect(item.frame))
        case Chart():
            drawing = tuple(_moved(part, rect, point, run) for part in item.drawing)
            return replace(item, frame=rect(item.frame), drawing=drawing)
        case Table():
            rows = tuple(
                tuple(replace(c, frame=rect(c.frame), text=box(c.text)) for c in row)
                for row in item.rows
            )
            return replace(item, frame=rect(item.frame), rows=rows)
        case Spot():
            return item
