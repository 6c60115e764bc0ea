"""Two sides of a matter, and what is none."""

import pytest

from shiryo.drafting.wording.splits.sides import (
    are_alike,
    are_cases,
    are_opposites,
    is_against,
    side,
)


def test_a_sentence_speaks_of_a_side() -> None:
    assert side("これに対し、電気給湯機は夜のうちに湯をためます。") == (
        "電気給湯機",
        "夜のうちに湯をためます",
    )
    assert side("これまでは、路線の長さで配分していた。") == (
        "これまで",
        "路線の長さで配分していた",
    )


@pytest.mark.parametrize("sentence", ["私は早起きが苦手。", "これは長く使えない。", "雨は強い。"])
def test_a_pronoun_or_too_little_is_no_side(sentence: str) -> None:
    assert side(sentence) == ()


def test_what_is_set_against_something() -> None:
    assert is_against("その一方で、働き手は困っている。")
    assert not is_against("一方通行の道は狭い。")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("利点", "欠点"),
        ("導入の欠点", "利点"),
        ("会社側", "働き手の側"),
        ("従来", "今後"),
        ("屋内で開くとき", "屋外で開くとき"),
        ("できること", "できないこと"),
        ("改修前", "改修後"),
    ],
)
def test_opposites(one: str, other: str) -> None:
    assert are_opposites(one, other)


def test_no_opposites() -> None:
    assert not are_opposites("利点", "利点")
    assert not are_opposites("市", "日帰り客")
    assert not are_opposites("前", "後")
    assert not are_opposites("東の館", "西の館")


def test_things_of_one_kind() -> None:
    assert are_alike("ガス給湯器", "電気給湯機")
    assert are_alike("日本", "米国")
    assert are_alike("宿泊客", "日帰り客")
    assert not are_alike("市", "日帰り客")
    assert not are_alike("会社", "会社の人")


@pytest.mark.parametrize(
    ("one", "other", "cases"),
    [
        ("雨が降った場合", "晴れた場合", True),
        ("会場を借りるとき", "家で開くとき", True),
        ("iOS", "Android", True),
        ("Mac版", "Windows版", True),
        ("雨が降った場合", "持ち物", False),
        ("特徴", "活用例", False),
        ("iOS", "Web", False),
    ],
)
def test_two_cases_that_make_up_a_list(one: str, other: str, *, cases: bool) -> None:
    assert are_cases(one, other) is cases
