"""The PDF as its readers see it: PDFium, poppler, and qpdf (through pikepdf)."""

import io
import os
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pypdfium2 as pdfium
import pytest
from glyphs import SIZE, box, faces, one_page, page_set, run
from PIL import Image

from shiryo.pages import (
    Anchor,
    Cell,
    Chart,
    Element,
    Info,
    Layout,
    Line,
    Page,
    Picture,
    Polygon,
    Shape,
    Table,
    TextBox,
)
from shiryo.render import pdf
from shiryo.units import Rect

HARD = "𠮟る髙島屋の﨑で、用⽤と方⽅を分ける。\u3000全角・office ＡＢ２０２５"
FONTS = ["gothic-400", "gothic-700", "mincho-400"]

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None and os.environ.get("CI") != "true",
    reason="poppler-utils is not installed",
)


def text_of(data: bytes, page: int = 0) -> str:
    return pdfium.PdfDocument(data)[page].get_textpage().get_text_range()


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def picture_of(data: bytes, scale: float = 1) -> Image.Image:
    return pdfium.PdfDocument(data)[0].render(scale=scale).to_pil()


def colour_at(picture: Image.Image, x: float, y: float) -> str:
    return "{:02X}{:02X}{:02X}".format(*picture.getpixel((int(x), int(y))))


@pytest.mark.parametrize("font", FONTS)
def test_pdfium_reads_back_every_character(font: str) -> None:
    assert text_of(pdf.write(one_page(box(run(HARD, font=font))))) == HARD


@pytest.mark.parametrize("font", FONTS)
def test_spaces_read_back_wherever_they_stand(font: str) -> None:
    text = "山田 太郎は a b、（UTC） と Wi 、"
    after = run("次", 400, font=font, href="https://example.jp")
    line = Line((run(f"{text} ", font=font), after))
    data = pdf.write(one_page(TextBox(Rect(0, 0, *SIZE), (), (line,))))
    assert text_of(data) == f"{text} 次"


@needs_poppler
@pytest.mark.parametrize("font", FONTS)
def test_poppler_reads_back_every_character(font: str) -> None:
    data = pdf.write(one_page(box(run(HARD, font=font))))
    read = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    # Poppler parts words by their places and gives no wide space back.
    assert "".join(read.stdout.decode().split()) == "".join(HARD.split())


def test_one_glyph_for_two_characters_reads_back_as_each_of_them() -> None:
    kangxi, kanji = run("⽤").glyphs[0], run("用").glyphs[0]
    assert kangxi[0] == kanji[0], "the font draws both with one glyph"
    assert text_of(pdf.write(one_page(box(run("⽤用⽤"))))) == "⽤用⽤"


def test_a_character_that_no_font_has_reads_back_under_a_geta() -> None:
    data = pdf.write(one_page(box(run("あ\u1234い"))))
    assert text_of(data) == "あ\u1234い"
    assert (
        picture_of(data).tobytes() == picture_of(pdf.write(one_page(box(run("あ〓い"))))).tobytes()
    )


def test_a_cluster_of_several_glyphs_reads_back_once() -> None:
    cluster = run("ぬ゚")
    assert len(cluster.glyphs) == 2
    assert text_of(pdf.write(one_page(box(run("いぬ゚ぬ"))))) == "いぬ゚ぬ"


@needs_poppler
def test_fonts_are_embedded_subsets_with_a_unicode_map() -> None:
    data = pdf.write(one_page(box(*(run(HARD, font=font) for font in FONTS))))
    listed = subprocess.run(["pdffonts", "-"], input=data, capture_output=True, check=True)
    rows = listed.stdout.decode().splitlines()[2:]
    named = {row.split()[0].partition("+")[2].removesuffix("-Identity-H") for row in rows}
    assert named == {face.ps_name for face in faces().values()}
    assert all(row.split("Identity-H ")[-1].split()[:3] == ["yes"] * 3 for row in rows)
    assert len(data) < 60_000


@pytest.mark.parametrize("key", FONTS)
def test_widths_in_the_file_are_those_of_the_glyphs(key: str) -> None:
    file = opened(pdf.write(one_page(box(run("Wi あ。", font=key)))))
    fonts = list(file.pages[0].Resources.Font.values())
    assert {str(font.Subtype) for font in fonts} == {"/Type0"}
    widths = [
        width for font in fonts for part in list(font.DescendantFonts[0].W)[1::2] for width in part
    ]
    font = faces()[key].font
    real = {font.get_glyph_h_advance(font.get_nominal_glyph(ord(c))) for c in "Wi "}
    assert real == {int(width) for width in widths}


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("spacing", [0, 1.7, -0.35])
def test_characters_stand_where_the_page_says(font: str, spacing: float) -> None:
    text = "行の組版とLatin、約物。" * 6
    set_run = run(text, 40, 300, font=font, size=9.3, spacing=spacing)
    page = pdfium.PdfDocument(pdf.write(one_page(box(set_run))))[0].get_textpage()
    # PDFium takes wide gaps for spaces: those that it adds have no part in the run.
    places = [n for n in range(page.count_chars()) if page.get_text_range(n, 1) != " "]
    x = set_run.x
    for n, (_, advance, character) in zip(places, set_run.glyphs, strict=True):
        left, bottom, _, top = page.get_charbox(n, loose=True)
        assert page.get_text_range(n, 1) == character
        assert left == pytest.approx(x, abs=0.5)
        assert bottom < SIZE[1] - 300 < top
        x += advance


def test_a_run_is_one_array() -> None:
    file = opened(pdf.write(one_page(box(run("組版" * 20, spacing=0.5)))))
    shown = pikepdf.parse_content_stream(file.pages[0])
    assert [str(step.operator) for step in shown].count("TJ") == 1


def test_text_comes_in_the_order_of_the_items() -> None:
    below, above = box(run("先に読む", baseline=400)), box(run("後で読む", baseline=100))
    read = text_of(pdf.write(one_page(below, above)))
    assert read.index("先に") < read.index("後で")


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = one_page(box(run(HARD), run(HARD, baseline=140, font="mincho-400")))
    assert pdf.write(pages) == pdf.write(pages)


def test_the_file_is_sound_and_says_what_it_is() -> None:
    info = Info("題名—資料", "企画課", "勉強会", "国産AI,資料", date="2025-09-18")
    file = opened(pdf.write(page_set(Page((box(run("本文")),)), info=info)))
    assert file.check_pdf_syntax() == []
    said = {str(key): str(value) for key, value in file.docinfo.items()}
    assert said["/Title"] == "題名—資料"
    assert said["/Author"] == "企画課"
    assert said["/Subject"] == "勉強会"
    assert said["/Keywords"] == "国産AI,資料"
    assert said["/CreationDate"] == "D:20250918000000Z"
    assert file.Root.Lang == "ja-JP"
    assert file.Root.ViewerPreferences.DisplayDocTitle is True


def test_no_font_is_named_that_is_not_embedded() -> None:
    file = opened(pdf.write(one_page(box(run("本文")))))
    fonts = [o for o in file.objects if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o]
    assert {str(font.Subtype) for font in fonts} == {"/Type0", "/CIDFontType2"}


def test_links_lead_to_urls_and_to_anchors() -> None:
    inside = run("次へ", 150, href="#next")
    runs = (run("省", href="https://example.go.jp/a?b=(1)"), inside, run("外", 220, href="#?"))
    spoken = tuple(replace(r, element=Element("Link", (n,))) for n, r in enumerate(runs))
    artifact = run("省", 300, href="https://example.go.jp/")
    first = Page((TextBox(Rect(0, 0, *SIZE), (), (Line((*spoken, artifact)),)),))
    second = Page((box(run("次")),), anchors=(Anchor("next", 80),))
    file = opened(pdf.write(page_set(first, second)))
    out, to = file.pages[0].Annots
    assert out.A.URI == "https://example.go.jp/a?b=(1)"
    assert to.Dest[0].objgen == file.pages[1].obj.objgen
    assert float(to.Dest[3]) == SIZE[1] - 80
    left, bottom, right, top = (float(edge) for edge in to.Rect)
    assert (left, right) == pytest.approx((inside.x, inside.x + inside.width))
    assert bottom < SIZE[1] - inside.baseline < top


def test_bookmarks_nest_and_lead_to_their_places() -> None:
    first = Page((box(run("一")),), anchors=(Anchor("a", 50, "第1章"), Anchor("b", 90, "1.1", 2)))
    second = Page((box(run("二")),), anchors=(Anchor("c", 60, "第2章"), Anchor("d", 70)))
    file = pdfium.PdfDocument(pdf.write(page_set(first, second)))
    marks = [
        (b.level, b.get_title(), b.get_dest().get_index(), b.get_dest().get_view()[1][1])
        for b in file.get_toc()
    ]
    assert marks == [(0, "第1章", 0, 792), (1, "1.1", 0, 752), (0, "第2章", 1, 782)]


def test_bookmarks_of_a_lost_level_move_up() -> None:
    page = Page((box(run("一")),), anchors=(Anchor("a", 50, "深い", 3), Anchor("b", 60, "浅い", 1)))
    file = pdfium.PdfDocument(pdf.write(page_set(page)))
    assert [(b.level, b.get_title()) for b in file.get_toc()] == [(0, "深い"), (0, "浅い")]


@pytest.mark.parametrize("geometry", ["rectangle", "chevron", "pentagon", "ellipse"])
def test_shapes_fill_their_frame_and_no_more(geometry: str) -> None:
    shape = Shape(Rect(100, 200, 80, 40), geometry, fill="0B4F9E", point=12)
    picture = picture_of(pdf.write(one_page(shape)))
    assert colour_at(picture, 140, 220) == "0B4F9E"
    for x, y in ((98, 220), (182, 220), (140, 198), (140, 242), (179, 201)):
        corner_is_filled = geometry == "rectangle" and (x, y) == (179, 201)
        assert (colour_at(picture, x, y) == "0B4F9E") is corner_is_filled
    notched = colour_at(picture, 104, 220) != "0B4F9E"
    assert notched is (geometry == "chevron")


def test_lines_outlines_and_polygons_are_stroked() -> None:
    line = Shape(Rect(50, 50, 100, 0), "line", stroke="B4540A", stroke_width=4)
    frame = Shape(Rect(50, 100, 100, 50), stroke="006B5F", stroke_width=4)
    bend = Polygon(((200, 50), (300, 50), (300, 150)), False, None, "0B4F9E", 4)
    slice_ = Polygon(((200, 200), (300, 200), (200, 300)), fill="2F74C0")
    picture = picture_of(pdf.write(one_page(line, frame, bend, slice_)))
    assert colour_at(picture, 100, 50) == "B4540A"
    assert colour_at(picture, 50, 125) == "006B5F"
    assert colour_at(picture, 100, 125) == "FFFFFF"
    assert colour_at(picture, 300, 100) == "0B4F9E"
    assert colour_at(picture, 250, 100) == "FFFFFF", "an open path is not closed"
    assert colour_at(picture, 220, 220) == "2F74C0"


def table() -> Table:
    rows = tuple(
        tuple(
            Cell(
                Rect(50 + 100 * c, 100 + 30 * r, 100, 30),
                box(run(f"{r}{c}", 60 + 100 * c, 120 + 30 * r)),
                fill="E7F0FA" if r == 0 else None,
            )
            for c in range(2)
        )
        for r in range(3)
    )
    return Table(
        Rect(50, 100, 200, 90), (100, 100), (30, 30, 30), rows, 1, "D5DCE5", 2, "0B4F9E", 2, "表"
    )


def test_tables_have_fills_rules_and_text_row_by_row() -> None:
    data = pdf.write(one_page(table()))
    picture = picture_of(data)
    assert colour_at(picture, 145, 115) == "E7F0FA"
    assert [colour_at(picture, 145, y) for y in (100, 130, 160, 190)] == [
        "0B4F9E",
        "0B4F9E",
        "D5DCE5",
        "D5DCE5",
    ]
    assert text_of(data).split() == ["00", "01", "10", "11", "20", "21"]


def test_charts_are_drawn_from_their_drawing() -> None:
    bar = Shape(Rect(100, 100, 50, 80), fill="0B4F9E")
    label = box(run("五割", 110, 95))
    chart = Chart(
        Rect(80, 80, 200, 120),
        "column",
        "none",
        ("甲",),
        (),
        Rect(80, 80, 200, 100),
        0,
        1,
        12,
        "000000",
        "000000",
        1,
        "000000",
        "FFFFFF",
        True,
        (bar, label),
        "棒",
    )
    data = pdf.write(one_page(chart))
    assert colour_at(picture_of(data), 125, 140) == "0B4F9E"
    assert text_of(data) == "五割"


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_pictures_fill_their_frame(kind: str) -> None:
    file = io.BytesIO()
    Image.new("RGB", (40, 20), "#C80000").save(file, kind)
    picture = picture_of(
        pdf.write(one_page(Picture(Rect(100, 100, 80, 40), file.getvalue(), "赤")))
    )
    red, green, blue = picture.getpixel((140, 120))
    assert red > 190
    assert max(green, blue) < 10
    assert colour_at(picture, 98, 120) == colour_at(picture, 140, 142) == "FFFFFF"


def test_a_picture_that_is_shown_again_is_drawn_again_and_kept_once() -> None:
    file = io.BytesIO()
    Image.effect_noise((64, 64), 80).convert("RGB").save(file, "PNG")
    shown = [Picture(Rect(x, 100, 60, 60), file.getvalue(), "砂") for x in (100, 200, 300)]
    once, often = (pdf.write(one_page(*pictures)) for pictures in (shown[:1], shown))
    picture = picture_of(often)
    first, *others = (picture.crop((x, 100, x + 60, 160)) for x in (100, 200, 300))
    assert [other.tobytes() for other in others] == [first.tobytes()] * 2
    assert len(often) < 1.2 * len(once)


def test_pictures_keep_their_transparency() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (8, 8), (200, 0, 0, 0)).save(file, "PNG")
    ground = Shape(Rect(90, 90, 100, 100), fill="0B4F9E")
    clear = Picture(Rect(100, 100, 80, 80), file.getvalue(), "透明")
    assert colour_at(picture_of(pdf.write(one_page(ground, clear))), 140, 140) == "0B4F9E"


def test_what_the_layout_shares_lies_under_the_items_of_its_pages() -> None:
    rule = Shape(Rect(0, 50, 595, 10), fill="0B4F9E")
    over = Shape(Rect(0, 50, 100, 10), fill="B4540A")
    layouts = (Layout("content", "内容", (), (rule,)),)
    data = pdf.write(page_set(Page((over,), "content"), Page(()), layouts=layouts))
    picture = picture_of(data)
    assert colour_at(picture, 50, 55) == "B4540A"
    assert colour_at(picture, 300, 55) == "0B4F9E"
    plain = pdfium.PdfDocument(data)[1].render().to_pil()
    assert colour_at(plain, 300, 55) == "FFFFFF"


def test_many_pages_cost_as_much_each_as_few() -> None:
    def size(count: int) -> int:
        pages = (Page((box(run("頁")),), anchors=(Anchor(f"a{n}", 0, "頁"),)) for n in range(count))
        return len(pdf.write(page_set(*pages)))

    sizes = [size(count) for count in (10, 20, 30)]
    first, second = (after - before for before, after in pairwise(sizes))
    assert first == pytest.approx(second, rel=0.1)
