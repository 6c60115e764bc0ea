import io
from collections.abc import Sequence

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from shiryo import inline
from shiryo.article import read
from shiryo.article.model import Article
from shiryo.diagnostics import Failed

MINCHO, GOTHIC = "HeiseiMin-W3", "HeiseiKakuGo-W5"
LONG = "市の庁舎では電気の使用量を一割減らすことを目標にして取り組みを進めています。"
"""36 characters."""


class Paper:
    """A PDF in the making: lines of text at places given in points from the top left."""

    def __init__(self, title: str = "") -> None:
        for font in (MINCHO, GOTHIC):
            pdfmetrics.registerFont(UnicodeCIDFont(font))
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=A4)
        self.canvas.setTitle(title)

    def text(self, x: float, y: float, text: str, size: float = 10, font: str = MINCHO) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, A4[1] - y, text)

    def lines(self, x: float, y: float, texts: Sequence[str], size: float = 10) -> float:
        for text in texts:
            self.text(x, y, text, size)
            y += 1.7 * size
        return y

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, A4[1] - y0, x1, A4[1] - y1)

    def turn(self) -> None:
        self.canvas.showPage()

    def bytes(self) -> bytes:
        self.canvas.save()
        return self.out.getvalue()

    def read(self) -> Article:
        return read(self.bytes(), "a.pdf")[0]


def wrapped(text: str, measure: int) -> list[str]:
    return [text[n : n + measure] for n in range(0, len(text), measure)]


def shown(article: Article) -> list[tuple[int, str, str]]:
    return [(article.page(b.first), b.kind.value, b.text) for b in article.blocks]


def test_lines_become_paragraphs_and_larger_or_gothic_lines_headings() -> None:
    paper = Paper("節電の手引")
    paper.text(80, 80, "節電の手引", 18, GOTHIC)
    paper.text(80, 120, "1 照明", 13, GOTHIC)
    y = paper.lines(80, 150, wrapped("　" + LONG * 3, 40))
    y = paper.lines(80, y, wrapped("　" + LONG * 2, 40))
    paper.text(80, y + 20, "1.1 廊下", 10, GOTHIC)
    paper.lines(80, y + 40, ["　昼は消します。"])
    article = paper.read()
    assert shown(article) == [
        (1, "heading", "節電の手引"),
        (1, "heading", "1 照明"),
        (1, "paragraph", LONG * 3),
        (1, "paragraph", LONG * 2),
        (1, "heading", "1.1 廊下"),
        (1, "paragraph", "昼は消します。"),
    ]
    assert [b.level for b in article.blocks if b.kind == "heading"] == [1, 2, 3]
    assert article.title == "節電の手引"


def test_columns_are_read_one_after_the_other_below_what_is_as_wide_as_both() -> None:
    paper = Paper()
    paper.text(60, 80, "二段で組んだ広報紙の長い題名はここにあります", 20, GOTHIC)
    left, right = ("左の段は" + LONG * 6)[:196] + "終わり。", "右の段は" + LONG * 5
    paper.lines(60, 130, wrapped(left, 20))
    paper.lines(300, 130, wrapped(right, 20))
    assert [text for _, _, text in shown(paper.read())][1:] == [left, right]


def test_a_paragraph_goes_on_over_the_page_and_running_heads_are_dropped() -> None:
    paper = Paper()
    for page in (1, 2, 3):
        paper.text(80, 40, "節電の手引")
        paper.text(290, 815, f"- {page} -")
        if page == 1:
            paper.lines(80, 700, wrapped("　" + LONG * 4, 40)[:3])
        if page == 2:
            paper.lines(80, 80, wrapped("　" + LONG * 4, 40)[3:])
            paper.lines(80, 200, ["　次の段落です。"])
        paper.turn()
    article = paper.read()
    assert shown(article) == [(1, "paragraph", LONG * 4), (2, "paragraph", "次の段落です。")]


def test_lists_keep_their_depth_and_their_lines() -> None:
    paper = Paper()
    paper.lines(80, 80, ["次のとおりです。"])
    paper.lines(80, 100, ["・" + LONG, "　昼も消します。", "・倉庫は使うときだけ点けます。"])
    paper.lines(110, 151, ["・鍵は総務課にあります。"])
    paper.lines(80, 180, wrapped(LONG * 3, 40))
    items = [b for b in paper.read().blocks if b.kind == "item"]
    assert [b.level for b in items] == [0, 0, 1]
    assert items[0].text == LONG + "昼も消します。"


@pytest.mark.parametrize("ruled", ["grid", "rows", "three"])
def test_tables_by_their_rules(ruled: str) -> None:
    paper = Paper()
    paper.text(80, 90, "表1 使用量", 9)
    rows = [("区分", "4月", "5月"), ("庁舎", "120", "110"), ("倉庫", "30", "25")]
    for n, row in enumerate(rows):
        for x, cell in zip((85, 205, 325), row, strict=True):
            paper.text(x, 115 + 20 * n, cell)
    heights = (100, 120, 160) if ruled == "three" else (100, 120, 140, 160)
    for y in heights:
        paper.rule(80, y, 440, y)
    for x in (80, 200, 320, 440) if ruled == "grid" else ():
        paper.rule(x, 100, x, 160)
    paper.lines(80, 190, wrapped(LONG * 3, 40))
    blocks = paper.read().blocks
    assert [b.kind.value for b in blocks] == ["caption", "table", "paragraph"]
    assert blocks[1].cells == tuple(rows)


def test_footnotes_leave_no_marks_in_the_text_and_powers_stay() -> None:
    paper = Paper()
    paper.lines(80, 80, wrapped("　" + LONG * 2, 40))
    paper.text(80, 120, "庁舎の電気は減りました")
    paper.text(190, 117, "1", 6)
    paper.text(194, 120, "。広さは300m")
    paper.text(254, 117, "2", 6)
    paper.text(257, 120, "です。")
    paper.text(80, 760, "1", 8)
    paper.text(92, 760, "中央市『節電白書』（2025年）", 8)
    article = paper.read()
    texts = [text for _, _, text in shown(article)]
    assert texts[1:] == [
        "庁舎の電気は減りました。広さは300m²です。",
        "中央市『節電白書』（2025年）",
    ]
    (words,) = filter(None, article.blocks[1].texts())
    assert inline.write(words) == (
        "庁舎の電気は減りました^[中央市『節電白書』（2025年）]。広さは300m²です。"
    )


def test_latin_words_are_joined_and_ruby_is_dropped() -> None:
    paper = Paper()
    paper.lines(
        80, 80, ["The office has cut the use of elec-", "tricity by a tenth. It will go on"]
    )
    paper.lines(80, 114, ["next year."])
    paper.text(80, 155, "せつでん", 5)
    paper.text(80, 165, "節電を続けます。")
    texts = " ".join(text for _, _, text in shown(paper.read()))
    assert "use of electricity by a tenth. It will go on next year." in texts
    assert "せつでん" not in texts


def test_pages_without_text_are_said_and_a_scan_is_refused() -> None:
    paper = Paper()
    paper.lines(80, 80, [LONG])
    paper.turn()
    paper.canvas.rect(100, 100, 200, 200, fill=1)
    paper.turn()
    paper.lines(80, 80, ["終わりに書いた文です。"])
    article, said = read(paper.bytes(), "a.pdf")
    assert [(d.kind, d.first) for d in article.doubts if d.kind == "scan"] == [("scan", 1)]
    assert [str(d.span) for d in said if d.code == "article.scan"] == ["a.pdf:1（p.1）"]
    scan = Paper()
    scan.canvas.rect(100, 100, 200, 200, fill=1)
    with pytest.raises(Failed) as failed:
        scan.read()
    assert [d.code for d in failed.value.diagnostics] == ["article.pdf-no-text"]


def test_a_page_that_comes_again_at_once_is_read_once_and_named() -> None:
    paper = Paper()
    for text in (
        "昼は照明を消します。",
        "夜は暖房を止めます。",
        "夜は暖房を止めます。",
        "昼は照明を消します。",
    ):
        paper.lines(80, 80, wrapped(LONG, 20))
        paper.lines(80, 160, [text])
        paper.turn()
    article, said = read(paper.bytes(), "a.pdf")
    texts = [text for _, _, text in shown(article)]
    assert texts.count("夜は暖房を止めます。") == 1
    assert texts.count("昼は照明を消します。") == 2
    assert [str(d.span) for d in said if d.code == "article.same-page"] == ["a.pdf:2（p.2）"]
    assert "article.scan" not in [d.code for d in said]


def test_a_password_is_asked_for() -> None:
    paper = Paper()
    paper.lines(80, 80, [LONG])
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper.bytes())) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(Failed) as failed:
        read(out.getvalue(), "a.pdf")
    assert [d.code for d in failed.value.diagnostics] == ["article.pdf-encrypted"]


@pytest.mark.parametrize("size", [8, 12, 16])
@pytest.mark.parametrize("number", ["{}", "－{}－", "第{}頁"])
def test_headers_and_kanji_page_numbers_of_any_size_are_dropped(size: float, number: str) -> None:
    paper = Paper()
    for page in range(1, 5):
        paper.text(380, 40, "北山市の電気の報告", size)
        paper.lines(70, 120, wrapped(f"{page}番の棟の話です。" + 3 * LONG, 40))
        paper.text(290, 810, number.format("一二三四"[page - 1]), size)
        paper.turn()
    assert [text for _, _, text in shown(paper.read())] == [
        f"{page}番の棟の話です。" + 3 * LONG for page in range(1, 5)
    ]


def test_a_large_heading_that_comes_twice_stays() -> None:
    paper = Paper()
    for page in range(1, 6):
        paper.text(70, 60, "電気の使用量" if page in (2, 4) else f"第{page}の話", 16)
        paper.lines(70, 120, wrapped(3 * LONG, 40))
        paper.turn()
    assert [text for _, _, text in shown(paper.read())].count("電気の使用量") == 2


@pytest.mark.parametrize("angle", [90, -90, 180])
def test_a_page_that_lies_on_its_side_is_read_turned(angle: int) -> None:
    paper = Paper()
    corner = {90: (A4[0], 0), -90: (0, A4[1]), 180: A4}[angle]
    paper.canvas.translate(*corner)
    paper.canvas.rotate(angle)
    paper.canvas.translate(0, -A4[1] + (A4[1] if angle == 180 else A4[0]))
    paper.text(70, 80, "電気の使用量", 20)
    paper.lines(70, 130, wrapped(3 * LONG, 40))
    assert [text for _, _, text in shown(paper.read())] == ["電気の使用量", 3 * LONG]


def test_words_at_another_angle_than_the_text_are_named() -> None:
    paper = Paper()
    paper.lines(120, 120, wrapped(3 * LONG, 40))
    paper.canvas.rotate(90)
    paper.canvas.drawString(300, -40, "取扱注意")
    article, found = read(paper.bytes(), "a.pdf")
    assert "取扱注意" not in article.text
    assert [d.code for d in found if "取扱注意" in d.message] == ["article.sideways"]


def test_links_are_known_by_the_words_under_them_and_only_those_to_pages() -> None:
    paper = Paper()
    paper.text(80, 80, "くわしくは節電の手引を見る。庁舎の計画は別に定める。")
    for address in ("https://example.com/guide", "file:///etc/passwd"):
        paper.canvas.linkURL(address, (130, A4[1] - 82, 180, A4[1] - 70))
    [link] = paper.read().links
    assert (link.text, link.href, link.first) == ("節電の手引", "https://example.com/guide", 1)
