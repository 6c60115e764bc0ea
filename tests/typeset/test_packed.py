"""Lines that are put away come back as they were."""

import pytest
from fake_font import FakeFonts, run, set_text
from hypothesis import given
from hypothesis import strategies as st

from shiryo.typeset import set_paragraph
from shiryo.typeset.model import Setting
from shiryo.typeset.packed import pack


@given(st.lists(st.text(max_size=60), min_size=1, max_size=3), st.integers(1, 20))
def test_every_text_comes_back_with_all_its_lines(texts: list[str], measure: int) -> None:
    found = [set_text(text, measure, "justify") for text in texts]
    assert pack(*found).texts() == tuple(map(tuple, found))


def test_readings_and_what_runs_carry_come_back() -> None:
    tag = object()
    runs = [run("漢字", ruby="かんじ", tag=tag)]
    lines = set_paragraph(runs, 300, Setting(), FakeFonts())
    ((line,),) = pack(lines).texts()
    assert line == lines[0]
    assert all(piece.tag is tag for piece in line.pieces)


@pytest.mark.parametrize(("first", "end"), [(0, 3), (60, 70), (64, 128), (63, 64), (190, 300)])
def test_some_lines_come_back_alone(first: int, end: int) -> None:
    long, short = set_text("あいうえ" * 50, 1), set_text("かきく" * 25, 1)
    some = pack(long, short, ()).texts(first, end)
    assert some == (tuple(long[first:end]), tuple(short[first:end]), ())
