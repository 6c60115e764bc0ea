import pytest

from shiryo.pages import GlyphRun, Line, Polygon, Shape, TextBox
from shiryo.pages.turn import Turn
from shiryo.units import Rect

TURN = Turn(width=400, room=300)


def run(stance: str, advance: float = 10) -> GlyphRun:
    glyphs = ((1, advance, "あ"), (2, advance, "い"))
    return GlyphRun(50, 100, "mincho-400", 10, "000000", glyphs, stance=stance)


def turned(made: GlyphRun) -> GlyphRun:
    item = TURN.item(TextBox(Rect(50, 90, 200, 20), (), (Line((made,)),)))
    assert isinstance(item, TextBox)
    assert item.frame == Rect(290, 50, 20, 200)
    return item.lines[0].runs[0]


def test_the_top_of_what_is_laid_out_is_at_the_right_of_the_paper() -> None:
    assert TURN.rect(Rect(30, 20, 100, 5)) == Rect(375, 30, 5, 100)
    assert TURN.back(TURN.rect(Rect(30, 20, 100, 5))) == Rect(30, 20, 100, 5)


def test_what_stands_and_what_lies_have_their_middle_on_one_line() -> None:
    upright, sideways = turned(run("upright")), turned(run("sideways"))
    assert upright.box == Rect(pytest.approx(298.8), 50, 10, 20)
    assert sideways.box == Rect(pytest.approx(298.8), 50, 10, 20)


def test_digits_in_one_em_are_squeezed_into_it_and_stand_in_its_middle() -> None:
    made = turned(run("combined", advance=7.5))
    assert (made.stance, made.stretch, made.width) == ("horizontal", pytest.approx(2 / 3), 10)
    box = made.box
    assert (box.x, box.y) == (pytest.approx(298.8), pytest.approx(50))


def test_what_is_level_is_as_it_was_once_the_page_is_turned() -> None:
    items = [
        Shape(Rect(10, 20, 30, 40), fill="FF0000"),
        Polygon(((1, 2), (3, 4))),
        TextBox(Rect(1, 2, 3, 4), (), (Line((run("horizontal"),)),)),
    ]
    assert [TURN.item(TURN.level(item)) for item in items] == items
