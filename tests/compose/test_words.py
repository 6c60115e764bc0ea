"""Dates and lines as words."""

import pytest

from shiryo.compose import words


@pytest.mark.parametrize(
    ("iso", "japanese"),
    [
        ("2025-09-18", "令和7年9月18日"),
        ("2019-05-01", "令和元年5月1日"),
        ("2019-04-30", "平成31年4月30日"),
        ("1989-01-07", "昭和64年1月7日"),
        ("未定", "未定"),
    ],
)
def test_dates_in_japanese_eras(iso: str, japanese: str) -> None:
    assert words.wareki(iso) == japanese


def test_dates_in_western_years() -> None:
    assert words.ymd("2025-09-08") == "2025年9月8日"
    assert words.ym("2025-09-08") == "2025年9月"
