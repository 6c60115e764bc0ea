"""What stands over the text: the title block, headings, and the message of a section."""

from collections.abc import Iterable, Iterator

from shiryo import document, inline, origins
from shiryo.layout.handout.setting.atom import Mark, Piece
from shiryo.layout.handout.setting.galley import Galley, Marker, words
from shiryo.layout.handout.setting.marks import without
from shiryo.layout.handout.setting.solid import Solid, solid
from shiryo.layout.text.para import Para
from shiryo.pages import Item, Shape
from shiryo.units import Rect

LEVELS = 3
"""How many levels of headings have a type; deeper ones look like the last."""


def title_block(galley: Galley, handout: document.Handout) -> Iterator[Piece]:
    """Yield title, subtitle, byline with the label at its right, and the rule under them."""
    gap = galley.space("title-gap")
    title = galley.add("H1")
    flow = galley.paragraph((handout.title, "title"), role="title", breaks="phrase", element=title)
    yield Piece(flow, below=gap, keep_next=True)
    if handout.subtitle:
        subtitle = galley.paragraph((handout.subtitle, "subtitle"), breaks="phrase")
        yield Piece(subtitle, below=gap, keep_next=True)
    if handout.byline or handout.label:
        yield Piece(_byline(galley, handout), below=gap, keep_next=True)
    height = galley.space("title-rule")
    rule = solid(height, galley.width, lambda r: [Shape(r, fill=galley.colour("accent"))])
    yield Piece(rule, below=galley.space("front"))


def _byline(galley: Galley, handout: document.Handout) -> Solid:
    style = galley.style("byline")
    left = Para(handout.byline, style, element=galley.add("P"))
    right = Para(handout.label, style, align="right", element=galley.add("P"))

    def draw(rect: Rect) -> Iterable[Item]:
        yield from (galley.compositor.box([p], rect) for p in (left, right) if p.text)

    return solid(style.size * style.leading, galley.width, draw)


def heading(galley: Galley, section: document.Section, level: int) -> Iterator[Piece]:
    """Yield the heading of a section and its message."""
    name = f"heading{min(level, LEVELS)}"
    hang = 0.0
    if section.number:
        size = galley.style(name).size
        hang = max(1.25 * size, galley.natural(words(section.number), name) + 0.75 * size)
    element = galley.add(f"H{min(level + 1, 6)}")
    flow = galley.paragraph(
        (section.title, name),
        role=("heading1", "heading2", "heading3")[min(level, LEVELS) - 1],
        breaks="phrase",
        marker=Marker(words(section.number, origins.NUMBER), name, hang, element, "accent"),
        element=element,
    )
    below = 0 if section.message else galley.space("after-heading")
    yield Piece(flow, galley.space(name), below, True, (_mark(section, level),), sinks=True)
    if section.message:
        message = galley.paragraph((section.message, "message"), role="message", breaks="phrase")
        yield Piece(message, galley.space("message"), galley.space("after-message"), keep_next=True)


def _mark(section: document.Section, level: int) -> Mark:
    title = inline.plain(without(section.title))
    named = "　".join(filter(None, (section.number, title)))
    return Mark(section.id, named, level, head=level == 1, back=not section.counts)
