"""Text on a page: to be edited, as paragraphs of runs; to be drawn, as lines of placed glyphs."""

from collections.abc import Sequence
from dataclasses import field
from typing import Literal, TypeAlias

from shiryo.glyphs import Glyph, Stance
from shiryo.origins import Origin
from shiryo.pages.element import Element
from shiryo.targets import Link
from shiryo.units import Points, Rect
from shiryo.values import dataclass

Align = Literal["left", "center", "right"]
VerticalAlign = Literal["top", "middle", "bottom"]

EM_CENTRE = 0.38
"""How far over the baseline the middle of an em box is, in em."""


Ink: TypeAlias = tuple[str, bool, Sequence[tuple[int, float, str]]]
"""What a run shows: key of its font, whether its glyphs are set downwards, and these."""


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
    origin: Origin | None = field(default=None, compare=False, repr=False)
    """Where its words are written; nothing of it goes into a file that is handed on."""

    @property
    def ink(self) -> Ink:
        """What it shows."""
        return self.font, self.stance == "upright", self.glyphs

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
    raised: bool = False
    """Whether it is smaller and higher than its size says: the mark of a footnote."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """An editable paragraph."""

    runs: tuple[Run, ...]
    level: int = 0
    """Depth in a list, from 0."""
    align: Align = "left"
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


@dataclass(frozen=True, slots=True)
class Level:
    """How a placeholder sets the paragraphs of a level."""

    size: Points
    colour: str
    strong: bool = False
    leading: float = 1.2
    align: Align = "left"
    before: Points = 0
    bullet: str = ""
    """As in `Paragraph`."""
    bullet_colour: str = ""
    indent: Points = 0
    hang: Points = 0


Placeholder = Literal[
    "title",
    "subtitle",
    "label",
    "byline",
    "heading",
    "body",
    "message",
    "object",
    "picture",
    "footer",
    "date",
    "number",
    "source",
]
"""Which placeholder of the page's layout a text box fills."""

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
class TextBox:
    """A box of text."""

    frame: Rect
    """Text starts at the very edge: there is no padding."""
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]
    role: Role = "paragraph"
    placeholder: Placeholder | None = None
    anchor: VerticalAlign = "top"
    name: str = ""
    levels: tuple[Level, ...] = ()
    """How the placeholder that it fills sets paragraphs of each level, where its page's layout is
    to be like it in that; the last is that of all deeper ones."""
