from shiryo.drafting.cards import gathered
from shiryo.outline import model

PROSE = {"text": ["駅前の館は22時まで開いています。"], "only": "handout"}


def below(id_: str, title: str, *said: str) -> dict[str, object]:
    message, *others = said
    bullets = [{"bullets": [{"text": t} for t in others], "only": "deck"}] if others else []
    return {"id": id_, "title": title, "message": message, "blocks": [*bullets, PROSE]}


def section(*parts: dict[str, object], blocks: tuple[dict[str, object], ...] = ()) -> model.Section:
    return model.Section.model_validate(
        {"id": "a", "title": "館ごとの対策", "blocks": blocks, "sections": parts}
    )


STATION = below("a-1", "駅前の館", "駅前の館を22時まで開ける", "職員を2人ふやす")
EAST = below("a-2", "東の館", "東の館を土曜の夜も開ける")

HEADS = {"a-1": "L3", "a-2": "L6"}


def test_slight_sections_become_the_cards_of_one_slide() -> None:
    (made,) = gathered([section(STATION, EAST)], HEADS)
    (cards,) = made.blocks
    assert isinstance(cards, model.BulletsBlock)
    assert cards.only == "deck"
    assert [(i.title, i.text, [j.text for j in i.items]) for i in cards.bullets] == [
        ("駅前の館", "駅前の館を22時まで開ける", ["職員を2人ふやす"]),
        ("東の館", "東の館を土曜の夜も開ける", []),
    ]


def test_the_handout_keeps_them_as_sections_with_their_text() -> None:
    (made,) = gathered([section(STATION, EAST)], HEADS)
    assert [(s.title, s.only) for s in made.sections] == [
        ("駅前の館", "handout"),
        ("東の館", "handout"),
    ]
    assert all(isinstance(s.blocks[-1], model.TextBlock) for s in made.sections)


def test_sections_with_more_to_say_keep_their_slides() -> None:
    full = below(
        "a-3", "西の館", "西の館を建て替える", "費用は3億円", "完成は2027年", "本は2割ふえる"
    )
    listed = {
        "id": "a-4",
        "title": "南の館",
        "message": "南の館は三つを変える",
        "blocks": [{"bullets": [{"text": "開館を早める"}, {"text": "席をふやす"}]}],
    }
    own = {"bullets": [{"text": "市は4館を順に直す"}], "only": "deck"}
    for kept in (
        section(STATION),
        section(STATION, full),
        section(STATION, listed),
        section(STATION, EAST, blocks=(own,)),
        section(*(below(f"a-{n}", f"館{n}", f"館{n}を直す") for n in range(5))),
    ):
        assert gathered([kept], HEADS) == (kept,)
