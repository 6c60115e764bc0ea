from typing import Any

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from .test_word import holding, run, saved

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def marked(text: str, marks: str) -> str:
    return f"<w:r><w:rPr>{marks}</w:rPr><w:t>{text}</w:t></w:r>"


def on(name: str, value: str = "1") -> str:
    return f'<w:{name} w:val="{value}"/>'


def named(document: Any) -> list[tuple[str, str]]:
    return [(d.kind, d.text) for d in saved(document).doubts if d.kind != "title"]


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        (run("10") + marked("-", on("vertAlign", "superscript"))
         + marked("12", on("vertAlign", "superscript")) + run("秒の話です。"), "10⁻¹²秒の話です。"),
        (run("SO") + marked("4", on("vertAlign", "subscript")) + run("です。"), "SO₄です。"),
        (run("30") + marked("3", on("position", "10")) + run("です。"), "30³です。"),
        (marked("昼", on("position", "6")) + run("です。"), "昼です。"),
        (marked("昼", on("strike", "0")) + marked("夜", on("vanish", "false")) + run("です。"),
         "昼夜です。"),
        (run("終えた") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "終えた✓"),
        (run("角") + '<w:r><w:sym w:font="Symbol" w:char="F071"/></w:r>', "角θ"),
        (run("済") + marked("\uf0fe", '<w:rFonts w:ascii="Wingdings"/>'), "済☑"),
        (run("同意") + '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default '
         'w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>', "同意☑"),
        (f"{run('抵抗は')}<m:oMath {MATH}><m:f><m:num><m:r><m:t>V</m:t></m:r></m:num><m:den><m:r>"
         f"<m:t>I</m:t></m:r></m:den></m:f></m:oMath>{run('です。')}", "抵抗はV/Iです。"),
    ],
)  # fmt: skip
def test_what_word_shows_is_read(runs: str, shown: str) -> None:
    assert saved(holding(runs)).lines == (shown,)


def test_a_formula_of_its_own_is_a_line() -> None:
    formula = f"<m:oMathPara {MATH}><m:oMath><m:r><m:t>y=2x</m:t></m:r></m:oMath></m:oMathPara>"
    document = holding(run("直線の式です。"), formula)
    document.element.body.insert_element_before(parse_xml(formula), "w:sectPr")
    assert saved(document).lines == ("直線の式です。", "y=2x", "y=2x")


def test_what_is_struck_or_hidden_is_named() -> None:
    document = holding(
        run("定価は") + marked("9", on("dstrike")) + marked("80円", on("dstrike")) + run("750円。"),
        marked("値上げの案は伏せる。", "<w:vanish/>"),
    )
    assert saved(document).lines == ("定価は750円。",)
    assert named(document) == [("struck", "980円"), ("hidden", "値上げの案は伏せる。")]


def test_styles_strike_and_hide_too() -> None:
    document = holding(
        marked("古い値", '<w:rStyle w:val="gone"/>') + run("新しい値です。"),
        f'<w:pPr><w:pStyle w:val="below"/></w:pPr>{run("内緒の段落です。")}',
    )
    for name, kind, mark in (
        ("gone", WD_STYLE_TYPE.CHARACTER, "strike"),
        ("secret", WD_STYLE_TYPE.PARAGRAPH, "vanish"),
        ("below", WD_STYLE_TYPE.PARAGRAPH, ""),
    ):
        style = document.styles.add_style(name, kind).element
        style.get_or_add_rPr()
        if mark:
            style.rPr.append(parse_xml(f"<w:{mark} {nsdecls('w')}/>"))
        else:
            style.get_or_add_basedOn().val = "secret"
    assert saved(document).lines == ("新しい値です。",)
    assert named(document) == [("struck", "古い値"), ("hidden", "内緒の段落です。")]


def picture(described: str) -> str:
    return (
        f'<w:r><w:drawing {nsdecls("wp", "a", "pic")}><wp:inline><wp:docPr id="1" name="p" '
        f'descr="{described}"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def test_pictures_leave_no_hole_and_are_named() -> None:
    document = holding(
        run("次の印は") + picture("北を指す矢印") + run("のとおりです。"),
        f'<w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>{run("門を開ける")}{picture("門")}',
        f'<w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>{picture("鍵")}',
        f'<w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>{run("鍵をかける")}',
    )
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "部屋", "様子"
    table.cell(1, 0).text = "台所"
    table.cell(1, 1).paragraphs[0]._p.append(parse_xml(picture("流し").replace(
        "<w:r>", f"<w:r {nsdecls('w')}>", 1)))  # fmt: skip
    article = saved(document)
    assert article.lines[0] == "次の印は北を指す矢印のとおりです。"
    assert [b.text for b in article.blocks if b.kind == "image"] == ["北を指す矢印", "鍵"]
    assert named(document) == [("picture", "門"), ("picture", "流し")]


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ('<w:drawing><wp:inline><wp:docPr descr="滝の高さ"/><a:graphic><a:graphicData '
         'uri="http://schemas.microsoft.com/office/drawing/2014/chartex"/></a:graphic></wp:inline>'
         "</w:drawing>", ["滝の高さ"]),
        ('<w:pict><v:shape alt="橋の絵"><v:imagedata/></v:shape></w:pict>', ["橋の絵"]),
        ('<w:pict><v:shape><v:textpath string="祝 開通"/></v:shape></w:pict>', ["祝 開通"]),
        ("<w:object><v:shape><v:imagedata/></v:shape></w:object>", ["図"]),
        ('<w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/'
         'word/2010/wordprocessingShape"/></a:graphic></wp:inline></w:drawing>', []),
    ],
)  # fmt: skip
def test_drawings_that_are_not_read_are_named(drawn: str, said: list[str]) -> None:
    names = nsdecls("wp", "a") + ' xmlns:v="urn:schemas-microsoft-com:vml"'
    run_ = f"<w:r>{drawn}</w:r>".replace("<w:r>", f"<w:r {names}>")
    found = saved(holding(run("川を渡ります。"), run_))
    assert [b.text for b in found.blocks if b.kind == "image"] == said
