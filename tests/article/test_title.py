"""The date of an article: a day that there is, in any of the usual spellings."""

import pytest

from shiryo import article


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("大正12年9月1日", "1923-09-01"),
        ("R7.4.1", "2025-04-01"),
        ("令和７年４月１日（火）", "2025-04-01"),
        ("2025年2月30日", ""),
        ("2025年4月31日締切、2025年5月1日発行", "2025-05-01"),
    ],
)
def test_the_first_day_at_the_top(line: str, date: str) -> None:
    text = f"橋の話\n{line}\n\n橋は川の上にある。人が毎日その橋を渡っている。\n"
    assert article.read(text.encode(), "a.txt")[0].date == date
