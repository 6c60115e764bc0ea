"""Which sections share a slide: equals alone."""

import pytest

from shiryo import article, drafting

SLIDES = dict[str, list[str]]
FULL = """## 橋の直し方

橋は三つの順に直します。

1. 町は春に足場を組み、川を半分ずつせき止めて水を抜く
2. 町は夏に橋げたを新しくし、車の通る幅を一メートル広げる
3. 町は秋に欄干を元の木で組み直し、橋の名の札を掛ける
4. 町は冬に足場を外し、川の水を元のとおりに戻す
"""


def slides(*sections: str) -> SLIDES:
    """Return the title of each slide at the top, and of its cards."""
    text = "# 橋\n\n" + "\n\n".join((*sections, FULL)) + "\n"
    outline, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    return {
        s.title: [i.title for b in s.blocks for i in getattr(b, "bullets", ()) if i.title]
        for s in outline.sections
        if s.only != "handout"
    }


TIME, COST = "## 時期\n\n町は橋を春に直す。", "## 費用\n\n費用は二億円かかる。"


def test_equals_share_a_slide() -> None:
    assert slides(TIME, COST)["時期、費用"] == ["時期", "費用"]


@pytest.mark.parametrize(
    "other",
    [
        "## お問い合わせ\n\n- 北山町 土木係\n- 電話 012-345-6789",
        "## 図面\n\n- [橋の図面](https://example.org/zumen)\n- [橋の写真](https://example.org/e)",
    ],
)
def test_an_address_stands_beside_nothing_that_says_something(other: str) -> None:
    found = slides(other, TIME, COST)
    assert found["時期、費用"] == ["時期", "費用"]


def test_what_lists_the_heading_of_another_stands_above_it() -> None:
    led = "## 直す橋\n\n- 北の大橋\n- 南の小橋"
    found = slides(led, "## 北の大橋\n\n北の大橋は百年前の橋である。", COST)
    assert found["直す橋"] == []
    assert found["北の大橋、費用"] == ["北の大橋", "費用"]


def test_what_has_no_number_does_not_open_a_numbered_row() -> None:
    found = slides(TIME, "## 1. 渡れる人\n\n橋はだれでも渡れる。", "## 2. 費用\n\n費用は無料だ。")
    assert list(found)[:2] == ["時期", "1. 渡れる人、2. 費用"]


def test_a_numbered_row_is_told_in_one_way() -> None:
    long = "橋を渡る人は左の端を歩く。馬や車は真ん中を通る。夜は明かりを点けて渡る。"
    row = [f"### 第{n}条 決まり{n}\n\n決まり{n}は町が決める。" for n in range(2, 5)]
    text = "\n\n".join((f"## 規約\n\n### 第1条 渡り方\n\n{long}", *row))
    assert slides(text)["規約"] == ["第1条 渡り方", *(f"第{n}条 決まり{n}" for n in range(2, 5))]
