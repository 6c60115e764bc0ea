"""Rows of heads within a section, each with what stands under it."""

import pytest

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model, statements


def drafted(text: str) -> model.Section:
    read, _ = article.read(
        f"# 町の店\n\n## 屋台\n\n{text}\n\n## 予定\n\n秋には港の広場でも店を開く。\n".encode(),
        "a.md",
    )
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    return outline.sections[0]


def shown(section: model.Section) -> list[tuple[str, str]]:
    return [
        (statements.shown(item.title), item.text)
        for block in section.blocks
        if isinstance(block, model.BulletsBlock) and block.only != "handout"
        for item in block.bullets
    ]


def test_bold_lines_are_heads_and_none_is_the_message() -> None:
    section = drafted(
        "屋台を続けるこつはあります。\n\n**1. 朝に開く**\n魚が新しいうちに売れます。\n\n"
        "**2. 値段だけを書く**\n札には値段だけを書きます。\n\n"
        "**3. 月末に読む**\n帳簿を声に出して読みます。"
    )
    assert shown(section) == [
        ("1. 朝に開く", "魚が新しいうちに売れる"),
        ("2. 値段だけを書く", "札には値段だけを書く"),
        ("3. 月末に読む", "帳簿を声に出して読む"),
    ]
    said = " ".join(
        t.text for b in section.blocks if isinstance(b, model.TextBlock) for t in b.text
    )
    assert "帳簿を声に出して読みます。" in said


def test_bold_sentences_that_open_their_paragraphs_are_heads() -> None:
    section = drafted(
        "**挨拶をしましょう。** 初めての客には名前を名乗ります。\n\n"
        "**値引きは断りましょう。** 一人に引けば皆に引くことになります。"
    )
    assert shown(section) == [
        ("挨拶をしましょう", "初めての客には名前を名乗る"),
        ("値引きは断りましょう", "一人に引けば皆に引くことになる"),
    ]


def test_what_happened_and_what_came_of_it_stand_under_their_labels() -> None:
    section = drafted(
        "何が起きた：\n火事で棚が三つ燃えました。\n\n結果：\n店は二日のあいだ休みました。\n\n"
        "- 対処: 棚を鉄に替えた。\n- 決まり: 火は一人で見ない。"
    )
    lists = [b.only for b in section.blocks if isinstance(b, model.BulletsBlock)]
    assert lists == ["deck", "handout"]
    assert shown(section) == [
        ("何が起きた", "火事で棚が三つ燃えた"),
        ("結果", "店は二日のあいだ休んだ"),
        ("対処", "棚を鉄に替えた"),
        ("決まり", "火は一人で見ない"),
    ]


def test_brackets_are_heads_alone_and_before_their_text() -> None:
    section = drafted(
        "【手順1】\n\n布を二枚に切ります。\n\n【手順2】端を細い糸で縫い合わせます。\n\n"
        "【手順3】\n\n裏から熱い鉄を当てます。"
    )
    assert shown(section) == [
        ("手順1", "布を二枚に切る"),
        ("手順2", "端を細い糸で縫い合わせる"),
        ("手順3", "裏から熱い鉄を当てる"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "屋台は朝に開きます。\n\n**雨の日は休みます。**\n\n客は昼に来ます。",
        "**港の店**\n\n魚を朝のうちに売ります。",
        "![絵](a.png)\n\n**直す前の棚**\n\n棚を直しました。\n\n![絵](b.png)\n\n**直した棚**\n\n白く塗りました。",
    ],
    ids=["emphasis", "one", "captions"],
)
def test_what_is_no_row_of_heads(text: str) -> None:
    assert not any(title for title, _ in shown(drafted(text)))


def test_what_follows_the_last_head_may_be_of_all_and_is_not_put_under_it() -> None:
    section = drafted(
        "**朝の店**\n\n魚を六時から売ります。\n\n**夜の店**\n\n酒を九時まで出します。\n\n"
        "どちらの店も水曜日に休みます。"
    )
    assert shown(section)[:2] == [
        ("朝の店", "魚を六時から売る"),
        ("夜の店", "酒を九時まで出す"),
    ]
    assert "水曜日に休" in section.message
