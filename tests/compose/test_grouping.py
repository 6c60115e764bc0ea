"""Which blocks share a slide, and the forms that a person asks for."""

import re

import pytest
from briefing import TEMPLATE, material

from shiryo import document, inline
from shiryo.compose import deck
from shiryo.diagnostics import Diagnostics
from shiryo.layout.deck.deck import lay_out
from shiryo.typeset import fonts

FONTS = fonts.load(TEMPLATE.theme.fonts.gothic, TEMPLATE.theme.fonts.mincho, TEMPLATE.fonts)


def compose(body: str, keys: str = "") -> tuple[list[document.Slide], Diagnostics]:
    section = f"sections:\n  - id: a\n    title: 席\n{keys}    blocks:\n{body}"
    made, problems = deck.compose(material(section), TEMPLATE)
    return [slide for slide in made.slides if slide.role == "content"], problems


def drawn(body: str, keys: str = "") -> tuple[list[str], Diagnostics]:
    """Lay out, and return what each page shows."""
    section = f"sections:\n  - id: a\n    title: 席\n{keys}    blocks:\n{body}"
    made, problems = deck.compose(material(section), TEMPLATE)
    pages, more = lay_out(made, TEMPLATE.theme, FONTS)
    shown = [re.sub(r"key=\([^)]*\)", "", str(page.items)) for page in pages.pages[1:]]
    return shown, (*problems, *more)


LIST = "      - bullets: [夜も開く, 席が増える]\n"
TABLE = "      - table: {columns: [館, 数], rows: [[北, 12]]}\n"
LONG = "      - table: {columns: [館, 数], rows: [" + "[北, 12], " * 30 + "]}\n"
CHART = """\
      - chart: {kind: column, unit: 人, categories: [春, 秋], series: [{name: 夜, values: [5, ~]}]}
"""


def test_a_block_that_is_to_begin_a_slide_does_and_is_never_joined() -> None:
    for ending in ("        break: before\n", "        layout: full\n"):
        slides, problems = compose(LIST + LIST + ending)
        assert [len(slide.blocks) for slide in slides] == [1, 1]
        assert not slides[0].joined
        assert problems == ()
        assert len(drawn(LIST + LIST + ending)[0]) == 2


def test_blocks_beside_each_other_are_two_of_a_slide_and_the_others_stay_in_order() -> None:
    slides, _ = compose(LIST + TABLE + "        layout: beside\n" + LIST + LIST)
    kinds = [[type(block).__name__ for block in slide.blocks] for slide in slides]
    assert kinds == [["Bullets"], ["Table", "Bullets"], ["Bullets"]]
    assert [slide.beside for slide in slides] == [False, True, False]


def test_all_of_a_section_that_belongs_together_is_on_one_page() -> None:
    body = LIST + CHART + TABLE + CHART
    assert len(drawn(body)[0]) > 1
    (page,), problems = drawn(body, "    together: true\n")
    assert problems == ()
    assert "館" in page
    assert "春" in page


def test_what_has_no_room_together_is_said_with_the_line_that_asks() -> None:
    pages, problems = drawn(LONG + "        together: true\n")
    assert len(pages) > 1
    (problem,) = problems
    assert problem.code == "layout.no-room"
    assert problem.span
    assert problem.span.line == 11


def test_a_chart_wanted_as_a_table_is_its_numbers() -> None:
    (slide,), problems = compose(CHART + "        layout: table\n")
    (table,) = slide.blocks
    assert isinstance(table, document.Table)
    said = [[inline.plain(cell) for cell in row] for row in (table.columns, *table.rows)]
    assert said == [["", "夜"], ["春", "5人"], ["秋", "－"]]
    assert problems == ()


def test_the_form_of_a_section_is_that_of_the_blocks_that_can_have_it() -> None:
    slides, problems = compose(LIST + TABLE, "    layout: columns\n")
    shapes = [b.shape for s in slides for b in s.blocks if isinstance(b, document.Bullets)]
    assert shapes == ["columns"]
    assert problems == ()


@pytest.mark.parametrize(
    ("body", "keys"),
    [
        (LIST + "        layout: cards\n", ""),
        (TABLE + "        layout: columns\n", ""),
        (TABLE + "        layout: table\n", ""),
        (LIST + TABLE + "        layout: beside\n", ""),
        (TABLE, "    layout: cards\n"),
    ],
)
def test_a_form_that_cannot_be_had_is_an_error_at_its_line(body: str, keys: str) -> None:
    _, problems = compose(body, keys)
    (problem,) = problems
    assert problem.code == "compose.no-form"
    said = f"sections:\n  - id: a\n    title: 席\n{keys}    blocks:\n{body}"
    before = said[: said.index("layout")].count("\n")
    head = material(said).places.line(("sections",))
    assert problem.span
    assert head is not None
    assert problem.span.line == head + before


def test_a_section_that_has_no_room_on_one_page_stands_as_it_would_otherwise() -> None:
    body = LONG + LIST + CHART
    pages, problems = drawn(body, "    together: true\n")
    assert pages == drawn(body)[0]
    assert [(p.code, p.span and p.span.line) for p in problems] == [("layout.no-room", 9)]


def test_a_block_that_says_nothing_makes_no_slide_and_is_named() -> None:
    empty = '      - bullets: ["{{ title[:0] }}"]\n'
    slides, problems = compose(empty)
    assert slides == []
    assert [p.code for p in problems] == ["compose.empty-block", "compose.no-slide"]
    slides, problems = compose(empty + LIST)
    assert [len(slide.blocks) for slide in slides] == [1]
    assert [(p.code, p.span and p.span.line) for p in problems] == [("compose.empty-block", 10)]


def test_a_block_with_an_empty_message_does_not_repeat_the_sections_on_a_slide_of_its_own() -> None:
    said = "窓ぎわにあり、朝から夜まで使えるので、調べものをする人が長く座っている"
    seats = ", ".join(f"{n}番の席は{said}" for n in range(8))
    many = f"      - bullets: [{seats}]\n"
    quiet = many.replace("bullets", 'message: ""\n        bullets')
    claim = "    message: 席が増える\n"
    again, _ = drawn(many + many, claim)
    once, _ = drawn(many + quiet, claim)
    assert [page.count("席が増える") > 0 for page in again] == [True, True]
    assert [page.count("席が増える") > 0 for page in once] == [True, False]


def test_a_block_with_an_empty_message_shares_a_slide_that_has_room_for_it() -> None:
    few = LIST.replace("bullets", 'message: ""\n        bullets')
    (page,), _ = drawn(LIST + few, "    message: 席が増える\n")
    assert "席が増える" in page
