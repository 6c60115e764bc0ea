from shiryo.article.model import Block, Kind
from shiryo.draft import lists
from shiryo.outline import model


def items(*texts: str, ordered: bool = False, **more: str) -> list[Block]:
    return [
        Block(Kind.ITEM, text, n, n, ordered=ordered, **more)  # type: ignore[arg-type]
        for n, text in enumerate(texts, 1)
    ]


def test_dated_items_are_a_timeline() -> None:
    found = lists.block(
        items("2023年4月 計画を公表", "2024年、工事を始めました。", "2025年10月に開館の予定です"),
        "",
    )
    assert isinstance(found, model.TimelineBlock)
    assert [(e.date, e.text) for e in found.timeline] == [
        ("2023年4月", "計画を公表"),
        ("2024年", "工事を始めた"),
        ("2025年10月", "開館の予定"),
    ]


def test_ordered_actions_are_steps() -> None:
    found = lists.block(
        items("書類を用意する", "窓口に提出する", "結果を受け取る", ordered=True), ""
    )
    assert isinstance(found, model.StepsBlock)


def test_a_ranking_is_no_process() -> None:
    found = lists.block(items("北山市", "南野市", "西川市", ordered=True), "人口の多い市")
    assert isinstance(found, model.BulletsBlock)


def test_items_below_stand_under_their_item() -> None:
    blocks = [
        Block(Kind.ITEM, "費用", 1, 1),
        Block(Kind.ITEM, "建設費", 2, 2, level=1),
        Block(Kind.ITEM, "人手", 3, 3),
    ]
    found = lists.block(blocks, "")
    assert isinstance(found, model.BulletsBlock)
    assert [(i.text, [j.text for j in i.items]) for i in found.bullets] == [
        ("費用", ["建設費"]),
        ("人手", []),
    ]


def test_one_bracket_names_the_vendor() -> None:
    blocks = [
        Block(Kind.ITEM, "検索に強い", 1, 1, label="ヨミル", detail="サクラ社"),
        Block(Kind.ITEM, "料金が安い", 2, 2, label="ブクロ", detail="南野社"),
    ]
    found = lists.block(blocks, "")
    assert isinstance(found, model.TableBlock)
    assert found.table.columns == ("名称", "提供元", "特徴")


def test_brackets_of_different_sorts_stay_notes() -> None:
    blocks = [
        Block(Kind.ITEM, "検索に強い", 1, 1, label="ヨミル", detail="サクラ社/日"),
        Block(Kind.ITEM, "料金が安い", 2, 2, label="ブクロ", detail="試験中"),
    ]
    found = lists.block(blocks, "")
    assert isinstance(found, model.BulletsBlock)
    assert [i.note for i in found.bullets] == ["サクラ社/日", "試験中"]
