"""What a PDF shows is what is read: glyphs of any coding, turned and cut pages, lines that rule."""

import io

import pytest
from hostile_office import page, pdf, stream
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from shiryo.article import read

_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/%s/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>"
)
_CID = (
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/DW 1000/W[1[500]]"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
)
_SAYS = (
    b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
    b"1 begincodespacerange<0000><FFFF>endcodespacerange\n%d beginbfchar\n%s\nendbfchar\n"
    b"endcmap end end"
)


def coded(content: str, codes: dict[int, str], encoding: bytes = b"Identity-H") -> bytes:
    """Return a PDF whose font F says ``codes`` by the numbers of glyphs; 1 is half an em wide."""
    said = b"\n".join(
        b"<%04X><%s>" % (code, text.encode("utf-16-be").hex().encode())
        for code, text in codes.items()
    )
    text, says = stream(content.encode()), stream(_SAYS % (len(codes), said))
    return page(o4=text, o5=_FONT % encoding, o7=_CID, o8=says)


def shown(data: bytes) -> list[str]:
    return [block.text for block in read(data, "a.pdf")[0].blocks]


def test_a_glyph_says_as_many_characters_as_its_font_tells() -> None:
    codes = {1: "ffi", 2: "𠮟", 3: "葛\U000e0100", 4: "市", 5: "が", 6: "決", 7: "め"}
    data = coded("BT /F 10 Tf 72 700 Td <000400050002000300060007> Tj ET", codes)
    assert shown(data) == ["市が𠮟葛\U000e0100決め"]
    data = coded(
        "BT /F 10 Tf 72 700 Td <0009000100080002> Tj ET", {1: "ffi", 2: "e", 8: "c", 9: "o"}
    )
    assert shown(data) == ["office"]


def test_a_glyph_that_says_nothing_or_nothing_known_has_its_sign() -> None:
    codes = dict(enumerate("市は窓口を見直すと決めた", 2)) | {90: "\ue002", 91: "\ue003"}
    glyphs = "".join(f"{n:04X}" for n in range(2, 14))
    data = coded(f"BT /F 10 Tf 72 700 Td <{glyphs}005A0063> Tj ET", codes)
    assert shown(data) == ["市は窓口を見直すと決めた〓〓"]


def test_a_wide_space_that_is_a_text_of_its_own_stays() -> None:
    codes = {1: " ", 2: "\u3000"} | dict(enumerate("背景日本語に強い", 3))
    content = (
        "BT /F 10 Tf 72 700 Td <00030004> Tj ET BT /F 10 Tf 92 700 Td <0002> Tj ET "
        "BT /F 10 Tf 102 700 Td <00050006000700080009000A> Tj ET"
    )
    assert shown(coded(content, codes)) == ["背景\u3000日本語に強い"]
    assert shown(coded(content.replace("92 700 Td <0002>", "92 600 Td <0002>"), codes)) == [
        "背景 日本語に強い"
    ]


@pytest.mark.parametrize("scale", [1, 12])
def test_fonts_that_write_downwards_are_read_downwards_from_the_right(scale: int) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3", isVertical=True))
    out = io.BytesIO()
    canvas = Canvas(out)
    texts = [
        "市は窓口の時間を見直すことを決めた。新",
        "しい時間は来年の春から始まる。",
        "　次の段落である。",
    ]
    for n, text in enumerate(texts):
        line = canvas.beginText()
        line.setFont("HeiseiMin-W3", 12 / scale)
        line.setTextTransform(scale, 0, 0, scale, 500 - 20 * n, 700)
        line.textOut(text)
        canvas.drawText(line)
    canvas.save()
    assert shown(out.getvalue()) == [texts[0] + texts[1], texts[2].strip()]


def _page(entries: bytes, content: bytes) -> bytes:
    return pdf({
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>%s>>" % entries,
        4: stream(content),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    })  # fmt: skip


LINES = (
    b"BT /F 11 Tf 1 0 0 1 72 700 Tm (The city reviews its lines) Tj 0 -16 Td (and says so.) Tj ET\n"
)


@pytest.mark.parametrize(
    ("turn", "matrix"),
    [
        (0, b"1 0 0 1 0 0"), (90, b"0 1 -1 0 842 0"), (180, b"-1 0 0 -1 595 842"),
        (270, b"0 -1 1 0 0 595"),
    ],
)  # fmt: skip
def test_a_page_is_read_as_it_is_shown(turn: int, matrix: bytes) -> None:
    box = b"[0 0 595 842]" if turn in (0, 180) else b"[0 0 842 595]"
    data = _page(b"/MediaBox%s/Rotate %d" % (box, turn), matrix + b" cm\n" + LINES)
    article = read(data, "a.pdf")[0]
    assert (
        " ".join(block.text for block in article.blocks)
        == "The city reviews its lines and says so."
    )
    assert "sideways" not in [doubt.kind for doubt in article.doubts]


def test_what_is_cut_off_the_page_is_not_read() -> None:
    marks = LINES + b"BT /F 8 Tf 1 0 0 1 20 830 Tm (job 4711 cyan) Tj ET"
    data = _page(b"/MediaBox[0 0 595 842]/CropBox[40 40 555 802]", marks)
    assert "4711" not in " ".join(shown(data))
    assert "4711" in " ".join(shown(_page(b"/MediaBox[0 0 595 842]", marks)))


_CELLS = b"".join(
    b"BT /F 9 Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n" % (105 + 100 * column, 305 - 20 * row, text)
    for row, line in enumerate([(b"Kind", b"April"), (b"Hall", b"120"), (b"Store", b"30")])
    for column, text in enumerate(line)
)


def _grid(draw: str) -> bytes:
    """Return cells drawn as lines, as boxes, or as boxes that are as thin as lines."""
    if draw == "boxes":
        return b"".join(
            b"%d %d 100 20 re S\n" % (100 + 100 * column, 300 - 20 * row)
            for row in range(3)
            for column in range(2)
        )
    across = [(100, 320 - 20 * n, 300, 320 - 20 * n) for n in range(4)]
    down = [(100 + 100 * n, 260, 100 + 100 * n, 320) for n in range(3)]
    if draw == "lines":
        return b"".join(b"%d %d m %d %d l S\n" % line for line in across + down)
    thin = [(x0, y0, x1 - x0, 0.5) for x0, y0, x1, _ in across]
    thin += [(x0, y0, 0.5, y1 - y0) for x0, y0, _, y1 in down]
    return b"".join(b"%g %g %g %g re f\n" % box for box in thin)


@pytest.mark.parametrize("form", [False, True])
@pytest.mark.parametrize("draw", ["lines", "boxes", "thin"])
def test_cells_are_known_by_what_is_drawn_around_them(draw: str, form: bool) -> None:
    drawn = _grid(draw)
    if form:
        data = page(
            b"q 2 0 0 2 10 10 cm /X Do Q\n" + _CELLS, o6=b"<</X 10 0 R>>",
            o10=stream(
                b".5 0 0 .5 -5 -5 cm\n" + drawn, b"/Type/XObject/Subtype/Form/BBox[0 0 999 999]"
            ),
        )  # fmt: skip
    else:
        data = page(drawn + _CELLS)
    tables = [block.cells for block in read(data, "a.pdf")[0].blocks if block.kind == "table"]
    assert [[[str(cell) for cell in row] for row in table] for table in tables] == [
        [["Kind", "April"], ["Hall", "120"], ["Store", "30"]]
    ]


def test_a_frame_around_the_page_is_no_table() -> None:
    frame = b"0 0 595 842 re f 1 1 593 840 re S 1 60 m 594 60 l S 300 1 m 300 841 l S\n"
    assert "table" not in [block.kind for block in read(page(frame), "a.pdf")[0].blocks]
