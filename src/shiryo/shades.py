"""Shades of a theme's colours: lighter or darker, and so the theme's own wherever it is changed.

An office program knows them as a colour of the theme whose luminance is multiplied and moved
(ECMA-376-1 § 20.1.2.3.20 and .21). A colour that has no place of its own in such a theme, but is
nearly a shade of what text stands on, is taken for that: what is drawn here is then what the
program shows.
"""

import colorsys
from collections.abc import Mapping
from typing import NamedTuple

SLOTS = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "ink2",
    "lt2": "surface",
    "accent1": "accent",
    "accent2": "accent2",
    "accent3": "teal",
    "accent4": "caution",
    "accent5": "muted",
    "accent6": "rule",
    "hlink": "accent",
    "folHlink": "ink2",
}
"""The colours of an office program's theme, and what a template calls them."""
_GROUNDS = ("paper", "surface")
"""What text stands on: pale on a pale page, and dark on a dark one."""
_NEAR = 16
"""How far a colour may be from a shade, of 255 in red, green or blue, to be taken for it."""
_MOST = 20
"""How much lighter, in percent: much more would be pale wherever the theme is changed to dark."""


class Shade(NamedTuple):
    """A colour of the theme, lighter or darker."""

    base: str
    """The name of the theme's colour."""
    factor: int
    """What its luminance is multiplied by, in percent."""
    offset: int
    """What is added then, in percent."""
    colour: str
    """What it looks like: ``RRGGBB``."""


def shade(value: str, colours: Mapping[str, str]) -> Shade | None:
    """Return the shade of a ground of ``colours`` that ``value`` nearly is; None if it is none."""
    luminance = _hls(value)[1]
    found = [_to(name, colours[name], luminance) for name in _GROUNDS if name in colours]
    found = [made for made in found if made.offset <= _MOST]
    nearest = min(found, key=lambda made: _distance(made.colour, value), default=None)
    return nearest if nearest and _distance(nearest.colour, value) <= _NEAR else None


def settled(colours: Mapping[str, str]) -> dict[str, str]:
    """Return ``colours`` with those that have no place in a theme as the shades that they are."""
    own = {name: value for name, value in colours.items() if name not in SLOTS.values()}
    shades = {name: shade(value, colours) for name, value in own.items()}
    return {**colours, **{name: made.colour for name, made in shades.items() if made}}


def _to(base: str, colour: str, luminance: float) -> Shade:
    """Return a colour of the theme as light as ``luminance`` says, in whole percent."""
    hue, own, saturation = _hls(colour)
    lighter = luminance > own
    factor = round(100 * ((1 - luminance) / (1 - own) if lighter else luminance / max(own, 0.01)))
    offset = 100 - factor if lighter else 0
    light = min(1, own * factor / 100 + offset / 100)
    parts = colorsys.hls_to_rgb(hue, light, saturation)
    return Shade(base, factor, offset, "".join(f"{round(255 * part):02X}" for part in parts))


def _hls(colour: str) -> tuple[float, float, float]:
    return colorsys.rgb_to_hls(*(part / 255 for part in bytes.fromhex(colour)))


def _distance(one: str, other: str) -> int:
    pairs = zip(bytes.fromhex(one), bytes.fromhex(other), strict=True)
    return max(abs(a - b) for a, b in pairs)
