import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from shiryo.article.model import Kind, Number
from shiryo.article.readers.numerals import written
from shiryo.article.readers.word.numbering import Numbering, read

from .test_word import holding, kinds, run, saved


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def test_the_result_of_a_field_of_contents_is_no_text() -> None:
    article = saved(
        holding(
            run("水道の手引です。"),
            run("目　次"),
            field("begin") + code(" TOC \\o ") + field("separate") + run("蛇口 2"),
            run("料金 5") + field("end"),
            run("蛇口を閉めます。"),
        )
    )
    assert article.lines == ("水道の手引です。", "蛇口を閉めます。")
    assert [d.text for d in article.doubts if d.kind == "contents"] == ["目 次、蛇口 2、料金 5"]


def test_a_field_that_never_ends_or_is_no_contents_takes_nothing_away() -> None:
    article = saved(
        holding(
            field("begin") + code("TOC") + field("separate") + run("蛇口を閉めます。"),
            field("begin") + code("DATE") + field("separate") + run("今日です。") + field("end"),
            run("料金を払います。"),
        )
    )
    assert article.lines == ("蛇口を閉めます。", "今日です。", "料金を払います。")


def test_text_styles_named_after_headings_are_text() -> None:
    document = docx.Document()
    for name in ("見出し１本文", "見出し 2 本文", "Heading 1 Body"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        document.add_heading("蛇口", 1)
        document.add_paragraph("蛇口は使うたびに必ず閉めます。", style=name)
    assert kinds(saved(document)) == ["heading", "paragraph"] * 3


def test_a_style_with_a_level_that_is_used_for_sentences_makes_no_headings() -> None:
    document = docx.Document()
    style = document.styles.add_style("本文見出し", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Heading 2"]
    for text in ("蛇口", "料金"):
        document.add_heading(text, 1)
        document.add_paragraph(
            f"{text}については、市の水道局がすべての家に知らせます。", style=style
        )
    assert kinds(saved(document)) == ["heading", "paragraph"] * 2


def test_titles_broken_by_hand_are_whole_words() -> None:
    document = docx.Document()
    document.add_heading("水道の\n手引", 0)
    document.add_heading("Water\nSupply", 1)
    document.add_paragraph("水を大切に使います。")
    assert [b.text for b in saved(document).blocks[:2]] == ["水道の手引", "Water Supply"]


LISTS = """
<w:abstractNum w:abstractNumId="70">
  <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/>
    <w:lvlText w:val="第%1条"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="aiueo"/><w:lvlText w:val="%2．"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1-%2-%3"/>
    <w:isLgl/><w:lvlRestart w:val="0"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="71">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="・"/></w:lvl></w:abstractNum>
<w:num w:numId="70"><w:abstractNumId w:val="70"/></w:num>
<w:num w:numId="71"><w:abstractNumId w:val="70"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="72"><w:abstractNumId w:val="71"/></w:num>
"""


def counting() -> Numbering:
    document = docx.Document()
    root = document.part.numbering_part.element
    for each in list(root):
        root.remove(each)
    for each in parse_xml(f"<w:numbering {nsdecls('w')}>{LISTS}</w:numbering>"):
        root.append(each)
    return read(document)


def test_paragraphs_are_counted_as_word_counts_them() -> None:
    lists = counting()
    steps = [("70", 0), ("70", 1), ("70", 1), ("70", 2), ("70", 0), ("70", 1), ("70", 2),
             ("72", 0), ("71", 0), ("70", 0), ("9", 0)]  # fmt: skip
    found = [lists.next(*step) for step in steps]
    assert [each and each.label for each in found] == [
        "第3条", "ア．", "イ．", "3-2-1", "第4条", "ア．", "4-1-2", None, "第1条", "第2条", None,
    ]  # fmt: skip
    assert found[4] == Number(4, "第4条")


@pytest.mark.parametrize(
    ("count", "form", "shown"),
    [
        (12, "japaneseCounting", "十二"), (320, "japaneseCounting", "三百二十"),
        (9, "upperRoman", "IX"),
        (4, "lowerRoman", "iv"), (28, "lowerLetter", "bb"), (3, "irohaFullWidth", "ハ"),
        (21, "decimalEnclosedCircle", "21"), (7, "decimalZero", "07"), (5, "unheardOf", "5"),
        (0, "upperLetter", "0"), (10**9, "upperRoman", "1000000000"),
    ],
)  # fmt: skip
def test_numbers_are_written_in_the_format_of_their_list(count: int, form: str, shown: str) -> None:
    assert written(count, form) == shown


def test_headings_keep_a_number_that_the_text_refers_to() -> None:
    document = docx.Document()
    root = document.part.numbering_part.element
    for each in parse_xml(f"<w:numbering {nsdecls('w')}>{LISTS}</w:numbering>"):
        root.append(each)
    for text in ("名称", "会費"):
        heading = document.add_heading(text, 1)
        numbers = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="71"/></w:numPr>'
        heading._p.get_or_add_pPr().append(parse_xml(numbers))
        document.add_paragraph("会の決まりを定めます。")
    found = [b.text for b in saved(document).blocks if b.kind == "heading"]
    assert found == ["第1条 名称", "第2条 会費"]


def test_points_of_a_letter_without_styles_keep_their_gaps_and_their_depth() -> None:
    document = docx.Document()
    for line in (
        "橋の会の開催について", "次のとおり会を開きます。",
        "１　日　時　　令和７年１１月２２日（土）", "２　場　所\t北町の集会所", "３　お願い",
        "（１）上履きをお持ちください。", "（２）車での来場はできません。", "４　その他",
        "雨の日は延ばすことがあります。",
    ):  # fmt: skip
        document.add_paragraph(line)
    items = [b for b in saved(document).blocks if b.kind is Kind.ITEM]
    assert [(b.level, b.label, b.text) for b in items] == [
        (0, "日時", "令和７年１１月２２日（土）"),
        (0, "場所", "北町の集会所"),
        (0, "", "お願い"),
        (1, "", "上履きをお持ちください。"),
        (1, "", "車での来場はできません。"),
        (0, "その他", "雨の日は延ばすことがあります。"),
    ]
