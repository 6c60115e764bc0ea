"""The deck: python-pptx's presentation, made from pages (ECMA-376-1 § 13.3)."""

from dataclasses import replace

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.parts.slide import SlidePart

from shiryo.messages import wording
from shiryo.pages import Layout, PageSet
from shiryo.render.pptx import notes
from shiryo.render.pptx.oxml import element
from shiryo.render.pptx.package import DeckPackage
from shiryo.render.pptx.presentation import FIRST_SLIDE, add_presentation, add_sections
from shiryo.render.pptx.slide import Book, SlideWriter
from shiryo.render.pptx.text import look

_BLANK = Layout("", wording("objects.blank"), ())


def write(pages: PageSet) -> bytes:
    """Return the ``.pptx`` file of ``pages``: the same bytes for the same pages."""
    pages, shared = _on_layouts(pages), look(pages)
    package = DeckPackage()
    part = add_presentation(package, pages, shared)
    package.describe(pages.info)
    (master,) = part.presentation.slide_masters
    layouts = dict(
        zip((layout.name for layout in pages.layouts), master.slide_layouts, strict=True)
    )
    slides: list[SlidePart] = []
    for number, page in enumerate(pages.pages, FIRST_SLIDE):
        name = package.next_partname("/ppt/slides/slide%d.xml")
        added = SlidePart.new(name, package, layouts[page.layout].part)
        # Each is new: python-pptx would look through all others for it.
        relation = part.rels._add_relationship(RELATIONSHIP_TYPE.SLIDE, added)
        part._element.sldIdLst.append(element("p:sldId", id=number, r__id=relation))
        slides.append(added)
    anchors = {anchor.name: n for n, page in enumerate(pages.pages) for anchor in page.anchors}
    known = {layout.name: layout for layout in pages.layouts}
    notes_master = part.notes_master_part if any(page.notes for page in pages.pages) else None
    book = Book(shared, known, slides, anchors)
    for index, page in enumerate(pages.pages):
        SlideWriter(book, page, index).write()
        if page.notes:
            notes.add_slide(notes_master, slides[index], page.notes, shared)
        _put_away(package, slides[index])
    add_sections(part, pages)
    return package.bytes(pages.info)


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
