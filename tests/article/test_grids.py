"""Tables drawn with signs in plain text."""

import pytest

from shiryo.article.structure.lines import split
from shiryo.article.structure.recognise import structure

CELLS = (("区分", "件数", "増減"), ("東部", "120", "+5"), ("西部", "98", "-3"))


@pytest.mark.parametrize(
    "table",
    [
        "区分\t件数\t増減\n東部\t120\t+5\n西部\t98\t-3",
        "| 区分 | 件数 | 増減 |\n|---|---|---|\n| 東部 | 120 | +5 |\n| 西部 | 98 | -3 |",
        "区分｜件数｜増減\n東部｜120｜+5\n西部｜98｜-3",
        "区分　　件数　　増減\n東部　　120　　　+5\n西部　　98　　　　-3",
        "区分    件数  増減\n東部     120    +5\n西部      98    -3",
        "┌──┬──┬──┐\n│区分│件数│増減│\n├──┼──┼──┤\n│東部│120 │+5│\n│西部│98  │-3│\n└──┴──┴──┘",
        "+----+----+----+\n|区分|件数|増減|\n+----+----+----+\n|東部|120|+5|\n|西部|98|-3|\n+----+----+----+",
        "区分 │ 件数 │ 増減\n─────┼─────┼─────\n東部 │ 120 │ +5\n西部 │ 98 │ -3",
    ],
)
def test_a_drawn_table_is_one_table_with_its_cells(table: str) -> None:
    text = f"件数は次のとおりである。\n{table}\n増えたのは東部である。"
    tables = [block for block in structure(split(text)).blocks if block.kind == "table"]
    assert [block.cells for block in tables] == [CELLS]
    assert (tables[0].first, tables[0].last) == (2, len(split(text)) - 1)


@pytest.mark.parametrize(
    "text",
    [
        "市は窓口を改める。　費用は来年度の予算に入れる。\n利用者は増えた。　職員も増やす。",
        "日時　10月5日\n場所　中央公園",
        "東京|大阪",
        "みどり市役所　土木課　道路係\n北区本町二丁目3番4号　本庁舎　三階",
        "みどり市役所　土木課　道路係\n〒000-0000　北区本町　本庁舎\n受付　平日　朝から",
        "市は窓口を改める。\n\n----\n\n費用は来年度の予算に入れる。",
    ],
)
def test_spaces_and_rules_alone_draw_no_table(text: str) -> None:
    assert "table" not in [block.kind for block in structure(split(text)).blocks]


def test_shops_with_their_addresses_are_a_table() -> None:
    text = "店名　住所　休み\n松屋　本町一丁目3番　月曜\n竹屋　本町二丁目5番　火曜"
    (table,) = structure(split(text)).blocks
    assert (table.kind, len(table.cells)) == ("table", 3)
