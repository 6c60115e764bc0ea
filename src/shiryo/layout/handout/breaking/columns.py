"""Columns: where what stands."""

from shiryo.layout.handout.breaking.foot import NotePart, Notes
from shiryo.layout.handout.setting.atom import Atom, Flow, Part
from shiryo.pages import Element
from shiryo.units import Points, Rect
from shiryo.values import dataclass

SLACK = 0.01
"""Points in which no eye can tell whether something fits."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A column to fill."""

    page: int
    """From 0."""
    rect: Rect


@dataclass(frozen=True, slots=True)
class Slice:
    """The stretch of a flow that stands in a column."""

    flow: Flow
    first: int
    """Number of its first atom."""
    tops: tuple[Points, ...]
    """Where its atoms start, on the page."""
    part: Part = (1, 1)
    """Which part of how many of the flow this is."""

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """The atoms that stand here."""
        return self.flow.atoms[self.first : self.first + len(self.tops)]


@dataclass(frozen=True, slots=True)
class Column:
    """A filled column."""

    frame: Frame
    slices: tuple[Slice, ...]
    notes: tuple[NotePart, ...]
    passed: tuple[tuple[int, Element], ...] = ()
    """Figures that belong here and stand in a later column: each after how many slices."""
    is_torn: bool = False
    """Whether it ends within what should stay together, for want of any other place to end."""

    @property
    def bottom(self) -> Points:
        """Where the last atom ends."""
        last = self.slices[-1] if self.slices else None
        return last.tops[-1] + last.atoms[-1].height if last else self.frame.rect.y


def overfull(column: Column, notes: Notes) -> bool:
    """Tell whether text and notes of a column are higher than it."""
    return column.bottom + notes.height(column.notes) > column.frame.rect.bottom + SLACK
