"""Page breaking as arithmetic: flows of atoms, no font."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiryo.layout.handout.breaking.breaker import Breaker, Cursor
from shiryo.layout.handout.breaking.columns import Column, Frame
from shiryo.layout.handout.breaking.foot import NotePart
from shiryo.layout.handout.setting.atom import Atom, Piece, join, tied
from shiryo.pages import Element
from shiryo.units import Rect


@dataclass(frozen=True)
class Lines:
    atoms: tuple[Atom, ...]

    def draw(self, *_):
        return ()


def lines(count: int, **how) -> Lines:
    return Lines(tuple(Atom(10, **how) for _ in range(count)))


def paragraph(count: int) -> Lines:
    return Lines(tied(lines(count).atoms))


@dataclass(frozen=True)
class Notes:
    """Footnotes of lines of ten points."""

    sizes: dict[int, int] = field(default_factory=dict)

    def lines(self, number: int) -> int:
        return self.sizes[number]

    def height(self, parts: tuple[NotePart, ...]) -> float:
        return sum(10.0 * (part.end - part.first) for part in parts)


def break_up(flows: Sequence[Lines], height: float, notes: Notes | None = None, grid: float = 0):
    breaker = Breaker(flows, notes or Notes(), grid)
    start, columns = Cursor(), list[Column]()
    while not breaker.done(start):
        column, start = breaker.column(start, Frame(len(columns), Rect(0, 0, 100, height)))
        columns.append(column)
        assert len(columns) < 200
    return columns


def counts(columns: Sequence[Column]) -> list[int]:
    return [sum(len(piece.tops) for piece in column.slices) for column in columns]


def test_a_column_is_filled_to_its_last_line():
    assert counts(break_up([lines(7)], 30)) == [3, 3, 1]


def test_a_paragraph_leaves_no_lone_last_line():
    assert counts(break_up([paragraph(6)], 50)) == [4, 2]


def test_a_paragraph_leaves_no_lone_first_line():
    assert counts(break_up([paragraph(4), paragraph(4)], 50)) == [4, 4]


@pytest.mark.parametrize("count", [2, 3])
def test_a_short_paragraph_stays_whole(count):
    assert counts(break_up([lines(4), paragraph(count)], 50)) == [4, count]


def test_a_heading_goes_with_the_first_two_lines_under_it():
    flows = join([Piece(lines(3)), Piece(lines(1), keep_next=True), Piece(paragraph(4))])
    assert counts(break_up(flows, 50)) == [3, 5]
    assert counts(break_up(flows, 60)) == [6, 2]


def test_two_headings_and_a_message_stay_with_the_text():
    heads = [Piece(lines(1), keep_next=True) for _ in range(3)]
    flows = join([Piece(lines(2)), *heads, Piece(paragraph(5))])
    assert counts(break_up(flows, 60)) == [2, 6, 2]


def test_space_above_vanishes_at_the_top_of_a_column():
    flows = join([Piece(lines(3)), Piece(lines(2), above=8)])
    _, second = break_up(flows, 30)
    assert second.slices[0].tops == (0, 10)
    [only] = break_up(flows, 60)
    assert only.slices[1].tops == (38, 48)


def test_squeezing_makes_the_spaces_smaller():
    flows = join([Piece(lines(1)), Piece(lines(1), above=10)])
    frame = Frame(0, Rect(0, 0, 100, 50))
    column, _ = Breaker(flows, Notes(), squeeze=0.5).column(Cursor(), frame)
    assert [top for piece in column.slices for top in piece.tops] == [0, 15]


def test_the_larger_of_two_spaces_stands_between_pieces():
    flows = join([Piece(lines(1), below=5), Piece(lines(1), above=8), Piece(lines(1), above=2)])
    [column] = break_up(flows, 100)
    assert [top for piece in column.slices for top in piece.tops] == [0, 18, 30]


def test_a_repeated_head_takes_room_where_a_column_starts_with_a_row():
    rows = Lines((Atom(10, keep=True), *(Atom(10, opening=10) for _ in range(5))))
    columns = break_up([rows], 40)
    assert counts(columns) == [4, 2]
    assert columns[1].slices[0].tops == (10, 20)


def test_padding_takes_room_where_a_column_ends_inside_a_box():
    box = Lines(tuple(Atom(10, closing=5) for _ in range(6)))
    assert counts(break_up([box], 30)) == [2, 2, 2]


def test_a_footnote_stands_on_the_page_of_its_mark_and_takes_room_there():
    flows = [lines(2), Lines((Atom(10, notes=(1,)),)), lines(3)]
    columns = break_up(flows, 50, Notes({1: 2}))
    assert counts(columns) == [3, 3]
    assert [column.notes for column in columns] == [(NotePart(1, 0, 2),), ()]


def test_a_line_whose_footnote_does_not_fit_goes_to_the_next_page_with_it():
    flows = [lines(4), Lines((Atom(10, notes=(1,)),)), lines(1)]
    columns = break_up(flows, 50, Notes({1: 2}))
    assert counts(columns) == [4, 2]
    assert [column.notes for column in columns] == [(), (NotePart(1, 0, 2),)]


def test_a_chain_longer_than_a_column_is_broken_where_the_column_is_full():
    assert counts(break_up([lines(7, keep=True)], 30)) == [3, 3, 1]


def test_something_higher_than_a_column_stands_alone():
    assert counts(break_up([lines(1), Lines((Atom(90),)), lines(1)], 30)) == [1, 1, 1]


def test_a_paragraph_after_odd_space_comes_back_to_the_line_grid():
    flows = join([Piece(lines(1)), Piece(Lines((Atom(10, seat=True), Atom(10))), above=4)])
    [column] = break_up(flows, 100, grid=10)
    assert column.slices[1].tops == (20, 30)


def seated(count: int) -> Lines:
    return lines(count, seat=True)


def test_what_a_table_leaves_of_its_last_line_is_shared_by_the_spaces_around_it():
    flows = join([Piece(seated(1)), Piece(Lines((Atom(14),)), 2, 2), Piece(seated(2))])
    [column] = break_up(flows, 100, grid=10)
    assert [piece.tops for piece in column.slices] == [(0,), (13,), (30, 40)]


def test_a_heading_stands_nearer_to_the_text_that_follows():
    flows = join([Piece(seated(1)), Piece(Lines((Atom(12),)), 9, 3), Piece(seated(1))])
    [column] = break_up(flows, 100, grid=10)
    assert [piece.tops for piece in column.slices] == [(0,), (23.5,), (40,)]


def test_a_heading_sinks_towards_its_text_at_the_top_of_a_column_and_a_table_does_not():
    def top(sinks: bool) -> float:
        flows = join([Piece(Lines((Atom(12),)), 8, 2, sinks=sinks), Piece(seated(1))])
        return break_up(flows, 100, grid=10)[0].slices[0].tops[0]

    assert top(sinks=True) == pytest.approx(4.8)
    assert top(sinks=False) == 0


def figure(height: float) -> Piece:
    return Piece(Lines((Atom(height),)), 5, 5, listed=True, floats=Element("Div", (0,)))


def placed(columns: Sequence[Column]) -> list[list[tuple[float, int]]]:
    """Return for each column the height of the first atom, and the count, of its slices."""
    return [[(s.atoms[0].height, len(s.tops)) for s in column.slices] for column in columns]


def test_a_figure_without_room_goes_to_the_next_column_and_the_text_closes_up():
    flows = join([Piece(paragraph(3)), figure(40), Piece(paragraph(6))])
    assert placed(break_up(flows, 60)) == [[(10, 3), (10, 3)], [(40, 1), (10, 1)], [(10, 2)]]


def test_a_figure_with_room_stays_where_it_is():
    flows = join([Piece(paragraph(3)), figure(20), Piece(paragraph(3))])
    assert placed(break_up(flows, 100)) == [[(10, 3), (20, 1), (10, 3)]]


def test_a_table_that_goes_on_under_a_figure_repeats_its_head_there():
    table = Lines(tuple(Atom(10, opening=10) for _ in range(9)))
    flows = join([Piece(lines(4)), figure(40), Piece(table)])
    columns = break_up(flows, 80)
    [over, rows] = columns[1].slices
    assert rows.tops[0] == over.tops[0] + 40 + 5 + 10


def test_figures_keep_their_order():
    flows = join([Piece(lines(2)), figure(40), Piece(lines(1)), figure(11), Piece(lines(9))])
    first, second = placed(break_up(flows, 60))[:2]
    assert first == [(10, 2), (10, 1), (10, 3)]
    assert second[:2] == [(40, 1), (11, 1)]


def test_a_figure_alone_under_its_heading_stays_there():
    heading = Piece(lines(1), sinks=True, keep_next=True)
    flows = join([Piece(lines(4)), heading, figure(40), heading, Piece(lines(3))])
    assert placed(break_up(flows, 70)) == [[(10, 4)], [(10, 1), (40, 1)], [(10, 1), (10, 3)]]


def test_a_long_footnote_goes_on_at_the_foot_of_the_next_page():
    flows = [lines(2), Lines((Atom(10, notes=(1,)),)), lines(6)]
    columns = break_up(flows, 80, Notes({1: 9}))
    assert [column.notes for column in columns] == [(NotePart(1, 0, 5),), (NotePart(1, 5, 9),), ()]
    assert counts(columns) == [3, 4, 2]


def test_a_footnote_longer_than_a_page_goes_on_over_pages():
    columns = break_up([Lines((Atom(10, notes=(1,)), Atom(10)))], 100, Notes({1: 40}))
    parts = [part for column in columns for part in column.notes]
    assert [part.first for part in parts] == [0, *(part.end for part in parts[:-1])]
    assert parts[-1].end == 40
    assert all(part.end - part.first >= 2 for part in parts)


def test_a_footnote_is_divided_rather_than_the_paragraph_that_calls_it():
    first, second = lines(1, notes=(1,)).atoms, lines(1).atoms
    columns = break_up([Lines(tied((*first, *second)))], 100, Notes({1: 9}))
    assert counts(columns) == [2, 0]
    assert [column.notes for column in columns] == [(NotePart(1, 0, 7),), (NotePart(1, 7, 9),)]


def test_what_leads_to_a_list_stays_behind_rather_than_that_a_line_stands_alone():
    lead, item = Piece(paragraph(2), keep_next=True, yields=True), Piece(paragraph(3))
    assert counts(break_up(join([lead, item]), 40)) == [2, 3]


def test_a_short_footnote_is_not_divided():
    flows = [lines(4), Lines((Atom(10, notes=(1,)),)), lines(1)]
    columns = break_up(flows, 70, Notes({1: 4}))
    assert [column.notes for column in columns] == [(), (NotePart(1, 0, 4),)]


atoms = st.builds(
    Atom,
    st.integers(1, 30).map(float),
    before=st.integers(0, 9).map(float),
    keep=st.booleans(),
    closing=st.sampled_from([0.0, 3.0]),
)


@given(st.lists(st.lists(atoms, min_size=1, max_size=8).map(tuple).map(Lines), max_size=8))
def test_every_atom_is_placed_once_in_order_and_inside_its_column(flows):
    columns = break_up(flows, 60)
    placed = [
        (id(piece.flow), n)
        for column in columns
        for piece in column.slices
        for n in range(piece.first, piece.first + len(piece.tops))
    ]
    assert placed == [(id(flow), n) for flow in flows for n in range(len(flow.atoms))]
    for column in columns:
        tops = [top for piece in column.slices for top in piece.tops]
        assert tops == sorted(tops)
        assert column.bottom <= 60.01
