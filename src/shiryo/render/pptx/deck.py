"""The deck: makes the parts of a presentation and ties them together (ECMA-376-1 § 13.3)."""

from collections.abc import Sequence
from dataclasses import replace

from shiryo.pages import Layout, PageSet
from shiryo.render.pptx import notes
from shiryo.render.pptx.info import application, core, moment
from shiryo.render.pptx.master import keyed, layout_part, master_part
from shiryo.render.pptx.package import Package, Part
from shiryo.render.pptx.presentation import FIRST_MASTER, link, presentation
from shiryo.render.pptx.slide import Book, SlideWriter
from shiryo.render.pptx.table import styles
from shiryo.render.pptx.text import Look, look
from shiryo.render.pptx.theme import theme
from shiryo.render.pptx.xml import document

_OFFICE = "application/vnd.openxmlformats-officedocument."
_KIND = _OFFICE + "presentationml."
_THEME = _OFFICE + "theme+xml"
_BLANK = Layout("", "白紙", ())


def write(pages: PageSet) -> bytes:
    """Return the ``.pptx`` file of ``pages``: the same bytes for the same pages."""
    package = Package()
    shared = look(pages)
    part = package.add("ppt/presentation.xml", _KIND + "presentation.main+xml")
    package.root.relate("officeDocument", part)
    _describe(package, pages)
    pages = _on_layouts(pages)
    layouts = _layouts(package, pages, shared)
    master = _master(package, pages, list(layouts.values()), shared)
    slides = _slides(package, pages, layouts, shared)
    notes_master = _notes(package, pages, slides, shared)
    part.data = presentation(pages, link(part, master, slides, notes_master), shared)
    part.relate("theme", package.add("ppt/theme/theme1.xml"))
    for name, kind, data in (
        ("presProps", "presProps", document("p:presentationPr", "a r p")),
        ("viewProps", "viewProps", document("p:viewPr", "a r p")),
        ("tableStyles", "tableStyles", styles()),
    ):
        part.relate(kind, package.add(f"ppt/{name}.xml", f"{_KIND}{name}+xml", data))
    return package.save(moment(pages.info))


def _on_layouts(pages: PageSet) -> PageSet:
    """Return the pages with at least one layout, each page on one that there is."""
    layouts = pages.layouts or (_BLANK,)
    known = {layout.name for layout in layouts}
    there = tuple(
        page if page.layout in known else replace(page, layout=layouts[0].name)
        for page in pages.pages
    )
    return replace(pages, layouts=layouts, pages=there)


def _describe(package: Package, pages: PageSet) -> None:
    core_part = package.add(
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        core(pages.info),
    )
    relationships = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
    package.root.relate(relationships + "core-properties", core_part)
    about = package.add("docProps/app.xml", _OFFICE + "extended-properties+xml", application(pages))
    package.root.relate("extended-properties", about)


def _layouts(package: Package, pages: PageSet, shared: Look) -> dict[str, Part]:
    return {
        layout.name: package.add(
            f"ppt/slideLayouts/slideLayout{n}.xml",
            _KIND + "slideLayout+xml",
            layout_part(layout, shared),
        )
        for n, layout in enumerate(pages.layouts, 1)
    }


def _master(package: Package, pages: PageSet, layouts: Sequence[Part], shared: Look) -> Part:
    part = package.add("ppt/slideMasters/slideMaster1.xml", _KIND + "slideMaster+xml")
    relations = [part.relate("slideLayout", layout) for layout in layouts]
    part.relate("theme", package.add("ppt/theme/theme1.xml", _THEME, theme(pages)))
    for layout in layouts:
        layout.relate("slideMaster", part)
    part.data = master_part(pages, shared, enumerate(relations, FIRST_MASTER + 1))
    return part


def _slides(
    package: Package, pages: PageSet, layouts: dict[str, Part], shared: Look
) -> tuple[Part, ...]:
    slides = tuple(
        package.add(f"ppt/slides/slide{n}.xml", _KIND + "slide+xml")
        for n in range(1, len(pages.pages) + 1)
    )
    book = Book(
        package,
        shared,
        layouts,
        {layout.name: tuple(keyed(layout)) for layout in pages.layouts},
        slides,
        {anchor.name: n for n, page in enumerate(pages.pages) for anchor in page.anchors},
    )
    for index, page in enumerate(pages.pages):
        SlideWriter(book, page, index).write()
    return slides


def _notes(package: Package, pages: PageSet, slides: Sequence[Part], shared: Look) -> Part | None:
    """Add the notes slides and their master; return the master, where any page has notes."""
    noted = [(n, page.notes) for n, page in enumerate(pages.pages) if page.notes]
    if not noted:
        return None
    master = package.add(
        "ppt/notesMasters/notesMaster1.xml",
        _KIND + "notesMaster+xml",
        notes.master(shared, pages.width / pages.height),
    )
    master.relate("theme", package.add("ppt/theme/theme2.xml", _THEME, theme(pages)))
    for index, text in noted:
        name = f"ppt/notesSlides/notesSlide{index + 1}.xml"
        part = package.add(name, _KIND + "notesSlide+xml", notes.slide(text, shared))
        part.relate("notesMaster", master)
        part.relate("slide", slides[index])
        slides[index].relate("notesSlide", part)
    return master
