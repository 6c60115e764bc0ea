from shiryo.drafting.plan.length import fitted, left_out
from shiryo.outline import model

BULLETS = ({"text": "利用者は10年で3割減った"}, {"text": "職員の数は変わっていない"})


def section(
    id_: str, title: str, message: str = "", *below: dict[str, object]
) -> dict[str, object]:
    text = {"text": [f"{message}ことが分かりました。"]}
    blocks = [{"bullets": list(BULLETS), "only": "deck"}, text]
    return {"id": id_, "title": title, "message": message, "blocks": blocks, "sections": below}


def outline(*sections: dict[str, object]) -> model.Outline:
    return model.Outline.model_validate({"shiryo": 1, "title": "題", "sections": sections})


FOUR = outline(
    section("a", "現状", "図書館の利用者が減っている"),
    section(
        "b",
        "対策",
        "市は図書館の夜間の開館を増やす",
        section("b1", "駅前の館", "駅前の図書館を22時まで開ける"),
        section("b2", "東の館", "東の図書館を土曜の夜も開ける"),
    ),
).sections


def test_a_draft_that_fits_stays_as_it_is() -> None:
    assert fitted(FOUR, 4, {}) == FOUR


def test_what_lies_below_is_told_on_the_slide_above() -> None:
    made = fitted(FOUR, 2, {})
    told = made[1].blocks[-1]
    assert isinstance(told, model.BulletsBlock)
    assert [(i.title, i.text) for i in told.bullets] == [
        ("駅前の館", "駅前の図書館を22時まで開ける"),
        ("東の館", "東の図書館を土曜の夜も開ける"),
    ]
    assert list(left_out(FOUR, made)) == []


def test_the_handout_loses_no_prose() -> None:
    def prose(sections: tuple[model.Section, ...]) -> list[str]:
        return [
            t.text
            for s in sections
            for b in s.blocks
            if isinstance(b, model.TextBlock) and b.only != "deck"
            for t in b.text
        ] + [t for s in sections for t in prose(s.sections)]

    assert sorted(prose(fitted(FOUR, 1, {}))) == sorted(prose(FOUR))


def test_one_section_always_stays() -> None:
    assert any(s.only is None for s in fitted(FOUR, 1, {}))
