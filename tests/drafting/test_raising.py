"""What stands alone over a list is the message of its slide."""

import pytest

from shiryo import article
from shiryo.drafting import cards, draft
from shiryo.drafting.plan.raising import raised
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model

RULE = """# 館の決まり

## 第1条　荷物

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


def _lists(*sizes: int, line: int = 2) -> model.Section:
    lists = [[f"第{n}の棚の札" for n in range(size)] for size in sizes]
    blocks = tuple(
        model.BulletsBlock(
            bullets=tuple(model.Item(text=text, from_=(f"L{10 * at + line}",)) for text in texts)
        )
        for at, texts in enumerate(lists)
    )
    more = {"message": "棚は増えた", "from_": ("L1",), "blocks": blocks}
    return model.Section(id="a", title="棚").model_copy(update=more)


def test_what_a_section_claims_is_not_said_again_over_a_list_that_it_is_not_of() -> None:
    (made,) = raised([_lists(3, 8, 8)])
    assert [block.message for block in made.blocks] == [None, "", ""]


def test_what_a_section_claims_right_over_a_list_is_said_over_it() -> None:
    first, second = _lists(3, 8).blocks
    made = _lists(3, 8).model_copy(update={"from_": ("L11",)})
    (told,) = raised([made])
    assert [block.message for block in told.blocks] == [first.message, second.message] == [None] * 2


def test_what_stands_over_a_list_that_takes_a_slide_is_its_message() -> None:
    above = _lists(9).blocks
    below = _over("水筒", "帽子", "弁当", over="遠足には、次の物を持って行く").blocks
    made = _lists(9).model_copy(update={"blocks": (*above, *below)})
    (told,) = raised([made])
    assert [block.message for block in told.blocks] == [None, "遠足には、次の物を持って行く"]


@pytest.mark.parametrize("lead", ["以下に主なものを挙げる", "遠足の持ち物は、次のとおりだ"])
def test_what_only_says_that_a_list_follows_is_not_said_over_it(lead: str) -> None:
    made = _over("水筒", "帽子", "弁当", over=lead).model_copy(update={"title": "遠足の持ち物"})
    (told,) = raised([made])
    (block,) = told.blocks
    assert isinstance(block, model.BulletsBlock)
    assert not block.message
    assert [item.text for item in block.bullets] == ["水筒", "帽子", "弁当"]


@pytest.mark.parametrize("start", [0, 1])
def test_a_rule_that_points_to_its_cases_is_said_over_them_and_the_next_one_after_them(
    start: int,
) -> None:
    rule = "館は、次に掲げる場合を除いて、名簿を人に渡さない"
    made = _over("法に定めがあるとき", "命が危ないとき", "本人が求めるとき", over=rule)
    (block,) = made.blocks
    assert isinstance(block, model.BulletsBlock)
    below = tuple(model.Item(text=f"{n}年が過ぎたもの") for n in (3, 5, 7))
    more = model.Item(text="名簿は、次のとき、係の者が二人で確かめて捨てる", items=below)
    listed = block.model_copy(update={"bullets": (*block.bullets, more), "start": start})
    (told,) = raised([made.model_copy(update={"blocks": (listed,)})])
    first, rest = told.blocks
    assert isinstance(first, model.BulletsBlock)
    assert isinstance(rest, model.BulletsBlock)
    assert (first.message, len(first.bullets)) == (rule, 3)
    assert (rest.message, rest.bullets, rest.start) == ("", (more,), start and start + 1)


def test_a_few_words_after_what_a_rule_points_to_share_its_slide_and_message() -> None:
    over = "館は、次に掲げる場合を除いて、名簿を人に渡さない"
    (block,) = _over("法に定めがあるとき", "命が危ないとき", "本人が求めるとき", over=over).blocks
    assert isinstance(block, model.BulletsBlock)
    more = model.Item(text="名簿は五年で捨てる")
    listed = block.model_copy(update={"bullets": (*block.bullets, more)})
    (told,) = raised([_over().model_copy(update={"blocks": (listed,)})])
    assert [made.message for made in told.blocks] == [over, None]
