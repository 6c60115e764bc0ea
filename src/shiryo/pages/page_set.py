"""Pages, what they share, and all pages of one output."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, Protocol, runtime_checkable

from shiryo.info import Info
from shiryo.origins import Origin
from shiryo.pages.items import Item, Shape
from shiryo.pages.text import Ink, Level, Placeholder, Role, VerticalAlign
from shiryo.pages.walk import boxes_of
from shiryo.remarks import Remarks
from shiryo.targets import Name
from shiryo.units import Points, Rect
from shiryo.values import dataclass


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
    face: Any = field(repr=False)
    """Its HarfBuzz face, static or variable, with glyf or CFF outlines."""
    units_per_em: int
    ascent: float
    """In em, positive."""
    descent: float
    """In em, negative."""
    cap_height: float
    """In em."""
    variations: tuple[tuple[str, float], ...] = ()
    """Where on its axes a variable file stands for this font; empty for a static one."""


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
class Group:
    """Items of a page that a person moves as one, such as a card: boxes, shapes and pictures."""

    first: int
    last: int
    """The item after the last of them."""
    name: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page or slide."""

    items: tuple[Item, ...]
    layout: str = ""
    """`Layout.name`; empty where there are none."""
    title: str = ""
    """Unique among the pages of a deck."""
    notes: Remarks = ()
    """Speaker notes."""
    anchors: tuple[Anchor, ...] = ()
    group: str = ""
    """PowerPoint's section."""
    again: tuple[Role, ...] = ()
    """Roles of the boxes that repeat those of an earlier page, which goes on here."""
    group_origin: Origin | None = field(default=None, compare=False, repr=False)
    """Where `group` is written."""
    groups: tuple[Group, ...] = ()
    """By their first items; one within another comes after it."""
    ground: tuple[Shape, ...] = ()
    """What stands behind its placeholders: for its layout to draw."""
    behind: tuple[Item, ...] = ()
    """What its layout shows on this page alone, such as its number: not among ``items``."""


@runtime_checkable
class Foretold(Protocol):
    """Pages that tell what a file begins with more quickly than by being drawn."""

    def inks(self) -> Iterator[Ink]:
        """Yield all that glyph runs on the pages show, in their order."""
        ...

    def names(self) -> Iterator[Name]:
        """Yield the names of the anchors of the pages."""
        ...


@dataclass(frozen=True, slots=True)
class Held:
    """How a placeholder of a company's file is named there."""

    type: str
    """Its type as the file has it; empty: any content."""
    idx: int
    insets: tuple[Points, Points, Points, Points]
    """Left, top, right, bottom: from its frame to its text."""


@dataclass(frozen=True, slots=True)
class LayoutPlaceholder:
    """A placeholder of a slide layout."""

    kind: Placeholder
    frame: Rect
    levels: tuple[Level, ...]
    """How paragraphs are set, at least of the first level; the last is that of all deeper ones."""
    anchor: VerticalAlign = "top"
    prompt: str = ""
    """What PowerPoint shows while it is empty."""
    held: Held | None = None
    """Of a company's file; then ``frame`` is where its text stands."""

    def level(self, n: int) -> Level:
        """Return how paragraphs of a level, from 0, are set."""
        return self.levels[min(n, len(self.levels) - 1)]


@dataclass(frozen=True, slots=True)
class Layout:
    """A slide layout: what every page made on it shares."""

    name: str
    """A key, e.g. ``content``."""
    title: str
    """What PowerPoint's menu says, e.g. ``タイトルとコンテンツ``."""
    placeholders: tuple[LayoutPlaceholder, ...]
    decoration: tuple[Item, ...] = ()
    """Drawn by the layout on every page: not among `Page.items`."""
    kind: str = ""
    """What sort of layout it is to an office program (ECMA-376-1 § 19.7.15), e.g. ``titleOnly``."""
    part: str = ""
    """Of a company's file (`PageSet.base`): the name of its part there."""


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
    office: Mapping[str, str] = field(default_factory=dict)
    """What an office program is to be asked for instead of a family, by its name."""
    leftwards: bool = False
    """Whether lines run downwards and what follows stands to the left, as do pages."""
    base: bytes = field(default=b"", repr=False)
    """The company's ``.pptx`` or ``.potx`` whose layouts the pages are on; empty: none."""
    shades: Mapping[str, tuple[str, int, int]] = field(default_factory=dict)
    """Of its theme: ``RRGGBB`` → the name of a colour, what its luminance is multiplied by, and
    what is added to it, in percent."""
    first: int = 1
    """The number of the first page."""

    @property
    def families(self) -> tuple[str, ...]:
        """The families that an office program is asked for."""
        boxes = (box for page in self.pages for box in boxes_of(page.items))
        runs = (run for box in boxes for paragraph in box.paragraphs for run in paragraph.runs)
        named = dict.fromkeys((self.font_family, *(run.family for run in runs if run.family)))
        return tuple(dict.fromkeys(self.office.get(name, name) for name in named))
