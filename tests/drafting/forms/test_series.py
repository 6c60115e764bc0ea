"""Numbers that one sentence tells of several things are a chart beside the message."""

import pytest

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.drafting.wording.splits.series import series
from shiryo.outline import model

TOLD = [
    (
        "来場者は2019年に1,200人、2021年に800人、2023年に1,500人だった。",
        ("来場者", ("2019年", "2021年", "2023年"), ("1,200人", "800人", "1,500人")),
    ),
    (
        "店の数は、魚が24店、野菜が18店、菓子が9店である。",
        ("店の数", ("魚", "野菜", "菓子"), ("24店", "18店", "9店")),
    ),
    (
        "席の数を聞いたところ、「足りる」が62.5%、「足りない」が25%、「わからない」が12.5%でした。",
        ("", ("「足りる」", "「足りない」", "「わからない」"), ("62.5%", "25%", "12.5%")),
    ),
    (
        "設営に42万円、警備に18万円、広告に6万円をかけた。",
        ("", ("設営", "警備", "広告"), ("42万円", "18万円", "6万円")),
    ),
]


@pytest.mark.parametrize(("said", "wanted"), TOLD)
def test_a_sentence_of_numbers_is_read(said: str, wanted: tuple[object, ...]) -> None:
    found = series(said)
    assert found
    assert (found.of, found.names, found.amounts) == wanted


@pytest.mark.parametrize(
    "said",
    [
        "魚が24店、野菜が18店である。",
        "魚は約24店、野菜は約18店、菓子は約9店である。",
        "朝に魚が24店、野菜が18店並び、昼に菓子が9店並ぶ。",
        "1月に門を直し、2月に屋根を直し、3月に開いた。",
        "合計が51店、魚が24店、野菜が18店である。",
    ],
)
def test_what_says_more_is_no_row_of_numbers(said: str) -> None:
    assert series(said) is None


def charted(said: str) -> tuple[model.Section, list[model.ChartBlock]]:
    text = f"# 港の朝市\n\n## 数\n\n{said}\n\n## 天気\n\n雨の日は屋根の下で開く。\n"
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    section = next(s for _, s in outline.walk() if s.title == "数")
    return section, [b for b in section.blocks if isinstance(b, model.ChartBlock)]


def test_numbers_over_years_are_columns_beside_the_sentence() -> None:
    section, (block,) = charted(TOLD[0][0])
    assert section.message.startswith("来場者は2019年に1,200人")
    assert (block.only, block.chart.kind, block.chart.unit) == ("deck", "column", "人")
    assert block.chart.caption == "来場者"
    assert block.chart.series[0].values == (1200, 800, 1500)


def test_shares_of_a_whole_are_a_pie_and_what_is_drawn_is_no_point_too() -> None:
    section, (block,) = charted(f"{TOLD[2][0]}市は来年、席を百ふやすことを決めた。")
    assert block.chart.kind == "pie"
    texts = [section.message, *(i.text for b in section.blocks for i in getattr(b, "bullets", ()))]
    assert sum("62.5%" in text for text in texts) <= 1
    assert any("席を百ふやす" in text for text in texts)


def test_prices_of_a_list_are_no_chart() -> None:
    _, found = charted("入場料は、大人が500円、子どもが300円、幼児が100円である。")
    assert found == []
