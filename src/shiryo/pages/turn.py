"""Vertical setting: pages laid out as if they lay on their side, and then turned by 90° clockwise.

Layout knows lines that run to the right and stand under each other. On a page that is as wide as
the paper is high, these become lines that run downwards and stand to the left of each other once
the page is turned. Characters that are to stand upright are set to do so by `typeset`.
"""

from dataclasses import replace

from shiryo.glyphs import Glyph
from shiryo.pages.items import Item
from shiryo.pages.text import EM_CENTRE, GlyphRun
from shiryo.pages.walk import Move
from shiryo.units import Point, Points, Rect
from shiryo.values import dataclass


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
        return Move(self.rect, self.point, self._run).item(item)

    def level(self, item: Item) -> Item:
        """Return an item of the paper as layout has to have it, so that it is not turned."""
        return Move(self.back, self._point_back, self._run_back).item(item)

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
            glyphs = tuple(Glyph(gid, advance * stretch, text) for gid, advance, text in run.glyphs)
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
