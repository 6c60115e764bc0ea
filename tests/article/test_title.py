"""The date of an article: a day that there is, in any of the usual spellings."""

import pytest

from shiryo import article
from shiryo.article.model import Kind


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


SECTIONS = (
    "## 届ける時期\n\n14日以内です。\n\n## 届け先\n\n住民係です。\n\n## 要る物\n\n印鑑です。\n"
)


def test_the_first_of_equal_sections_is_no_title() -> None:
    found, _ = article.read(SECTIONS.encode(), "a.md")
    assert found.title == "届ける時期、届け先、要る物"
    assert [b.text for b in found.blocks if b.kind is Kind.HEADING] == [
        "届ける時期",
        "届け先",
        "要る物",
    ]
    assert [doubt.kind for doubt in found.doubts] == ["title"]
    page = SECTIONS.replace("## ", "<h2>").replace("\n\n", "</h2><p>", 1)
    headed, _ = article.read(f"<html><title>転入の届け</title>{page}</html>".encode(), "a.html")
    assert headed.title == "転入の届け"


def test_more_equal_sections_than_a_title_takes_are_named_as_such() -> None:
    heads = "".join(f"## 北の町の第{n}の泉をめぐる長い散歩\n\n泉は冷たい。\n\n" for n in "東西南")
    found, _ = article.read(heads.encode(), "a.md")
    assert found.title == "北の町の第東の泉をめぐる長い散歩、北の町の第西の泉をめぐる長い散歩 ほか"


@pytest.mark.parametrize(
    "text",
    [
        f"# 転入\n\n{SECTIONS}",
        f"## 転入\n\n{SECTIONS}",
        "## 転入\n\n届けます。\n\n## 1. 時期\n\n14日以内です。\n\n## 2. 届け先\n\n係です。\n",
    ],
)
def test_a_heading_over_the_others_is_the_title(text: str) -> None:
    assert article.read(text.encode(), "a.md")[0].title == "転入"


def test_a_profile_is_called_by_its_name() -> None:
    front = "---\nnameEn: Aya Kita\nnameJa: 北 綾\nname: kita-aya\n---\n\n"
    assert article.read(f"{front}{SECTIONS}".encode(), "a.md")[0].title == "北 綾"
    assert article.read(f"{front}# 挨拶\n\n{SECTIONS}".encode(), "a.md")[0].title == "挨拶"


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        (
            "この記事では「夜の橋の渡り方」と題して、橋を初めて渡る人に順に説明します。",
            "夜の橋の渡り方",
        ),
        ("今回は『橋と市場』というタイトルで、橋の上の店の話を書きます。", "橋と市場"),
    ],
)
def test_a_text_without_a_heading_is_called_as_it_calls_itself(lead: str, title: str) -> None:
    text = f"橋の会の者です。\n{lead}\n\n## 橋の歴史\n\n橋は百年前に架けられました。\n"
    assert article.read(text.encode(), "a.md")[0].title == title


def test_what_another_talk_is_called_is_no_title() -> None:
    for who in ("橋の会", "この会"):
        lead = f"{who}では「夜の橋」と題した話を聞きました。"
        text = f"{lead}\n\n## 橋\n\n橋は百年前に架けられました。\n"
        assert article.read(text.encode(), "a.md")[0].title != "夜の橋"


@pytest.mark.parametrize(
    ("more", "date"), [("", "2025-04-01"), ("私は、この決まりに賛成です。", "")]
)
def test_what_was_announced_dates_no_text_of_somebodys_own(more: str, date: str) -> None:
    text = (
        f"# 橋の決まり\n\n## 経緯\n\n2025年4月1日、橋の会が新しい決まりを発表しました。\n\n{more}\n"
    )
    assert article.read(text.encode(), "a.md")[0].date == date


def test_a_table_alone_is_called_after_its_head() -> None:
    text = "| 橋 | 架けた年 | 傷み |\n|---|---|---|\n| 東橋 | 1921 | 橋桁のさび |\n"
    assert article.read(text.encode(), "a.md")[0].title == "橋、架けた年、傷み"
