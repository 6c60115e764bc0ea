from dataclasses import dataclass

from shiryo.layout.handout.breaking.breaker import Breaker
from shiryo.layout.handout.breaking.fill import fill
from shiryo.layout.handout.setting.atom import Atom, tied
from shiryo.units import Rect


@dataclass(frozen=True)
class Lines:
    atoms: tuple[Atom, ...]

    def draw(self, *_):
        return ()


class NoNotes:
    def lines(self, _number):
        return 0

    def height(self, _parts):
        return 0


def two_columns(_page):
    return Rect(0, 0, 100, 100), Rect(120, 0, 100, 100)


def filled(*counts, frames=two_columns):
    flows = [Lines(tied([Atom(10)] * count)) for count in counts]
    return fill(Breaker(flows, NoNotes()), frames, step=10)


def test_columns_are_filled_from_left_to_right_page_by_page():
    columns = filled(10, 10, 10)
    assert [(c.frame.page, c.frame.rect.x) for c in columns][:3] == [(0, 0), (0, 120), (1, 0)]


def test_columns_of_the_last_page_end_at_the_same_height():
    columns = filled(10, 10, 6)
    assert [column.bottom for column in columns] == [100, 100, 30, 30]


def test_balanced_columns_keep_lines_together():
    assert [column.bottom for column in filled(3, 2)] == [30, 20]


def test_one_column_is_not_balanced():
    [column] = filled(4, frames=lambda _page: (Rect(0, 0, 100, 100),))
    assert column.bottom == 40


def test_parts_of_a_flow_are_counted():
    columns = filled(25)
    assert [piece.part for column in columns for piece in column.slices] == [
        (1, 4), (2, 4), (3, 4), (4, 4)
    ]  # fmt: skip


def test_the_first_page_may_have_less_room():
    def frames(page):
        return (Rect(0, 80 if page == 0 else 0, 100, 20 if page == 0 else 100),)

    columns = filled(12, frames=frames)
    assert [len(c.slices[0].tops) for c in columns] == [2, 10]
