"""Walks over the items of a page: what is in them, and the same items elsewhere."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from shiryo.pages.chart import Chart
from shiryo.pages.element import Element
from shiryo.pages.items import Cell, Item, Picture, Polygon, Shape, Spot, Table
from shiryo.pages.text import GlyphRun, Ink, Line, TextBox
from shiryo.units import Point, Points, Rect
from shiryo.values import dataclass


def boxes_of(items: Iterable[Item]) -> Iterator[TextBox]:
    """Yield every text box in ``items``, in their order."""
    for item in items:
        match item:
            case TextBox():
                yield item
            case Shape(text=TextBox() as box):
                yield box
            case Table():
                yield from (cell.text for row in item.rows for cell in row)
            case Chart():
                yield from boxes_of(item.drawing)


def lines_of(items: Iterable[Item]) -> Iterator[Line]:
    """Yield every line of text in ``items``, in their order."""
    return (line for box in boxes_of(items) for line in box.lines)


def runs_of(items: Iterable[Item]) -> Iterator[GlyphRun]:
    """Yield every glyph run in ``items``, in their order."""
    return (run for line in lines_of(items) for run in line.runs)


def inks_of(items: Iterable[Item]) -> Iterator[Ink]:
    """Yield what every glyph run in ``items`` shows, in their order."""
    return (run.ink for run in runs_of(items))


def _same(element: Element) -> Element:
    return element


@dataclass(frozen=True, slots=True)
class Move:
    """Moves items: what becomes of every rectangle, point, run, length and element in them."""

    rect: Callable[[Rect], Rect]
    point: Callable[[Point], Point]
    run: Callable[[GlyphRun], GlyphRun]
    scale: float = 1
    """Of the lengths that are no frame's: strokes, rules, sizes of type."""
    element: Callable[[Element], Element] = _same

    def item(self, item: Item) -> Item:
        """Return an item as it stands where it was moved to."""
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
                    drawing=tuple(map(self.item, item.drawing)),
                    element=item.element and self.element(item.element),
                )
            case Polygon():
                return replace(
                    item,
                    points=tuple(map(self.point, item.points)),
                    stroke_width=item.stroke_width * self.scale,
                )
            case Picture():
                element = item.element and self.element(item.element)
                return replace(item, frame=self.rect(item.frame), element=element)
            case Spot():
                return replace(item, element=self.element(item.element))
            case _:
                assert_never(item)

    def _text(self, box: TextBox) -> TextBox:
        lines = (Line(tuple(map(self.run, line.runs))) for line in box.lines)
        return replace(box, frame=self.rect(box.frame), lines=tuple(lines))

    def _table(self, table: Table) -> Table:
        return replace(
            table,
            frame=self.rect(table.frame),
            widths=self._scaled(table.widths),
            heights=self._scaled(table.heights),
            rows=tuple(tuple(map(self._cell, row)) for row in table.rows),
            rule_width=table.rule_width * self.scale,
            head_rule_width=table.head_rule_width * self.scale,
        )

    def _cell(self, cell: Cell) -> Cell:
        element = cell.element and self.element(cell.element)
        return replace(
            cell, frame=self.rect(cell.frame), text=self._text(cell.text), element=element
        )

    def _scaled(self, lengths: tuple[Points, ...]) -> tuple[Points, ...]:
        return tuple(length * self.scale for length in lengths)
