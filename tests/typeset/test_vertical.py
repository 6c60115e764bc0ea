from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiryo.typeset import set_paragraph
from shiryo.typeset.fonts import Fonts, load
from shiryo.typeset.model import Line, Run, Setting, Vertical
from shiryo.typeset.vertical import stances

RULES = Vertical(digits=2, capitals=4)


@cache
def fonts() -> Fonts:
    return load(["Noto Sans JP"], ["Noto Serif JP"])


def line(text: str, ruby: str | None = None, rules: Vertical = RULES) -> Line:
    run = Run(text, "mincho", 400, 10, ruby, vertical=rules)
    [made] = set_paragraph([run], 1000, Setting(), fonts())
    return made


def standing(text: str) -> list[tuple[str, str]]:
    return [("".join(g.text for g in p.glyphs), p.stance) for p in line(text).pieces]


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        ("国", [("国", "upright")]),
        ("。", [("。", "upright")]),
        ("１", [("１", "upright")]),
        ("18", [("18", "combined")]),
        ("128", [("128", "sideways")]),
        ("3,400", [("3,400", "sideways")]),
        ("AI", [("A", "combined"), ("I", "combined")]),
        ("GENIAC", [("GENIAC", "sideways")]),
        ("x", [("x", "combined")]),
        ("ChatGPT", [("ChatGPT", "sideways")]),
        ("kg", [("kg", "combined")]),
        ("……", [("……", "sideways")]),
        ("→", [("→", "sideways")]),
        ("ｶ", [("ｶ", "sideways")]),
        ("①", [("①", "upright")]),
    ],
)
def test_what_stands_and_what_lies(token: str, parts: list[tuple[str, str]]) -> None:
    assert stances(token, RULES) == parts


def test_three_digits_stand_in_one_em_if_the_theme_says_so() -> None:
    assert stances("128", Vertical(digits=3)) == [("128", "combined")]
    assert line("128", rules=Vertical(digits=3)).width == pytest.approx(10)


def test_a_number_of_two_digits_takes_one_em() -> None:
    assert standing("九月18日") == [("九月", "upright"), ("18", "combined"), ("日", "upright")]
    assert line("九月18日").width == pytest.approx(40)


def test_marks_and_brackets_are_those_of_vertical_text() -> None:
    lying, up = (
        [g.gid for p in made.pieces for g in p.glyphs]
        for made in (
            set_paragraph([Run("「、」ーっ", "mincho", 400, 10)], 1000, Setting(), fonts())[0],
            line("「、」ーっ"),
        )
    )
    assert all(a != b for a, b in zip(lying, up, strict=True))


def test_closing_marks_take_half_an_em_as_in_horizontal_text() -> None:
    assert line("国」（国").width == pytest.approx(10 + 5 + 5 + 5 + 10)


def test_a_letter_with_marks_of_its_own_stands_in_one_em() -> None:
    assert standing("いぬ゚ぬ") == [("い", "upright"), ("ぬ゚", "combined"), ("ぬ", "upright")]


def test_ruby_stands_upright_beside_its_base() -> None:
    base, ruby = line("漢字", "かんじ").pieces
    assert (base.stance, ruby.stance, ruby.ruby) == ("upright", "upright", True)
    assert ruby.rise > 0


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60), st.integers(4, 30))
def test_no_character_is_lost_and_no_line_too_long(text: str, em: int) -> None:
    run = Run(text, "mincho", 400, 10, vertical=RULES)
    lines = set_paragraph([run], em * 10.0, Setting("justify"), fonts())
    glyphs = (g for made in lines for p in made.pieces for g in p.glyphs)
    assert "".join(g.text for g in glyphs) == text.replace("\n", "")
    assert all(made.width <= em * 10 + 0.01 for made in lines if len(made.text) > 1)
