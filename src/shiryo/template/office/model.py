"""What a company's file says: its layouts, where text goes on them, and what they draw."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, TypeAlias

from shiryo.units import Point, Points, Rect
from shiryo.values import dataclass

Align: TypeAlias = Literal["left", "center", "right"]
Anchor: TypeAlias = Literal["top", "middle", "bottom"]
Role: TypeAlias = Literal["cover", "section", "content", "two", "only"]
"""What a layout may serve for: ``only`` has a title and nothing else."""
ROLES: tuple[Role, ...] = ("cover", "section", "content", "two", "only")


@dataclass(frozen=True, slots=True)
class TextLevel:
    """How a placeholder sets the paragraphs of a level."""

    size: Points
    colour: str
    """``RRGGBB``"""
    strong: bool
    leading: float
    """Distance of baselines as a multiple of the size."""
    align: Align
    before: Points
    bullet: str
    """A character that stands for what the file has, ``1`` for numbers; empty: none."""
    bullet_colour: str
    indent: Points
    hang: Points


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout."""

    kind: str
    """Its type as the file has it (ECMA-376-1 § 19.7.10); empty: any content."""
    idx: int
    name: str
    frame: Rect
    insets: tuple[Points, Points, Points, Points]
    """Left, top, right, bottom."""
    anchor: Anchor
    levels: tuple[TextLevel, ...]
    text: str = ""
    """What it says in the layout, ``‹#›`` where the number of the slide stands."""
    vertical: bool = False
    """Whether its text runs downwards."""
    home: Rect | None = None
    """Where the layout has it, if the sample slides have it elsewhere."""

    @property
    def inner(self) -> Rect:
        """Where its text stands."""
        return self._within(self.frame)

    @property
    def home_inner(self) -> Rect:
        """Where its text would stand if a slide said nothing of its place."""
        return self._within(self.home or self.frame)

    def _within(self, f: Rect) -> Rect:
        left, top, right, bottom = self.insets
        width, height = f.width - left - right, f.height - top - bottom
        return Rect(f.x + left, f.y + top, max(width, 1), max(height, 1))


@dataclass(frozen=True, slots=True)
class Path:
    """A filled or stroked path of straight lines."""

    points: tuple[Point, ...]
    closed: bool
    fill: str | None
    stroke: str | None
    width: Points


@dataclass(frozen=True, slots=True)
class Image:
    """A picture."""

    frame: Rect
    data: bytes = field(repr=False)
    """A PNG or JPEG file."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a text that a layout shows."""

    text: str
    """``‹#›`` where the number of the slide stands."""
    level: TextLevel


@dataclass(frozen=True, slots=True)
class Words:
    """A text that a layout shows."""

    frame: Rect
    """Without its insets."""
    anchor: Anchor
    lines: tuple[Line, ...]


Art: TypeAlias = Path | Image | Words
NUMBER = "‹#›"
"""What stands for the number of a slide."""


@dataclass(frozen=True, slots=True)
class OfficeLayout:
    """A slide layout."""

    part: str
    """Its name in the package: ``/ppt/slideLayouts/slideLayout2.xml``."""
    name: str
    kind: str
    """Its type (ECMA-376-1 § 19.7.15); empty in most that companies drew themselves."""
    master: int
    """From 0."""
    used: int
    """By how many of the sample slides."""
    first: bool
    """Whether the first sample slide is on it."""
    slots: tuple[Slot, ...]
    """Those of which half lies on the slide."""
    obstacles: tuple[Rect, ...]
    """What is drawn or shown on it and is no ground: logos, lines, texts, footers."""
    bare: bool
    """Whether it has nothing of its own but placeholders."""
    numbered: bool
    """Whether a text of its own shows the number of the slide."""
    ground: str
    """The colour under its text; empty: a picture."""
    bands: tuple[tuple[Rect, str], ...]
    """Filled shapes, in the order of drawing, with their colours."""
    art: tuple[Art, ...] = ()
    """All that it draws, in order."""
    undrawn: tuple[str, ...] = ()
    """Names of what cannot be drawn here."""

    @property
    def key(self) -> str:
        """The name of its part without folder and ending."""
        return self.part.rpartition("/")[2].partition(".")[0]


@dataclass(frozen=True, slots=True)
class Office:
    """A company's file."""

    size: tuple[Points, Points]
    layouts: tuple[OfficeLayout, ...]
    schemes: tuple[Mapping[str, str], ...]
    """Of each master: its colours as slides name them (``bg1`` …) → ``RRGGBB``."""
    fonts: tuple[str, str]
    """Of each master's theme the first: the families of headings and of text in Japanese."""
    first: int = 1
    """Number of the first slide."""
    samples: int = 0
    """How many sample slides there are."""


def known(office: Office) -> dict[str, OfficeLayout]:
    """Return the layouts by what they can be called: their names, and those of their parts."""
    made = {layout.name: layout for layout in reversed(office.layouts) if layout.name}
    return {**made, **{layout.key: layout for layout in office.layouts}}
