"""Colours of a theme made lighter or darker."""

import pytest

from shiryo.shades import settled, shade

LIGHT = {"paper": "FFFFFF", "surface": "F4F6F9", "ink": "16243A"}
DARK = {"paper": "1B1B1B", "surface": "333333", "ink": "FFFFFF"}


def test_a_colour_that_is_nearly_a_shade_becomes_it_and_stays_it() -> None:
    made = settled({**LIGHT, "tint": "E7F0FA"})
    assert made["tint"] != "E7F0FA"
    assert settled(made) == made
    found = shade(made["tint"], LIGHT)
    assert found is not None
    assert (found.base, found.offset, found.colour) == ("surface", 0, made["tint"])


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_colours_of_the_theme_and_those_unlike_it_stay_as_they_are(colours: dict[str, str]) -> None:
    own = {**colours, "stamp": "C00000"}
    assert settled(own) == own


def test_what_would_be_pale_in_a_dark_theme_is_no_shade() -> None:
    found = shade("FBFCFD", {"surface": "F4F6F9"})
    assert found is None or found.offset <= 20
