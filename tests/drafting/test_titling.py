"""Titles say of what a slide is, as far as the headings above it must be known."""

import pytest

from shiryo import article, drafting
from shiryo.drafting.plan import titling
from shiryo.outline import model


def section(title: str, *below: model.Section, only: model.Output | None = None) -> model.Section:
    return model.Section(id="s", title=title, sections=below, only=only)


def titles(*sections: model.Section) -> list[str]:
    def walk(found: tuple[model.Section, ...]) -> list[str]:
        return [t for s in found for t in (s.title, *walk(s.sections))]

    return walk(titling.told(sections))


@pytest.mark.parametrize(
    ("over", "what"),
    [
        ("会則（旧）", "旧"),
        ("会則 日本語版(2019年まで)", "2019年まで"),
        ("再発防止策（案）", "案"),
        ("改正の骨子案", "骨子案"),
        ("旧会則", "旧"),
        ("付録A 資料", "付録"),
        ("申請書の記入例", "記入例"),
    ],
)
def test_what_a_heading_says_of_all_below_it_is_said_of_each(over: str, what: str) -> None:
    assert titles(section(over, section("目的", section("対象")))) == [
        over, f"目的（{what}）", f"対象（{what}）",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "over", ["寄せられた提案", "旧正月の行事", "（非推奨）の一覧の見方", "案内"]
)
def test_what_only_looks_so_is_said_of_nothing(over: str) -> None:
    assert titles(section(over, section("目的"))) == [over, "目的"]


def test_what_several_are_called_alike_is_called_after_what_it_is_below() -> None:
    found = (section("水道", section("方針"), section("費用")), section("道路", section("方針")))
    assert titles(*found) == ["水道", "水道｜方針", "費用", "道路", "道路｜方針"]


def test_a_title_says_once_what_the_name_of_its_part_has_said() -> None:
    found = (section("付録A 水道", section("方針")), section("道路", section("方針")))
    assert titles(*found) == ["付録A 水道", "付録A 水道｜方針", "道路", "道路｜方針"]


def test_what_is_in_the_handout_alone_keeps_its_heading() -> None:
    found = (section("水道", section("方針", only="handout")), section("道路", section("方針")))
    assert titles(*found) == ["水道", "方針", "道路", "方針"]


def test_a_title_that_would_be_too_long_stays() -> None:
    long = "水道管の取り替えを進めながら、料金を上げずに済ませるための工夫について考えたこと"
    found = (
        section(long, section("これからの方針と費用")),
        section("道", section("これからの方針と費用")),
    )
    assert titles(*found)[1] == "これからの方針と費用"


def test_no_heading_counts_as_unsaid_for_that() -> None:
    parts = ("水道\n\n### 方針\n\n管を5年で替える。", "道路\n\n### 方針\n\n橋を3つ直す。")
    text = "\n\n## ".join(("# 計画", *parts))
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert not outline.unused
