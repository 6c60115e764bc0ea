import pytest

from shiryo.inline import parse
from shiryo.layout.text.widths import longest_word, narrowed, raised, tail, widened


def test_room_to_spare_goes_to_the_last_column():
    assert widened([50, 50, 100], 400, even=False) == (74, 74, 252)


def test_room_to_spare_is_shared_where_the_last_column_holds_numbers():
    assert widened([50, 50, 50], 300, even=True) == (100, 100, 100)


def test_wide_columns_give_way_to_narrow_ones():
    assert narrowed([60, 300, 300], [30, 40, 40], 300, favour=1) == (60, 120, 120)


@pytest.mark.parametrize("favour", [0, 0.5, 1])
def test_the_width_is_used_up_and_no_word_cut(favour):
    made = narrowed([60, 500, 90], [30, 40, 50], 300, favour)
    assert sum(made) == pytest.approx(300)
    assert all(have >= least for have, least in zip(made, [30, 40, 50], strict=True))


def test_words_of_latin_letters_are_not_broken():
    assert longest_word(parse("契約はCivic-Centerと")) == "Civic-Center"


@pytest.mark.parametrize(
    ("number", "after"),
    [("1,234.5", ".5"), ("89", ""), ("約20億円", "億円"), ("▲3.0％", ".0％"), ("–", "")],
)
def test_a_tail_is_what_follows_the_whole_part_of_a_number(number, after):
    assert tail(number) == after


def test_a_column_gets_room_for_its_longest_word_from_those_that_have_more_than_theirs():
    assert raised([20, 60, 120], [50, 60, 60]) == [50, 60, 90]
    assert raised([50, 60, 90], [20, 20, 20]) == [50, 60, 90]
    assert raised([20, 60], [50, 55]) == [20, 60]
