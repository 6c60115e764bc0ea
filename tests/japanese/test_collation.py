import pytest

from shiryo.japanese.collation import heading, key


def test_terms_stand_in_the_order_of_the_kana():
    terms = [
        "わたし",
        "きょう",
        "GENIAC",
        "きよう",
        "ガラパゴス",
        "がいこく",
        "5年",
        "からす",
        "あお",
    ]
    assert sorted(terms, key=key) == [
        "5年", "GENIAC", "あお", "がいこく", "からす", "ガラパゴス", "きょう", "きよう", "わたし"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("long", "plain"), [("サーバー", "サアバア"), ("キー", "キイ"), ("ケーキ", "ケエキ")]
)
def test_a_long_vowel_counts_as_the_vowel_before_it(long, plain):
    assert key(long)[1] == key(plain)[1]


@pytest.mark.parametrize(
    ("reading", "letter"),
    [
        ("ガラパゴス", "か"),
        ("ぱす", "は"),
        ("ヱビス", "わ"),
        ("AI", "A–Z"),
        ("3つ", "0–9"),
        ("髙", ""),
    ],
)
def test_terms_are_grouped_by_row(reading, letter):
    assert heading(reading) == letter
