"""A page of a PDF as PDFium reads it: its characters, straight lines and links."""

from collections.abc import Iterator
from ctypes import byref, c_int, create_string_buffer

from pypdfium2 import PdfDocument, PdfPage, raw

from shiryo.article.readers.pdf import glyphs
from shiryo.article.readers.pdf.chars import Char, placed
from shiryo.article.readers.pdf.geometry import Affine, Box, around, is_inside, moved, turned
from shiryo.article.readers.pdf.lines import Lines, lines
from shiryo.article.readers.pdf.things import things
from shiryo.values import dataclass

_LINKS = 200
"""Links of a page that are looked at."""
_ADDRESS = 2_000
"""Bytes of an address that are read."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is read of a page; lengths are in points, from the top left of it as it is shown."""

    number: int
    """1-based."""
    width: float
    height: float
    chars: list[Char]
    lines: Lines
    links: list[tuple[Box, str]]
    """Areas and addresses (ISO 32000-1 §12.5.6.5)."""


def read(document: PdfDocument, number: int) -> Page:
    """Return page ``number`` (1-based); raises `pypdfium2.PdfiumError` where it is broken."""
    page = document[number - 1]
    try:
        seen, width, height = _shown(page)
        drawn = list(things(page.raw, seen))
        text = page.get_textpage()
        chars = glyphs.chars(text.raw, drawn, seen)
        text.close()
        shown = [char for char in chars if is_inside(char.box, (0, 0, width, height))]
        links = list(_links(document, page, seen))
        return Page(number, width, height, shown, lines(drawn, width, height), links)
    finally:
        page.close()


def upright(page: Page, turn: int) -> Page:
    """Return ``page`` turned to the right by 0, 90, 180 or 270 degrees."""
    if not turn:
        return page

    def there(box: Box) -> Box:
        return turned(box, turn, page.width, page.height)

    width, height = (page.height, page.width) if turn in (90, 270) else (page.width, page.height)
    return Page(
        page.number, width, height, [placed(char, there(char.box)) for char in page.chars],
        Lines([there(box) for box in page.lines.rules], [there(box) for box in page.lines.edges]),
        [(there(area), address) for area, address in page.links],
    )  # fmt: skip


def _shown(page: PdfPage) -> tuple[Affine, float, float]:
    """Return where the points of a page are shown, its width and its height."""
    left, low, right, high = page.get_bbox()
    wide, tall = right - left, high - low
    match page.get_rotation():
        case 90:
            return (0, 1, 1, 0, -low, -left), tall, wide
        case 180:
            return (-1, 0, 0, 1, right, -low), wide, tall
        case 270:
            return (0, -1, -1, 0, high, right), tall, wide
        case _:
            return (1, 0, 0, -1, -left, high), wide, tall


def _links(document: PdfDocument, page: PdfPage, seen: Affine) -> Iterator[tuple[Box, str]]:
    """Yield the area and the address of each link that has one."""
    place, link, box = c_int(), raw.FPDF_LINK(), raw.FS_RECTF()
    address = create_string_buffer(_ADDRESS)
    for _ in range(_LINKS):
        if not raw.FPDFLink_Enumerate(page.raw, byref(place), byref(link)):
            return
        action = raw.FPDFLink_GetAction(link)
        if not action or not raw.FPDFLink_GetAnnotRect(link, box):
            continue
        length = raw.FPDFAction_GetURIPath(document.raw, action, address, _ADDRESS)
        if 0 < length <= _ADDRESS:
            corners = (box.left, box.bottom), (box.right, box.top)
            yield (
                around([moved(corner, seen) for corner in corners]),
                address.value.decode("utf-8", "replace"),
            )
