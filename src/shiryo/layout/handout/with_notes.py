"""A deck's pages as a handout with its notes: each slide over what is said to it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from shiryo import document, inline, pages
from shiryo.layout.handout.blocks import body
from shiryo.layout.handout.breaking.breaker import Breaker
from shiryo.layout.handout.breaking.columns import Column
from shiryo.layout.handout.breaking.fill import fill
from shiryo.layout.handout.breaking.footnotes import Footnotes
from shiryo.layout.handout.furniture.running import Furniture
from shiryo.layout.handout.setting.atom import Piece, join
from shiryo.layout.handout.setting.galley import Galley, galley, words
from shiryo.layout.handout.slides import Thumbs, group_of, imposed, rules
from shiryo.layout.text.ellipsis import cut
from shiryo.layout.text.para import Para
from shiryo.pages import Align
from shiryo.remarks import Remark, Remarks
from shiryo.template.model import Theme
from shiryo.typeset.fonts import Fonts
from shiryo.units import Rect
from shiryo.values import dataclass


def lay_out(
    deck: pages.PageSet, handout: document.Handout, theme: Theme, fonts: Fonts
) -> pages.PageSet:
    """Set each page of ``deck`` with its notes below, going on to another page where they are long.

    Where there are no notes, there are lines to write on.
    """
    paper = theme.handout.papers[handout.paper]
    area = paper.area()
    setter = galley(theme, handout.labels, fonts, area.width)
    sheet = _Sheet(Thumbs(deck, setter), setter, area)
    found = [
        (group_of(slide), page)
        for number, slide in enumerate(deck.pages, 1)
        for page in sheet.sheets(slide, number)
    ]
    around = Furniture(setter, handout, paper.page, area)
    made = [
        pages.Page((*page.items, *around.items(n, len(found), group)), anchors=page.anchors)
        for n, (group, page) in enumerate(found, 1)
    ]
    return imposed(deck, sheet.thumbs, made, paper.page, theme, fonts)


@dataclass(frozen=True)
class _Sheet:
    thumbs: Thumbs
    galley: Galley
    area: Rect

    def sheets(self, slide: pages.Page, number: int) -> Iterator[pages.Page]:
        """Yield the pages that a slide and its notes take."""
        section = self.galley.add("Sect")
        inner = self.galley.under(section)
        gap, line = self.galley.space("thumb-gap"), self.thumbs.line
        half = self.area.height / 2 - line
        width = min(self.area.width, half * self.thumbs.deck.width / self.thumbs.deck.height)
        at = self.area.inset((self.area.width - width) / 2, 0)
        at = Rect(at.x, at.y, width, self.thumbs.height(width))
        drawn, anchors = self.thumbs.slide(slide, at, section)
        name = self.galley.label("slide", n=number)
        below = Rect(at.x, at.bottom, width, line)
        label = self._label(name, below, "right", inner.add("P"))
        room = self.area.below(at.height + line + gap)
        if not slide.notes:
            yield pages.Page((label, *drawn, *rules(self.galley, room)), anchors=anchors)
            return
        columns = self._broken(inner, slide.notes, room)
        yield pages.Page((label, *drawn, *_items(columns[0])), anchors=anchors)
        for n, column in enumerate(columns[1:], 2):
            mark = self.galley.label("continued", n=n, total=len(columns))
            style = self.galley.style("thumb-number")
            title = f"{inline.plain(name)}　{slide.title}"
            width = self.area.width - self.galley.natural(mark, "thumb-number")
            short = cut(self.galley.compositor, words(title, inline.origin(name)), style, width)
            again = self._label((*short, *mark), self.area)
            yield pages.Page((again, *_items(column)))

    def _broken(self, inner: Galley, notes: Remarks, room: Rect) -> list[Column]:
        later = self.area.below(self.thumbs.line)
        breaker = Breaker(join(_pieces(inner, notes)), Footnotes(inner))
        return fill(breaker, lambda page: (later if page else room,))

    def _label(
        self,
        text: inline.Text,
        at: Rect,
        align: Align = "left",
        element: pages.Element | None = None,
    ) -> pages.TextBox:
        para = Para(text, self.galley.style("thumb-number"), align=align, element=element)
        return self.galley.compositor.box([para], replace(at, height=self.thumbs.line), "label")


def _items(column: Column) -> Iterator[pages.Item]:
    for piece in column.slices:
        yield from piece.flow.draw(piece.first, piece.tops, column.frame.rect.x, piece.part)


def _pieces(galley: Galley, notes: Remarks) -> Iterator[Piece]:
    """Yield the paragraphs of notes, items that follow each other as a list."""
    said = (remark for remark in notes if remark.text)
    for kind, group in groupby(said, lambda remark: remark.kind):
        if kind == "item":
            items = (document.Item(words(remark.text, remark.origin)) for remark in group)
            yield from body.bullets(galley, document.Bullets(tuple(items)))
        else:
            yield from (_paragraph(galley, remark) for remark in group)


def _paragraph(galley: Galley, remark: Remark) -> Piece:
    gap, text = galley.space("paragraph"), words(remark.text, remark.origin)
    match remark.kind:
        case "label":
            flow = galley.paragraph((text, "lead"), breaks="ragged")
            return Piece(flow, galley.space("list"), gap, keep_next=True)
        case "footnote":
            return Piece(galley.paragraph((text, "note")), gap, gap)
        case _:
            indent = galley.space("indent") if remark.text.endswith("。") else 0
            return Piece(galley.paragraph((text, "body"), first_indent=indent), gap, gap)
