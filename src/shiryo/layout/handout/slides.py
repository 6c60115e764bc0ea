"""A deck's pages as a handout: several to a page, small, the text in them still text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from shiryo import document, inline, pages
from shiryo.layout.handout.furniture.running import Furniture
from shiryo.layout.handout.setting.galley import Galley, galley, words
from shiryo.layout.text.font_files import FontFiles
from shiryo.layout.text.para import Para
from shiryo.layout.text.structure import artifact
from shiryo.pages.scaled import Scaler
from shiryo.template.model import Theme
from shiryo.typeset.fonts import Fonts
from shiryo.units import Points, Rect
from shiryo.values import dataclass

_RULED = 3
"""How many slides a page has where lines to write on stand beside each."""
_TURN = 1.1
"""How much larger slides must become for the paper to be turned."""


def lay_out(
    deck: pages.PageSet, per_page: int, handout: document.Handout, theme: Theme, fonts: Fonts
) -> pages.PageSet:
    """Impose the pages of ``deck``, ``per_page`` of them to a page of the handout's paper.

    The paper is turned where that makes the slides larger. Each slide is a section to a reader.
    """
    sheet = _sheet(deck, per_page, handout, theme, fonts)
    groups = [deck.pages[n : n + per_page] for n in range(0, len(deck.pages), per_page)]
    around = Furniture(sheet.galley, handout, sheet.paper, sheet.area)
    made = [
        sheet.page(found, n * per_page, around.items(n + 1, len(groups), group_of(found[0])))
        for n, found in enumerate(groups)
    ]
    return imposed(deck, sheet.thumbs, made, sheet.paper, theme, fonts)


def group_of(slide: pages.Page) -> inline.Text:
    """Return the name of the group of a slide."""
    return words(slide.group, slide.group_origin)


def imposed(
    deck: pages.PageSet,
    thumbs: "Thumbs",
    made: Sequence[pages.Page],
    paper: Rect,
    theme: Theme,
    fonts: Fonts,
) -> pages.PageSet:
    """Return the handout that pages with slides on them make."""
    files = {own: deck.fonts[key] for key, own in thumbs.fonts.items()}
    return pages.PageSet(
        paper.width,
        paper.height,
        tuple(made),
        deck.info,
        {**files, **FontFiles(fonts)},
        colours=theme.colours,
        font_family=fonts.face("gothic", 400).family,
    )


@dataclass(frozen=True)
class Thumbs:
    """Draws the slides of a deck small."""

    deck: pages.PageSet
    galley: Galley

    @cached_property
    def fonts(self) -> Mapping[str, str]:
        """Keys of the deck's fonts in the handout: other ones, if the two were not set alike."""
        known = FontFiles(self.galley.compositor.fonts)
        alike = all(known.get(key) == file for key, file in self.deck.fonts.items())
        return {key: key if alike else f"slide-{key}" for key in self.deck.fonts}

    @property
    def line(self) -> Points:
        """The height of a line that says which slide it is."""
        style = self.galley.style("thumb-number")
        return style.size * style.leading

    def height(self, width: Points) -> Points:
        """Return how high a slide ``width`` points wide is."""
        return width * self.deck.height / self.deck.width

    def slide(
        self, page: pages.Page, at: Rect, section: pages.Element
    ) -> tuple[tuple[pages.Item, ...], tuple[pages.Anchor, ...]]:
        """Return a slide as wide as ``at``, in a thin frame, and where links to it lead.

        On paper a slide that goes on does not say its title again to a reader.
        """
        scaler = Scaler(at.width / self.deck.width, at.x, at.y, section, self.fonts)
        decoration = next((i.decoration for i in self.deck.layouts if i.name == page.layout), ())
        frame = pages.Shape(
            scaler.rect(Rect(0, 0, self.deck.width, self.deck.height)),
            stroke=self.galley.colour("muted"),
            stroke_width=self.galley.space("rule"),
        )
        anchors = (replace(anchor, y=at.y) for anchor in page.anchors)
        said = (
            artifact(i) if isinstance(i, pages.TextBox) and i.role in page.again else i
            for i in page.items
        )
        return (*scaler.items((*decoration, *page.behind, *said)), frame), tuple(anchors)


def rules(galley: Galley, rect: Rect) -> Iterator[pages.Shape]:
    """Yield lines to write on, down to the lower edge of ``rect``."""
    step, rule = galley.space("ruled"), galley.space("rule")
    count = int((rect.height + rule / 2) / step)
    for n in range(count):
        at = Rect(rect.x, rect.bottom - n * step - rule, rect.width, rule)
        yield pages.Shape(at, fill=galley.colour("rule"))


@dataclass(frozen=True)
class _Sheet:
    """A page of the handout, and where slides stand on it."""

    thumbs: Thumbs
    galley: Galley
    paper: Rect
    area: Rect
    columns: int
    rows: int
    ruled: bool

    @cached_property
    def width(self) -> Points:
        """Of a slide."""
        cell = self._cells[0]
        beside = 2 if self.ruled else 1
        most = (cell.height - self.thumbs.line) * self.thumbs.deck.width / self.thumbs.deck.height
        gap = self.galley.space("thumb-gap")
        return min((cell.width - (beside - 1) * gap) / beside, most)

    @cached_property
    def _cells(self) -> list[Rect]:
        gap = self.galley.space("thumb-gap")
        across = self.area.columns(self.columns, gap)
        down = self.area.rows(self.rows, gap)
        return [Rect(c.x, r.y, c.width, r.height) for r in down for c in across]

    def page(
        self, slides: Sequence[pages.Page], start: int, around: tuple[pages.Item, ...]
    ) -> pages.Page:
        """Return a page of slides, the first of which has the number after ``start``."""
        items, anchors = list[pages.Item](), list[pages.Anchor]()
        for number, (slide, cell) in enumerate(zip(slides, self._cells, strict=False), start + 1):
            made, targets = self._slide(slide, number, cell)
            items += made
            anchors += targets
        return pages.Page((*items, *around), anchors=tuple(anchors))

    def _slide(
        self, slide: pages.Page, number: int, cell: Rect
    ) -> tuple[list[pages.Item], tuple[pages.Anchor, ...]]:
        height = self.thumbs.height(self.width)
        x = cell.x if self.ruled else cell.x + (cell.width - self.width) / 2
        y = cell.y + (cell.height - height - self.thumbs.line) / 2
        section = self.galley.add("Sect")
        element = self.galley.under(section).add("P")
        text = self.galley.label("slide", n=number)
        style = self.galley.style("thumb-number")
        label = Para(text, style, align="right", element=element)
        below = Rect(x, y + height, self.width, self.thumbs.line)
        caption = self.galley.compositor.box([label], below, "label")
        drawn, anchors = self.thumbs.slide(slide, Rect(x, y, self.width, height), section)
        right = x + self.width + self.galley.space("thumb-gap")
        room = Rect(right, cell.y, cell.right - right, cell.height - self.thumbs.line)
        beside = rules(self.galley, room) if self.ruled else ()
        return [caption, *drawn, *beside], anchors


def _sheet(
    deck: pages.PageSet, per_page: int, handout: document.Handout, theme: Theme, fonts: Fonts
) -> _Sheet:
    """Return the paper, upright or turned, and the grid on which slides are largest."""
    upright, turned = (
        max(
            (
                _Sheet(Thumbs(deck, made), made, paper, area, n, per_page // n, per_page == _RULED)
                for n in ([1] if per_page == _RULED else range(1, per_page + 1))
                if per_page % n == 0
            ),
            key=lambda sheet: sheet.width,
        )
        for paper, area in papers(handout, theme)
        for made in [galley(theme, handout.labels, fonts, area.width)]
    )
    if per_page == _RULED or turned.width < _TURN * upright.width:
        return upright
    return turned


def papers(handout: document.Handout, theme: Theme) -> tuple[tuple[Rect, Rect], tuple[Rect, Rect]]:
    """Return the paper with the area for slides on it, upright and turned."""
    paper, space = theme.handout.papers[handout.paper], theme.handout.space
    top, _, bottom, _ = paper.margins
    width, height = paper.size
    sides = space["thumb-x"]
    return (
        (Rect(0, 0, width, height), Rect(sides, top, width - 2 * sides, height - top - bottom)),
        (Rect(0, 0, height, width), Rect(sides, top, height - 2 * sides, width - top - bottom)),
    )
