"""The type of slides: few sizes, all of the theme's scale, and colours that say what they mean."""

from deck_samples import ALL, deck, slide, t

from shiryo import document as d
from shiryo import find_template, pages
from shiryo.layout.deck.deck import lay_out
from shiryo.pages.walk import boxes_of
from shiryo.typeset import fonts

THEME = find_template("briefing").theme
FONTS = fonts.load(THEME.fonts.gothic, THEME.fonts.mincho)


def lay(*blocks: d.Block) -> pages.Page:
    """Return the last page of a slide that shows ``blocks``."""
    return lay_out(deck(slide("s", *blocks)), THEME, FONTS)[0].pages[-1]


def test_a_deck_of_all_kinds_of_blocks_has_few_sizes_and_they_are_those_of_the_scale() -> None:
    made, _ = lay_out(ALL, THEME, FONTS)
    sizes = {
        run.size
        for page in made.pages
        for box in boxes_of(page.items)
        if box.role != "chart"
        for paragraph in box.paragraphs
        for run in paragraph.runs
    }
    assert sizes <= {12, 16, 18, 20, 24, 28, 40, 64}


def numbers(page: pages.Page) -> list[pages.TextBox]:
    """Return the boxes of the numbers on a page of figures."""
    return [box for box in boxes_of(page.items) if box.role == "figure"]


def figures(value: str, unit: str, count: int) -> pages.Page:
    """Return a page of figures."""
    return lay(d.Figures((d.Figure(value, unit, t("人口")),) * count))


def test_long_numbers_stand_in_two_rows_rather_than_small_and_their_units_can_be_read() -> None:
    found = numbers(figures("12,345,678.9", "百万円", 4))
    assert len({round(box.frame.y) for box in found}) == 2
    runs = [run for box in found for paragraph in box.paragraphs for run in paragraph.runs]
    assert min(run.size for run in runs if run.text[0].isdecimal()) >= 40
    assert min(run.size for run in runs) >= 16


def test_short_numbers_are_as_large_as_may_be_in_one_row() -> None:
    found = numbers(figures("12", "件", 3))
    assert len({round(box.frame.y) for box in found}) == 1
    assert max(run.size for box in found for run in box.paragraphs[0].runs) == 64


def fills(*now: bool) -> list[str | None]:
    """Return the colours of steps of which some are now."""
    page = lay(d.Steps(tuple(d.Step(t(f"段{n}"), (), each) for n, each in enumerate(now))))
    return [i.fill for i in page.items if isinstance(i, pages.Shape) and i.text]


def test_the_step_that_is_now_alone_stands_out_and_without_one_all_are_alike() -> None:
    assert len(set(fills(False, False, False))) == 1
    before, now, after = fills(False, True, False)
    assert before == after != now
    rows = fills(*(n == 3 for n in range(8)))
    assert [n for n, fill in enumerate(rows) if fill != rows[0]] == [3]


def test_who_speaks_has_one_colour_whatever_the_number_of_the_question() -> None:
    said = tuple(d.Utterance(t(who), t("はい")) for who in ("問1", "答1", "問2", "答2"))
    chips = [i.fill for i in lay(d.Dialogue(said)).items if isinstance(i, pages.Shape) and i.text]
    assert chips[0] == chips[2] != chips[1] == chips[3]


def test_no_word_of_a_term_is_parted_and_the_term_is_set_smaller_instead() -> None:
    page = lay(d.Definition(t("地域図書情報連携ネットワーク"), t("本を貸し借りする仕組み")))
    panel = next(i.text for i in page.items if isinstance(i, pages.Shape) and i.text)
    said = ["".join(run.text for run in line.runs) for line in panel.lines]
    assert "ネットワーク" in said
    assert "地域図書情報連携" in said
