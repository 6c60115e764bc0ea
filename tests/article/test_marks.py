"""Emphasis, links, ruby and calls for notes, from every format to the article's blocks."""

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from pptx import Presentation

from shiryo import inline
from shiryo.article import read
from shiryo.article.marks import Mark, Marked, moved, shown
from shiryo.article.model import Article, Kind

from .test_powerpoint import saved as saved_deck
from .test_word import holding, run, saved


def written(article: Article) -> list[str]:
    """Return what the blocks say, as an outline writes it."""
    return [line for block in article.blocks for line in map(inline.write, block.texts()) if line]


def markdown(text: str) -> list[str]:
    return written(read(text.encode(), "a.md")[0])


def page(body: str, head: str = "") -> list[str]:
    text = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    return written(read(text.encode(), "a.html")[0])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("橋は**三年**で架ける。", ["橋は**三年**で架ける。"]),
        ("橋は*三年*で架ける。", ["橋は**三年**で架ける。"]),
        ("本は*Nature*に載る。", ["本はNatureに載る。"]),
        ("橋は==三年==で<b>架ける</b>。", ["橋は**三年**で**架ける**。"]),
        ("[図面](https://a.example/z)を見る。", ["[図面](https://a.example/z)を見る。"]),
        ("<https://a.example/z>を見る。", ["[https://a.example/z](https://a.example/z)を見る。"]),
        ('<a href="https://a.example">図面</a>だ。', ["[図面](https://a.example)だ。"]),
        ("{逗子|ずし}と<ruby>葉<rt>は</rt>山<rt>やま</rt></ruby>だ。",
         ["{逗子|ずし}と{葉|は}{山|やま}だ。"]),
        ("橋は長い[^a]。川は広い[^b]。\n\n[^a]: 全長で*三*位。\n[^b]: 川幅。",
         ["橋は長い^[全長で**三**位。]。川は広い^[川幅。]。", "全長で**三**位。", "川幅。"]),
        ("橋は長い^[全長で三位。]。", ["橋は長い^[全長で三位。]。", "全長で三位。"]),
        ("橋は長い((全長で三位。))。", ["橋は長い^[全長で三位。]。", "全長で三位。"]),
        ("橋は長い[^none]。", [r"橋は長い[^none]。"]),
        ("- 長さ: **三百**間[^a]\n- [x] 図[面](https://a.example)\n\n[^a]: 約545m。",
         ["長さ", "**三百**間^[約545m。]", "☑ 図[面](https://a.example)", "約545m。"]),
        ("| 橋 | 図 |\n|--|--|\n| 東 | [図](https://a.example/e) |\n"
         "| 西 | [図](https://a.example/w) |",
         ["橋", "図", "東", "[図](https://a.example/e)", "西", "[図](https://a.example/w)"]),
        ("> 橋は**長い**。", ["橋は**長い**。"]),
        ("橋\n: とても**長い**物だ。", ["橋", "とても**長い**物だ。"]),
        ("# {逗子|ずし}の橋\n\n文だ。", ["{逗子|ずし}の橋", "文だ。"]),
    ],
)  # fmt: skip
def test_markdown(text: str, said: list[str]) -> None:
    assert markdown(text) == said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p>橋は<strong>三年</strong>で<em>架ける</em>、<em>Nature</em>。</p>",
         ["橋は**三年**で**架ける**、Nature。"]),
        ("<p><a href='https://a.example/z'>図面</a>と<a href='/b'>表</a>だ。</p>",
         ["[図面](https://a.example/z)と[表](https://s.example/b)だ。"]),
        ("<p>橋は<ruby>逗子<rp>(</rp><rt>ずし</rt><rp>)</rp></ruby>と<ruby><rb>葉</rb><rt>は</rt>"
         "</ruby>にある。</p>", ["橋は{逗子|ずし}と{葉|は}にある。"]),
        ("<p>橋は長い<sup><a href='#fn1'>1</a></sup>。<br>次だ。</p>"
         "<ol><li id='fn1'>全長で<b>三</b>位。 <a href='#r1'>↩</a></li></ol>",
         ["橋は長い^[全長で**三**位。]。", "次だ。", "全長で**三**位。"]),
        ("<ul><li>長さ：<b>三百</b>間</li></ul>", ["長さ", "**三百**間"]),
        ("<table><tr><th>橋</th><th>図</th></tr><tr><td>東</td><td><a href='https://a.example/e'>図</a>"
         "</td></tr><tr><td>西</td><td><a href='https://a.example/w'>図</a></td></tr></table>",
         ["橋", "図", "東", "[図](https://a.example/e)", "西", "[図](https://a.example/w)"]),
        ("<dl><dt>橋</dt><dd>とても<b>長い</b>物だ。</dd></dl>", ["橋", "とても**長い**物だ。"]),
        ("<blockquote><p>橋は<b>長い</b>。</p></blockquote>", ["橋は**長い**。"]),
        ("<p>円は\\(\\pi r^2\\)で<b>丸い</b>。</p>", ["円はπr²で**丸い**。"]),
    ],
)  # fmt: skip
def test_web_pages(body: str, said: list[str]) -> None:
    assert page(body, "<link rel='canonical' href='https://s.example/a/'>") == said


def test_a_link_of_a_page_without_an_address_is_named() -> None:
    text = "<html><body><article><p>この<a href='/b'>表</a>を見る。</p></article></body></html>"
    article, _ = read(text.encode(), "a.html")
    assert written(article) == ["この表を見る。"]
    assert [d.text for d in article.doubts if d.kind == "link"] == ["表（/b）"]


def test_word() -> None:
    ruby = f"<w:ruby><w:rt>{run('ずし')}</w:rt><w:rubyBase>{run('逗子')}</w:rubyBase></w:ruby>"
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>三年</w:t></w:r>"
    call = '<w:r><w:{0}Reference w:id="{1}"/></w:r>'
    code = '<w:instrText> HYPERLINK "https://a.example/f" </w:instrText>'
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>', code, '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>欄</w:t>", '<w:fldChar w:fldCharType="end"/>',
        )
    )  # fmt: skip
    link = f'<w:hyperlink r:id="rId900" {nsdecls("r")}>{run("図面")}</w:hyperlink>'
    document = holding(
        f"<w:r>{ruby}</w:r>{run('の橋は')}{bold}{run('で架ける')}{call.format('footnote', 7)}"
        f"{run('。')}",
        f"{run('次の')}{link}{run('と')}{field}{run('を見る')}"
        f"{call.format('endnote', 7)}{run('。')}",
    )
    document.part.rels.add_relationship(REL.HYPERLINK, "https://a.example/z", "rId900", True)
    notes = (("footnote", REL.FOOTNOTES, "工期。"), ("endnote", REL.ENDNOTES, "縮尺。"))
    for kind, relation, text in notes:
        xml = (
            f"<w:{kind}s {nsdecls('w')}><w:{kind} w:id='7'><w:p>{run(text)}</w:p></w:{kind}>"
            f"</w:{kind}s>"
        )
        content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
        name = PackURI(f"/word/{kind}s.xml")
        document.part.relate_to(Part(name, content, xml.encode(), document.part.package), relation)
    assert written(saved(document)) == [
        "{逗子|ずし}の橋は**三年**で架ける^[工期。]。",
        "次の[図面](https://a.example/z)と[欄](https://a.example/f)を見る^[縮尺。]。",
        "工期。",
        "縮尺。",
    ]


def test_powerpoint() -> None:
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "橋"
    first = slide.placeholders[1].text_frame.paragraphs[0]
    for text in ("架けるのは", "三年後", "で、", "図面", "がある"):
        first.add_run().text = text
    first.runs[1].font.bold = True
    first.runs[3].hyperlink.address = "https://a.example/z"
    slide.placeholders[1].text_frame.add_paragraph().text = "川は広い"
    article, _ = read(saved_deck(made), "a.pptx")
    assert written(article)[1] == "架けるのは**三年後**で、[図面](https://a.example/z)がある"
    assert [(link.text, link.href) for link in article.links] == [("図面", "https://a.example/z")]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (["川の橋は長い。"], ["川の橋", "は 長い。"], "川の橋は 長い^[注]。"),
        (["橋", "長い"], ["1. 橋：長い"], "1. 橋：長い^[注]"),
        (["[x]橋は長い"], ["☑ 橋は長い"], "☑ 橋は長い^[注]"),
        (["川は流れる"], ["山は動かない"], "山は動かない"),
    ],
)
def test_marks_go_with_their_words(before: list[str], after: list[str], said: str) -> None:
    whole = "".join(before)
    at = whole.find("長い") + 2 if "長い" in whole else len(whole)
    marks = moved([Mark(at, at, note=Marked("注"))], before, after)
    assert inline.write(shown("".join(after), marks)) == said


def test_a_footnote_is_called_once_and_keeps_its_kind() -> None:
    article, _ = read("本文[^1]。\n\n[^1]: 石橋『橋の本』https://a.example/h\n".encode(), "a.md")
    (mark,) = article.blocks[0].marks
    note = article.blocks[1]
    assert mark.note
    assert mark.note.text == note.text
    assert (note.kind, note.href) == (Kind.CITATION, "https://a.example/h")
