"""A whole PDF file: fonts, pages, bookmarks, metadata."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import field

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from shiryo import lazy_re as re
from shiryo.pages import Foretold, Info, Ink, Page, PageSet
from shiryo.pages.walk import inks_of
from shiryo.render.pdf.downwards import parted
from shiryo.render.pdf.draw import Pen, destination
from shiryo.render.pdf.finish import finish
from shiryo.render.pdf.font import embed
from shiryo.render.pdf.tags import Tags
from shiryo.targets import Name
from shiryo.values import dataclass

rl_config.useA85 = 0  # Binary streams: four fifths of the size.

_NO_DATE = "19800101000000"


class _Canvas(Canvas):
    def _make_preamble(self) -> None:
        """Start pages empty: reportlab would name Helvetica, which is not embedded."""
        self._preamble = ""

    def showPage(self) -> None:  # noqa: N802 (reportlab's name)
        """End a page; what it shows is compressed now, not when the file is written."""
        super().showPage()
        page = self._doc.Pages.pages[-1]  # type: ignore[attr-defined]
        filters = PDFArray([PDFName(PDFZCompress.pdfname)])
        packed = PDFZCompress.encode(page.stream)
        page.Contents, page.stream = PDFStream(PDFDictionary({"Filter": filters}), packed), None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file in which everything is drawn, but nothing tagged; it has no need of its pages."""

    data: bytes = field(repr=False)
    tags: Tags
    leftwards: bool

    def finished(self) -> bytes:
        """Return the file with its structure: what `write` returns."""
        return finish(self.data, self.tags, leftwards=self.leftwards)


def write(pages: PageSet) -> bytes:
    """Return ``pages`` as a PDF file; the same pages give the same bytes.

    Fonts are embedded as subsets. Text stands in the file in the order of the items, so that
    copying and reading aloud follow it. Dates are those of `Info.date`, or 1980-01-01.
    """
    return draw(pages).finished()


def draw(pages: PageSet) -> Drawn:
    """Draw ``pages``: the greater part of `write`, after which a caller may let go of them."""
    file = io.BytesIO()
    size = (pages.width, pages.height)
    canvas = _Canvas(file, size, 1, 1, True, pdfVersion=(1, 7), lang=pages.info.language)
    _describe(canvas, pages.info)
    tags = Tags()
    embedded = embed(canvas, pages.fonts, _telling(_inks(pages)))
    pen = Pen(canvas, pages.height, embedded, {*_names(pages)}, tags)
    decorations = {layout.name: layout.decoration for layout in pages.layouts}
    bookmarks = _Bookmarks(canvas, pages.height)
    for page in pages.pages:
        bookmarks.add(page)
        pen.draw((*decorations.get(page.layout, ()), *page.behind))
        pen.draw(parted(page.items) if pages.leftwards else page.items)
        canvas.showPage()
        tags.turn()
    canvas.save()
    return Drawn(file.getvalue(), tags, pages.leftwards)


def _inks(pages: PageSet) -> Iterator[Ink]:
    """Yield all that runs show, in their order."""
    for layout in pages.layouts:
        yield from inks_of(layout.decoration)
    if isinstance(pages.pages, Foretold):
        yield from pages.pages.inks()
        return
    for page in pages.pages:
        yield from inks_of((*page.behind, *page.items))


def _names(pages: PageSet) -> Iterator[Name]:
    """Yield the names of all anchors."""
    if isinstance(pages.pages, Foretold):
        return pages.pages.names()
    return (anchor.name for page in pages.pages for anchor in page.anchors)


def _telling(inks: Iterable[Ink]) -> Iterator[Ink]:
    """Yield those of ``inks`` that have a glyph, or a text for it, which none before them has.

    Where a text has more glyphs than one, it also tells which of them stand alone.
    """
    seen: dict[tuple[str, bool], set[tuple[int, str]]] = {}
    for ink in inks:
        font, is_down, glyphs = ink
        known = seen.setdefault((font, is_down), set())
        found = {(gid, text) for gid, _, text in glyphs}
        if not found <= known or any(not text for _, text in found):
            known |= found
            yield ink


def _describe(canvas: Canvas, info: Info) -> None:
    """Write the document information and the viewer preferences (ISO 32000-1, 14.3.3, 12.2)."""
    canvas.setTitle(info.title)
    canvas.setAuthor(info.author)
    canvas.setSubject(info.subject)
    canvas.setKeywords(info.keywords)
    canvas.setCreator("shiryo")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    digits = re.sub(r"\D", "", info.date[:19])
    date = f"D:{(digits + _NO_DATE[len(digits) :]) if digits else _NO_DATE}Z"
    canvas.setDateFormatter(lambda *_: date)


class _Bookmarks:
    """Destinations and the outline that leads to them (ISO 32000-1, 12.3)."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self._canvas = canvas
        self._height = height
        self._level = -1
        self._count = 0

    def add(self, page: Page) -> None:
        """Bind the anchors of ``page``, which is the canvas' current page."""
        for anchor in page.anchors:
            top = self._height - anchor.y
            self._canvas.bookmarkPage(destination(anchor.name), fit="XYZ", left=0, top=top, zoom=0)
            if anchor.title:
                key = f"bookmark {self._count}"
                self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=top, zoom=0)
                self._level = min(anchor.level - 1, self._level + 1)
                self._canvas.addOutlineEntry(anchor.title, key, self._level)
                self._canvas.showOutline()
                self._count += 1
