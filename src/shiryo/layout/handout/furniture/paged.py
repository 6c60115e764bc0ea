"""Filled columns → pages: items in reading order, anchors, running heads."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import overload

from shiryo import document, inline, origins, pages
from shiryo.layout.handout.breaking.columns import Column, Slice
from shiryo.layout.handout.breaking.footnotes import Footnotes
from shiryo.layout.handout.furniture.running import Furniture
from shiryo.layout.handout.memory import Memory
from shiryo.layout.handout.setting.atom import Mark
from shiryo.layout.handout.setting.galley import Galley, words
from shiryo.layout.handout.setting.paragraph import Paragraph
from shiryo.pages.turn import Turn
from shiryo.pages.walk import inks_of
from shiryo.targets import Index, Name, Page
from shiryo.units import Rect
from shiryo.values import dataclass

Key = tuple[int, ...]
"""`Element.key`"""
_FEW = 24
"""Pages that are kept once they are drawn."""


@dataclass(frozen=True)
class Paged(Sequence[pages.Page]):
    """The pages of a handout: each is drawn when it is looked at, and kept if they are few."""

    columns: Sequence[Sequence[Column]]
    """Of each page."""
    notes: Footnotes
    turn: Turn | None
    furniture: Furniture
    heads: Sequence[inline.Text]
    """Of each page."""
    area: Rect
    """That of the text, as the page is read."""
    is_indexed: bool
    """Whether there is an index: its links lead to the top of the pages."""
    memory: Memory | None = None
    """Of pages that were drawn before."""
    _kept: dict[int, pages.Page] = field(default_factory=dict)
    """Those that have been drawn, if they are few."""

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self.columns)

    @overload
    def __getitem__(self, at: int) -> pages.Page: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[pages.Page]: ...

    def __getitem__(self, at: int | slice) -> pages.Page | Sequence[pages.Page]:
        """Draw a page, from 0, or several."""
        if isinstance(at, slice):
            return [self[n] for n in range(len(self))[at]]
        n = range(len(self))[at]
        if n in self._kept:
            return self._kept[n]
        if self.memory:
            # What is known by where it stands is kept with the page.
            page, _ = self.memory.kept(self._key(n), lambda: (self._drawn(n), self.columns[n]))
        else:
            page = self._drawn(n)
        if len(self) <= _FEW:
            self._kept[n] = page
        return page

    def inks(self) -> Iterator[pages.Ink]:
        """Yield all that glyph runs on the pages show; lines of paragraphs are not placed for it.

        Turning a page changes nothing of that.
        """
        for n, columns in enumerate(self.columns):
            if n in self._kept or len(self) <= _FEW:
                yield from inks_of(self[n].items)
                continue
            yield from _inks(columns, self.notes, self._gone)
            yield from inks_of(self.furniture.items(n + 1, len(self), self.heads[n]))

    def names(self) -> Iterator[Name]:
        """Yield the names of the anchors of the pages."""
        for n, columns in enumerate(self.columns):
            if self.is_indexed:
                yield Page(n + 1)
            yield from (anchor.name for anchor in anchors(columns, self.notes))

    def _key(self, n: int) -> Hashable:
        """Return all that a page shows."""
        head = tuple((run.text, run.origin) for run in self.heads[n])
        shown = tuple(self._shown(column) for column in self.columns[n])
        return "page", n, len(self), self.is_indexed, head, shown

    def _shown(self, column: Column) -> Hashable:
        slices = tuple((id(s.flow), s.first, s.tops, s.part) for s in column.slices)
        moved = (s.atoms[0].floats for s in column.slices)
        gone = tuple(element.key in self._gone for element in moved if element)
        notes = tuple((id(self.notes.note(part.number)), part) for part in column.notes)
        passed = tuple((at, element.key) for at, element in column.passed)
        return column.frame, slices, gone, notes, passed

    def _drawn(self, n: int) -> pages.Page:
        drawn = items(self.columns[n], self.notes, self._gone)
        reached = anchors(self.columns[n], self.notes)
        if self.turn:
            drawn = map(self.turn.item, drawn)
            # A reader is led to the page: where on it a line begins, is not a height.
            reached = (replace(anchor, y=self.area.y) for anchor in reached)
        top = [pages.Anchor(Page(n + 1), self.area.y)] if self.is_indexed else []
        around = self.furniture.items(n + 1, len(self), self.heads[n])
        return pages.Page((*drawn, *around), anchors=(*top, *reached))

    @cached_property
    def _gone(self) -> set[Key]:
        return {key for columns in self.columns for key in _passed(columns)}


def paged(
    columns: Sequence[Column],
    notes: Footnotes,
    galley: Galley,
    handout: document.Handout,
    paper: Rect,
    area: Rect,
    memory: Memory | None = None,
) -> Paged:
    """Return the pages on which the columns stand, with what stands around them.

    ``paper`` and ``area``, the text's, are as the page is read.
    """
    count = max((column.frame.page for column in columns), default=0) + 1
    on_page: list[list[Column]] = [[] for _ in range(count)]
    for column in columns:
        on_page[column.frame.page].append(column)
    around = Furniture(galley.level(area.width), handout, paper, area)
    is_indexed = Index() in page_numbers(columns)
    written = {section.id: inline.origin(section.title) for section in handout.sections}
    written[Index()] = origins.label("index")
    heads = [words(head.title, written.get(head.name)) if head else () for head in _heads(on_page)]
    return Paged(on_page, notes, galley.turn, around, heads, area, is_indexed, memory)


def page_numbers(columns: Sequence[Column]) -> dict[Name, int]:
    """Return the page, from 1, on which each mark stands."""
    return {
        mark.name: column.frame.page + 1
        for column in columns
        for piece in column.slices
        for atom in piece.atoms
        for mark in atom.marks
    }


def items(
    columns: Sequence[Column], notes: Footnotes, gone: Collection[Key] = ()
) -> Iterator[pages.Item]:
    """Yield what stands in the columns of a page, then their notes, as it is read."""
    for part in _parts(columns, gone):
        if isinstance(part, pages.Element):
            yield pages.Spot(part)
        else:
            yield from _drawn(*part)
    for column in columns:
        yield from notes.draw(column)


def _inks(
    columns: Sequence[Column], notes: Footnotes, gone: Collection[Key]
) -> Iterator[pages.Ink]:
    """Yield what the runs of `items` show."""
    for part in _parts(columns, gone):
        if isinstance(part, pages.Element):
            continue
        piece, _ = part
        if isinstance(piece.flow, Paragraph):
            yield from piece.flow.inks(piece.first, len(piece.tops))
        else:
            yield from inks_of(_drawn(*part))
    for column in columns:
        yield from inks_of(notes.draw(column))


def _parts(
    columns: Sequence[Column], gone: Collection[Key]
) -> Iterator[tuple[Slice, Column] | pages.Element]:
    """Yield what stands in the columns of a page, as it is read, and figures that have moved on.

    What goes on from column to column is not interrupted by notes. Figures that have ``gone`` on to
    this page come first, those that stay on it where they belong.
    """
    here = _passed(columns)
    moved: dict[Key, tuple[Slice, Column]] = {}
    for column in columns:
        for piece in column.slices:
            if (element := piece.atoms[0].floats) and (element.key in here or element.key in gone):
                moved[element.key] = piece, column
    for key in [key for key in moved if key not in here]:
        yield moved[key]
    for column in columns:
        for n, piece in enumerate(column.slices, 1):
            element = piece.atoms[0].floats
            if not (element and element.key in moved):
                yield piece, column
            for _, element in (passed for passed in column.passed if passed[0] == n):
                yield moved.get(element.key, element)


def _drawn(piece: Slice, column: Column) -> Iterable[pages.Item]:
    return piece.flow.draw(piece.first, piece.tops, column.frame.rect.x, piece.part)


def _passed(columns: Sequence[Column]) -> set[Key]:
    """Return the figures that belong in these columns and stand in later ones."""
    return {element.key for column in columns for _, element in column.passed}


def anchors(columns: Sequence[Column], notes: Footnotes) -> Iterator[pages.Anchor]:
    """Yield where links to what stands in the columns of a page lead."""
    for column in columns:
        for piece in column.slices:
            for atom, top in zip(piece.atoms, piece.tops, strict=True):
                for mark in atom.marks:
                    yield pages.Anchor(mark.name, top, mark.title, mark.level)
        yield from notes.anchors(column)


def _heads(on_page: Sequence[Sequence[Column]]) -> list[Mark | None]:
    """Return for each page the section that it starts in, or else the first that starts on it."""
    heads: list[Mark | None] = []
    current: Mark | None = None
    for columns in on_page:
        atoms = [atom for column in columns for piece in column.slices for atom in piece.atoms]
        starting = [(n, m) for n, atom in enumerate(atoms) for m in atom.marks if m.head]
        at_top = not (current and current.title) or (starting and starting[0][0] == 0)
        heads.append(starting[0][1] if starting and at_top else current)
        current = starting[-1][1] if starting else current
    return heads
