"""Sentences that are nothing but counts."""

import pytest

from shiryo.drafting.wording.splits.counts import Count, counts


def test_numbers_and_what_they_count() -> None:
    assert counts("初年度の費用は2,640万円で、内訳は使用料が1,800万円、研修が約520万円だ。") == [
        Count("2,640", "万円", "初年度の費用"),
        Count("1,800", "万円", "使用料"),
        Count("約520", "万円", "研修"),
    ]


def test_bounds_and_large_numbers_stay_as_written() -> None:
    assert counts("補助金は2億4千万円以上で、利用は延べ１４，３００回にのぼる。") == [
        Count("2億4千万", "円以上", "補助金"),
        Count("延べ１４，３００", "回", "利用"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "宿泊者数は42万人で、前の年度を6.2％上回った。",
        "費用は2,640万円と見込まれる。",
        "締め切りは3月31日、開始は4月1日です。",
        "体重は68キロ、靴は26センチ半。",
        "店で働くのは11人。",
        "これは3件です。",
        "利用は14,300回にのぼり。",
    ],
    ids=["more", "expected", "dates", "half", "verb", "pronoun", "unfinished"],
)
def test_what_says_more_or_less(sentence: str) -> None:
    assert counts(sentence) == []
