"""What is to be set: paragraphs of text, and the style of each."""

from dataclasses import field
from typing import NamedTuple

from shiryo import inline
from shiryo.origins import Origin
from shiryo.pages import Align, Element
from shiryo.targets import Link
from shiryo.template.model import Theme, Type
from shiryo.typeset.model import Breaks, Family
from shiryo.units import Points
from shiryo.values import dataclass

RAISED = 0.62
"""The size of a footnote's mark, in em of its text …"""
RISE = 0.33
"""… and how far it stands over the baseline, about as office programs raise text."""


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set; colours are ``RRGGBB``."""

    size: Points
    family: Family
    weight: int
    colour: str
    leading: float
    """Distance of baselines as a multiple of the size."""
    strong: str = ""
    """Colour of emphasis; empty: that of the text."""
    strong_scale: float = 1
    """Size of emphasis as a multiple of the size."""
    link: str = ""
    """Colour of links; empty: that of the text."""
    palt: bool = False
    """Whether kana are set as wide as they are drawn."""


def style(type_: Type, theme: Theme, *, strong: str = "", link: str = "") -> Style:
    """Resolve a type of the theme; ``strong`` and ``link`` are names of its colours."""
    colours = {"": "", **theme.colours}
    return Style(
        type_.size,
        type_.font,
        type_.weight,
        theme.colours[type_.colour],
        type_.leading,
        strong=colours[strong],
        link=colours[link],
        palt=type_.palt,
    )


class Tag(NamedTuple):
    """What a run carries through typesetting."""

    colour: str
    href: Link | None = None
    n: int = 0
    """Number of the run in its paragraph."""
    link: int = 0
    """Number of the first run of the link that it belongs to."""
    ruby: bool = False
    """Whether a reading stands over it."""
    lang: str = ""
    """Its language, where that is not the document's."""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph to set."""

    text: inline.Text
    style: Style
    breaks: Breaks = "phrase"
    align: Align = "left"
    before: Points = 0
    """Space above, but not at the top of a box."""
    level: int = 0
    bullet: str = ""
    bullet_colour: str = ""
    indent: Points = 0
    """How far the text stands in from the left of the box."""
    hang: Points = 0
    """How far before the text the bullet stands."""
    first_indent: Points = 0
    quiet: bool = False
    """Whether its links are for drawn text only: an office program would underline them."""
    element: Element | None = field(default=None, compare=False)
    """What it is to a reader; None: an artifact. It has no part in how lines are broken."""
    label: Element | None = field(default=None, compare=False)
    """What its bullet is, or where it has none, its first run."""
    bullet_origin: Origin | None = field(default=None, compare=False, repr=False)
    """Where its bullet is written."""
