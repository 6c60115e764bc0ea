"""What a slide or a section shows: a dataclass for each kind of block."""

from dataclasses import field, replace
from typing import Literal, TypeAlias

from shiryo.document.chart import Chart
from shiryo.document.table import Table
from shiryo.inline import Run, Text
from shiryo.origins import Origin
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    text: Text
    title: Text = ()
    """The lead word; empty if none."""
    note: Text = ()
    items: "tuple[Item, ...]" = ()
    again: bool = False
    """Whether it was begun before, and goes on: it has the same number."""
    number: int = 0
    """Among the items below one; 0 if they are not numbered."""

    def resumed(self, mark: Text) -> "Item":
        """Return the item as it heads what goes on under it, with a ``mark`` that says so."""
        if self.title:
            return replace(self, title=(*self.title, *mark), note=(), again=True)
        return replace(self, text=(*self.text, *mark), note=(), again=True)


Shape = Literal["auto", "list", "columns", "cards", "table"]
"""Of a list on a slide."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list. Where every item has a title, a deck may draw cards."""

    items: tuple[Item, ...]
    start: int = 0
    """The number of the first; 0 if they are not numbered."""
    shape: Shape = "auto"
    """In which form a person wants it on a slide."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The number of each item, that of one that goes on again; 0 if they are not numbered."""
        found = list[int]()
        for item in self.items:
            found.append(found[-1] + (not item.again) if found else self.start)
        return tuple(found) if self.start else (0,) * len(found)


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
    origin: Origin = field(default=(), compare=False, repr=False)
    """Where it is written."""

    @property
    def said(self) -> tuple[Run, Run]:
        """Value and unit as runs."""
        value, unit = ((*self.origin, name) for name in ("value", "unit"))
        return Run(self.value, origin=value), Run(self.unit, origin=unit)


@dataclass(frozen=True, slots=True)
class Figures:
    """One to four numbers."""

    items: tuple[Figure, ...]


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
