"""A chart as it was planned: what both the drawing and the native chart are made from."""

from colorsys import hls_to_rgb, rgb_to_hls
from typing import TYPE_CHECKING, Literal, TypeAlias

from shiryo.pages.element import Element
from shiryo.units import Points, Rect
from shiryo.values import dataclass

if TYPE_CHECKING:
    from shiryo.pages.items import Item

ChartKind: TypeAlias = Literal["bar", "column", "line", "area", "pie"]
Stack: TypeAlias = Literal["none", "sum", "100%"]
Place: TypeAlias = Literal["over", "under", "right", "left", "middle"]
"""Where the label of a point stands: by its bar, its dot or its slice; or in the middle of it."""
FINE: Points = 0.75
"""How wide the lines are that part bars and areas, and that lead from a slice to its label."""

_LINE, _WORDS = -0.22, -0.75
"""Of a colour of which a tint fills a bar, what makes lines around it and words on it.

They stand out whatever colours a theme is given later (WCAG 2.2, 1.4.11: 3:1; 1.4.3: 4.5:1).
"""


@dataclass(frozen=True, slots=True)
class Shade:
    """A colour ``RRGGBB``, or a tint of it as office programs make them from a theme's colour."""

    base: str
    tint: float = 0
    """The share of white in it; below 0, of black."""

    @property
    def rgb(self) -> str:
        """The colour itself."""
        if not self.tint:
            return self.base
        hue, light, strength = rgb_to_hls(*(int(self.base[n : n + 2], 16) / 255 for n in (0, 2, 4)))
        made = hls_to_rgb(hue, light * (1 - abs(self.tint)) + max(self.tint, 0), strength)
        return "".join(f"{round(255 * part):02X}" for part in made)

    def faded(self, tint: float) -> "Shade":
        """Return a tint of this colour, lighter the lighter it is already."""
        return Shade(self.base, 1 - (1 - self.tint) * (1 - tint))

    @property
    def dark(self) -> "Shade":
        """The colour for lines where it is a tint, which may be too pale for them."""
        return Shade(self.base, _LINE) if self.tint > 0 else self

    @property
    def edge(self) -> "Shade | None":
        """The colour around what a tint fills, which stands out from any ground; else None."""
        return self.dark if self.tint > 0 else None

    def words(self, paper: "Shade") -> "Shade":
        """Return the colour of words on it: that of the paper, on a tint the same made dark."""
        return Shade(self.base, _WORDS) if self.tint > 0 else paper


@dataclass(frozen=True, slots=True)
class ChartLabel:
    """The words at a point."""

    point: int
    text: str
    frame: Rect
    """Where they stand, on one line."""
    size: Points
    colour: Shade
    code: str
    """The format code of their number (ECMA-376-1 § 18.8.31)."""
    place: Place
    shift: tuple[Points, Points] = (0, 0)
    """How far they stand from where their place is by itself."""
    named: bool = False
    """Whether the name of the series, of a slice that of its category, stands before the number."""
    parts: tuple[str, ...] = ()
    """Of a slice whose share is said: what it is, its number, its share."""
    keyed: bool = False
    """Whether a sample of its line stands before it."""

    @property
    def share(self) -> bool:
        """Whether the share of a slice stands behind its number."""
        return bool(self.parts)


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """A series of a chart."""

    name: str
    values: tuple[float | None, ...]
    """As they are shown: counted in 万 or 億 where the labels are."""
    shades: tuple[Shade, ...]
    """One for each point (bars, slices), or one for the series (lines, areas)."""
    labels: tuple[ChartLabel, ...] = ()
    dashed: bool = False
    """Whether its line is broken: colours alone would not tell it from another."""
    counted: tuple[float | None, ...] = ()
    """The numbers that these are the shares of, in percent; empty: they are no shares."""
    thin: bool = False
    """Whether its line is thinner than the one to look at."""

    @property
    def plain(self) -> Shade:
        """The colour that stands for the series: that of its points that is faded least."""
        return min(self.shades, key=lambda shade: shade.tint)


@dataclass(frozen=True, slots=True)
class Target:
    """A line across the plot that numbers are to reach."""

    start: tuple[Points, Points]
    end: tuple[Points, Points]
    text: str
    label: Rect
    sample: tuple[tuple[Points, Points], tuple[Points, Points]]
    """A piece of the line, before its words."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: a plan for a writer that makes it editable, a drawing for one that does not."""

    frame: Rect
    kind: ChartKind
    stack: Stack
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    plot: Rect
    """What bars, lines or slices have, without any words but those at the points."""
    low: float
    """What the left or lower edge of the plot stands for."""
    high: float
    label_size: Points
    """Of the names of categories and series, of what is said of the axis, and of its numbers."""
    label_colour: str
    axis_colour: str
    axis_width: Points
    grid_colour: str
    ground_colour: str
    """Of what parts slices and stacked bars."""
    strong: bool
    """Whether names and numbers are bold."""
    drawing: "tuple[Item, ...]"
    """The same chart as shapes and text boxes, in page coordinates."""
    alt: str
    name: str = ""
    step: float = 0
    """From one number of the axis to the next; 0: it shows none."""
    ticks: tuple[tuple[float, str], ...] = ()
    """These numbers, and what they say."""
    code: str = "General"
    """The format code of the numbers of the axis and of the workbook."""
    every: int = 1
    """Which names of categories are shown: each nth."""
    names: Points = 0
    """From the plot to the names of the categories."""
    gap: int = 0
    """Between two groups of bars, in percent of a bar."""
    apart: int = 0
    """Between two bars of a group, in percent of a bar."""
    line_width: Points = 0
    dot: Points = 0
    legend: Rect | None = None
    note: str = ""
    """What the numbers are, and their unit."""
    note_frame: Rect | None = None
    target: Target | None = None
    totals: ChartSeries | None = None
    """The sums of stacked bars, with labels at their ends; they are not drawn themselves."""
    element: Element | None = None
    """Of kind ``Figure``; the whole drawing is its content."""

    def width(self, series: ChartSeries) -> Points:
        """Return how wide the line of a series is."""
        return self.line_width / 2 if series.thin else self.line_width
