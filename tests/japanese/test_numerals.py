import pytest

from shiryo.japanese.numerals import grouped, numeral, opens_with_number, without_number


@pytest.mark.parametrize(
    ("number", "kanji"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (103, "一〇三")],
)
def test_kanji(number: int, kanji: str) -> None:
    assert numeral(number, "kanji") == kanji
    assert numeral(number, "arabic") == str(number)


def test_thousands_are_grouped() -> None:
    assert [grouped(v) for v in (1234567, 0.5, -3.0)] == ["1,234,567", "0.5", "-3"]


@pytest.mark.parametrize(
    ("title", "opens"),
    [
        ("第3章 計画", True),
        ("第二節", True),
        ("（1）人員", True),
        ("①人員", True),
        ("５　今後の展望", True),
        ("四 まとめ", True),
        ("二、現状", True),
        ("3. 計画", True),
        ("2.1 現状", True),
        ("課題1 水道の老朽化", True),
        ("定義 1.2. 高さ", True),
        ("Step 2: 申し込む", True),
        ("3つの課題", False),
        ("課題1つにつき1点", False),
        ("問題の多い4年目", False),
        ("3 つの課題", False),
        ("2025年の計画", False),
        ("1.5倍になる", False),
        ("一人ひとりの声", False),
        ("10:00 開会", False),
        ("三月の会", False),
        ("", False),
    ],
)
def test_titles_that_bring_a_number(title: str, opens: bool) -> None:
    assert opens_with_number(title) is opens


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("第2章 費用", "費用"),
        ("１．目的", "目的"),
        ("2.1 背景", "背景"),
        ("③ 窓口", "窓口"),
        ("（１）対象者", "対象者"),
        ("四、結び", "結び"),
        ("2025年の計画", "2025年の計画"),
        ("5 月の行事", "5 月の行事"),
        ("1.5倍に増える", "1.5倍に増える"),
    ],
)
def test_a_title_is_told_from_its_number(title: str, bare: str) -> None:
    assert without_number(title) == bare
