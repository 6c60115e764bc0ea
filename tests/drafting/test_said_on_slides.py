"""What a slide does not take from a section: others' words, names alone, addresses."""

import pytest

from shiryo import article, drafting
from shiryo.outline import model
from shiryo.outline.statements import stated

ARTICLE = """# 町の図書館

北山市 図書館係

図書館の本は2026年に3万冊になります。

## 何が変わるか

図書館は夜も開きます。

私は町の図書館でたくさんの失敗をしました。 — @yamada, Letters

## どこに書いてあるか

- 計画は2026年4月に公表します。
- 参考：https://example.org/plan.pdf
"""


def shown(text: str = ARTICLE) -> str:
    read, _ = article.read(text.encode(), "library.md")
    outline, _ = drafting.draft(read, "library.md")
    said = [section.message for _, section in outline.walk()]
    for _, section in outline.walk():
        for block in section.blocks:
            if block.only != "handout" and hasattr(block, "bullets"):
                said += [item.text for item in block.bullets]
    said += [item.text for item in outline.summary]
    return "\n".join(said)


def test_a_name_alone_is_no_message() -> None:
    assert "図書館の本は2026年に3万冊になる" in shown().splitlines()[0]


def test_somebody_elses_words_are_not_the_authors() -> None:
    assert "図書館は夜も開く" in shown()
    assert "失敗" not in shown()


def test_an_address_is_nothing_to_read_on_a_slide() -> None:
    assert "https://" not in shown()


@pytest.mark.parametrize(
    "box",
    [
        '!!! info "理由"\n    {}。',
        ":::message\n{}。\n:::",
        "> [!NOTE]\n> {}。",
    ],
)
def test_a_box_that_comments_on_the_text_is_not_its_message(box: str) -> None:
    reason = "会議室を借りる費用は年に百万円を超え、町の大きな負担になっています"
    text = f"# 規約\n\n## 会場\n\n総会の会場は、議長が指定します。\n\n{box.format(reason)}\n"
    message, *others = shown(text).splitlines()
    assert message == "総会の会場は、議長が指定"
    assert "百万円" in "".join(others)


def test_one_of_several_boxes_beside_a_list_is_no_message_of_it() -> None:
    text = (
        "# 規程\n\n## 第3条\n\n1. 灯は六時に点ける\n2. 灯は九時に消す\n\n"
        "> [!NOTE]\n> 灯の時刻を決めたことで、夜道の人が安心して家に帰れるようになっています。\n\n"
        "> [!NOTE]\n> 灯の油は、町の店が月の初めに届けることになっています。\n"
    )
    outline, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    assert not outline.sections[0].message
    assert "灯の時刻を決めたことで" in stated(outline.sections[0])


def test_the_only_box_beside_a_list_is_its_message_where_nothing_else_is() -> None:
    text = (
        "# 規程\n\n## 第3条\n\n1. 灯は六時に点ける\n2. 灯は九時に消す\n\n"
        "> [!NOTE]\n> 灯の時刻を決めたことで、夜道の人が安心して家に帰れるようになっています。\n"
    )
    outline, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    assert outline.sections[0].message.startswith("灯の時刻を決めたことで")


def test_a_section_of_nothing_but_a_box_says_what_the_box_says() -> None:
    text = "# 規約\n\n## 会場\n\n:::message\n会場は、町の公民館に変わりました。\n:::\n"
    assert "会場は、町の公民館に変わった" in shown(text)


def test_a_picture_called_as_its_heading_says_nothing_more() -> None:
    text = "# 祭り\n\n## 開会\n\n![開会](a.jpg)\n\n## 山車\n\n山車は町を三周しました。\n"
    assert "開会" not in shown(text)


def test_who_speaks_is_not_what_is_said() -> None:
    text = "# 橋を守る会の発足\n\n北山会こと北山市民の会です！\n\n"
    text += "この度、橋を守る会を立ち上げました。\n\n## 会費\n\n会費は無料です。\n"
    assert "橋を守る会を立ち上げた" in shown(text)
    assert "北山会こと" not in shown(text)


def test_what_follows_a_list_stands_after_it() -> None:
    text = """# 橋

## 直し方

町は橋を春から直します。橋の幅は一メートル広がります。

- 川をせき止める
- 橋げたを替える

工事は秋までかかります。歩く人は仮の橋を渡れます。
"""
    outline, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    lists = [
        [item.text for item in block.bullets]
        for block in outline.sections[0].blocks
        if block.only != "handout" and isinstance(block, model.BulletsBlock)
    ]
    place = [n for n, items in enumerate(lists) if items[0].startswith("川をせき止め")]
    assert place == [1]
    assert any("秋まで" in item for items in lists[2:] for item in items)
