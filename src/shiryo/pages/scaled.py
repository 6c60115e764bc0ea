"""Pages made small: the items of a page, moved and scaled, to stand on another page."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from shiryo.glyphs import Glyph
from shiryo.pages.element import Element
from shiryo.pages.items import Item
from shiryo.pages.text import GlyphRun
from shiryo.pages.walk import Move
from shiryo.targets import Note
from shiryo.units import Point, Points, Rect
from shiryo.values import dataclass

_NESTED = -1
"""Parts the key of the element over a page from the keys of what stands on it."""


@dataclass(frozen=True, slots=True)
class Scaler:
    """Makes a page small. Everything on it becomes a part of one element."""

    scale: float
    x: Points
    """Where the left edge of the page comes to stand."""
    y: Points
    """Where its upper edge does."""
    parent: Element
    """What the whole page is to a reader."""
    fonts: Mapping[str, str] = field(default_factory=dict)
    """New keys of fonts by their old ones, where they differ."""

    def items(self, found: Iterable[Item]) -> tuple[Item, ...]:
        """Return the items of the page as they stand on the other one."""
        move = Move(self.rect, self._point, self._run, self.scale, self._nested)
        return tuple(map(move.item, found))

    def rect(self, rect: Rect) -> Rect:
        """Return a rectangle of the page as it stands on the other one."""
        x, y = self._point((rect.x, rect.y))
        return Rect(x, y, rect.width * self.scale, rect.height * self.scale)

    def _point(self, point: Point) -> Point:
        return self.x + point[0] * self.scale, self.y + point[1] * self.scale

    def _run(self, run: GlyphRun) -> GlyphRun:
        x, baseline = self._point((run.x, run.baseline))
        return replace(
            run,
            x=x,
            baseline=baseline,
            font=self.fonts.get(run.font, run.font),
            href=None if isinstance(run.href, Note) else run.href,  # it is in sight
            size=run.size * self.scale,
            glyphs=tuple(map(self._glyph, run.glyphs)),
            element=run.element and self._nested(run.element),
        )

    def _glyph(self, glyph: Glyph) -> Glyph:
        return Glyph(glyph[0], glyph[1] * self.scale, glyph[2])

    def _nested(self, element: Element) -> Element:
        parent = self._nested(element.parent) if element.parent else self.parent
        return replace(element, key=(*self.parent.key, _NESTED, *element.key), parent=parent)
