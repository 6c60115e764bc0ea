import pytest

from shiryo.typeset.classes import names
from shiryo.typeset.spacing import SOLID, adjustment, between


@pytest.mark.parametrize(
    ("before", "after", "optimum"),
    [
        ("15", "19", 0),
        ("15", "01", 0.5),
        ("02", "15", 0.5),
        ("02", "02", 0),
        ("06", "02", 0),
        ("02", "07", 0),
        ("01", "01", 0),
        ("07", "01", 0.5),
        ("06", "01", 0.5),
        ("15", "05", 0.25),
        ("05", "15", 0.25),
        ("06", "05", 0.75),
        ("19", "24", 0.25),
        ("27", "15", 0.25),
        ("27", "27", 0),
        ("27", "02", 0),
        ("01", "27", 0),
        ("08", "27", 0),
        ("26", "27", 1 / 3),
        ("04", "14", 0),
    ],
)
def test_optimum(before: str, after: str, optimum: float) -> None:
    assert between(before, after).optimum == pytest.approx(optimum)


def test_limits_hold_the_optimum_and_steps_exist() -> None:
    rules = adjustment()
    for before in names():
        for after in names():
            space = between(before, after)
            assert 0 <= space.minimum <= space.optimum <= space.maximum
            assert (space.shrink == 0) == (space.minimum == space.optimum)
            assert space.stretch == 0 or space.maximum > space.optimum
            assert space.shrink <= len(rules.shrink)
            assert space.stretch <= len(rules.stretch)


def test_full_stop_inside_a_line_never_gives_its_space() -> None:
    spaces = [between("06", after) for after in ("01", "15", "19", "24", "27")]
    assert all(space.minimum == space.optimum == 0.5 for space in spaces)


def test_latin_letters_are_never_spaced_out() -> None:
    assert between("27", "27") == between("24", "27") == SOLID


@pytest.mark.parametrize(("before", "after"), [("08", "08"), ("12", "19"), ("19", "13")])
def test_what_belongs_together_is_never_spaced_out(before: str, after: str) -> None:
    assert between(before, after) == SOLID
