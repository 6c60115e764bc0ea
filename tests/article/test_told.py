"""What is told by what stands beside it: sentences set as headings, lists below items."""

import pytest

from shiryo import article
from shiryo.article.model import Kind


def blocks(text: str) -> list[tuple[Kind, int, str]]:
    read, _ = article.read(text.encode(), "a.md")
    return [(b.kind, b.level, b.text) for b in read.blocks]


def test_a_sentence_set_as_a_heading_that_heads_nothing_is_a_paragraph() -> None:
    found = blocks(
        "# 題\n\n## 概要\n\n##### 公園の遊具を選ぶ方法を試した。\n\n## 方法\n\n三回歩く。\n"
    )
    assert (Kind.PARAGRAPH, 0, "公園の遊具を選ぶ方法を試した。") in found
    assert (Kind.HEADING, 2, "方法") in found


def test_a_sentence_that_heads_something_stays_a_heading() -> None:
    found = blocks(
        "# 題\n\n## 遊具は十年で古くなる。\n\n調べた三園がそうだった。\n\n## 方法\n\n歩く。\n"
    )
    assert (Kind.HEADING, 2, "遊具は十年で古くなる。") in found


def test_a_bare_list_below_a_counted_item_that_points_to_it_is_its_part() -> None:
    found = blocks(
        "# 題\n\n## 注意\n\n1. 9時から使えます。\n2. 以下の事項に当たる予約は取り消します。\n\n"
        "* 営利のもの\n* 法令に反するもの\n\n3. 予約は前日までです。\n"
    )
    assert [level for kind, level, _ in found if kind is Kind.ITEM] == [0, 0, 1, 1, 0]


@pytest.mark.parametrize("over", ["1. 9時から使えます。", "1. 以下のサイトを見てください。"])
def test_other_lists_stay_beside_the_counted_one(over: str) -> None:
    found = blocks(f"# 題\n\n## 注意\n\n{over}\n\n* 営利のもの\n* 法令に反するもの\n")
    assert [level for kind, level, _ in found if kind is Kind.ITEM] == [0, 0, 0]
