"""Lists of fields as one table on the slide, and as the author's list in the handout."""

import pytest

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model


def drafted(text: str) -> model.Section:
    read, _ = article.read(
        f"# 祭り\n\n## 案内\n\n{text}\n\n## ほか\n\n雨は中止。\n".encode(), "a.md"
    )
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    return outline.sections[0]


def table(section: model.Section) -> list[tuple[str, ...]]:
    found = [b for b in section.blocks if isinstance(b, model.TableBlock)]
    return [row.cells for block in found for row in block.table.rows]


FIELDS = """\
- **日時**: 2025年8月2日（土）17:00～20:30
- **会場**: 港町第二公園
- **参加費**: 無料（申込制）
- **主催**: 港町商店会
- **協力**: 港町消防団
- **雨のとき**: 翌日に延期します。
"""


def test_six_fields_are_one_table_and_the_handout_has_the_list() -> None:
    section = drafted(FIELDS)
    assert table(section) == [
        ("**日時**", "2025年8月2日（土）17:00～20:30"),
        ("**会場**", "港町第二公園"),
        ("**参加費**", "無料（申込制）"),
        ("**主催**", "港町商店会"),
        ("**協力**", "港町消防団"),
        ("**雨のとき**", "翌日に延期"),
    ]
    shown = [b for b in section.blocks if isinstance(b, model.BulletsBlock)]
    assert {b.only for b in shown} == {"handout"}
    assert sum(len(b.bullets) for b in shown) == 6


@pytest.mark.parametrize(
    "text",
    [
        "- 早い: 朝の六時に届きます。\n- 安い: 値段が下がります。\n- 近い: 駅の前にあります。",
        "1. 受付: 東の門\n2. 検査: 西の棟\n3. 会計: 南の窓口",
        "- 山田: 賛成\n- 川本: 反対\n- 山田: 保留",
        "- 日時: 八月二日\n- 会場: 公園",
    ],
    ids=["told", "numbered", "speakers", "two"],
)
def test_what_is_no_row_of_fields_stays_a_list(text: str) -> None:
    assert table(drafted(text)) == []


def test_the_fields_of_several_sections_are_one_table_of_them_all() -> None:
    parts = "\n\n".join(
        f"### {name}\n\n- 定員: {size}名\n- 場所: {place}\n- 料金: {price}円"
        for name, size, place, price in (("朝の部", 20, "東館", 300), ("夜の部", 40, "西館", 500))
    )
    section = drafted(parts)
    found = [b for b in section.blocks if isinstance(b, model.TableBlock)]
    assert [b.table.columns for b in found] == [("区分", "定員", "場所", "料金")]
    assert table(section) == [
        ("朝の部", "20名", "東館", "300円"),
        ("夜の部", "40名", "西館", "500円"),
    ]


def test_three_terms_that_sentences_define_are_one_table() -> None:
    section = drafted(
        "祭りの言葉は町の外では通じません。宵宮とは、祭りの前の晩の行事を指します。"
        "当屋とは、祭りを取り仕切る一軒の家を指します。直会とは、供え物を皆で食べる席を指します。"
    )
    assert table(section) == [
        ("宵宮", "祭りの前の晩の行事"),
        ("当屋", "祭りを取り仕切る一軒の家"),
        ("直会", "供え物を皆で食べる席"),
    ]
    assert section.message == "祭りの言葉は町の外では通じない"


BELOW = "\n".join(
    f"- {name}\n  - {said}"
    for name, said in {
        "対象": "港町に住む人",
        "期間": "2025年8月1日から10日まで",
        "費用": "無料",
        "持ち物": "水筒と帽子を持ってきます。\n  - 詳細は[こちら](https://a.example/1)",
        "受付": "インターネット（電話も）: 前日まで\n  - 窓口: 当日の朝まで",
        "定員": "三十人",
    }.items()
)


def test_many_names_with_what_they_are_below_them_are_one_table() -> None:
    section = drafted(BELOW)
    assert table(section) == [
        ("対象", "港町に住む人"),
        ("期間", "2025年8月1日から10日まで"),
        ("費用", "無料"),
        ("持ち物", "水筒と帽子を持ってくる"),
        ("受付", "インターネット（電話も）: 前日まで\n窓口: 当日の朝まで"),
        ("定員", "三十人"),
    ]
    printed = [b for b in section.blocks if isinstance(b, model.BulletsBlock)]
    assert {b.only for b in printed} == {"handout"}
    assert sum(len(b.bullets) for b in printed) == 6


def test_three_names_are_a_table_where_each_says_one_thing() -> None:
    assert table(drafted("\n".join(BELOW.split("\n")[:6]))) == [
        ("対象", "港町に住む人"),
        ("期間", "2025年8月1日から10日まで"),
        ("費用", "無料"),
    ]


FEW = (
    "- 川辺の屋台\n  - 屋台を二十軒出す\n  - 子どもは半額にする\n- 神社の庭\n  - 花火を千発上げる\n"
)


def test_a_few_names_that_say_more_are_cards() -> None:
    section = drafted(FEW)
    assert not table(section)
    shown, printed = (b for b in section.blocks if isinstance(b, model.BulletsBlock))
    assert [(i.title, i.text, [j.text for j in i.items]) for i in shown.bullets] == [
        ("川辺の屋台", "", ["屋台を二十軒出す", "子どもは半額にする"]),
        ("神社の庭", "花火を千発上げる", []),
    ]
    assert shown.bullets[1].from_ == ("L8", "L9")
    assert [i.text for i in printed.bullets] == ["川辺の屋台", "神社の庭"]
    assert (shown.only, printed.only) == ("deck", "handout")


@pytest.mark.parametrize(
    "listed",
    [
        FEW.replace("川辺の屋台", "川辺に出す"),
        FEW.replace("川辺の屋台", "[川辺の屋台](https://a.example/1)"),
        FEW.replace("- 川", "1. 川").replace("- 神", "2. 神"),
        FEW.replace("  - 花火", "  - 川で\n    - 花火"),
        FEW.replace("花火を千発", "花火を" + "港の方から山の方へ向けて" * 20),
    ],
)
def test_what_is_no_name_or_says_too_much_is_no_card(listed: str) -> None:
    lists = [b for b in drafted(listed).blocks if isinstance(b, model.BulletsBlock)]
    assert not any(item.title for block in lists for item in block.bullets)
