"""Charts: where a table or a list has numbers of one kind, and where it has none."""

import pytest

from shiryo import article, drafting
from shiryo.article.model import Article
from shiryo.drafting.replay.edited import edited
from shiryo.facts.facts import unsupported
from shiryo.outline import model, statements


def drafted(text: str) -> tuple[model.Outline, Article]:
    read, _ = article.read(("# 題\n\n## 節\n\n" + text).encode(), "a.md")
    return drafting.draft(read, "a.md")[0], read


def charts(text: str) -> list[model.ChartBody]:
    outline, _ = drafted(text)
    found = [b for _, s in outline.walk() for b in s.blocks if isinstance(b, model.ChartBlock)]
    assert all(block.only == "deck" for block in found)
    return [block.chart for block in found]


def table(*rows: str) -> str:
    head, *others = (f"| {row} |" for row in rows)
    return "\n".join((head, "|" + "---|" * rows[0].count("|") + "---|", *others))


VISITORS = table("年度 | 来館者（人）", "2022年度 | 1,200", "2023年度 | 1,850", "2024年度 | 2,010")


def test_numbers_by_year_are_columns() -> None:
    (chart,) = charts("来館者は年々増えている。\n\n" + VISITORS)
    assert (chart.kind, chart.unit, chart.caption) == ("column", "人", "来館者")
    assert chart.categories == ("2022年度", "2023年度", "2024年度")
    assert chart.series[0].values == (1200, 1850, 2010)


def test_the_handout_keeps_the_table() -> None:
    outline, _ = drafted(VISITORS)
    (kept,) = [b for _, s in outline.walk() for b in s.blocks if isinstance(b, model.TableBlock)]
    assert kept.only == "handout"
    assert kept.table.rows[2].cells == ("2024年度", "2,010")


def test_many_even_years_are_a_line_and_uneven_ones_are_not() -> None:
    even = table("年 | 人口（万人）", *(f"{y} | {y - 1990}" for y in range(2010, 2021)))
    uneven = table("年 | 人口（万人）", *(f"{y} | 90" for y in (*range(2001, 2011), 2020)))
    assert [chart.kind for chart in charts(even) + charts(uneven)] == ["line", "column"]


def test_the_newest_first_is_turned_around() -> None:
    (chart,) = charts(table("年 | 件数", "令和5年 | 30", "令和4年 | 20", "令和元年 | 10"))
    assert chart.categories == ("令和元年", "令和4年", "令和5年")
    assert chart.series[0].values == (10, 20, 30)


def test_years_across_are_the_points_too() -> None:
    (chart,) = charts(
        table(
            "市 | 2021年 | 2022年 | 2023年",
            "北山市 | 10万人 | 11万人 | 12万人",
            "南野市 | 8万人 | 7万人 | 6万人",
        )
    )
    assert chart.categories == ("2021年", "2022年", "2023年")
    assert [(s.name, s.values) for s in chart.series] == [
        ("北山市", (10, 11, 12)),
        ("南野市", (8, 7, 6)),
    ]


def test_shares_of_a_whole_are_slices() -> None:
    (chart,) = charts("回答は次のとおり。\n\n- 賛成: 62％\n- 反対: 30％\n- わからない: 8％")
    assert (chart.kind, chart.categories) == ("pie", ("賛成", "反対", "わからない"))


def test_a_budget_as_a_list_is_bars_of_one_scale() -> None:
    (chart,) = charts(
        "内訳は次のとおり。\n\n- 建物: 1億2,700万円\n- 備品: 900万円\n- 設計: 1,150万円"
    )
    assert (chart.kind, chart.unit, chart.series[0].values) == ("bar", "万円", (12700, 900, 1150))


@pytest.mark.parametrize(
    "text",
    [
        table("製品 | 定員 | 重さ", "甲 | 4人 | 2kg", "乙 | 3人 | 3kg", "丙 | 9人 | 4kg"),
        table("施設 | 人数（人）", "本館 | 120", "別館 | 80", "合計 | 200"),
        table("年 | 男（人） | 計（人）", "2022 | 1 | 3", "2023 | 2 | 4", "2024 | 3 | 5"),
        table("年度 | 人数（人）", "2023年度 | 120", "2024年度 | 80"),
        table("部署 | 内線", "総務部 | 2101", "営業部 | 2205", "開発部 | 2310"),
        table("大きさ | 1枚の価格", "大 | 45円", "中 | 30円", "小 | 20円"),
        table("日 | 行事", "1日 | 始業式", "10日 | 身体測定", "19日 | 授業参観"),
        "材料は次のとおり。\n\n- じゃがいも: 3個\n- にんじん: 1個\n- 玉ねぎ: 2個",
        "大きさは次のとおり。\n\n- 幅: 30cm\n- 奥行: 20cm\n- 高さ: 50cm",
        "料金は次のとおり。\n\n- 大人: 300円\n- 子ども: 100円\n- 団体: 250円",
    ],
    ids=(
        "mixed", "total row", "total column", "two points", "codes", "prices", "events",
        "ingredients", "sizes", "fees",
    ),
)  # fmt: skip
def test_other_numbers_are_no_chart(text: str) -> None:
    assert charts(text) == []


def test_a_chart_comes_out_again_and_a_wrong_number_in_it_is_found() -> None:
    outline, read = drafted(VISITORS)
    assert edited(outline, read) == []
    (said,) = [s for s in statements.statements(outline) if "plot" in s.how]
    cited = "\n".join(read.cited(*model.line_range(ref)) for ref in said.refs)
    assert unsupported(said.text, cited) == ()
    wrong = said.text.replace("1850人", "1950人")
    assert [fact.text for fact in unsupported(wrong, cited)] == ["1950人"]


def test_a_few_bullets_stand_under_the_chart() -> None:
    outline, _ = drafted(
        "来館者は三年続けて増えた。新しい分館は2024年に開いた。夜間の利用も広がっている。\n\n"
        + VISITORS
    )
    shown = [b for b in outline.sections[0].blocks if b.only == "deck"]
    assert [model.block_kind(b) for b in shown] == ["chart", "bullets"]


def test_a_unit_that_stands_before_the_table_is_its_unit() -> None:
    bare = table("年度 | 来館者 | 貸出者", "2022 | 12 | 3", "2023 | 18 | 4", "2024 | 20 | 5")
    (chart,) = charts(f"（単位：千人）\n\n{bare}")
    assert chart.unit == "千人"
    outline, read = drafted(f"（単位：千人）\n\n{bare}")
    assert edited(outline, read) == []
    assert charts(bare) == charts(f"（単位：人、件）\n\n{bare}") == []
    first, other = table("年度 | 来館者数", "2022 | 1", "2023 | 2", "2024 | 3"), bare
    assert [c.unit for c in charts(f"（単位：千人）\n\n{first}\n\n文。\n\n{other}")] == ["千人"]


@pytest.mark.parametrize(
    "years",
    [
        ("大正9年", "大正14年", "昭和5年", "昭和10年"),
        ("昭和5年", "昭和10年", "昭和15年", "昭和20年"),
        ("明治45年", "T5年", "S3", "H20"),
        ("4月1日", "4月2日", "4月3日"),
    ],
)
def test_eras_and_days_are_times(years: tuple[str, ...]) -> None:
    (chart,) = charts(table("年 | 人口（万人）", *(f"{y} | {n + 20}" for n, y in enumerate(years))))
    assert (chart.kind, chart.categories) == ("column", years)


@pytest.mark.parametrize("unit", ["坪", "㎡", "株", "リットル", "店舗", "隻"])
def test_any_unit_that_adds_up_is_drawn(unit: str) -> None:
    rows = (f"{name}区 | {n}{unit}" for n, name in enumerate("東西南", 20))
    (chart,) = charts(table("地区 | 規模", *rows))
    assert (chart.kind, chart.unit) == ("bar", unit)


def test_numbers_of_an_order_are_not_drawn() -> None:
    assert charts(table("地区 | 規模", "東区 | 1位", "西区 | 5位", "南区 | 9位")) == []
