import pytest

from shiryo.japanese.numerals import grouped, numeral


@pytest.mark.parametrize(
    ("number", "kanji"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (103, "一〇三")],
)
def test_kanji(number: int, kanji: str) -> None:
    assert numeral(number, "kanji") == kanji
    assert numeral(number, "arabic") == str(number)


def test_thousands_are_grouped() -> None:
    assert [grouped(v) for v in (1234567, 0.5, -3.0)] == ["1,234,567", "0.5", "-3"]
