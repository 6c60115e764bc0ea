from collections.abc import Callable
from itertools import product

import pytest
from fake_font import FakeFonts, run

from shiryo.typeset.cells import Shaper, cells_of
from shiryo.typeset.fonts import load
from shiryo.typeset.fonts.shape import Shaped

SIGNS = ("", ".", ",", "%", "-", "–")
NUMBERS = [f"{a}{sign}{b}" for a, sign, b in product(range(20), SIGNS, range(77))]


class Kerning(FakeFonts):
    """Wants a point nearer to a 7, where it is asked to kern."""

    def shape(
        self, family: str, weight: int, text: str, *how: bool
    ) -> list[tuple[str, tuple[Shaped, ...]]]:
        [(face, glyphs)] = super().shape(family, weight, text)
        near = (how[0] and text[n : n + 2] == "7." for n in range(len(text)))
        made = (g._replace(advance=0.4) if at else g for g, at in zip(glyphs, near, strict=True))
        return [(face, tuple(made))]


@pytest.mark.parametrize(
    "made", [Kerning, lambda: load(["Noto Sans JP"], ["Noto Serif JP"])], ids=["kerning", "real"]
)
@pytest.mark.parametrize("family", ["gothic", "mincho"])
def test_numbers_of_a_long_text_are_set_as_each_is_alone(
    made: Callable[[], Shaper], family: str
) -> None:
    together = made()
    for number in NUMBERS:
        cells_of(run(number, family=family), "jlreq", together)
    for number in NUMBERS[::61]:
        text = run(number, family=family)
        cells = cells_of(text, "jlreq", together)
        assert cells == cells_of(text, "jlreq", made())
        assert "7." not in number or made is not Kerning or any(cell.kern for cell in cells)


class Counting(FakeFonts):
    """Counts what is shaped."""

    def __init__(self) -> None:
        super().__init__()
        self.shaped = 0

    def shape(self, *asked: object) -> list[tuple[str, tuple[Shaped, ...]]]:
        self.shaped += 1
        return super().shape(*asked)


def test_numbers_of_a_long_text_are_not_shaped_one_by_one() -> None:
    fonts = Counting()
    for number in range(1000, 9000):
        cells_of(run(str(number)), "jlreq", fonts)
    assert fonts.shaped < 1000


class Grouping(FakeFonts):
    """Moves the fourth of four signs, as a font may that parts thousands."""

    def shape(self, *asked: object) -> list[tuple[str, tuple[Shaped, ...]]]:
        [(face, glyphs)] = super().shape(*asked)
        parted = (g._replace(advance=0.75) if n % 4 == 3 else g for n, g in enumerate(glyphs))
        return [(face, tuple(parted))]


def test_numbers_are_shaped_whole_by_a_font_that_looks_at_more_than_two_signs() -> None:
    fonts = Grouping()
    for number in range(1000, 3000):
        cells = cells_of(run(str(number)), "jlreq", fonts)
        assert [cell.body for cell in cells] == [5, 5, 5, 7.5]
