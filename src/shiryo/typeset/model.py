"""What goes into typesetting and what comes out."""

from typing import Any, Literal, NamedTuple

from shiryo.glyphs import Glyph, Stance
from shiryo.units import Points
from shiryo.values import dataclass

Family = Literal["gothic", "mincho"]
Breaks = Literal["justify", "ragged", "cell", "phrase"]
"""``justify``: lines filled to the measure, the last natural; ``ragged``: lines as full as they go,
not stretched; ``cell``: the same, but no word of katakana is parted that has room on a line, since
columns are narrow; ``phrase``: broken only between phrases (BudouX) where that is possible, and
balanced."""
Spacing = Literal["jlreq", "solid"]
"""``jlreq``: quarter em between Japanese and Latin, closed-up punctuation; ``solid``: every
character its own width, as PowerPoint sets it."""
Kinsoku = Literal["strict", "normal", "loose"]
"""How much no line may begin with."""
Opening = Literal["full", "half"]
"""How an indented paragraph begins with an opening bracket (JLREQ §3.1.5): where any other
character would, or ``half`` an em before it."""


class Vertical(NamedTuple):
    """How western characters stand in vertical text (JLREQ §2.3.2 d)."""

    digits: int = 2
    """Numbers of up to so many digits stand in one em."""
    capitals: int = 4
    """Words of up to so many capital letters stand upright, letter under letter."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text to set in one font."""

    text: str
    """``\\n`` breaks the line."""
    family: Family
    weight: int
    size: Points
    ruby: str | None = None
    rise: Points = 0
    """How far above the baseline (a footnote's mark)."""
    palt: bool = False
    """Whether kana are set as wide as they are drawn (``palt``), where spacing is ``jlreq``."""
    vertical: Vertical | None = None
    """Given where lines run downwards."""
    tag: Any = None
    """Handed through to `Piece.tag`: colour, link, whatever the caller needs."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set."""

    breaks: Breaks = "ragged"
    spacing: Spacing = "jlreq"
    kinsoku: Kinsoku = "strict"
    first_indent: Points = 0
    """Of the first line."""
    hanging: bool = False
    """Whether 。 and 、 may stand past the end of the measure."""
    hyphens: bool = True
    """Whether English words may be parted by a hyphen; never where spacing is ``solid``, since the
    hyphen is not part of the text."""
    opening: Opening = "full"


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one face on a line."""

    x: Points
    """From the left of the measure."""
    rise: Points
    """Above the baseline."""
    font: str
    """`shiryo.typeset.fonts.Face.key`"""
    size: Points
    glyphs: tuple[Glyph, ...]
    tag: Any
    ruby: bool = False
    """Whether this is ruby over the piece before it."""
    stance: Stance = "horizontal"
    """Glyphs that are ``combined`` have advances across the line, and stand in one em of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph."""

    pieces: tuple[Piece, ...]
    width: Points
    """From the left of the measure to the end of the last glyph that is not a space."""
    text: str
    """The characters of the line, without ruby and without the hyphen of a parted word."""
    ruby: bool = False
    """Whether some ruby stands over it."""
    hyphen: bool = False
    """Whether a hyphen is drawn at its end."""
    ends: bool = False
    """Whether the paragraph ends here, or what stands before one of its ``\\n``."""


class Extent(NamedTuple):
    """What is known of a line before its glyphs are placed."""

    width: Points
    """As `Line.width`."""
    size: Points
    """The size of its largest type, raised marks not counted; 0 where it is empty."""
    text: str
    """As `Line.text`."""


class Broken(NamedTuple):
    """Where the lines of a paragraph end."""

    ends: tuple[tuple[int, ...], ...]
    """For what stands between line breaks, each: the last cell of each of its lines."""
    lines: tuple[Extent, ...]
