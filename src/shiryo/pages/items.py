"""What stands on a page, each with its frame: text boxes, shapes, tables, charts, pictures."""

from collections.abc import Iterator
from dataclasses import field
from itertools import accumulate
from typing import Literal, TypeAlias

from shiryo.pages.chart import Chart
from shiryo.pages.element import Element
from shiryo.pages.text import TextBox
from shiryo.targets import Link
from shiryo.units import Points, Rect
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled or outlined shape; with `text` inside where it labels itself."""

    frame: Rect
    """For a ``line``, from its top left to its bottom right corner."""
    geometry: Literal["rectangle", "chevron", "pentagon", "ellipse", "line"] = "rectangle"
    fill: str | None = None
    stroke: str | None = None
    stroke_width: Points = 0
    text: TextBox | None = None
    alt: str = ""
    """Empty: decoration."""
    name: str = ""
    point: Points = 0
    """Of a chevron or pentagon: how far its point reaches."""
    href: Link | None = None
    """Where a click on it leads, in a deck; on paper text has its own links."""
    ground: bool = False
    """Whether it stands behind a placeholder, and so belongs to the layout of its page."""

    @property
    def corners(self) -> tuple[tuple[Points, Points], ...]:
        """Those of a rectangle, a chevron or a pentagon, from the top left, clockwise."""
        f = self.frame
        if self.geometry == "rectangle":
            return ((f.x, f.y), (f.right, f.y), (f.right, f.bottom), (f.x, f.bottom))
        middle, shoulder = f.y + f.height / 2, f.right - self.point
        upper, lower = ((f.x, f.y), (shoulder, f.y)), ((shoulder, f.bottom), (f.x, f.bottom))
        arrow = (*upper, (f.right, middle), *lower)
        return (*arrow, (f.x + self.point, middle)) if self.geometry == "chevron" else arrow


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; its text box lies inside its frame, padding between them."""

    frame: Rect
    text: TextBox
    fill: str | None = None
    element: Element | None = None
    """Of kind ``TH`` or ``TD``; None in a head that is repeated."""
    wide: int = 1
    """How many columns it takes; 0: it is covered by one at its left or above, and says nothing."""
    high: int = 1
    """How many rows it takes."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    frame: Rect
    widths: tuple[Points, ...]
    heights: tuple[Points, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """Header rows first."""
    header_rows: int
    rule: str
    """Colour of the rules between rows."""
    rule_width: Points
    head_rule: str
    """Colour of the rules over and under the head."""
    head_rule_width: Points
    alt: str
    name: str = ""
    total: bool = False
    """Whether the last row sums up the others."""
    first_column: bool = False
    """Whether the cells of the first column are names of the rows."""

    def rules(self) -> Iterator[tuple[Rect, bool]]:
        """Yield the rules, each as a rectangle without height, and whether it is one of the head.

        None goes through a cell.
        """
        edges = list(accumulate(self.heights, initial=self.frame.y))
        for edge in range(len(edges)):
            strong = edge in (0, self.header_rows) if self.header_rows else False
            strong = strong or (self.total and edge == len(self.rows) - 1)
            if strong or edge:
                for x, right in self._open(edge):
                    yield Rect(x, edges[edge], right - x, 0), strong

    def _open(self, edge: int) -> Iterator[tuple[Points, Points]]:
        """Yield the stretches of an edge that no cell covers."""
        covered = [
            (cell.frame.x, cell.frame.right)
            for n, row in enumerate(self.rows[:edge])
            for cell in row
            if cell.wide and n + cell.high > edge and edge < len(self.rows)
        ]
        x = self.frame.x
        for start, end in sorted(covered):
            if start > x + 0.01:
                yield x, start
            x = max(x, end)
        if self.frame.right > x + 0.01:
            yield x, self.frame.right


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled or stroked path of straight lines (slices of a pie, lines of a chart)."""

    points: tuple[tuple[Points, Points], ...]
    closed: bool = True
    fill: str | None = None
    stroke: str | None = None
    stroke_width: Points = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture."""

    frame: Rect
    data: bytes = field(repr=False)
    """A PNG or JPEG file."""
    alt: str
    name: str = ""
    element: Element | None = None
    """Of kind ``Figure``."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a reader meets an element that is drawn elsewhere (a figure on the next page)."""

    element: Element


Item: TypeAlias = TextBox | Shape | Table | Chart | Polygon | Picture | Spot
