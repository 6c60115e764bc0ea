"""A reading in brackets after a name is its ruby; what only looks like one stays."""

import pytest

from shiryo.article.marks import Mark
from shiryo.article.model import Article, Block, Kind
from shiryo.article.readings import marked
from shiryo.inline import write


def read(block: Block) -> Block:
    cells = (cell for row in block.cells for cell in row)
    lines = ("".join((block.label, f"({block.detail})", block.text, *cells)),)
    (found,) = marked(Article("a.txt", "", "題", lines, (block,))).blocks
    return found


def said(text: str, **more: str) -> str:
    return "｜".join(map(write, read(Block(Kind.PARAGRAPH, text, 1, 1, **more)).texts()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平賀源内(ひらがげんない)は学者です。", "{平賀源内|ひらがげんない}は学者です。"),
        ("讃岐の国志度浦（しどうら）に着く。", "讃岐の国{志度浦|しどうら}に着く。"),
        ("大村嘉範(よしのり)と会う。", "大村{嘉範|よしのり}と会う。"),
        ("土用の丑(うし)の日", "土用の{丑|うし}の日"),
        ("六本木(ろっぽんぎ)と鍬（くわ）", "{六本木|ろっぽんぎ}と{鍬|くわ}"),
        ("東京(とうきょう駅前)の家", "東京(とうきょう駅前)の家"),
        ("予定(仮)の会", "予定(仮)の会"),
        ("磁石(スピン)と花(サクラ)", "磁石(スピン)と花(サクラ)"),
        ("若い人(たち)へ", "若い人(たち)へ"),
        ("量（データサイズ）が増える", "量（データサイズ）が増える"),
    ],
)
def test_only_what_is_a_reading_is_one(text: str, expected: str) -> None:
    assert said(text).removeprefix("｜｜") == expected


def test_the_bracket_after_a_lead_word_is_its_reading() -> None:
    block = read(Block(Kind.ITEM, "讃岐の人", 1, 1, label="源内", detail="げんない"))
    assert [write(text) for text in block.texts()] == ["{源内|げんない}", "", "讃岐の人"]


def test_cells_have_readings_and_other_marks_keep_their_places() -> None:
    cells = (("名", "所"), ("安野(あんの)", "北の町"))
    marks = (Mark(9, 12, strong=True),)
    block = read(Block(Kind.TABLE, "", 1, 1, cells=cells, marks=marks))
    assert block.cells == (("名", "所"), ("安野", "北の町"))
    assert [write(text) for text in block.texts()][-2:] == ["{安野|あんの}", "**北の町**"]


def test_words_that_stand_out_keep_their_bracket() -> None:
    block = Block(Kind.PARAGRAPH, "源内(げんない)の箱", 1, 1, marks=(Mark(0, 8, strong=True),))
    assert write(read(block).texts()[2]) == "**源内(げんない)**の箱"
