"""Pages with everything in its place: what the layouts make and the writers draw.

Lengths are points from the top left corner of the page. Colours are ``RRGGBB`` in hexadecimal.
Items are drawn, and read aloud, in the order in which they stand. Text comes twice: as paragraphs,
for a writer that keeps it editable (.pptx), and as lines of placed glyphs, for one that draws it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from shiryo.info import Info as Info
from shiryo.targets import Link, Name
from shiryo.units import Points, Rect

Glyph: TypeAlias = tuple[int, Points, str]
"""Glyph id, advance including any spacing after it, and the characters that it stands for ("" for
the later glyphs of a cluster)."""

Role = Literal[
    "title",
    "heading1",
    "heading2",
    "heading3",
    "message",
    "paragraph",
    "list",
    "table",
    "figure",
    "chart",
    "quote",
    "caption",
    "note",
    "contents",
    "label",
    "source",
    "footer",
    "page-number",
    "artifact",
]
"""What an item is to a reader. ``artifact`` is decoration: no reader speaks it."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the logical structure, known by its parents (ISO 32000-1, 14.7, 14.8.4).

    Marks name the element that they belong to; its children are in the order in which they first
    appear on the pages. What belongs to none is an artifact: no reader speaks it.
    """

    kind: str
    """A standard structure type: ``P``, ``H1``, ``LBody``, …"""
    key: tuple[int, ...]
    """Its own among all elements of a `PageSet`."""
    parent: "Element | None" = None
    """None: the document itself."""
    alt: str = ""
    """Of a figure."""
    numbering: str = ""
    """Of a list: ``Decimal``, ``Disc`` or ``None`` (14.8.5.5)."""
    lang: str = ""
    """Its language, where that is not the document's."""
    scope: str = ""
    """Of the head of a table: ``Column`` or ``Row`` (14.8.5.7)."""

    def child(self, kind: str, number: int) -> "Element":
        """Return a part of this element, ``number`` its own among the parts."""
        return Element(kind, (*self.key, number), self)


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font as the writers need it."""

    key: str
    """Under which glyph runs name it, e.g. ``gothic-700``."""
    family: str
    """The family's name as an office program lists it, e.g. ``Noto Sans JP``."""
    ps_name: str
    """PostScript name, its own for every weight."""
    weight: int
    data: bytes = field(repr=False)
    """A glyf or CFF font file, or a collection."""
    units_per_em: int
    ascent: float
    """In em, positive."""
    descent: float
    """In em, negative."""
    cap_height: float
    """In em."""
    variations: tuple[tuple[str, float], ...] = ()
    """Where on its axes a variable file stands for this font; empty for a static one."""
    index: int = 0
    """In a collection."""


Stance = Literal["horizontal", "upright", "sideways", "combined"]
"""How glyphs stand: along a horizontal line; or along a vertical one upright, or turned by 90°
clockwise. ``combined``, several in one em of a vertical line, is for layout alone: on a page they
are horizontal."""

EM_CENTRE = 0.38
"""How far over the baseline the middle of an em box is, in em."""


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one font, size and colour on one baseline.

    The pen starts at ``x``, ``baseline`` and moves to the right, or downwards where glyphs are
    upright or sideways; those that are upright have their middle at ``x``.
    """

    x: Points
    baseline: Points
    font: str
    """`FontFile.key`"""
    size: Points
    colour: str
    glyphs: tuple[Glyph, ...]
    href: Link | None = None
    element: Element | None = None
    """What it is to a reader; None: an artifact."""
    stance: Stance = "horizontal"
    stretch: float = 1
    """Of the glyphs' width; their advances have it in them."""

    @property
    def width(self) -> Points:
        """The sum of the advances."""
        return sum(glyph[1] for glyph in self.glyphs)

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(glyph[2] for glyph in self.glyphs)

    @property
    def box(self) -> Rect:
        """The em boxes of the glyphs."""
        under = 0.5 - EM_CENTRE
        if self.stance == "upright":
            return Rect(self.x - self.size / 2, self.baseline, self.size, self.width)
        if self.stance == "sideways":
            return Rect(self.x - under * self.size, self.baseline, self.size, self.width)
        return Rect(self.x, self.baseline - (1 - under) * self.size, self.width, self.size)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its runs from left to right, ruby after the run that it belongs to."""

    runs: tuple[GlyphRun, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of an editable paragraph."""

    text: str
    """May hold ``\\n``, a line break inside the paragraph."""
    size: Points
    colour: str
    strong: bool = False
    family: str = ""
    """Empty: the theme's font; else the family's name (mincho in a quotation)."""
    href: Link | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """An editable paragraph."""

    runs: tuple[Run, ...]
    level: int = 0
    """Depth in a list, from 0."""
    align: Literal["left", "center", "right"] = "left"
    leading: float = 1.2
    """Distance of baselines as a multiple of the size."""
    before: Points = 0
    """Space above, but not at the top of a box."""
    bullet: str = ""
    """A bullet character, or ``1`` for numbers."""
    bullet_colour: str = ""
    indent: Points = 0
    """How far the text stands in from the left of the box."""
    hang: Points = 0
    """How far before the text the bullet stands; 0 where there is none."""


Placeholder = Literal["title", "subtitle", "body", "message", "footer", "date", "number", "source"]
"""Which placeholder of the page's layout a text box fills."""


@dataclass(frozen=True, slots=True)
class TextBox:
    """A box of text."""

    frame: Rect
    """Text starts at the very edge: there is no padding."""
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]
    role: Role = "paragraph"
    placeholder: Placeholder | None = None
    anchor: Literal["top", "middle", "bottom"] = "top"
    name: str = ""


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


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; its text box lies inside its frame, padding between them."""

    frame: Rect
    text: TextBox
    fill: str | None = None
    element: Element | None = None
    """Of kind ``TH`` or ``TD``; None in a head that is repeated."""


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


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """A series of a chart."""

    name: str
    values: tuple[float | None, ...]
    colours: tuple[str, ...]
    """A colour for each point (bars, slices), or one for the series (lines)."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: numbers for a writer that makes it editable, a drawing for one that does not."""

    frame: Rect
    kind: Literal["bar", "column", "line", "pie"]
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    unit: str
    label_size: Points
    """Size of the names of categories and series."""
    label_colour: str
    axis_colour: str
    drawing: "tuple[Item, ...]"
    """The same chart as shapes and text boxes, in page coordinates."""
    alt: str
    name: str = ""
    value_size: Points = 0
    """Size of the numbers; 0: that of the names."""
    strong: bool = False
    """Whether names and numbers are bold."""
    element: Element | None = None
    """Of kind ``Figure``; the whole drawing is its content."""


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


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that a link or a bookmark can point to."""

    name: Name
    y: Points
    title: str = ""
    """Where not empty, a bookmark."""
    level: int = 1
    """Depth of the bookmark, from 1."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page or slide."""

    items: tuple[Item, ...]
    layout: str = ""
    """`Layout.name`; empty where there are none."""
    title: str = ""
    """Unique among the pages of a deck."""
    notes: str = ""
    anchors: tuple[Anchor, ...] = ()
    group: str = ""
    """PowerPoint's section."""
    again: tuple[Role, ...] = ()
    """Roles of the boxes that repeat those of an earlier page, which goes on here."""


@dataclass(frozen=True, slots=True)
class LayoutPlaceholder:
    """A placeholder of a slide layout."""

    kind: Placeholder
    frame: Rect
    size: Points
    colour: str
    strong: bool
    leading: float
    anchor: Literal["top", "middle", "bottom"] = "top"
    align: Literal["left", "center", "right"] = "left"
    prompt: str = ""
    """What PowerPoint shows while it is empty."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A slide layout: what every page made on it shares."""

    name: str
    """A key, e.g. ``content``."""
    title: str
    """What PowerPoint's menu says, e.g. ``タイトルとコンテンツ``."""
    placeholders: tuple[LayoutPlaceholder, ...]
    decoration: tuple[Shape, ...] = ()
    """Drawn by the layout on every page: not among `Page.items`."""


@dataclass(frozen=True, slots=True)
class PageSet:
    """All pages of one output."""

    width: Points
    height: Points
    pages: Sequence[Page]
    """Those of a long paper may be drawn anew whenever they are looked at: go through them once."""
    info: Info
    fonts: Mapping[str, FontFile]
    """Those that glyph runs name."""
    layouts: tuple[Layout, ...] = ()
    colours: Mapping[str, str] = field(default_factory=dict)
    """The theme's colours by name: ``ink``, ``accent``, … as `Theme.colours`."""
    font_family: str = "Noto Sans JP"
    """The theme's font for headings and text."""
    leftwards: bool = False
    """Whether lines run downwards and what follows stands to the left, as do pages."""
