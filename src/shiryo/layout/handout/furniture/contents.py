"""The table of contents: sections of two levels with the pages on which they start."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from shiryo import document, inline, origins, pages
from shiryo.layout.handout.setting.atom import Atom, Part, Piece
from shiryo.layout.handout.setting.galley import Galley, Marker, words
from shiryo.layout.handout.setting.marks import without
from shiryo.layout.handout.setting.paragraph import Paragraph
from shiryo.targets import Link, Name, to
from shiryo.units import Points, Rect
from shiryo.values import dataclass

_DEPTH = 2
_NUMBER_EM = 2.5


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents (or more, for a long title), a rule and a page number at its end."""

    atoms: tuple[Atom, ...]
    title: Paragraph
    page: str
    target: Link
    galley: Galley
    type_: str

    def draw(
        self, first: int, tops: Sequence[Points], x: Points, part: Part = (1, 1)
    ) -> Iterable[pages.Item]:
        """Return the title; beside its last line a rule that leads to the number of the page."""
        [box] = self.title.draw(first, tops, x, part)
        if first + len(tops) < len(self.atoms):
            yield box
            return
        last, right = box.lines[-1], x + self.galley.width
        number = self.galley.strip(
            [(self._link(), self.type_)],
            0,
            self.galley.width,
            "ragged",
            align="right",
            element=self.title.text.element,
        )
        room = Rect(x, tops[-1], self.galley.width, 0)
        [line] = number.lines
        placed = self.galley.compositor.place(line, number.para, room, number.origins)
        frame = replace(box.frame, width=right - box.frame.x)
        lines = (*box.lines[:-1], pages.Line(last.runs + placed.runs))
        yield replace(box, frame=frame, lines=lines)
        yield from self._leader(last, right - line.width)

    def _link(self) -> inline.Text:
        return (inline.Run(self.page or "0", href=self.target, origin=origins.NUMBER),)

    def _leader(self, last: pages.Line, end: Points) -> Iterator[pages.Item]:
        size = self.galley.style(self.type_).size
        start = max(run.x + run.width for run in last.runs) + size
        base, rule = last.runs[0].baseline, self.galley.space("rule")
        if end - size > start:
            at = Rect(start, base - 0.3 * size, end - size - start, rule)
            yield pages.Shape(at, fill=self.galley.colour("rule"))


def contents(
    galley: Galley, sections: tuple[document.Section, ...], numbers: Mapping[Name, int]
) -> Iterator[Piece]:
    """Yield the contents; ``numbers`` are the pages, from 1, of the sections by their ids.

    What it takes does not depend on the numbers, so that two rounds settle them.
    """
    label, heading = galley.label("contents"), galley.add("H2")
    title = galley.paragraph((label, "contents-title"), role="label", element=heading)
    yield Piece(title, galley.space("front"), galley.space("caption"), keep_next=True)
    found = list(_walk(sections, galley, 1))
    for n, (level, section, inside) in enumerate(found):
        below = galley.space("front") if n == len(found) - 1 else 0
        yield Piece(_entry(inside, section, level, numbers), 0, below)


def _walk(
    sections: tuple[document.Section, ...], galley: Galley, level: int
) -> Iterator[tuple[int, document.Section, Galley]]:
    """Yield the sections with their levels, and what sets each level."""
    inside = galley.under(galley.add("TOC"))
    for section in sections:
        yield level, section, inside
        if level < _DEPTH:
            yield from _walk(section.sections, inside, level + 1)


def _entry(
    galley: Galley, section: document.Section, level: int, numbers: Mapping[Name, int]
) -> Entry:
    type_ = "contents" if level == 1 else "contents2"
    size = galley.style("contents").size
    x = galley.space("list-indent") + (level - 1) * 1.6 * size
    inner = galley.within(galley.width - _NUMBER_EM * size)
    title = tuple(replace(run, href=to(section.id), ruby=None) for run in without(section.title))
    hang = max(1.6 * size, galley.natural(words(section.number), type_) + 0.7 * size)
    entry = galley.under(galley.add("TOCI"))
    element, label = entry.add("Reference"), entry.add("Lbl")
    flow = inner.plain_links().paragraph(
        (title, type_),
        role="contents",
        breaks="ragged",
        x=x,
        marker=Marker(words(section.number, origins.NUMBER), type_, hang, label, "accent"),
        element=element,
    )
    page = str(numbers.get(section.id, ""))
    return Entry(flow.atoms, flow, page, to(section.id), galley.plain_links(), type_)
