"""`Handout` → pages: a typeset paper with footnotes, contents and running heads."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial

from shiryo import document, inline, origins, pages
from shiryo.diagnostics import Diagnostics, diagnose
from shiryo.layout.handout.blocks import boxes, head
from shiryo.layout.handout.blocks.blocks import Setter
from shiryo.layout.handout.breaking.bands import Band, Sheet, bands, filled, followed
from shiryo.layout.handout.breaking.columns import Column, overfull
from shiryo.layout.handout.breaking.footnotes import Footnotes
from shiryo.layout.handout.furniture import index
from shiryo.layout.handout.furniture.contents import contents
from shiryo.layout.handout.furniture.paged import page_numbers, paged
from shiryo.layout.handout.memory import Memory
from shiryo.layout.handout.setting.atom import Piece, join
from shiryo.layout.handout.setting.galley import Galley, galley
from shiryo.layout.handout.setting.references import numbered, refers
from shiryo.layout.remembered import digest
from shiryo.layout.text.font_files import FontFiles
from shiryo.layout.text.missing import missing
from shiryo.pages.turn import Turn
from shiryo.targets import Index, Name
from shiryo.template.model import Theme
from shiryo.typeset.fonts import Fonts
from shiryo.units import Points, Rect
from shiryo.values import dataclass

_CONTENTS_OVER = 4
"""Pages up to which a handout has no contents of its own accord."""
_ROUNDS = 6
_LEAST_FOR_INDEX = 12
"""How much room, in lines, an index with its heading needs to start on a page."""
_SQUEEZES = (0.9, 0.8, 0.7)
"""What the spaces between blocks are multiplied with for that, the least change first."""
_AROUND = ("paper", "columns", "labels", "running")
"""What of a handout is around all its parts."""
_CRUMB = 5
"""How many lines the last page has at least …"""
_SHORTER = (1, 2, 3, 4)
"""… if pages that are so many lines shorter give it as many."""
_TUNED = 100
"""Pages beyond which the last one stays as it falls: for it all would be broken many times."""


def lay_out(
    handout: document.Handout, theme: Theme, fonts: Fonts, memory: Memory | None = None
) -> tuple[pages.PageSet, Diagnostics]:
    """Set a handout and break it into pages of its paper; lengths in points.

    What the ``memory`` of this theme has is not set again.
    """
    if memory:
        memory.begin(digest(tuple(getattr(handout, name) for name in _AROUND)))
    press = _Press(handout, theme, fonts, memory)
    columns, notes = press.columns()
    made = paged(columns, notes, press.wide, handout, press.paper, press.read_area, memory)
    return (
        pages.PageSet(
            press.paper.width,
            press.paper.height,
            made,
            handout.info,
            FontFiles(fonts),
            leftwards=press.turn is not None,
            colours=theme.colours,
            font_family=fonts.face("gothic", 400).family,
        ),
        (
            *dict.fromkeys(press.wide.problems),
            *missing(handout, fonts),
            *(
                diagnose("handout.too-tall", page=column.frame.page + 1)
                for column in columns
                if overfull(column, notes)
            ),
        ),
    )


@dataclass(frozen=True)
class _Press:
    """A handout on its way to pages."""

    handout: document.Handout
    theme: Theme
    fonts: Fonts
    memory: Memory | None = None

    @cached_property
    def paper(self) -> Rect:
        return self.theme.handout.papers[self.handout.paper].page

    @cached_property
    def read_area(self) -> Rect:
        """The text area as the page is read."""
        return self.theme.handout.papers[self.handout.paper].area()

    @cached_property
    def sheet(self) -> Sheet:
        body = self.theme.handout.type["body"]
        space = self.theme.handout.space
        notes = self.area.columns(self.handout.columns, space["column-gap"])[0].width
        pitch = body.size * body.leading
        return Sheet(self.area, pitch, space["column-gap"], space["front"], notes)

    @cached_property
    def turn(self) -> Turn | None:
        if self.theme.handout.writing == "horizontal":
            return None
        return Turn(self.paper.width, self.read_area.width)

    @cached_property
    def area(self) -> Rect:
        """The text area as it is laid out, before the page is turned."""
        return self.turn.back(self.read_area) if self.turn else self.read_area

    @cached_property
    def wide(self) -> Galley:
        made = galley(self.theme, self.handout.labels, self.fonts, self.area.width, self.turn)
        return replace(made, tree=self.memory.tree) if self.memory else made

    @cached_property
    def narrow(self) -> Galley:
        return self.wide.within(self.sheet.notes)

    @cached_property
    def front(self) -> list[Piece]:
        if self.memory is None:
            return [*self._front()]
        bare = replace(self.handout, sections=(), terms=())
        return self.memory.pieces(self.wide, bare, digest(bare), self._front)

    def _front(self) -> Iterator[Piece]:
        yield from head.title_block(self.wide, self.handout)
        yield from boxes.summary(self.wide, self.handout.summary)

    def _contents(self, found: Mapping[Name, int], is_indexed: bool) -> Sequence[Piece]:
        listed = self._listed(is_indexed)
        if self.memory is None:
            return [*contents(self.wide, listed, found)]
        named = tuple(map(_named, listed))
        key = ("contents", digest(named), *map(found.get, _names(named)))
        return self.memory.kept(key, lambda: [*contents(self.wide, listed, found)])

    def columns(self) -> tuple[list[Column], Footnotes]:
        """Break everything into columns, with contents and an index where they are wanted.

        Contents and references name pages, and that may move what they name: all is broken anew
        until it stands still. What refers to nothing is set but once.
        """
        # The front comes before the body: its notes have the first numbers.
        front, numbers = self.front, numbered(self.handout)
        setter = Setter(self.narrow, self.area.height / 3, numbers, self.memory)
        notes = Footnotes(self.narrow, memory=self.memory)
        joined = self.memory.joined if self.memory else join
        is_moving, wanted = refers(self.handout), False
        found: Mapping[Name, int] = {}
        for n in range(_ROUNDS):
            notes = notes.worded(numbers.word(found))
            listed = self._contents(found, wanted) if wanted else ()
            body = setter.sections(self.handout.sections, found)
            parts = bands([*front, *listed], list(body), self.handout.columns, joined)
            if is_indexed := self._is_indexed(wanted):
                parts.append(Band(join(index.title(self.wide)), 1, _LEAST_FOR_INDEX))
            columns = self._ended(partial(filled, parts), notes, 0 if is_indexed else _CRUMB)
            before, found = found, page_numbers(columns)
            if n == 0:
                wanted = self._wants_contents(columns)
            elif found == before:
                break
            if not (wanted or is_moving or self._is_indexed(wanted)):
                break
        return self._with_index(columns, notes) if self._is_indexed(wanted) else columns, notes

    def _is_indexed(self, has_contents: bool) -> bool:
        wish = self.handout.index
        return bool(self.handout.terms) and (wish == "always" or (wish == "auto" and has_contents))

    def _listed(self, has_contents: bool) -> tuple[document.Section, ...]:
        """Return what the contents list: the sections and the index."""
        if not self._is_indexed(has_contents):
            return self.handout.sections
        title = (inline.Run(self.handout.labels.index, origin=origins.label("index")),)
        return (*self.handout.sections, document.Section(Index(), "", title, counts=False))

    def _with_index(self, columns: list[Column], notes: Footnotes) -> list[Column]:
        found = index.occurrences(self.handout.terms, columns)
        count = self.theme.handout.index
        rects = self.sheet.columns(self.area, count)
        entries = index.index(self.wide.within(rects[0].width), self.handout.terms, found)
        band = Band(join(entries), count, 1)
        return self._ended(partial(followed, columns, band), notes, _CRUMB)

    def _wants_contents(self, columns: list[Column]) -> bool:
        return self.handout.contents == "always" or (
            self.handout.contents == "auto"
            and columns[-1].frame.page >= _CONTENTS_OVER
            and len(self.handout.sections) > 1
        )

    def _ended(
        self, made: Callable[[Sheet, Footnotes, float], list[Column]], notes: Footnotes, crumb: int
    ) -> list[Column]:
        """Return columns that ``made`` fills, on whose last page stand ``crumb`` lines or more.

        That is so unless there is no way to it, or there are very many pages.
        """
        columns = made(self.sheet, notes, 1)
        last, used = self._last(columns, notes)
        if last >= _TUNED:
            return columns
        if last and used < self.theme.handout.sparse * self.area.height:
            for squeeze in _SQUEEZES:
                tighter = made(self.sheet, notes, squeeze)
                if tighter[-1].frame.page < last:
                    return tighter
        least = crumb * self.sheet.pitch
        if last and used < least:
            for lines in _SHORTER:
                area = replace(self.area, height=self.area.height - lines * self.sheet.pitch)
                shorter = made(replace(self.sheet, area=area), notes, 1)
                page, used = self._last(shorter, notes)
                if page == last and used >= least:
                    return shorter
        return columns

    def _last(self, columns: list[Column], notes: Footnotes) -> tuple[int, Points]:
        """Return the number of the last page and how much of it is used."""
        page = columns[-1].frame.page
        ends = (
            column.bottom - self.area.y + notes.height(column.notes)
            for column in columns
            if column.frame.page == page
        )
        return page, max(ends)


def _named(section: document.Section) -> document.Section:
    """Return what contents say of a section."""
    below = tuple(map(_named, section.sections))
    return replace(section, message=(), blocks=(), names=(), sections=below, line=0)


def _names(sections: Sequence[document.Section]) -> Iterator[Name]:
    for section in sections:
        yield section.id
        yield from _names(section.sections)
