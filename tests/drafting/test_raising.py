"""What stands alone over a list is the message of its slide."""

import pytest

from shiryo import article
from shiryo.drafting import cards, draft
from shiryo.drafting.plan.raising import raised
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model

RULE = """# 館の決まり

## 第1条　持ち込めない物

1. 館に持ち込めない物は、次のとおりとする。
    1. 蓋のない飲み物
    2. 大きな楽器
    3. 動物（補助犬を除く。）

## 第2条　開館時間

1. 館は、朝の九時に開き、夜の十時に閉じる。ただし、月の終わりの日は夕方の五時に閉じる。
2. 館は、正月の三日間、休む。
3. 館は、嵐が来るおそれがあるとき、休むことがある。
"""


def test_the_one_item_over_a_list_is_the_message_and_the_list_counts() -> None:
    read, _ = article.read(RULE.encode(), "a.md")
    outline, _ = draft(read, "a.md")
    assert edited(outline, read) == []
    shown, printed = outline.sections[0].blocks
    assert isinstance(shown, model.BulletsBlock)
    assert shown.message == "館に持ち込めない物は、次のとおりとする"
    assert (shown.start, shown.only, printed.only) == (1, "deck", "handout")
    said = ["蓋のない飲み物", "大きな楽器", "動物（補助犬を除く。）"]
    assert [item.text for item in shown.bullets] == said


def _over(*below: str, over: str = "持ち物", **more: object) -> model.Section:
    items = tuple(model.Item(text=text) for text in below)
    block = model.BulletsBlock(bullets=(model.Item(text=over, items=items),), only="deck")
    made = model.Section(id="a", title="遠足", blocks=(block,))
    return made.model_copy(update=more)


@pytest.mark.parametrize(
    "kept",
    [
        _over("水筒", "帽子"),
        _over("水筒", "帽子", "弁当", message="遠足は海へ行く"),
        _over("水筒", "帽子", "弁当", over="https://a.example/ensoku"),
        _over("水筒", "帽子", "弁当", only="handout"),
    ],
)
def test_what_has_a_message_or_is_no_list_stays(kept: model.Section) -> None:
    assert [*raised([kept])] == [kept]


def test_a_list_whose_numbers_do_not_count_keeps_them_in_its_words() -> None:
    (made,) = raised([_over("1. 水筒", "帽子", "2. 弁当")])
    (block,) = made.blocks
    assert isinstance(block, model.BulletsBlock)
    assert (block.start, [i.text for i in block.bullets]) == (0, ["1. 水筒", "帽子", "2. 弁当"])


def test_a_card_says_what_is_over_a_list_too() -> None:
    (made,) = raised([_over("水筒", "帽子", "弁当")])
    assert [item.text for item in cards.said(made)] == ["持ち物", "水筒", "帽子", "弁当"]
