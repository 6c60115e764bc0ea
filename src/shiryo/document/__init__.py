"""`Deck` and `Handout`: what is said and in what form, with no coordinates.

All words are final here: variables are filled in, marks are parsed, what the program adds is there.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from shiryo.info import Info as Info
from shiryo.inline import Text
from shiryo.remarks import Remarks
from shiryo.targets import Name

LineRange: TypeAlias = tuple[int, int]
"""First and last line of the article, 1-based, inclusive."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    text: Text
    title: Text = ()
    """The lead word; empty if none."""
    note: Text = ()
    items: "tuple[Item, ...]" = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list. Where every item has a title, a deck may draw cards."""

    items: tuple[Item, ...]
    start: int = 0
    """The number of the first; 0 if they are not numbered."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a process."""

    title: Text
    text: Text = ()
    now: bool = False


@dataclass(frozen=True, slots=True)
class Steps:
    """A process."""

    items: tuple[Step, ...]
    start: int = 1
    """The number of its first step."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event."""

    date: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in their order."""

    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as there are columns."""

    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: Text = ()
    """Without its number: `Labels.table` gives that in a handout."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison."""

    title: Text
    items: tuple[Item, ...]
    caution: bool = False


@dataclass(frozen=True, slots=True)
class Compare:
    """Two to four things side by side."""

    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it means."""

    term: Text
    text: Text
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words."""

    text: Text
    by: Text = ()
    """The source, linked if it has a URL."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody says."""

    speaker: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A dialogue."""

    utterances: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number, shown large."""

    value: str
    unit: str
    label: Text
    note: Text = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """One to four numbers."""

    items: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart, a value (or None) a category."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart."""

    kind: Literal["bar", "column", "line", "pie"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    """What it shows, in words; never empty."""
    unit: str = ""
    caption: Text = ()
    highlight: tuple[str, ...] = ()
    """Categories in the accent colour, the others muted; empty: all alike."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture."""

    data: bytes = field(repr=False)
    """A PNG or JPEG file."""
    size: tuple[int, int]
    """Width and height in pixels."""
    alt: str
    caption: Text = ()
    credit: Text = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs."""

    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A line of the agenda."""

    number: str
    title: Text
    brief: Text
    target: str
    """`Slide.id` of the first slide of the section."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What the deck goes through; layout adds the page numbers."""

    entries: tuple[AgendaEntry, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a glossary."""

    term: Text
    text: Text
    reading: str = ""
    """In kana, where the outline says it; for the index."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms in reading order of the briefing."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class References:
    """Numbered sources; each is one line of text, linked where there is a URL."""

    entries: tuple[Text, ...]


Block: TypeAlias = (
    Bullets
    | Steps
    | Timeline
    | Table
    | Compare
    | Definition
    | Quote
    | Dialogue
    | Figures
    | Chart
    | Image
    | Prose
    | Agenda
    | Glossary
    | References
)


@dataclass(frozen=True, slots=True)
class Labels:
    """Words that layout needs; ``{n}``, ``{total}`` are filled in by it."""

    page: str
    """``{n} / {total}``"""
    continued: str
    """``（{n}/{total}）``: added to the title of a slide or table that goes on."""
    again: str
    """``（続き）``: added to the caption of a table that goes on in a handout."""
    table: str
    """``表{n}``"""
    figure: str
    """``図{n}``"""
    section: str
    """``{n}節``: how a reference names a section."""
    see: str
    """``{text}（{number}、p. {page}）``: a reference to a section, a table or a figure."""
    where: str
    """``{text}（p. {page}）``: a reference to what has no number."""
    contents: str
    """Heading of the contents of a handout."""
    index: str
    """Heading of its index."""
    summary: str
    """Heading of the box of main points."""
    term: str
    """Label over a defined term."""
    square: str
    """``▪``: before the items of a slide."""
    dot: str
    """``・``: before the items of a handout."""
    dash: str
    """``–``: before the items under an item."""
    remark: str
    """``※``: the mark of a slide's footnotes."""
    slide: str = "{n}"
    """Under a slide that is shown small."""
    note: str = "{n}"
    """What stands before a footnote."""


Role = Literal["cover", "agenda", "section", "content", "summary", "glossary", "sources"]


@dataclass(frozen=True, slots=True)
class Slide:
    """One thing to say. Layout may need more than one page for it."""

    id: str
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
    lines: tuple[LineRange, ...] = ()
    """Lines of the article behind it."""
    line: int = 0
    """1-based line of the outline where it is written; 0 if nowhere."""


@dataclass(frozen=True, slots=True)
class Deck:
    """A briefing deck."""

    info: Info
    title: Text
    subtitle: Text
    label: Text
    """What kind of paper it is (``勉強会資料``)."""
    byline: tuple[Text, ...]
    """Date and organisation as the cover shows them, one a line."""
    footer: Text
    slides: tuple[Slide, ...]
    labels: Labels


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
