"""A company's file as values of a theme: sizes, frames, types, colours, fonts, layouts.

They stand over those of the template that the program has, and under what ``theme.yaml`` says.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from shiryo.template.model import Theme
from shiryo.template.office.dressing import Dressing, rounded
from shiryo.template.office.model import Office, OfficeLayout, known
from shiryo.template.office.parts import parts
from shiryo.template.office.places import Places, named, places
from shiryo.template.office.roles import Cast, cast
from shiryo.units import Points, Rect
from shiryo.values import dataclass

_BASE = (960 * 0.75, 540.0)
"""Width and height in points of a slide on which type has the size of the program's own theme."""
_NONE: Mapping[str, str] = MappingProxyType({})
_WIDE_SIGNS, _WIDE_SIGN = "●○■□◆◇❖➢✓▲△→", 1.35
"""Signs of lists that are an em wide, and how far left of their text they stand, in em."""
_LINES = ("lines", "rows", "agenda", "card-lines", "grid-lines", "define-lines", "step-lines")
"""Limits that are of the height."""
_ROOM = (864.0, 308.0)
"""The room for content for which the limits of the program's theme are made, in points."""


@dataclass(frozen=True)
class Made:
    """What is made of a company's file."""

    cast: Cast
    places: Mapping[str, Places]
    values: dict[str, Any]


def made_of(office: Office, theme: Theme, wanted: Mapping[str, str] = _NONE) -> Made:
    """Return a company's file as values of a theme, ``theme`` being the program's own.

    ``wanted`` are names of layouts that a person has chosen, by what they are to serve for.
    """
    chosen, by = cast(office), known(office)
    own = {role: parts(by[name], office.size) for role, name in wanted.items() if name in by}
    roles = {role: own.get(role, made) for role, made in chosen.layouts.items()}
    chosen = replace(chosen, layouts=roles)
    scale = min(office.size[0] / _BASE[0], office.size[1] / _BASE[1])
    content = chosen.layouts["content"]
    found: dict[str, Places] = {
        role: places(made, role, scale, content) for role, made in chosen.layouts.items()
    }
    found |= {name: places(made, "only", scale) for name, made in own.items() if name not in roles}
    return Made(chosen, found, _Values(office, chosen, found, theme, scale).all())


def layout_values(
    office: Office, layout: OfficeLayout, theme: Theme
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return what stands where on a layout that serves for no role, and colours that it has more.

    ``theme`` is that of the company's file.
    """
    scale = min(office.size[0] / _BASE[0], office.size[1] / _BASE[1])
    chosen, own = cast(office), parts(layout, office.size)
    found: dict[str, Places] = {
        role: places(made, role, scale, chosen.layouts["content"])
        for role, made in chosen.layouts.items()
    }
    found[layout.key] = places(own, "only", scale)
    values = _Values(office, chosen, found, theme, 1)  # its types are scaled already
    return values.layout(layout.key), values.dress.more


class _Values:
    def __init__(
        self,
        office: Office,
        chosen: Cast,
        found: Mapping[str, Places],
        theme: Theme,
        scale: float,
    ) -> None:
        self._office, self._places = office, found
        self._theme, self._scale = theme, scale
        self.dress = Dressing(office, chosen, found, theme, scale)

    def all(self) -> dict[str, Any]:
        """Return all values."""
        dress = self.dress
        types, levels = dress.types(), dress.levels
        frames = {name: frame for role in ("only", "content", "section", "cover")
                  for name, frame in self._places[role].frames.items()}  # fmt: skip
        named_ = {role: self.layout(role) for role in self._places}
        fonts = self._theme.fonts.model_dump()
        return {
            "title": self._theme.title,
            "colours": {**dress.colours, **dress.more},
            "series": [name for name in dress.colours if name.startswith("series")],
            "labels": self._signs(),
            "fonts": {**fonts, "office": {"gothic": self._office.fonts[1]}},
            "deck": {
                "size": [*self._office.size],
                "frames": {name: _box(frame) for name, frame in frames.items()},
                "type": types,
                "space": {n: rounded(v * self._scale) for n, v in self._theme.deck.space.items()},
                "em": self._em(),
                "sizes": dress.sizes,
                "charts": self._charts(),
                "limits": self._limits(),
                "levels": levels,
                "layouts": named_,
            },
        }

    def layout(self, role: str) -> dict[str, Any]:
        """Return what is of one layout alone."""
        found = self._places[role]
        return {
            "layout": self._name(found.made.layout),
            "placeholders": {name: tuple(idx) for name, idx in named(found).items()},
            "frames": {name: _box(frame) for name, frame in found.frames.items()},
            "type": self.dress.own_types(role),
        }

    def _name(self, layout: OfficeLayout) -> str:
        """Return the name of a layout, or that of its part where others have the same."""
        same = [each for each in self._office.layouts if each.name == layout.name]
        return layout.name if len(same) == 1 and layout.name else layout.key

    def _charts(self) -> list[Points]:
        sizes = {
            min(rounded(s * self._scale), rounded(self.dress.body)) for s in self._theme.deck.charts
        }
        return sorted(sizes, reverse=True)

    def _em(self) -> dict[str, float]:
        """Return gaps in em: between items as the company has them."""
        em, levels = dict(self._theme.deck.em), self.dress.levels
        em["dash"] = self._dash()
        if levels:
            before = levels[0]["before"] / levels[0]["size"]
            em["item"] = round(max(before, 0.4), 3)
            hang = levels[0]["hang"] if levels[0]["bullet"] else 0
            em["bullet"] = round(hang / levels[0]["size"], 5) or em["bullet"]
            em["item-most"] = round(max(em["item"], 1.1), 3)
        return em

    def _signs(self) -> dict[str, str]:
        """Return what stands before items of lists, as the company has it."""
        levels = [level["bullet"] for level in self.dress.levels[:2]]
        found = [sign if sign and not sign.isdecimal() else "" for sign in levels]
        labels = self._theme.labels
        square = found[0] if found and found[0] else "•"
        dash = found[1] if len(found) > 1 and found[1] else labels["dash"]
        return {"square": square, "dash": dash}

    def _dash(self) -> float:
        """Return how far left of their text such signs stand on the second level, in em."""
        usual = self._theme.deck.em["dash"]
        return max(usual, _WIDE_SIGN) if self._signs()["dash"] in _WIDE_SIGNS else usual

    def _limits(self) -> dict[str, int]:
        limits, room = dict(self._theme.deck.limits), self._places["content"].frames["content"]
        high = min(max(room.height / _ROOM[1] / self._scale, 0.4), 2)
        wide = min(room.width / _ROOM[0] / self._scale, 1.2)
        for name in _LINES:
            limits[name] = max(round(limits[name] * high), 3)
        for name, least in (("cards", 1), ("steps", 2)):
            limits[name] = max(min(int(limits[name] * wide + 0.1), limits[name]), least)
        return limits


def _box(frame: Rect) -> tuple[Points, Points, Points, Points]:
    x, y = max(frame.x, 0), max(frame.y, 0)
    return (round(x, 3), round(y, 3), round(frame.width, 3), round(frame.height, 3))
