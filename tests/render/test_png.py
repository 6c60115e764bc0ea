import io

import pypdfium2 as pdfium
from glyphs import box, page_set, run
from PIL import Image

from shiryo.pages import Page, Shape
from shiryo.render import pdf, png
from shiryo.units import Rect

PAGES = pdf.write(
    page_set(
        Page((Shape(Rect(0, 0, 595, 421), fill="0B4F9E"),)),
        Page((box(run("二", 280, 420, size=40)),)),
    )
)


def pictures(width: int) -> list[Image.Image]:
    return [Image.open(io.BytesIO(data)) for data in png.write(PAGES, width)]


def test_every_page_becomes_a_picture_of_the_width_asked_for() -> None:
    assert [(p.format, p.size) for p in pictures(595)] == [("PNG", (595, 842))] * 2
    assert {p.width for p in pictures(1234)} == {1234}


def test_pictures_show_the_pages() -> None:
    first, second = pictures(595)
    assert first.getpixel((300, 200)) == (0x0B, 0x4F, 0x9E)
    assert first.getpixel((300, 600)) == (255, 255, 255)
    assert second.convert("L").point(lambda v: v < 128 and 255).getbbox()[0] >= 280  # type: ignore[index]


def test_pictures_have_the_pixels_of_the_page_and_no_errors() -> None:
    with pdfium.PdfDocument(PAGES) as document:
        drawn = [page.render(scale=1, rev_byteorder=True).to_pil() for page in document]
    assert [p.tobytes() for p in pictures(595)] == [p.convert("RGB").tobytes() for p in drawn]
    for data in png.write(PAGES, 595):
        Image.open(io.BytesIO(data)).verify()


def test_the_same_file_gives_the_same_pictures() -> None:
    assert list(png.write(PAGES, 300)) == list(png.write(PAGES, 300))


def test_pages_come_one_by_one() -> None:
    made = png.write(PAGES, 100)
    assert Image.open(io.BytesIO(next(made))).width == 100
    made.close()  # type: ignore[attr-defined]
