"""Dataclasses of our own, beside those of the standard library."""

import dataclasses
import inspect
import pickle
from dataclasses import dataclass as known
from dataclasses import field, replace

import pytest

from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A point."""

    x: int
    y: tuple[int, ...] = ()
    of: str = field(default="", compare=False)
    other: "Point | None" = field(default=None, repr=False)

    @property
    def far(self) -> bool:
        return self.x > 9


@dataclass(frozen=True)
class Named(Point):
    name: str = "n"

    def __repr__(self) -> str:
        return self.name


@dataclass
class Open:
    all: list[int] = field(default_factory=list)


@dataclass
class Counted:
    """One with an own start, a name like that of another field, and something to do at the end."""

    n: int
    _n: list[int] = field(default_factory=list)
    _default_n: int = 2

    def __post_init__(self) -> None:
        self._n.append(self.n * self._default_n)


@dataclass
class Started:
    n: int

    def __init__(self, text: str) -> None:
        self.n = int(text)


@dataclass(frozen=True)
class Nothing:
    pass


@dataclass(frozen=True, eq=False)
class Itself:
    x: int


@known(frozen=True)
class Known:
    x: int
    y: tuple[int, ...] = ()


def test_equal_values_are_equal_and_hash_alike():
    assert Point(1, (2,), "a") == Point(1, (2,), "b")
    assert Point(1) != Point(2) != Known(2)
    assert Point(1) != Named(1)
    assert len({Point(1), Point(1, of="a"), Point(2), Nothing(), Nothing()}) == 3
    assert Named(1, name="a") != Named(1, name="b")
    assert Itself(1) != Itself(1)
    assert len({Itself(1), Itself(1)}) == 2


def test_a_value_that_changes_has_no_hash():
    made = Open()
    made.all.append(1)
    assert made == Open([1])
    with pytest.raises(TypeError):
        hash(made)


def test_it_looks_like_any_other():
    assert repr(Point(1, (2,))) == "Point(x=1, y=(2,), of='')"
    assert repr(Known(1)).replace("Known", "Point") == "Point(x=1, y=())"
    assert repr(Named(1)) == "n"
    made = Open()
    made.all.append(made)
    assert repr(made) == "Open(all=[...])"


def test_it_is_made_as_any_other():
    assert (Counted(3)._n, Counted(3, [1], _default_n=4)._n, Counted(n=1)._n) == ([6], [1, 12], [2])
    assert Started("7").n == 7
    assert (Named(1, name="a").y, Named(1, (2,), "b", None, "c").name) == ((), "c")
    for wrong in ([], [1, (), "", None, "", 9]):
        with pytest.raises(TypeError, match=r"Named\.__init__\(\)"):
            Named(*wrong)
    assert str(inspect.signature(Point)) == (
        "(x: int, y: tuple[int, ...] = (), of: str = '', other: 'Point | None' = None)"
    )


def test_what_others_do_with_dataclasses_can_be_done():
    assert replace(Point(10), y=(1,)) == Point(10, (1,))
    assert [f.name for f in dataclasses.fields(Named)] == ["x", "y", "of", "other", "name"]
    assert pickle.loads(pickle.dumps(Point(1, other=Point(2)))) == Point(1, other=Point(2))
    assert Point(10).far
    assert not hasattr(Point(1), "__dict__")
    match Point(3, (4,)):
        case Point(x, y):
            assert (x, y) == (3, (4,))
