"""A handout: sections of blocks, and sections in them."""

from dataclasses import field
from typing import Literal

from shiryo.document.blocks import Block, Item
from shiryo.document.labels import Labels
from shiryo.info import Info
from shiryo.inline import Text
from shiryo.origins import Origin
from shiryo.targets import Name
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the handout."""

    id: Name
    number: str
    """``2`` or ``2.1``, see `shiryo.document.numbers`; empty for an unnumbered one."""
    title: Text
    message: Text = ()
    blocks: tuple[Block, ...] = ()
    sections: "tuple[Section, ...]" = ()
    line: int = 0
    """1-based line of the outline where it is written; 0 if nowhere."""
    names: tuple[str, ...] = ()
    """Of each block: under which links lead to it, or nothing. No names at all: none has one."""
    counts: bool = True
    """Whether it has a number."""


@dataclass(frozen=True, slots=True)
class IndexTerm:
    """A term of the index."""

    term: str
    reading: str
    """In kana, whatever can be read."""
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Handout:
    """A handout."""

    info: Info
    title: Text
    subtitle: Text
    byline: Text
    """Left under the title: date and organisation."""
    label: Text
    """Right under the title: the kind of paper."""
    running: Text
    """At the head of every page."""
    summary: tuple[Item, ...]
    sections: tuple[Section, ...]
    labels: Labels
    paper: Literal["A4", "B5", "Letter"] = "A4"
    columns: int = 1
    contents: Literal["auto", "always", "never"] = "auto"
    terms: tuple[IndexTerm, ...] = ()
    """What an index lists; none: there is no index."""
    index: Literal["auto", "always", "never"] = "auto"
    message: Text = ()
    """The one claim of the whole; shown where all stands on one page."""
