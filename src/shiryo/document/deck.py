"""A deck: slides of blocks."""

from dataclasses import field, replace
from typing import Any, Literal

from shiryo.document.blocks import Block
from shiryo.document.labels import Labels
from shiryo.info import Info
from shiryo.inline import Text
from shiryo.origins import Origin
from shiryo.remarks import Remarks
from shiryo.targets import Name
from shiryo.values import dataclass

Role = Literal["cover", "agenda", "section", "content", "summary", "glossary", "sources"]


@dataclass(frozen=True, slots=True)
class Slide:
    """One thing to say. Layout may need more than one page for it."""

    id: Name
    """Stable; the section's id for the first slide of a section."""
    role: Role
    title: Text
    message: Text = ()
    """The one claim."""
    blocks: tuple[Block, ...] = ()
    source: Text = ()
    """The line at the foot that says where it comes from."""
    notes: Remarks = ()
    """Speaker notes."""
    group: str = ""
    """Title of the section (PowerPoint's, and the bookmark) that it belongs to."""
    section: str = ""
    """Id of the section of the outline that it is of."""
    line: int = 0
    """1-based line of the outline where it is written; 0 if nowhere."""
    group_origin: Origin | None = field(default=None, compare=False, repr=False)
    """Where `group` is written."""
    together: bool = False
    """Whether all of it is wanted on one page."""
    beside: bool = False
    """Whether its two blocks are wanted beside each other."""
    asked: int = 0
    """Line of the outline where a form is asked for; 0 if none is."""
    joined: "tuple[Slide, ...]" = ()
    """This slide as one with the next, with the next two, …; layout shows one where it has room."""
    layout: str = ""
    """The layout of a company's file that it is to be on; empty: what serves for its role."""
    whole: "Slide | None" = None
    """All slides of the section from this one on as one, if a person wants that."""

    def alike(self, **changes: Any) -> "Slide":
        """Return the slide, and what it may be shown as one with others, with ``changes``."""
        joined = tuple(replace(slide, **changes) for slide in self.joined)
        whole = replace(self.whole, **changes) if self.whole else None
        return replace(self, **changes, joined=joined, whole=whole)

    @property
    def alone(self) -> "Slide":
        """The slide without what it may be shown as."""
        return replace(self, joined=(), whole=None)


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that stands on every slide."""

    data: bytes = field(repr=False)
    """A PNG or JPEG file."""
    size: tuple[int, int]
    """Width and height in pixels."""
    alt: str
    place: Literal["top-right", "top-left", "bottom-right"]
    height: int
    """On the cover, in mm."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands at the edge of every slide."""

    number: Text = ()
    """Of the paper, in a box (``資料1－2``)."""
    confidentiality: Text = ()
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """A briefing deck."""

    info: Info
    title: Text
    subtitle: Text
    label: Text
    """What kind of paper it is (``勉強会資料``)."""
    byline: tuple[Text, ...]
    """Date, organisation and authors as the cover shows them, one a line."""
    footer: Text
    slides: tuple[Slide, ...]
    labels: Labels
    marks: Marks = Marks()
