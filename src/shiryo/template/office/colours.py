"""Colours of a file: through the master's map to its theme, made lighter and darker.

ECMA-376-1 § 20.1.2.3; ``clrMap`` § 19.3.1.6.
"""

import colorsys
from collections.abc import Mapping
from typing import Any

from shiryo.template.office.markup import A, P, integer, local
from shiryo.values import dataclass

_NAMED = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF",
    "yellow": "FFFF00", "gray": "808080", "grey": "808080", "orange": "FFA500", "navy": "000080",
    "silver": "C0C0C0", "maroon": "800000", "purple": "800080", "teal": "008080",
}  # fmt: skip
"""Of ``prstClr``, the ones that are met."""
_USUAL = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")


@dataclass(frozen=True)
class Scheme:
    """The colours of a master or a layout."""

    theme: Mapping[str, str]
    """``dk1`` … → ``RRGGBB``."""
    map: Mapping[str, str]
    """What slides call them: ``bg1`` → ``lt1``."""

    @property
    def named(self) -> dict[str, str]:
        """The colours as slides name them."""
        return {name: self.theme.get(slot, "000000") for name, slot in self.map.items()}

    def mapped(self, override: Any) -> "Scheme":
        """Return the scheme with the map of a layout that has its own (``p:clrMapOvr``)."""
        own = override.find(f"{A}overrideClrMapping") if override is not None else None
        return self if own is None else Scheme(self.theme, dict(own.attrib))

    def of(self, parent: Any, ground: str = "FFFFFF", holder: str = "000000") -> str | None:
        """Return the colour that an element holds, what shines through it being ``ground``.

        ``holder`` stands for ``phClr``. None where it holds none, or one that is not to be seen.
        """
        if parent is None:
            return None
        for each in parent:
            if (base := self._base(each, holder)) is not None:
                colour, alpha = _changed(base, each)
                return None if alpha < 0.02 else mixed(colour, ground, alpha)
        return None

    def _base(self, element: Any, holder: str) -> str | None:
        value = element.get("val", "")
        match local(element):
            case "srgbClr":
                return _digits(value)
            case "sysClr":
                usual = "FFFFFF" if value == "window" else "000000"
                return _digits(element.get("lastClr", usual)) or usual
            case "schemeClr":
                if value == "phClr":
                    return holder
                return self.theme.get(self.map.get(value, _USUAL.get(value, value)), "000000")
            case "prstClr":
                return _NAMED.get(value, "808080")
            case "scrgbClr":
                parts = (integer(element.get(k, "0").rstrip("%")) / 100_000 for k in "rgb")
                return _hex([_encoded(min(max(part, 0), 1)) for part in parts])
        return None


def scheme(theme: Any, master: Any) -> Scheme:
    """Return the colours of a master by its theme's part and its own."""
    listed = theme.find(f".//{A}clrScheme")
    bare = Scheme({}, {})
    found = {
        local(slot): bare.of(slot) or "000000" for slot in (listed if listed is not None else ())
    }
    mapping = master.find(f"{P}clrMap")
    usual = {**_USUAL, **{name: name for name in _SLOTS[4:]}}
    return Scheme(found, usual if mapping is None else dict(mapping.attrib))


def shaded(colour: str, factor: int, offset: int) -> str:
    """Return a colour with its luminance multiplied and moved, both in percent (lumMod, lumOff)."""
    hue, light, saturation = colorsys.rgb_to_hls(*_parts(colour))
    light = min(max(light * factor / 100 + offset / 100, 0), 1)
    return _hex(colorsys.hls_to_rgb(hue, light, saturation))


def mixed(over: str, under: str, share: float) -> str:
    """Return what is seen of a colour over another, ``share`` of it covering."""
    if share >= 0.999:
        return over
    pairs = zip(_parts(over), _parts(under), strict=True)
    return _hex([a * share + b * (1 - share) for a, b in pairs])


def chroma(colour: str) -> int:
    """Return how far a colour is from grey, 0 to 255."""
    parts = bytes.fromhex(colour)
    return max(parts) - min(parts)


def _changed(colour: str, element: Any) -> tuple[str, float]:
    """Return a colour with its transforms, in their order, and how much of it covers."""
    alpha = 1.0
    for each in element:
        value = integer(str(each.get("val", "0")).rstrip("%")) / 100_000
        match local(each):
            case "alpha":
                alpha = value
            case "lumMod":
                colour = _luminance(colour, value, 0)
            case "lumOff":
                colour = _luminance(colour, 1, value)
            case "satMod":
                hue, light, saturation = colorsys.rgb_to_hls(*_parts(colour))
                colour = _hex(colorsys.hls_to_rgb(hue, light, min(saturation * value, 1)))
            case "shade":
                colour = _hex([_encoded(_linear(part) * value) for part in _parts(colour)])
            case "tint":
                parts = (_linear(part) * value + 1 - value for part in _parts(colour))
                colour = _hex([_encoded(part) for part in parts])
    return colour, alpha


def _luminance(colour: str, factor: float, offset: float) -> str:
    hue, light, saturation = colorsys.rgb_to_hls(*_parts(colour))
    return _hex(colorsys.hls_to_rgb(hue, min(max(light * factor + offset, 0), 1), saturation))


def _digits(value: str) -> str | None:
    """Return a colour as it is written, None for one that is none."""
    made = value.upper()
    return made if len(made) == 6 and set(made) <= set("0123456789ABCDEF") else None


def _parts(colour: str) -> list[float]:
    return [part / 255 for part in bytes.fromhex(colour)]


def _hex(parts: Any) -> str:
    return "".join(f"{round(255 * min(max(part, 0), 1)):02X}" for part in parts)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
