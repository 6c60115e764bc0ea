import io
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.shared import Pt

from shiryo.article import read
from shiryo.article.model import Article, Number


def saved(document: Any) -> Article:
    out = io.BytesIO()
    document.save(out)
    return read(out.getvalue(), "a.docx")[0]


def kinds(article: Article) -> list[str]:
    return [b.kind.value for b in article.blocks]


def test_styles_say_what_paragraphs_are() -> None:
    document = docx.Document()
    document.add_heading("節電の手引", 0)
    document.add_heading("照明", 1)
    document.add_paragraph("こまめに消すことが大切です。")
    document.add_paragraph("廊下：昼は消す", style="List Bullet")
    document.add_paragraph("倉庫：使うときだけ", style="List Number")
    article = saved(document)
    assert kinds(article) == ["heading", "heading", "lead-in", "item", "item"]
    assert [b.level for b in article.blocks[:2]] == [1, 2]
    assert [(b.label, b.number) for b in article.blocks[3:]] == [
        ("廊下", None),
        ("倉庫", Number(1, "1.")),
    ]
    assert article.title == "節電の手引"


def test_files_without_heading_styles_are_searched_for_headings() -> None:
    document = docx.Document()
    for text in (
        "節電の手引",
        "この手引は、庁舎の電気を1割減らすための方法をまとめたものです。",
        "照明の使い方",
        "昼休みと退庁のときは、執務室の照明を必ず消してください。",
        "・廊下は半分だけ点ける",
        "・倉庫は使うときだけ点ける",
    ):
        document.add_paragraph(text)
    assert kinds(saved(document)) == ["heading", "paragraph", "heading", "lead-in", "item", "item"]


def test_tables_are_lines_and_merged_cells_say_their_words_once() -> None:
    document = docx.Document()
    document.add_paragraph("電気の使用量は次のとおりです。")
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "使用量"
    table.cell(1, 0).text, table.cell(1, 1).text = "4月", "120"
    article = saved(document)
    assert kinds(article) == ["lead-in", "table"]
    assert article.blocks[1].cells == (("使用量", ""), ("4月", "120"))
    assert article.blocks[1].first == article.blocks[1].last == 2


def holding(*paragraphs: str) -> Any:
    document = docx.Document()
    for xml in paragraphs:
        element = parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")
        document.element.body.insert_element_before(element, "w:sectPr")
    return document


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_tracked_changes_are_accepted() -> None:
    gone = '<w:pPr><w:rPr><w:del w:id="4" w:author="a"/></w:rPr></w:pPr>'
    deleted = "<w:r><w:delText>昼</w:delText></w:r>"
    document = holding(
        f'{run("照明は")}<w:del w:id="1" w:author="a">{deleted}</w:del>'
        f'<w:ins w:id="2" w:author="a">{run("夜")}</w:ins>{run("に消します。")}',
        f'<w:moveFrom w:id="3" w:author="a">{run("移した文です。")}</w:moveFrom>',
        gone + run("二つの段落は"),
        f'<w:moveTo w:id="3" w:author="a">{run("一つになります。")}</w:moveTo>',
    )
    assert saved(document).lines == ("照明は夜に消します。", "二つの段落は一つになります。")


def test_deleted_rows_are_no_rows() -> None:
    document = holding(run("電気の使用量は次のとおりです。"))
    table = document.add_table(2, 2)
    for row, words in zip(table.rows, ("残る", "消す"), strict=True):
        row.cells[0].text = row.cells[1].text = words
    table.rows[1]._tr.get_or_add_trPr().append(
        parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="a"/>')
    )
    assert saved(document).blocks[-1].cells == (("残る", "残る"),)


def test_text_boxes_follow_the_paragraph_that_holds_them() -> None:
    boxed = "".join(f"<w:p>{run(text)}</w:p>" for text in ("甲です。", "乙です。"))
    shown = f"<w:r><w:pict><w:txbxContent>{boxed}</w:txbxContent></w:pict></w:r>"
    document = holding(run("照明を消します。") + shown, run("空調を止めます。"))
    assert saved(document).lines == ("照明を消します。", "甲です。", "乙です。", "空調を止めます。")


def test_content_controls_are_read_and_the_contents_are_no_text() -> None:
    document = holding(run("照明を消します。"))
    style = document.styles.add_style("toc 1", 1)
    document.element.body.insert_element_before(
        parse_xml(
            f'<w:sdt {nsdecls("w")}><w:sdtContent><w:p><w:pPr><w:pStyle w:val="{style.style_id}"/>'
            f"</w:pPr>{run('照明 3')}</w:p><w:p>{run('空調を止めます。')}</w:p>"
            "</w:sdtContent></w:sdt>"
        ),
        "w:sectPr",
    )
    article = saved(document)
    assert article.lines == ("照明を消します。", "空調を止めます。")
    assert ("contents", 1, "照明 3") in [(d.kind, d.first, d.text) for d in article.doubts]


def test_footnotes_are_sources_or_remarks_at_the_end() -> None:
    document = holding(run("庁舎の電気は1割減りました。"))
    notes = "".join(
        f"<w:footnote {kind}><w:p>{run(text)}</w:p></w:footnote>"
        for kind, text in (
            ('w:type="separator" w:id="-1"', "線"),
            ('w:id="1"', "中央市『白書』https://example.jp/w"),
            ('w:id="2"', "前の年度と比べた割合です。"),
        )
    )
    xml = f"<w:footnotes {nsdecls('w')}>{notes}</w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), kind, xml.encode(), package)
    document.part.relate_to(part, REL.FOOTNOTES)
    article = saved(document)
    assert kinds(article) == ["paragraph", "citation", "note"]
    assert article.blocks[1].href == "https://example.jp/w"
    assert article.lines[2] == "前の年度と比べた割合です。"


def typed(document: Any, text: str, *, bold: bool = False, size: float = 0) -> None:
    run = document.add_paragraph().add_run(text)
    run.bold = bold or None
    run.font.size = Pt(size) if size else None


def test_outline_levels_of_paragraphs_and_their_styles_are_headings() -> None:
    document = docx.Document()
    style = document.styles.add_style("大項目", WD_STYLE_TYPE.PARAGRAPH)
    style.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="0"/>'))
    document.add_paragraph("節電の取組の方針", style="Title")
    for text in ("照明を見直して電気を減らす", "空調を見直して電気を減らす"):
        document.add_paragraph(text, style=style)
        small = document.add_paragraph("執務室では昼に消す")
        small._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="1"/>'))
        document.add_paragraph("こまめに消すことが大切です。")
    assert [b.level for b in saved(document).blocks if b.kind == "heading"] == [1, 2, 3, 2, 3]


def test_lines_in_larger_or_bolder_letters_are_headings_and_their_size_is_their_level() -> None:
    document = docx.Document()
    prose = "庁舎では、電気の使い方を見直し、来年度までに使用量を1割減らすこととしました。"
    typed(document, "節電の取組の方針", bold=True, size=20)
    for large in ("照明をこう改める", "空調をこう改める"):
        typed(document, large, size=16)
        for small in ("執務室の昼と夜", "会議室がないとき"):
            typed(document, small, bold=True)
            document.add_paragraph(prose)
            document.add_paragraph("廊下は半分だけ")
            document.add_paragraph(prose)
    found = saved(document)
    assert found.title == "節電の取組の方針"
    assert [b.level for b in found.blocks if b.kind == "heading"] == [1, 2, 3, 3, 2, 3, 3]


def test_bold_lines_of_running_text_are_no_headings() -> None:
    document = docx.Document()
    document.add_paragraph("節電の取組の方針")
    for name in ("照明の使い方", "空調の使い方"):
        typed(document, name, bold=True)
        document.add_paragraph("庁舎では、電気の使い方を見直し、使用量を1割減らすこととしました。")
        typed(document, "必ず守ってください", bold=True)
        typed(document, "使わない部屋の電気は消す。", bold=True)
        document.add_paragraph("ご協力をお願いします。庁舎を出るときは、窓も確かめてください。")
    found = [b.text for b in saved(document).blocks if b.kind == "heading"]
    assert found == ["節電の取組の方針", "照明の使い方", "空調の使い方"]


def test_links_to_other_sites_are_known_with_their_paragraph() -> None:
    document = docx.Document()
    document.add_paragraph("庁舎の電気を減らす方法をまとめました。")
    paragraph = document.add_paragraph("根拠は")
    relation = document.part.relate_to("https://example.go.jp/survey", REL.HYPERLINK, True)
    link = parse_xml(
        f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}">'
        "<w:r><w:t>電気の調査</w:t></w:r></w:hyperlink>"
    )
    paragraph._p.append(link)
    paragraph.add_run("にあります。")
    assert [(each.text, each.href, each.first) for each in saved(document).links] == [
        ("電気の調査", "https://example.go.jp/survey", 2)
    ]
