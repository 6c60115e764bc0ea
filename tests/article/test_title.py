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


def test_what_a_list_says_of_a_day_is_no_date_of_the_article_unless_it_tells_of_a_meeting() -> None:
    days = "- 第一版（2022年3月16日公開）\n- 第二版（2023年4月1日公開）\n"
    assert article.read(f"# 検索アプリ\n\n{days}\n館の人が使う。\n".encode(), "a.md")[0].date == ""
    held = "- 日時：2022年3月16日\n- 場所：本館\n"
    assert article.read(f"# 館の会 議事録\n\n{held}\n".encode(), "a.md")[0].date == "2022-03-16"
