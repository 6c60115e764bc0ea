"""Lists under labels of their own, as slides show them."""

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model


def drafted(text: str) -> model.Section:
    read, _ = article.read(
        f"# 町の店\n\n## 屋台\n\n{text}\n\n## 予定\n\n春に開く。\n".encode(), "a.md"
    )
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    return outline.sections[0]


def slides(section: model.Section) -> list[model.Block]:
    return [b for b in section.blocks if b.only != "handout" and not isinstance(b, model.TextBlock)]


def test_good_and_bad_sides_under_labels_are_compared() -> None:
    section = drafted(
        "利点:\n\n- 場所を選ばない。\n- 道具が少ない。\n\n困る点:\n\n- 雨に弱い。\n- 水が要る。"
    )
    (block,) = slides(section)
    assert section.message == ""
    assert isinstance(block, model.CompareBlock)
    assert [(c.title, [i.text for i in c.items]) for c in block.compare.columns] == [
        ("利点", ["場所を選ばない", "道具が少ない"]),
        ("困る点", ["雨に弱い", "水が要る"]),
    ]
    handout = [b for b in section.blocks if isinstance(b, model.BulletsBlock)]
    assert [[i.text for i in b.bullets] for b in handout] == [
        ["場所を選ばない", "道具が少ない"],
        ["雨に弱い", "水が要る"],
    ]


def test_what_says_how_many_must_be_met_heads_its_list() -> None:
    section = drafted(
        "次の1と2のどちらかに当たる店\n\n1. 町内で五年つづく店\n2. 祭りに出たことのある店\n\n"
        "- 休業中の店も出られます。\n- 年会費はありません。"
    )
    shown = [
        (item.text, [below.text for below in item.items])
        for block in slides(section)
        if isinstance(block, model.BulletsBlock)
        for item in block.bullets
    ]
    assert section.message == ""
    assert shown == [
        (
            "次の1と2のどちらかに当たる店",
            ["1. 町内で五年つづく店", "2. 祭りに出たことのある店"],
        ),
        ("休業中の店も出られる", []),
        ("年会費はない", []),
    ]


def test_a_sentence_with_a_colon_over_a_list_can_be_made_again() -> None:
    section = drafted(
        "売ってよい物の例は次のとおりです：\n\n- 焼いた魚\n- 煮た豆\n\n"
        "売れない物の例は次のとおりです：\n\n- 生の貝\n- 酒"
    )
    heads = [
        item.text
        for block in slides(section)
        if isinstance(block, model.BulletsBlock)
        for item in block.bullets
    ]
    assert "売れない物の例は次のとおり" in heads
