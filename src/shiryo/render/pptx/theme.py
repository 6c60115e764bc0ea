"""The theme: colours and fonts that all slides refer to (ECMA-376-1 § 20.1.6)."""

from collections.abc import Mapping

from pptx.dml.fill import FillFormat
from pptx.dml.line import LineFormat

from shiryo.pages import PageSet
from shiryo.render.pptx.markup import parsed, tag
from shiryo.render.pptx.oxml import Element, element, emu
from shiryo.shades import SLOTS, shade
from shiryo.units import Points
from shiryo.values import dataclass

_ON_SLIDES = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
"""What the master's colour map calls them."""
_BARE = {"ink": "000000", "paper": "FFFFFF"}


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as DrawingML names them: references to the theme where it has the colour."""

    names: Mapping[str, tuple[str, int, int]]
    """``RRGGBB`` → name of the theme colour; what its luminance is multiplied by, and what is added
    to it, in percent."""

    def paint(self, fill: FillFormat, value: str | None) -> None:
        """Make a fill solid, or none."""
        if not value:
            fill.background()
            return
        fill.solid()
        (made,) = parsed(self.colour(value))
        solid = fill._fill._solidFill
        solid.replace(solid[0], made) if len(solid) else solid.append(made)

    def outline(self, line: LineFormat, value: str | None, width: Points) -> None:
        """Give a line its colour and its width; None or 0: no line."""
        shown = value if width > 0 else None
        self.paint(line.fill, shown)
        if shown:
            line.width = emu(width)

    def fill(self, value: str | None) -> Element:
        """Return a fill as an element."""
        return parsed(self.solid(value))[0]

    def solid(self, value: str | None) -> str:
        """Return a fill as XML."""
        return tag("a:solidFill", self.colour(value)) if value else "<a:noFill/>"

    def clear(self) -> str:
        """Return a fill that is not to be seen, but takes clicks."""
        return tag("a:solidFill", tag("a:schemeClr", tag("a:alpha", val=0), val="bg1"))

    def colour(self, value: str) -> str:
        """Return a colour as XML."""
        if value not in self.names:
            return tag("a:srgbClr", val=value)
        name, factor, offset = self.names[value]
        shaded = tag("a:lumMod", val=factor * 1000) if factor < 100 else ""
        shaded += tag("a:lumOff", val=offset * 1000) if offset else ""
        return tag("a:schemeClr", shaded, val=name)

    def ruled(self, value: str | None, width: Points) -> str:
        """Return the outline of a shape as XML; None or 0: no line."""
        if not value or width <= 0:
            return tag("a:ln", "<a:noFill/>")
        return tag("a:ln", self.solid(value), w=emu(width))


def palette(pages: PageSet) -> Palette:
    """Return the colours of the theme that `theme` writes, and the shades of them.

    Those of a company's file are the company's.
    """
    if pages.shades:
        return Palette(pages.shades)
    names: dict[str, tuple[str, int, int]] = {}
    slots = {}
    for slot, value in _scheme(pages.colours).items():
        if "ink" not in slot:
            slots[SLOTS[slot]] = name = _ON_SLIDES.get(slot, slot)
            names.setdefault(value, (name, 100, 0))
    for value in pages.colours.values():
        if value not in names and (made := shade(value, pages.colours)) and made.colour == value:
            names[value] = slots[made.base], made.factor, made.offset
    return Palette(names)


def theme(pages: PageSet) -> Element:
    """Return a theme; colours that have no slot become custom colours of the menu."""
    title = "shiryo"
    family = pages.office.get(pages.font_family, pages.font_family)
    fonts = (
        element(
            f"a:{which}",
            element("a:latin", typeface=family),
            element("a:ea", typeface=family),
            element("a:cs", typeface=""),
            element("a:font", script="Jpan", typeface=family),
        )
        for which in ("majorFont", "minorFont")
    )
    slots = (
        element(f"a:{slot}", element("a:srgbClr", val=value))
        for slot, value in _scheme(pages.colours).items()
    )
    custom = (
        element("a:custClr", element("a:srgbClr", val=value), name=name)
        for name, value in pages.colours.items()
        if name not in SLOTS.values()
    )
    return element(
        "a:theme",
        element(
            "a:themeElements",
            element("a:clrScheme", *slots, name=title),
            element("a:fontScheme", *fonts, name=title),
            _formats(title),
        ),
        element("a:objectDefaults"),
        element("a:extraClrSchemeLst"),
        element("a:custClrLst", *custom),
        name=title,
    )


def _scheme(colours: Mapping[str, str]) -> dict[str, str]:
    ink = colours.get("ink", _BARE["ink"])
    return {slot: colours.get(name, _BARE.get(name, ink)) for slot, name in SLOTS.items()}


def _formats(title: str) -> Element:
    """Return the format scheme: flat fills, thin lines, no effects; three of each are required."""

    def fill() -> Element:
        return element("a:solidFill", element("a:schemeClr", val="phClr"))

    three = range(3)
    lines = (element("a:ln", fill(), w=width) for width in (6350, 12700, 19050))
    effects = (element("a:effectStyle", element("a:effectLst")) for _ in three)
    return element(
        "a:fmtScheme",
        element("a:fillStyleLst", *(fill() for _ in three)),
        element("a:lnStyleLst", *lines),
        element("a:effectStyleLst", *effects),
        element("a:bgFillStyleLst", *(fill() for _ in three)),
        name=title,
    )
