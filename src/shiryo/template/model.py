"""A template as data: how a deck and a handout look, and the words that the program adds."""

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from shiryo import limits
from shiryo.japanese.numerals import Numerals
from shiryo.template.colours import colour
from shiryo.template.office.model import Office
from shiryo.units import Points, Rect, length
from shiryo.values import dataclass

Length = Annotated[Points, BeforeValidator(length), Field(ge=0, le=limits.LENGTH)]
"""``22mm``, ``64px``, ``10.2pt``."""
Size = Annotated[Points, BeforeValidator(length), Field(ge=1, le=limits.TYPE_SIZE)]
"""Of letters."""
Side = Annotated[Points, BeforeValidator(length), Field(ge=72, le=4032)]
"""Of a slide (ECMA-376-1 § 19.2.1.39: 1 to 56 in) or a paper."""
Share = Annotated[float, Field(ge=0, le=20)]
"""A multiple of a size or of a width."""
Family = Annotated[str, Field(min_length=1, max_length=100)]
Words = Annotated[str, Field(max_length=limits.LABEL_CHARACTERS)]

Colour = Annotated[str, BeforeValidator(colour)]
"""``RRGGBB``, however it is written: see `shiryo.template.colours`."""
Tint = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}( [1-9]\d?%)?$")]
"""A colour's name, and perhaps a share of white."""
Box = tuple[Length, Length, Length, Length]
"""x, y, width, height."""


def _listed(value: Any) -> Any:
    """Return a number as a list of one."""
    return (value,) if isinstance(value, int) else value


class Node(BaseModel):
    """What all parts of a theme share."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, populate_by_name=True)


class Type(Node):
    """How a kind of text is set."""

    size: Size
    font: Literal["gothic", "mincho"] = "gothic"
    weight: Literal[400, 700] = 400
    colour: str = "ink"
    """A name of `Theme.colours`."""
    leading: Annotated[float, Field(ge=0.5, le=10)] = 1.5
    """Distance of baselines as a multiple of the size."""
    palt: bool = False
    """Whether kana are set as wide as they are drawn (プロポーショナルかな); handout only."""


class FontNames(Node):
    """The families to look for, best first, and what stands in for missing glyphs."""

    gothic: Annotated[tuple[Family, ...], Field(min_length=1, max_length=20)]
    mincho: Annotated[tuple[Family, ...], Field(min_length=1, max_length=20)]
    office: dict[Literal["gothic", "mincho"], Family] = {}
    """What a deck asks an office program for instead, where its readers have that (游ゴシック).

    It need not be here: kana and kanji are an em wide in both, and lines leave room for letters.
    """


class LevelTheme(Node):
    """How a level of lists is set in a company's file."""

    size: Size
    colour: str = "ink"
    weight: Literal[400, 700] = 400
    leading: Annotated[float, Field(ge=0.5, le=10)] = 1.2
    before: Length = 0
    """Space above."""
    bullet: Annotated[str, Field(max_length=2)] = ""
    """Its sign; empty where the file has none."""
    bullet_colour: str = Field("ink", alias="bullet-colour")
    indent: Length = 0
    hang: Length = 0
    """How far left of the text the sign stands."""


class LayoutTheme(Node):
    """A layout of a company's file, and what stands where on it."""

    layout: Words
    """Its name, or that of its part (``slideLayout2``)."""
    placeholders: dict[
        Literal["title", "message", "subtitle", "byline", "body", "footer", "number"],
        Annotated[tuple[Annotated[int, Field(ge=0)], ...], BeforeValidator(_listed)],
    ] = {}
    """Numbers (``idx``) of the placeholders that our texts stand in."""
    frames: dict[str, Box] = {}
    """What stands elsewhere than `DeckTheme.frames` says."""
    type: dict[str, Type] = {}
    """What is set otherwise than `DeckTheme.type` says."""


class DeckTheme(Node):
    """How a deck looks."""

    size: tuple[Side, Side]
    frames: dict[str, Box]
    """Where things stand: ``title``, ``message``, ``content``, ``source``, ``footer``, ``number``,
    and on the cover ``cover-label``, ``cover-title``, ``cover-subtitle``, ``cover-byline``."""
    type: dict[str, Type]
    """By name: ``title``, ``message``, ``body``, ``body2``, ``body3``, ``source``, ``footer``, …"""
    space: dict[str, Length]
    """Gaps, paddings and rules by name."""
    em: dict[str, Share]
    """Gaps and paddings that grow with the type, as multiples of its size, by name."""
    sizes: Annotated[tuple[Size, ...], Field(min_length=1, max_length=50)]
    """Sizes that body text may take to fill a slide or to fit on it, largest first."""
    limits: dict[str, Annotated[int, Field(ge=1, le=1000)]]
    """How many lines, rows or cards a slide may hold, by name."""
    charts: Annotated[tuple[Size, ...], Field(min_length=1, max_length=50)]
    """Sizes that names and numbers of a chart may take, largest first."""
    allowance: Annotated[float, Field(ge=0, le=0.5)]
    """The share of a measure kept free, since an office program may measure a little wider."""
    levels: tuple[LevelTheme, ...] = ()
    """How a company's file sets lists; empty: as the program does."""
    layouts: dict[str, LayoutTheme] = {}
    """Of a company's file, by what they serve for: ``cover``, ``section``, ``content``, ``two``,
    ``only``, and others that an outline names."""

    @cached_property
    def scale(self) -> tuple[Points, ...]:
        """The sizes that a deck has, smallest first."""
        return tuple(sorted({*self.sizes, *(made.size for made in self.type.values())}))


class PaperTheme(Node):
    """A paper size and the text area on it."""

    size: tuple[Side, Side]
    margins: Box
    """top, right, bottom, left"""

    @property
    def page(self) -> Rect:
        """The whole paper."""
        return Rect(0, 0, *self.size)

    def area(self, margins: Box | None = None) -> Rect:
        """Return the text area, within its own or other margins."""
        top, right, bottom, left = margins or self.margins
        width, height = self.size
        return Rect(left, top, width - left - right, height - top - bottom)


Omission = Literal[
    "urls",
    "notes",
    "asides",
    "glossary",
    "sources",
    "dialogue",
    "quotes",
    "images",
    "charts",
    "tables",
    "deep-text",
    "text",
    "definitions",
    "deep-items",
    "items",
    "deep-sections",
    "lists",
    "messages",
    "figures",
    "points",
    "sections",
    "summary",
]
"""What a handout of one page may leave out: see `shiryo.layout.handout.onepage.omit`."""


class OnePageTheme(Node):
    """How a handout of one page looks, where it differs from others."""

    margins: Box
    """top, right, bottom, left"""
    sizes: tuple[Size, Size]
    """The largest and the smallest size of body text; the other types keep their proportion."""
    least: Annotated[Size, Field(ge=8)]
    """What no type gets smaller than, unless it is made so."""
    columns: Annotated[tuple[Annotated[int, Field(ge=1, le=8)], ...], Field(min_length=1)]
    """Numbers of columns that may be taken, best first; one alone where all fits in the largest
    type."""
    omit: tuple[Omission, ...]
    """What to leave out where all cannot fit, first what matters least."""
    type: dict[str, Type]
    """Types that differ, by name."""
    space: dict[str, Length]
    """Lengths that differ or are of one page alone, at the size of ``body``; they grow with it."""


class Upright(Node):
    """What does not lie on its side in vertical writing."""

    digits: Annotated[int, Field(ge=0, le=10)] = 2
    """Numbers of up to so many digits are set in one em (縦中横)."""
    capitals: Annotated[int, Field(ge=0, le=100)] = 4
    """Words of up to so many capitals stand letter under letter."""


class ChartTheme(Node):
    """How charts of a handout look."""

    bar: Annotated[float, Field(gt=0, le=1)]
    """The share of its band that a bar, or a group of bars, takes."""
    names: Annotated[float, Field(gt=0, le=0.8)]
    """The greatest share of the width that labels beside a chart take."""
    gap: Share
    """Between a bar and its labels, in em of these."""
    line: Share
    """Width of lines, in em of the labels."""
    dot: Share
    """Width of the dots on them, in em of the labels."""
    sizes: Annotated[tuple[Share, ...], Field(min_length=1, max_length=10)]
    """Sizes that names and numbers may take, largest first, as multiples of the type's."""


class HandoutTheme(Node):
    """How a handout looks."""

    papers: dict[str, PaperTheme]
    type: dict[str, Type]
    """By name: ``title``, ``heading1`` …, ``body``, ``table``, ``caption``, ``note``, …"""
    space: dict[str, Length]
    onepage: OnePageTheme
    kinsoku: Literal["strict", "normal", "loose"] = "strict"
    """What no line may begin with (禁則処理の強さ)."""
    hanging: bool = False
    """Whether 。 and 、 may stand past the end of a justified line (ぶら下げ)."""
    hyphens: bool = True
    """Whether English words may be parted by hyphens."""
    opening: Literal["full", "half"] = "full"
    """Where an indented paragraph begins that begins with an opening bracket: at the indent, or
    ``half`` an em before it (二分下がり)."""
    writing: Literal["horizontal", "vertical"] = "horizontal"
    """``vertical``: lines run downwards and follow each other to the left (縦書き)."""
    columns: Literal[1, 2] = 1
    """Columns, where the outline does not say: in vertical writing one over the other (段)."""
    upright: Upright = Upright.model_construct()
    numerals: Numerals = "arabic"
    """Of sections and items."""
    index: Annotated[int, Field(ge=1, le=8)]
    """Columns of the index."""
    sparse: Annotated[float, Field(ge=0, le=1)]
    """The share of the last page under which the text is drawn in, if that saves the page."""
    chart: ChartTheme
    floats: bool = True
    """Whether a figure with no room where it stands goes to the top of the next column or page, and
    the text closes up."""


class Theme(Node):
    """``theme.yaml``."""

    title: Words
    """What it is for, in Japanese; shown by ``shiryo template list``."""
    colours: dict[str, Colour]
    """``ink``, ``ink2``, ``muted``, ``accent``, ``tint``, ``surface``, ``rule``, ``caution``,
    ``caution-tint``, ``teal``, ``paper``"""
    series: Annotated[tuple[Tint, ...], Field(min_length=1, max_length=12)]
    """Colours of the series of charts, in their turn: a name of ``colours``, and how much white is
    in it (``accent2 25%``)."""
    fonts: FontNames
    deck: DeckTheme
    handout: HandoutTheme
    labels: dict[str, Words]
    """Words that need no template: see `shiryo.document.Labels`."""


@dataclass(frozen=True, slots=True)
class Base:
    """A company's file."""

    data: bytes = field(repr=False)
    office: Office
    """What it says."""
    shades: Mapping[str, tuple[str, int, int]]
    """Colours of its theme and their shades: see `shiryo.pages.PageSet.shades`."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template, read and checked."""

    name: str
    theme: Theme
    words: Mapping[str, str]
    """The Jinja2 sources by file name without ``.j2``: ``footer``, ``byline``, ``notes``, …"""
    fonts: tuple[Path, ...] = ()
    """Folders of fonts: its own, then those of what it extends; looked in before all others."""
    base: Base | None = None
    """The company's file that decks are made in."""
