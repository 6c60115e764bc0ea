"""Where the words before the first heading stand: on a slide, in the summary, on the cover."""

import pytest

from shiryo import article, drafting
from shiryo.outline import model

REST = "## 会費\n\n会費は無料です。\n\n## 役員\n\n役員は五人です。\n"


def drafted(lead: str) -> model.Outline:
    text = f"# 橋を守る会の規約\n\n{lead}\n\n{REST}"
    return drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")[0]


def slides(outline: model.Outline) -> list[str]:
    return [s.title for s in outline.sections if s.only != "handout"]


def told(outline: model.Outline) -> list[str]:
    return [outline.message, *(item.text for item in outline.summary)]


@pytest.mark.parametrize(
    "lead",
    [
        "町の川では、古い橋が減っています。",
        "橋を守る会の規約が、祭りの日に決まりました。",
        "橋を守る会の規約が、祭りの日に決まりました。会員は四十人から百二十人に増えました。",
    ],
)
def test_an_opening_of_a_sentence_or_two_opens_the_summary(lead: str) -> None:
    outline = drafted(lead)
    assert slides(outline) == ["会費", "役員"]
    said = "".join(told(outline)[:3])
    for sentence in lead.split("。")[:-1]:
        assert sentence[:8] in said
    kept = [s for s in outline.sections if s.title == "はじめに"]
    assert kept[0].only == "handout"


def test_an_opening_of_more_than_that_keeps_its_slide() -> None:
    more = "橋は町に三つあります。どの橋も百年前に架けられました。直すには二千万円が要ります。"
    assert slides(drafted(more))[0] == "はじめに"


def test_an_opening_that_only_says_what_the_text_is_is_its_subtitle() -> None:
    outline = drafted("2024年の春に開かれた総会の記録です。")
    assert (slides(outline), outline.subtitle) == (
        ["会費", "役員"],
        "2024年の春に開かれた総会の記録",
    )


def test_a_subtitle_is_what_the_sentence_calls_the_text() -> None:
    assert drafted("こちらは北山町のための手引きになります。").subtitle == "北山町のための手引き"


def test_what_no_slide_needs_may_still_say_what_the_text_is() -> None:
    link = "[去年の規約はこちら](https://example.org/1)。"
    outline = drafted(f"こちらは北山橋の渡り初めの手引きになります。\n{link}")
    assert (slides(outline), outline.subtitle) == (["会費", "役員"], "北山橋の渡り初めの手引き")


def test_what_opens_before_a_heading_of_the_authors_has_another_name() -> None:
    more = "橋は町に三つあります。どの橋も百年前に架けられました。直すには二千万円が要ります。"
    outline = drafted(f"{more}\n\n## はじめに\n\n橋を守る会は去年の秋に始まりました。")
    titles = [s.title for s in outline.sections]
    assert titles[0] == "概要"
    assert titles.count("はじめに") == 1


def test_what_repeats_the_title_is_no_subtitle() -> None:
    outline = drafted("橋を守る会の規約です。")
    assert (slides(outline), outline.subtitle) == (["会費", "役員"], "")


def test_an_opening_that_names_whom_the_rest_speaks_of_keeps_its_slide() -> None:
    rest = "".join(
        f"## 第{n}条（灯）\n\n{who}は、{n}番の灯を毎日点け、町の人に知らせます。\n\n" for n, who in
        ((1, "当会"), (2, "当会"), (3, "係"))
    )  # fmt: skip
    text = "町の灯の会（以下「当会」といいます。）は、当会の者が町を回り、町の灯を預かります。\n\n"
    read, _ = article.read(f"# 灯の決まり\n\n{text}{rest}".encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert outline.sections[0].only is None
    assert "当会" in outline.sections[0].message
