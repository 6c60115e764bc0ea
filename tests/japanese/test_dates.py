"""Dates: one reader, of running text and of cells, and the eras behind it."""

import datetime as dt
from itertools import pairwise

import pytest

from shiryo.japanese import eras
from shiryo.japanese.dates import Date, dates, first, moments, point
from shiryo.japanese.quantities import half


def found(text: str) -> list[tuple[str, str]]:
    return [(text[d.start : d.after], d.value) for d in dates(half(text))]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2025年4月1日", "2025-04-01"), ("２０２５年４月１日", "2025-04-01"),
        ("二〇二五年四月一日", "2025-04-01"), ("令和7年4月1日", "2025-04-01"),
        ("平成三十一年四月", "2019-04"), ("令和元年度", "2019FY"), ("R7.4.1", "2025-04-01"),
        ("S39/10/10", "1964-10-10"), ("2025/4/1", "2025-04-01"), ("2025-04-01", "2025-04-01"),
        ("4月1日", "--04-01"), ("4月上旬", "--04-上旬"), ("2025年12月の下旬", "2025-12-下旬"),
        ("4月1日（火）", "--04-01"), ("4月1日火曜日", "--04-01"), ("15日(月・祝)", "---15"),
        ("大正12年9月1日", "1923-09-01"), ("明治元年", "1868"), ("天保10年", "1839"),
        ("天平宝字8年", "764"), ("大化元年", "645"), ("去年", "昨年"), ("来年度", "来年度"),
    ],
)  # fmt: skip
def test_a_date_in_a_sentence(written: str, value: str) -> None:
    year = value.zfill(4) if value.isdecimal() else value
    assert found(f"その会は{written}、ここで開いた。") == [(written, year)]


@pytest.mark.parametrize(
    "text",
    ["1990年代", "昭和50年代", "10年間", "日本文化20年史", "文化100年", "1.2.3", "R1-7", "三日月"],
)
def test_what_is_no_date(text: str) -> None:
    assert found(text) == []


def test_the_calendar_is_asked() -> None:
    assert (
        first(half("2025年2月30日に書き、令和7年4月31日に直し、2024/2/29 に出した")) == "2024-02-29"
    )
    assert first("慶応3年10月14日") == ""  # of another calendar
    assert first("2025年4月") == ""


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2025", "2025"), ("R5", "2023"), ("H元", "1989"), ("T9年", "1920"), ("明治45年", "1912"),
        ("FY24", "2024FY"), ("2024年度", "2024FY"), ("2025/4", "2025-04"), ("4月", "--04"),
        ("2024年第1四半期", "2024"), ("4月1日（火）", "--04-01"),
    ],
)  # fmt: skip
def test_a_cell_that_is_a_time(cell: str, value: str) -> None:
    made = point(half(cell))
    assert made is not None
    assert made.value == value


@pytest.mark.parametrize(
    "cell", ["12", "T1", "13月", "2月30日", "昨年", "2025年の春", "30分", "第1章"]
)
def test_a_cell_that_is_none(cell: str) -> None:
    assert point(half(cell)) is None


def test_times_grow_evenly() -> None:
    def steps(*cells: str) -> set[int]:
        made = moments([p for c in cells if (p := point(c))])
        assert len(made) == len(cells)
        return {b - a for a, b in pairwise(made)}

    assert steps("大正13年", "大正14年", "昭和元年", "昭和2年") == {12}
    assert steps("2023Q3", "2023Q4", "2024Q1") == {3}
    assert steps("2024/11", "2024/12", "2025/1") == {1}
    assert steps("2024年2月28日", "2024年2月29日", "2024年3月1日") == {1}


def test_eras_follow_one_another() -> None:
    starts = [era.first for era in eras.ERAS]
    assert starts == sorted(starts)
    assert eras.ERAS[0].name == "大化"
    assert eras.LETTERS == "MTSHR"
    assert eras.year("昭和", 64) == eras.year("平成", 1) == 1989
    assert eras.year("文化", 50) == 0


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (dt.date(2019, 5, 1), "令和元年5月1日"),
        (dt.date(1926, 12, 24), "大正15年12月24日"),
        (dt.date(1850, 1, 2), "1850年1月2日"),
    ],
)
def test_a_day_by_its_era(day: dt.date, written: str) -> None:
    assert eras.wareki(day) == written


def test_a_third_of_a_month_begins_on_its_first_day() -> None:
    assert Date(0, 0, 0, 2025, 4, part="中旬").first_day == 11
