"""A company's file as values of a theme: sizes, frames, types, colours, fonts, layouts.

They stand over those of the template that the program has, and under what ``theme.yaml`` says.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType
from typing import Any

from shiryo.template.contrast import contrast
from shiryo.template.model import Theme, Type
from shiryo.template.office.colours import chroma
from shiryo.template.office.model import Office, OfficeLayout, Slot, known
from shiryo.template.office.palette import ENOUGH, LARGE, SEEN, colours, readable
from shiryo.template.office.parts import parts
from shiryo.template.office.places import Places, named, places
from shiryo.template.office.roles import Cast, cast
from shiryo.template.office.under import under
from shiryo.units import Points, Rect
from shiryo.values import dataclass

_BASE = (960 * 0.75, 540.0)
"""Width and height in points of a slide on which type has the size of the program's own theme."""
_SIZES = (24, 20, 18, 16, 14)
_LARGEST, _LEAST, _SMALL = 28, 14, 9
"""Of body text, the largest and the smallest size; and that of the smallest type."""
_LARGE_TYPE = 18
"""Points; from there on type is large (WCAG 2.2). What is not ours, footers, is as it is."""
_COLOURED = 40
"""Chroma of what is no grey."""
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
    found["own"] = places(own, "only", scale)
    values = _Values(office, chosen, found, theme, 1)  # its types are scaled already
    return values.layout("own"), values.more


class _Values:
    def __init__(
        self,
        office: Office,
        chosen: Cast,
        found: Mapping[str, Places],
        theme: Theme,
        scale: float,
    ) -> None:
        self._office, self._cast, self._places = office, chosen, found
        self._theme, self._scale = theme, scale
        self._content = found["content"]
        layout = self._content.made.layout
        body = self._content.slots.get("body")
        self._ground = under(layout, self._content.frames["content"])
        said = body.levels[0].size if body else 24 * scale
        self._body = min(said, _LARGEST * scale)
        self._scheme = office.schemes[chosen.master]
        text = body.levels[0].colour if body else ""
        self._colours = colours(self._scheme, self._ground, text, self._worn())
        self._extra: dict[str, str] = {}

    def _worn(self) -> list[str]:
        """Return colours of its theme in which the company draws its layouts, most used first."""
        areas = Counter[str]()
        for role in ("content", "cover", "section"):
            for at, colour in self._places[role].made.layout.bands:
                if colour in self._scheme.values() and chroma(colour) >= _COLOURED:
                    areas[colour] += round(at.width * at.height * (3 if role == "content" else 1))
        return [colour for colour, _ in areas.most_common()]

    @property
    def more(self) -> dict[str, str]:
        """Colours that were asked for and had no name."""
        return self._extra

    def all(self) -> dict[str, Any]:
        """Return all values."""
        types, levels = self._types(), self._levels
        frames = {name: frame for role in ("only", "content", "section", "cover")
                  for name, frame in self._places[role].frames.items()}  # fmt: skip
        named_ = {role: self.layout(role) for role in self._places}
        fonts = self._theme.fonts.model_dump()
        return {
            "title": self._theme.title,
            "colours": {**self._colours, **self._extra},
            "series": [name for name in self._colours if name.startswith("series")],
            "labels": self._signs(),
            "fonts": {**fonts, "office": {"gothic": self._office.fonts[1]}},
            "deck": {
                "size": [*self._office.size],
                "frames": {name: _box(frame) for name, frame in frames.items()},
                "type": types,
                "space": {n: _round(v * self._scale) for n, v in self._theme.deck.space.items()},
                "em": self._em(),
                "sizes": self._sizes(),
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
            "type": self._own_types(role),
        }

    def _name(self, layout: OfficeLayout) -> str:
        """Return the name of a layout, or that of its part where others have the same."""
        same = [each for each in self._office.layouts if each.name == layout.name]
        return layout.name if len(same) == 1 and layout.name else layout.key

    def _sizes(self) -> list[Points]:
        scale, most = self._scale, _round(self._body)
        steps = {_round(size * scale) for size in _SIZES if size * scale <= most}
        least = min(most, _round(_LEAST * scale))
        return sorted({most, *(step for step in steps if step >= least)}, reverse=True)

    def _charts(self) -> list[Points]:
        sizes = {min(_round(s * self._scale), _round(self._body)) for s in self._theme.deck.charts}
        return sorted(sizes, reverse=True)

    def _types(self) -> dict[str, dict[str, Any]]:
        """Return how kinds of text are set: none larger than what the company has of its kind."""
        sizes = self._sizes()
        titles = [s.levels[0].size for p in self._places.values() if (s := p.slots.get("title"))]
        most = max((*titles, self._body))
        made = {}
        for name, style in self._theme.deck.type.items():
            size = _round(style.size * self._scale)
            size = min(size, _round(self._body if style.size <= 24 else most))
            made[name] = self._type(style, max(size, min(_round(_SMALL * self._scale), sizes[-1])))
        base = next((s for s in sizes if s <= 20 * self._scale + 0.01), sizes[-1])
        made["body"]["size"] = base
        return {**made, **self._own_types("content"), **self._own_types("section"),
                **self._own_types("cover")}  # fmt: skip

    def _type(self, style: Type, size: Points) -> dict[str, Any]:
        return {**style.model_dump(), "font": "gothic", "size": size}

    def _own_types(self, role: str) -> dict[str, dict[str, Any]]:
        """Return how the texts are set that stand in placeholders of a layout."""
        found, made = self._places[role], dict[str, dict[str, Any]]()
        prefix = role if role in ("cover", "section") else ""
        for name in ("title", "message", "subtitle", "byline", "footer", "number"):
            slot, kind = found.slots.get(name), name
            if name in ("title", "message", "subtitle", "byline") and prefix:
                kind = f"{prefix}-{name}"
            if kind not in self._theme.deck.type or kind not in found.frames:
                continue
            style = self._theme.deck.type[kind]
            if slot is not None:
                is_large = slot.levels[0].size >= _LARGE_TYPE or name in ("footer", "number")
                least = SEEN if name == "title" else LARGE if is_large else ENOUGH
                made[kind] = self._slot(found, kind, (role, least), slot, style)
            else:
                made[kind] = self._free(found, kind, role, style)
        if role == "cover" and "cover-label" in found.frames:
            style = self._theme.deck.type["cover-label"]
            made["cover-label"] = self._free(found, "cover-label", role, style)
        return made

    def _slot(
        self, found: Places, kind: str, of: tuple[str, float], slot: Slot, style: Type
    ) -> dict[str, Any]:
        """Return how a text is set in a placeholder of a role, with at least so much contrast."""
        level, (role, least) = slot.levels[0], of
        ground = under(found.made.layout, slot.inner)
        colour = readable(level.colour, ground, self._ink(ground), least=least)
        name = self._named(colour, f"{role}-{kind}" if role not in kind else kind)
        return {
            **self._type(style, max(_round(level.size), 6)),
            "weight": 700 if level.strong else 400,
            "colour": name,
            "leading": round(level.leading, 4),
        }

    def _free(self, found: Places, kind: str, role: str, style: Type) -> dict[str, Any]:
        """Return how a text is set that has no placeholder: in a colour seen on its ground."""
        ground = under(found.made.layout, found.frames[kind])
        colour = self._colours.get(style.colour, self._colours["ink"])
        title = found.slots.get("title")
        own = title.levels[0].colour if title and role in ("cover", "section") else colour
        if contrast(colour, ground) < ENOUGH or (own != colour and ground != self._ground):
            colour = own if contrast(own, ground) >= LARGE else self._ink(ground)
        name = self._named(colour, f"{role}-{kind}" if role not in kind else kind)
        size = min(_round(style.size * self._scale), _round(self._body))
        if kind == "cover-label" or kind.endswith(("byline", "footer", "number")):
            size = min(size, _round(16 * self._scale))
        return {**self._type(style, size), "colour": name}

    def _ink(self, ground: str) -> str:
        return colours(self._scheme, ground)["ink"]

    def _named(self, colour: str, name: str) -> str:
        """Return the name of a colour of the theme; one that it has not becomes ``name``."""
        known = {value: key for key, value in reversed([*self._colours.items()])}
        if colour in known:
            return known[colour]
        self._extra[name] = colour
        return name

    def _em(self) -> dict[str, float]:
        """Return gaps in em: between items as the company has them."""
        em, levels = dict(self._theme.deck.em), self._levels
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
        levels = [level["bullet"] for level in self._levels[:2]]
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
        limits, room = dict(self._theme.deck.limits), self._content.frames["content"]
        high = min(max(room.height / _ROOM[1] / self._scale, 0.4), 2)
        wide = min(room.width / _ROOM[0] / self._scale, 1.2)
        for name in _LINES:
            limits[name] = max(round(limits[name] * high), 3)
        for name, least in (("cards", 1), ("steps", 2)):
            limits[name] = max(min(int(limits[name] * wide + 0.1), limits[name]), least)
        return limits

    @cached_property
    def _levels(self) -> list[dict[str, Any]]:
        """Return how the body sets lists."""
        body = self._content.slots.get("body")
        found = []
        for n, level in enumerate(body.levels if body else ()):
            ink = self._colours["ink"]
            ground = self._ground
            colour = level.colour if contrast(level.colour, ground) >= ENOUGH else ink
            marked = level.bullet_colour or colour
            found.append(
                {
                    "size": level.size,
                    "colour": self._named(colour, f"body{n + 1}"),
                    "weight": 700 if level.strong else 400,
                    "leading": round(level.leading, 4),
                    "before": round(level.before, 2),
                    "bullet": level.bullet,
                    "bullet-colour": self._named(marked, f"bullet{n + 1}"),
                    "indent": round(level.indent, 2),
                    "hang": round(level.hang, 2),
                }
            )
        return found


def _round(size: Points) -> Points:
    """Return a length in halves of a point."""
    return round(size * 2) / 2


def _box(frame: Rect) -> tuple[Points, Points, Points, Points]:
    x, y = max(frame.x, 0), max(frame.y, 0)
    return (round(x, 3), round(y, 3), round(frame.width, 3), round(frame.height, 3))
