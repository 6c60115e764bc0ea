import pytest

from shiryo import article, drafting
from shiryo.outline import model


def drafted(text: str) -> model.Outline:
    read, _ = article.read(f"# 夜の図書館\n\n{text}".encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    return outline


TOPIC = "## 開館\n\n駅前の館は夜の十時まで開いています。仕事の帰りに寄る人が増えました。\n\n"
MORE = TOPIC.replace("開館", "費用").replace("駅前", "東")
READ_ON = "- [市の統計](https://a.example/1)\n- [館の記録](https://a.example/2)\n"


def only(outline: model.Outline, title: str) -> str | None:
    return next(s.only for _, s in outline.walk() if s.title == title)


@pytest.mark.parametrize("title", ["参考", "5. 参考リンク", "関連ドキュメント", "発表スライド"])
def test_what_only_leads_elsewhere_is_in_the_handout_and_the_sources(title: str) -> None:
    outline = drafted(f"{TOPIC}{MORE}## {title}\n\n{READ_ON}")
    assert only(outline, title) == "handout"
    assert [s.title for s in outline.sources] == ["市の統計", "館の記録"]


def test_books_that_are_no_links_are_references_too() -> None:
    outline = drafted(f"{TOPIC}{MORE}## 参考文献\n\n- 山田花子『夜の本』、川の出版、2019\n")
    assert only(outline, "参考文献") == "handout"


@pytest.mark.parametrize(
    "told",
    [
        "## 参考\n\n東の館では、先に土曜の夜だけ開けて人の流れを調べました。\n",
        "## 開き方は？\n\n[館の記録](https://a.example/2)があります。\n",
        f"## 借りられる本\n\n{READ_ON}- [町の地図](https://a.example/3)\n",
    ],
)
def test_what_says_something_makes_a_slide(told: str) -> None:
    outline = drafted(f"{TOPIC}{MORE}{told}")
    assert outline.sections[-1].only != "handout"


def test_a_collection_of_links_is_its_own_subject() -> None:
    outline = drafted(f"## 参考\n\n{READ_ON}\n## 文献\n\n{READ_ON}\n{TOPIC}")
    assert only(outline, "参考") != "handout"


@pytest.mark.parametrize("title", ["謝辞", "更新履歴", "Acknowledgements"])
def test_thanks_and_changes_are_for_the_handout(title: str) -> None:
    outline = drafted(f"{TOPIC}{MORE}## {title}\n\n- 2024年5月1日: 館の人に数を聞いた\n")
    assert only(outline, title) == "handout"
    assert not any("数を聞いた" in item.text for item in outline.summary)


@pytest.mark.parametrize(
    ("title", "names"),
    [("ステータス", "- Draft\n"), ("# 著者", "- 川野 花\n- Ann Lee\n"), ("ライセンス", "MIT\n")],
)
def test_who_wrote_a_text_and_its_state_are_for_the_handout(title: str, names: str) -> None:
    outline = drafted(f"{TOPIC}{MORE}## {title}\n\n{names}")
    assert only(outline, title.removeprefix("# ")) == "handout"
    assert not any(title in section.title for _, section in outline.walk() if "#" in title)


@pytest.mark.parametrize(
    "told",
    [
        "## ステータス\n\n灯りが消えた館は、次の朝まで誰も入れません。\n",
        "## 館の名\n\n- 東館\n- 西館\n",
    ],
)
def test_a_state_that_is_told_makes_a_slide(told: str) -> None:
    outline = drafted(f"{TOPIC}{MORE}{told}")
    assert outline.sections[-1].only != "handout"


@pytest.mark.parametrize(("opening", "shown"), [("館のページ", False), (TOPIC[7:], True)])
def test_a_name_before_the_first_heading_makes_no_slide(opening: str, *, shown: bool) -> None:
    more = "職員は三人から五人に増えました。" if shown else ""
    outline = drafted(f"{opening}{more}\n\n{MORE}{TOPIC.replace('開館', '本')}")
    assert (only(outline, "はじめに") != "handout") is shown
