from shiryo.drafting.plan.sharing import gathered
from shiryo.outline import model

QUOTE = {"quote": {"text": "橋は町の宝である"}}
HEADS = {"a": "L1", "b": "L5", "c": "L9"}


def section(id_: str, title: str, *said: str, **more: object) -> model.Section:
    message, *others = said
    bullets = [{"bullets": [{"text": t} for t in others], "only": "deck"}] if others else []
    quote = [QUOTE] if more else []
    return model.Section.model_validate(
        {"id": id_, "title": title, "message": message, "blocks": [*bullets, *quote]}
    )


def made(*points: str) -> tuple[model.Section, ...]:
    return gathered(
        (
            section("a", "時期", "橋は春に開く"),
            section("b", "声", "橋を残す", *points, quote=True),
            section("c", "費用", *(f"費用の{n}番目は、町と県とが半分ずつ出す" for n in range(9))),
        ),
        HEADS,
    )


def test_what_stands_before_a_quotation_shares_the_slide_of_a_slight_neighbour() -> None:
    shared, time, voice, _ = made("町の人は橋を宝と呼ぶ")
    (cards,) = shared.blocks
    assert isinstance(cards, model.BulletsBlock)
    assert (shared.title, shared.only, time.only) == ("時期、声", "deck", "handout")
    assert [(i.title, i.text, i.items) for i in cards.bullets] == [
        ("時期", "橋は春に開く", ()),
        ("声", "橋を残す", ()),
    ]
    (rest,) = shared.sections
    (quote,) = rest.blocks
    assert (rest.title, rest.only, rest.message) == ("声", "deck", "")
    assert quote.message == "町の人は橋を宝と呼ぶ"
    assert (voice.title, voice.only, voice.message) == ("声", "handout", "橋を残す")
    assert [b.only for b in voice.blocks] == [None]


def test_a_message_over_a_quotation_stays_with_it() -> None:
    assert [s.title for s in made() if s.only != "handout"] == ["時期", "声", "費用"]
