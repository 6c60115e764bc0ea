"""What stands at the edge of every slide, and on the cover."""

from dataclasses import replace

import pytest
from deck_samples import deck, image, items, slide, t

from shiryo import document as d
from shiryo import find_template, pages
from shiryo.layout.deck.deck import lay_out
from shiryo.pages.walk import boxes_of
from shiryo.typeset import fonts
from shiryo.units import Rect, length

THEME = find_template("briefing").theme
FONTS = fonts.load(THEME.fonts.gothic, THEME.fonts.mincho)
PAGE = Rect(0, 0, *THEME.deck.size)
PICTURE = image(300, 100)
LONG = (
    "地域包括ケアシステムの再構築に関する背景と現状と課題の説明をまとめてこれからの方向を示す資料"
    * 2
)


def marked(title: str = "図書館のこれから", **values: object) -> list[pages.Page]:
    made = deck(slide("s", d.Bullets(items("夜も開く", "席が増える")), title=t(title)))
    made = replace(made, marks=d.Marks(**values))
    found, problems = lay_out(made, THEME, FONTS)
    assert not [p for p in problems if p.code == "layout.cut"]
    return list(found.pages)


def logo(place: str, height: int = 12) -> d.Logo:
    return d.Logo(PICTURE.data, PICTURE.size, "市", place, height)


def said(box: pages.TextBox) -> str:
    return "".join(run.text for para in box.paragraphs for run in para.runs)


def overlap(a: Rect, b: Rect) -> bool:
    across, down = min(a.right, b.right) - max(a.x, b.x), min(a.bottom, b.bottom) - max(a.y, b.y)
    return across > 0.5 and down > 0.5


def test_the_number_stands_in_a_box_at_the_top_right_of_every_slide() -> None:
    for page in marked(number=t("資料1－2"), confidentiality=t("機密性2情報")):
        (box,) = [i for i in page.items if isinstance(i, pages.Shape) and i.text and i.stroke]
        assert box.text
        assert said(box.text) == "資料1－2"
        assert box.frame.right > 0.9 * PAGE.width
        assert box.frame.bottom < 0.15 * PAGE.height
        (other,) = [b for b in boxes_of(page.items) if said(b) == "機密性2情報"]
        assert other.frame.right < box.frame.x


@pytest.mark.parametrize("place", ["top-right", "top-left", "bottom-right"])
def test_a_logo_is_on_every_slide_and_over_nothing(place: str) -> None:
    for title in ("図書館のこれから", LONG):
        for page in marked(title, number=t("資料1"), logo=logo(place, 30)):
            (at,) = [i.frame for i in page.items if isinstance(i, pages.Picture)]
            assert (at.y > PAGE.height / 2) == (place == "bottom-right")
            assert (at.x < PAGE.width / 2) == (place == "top-left")
            for box in boxes_of(page.items):
                for run in (run for line in box.lines for run in line.runs):
                    high = Rect(run.x, run.baseline - run.size * 0.9, run.width, run.size)
                    assert not overlap(at, high), said(box)


def test_a_logo_is_as_high_on_the_cover_as_is_asked_and_blurred_nowhere() -> None:
    cover = marked(logo=logo("top-right", 12))[0]
    (at,) = [i.frame for i in cover.items if isinstance(i, pages.Picture)]
    assert abs(at.height - length("12mm")) < 0.01
    few = replace(logo("top-right", 12), size=(12, 4))
    (small,) = [i.frame for i in marked(logo=few)[0].items if isinstance(i, pages.Picture)]
    assert small.height <= 4 * length("2px")


def test_a_title_of_two_lines_leaves_the_marks_their_row() -> None:
    page = marked(LONG, number=t("資料1"))[1]
    (title,) = [i for i in page.items if isinstance(i, pages.TextBox) and i.role == "title"]
    (box,) = [i for i in page.items if isinstance(i, pages.Shape) and i.text and i.stroke]
    assert len(title.lines) == 2
    assert title.frame.y >= box.frame.bottom - 0.5


def test_marks_that_have_no_room_are_cut_and_named() -> None:
    made = replace(deck(slide("s")), marks=d.Marks(confidentiality=t("取扱注意" * 40)))
    (problem,) = [p for p in lay_out(made, THEME, FONTS)[1] if p.code == "layout.cut"][:1]
    assert "取扱注意" in problem.message


def test_a_deck_without_marks_has_none() -> None:
    for page in marked():
        assert not [i for i in page.items if isinstance(i, pages.Picture)]
        assert not [b for b in boxes_of(page.items) if "資料1" in said(b)]
