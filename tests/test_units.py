"""Lengths and rectangles."""

import pytest

from shiryo.units import Rect, length


@pytest.mark.parametrize(
    ("text", "points"), [("72pt", 72), ("96px", 72), ("25.4mm", 72), ("1in", 72), (10.2, 10.2)]
)
def test_lengths_become_points(text: str | float, points: float) -> None:
    assert length(text) == pytest.approx(points)


@pytest.mark.parametrize("text", ["", "12em", "large", "1 2pt", {"a": 1}, [1], None])
def test_what_is_no_length_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match="not a length"):
        length(text)


def test_columns_fill_the_width_with_gaps_between() -> None:
    a, b, c = Rect(10, 0, 320, 50).columns(3, 10)
    assert (a.x, b.x, c.x) == (10, 120, 230)
    assert a.width == b.width == c.width == 100
    assert c.right == 330
