"""The deck: python-pptx's presentation, made from pages (ECMA-376-1 § 13.3)."""

from dataclasses import replace

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.parts.presentation import PresentationPart
from pptx.parts.slide import SlidePart

from shiryo.messages import wording
from shiryo.pages import Layout, PageSet
from shiryo.render.pptx import notes
from shiryo.render.pptx.base import layout_parts, open_base
from shiryo.render.pptx.oxml import element
from shiryo.render.pptx.package import DeckPackage
from shiryo.render.pptx.presentation import FIRST_SLIDE, add_presentation, add_sections
from shiryo.render.pptx.slide import Book, SlideWriter
from shiryo.render.pptx.text import Look, look

_BLANK = Layout("", wording("objects.blank"), ())


def write(pages: PageSet) -> bytes:
    """Return the ``.pptx`` file of ``pages``: the same bytes for the same pages."""
    pages, shared = _on_layouts(pages), look(pages)
    package = DeckPackage()
    part, layouts = _opened(package, pages, shared)
    package.describe(pages.info)
    slides: list[SlidePart] = []
    for number, page in enumerate(pages.pages, FIRST_SLIDE):
        name = package.next_partname("/ppt/slides/slide%d.xml")
        added = SlidePart.new(name, package, layouts[page.layout])
        # Each is new: python-pptx would look through all others for it.
        relation = part.rels._add_relationship(RELATIONSHIP_TYPE.SLIDE, added)
        part._element.sldIdLst.append(element("p:sldId", id=number, r__id=relation))
        slides.append(added)
    anchors = {anchor.name: n for n, page in enumerate(pages.pages) for anchor in page.anchors}
    known = {layout.name: layout for layout in pages.layouts}
    notes_master = part.notes_master_part if any(page.notes for page in pages.pages) else None
    book = Book(shared, known, slides, anchors, pages.first)
    for index, page in enumerate(pages.pages):
        SlideWriter(book, page, index).write()
        if page.notes:
            notes.add_slide(notes_master, slides[index], page.notes, shared)
        _put_away(package, slides[index])
    add_sections(part, pages)
    return package.bytes(pages.info)


def _opened(
    package: DeckPackage, pages: PageSet, shared: Look
) -> tuple[PresentationPart, dict[str, Part]]:
    """Return a presentation without slides, and the parts of its layouts by the pages' names."""
    if pages.base:
        part = open_base(package, pages, shared)
        held = layout_parts(package)
        return part, {layout.name: held[layout.part] for layout in pages.layouts}
    part = add_presentation(package, pages, shared)
    (master,) = part.presentation.slide_masters
    names = (layout.name for layout in pages.layouts)
    made = (layout.part for layout in master.slide_layouts)
    return part, dict(zip(names, made, strict=True))


def _put_away(package: DeckPackage, slide: SlidePart) -> None:
    """Put a finished slide away, and what belongs to it alone."""
    for relation in slide.rels.values():
        if relation.reltype in (RELATIONSHIP_TYPE.CHART, RELATIONSHIP_TYPE.NOTES_SLIDE):
            package.put_away(relation.target_part)
    package.put_away(slide)


def _on_layouts(pages: PageSet) -> PageSet:
    """Return the pages with at least one layout, each page on one that there is."""
    layouts = pages.layouts or (_BLANK,)
    known = {layout.name for layout in layouts}
    there = tuple(
        page if page.layout in known else replace(page, layout=layouts[0].name)
        for page in pages.pages
    )
    return replace(pages, layouts=layouts, pages=there)
