import pytest

from shiryo.draft import inflect
from shiryo.draft.words import words


@pytest.mark.parametrize(
    ("verb", "past", "conjunctive", "negative"),
    [
        ("書く", "書いた", "書いて", "書かない"),
        ("急ぐ", "急いだ", "急いで", "急がない"),
        ("話す", "話した", "話して", "話さない"),
        ("待つ", "待った", "待って", "待たない"),
        ("読む", "読んだ", "読んで", "読まない"),
        ("使う", "使った", "使って", "使わない"),
        ("作る", "作った", "作って", "作らない"),
        ("行く", "行った", "行って", "行かない"),
        ("ある", "あった", "あって", "ない"),
        ("進める", "進めた", "進めて", "進めない"),
        ("する", "した", "して", "しない"),
        ("来る", "来た", "来て", "来ない"),
    ],
)
def test_plain_forms(verb: str, past: str, conjunctive: str, negative: str) -> None:
    word = words(verb)[0]
    made = inflect.past(word), inflect.conjunctive(word), inflect.negative(word)
    assert made == (past, conjunctive, negative)
