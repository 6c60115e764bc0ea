import pytest

from shiryo.drafting.plan.sharing import gathered
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


ROOM = "市は館を夜の十時まで開け、仕事の帰りに寄る人が本を借りられるように職員を二人ふやす"
FULL = below("a-3", "西の館", "西の館を建て替える", *(f"{n}番目に{ROOM}" for n in range(1, 6)))
LISTED: dict[str, object] = {
    "id": "a-4",
    "title": "南の館",
    "message": "南の館は三つを変える",
    "blocks": [{"bullets": [{"text": "開館を早める"}, {"text": "席をふやす"}], "start": 1}],
}


def shown(sections: tuple[model.Section, ...]) -> list[tuple[str, list[str]]]:
    """Return the title of each slide, and of its cards."""
    return [
        (s.title, [i.title for b in s.blocks for i in getattr(b, "bullets", ()) if i.title])
        for s in sections
        if s.only != "handout"
    ]


def test_sections_with_more_to_say_keep_their_slides() -> None:
    heads = {**HEADS, "a-3": "L9", "a-4": "L12"}
    for kept in (section(FULL, LISTED), section(FULL, STATION), section(LISTED, FULL)):
        assert gathered(kept.sections, heads) == kept.sections


def test_slight_sections_among_others_share_a_slide_that_names_them() -> None:
    made = gathered(section(FULL, STATION, EAST).sections, {**HEADS, "a-3": "L9"})
    assert shown(made) == [("西の館", []), ("駅前の館、東の館", ["駅前の館", "東の館"])]
    assert [(s.title, s.only) for s in made] == [
        ("西の館", None),
        ("駅前の館、東の館", "deck"),
        ("駅前の館", "handout"),
        ("東の館", "handout"),
    ]


LONG = ("駅の南口を出て左にある中央図書館の分館", "市役所の前の広場に面した児童図書館の本館")


def test_sections_of_long_names_share_a_slide_only_below_a_title() -> None:
    parts = [below(f"a-{n}", name, f"館{n}を夜も開ける") for n, name in enumerate(LONG, 1)]
    heads = {**HEADS, "a-3": "L9"}
    alone = gathered(section(*parts, FULL).sections, heads)
    assert [title for title, _ in shown(alone)] == [*LONG, "西の館"]
    (made,) = gathered([section(FULL, *parts)], heads)
    assert shown(made.sections) == [("西の館", []), ("館ごとの対策", list(LONG))]


ASKED = ("何時まで開いていますか？", "休みはいつですか？", "だれでも借りられますか？")


@pytest.mark.parametrize(
    ("title", "named"), [("図書館のFAQ", "よくある質問"), ("図書館", "よくある質問")]
)
def test_short_answers_stand_together(title: str, named: str) -> None:
    parts = [below(f"a-{n}", name, f"答え{n}は短い") for n, name in enumerate(ASKED, 1)]
    heads = {f"a-{n}": f"L{n}" for n in range(1, 5)}
    listed = {**LISTED, "title": "本はどこに返しますか？"}
    made = gathered(section(parts[0], listed, *parts[1:]).sections, heads, title)
    assert shown(made) == [(named, list(ASKED)), ("本はどこに返しますか？", [])]
    assert [s.id for s in made if s.only != "deck"] == ["a-1", "a-4", "a-2", "a-3"]


def test_no_two_slides_of_answers_are_sections_of_one_title() -> None:
    rows = [
        {
            "id": f"a-{n}",
            "title": f"{'春夏秋冬朝'[n]}は開きますか？",
            "message": f"{n}時に開く",
            "blocks": [PROSE],
        }
        for n in range(5)
    ]
    quoted = {"quote": {"text": "本は人をつくる"}}
    big = {
        "id": "b",
        "title": "館は何を目指しますか？",
        "message": "町の机になる",
        "blocks": [quoted],
    }
    short = [
        below(
            f"c-{n}", f"{'東西'[n]}の館は町のどの通りのどのあたりにありますか？", ROOM * 2, ROOM * 2
        )
        for n in (0, 1)
    ]
    heads = {**{f"a-{n}": f"L{n + 1}" for n in range(5)}, "b": "L9", "c-0": "L11", "c-1": "L13"}
    made = gathered(section(*rows, big, *short).sections, heads, "図書館のFAQ")
    assert [title for title, _ in shown(made)].count("よくある質問") == 1


def test_no_more_stands_on_a_slide_than_it_holds() -> None:
    ids = [f"a-{n}" for n in range(1, 7)]
    heads = {id_: f"L{n}" for n, id_ in enumerate(ids, 1)}
    parts = [below(id_, f"館{id_}", f"{id_}を直す") for id_ in ids]
    assert [len(cards) for _, cards in shown(gathered(section(*parts).sections, heads))] == [3, 3]
    wordy = [below(id_, f"館{id_}", ROOM, ROOM) for id_ in ids[:4]]
    made = gathered(section(*wordy).sections, heads)
    assert [len(cards) for _, cards in shown(made)] == [2, 2]


def test_two_sections_share_a_slide_of_a_dozen_lines() -> None:
    heads = {**HEADS, "a-3": "L9"}
    long = ROOM + ROOM[:9]
    east = below("a-2", "東の館", long, long)
    for lines, count in ((3, 1), (4, 2)):
        parts = section(east, below("a-3", "西の館", *[long] * lines))
        assert len(shown(gathered((*parts.sections, section(FULL)), heads))) == count + 1


def test_what_is_slight_opens_on_the_slide_of_the_section_above() -> None:
    own: dict[str, object] = {"bullets": [{"text": "市は4館を順に直す"}]}
    for blocks in ((), (own,)):
        (made,) = gathered([section(STATION, FULL, blocks=blocks)], {**HEADS, "a-3": "L9"})
        assert shown((made,)) == [("館ごとの対策", ["駅前の館"])]
        assert shown(made.sections) == [("西の館", [])]


def test_the_only_slight_section_is_told_above_unless_its_order_counts() -> None:
    heads = {**HEADS, "a-3": "L9", "a": "L1"}
    (made,) = gathered([section(FULL, EAST)], heads)
    assert [i.title for b in made.blocks for i in getattr(b, "bullets", ())] == ["東の館"]
    assert shown(made.sections) == [("西の館", [])]
    counted = below("a-2", "第2条 東の館", "東の館を土曜の夜も開ける")
    (kept,) = gathered([section(FULL, counted)], heads)
    assert [title for title, _ in shown(kept.sections)] == ["西の館", "第2条 東の館"]


def test_what_takes_up_another_title_is_not_told_before_it() -> None:
    heads = {**HEADS, "a-3": "L9", "a": "L1"}
    beyond = below("a-2", "西の館のほか", "ほかの館は夜は閉める")
    (kept,) = gathered([section(FULL, beyond)], heads)
    assert [title for title, _ in shown(kept.sections)] == ["西の館", "西の館のほか"]


def test_no_section_stands_on_the_slide_of_another_of_its_rank() -> None:
    heads = {**HEADS, "a-3": "L9", "a-4": "L12"}
    for parts in ((FULL, LISTED, EAST), (EAST, LISTED, FULL)):
        made = gathered(section(*parts).sections, heads)
        assert shown(made) == [(str(part["title"]), []) for part in parts]


def test_what_closes_a_topic_stands_on_its_slide() -> None:
    heads = {**HEADS, "a-3": "L9", "a-4": "L12"}
    (made,) = gathered([section(FULL, LISTED, {**EAST, "title": "注意事項"})], heads)
    assert shown(made.sections) == [("西の館", []), ("南の館", ["注意事項"])]
    own, card = made.sections[1].blocks
    assert isinstance(own, model.BulletsBlock)
    assert own.start == 1
    assert card.only == "deck"


def test_the_conclusion_of_a_topic_without_room_is_its_message() -> None:
    long = {"bullets": [{"text": f"{n}番目に{ROOM}"} for n in range(1, 7)], "start": 1}
    topic = {"id": "a-3", "title": "夜の開館", "blocks": [long]}
    end = {**EAST, "title": "結論", "from": ["L7"]}
    (made,) = gathered([section(FULL | {"id": "a-5"}, topic, end)], {**HEADS, "a-3": "L9"})
    (_, host, closing) = made.sections
    assert (host.message, host.from_) == ("東の館を土曜の夜も開ける", ("L7",))
    assert closing.only == "handout"


def test_a_deck_of_one_slide_is_none() -> None:
    few = section(STATION, EAST).sections
    assert gathered(few, HEADS) == few


def test_a_list_of_the_author_stands_whole_below_its_heading() -> None:
    items = [
        {"text": "開館は9時", "full": "開館は午前9時からです"},
        {"title": "休み", "text": "月曜"},
    ]
    listed = {"id": "a-2", "title": "時間", "blocks": [{"bullets": items}]}
    (cards,) = gathered([section(STATION, listed)], HEADS)[0].blocks
    assert isinstance(cards, model.BulletsBlock)
    last = cards.bullets[-1]
    assert (last.title, last.text, last.from_) == ("時間", "", ("L6",))
    assert [(i.title, i.text, i.full) for i in last.items] == [
        ("", "開館は9時", ""),
        ("休み", "月曜", ""),
    ]


def test_what_stands_below_the_only_item_of_a_card_stays_there() -> None:
    nested = {"bullets": [{"text": "開館は9時", "items": [{"text": "冬は10時"}]}]}
    parts = ({"id": f"a-{n}", "title": f"館{n}", "blocks": [nested]} for n in (1, 2))
    (cards,) = gathered([section(*parts)], HEADS)[0].blocks
    assert isinstance(cards, model.BulletsBlock)
    assert [(i.text, [j.text for j in i.items]) for i in cards.bullets] == [
        ("開館は9時", ["冬は10時"]),
        ("開館は9時", ["冬は10時"]),
    ]


def test_an_article_of_four_slight_sections_is_two_slides() -> None:
    parts = [
        below(f"a-{n}", f"{n}番の館", f"{n}番の館を夜も開ける", "職員をふやす") for n in "1234"
    ]
    made = gathered([model.Section.model_validate(part) for part in parts], {})
    assert [(s.title, s.only) for s in made if s.only == "deck"] == [
        ("1番の館、2番の館", "deck"),
        ("3番の館、4番の館", "deck"),
    ]


def test_what_was_decided_is_what_its_topic_claims() -> None:
    decided = below("a-5", "結論", "東の館を七月から夜も開ける")
    said = {"bullets": [{"title": "西", "text": "職員を二人ふやす"}], "only": "deck"}
    (made,) = gathered([section(decided, blocks=(said,))], {"a-5": "L9"})
    assert made.message == "東の館を七月から夜も開ける"
    assert [s.only for s in made.sections] == ["handout"]


SIDES = {"a-6": "L20", "a-7": "L30"}


def test_two_sides_of_a_matter_stand_side_by_side() -> None:
    said = [f"{n}番目に{ROOM}" for n in "123"]
    indoors = below("a-6", "屋内で開くとき", *said)
    (made,) = gathered([section(indoors, below("a-7", "屋外で開くとき", *said))], HEADS | SIDES)
    (block,) = made.blocks
    assert isinstance(block, model.CompareBlock)
    columns = block.compare.columns
    assert [(c.title, len(c.items), c.from_) for c in columns] == [
        ("屋内で開くとき", 3, ("L20",)),
        ("屋外で開くとき", 3, ("L30",)),
    ]
    assert [s.only for s in made.sections] == ["handout", "handout"]


def test_two_of_several_places_are_no_sides() -> None:
    places = [below(f"b-{n}", f"{where}の館", ROOM, ROOM) for n, where in enumerate("東西南北")]
    made = gathered([section(*places)], {f"b-{n}": f"L{n + 1}" for n in range(4)})
    blocks = [b for s in made for one in (s, *s.sections) for b in one.blocks]
    assert not any(isinstance(b, model.CompareBlock) for b in blocks)


def test_no_more_than_two_rules_share_a_slide_where_one_counts_its_paragraphs() -> None:
    rules = [
        {
            "id": f"a-{n}",
            "title": f"第{n}条 {'春夏秋'[n - 1]}の会",
            "blocks": [{"bullets": [{"text": f"{t}館を開ける"} for t in "東西"], "start": 1}],
        }
        for n in (1, 2, 3)
    ]
    heads = {f"a-{n}": f"L{3 * n}" for n in (1, 2, 3)}
    counts = [len(named) for _, named in shown(gathered(section(FULL, *rules).sections, heads))]
    assert max(counts) == 2


def test_all_that_lies_below_a_section_is_told_on_its_slide() -> None:
    led = {**EAST, "id": "a-9", "title": "夜の館", "sections": [STATION]}
    heads = {**HEADS, "a-3": "L9", "a-9": "L12"}
    (made,) = gathered([section(FULL, led)], heads)
    assert shown(made.sections)[-1] == ("夜の館", ["駅前の館"])
    assert [s.only for s in made.sections[-1].sections] == ["handout"]


def test_what_is_too_much_for_the_slide_above_keeps_its_own() -> None:
    led = {**EAST, "id": "a-9", "title": "夜の館", "sections": [FULL]}
    (made,) = gathered([section(EAST, led)], {**HEADS, "a-3": "L9", "a-9": "L12"})
    assert [s.only for s in made.sections[-1].sections] == [None]


@pytest.mark.parametrize(
    ("other", "slides"), [("閉架書庫の図書", 3), ("西の館", 2)], ids=["unlike", "of one kind"]
)
def test_what_only_stands_beside_something_unlike_it_has_its_own_slide(
    other: str, slides: int
) -> None:
    heads = {**HEADS, "a-4": "L9"}
    full = below("a-4", other, *(f"{n}番目に席をふやす" for n in range(3)))
    parts = section(below("a-2", "東の館", "夜も開ける", "職員をふやす"), full, FULL).sections
    assert len(shown(gathered(parts, heads))) == slides


def test_a_single_line_shares_the_slide_of_whatever_stands_beside_it() -> None:
    heads = {**HEADS, "a-4": "L9"}
    full = below("a-4", "閉架書庫の図書", *(f"{n}番目に席をふやす" for n in range(3)))
    parts = section(below("a-2", "東の館", "夜も開ける"), full, FULL).sections
    assert len(shown(gathered(parts, heads))) == 2


def test_just_two_cases_below_a_heading_stand_side_by_side() -> None:
    rain = below("a-1", "雨が降った場合", "体育館に集まる", "名札を受け取る")
    fine = below("a-2", "晴れた場合", "校庭に集まる", "旗の前に並ぶ")
    (made,) = gathered([section(rain, fine)], HEADS)
    (compare,) = made.blocks
    assert isinstance(compare, model.CompareBlock)
    assert [column.title for column in compare.compare.columns] == ["雨が降った場合", "晴れた場合"]
    snow = below("a-3", "雪が積もった場合", "家で待つ")
    (made,) = gathered([section(rain, fine, snow)], {**HEADS, "a-3": "L9"})
    assert not any(isinstance(block, model.CompareBlock) for block in made.blocks)
