import pytest

from shiryo.japanese import inflect
from shiryo.japanese.words import words


@pytest.mark.parametrize(
    ("verb", "past", "conjunctive", "negative", "volitional"),
    [
        ("書く", "書いた", "書いて", "書かない", "書こう"),
        ("急ぐ", "急いだ", "急いで", "急がない", "急ごう"),
        ("話す", "話した", "話して", "話さない", "話そう"),
        ("待つ", "待った", "待って", "待たない", "待とう"),
        ("読む", "読んだ", "読んで", "読まない", "読もう"),
        ("使う", "使った", "使って", "使わない", "使おう"),
        ("作る", "作った", "作って", "作らない", "作ろう"),
        ("行く", "行った", "行って", "行かない", "行こう"),
        ("ある", "あった", "あって", "ない", "あろう"),
        ("進める", "進めた", "進めて", "進めない", "進めよう"),
        ("する", "した", "して", "しない", "しよう"),
        ("来る", "来た", "来て", "来ない", "来よう"),
    ],
)
def test_plain_forms(
    verb: str, past: str, conjunctive: str, negative: str, volitional: str
) -> None:
    word = words(verb)[0]
    made = (
        inflect.past(word),
        inflect.conjunctive(word),
        inflect.negative(word),
        inflect.volitional(word),
    )
    assert made == (past, conjunctive, negative, volitional)
