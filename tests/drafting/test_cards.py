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
