import io
import zipfile
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Cm

from shiryo.article import read
from shiryo.article.model import Article


def saved(deck: Any, kind: str = "") -> bytes:
    out = io.BytesIO()
    deck.save(out)
    if not kind:
        return out.getvalue()
    changed = io.BytesIO()
    with zipfile.ZipFile(out) as source, zipfile.ZipFile(changed, "w") as target:
        for part in source.namelist():
            target.writestr(
                part,
                source.read(part).replace(
                    b"application/vnd.openxmlformats-officedocument.presentationml.presentation",
                    kind.encode(),
                ),
            )
    return changed.getvalue()


def deck() -> Any:
    made = Presentation()
    cover = made.slides.add_slide(made.slide_layouts[0])
    cover.shapes.title.text = "節電の手引"
    cover.placeholders[1].text = "総務課"
    body = made.slides.add_slide(made.slide_layouts[1])
    body.shapes.title.text = "照明"
    frame = body.placeholders[1].text_frame
    frame.text = "廊下：半分だけ点ける"
    inner = frame.add_paragraph()
    inner.text, inner.level = "昼休みは消す", 1
    body.notes_slide.notes_text_frame.text = "ここで実物を見せる。"
    return made


def place(made: Any, *texts: tuple[str, int, int]) -> Any:
    """Add a slide with boxes of text, each at so many centimetres from left and top."""
    slide = made.slides.add_slide(made.slide_layouts[6])
    for text, left, top in texts:
        slide.shapes.add_textbox(Cm(left), Cm(top), Cm(8), Cm(2)).text_frame.text = text
    return slide


def shown(article: Article) -> list[tuple[int, str, str]]:
    return [(article.page(b.first), b.kind.value, b.text) for b in article.blocks]


def test_titles_are_headings_bodies_items_and_notes_follow_their_slide() -> None:
    article, _ = read(saved(deck()), "a.pptx")
    assert shown(article) == [
        (1, "heading", "節電の手引"),
        (1, "masthead", "総務課"),
        (2, "heading", "照明"),
        (2, "item", "半分だけ点ける"),
        (2, "item", "昼休みは消す"),
        (2, "paragraph", "ここで実物を見せる。"),
    ]
    assert article.title == "節電の手引"
    assert [(b.level, b.label) for b in article.blocks if b.kind == "item"] == [
        (0, "廊下"),
        (1, ""),
    ]


def test_shapes_are_read_as_they_lie_those_of_groups_too() -> None:
    made = deck()
    slide = place(made, ("右の箱です。", 12, 5), ("左の箱です。", 1, 5), ("空調", 1, 1))
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(Cm(1), Cm(9), Cm(8), Cm(2)).text_frame.text = "組の中です。"
    group.shapes.add_textbox(Cm(12), Cm(9), Cm(8), Cm(2)).text_frame.text = "組の右です。"
    slide.shapes.add_textbox(Cm(1), Cm(12), Cm(8), Cm(2)).text_frame.text = "下の箱です。"
    found = [text for page, _, text in shown(read(saved(made), "a.pptx")[0]) if page == 3]
    assert found == [
        "空調", "左の箱です。", "右の箱です。", "組の中です。", "組の右です。", "下の箱です。",
    ]  # fmt: skip


def test_tables_and_pictures_with_alt_text() -> None:
    made = deck()
    slide = place(made, ("使用量", 1, 1))
    table = slide.shapes.add_table(2, 2, Cm(1), Cm(4), Cm(10), Cm(3)).table
    table.cell(0, 0).merge(table.cell(0, 1))
    for (row, column), text in {(0, 0): "4月", (1, 0): "庁舎", (1, 1): "120"}.items():
        table.cell(row, column).text = text
    for words in ("省エネの流れの図", "image1.png"):
        picture = slide.shapes.add_picture(io.BytesIO(PIXEL), Cm(1), Cm(9))
        picture._element.nvPicPr.cNvPr.set("descr", words)
    article, _ = read(saved(made), "a.pptx")
    found = [b for b in article.blocks if article.page(b.first) == 3]
    assert [(b.kind.value, b.cells) for b in found] == [
        ("heading", ()),
        ("table", (("4月", ""), ("庁舎", "120"))),
        ("image", ()),
        ("image", ()),
    ]
    assert found[2].text == "省エネの流れの図"


def test_numbers_of_slides_hidden_slides_and_repeated_footers_are_no_text() -> None:
    made = deck()
    for n in range(3, 8):
        place(
            made,
            (f"第{n}の話", 1, 1),
            ("本文です。", 1, 5),
            ("総務課資料", 1, 17),
            (f"{n}", 20, 17),
        )
    made.slides[6]._element.set("show", "0")
    texts = [text for _, _, text in shown(read(saved(made), "a.pptx")[0])]
    assert "総務課資料" not in texts
    assert "第3の話" in texts
    assert "第7の話" not in texts
    assert not [text for text in texts if text.isdecimal()]


def test_a_slide_that_goes_on_is_one_section() -> None:
    made = deck()
    for n in (1, 2):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = f"空調（{n}/2）"
        slide.placeholders[1].text_frame.text = f"{n}つ目の話です。"
    found = shown(read(saved(made), "a.pptx")[0])[-3:]
    assert [text for _, _, text in found] == ["空調", "1つ目の話です。", "2つ目の話です。"]


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.openxmlformats-officedocument.presentationml.template",
        "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
        "application/vnd.ms-powerpoint.presentation.macroEnabled",
    ],
)
def test_templates_shows_and_files_with_macros_are_read(kind: str) -> None:
    assert read(saved(deck(), kind), "a.potx")[0].title == "節電の手引"


def formatted(made: Any, xml: str) -> Any:
    """Add a slide whose body has paragraphs of markup."""
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "気温"
    body = slide.placeholders[1].text_frame._txBody
    for each in body.findall(f"{A}p"):
        body.remove(each)
    names = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMES.items())
    for each in etree.fromstring(f"<x {names}>{xml}</x>"):
        body.append(each)
    return made


A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
NAMES = {
    "a": A[1:-1],
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a14": "http://schemas.microsoft.com/office/drawing/2010/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}


def run(text: str, properties: str = "") -> str:
    return f"<a:r><a:rPr {properties}/><a:t>{text}</a:t></a:r>"


FORMULA = (
    '<mc:AlternateContent><mc:Choice Requires="a14"><a14:m><m:oMath><m:sSup><m:e><m:r><m:t>t</m:t>'
    "</m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></a14:m></mc:Choice>"
    f"<mc:Fallback>{run('絵')}</mc:Fallback></mc:AlternateContent>"
)


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (run("10") + run("-3", 'baseline="30000"') + run("度"), "10⁻³度"),
        (run("CO") + run("2", 'baseline="-25000"'), "CO₂"),
        (run("式は") + FORMULA + run("です。"), "式はt²です。"),
        ('<a:fld id="{0}" type="datetime1"><a:t>2024/5/6</a:t></a:fld>' + run("に測る"),
         "2024/5/6に測る"),
        ('<a:fld id="{0}" type="slidenum"><a:t>7</a:t></a:fld>' + run("枚目"), "枚目"),
        (run("朝_x000B_夕_x005F_夜"), "朝 夕_夜"),
        ('<a:r><a:rPr><a:sym typeface="Wingdings"/></a:rPr><a:t>\uf0e8</a:t></a:r>' + run("次"),
         "➔次"),
    ],
)  # fmt: skip
def test_what_a_slide_shows_is_read(markup: str, said: str) -> None:
    made = formatted(deck(), f"<a:p>{markup}</a:p>")
    assert read(saved(made), "a.pptx")[0].blocks[-1].text == said


def test_lists_keep_their_numbers_as_they_are_written() -> None:
    def numbered(text: str, kind: str, more: str = "", deep: int = 0) -> str:
        return (
            f'<a:p><a:pPr lvl="{deep}"><a:buAutoNum type="{kind}" {more}/></a:pPr>{run(text)}</a:p>'
        )

    made = formatted(
        deck(),
        numbered("測る", "arabicPeriod", 'startAt="6"')
        + numbered("朝", "alphaLcParenR", deep=1)
        + numbered("夕", "alphaLcParenR", deep=1)
        + numbered("書く", "arabicPeriod", 'startAt="6"')
        + f"<a:p><a:pPr><a:buNone/></a:pPr>{run('ここで休む。')}</a:p>"
        + numbered("送る", "ea1JpnKorPlain"),
    )
    found = [b.number for b in read(saved(made), "a.pptx")[0].blocks if b.number]
    assert [each.label for each in found] == ["6.", "a)", "b)", "7.", "一"]


def test_titles_broken_by_hand_are_whole_and_what_is_struck_is_named() -> None:
    made = deck()
    made.slides[1].shapes.title.text = "廊下の\v照明"
    formatted(
        made, f"<a:p>{run('6度', 'strike=' + chr(34) + 'sngStrike' + chr(34))}{run('8度')}</a:p>"
    )
    article, _ = read(saved(made), "a.pptx")
    assert "廊下の照明" in article.lines
    assert article.lines[-1] == "8度"
    assert ("struck", "6度", 3) in [(d.kind, d.text, article.page(d.first)) for d in article.doubts]


def test_pictures_without_words_and_hidden_slides_are_named() -> None:
    made = deck()
    slide = place(made, ("空調", 1, 1))
    slide.shapes.add_picture(io.BytesIO(PIXEL), Cm(1), Cm(9))
    place(made, ("伏せる話", 1, 1))._element.set("show", "0")
    article, _ = read(saved(made), "a.pptx")
    assert "伏せる話" not in article.lines
    assert [(d.kind, d.text) for d in article.doubts if d.kind != "title"] == [
        ("hidden-slide", "4枚目「伏せる話」"),
    ]
    (shown,) = (b for b in article.blocks if b.kind == "image")
    assert (shown.text, shown.href) == ("", "package://ppt/media/image1.png")


def test_a_shape_without_a_place_is_read() -> None:
    made = deck()
    shape = place(made, ("空調", 1, 1), ("止める。", 1, 5)).shapes[1]
    shape._element.remove(shape._element.spPr)
    assert "止める。" in read(saved(made), "a.pptx")[0].lines


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
    "606060000000050001a5f645400000000049454e44ae426082"
)
