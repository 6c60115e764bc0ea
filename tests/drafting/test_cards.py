import pytest

from shiryo.drafting import cards
from shiryo.outline import model

SAID = (
    "図書館の予算は増えている",
    "本を買う費用は半分に減った",
    "司書の数も減った",
    "建物が古くなった",
    "閉まる日が増えた",
    "読む人は減らない",
    "町は春に調べる",
    "会議は秋に開く",
)


def made(message: str) -> model.Item:
    items = tuple(model.Item(text=text) for text in SAID)
    block = model.BulletsBlock(bullets=items)
    section = model.Section(id="a", title="予算", message=message, blocks=(block,))
    return cards.card(section, {"a": "L1"})


def test_the_first_item_of_a_list_does_not_speak_for_it() -> None:
    card = made("")
    assert (card.title, card.text) == ("予算", "")
    assert 2 < len(card.items) < len(SAID)
    assert [item.text for item in card.items] == list(SAID[: len(card.items)])


def test_a_message_speaks_for_a_list_that_is_too_long() -> None:
    card = made("図書館は苦しい")
    assert (card.title, card.text, card.items) == ("予算", "図書館は苦しい", ())


def test_what_says_the_heading_again_is_left_to_it() -> None:
    block = model.BulletsBlock(bullets=(model.Item(text=SAID[0]),))
    said = "橋は夜も開いていると定める"
    more = {"id": "a", "message": said, "blocks": (block,)}
    again = cards.card(model.Section(title="第2条 橋は夜も開いていると定める", **more), {})
    assert (again.text, [item.text for item in again.items]) == ("", [SAID[0]])
    other = cards.card(model.Section(title="第2条 橋の夜", **more), {})
    assert other.text == said
    alone = cards.card(model.Section(id="a", title=said, message=said), {})
    assert alone.text == said


def test_a_card_that_a_section_has_alone_stands_with_those_below_it() -> None:
    led = model.BulletsBlock(bullets=(model.Item(title="目標", text=SAID[0]),), only="deck")
    below = tuple(
        model.Section(id=f"b-{n}", title=f"{'春夏'[n]}の会", message=SAID[n + 6]) for n in (0, 1)
    )
    section = model.Section(id="a", title="予算", blocks=(led,), sections=below)
    (block,) = cards.told(section, {"b-0": "L3", "b-1": "L5"}).blocks
    assert isinstance(block, model.BulletsBlock)
    assert [item.title for item in block.bullets] == ["目標", "春の会", "夏の会"]


def test_a_title_names_three_sections_only_if_they_are_short() -> None:
    short, long = (
        ("時期", "費用", "窓口"),
        ("駅前の図書館の分館", "市役所の前の本館", "川沿いの児童図書館の別館"),
    )
    assert cards.called(short) == "時期、費用、窓口"
    assert cards.called(long) == ""
    assert cards.called(long, "館ごとの対策") == "館ごとの対策"


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        (("第3条　開館する日と時間", "第4条　休館日"), "第3条　開館する日と時間、第4条　休館日"),
        (
            ("第3条 本を借りることのできる期間と冊数", "第4条 本を返すことのできる窓口と時間"),
            "第3条、第4条",
        ),
        (
            ("第十条 貸出しの期間", "第十一条 返却の方法と窓口", "第十二条の二 延滞したとき"),
            "第十条〜第十二条の二",
        ),
        (("第3条 本を借りることのできる期間と冊数", "本を返すことのできる窓口と時間、方法"), ""),
    ],
)
def test_rules_that_share_a_slide_go_by_their_numbers(titles: tuple[str, ...], said: str) -> None:
    assert cards.called(titles) == said


def _ruled(title: str) -> model.Section:
    listed = model.BulletsBlock(bullets=tuple(model.Item(text=t) for t in SAID[:2]), start=1)
    return model.Section(id="a", title=title, blocks=(listed,))


def test_a_card_counts_the_paragraphs_of_a_rule() -> None:
    rule = _ruled("第7条　貸出し")
    assert cards.is_card(rule)
    card = cards.card(rule, {"a": "L3"})
    assert [item.text for item in card.items] == [f"1. {SAID[0]}", f"2. {SAID[1]}"]


def test_a_list_that_counts_is_no_card_elsewhere() -> None:
    assert not cards.is_card(_ruled("貸出しの手順"))


@pytest.mark.parametrize(
    ("texts", "slight"),
    [
        (("よかった", "とてもよかった", "ふつうだった", "よかった"), True),
        (SAID[:5], False),
        (("よい",) * 6, False),
    ],
)
def test_a_few_words_are_too_little_for_a_slide(texts: tuple[str, ...], *, slight: bool) -> None:
    listed = model.BulletsBlock(bullets=tuple(model.Item(text=t) for t in texts))
    assert cards.is_crumb(model.Section(id="a", title="感想", blocks=(listed,))) is slight
