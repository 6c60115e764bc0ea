"""Slides on the pages of a handout, and slides with their notes."""

import re
from dataclasses import replace
from functools import cache

import deck_samples
import pytest
from em_fonts import EmFonts
from handout_sample import HANDOUT
from marks import marks, runs, words
from rects import contains

from shiryo import find_template, pages
from shiryo.layout.deck import deck
from shiryo.layout.handout import slides as thumbs
from shiryo.layout.handout import with_notes as noted
from shiryo.remarks import Remark
from shiryo.units import Rect

THEME = find_template("briefing").theme
FONTS = EmFonts()
COUNT = len(deck_samples.ALL.slides)


@cache
def slides() -> pages.PageSet:
    return deck.lay_out(deck_samples.ALL, THEME, FONTS)[0]


@cache
def sheets(per_page: int, paper: str = "A4") -> pages.PageSet:
    handout = replace(HANDOUT, paper=paper)
    return thumbs.lay_out(slides(), per_page, handout, THEME, FONTS)


@cache
def with_notes(*notes: Remark) -> pages.PageSet:
    one = replace(slides(), pages=(replace(slides().pages[2], notes=notes),))
    return noted.lay_out(one, HANDOUT, THEME, FONTS)


def frames(page: pages.Page) -> list[Rect]:
    """Return where the slides of a page stand."""
    outlined = (i for i in page.items if isinstance(i, pages.Shape) and i.stroke and not i.fill)
    shape = slides().width / slides().height
    return [i.frame for i in outlined if i.frame.width / i.frame.height == pytest.approx(shape)]


def slide_words() -> list[str]:
    return [words(page.items) for page in slides().pages]


@pytest.mark.parametrize("paper", ["A4", "B5", "Letter"])
@pytest.mark.parametrize("per_page", [1, 2, 3, 4, 6, 9])
def test_every_slide_is_there_once_in_order_and_nothing_leaves_the_paper(
    per_page: int, paper: str
) -> None:
    made = sheets(per_page, paper)
    assert len(made.pages) == -(-len(slides().pages) // per_page)
    said = "".join(words(page.items) for page in made.pages)
    at = [said.find(text) for text in slide_words()]
    assert -1 not in at
    assert at == sorted(at)
    for page in made.pages:
        for text, rect in marks(page.items):
            assert contains(Rect(0, 0, made.width, made.height), rect), text


@pytest.mark.parametrize("per_page", [1, 2, 3, 4, 6, 9])
def test_slides_stand_apart_and_are_as_large_as_the_paper_lets_them(per_page: int) -> None:
    made = sheets(per_page)
    found = frames(made.pages[0])
    assert len(found) == per_page
    for n, one in enumerate(found):
        for other in found[n + 1 :]:
            assert one.right <= other.x or one.bottom <= other.y or other.right <= one.x
    across = {round(f.x) for f in found}
    room = made.width - 2 * THEME.handout.space["thumb-x"]
    beside = 2 if per_page == 3 else len(across)
    taken = found[0].width * beside + THEME.handout.space["thumb-gap"] * (beside - 1)
    high = sum(f.height for f in found if round(f.x) == min(across))
    assert taken == pytest.approx(room) or high > 0.6 * made.height


@pytest.mark.parametrize(("per_page", "turned"), [(2, False), (3, False), (4, True), (6, False)])
def test_the_paper_is_turned_where_slides_get_larger(per_page: int, turned: bool) -> None:
    made = sheets(per_page)
    assert (made.width > made.height) == turned


def test_beside_three_slides_are_lines_to_write_on() -> None:
    page = sheets(3).pages[0]
    for frame in frames(page):
        beside = [
            i.frame
            for i in page.items
            if isinstance(i, pages.Shape)
            and i.frame.x > frame.right
            and i.frame.height < 1
            and frame.y <= i.frame.y <= frame.bottom
        ]
        assert len(beside) >= 4


def test_a_small_slide_is_drawn_from_the_same_glyphs() -> None:
    made, original = sheets(4).pages[0], slides().pages[0]
    scale = frames(made)[0].width / slides().width
    pairs = list(zip(runs(made.items[1:]), runs(original.items), strict=False))
    assert pairs
    for small, large in pairs[: len(list(runs(original.items)))]:
        assert small.text == large.text
        assert small.size == pytest.approx(large.size * scale)
        assert small.width == pytest.approx(large.width * scale)


def test_each_slide_is_a_section_a_title_that_goes_on_is_heard_once_and_all_keys_differ() -> None:
    made = sheets(6)
    seen: dict[tuple[int, ...], pages.Element] = {}
    sections = list[pages.Element]()
    headings = list[pages.Element]()
    for run in (run for page in made.pages for run in runs(page.items)):
        element = run.element
        while element:
            assert seen.setdefault(element.key, element) == element
            if element.kind == "Sect" and element not in sections:
                sections.append(element)
            if element.kind in ("H1", "H2") and element not in headings:
                headings.append(element)
                assert element.parent == sections[-1]
            element = element.parent
    assert len(sections) == len(slides().pages)
    goes_on = [page for page in slides().pages if re.search(r"（(?!1/)\d+/\d+）", page.title)]
    assert goes_on
    assert len(headings) == len(sections) - len(goes_on)


def test_links_in_small_slides_lead_to_the_slides() -> None:
    made = sheets(9)
    anchors = {anchor.name for page in made.pages for anchor in page.anchors}
    targets = {run.href for page in made.pages for run in runs(page.items) if run.href}
    inside = {href[1:] for href in targets if isinstance(href, str) and href.startswith("#")}
    assert inside
    assert inside <= anchors | {"cards", "table"}
    bookmarks = [a.title for page in made.pages for a in page.anchors if a.title]
    assert len(bookmarks) == COUNT


def test_a_slide_stands_over_its_notes() -> None:
    made = with_notes(
        Remark("https://example.jp/a のとおり。"),
        Remark(""),
        Remark("【原文】", "label"),
        Remark("一つめ", "item", "- "),
        Remark("二つめ", "item", "- "),
        Remark("※ 注記", "footnote"),
    )
    [page] = made.pages
    [frame] = frames(page)
    assert frame.bottom < made.height / 2
    below = "".join(text for text, rect in marks(page.items) if rect.y > frame.bottom)
    for text in ("のとおり。", "【原文】", "一つめ", "二つめ", "※ 注記"):
        assert text in below
    kinds = {run.text: run.element.kind for run in runs(page.items) if run.element}
    assert kinds["一つめ"] == "LBody"
    assert "https://example.jp/a" in {run.href for run in runs(page.items)}


def test_long_notes_go_on_to_another_page_and_nothing_is_lost() -> None:
    sentences = [f"{n}番めに述べることは、前のものより少し長い。" for n in range(200)]
    made = with_notes(*map(Remark, sentences))
    assert len(made.pages) > 1
    said = [words(page.items) for page in made.pages]
    assert all(sentence in "".join(said) for sentence in sentences)
    assert f"1　{slides().pages[2].title}（2/{len(said)}）" in said[1]
    for page in made.pages:
        for text, rect in marks(page.items):
            assert contains(Rect(0, 0, made.width, made.height), rect), text


def test_without_notes_there_are_lines_to_write_on() -> None:
    [page] = with_notes().pages
    [frame] = frames(page)
    rules = [i for i in page.items if isinstance(i, pages.Shape) and i.frame.height < 1]
    assert len([r for r in rules if r.frame.y > frame.bottom]) > 10


def test_notes_may_take_fonts_that_no_slide_has() -> None:
    fonts = EmFonts()
    cover = replace(deck_samples.ALL, slides=deck_samples.ALL.slides[:1])
    one = deck.lay_out(cover, THEME, fonts)[0]
    one = replace(one, pages=(replace(one.pages[0], notes=(Remark("ノートは明朝である。"),)),))
    made = noted.lay_out(one, HANDOUT, THEME, fonts)
    assert {run.font for page in made.pages for run in runs(page.items)} <= set(made.fonts)
