"""Pages made small: the items of a page, moved and scaled, to stand on another page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from shiryo.pages import (
    Cell,
    Chart,
    Element,
    Glyph,
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
from shiryo.targets import Note
from shiryo.units import Points, Rect

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
        return tuple(map(self._item, found))

    def rect(self, rect: Rect) -> Rect:
        """Return a rectangle of the page as it stands on the other one."""
        x, y = self._point((rect.x, rect.y))
        return Rect(x, y, rect.width * self.scale, rect.height * self.scale)

    def _point(self, point: tuple[Points, Points]) -> tuple[Points, Points]:
        return self.x + point[0] * self.scale, self.y + point[1] * self.scale

    def _item(self, item: Item) -> Item:
        match item:
            case TextBox():
                return self._text(item)
            case Shape():
                return replace(
                    item,
                    frame=self.rect(item.frame),
                    stroke_width=item.stroke_width * self.scale,
                    text=item.text and self._text(item.text),
                    point=item.point * self.scale,
                )
            case Table():
                return self._table(item)
            case Chart():
                return replace(
                    item,
                    frame=self.rect(item.frame),
                    label_size=item.label_size * self.scale,
                    value_size=item.value_size * self.scale,
                    drawing=self.items(item.drawing),
                    element=self._element(item.element),
                )
            case Polygon():
                return replace(
                    item,
                    points=tuple(map(self._point, item.points)),
                    stroke_width=item.stroke_width * self.scale,
                )
            case Picture():
                element = self._element(item.element)
                return replace(item, frame=self.rect(item.frame), element=element)
            case Spot():
                return replace(item, element=self._nested(item.element))
            case _:
                assert_never(item)

    def _text(self, box: TextBox) -> TextBox:
        """Return the lines of a box; its paragraphs, which are for editing, are left out."""
        lines = (Line(tuple(map(self._run, line.runs))) for line in box.lines)
        return replace(box, frame=self.rect(box.frame), paragraphs=(), lines=tuple(lines))

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
            element=self._element(run.element),
        )

    def _glyph(self, glyph: Glyph) -> Glyph:
        return (glyph[0], glyph[1] * self.scale, glyph[2])

    def _table(self, table: Table) -> Table:
        return replace(
            table,
            frame=self.rect(table.frame),
            widths=tuple(width * self.scale for width in table.widths),
            heights=tuple(height * self.scale for height in table.heights),
            rows=tuple(tuple(map(self._cell, row)) for row in table.rows),
            rule_width=table.rule_width * self.scale,
            head_rule_width=table.head_rule_width * self.scale,
        )

    def _cell(self, cell: Cell) -> Cell:
        return replace(
            cell,
            frame=self.rect(cell.frame),
            text=self._text(cell.text),
            element=self._element(cell.element),
        )

    def _element(self, element: Element | None) -> Element | None:
        return element and self._nested(element)

    def _nested(self, element: Element) -> Element:
        parent = self._element(element.parent) or self.parent
        return replace(element, key=(*self.parent.key, _NESTED, *element.key), parent=parent)
