"""`Handout` → pages: a typeset paper with footnotes, contents and running heads."""

from collections.abc import Sequence
from dataclasses import fields

from shiryo import document, pages
from shiryo.diagnostics import Diagnostics
from shiryo.layout.flow import blocks, head
from shiryo.layout.flow.atom import join
from shiryo.layout.flow.columns import Breaker, Column
from shiryo.layout.flow.fill import fill
from shiryo.layout.flow.footnotes import Footnotes
from shiryo.layout.flow.furniture import furniture
from shiryo.layout.flow.galley import Galley, galley
from shiryo.layout.text import font_files
from shiryo.template.model import Theme
from shiryo.typeset.fonts import Fonts
from shiryo.units import Rect


def lay_out(
    handout: document.Handout, theme: Theme, fonts: Fonts
) -> tuple[pages.PageSet, Diagnostics]:
    """Set a handout and break it into pages of its paper."""
    paper_theme = theme.handout.papers[handout.paper]
    paper = Rect(0, 0, *paper_theme.size)
    top, right, bottom, left = paper_theme.margins
    area = Rect(left, top, paper.width - left - right, paper.height - top - bottom)
    set_ = galley(theme, handout.labels, fonts, area.width)
    notes = Footnotes(set_)
    flows = join([*head.title_block(set_, handout), *blocks.sections(set_, handout.sections)])
    columns = fill(Breaker(flows, notes.height), lambda _page: (area,))
    made = _pages(columns, notes, set_, handout, paper, area)
    return (
        pages.PageSet(
            paper.width,
            paper.height,
            made,
            pages.Info(**{f.name: getattr(handout.info, f.name) for f in fields(pages.Info)}),
            font_files(fonts),
            colours=theme.colours,
            font_family=fonts.face("gothic", 400).family,
        ),
        (),
    )


def _pages(
    columns: Sequence[Column],
    notes: Footnotes,
    set_: Galley,
    handout: document.Handout,
    paper: Rect,
    area: Rect,
) -> tuple[pages.Page, ...]:
    count = max((column.frame.page for column in columns), default=0) + 1
    on_page: list[list[Column]] = [[] for _ in range(count)]
    for column in columns:
        on_page[column.frame.page].append(column)
    around = furniture(set_, handout, paper, area, _heads(on_page))
    return tuple(
        pages.Page((*_items(found, notes), *frame), anchors=tuple(_anchors(found, notes)))
        for found, frame in zip(on_page, around, strict=True)
    )


def _items(columns: Sequence[Column], notes: Footnotes) -> list[pages.Item]:
    items: list[pages.Item] = []
    for column in columns:
        for piece in column.slices:
            items += piece.flow.draw(piece.first, piece.tops, column.frame.rect.x)
        items += notes.draw(column)
    return items


def _anchors(columns: Sequence[Column], notes: Footnotes) -> list[pages.Anchor]:
    found: list[pages.Anchor] = []
    for column in columns:
        for piece in column.slices:
            for atom, top in zip(piece.atoms, piece.tops, strict=True):
                found += (pages.Anchor(m.name, top, m.title, m.level) for m in atom.marks)
        found += notes.anchors(column)
    return found


def _heads(on_page: Sequence[Sequence[Column]]) -> list[str]:
    """Return for each page the first section that starts on it, else the one that goes on."""
    heads: list[str] = []
    current = ""
    for columns in on_page:
        slices = (piece for column in columns for piece in column.slices)
        starting = [m.title for s in slices for a in s.atoms for m in a.marks if m.head]
        heads.append(starting[0] if starting else current)
        current = starting[-1] if starting else current
    return heads
