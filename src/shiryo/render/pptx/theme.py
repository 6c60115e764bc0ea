"""The theme: colours and fonts that all slides refer to (ECMA-376-1 § 20.1.6)."""

from collections.abc import Mapping
from dataclasses import dataclass

from shiryo.pages import PageSet
from shiryo.render.pptx.xml import clean, document, tag

_SLOTS = {
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
_ON_SLIDES = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
"""What the master's colour map calls them."""
_BARE = {"ink": "000000", "paper": "FFFFFF"}


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as DrawingML names them."""

    names: Mapping[str, str]
    """``RRGGBB`` → name of the theme colour."""

    def colour(self, value: str) -> str:
        """Return a colour: a reference to the theme where it has that colour."""
        name = self.names.get(value)
        return tag("a:schemeClr", val=name) if name else tag("a:srgbClr", val=value)

    def fill(self, value: str | None) -> str:
        """Return a solid fill, or none."""
        return tag("a:solidFill", self.colour(value)) if value else tag("a:noFill")

    def line(self, value: str | None, width: int, name: str = "a:ln", **attributes: object) -> str:
        """Return an outline, ``width`` in EMU."""
        if not value or width <= 0:
            return tag(name, tag("a:noFill"))
        return tag(name, self.fill(value), w=width, **attributes)


def palette(pages: PageSet) -> Palette:
    """Return the colours of the theme that `theme` writes."""
    names: dict[str, str] = {}
    for slot, value in _scheme(pages.colours).items():
        if "ink" not in slot:
            names.setdefault(value, _ON_SLIDES.get(slot, slot))
    return Palette(names)


def theme(pages: PageSet) -> bytes:
    """Return a theme part; colours that have no slot become custom colours of the menu."""
    family = clean(pages.font_family)
    scheme = _scheme(pages.colours)
    slots = (tag(f"a:{slot}", tag("a:srgbClr", val=value)) for slot, value in scheme.items())
    title = "shiryo"
    fonts = (
        tag(
            f"a:{which}",
            tag("a:latin", typeface=family),
            tag("a:ea", typeface=family),
            tag("a:cs", typeface=""),
            tag("a:font", script="Jpan", typeface=family),
        )
        for which in ("majorFont", "minorFont")
    )
    custom = (
        tag("a:custClr", tag("a:srgbClr", val=value), name=name)
        for name, value in pages.colours.items()
        if name not in _SLOTS.values()
    )
    return document(
        "a:theme",
        "a",
        tag(
            "a:themeElements",
            tag("a:clrScheme", *slots, name=title),
            tag("a:fontScheme", *fonts, name=title),
            _formats(title),
        ),
        tag("a:objectDefaults"),
        tag("a:extraClrSchemeLst"),
        tag("a:custClrLst", *custom),
        name=title,
    )


def _scheme(colours: Mapping[str, str]) -> dict[str, str]:
    ink = colours.get("ink", _BARE["ink"])
    return {slot: colours.get(name, _BARE.get(name, ink)) for slot, name in _SLOTS.items()}


def _formats(title: str) -> str:
    """Return the format scheme: flat fills, thin lines, no effects; three of each are required."""
    fill = tag("a:solidFill", tag("a:schemeClr", val="phClr"))
    lines = "".join(tag("a:ln", fill, w=width) for width in (6350, 12700, 19050))
    return tag(
        "a:fmtScheme",
        tag("a:fillStyleLst", fill * 3),
        tag("a:lnStyleLst", lines),
        tag("a:effectStyleLst", tag("a:effectStyle", tag("a:effectLst")) * 3),
        tag("a:bgFillStyleLst", fill * 3),
        name=title,
    )
