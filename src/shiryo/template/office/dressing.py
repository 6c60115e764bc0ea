"""How texts are set in a company's file, and in which colours: as values of a theme."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from shiryo.template.contrast import contrast
from shiryo.template.model import Theme, Type
from shiryo.template.office.colours import chroma
from shiryo.template.office.model import Office, Slot
from shiryo.template.office.palette import ENOUGH, LARGE, SEEN, colours, readable
from shiryo.template.office.places import Places
from shiryo.template.office.roles import Cast
from shiryo.template.office.under import under
from shiryo.units import Points

_SIZES = (24, 20, 18, 16, 14)
_LARGEST, _LEAST, _SMALL = 28, 14, 9
"""Of body text, the largest and the smallest size; and that of the smallest type."""
_LARGE_TYPE = 18
"""Points; from there on type is large (WCAG 2.2). What is not ours, footers, is as it is."""
_COLOURED = 40
"""Chroma of what is no grey."""


class Dressing:
    """The types, sizes and colours of a deck in a company's file."""

    def __init__(
        self,
        office: Office,
        chosen: Cast,
        found: Mapping[str, Places],
        theme: Theme,
        scale: float,
    ) -> None:
        self._places, self._theme, self._scale = found, theme, scale
        self._content = found["content"]
        layout, body = self._content.made.layout, self._content.slots.get("body")
        self._ground = under(layout, self._content.frames["content"])
        said = body.levels[0].size if body else 24 * scale
        self.body = min(said, _LARGEST * scale)
        """The largest size of body text."""
        self._scheme = office.schemes[chosen.master]
        text = body.levels[0].colour if body else ""
        self.colours = colours(self._scheme, self._ground, text, self._worn())
        """Those of the theme, by their names."""
        self.more: dict[str, str] = {}
        """Colours that were asked for and had no name."""

    @cached_property
    def sizes(self) -> list[Points]:
        """The sizes of body text, largest first."""
        scale, most = self._scale, rounded(self.body)
        steps = {rounded(size * scale) for size in _SIZES if size * scale <= most}
        least = min(most, rounded(_LEAST * scale))
        return sorted({most, *(step for step in steps if step >= least)}, reverse=True)

    def types(self) -> dict[str, dict[str, Any]]:
        """Return how kinds of text are set: none larger than what the company has of its kind."""
        sizes = self.sizes
        titles = [s.levels[0].size for p in self._places.values() if (s := p.slots.get("title"))]
        most = max((*titles, self.body))
        made = {}
        for name, style in self._theme.deck.type.items():
            size = rounded(style.size * self._scale)
            size = min(size, rounded(self.body if style.size <= 24 else most))
            made[name] = self._type(style, max(size, min(rounded(_SMALL * self._scale), sizes[-1])))
        base = next((s for s in sizes if s <= 20 * self._scale + 0.01), sizes[-1])
        made["body"]["size"] = base
        return {**made, **self.own_types("content"), **self.own_types("section"),
                **self.own_types("cover")}  # fmt: skip

    def own_types(self, role: str) -> dict[str, dict[str, Any]]:
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

    @cached_property
    def levels(self) -> list[dict[str, Any]]:
        """Return how the body sets lists."""
        body = self._content.slots.get("body")
        found = []
        for n, level in enumerate(body.levels if body else ()):
            ink = self.colours["ink"]
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

    def _worn(self) -> list[str]:
        """Return colours of its theme in which the company draws its layouts, most used first."""
        areas = Counter[str]()
        for role in ("content", "cover", "section"):
            for at, colour in self._places[role].made.layout.bands:
                if colour in self._scheme.values() and chroma(colour) >= _COLOURED:
                    areas[colour] += round(at.width * at.height * (3 if role == "content" else 1))
        return [colour for colour, _ in areas.most_common()]

    def _type(self, style: Type, size: Points) -> dict[str, Any]:
        return {**style.model_dump(), "font": "gothic", "size": size}

    def _slot(
        self, found: Places, kind: str, of: tuple[str, float], slot: Slot, style: Type
    ) -> dict[str, Any]:
        """Return how a text is set in a placeholder of a role, with at least so much contrast."""
        level, (role, least) = slot.levels[0], of
        ground = under(found.made.layout, slot.inner)
        colour = readable(level.colour, ground, self._ink(ground), least=least)
        name = self._named(colour, f"{role}-{kind}" if role not in kind else kind)
        return {
            **self._type(style, max(rounded(level.size), 6)),
            "weight": 700 if level.strong else 400,
            "colour": name,
            "leading": round(level.leading, 4),
        }

    def _free(self, found: Places, kind: str, role: str, style: Type) -> dict[str, Any]:
        """Return how a text is set that has no placeholder: in a colour seen on its ground."""
        ground = under(found.made.layout, found.frames[kind])
        colour = self.colours.get(style.colour, self.colours["ink"])
        title = found.slots.get("title")
        own = title.levels[0].colour if title and role in ("cover", "section") else colour
        if contrast(colour, ground) < ENOUGH or (own != colour and ground != self._ground):
            colour = own if contrast(own, ground) >= LARGE else self._ink(ground)
        name = self._named(colour, f"{role}-{kind}" if role not in kind else kind)
        size = min(rounded(style.size * self._scale), rounded(self.body))
        if kind == "cover-label" or kind.endswith(("byline", "footer", "number")):
            size = min(size, rounded(16 * self._scale))
        return {**self._type(style, size), "colour": name}

    def _ink(self, ground: str) -> str:
        return colours(self._scheme, ground)["ink"]

    def _named(self, colour: str, name: str) -> str:
        """Return the name of a colour of the theme; one that it has not becomes ``name``."""
        known = {value: key for key, value in reversed([*self.colours.items()])}
        if colour in known:
            return known[colour]
        self.more[name] = colour
        return name


def rounded(size: Points) -> Points:
    """Return a length in halves of a point."""
    return round(size * 2) / 2
