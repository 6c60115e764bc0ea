"""The theme: colours and fonts that all slides refer to (ECMA-376-1 § 20.1.6)."""

from collections.abc import Mapping
from dataclasses import dataclass

from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.dml.line import LineFormat
from pptx.enum.dml import MSO_THEME_COLOR

from shiryo.pages import PageSet
from shiryo.render.pptx.markup import parsed, tag
from shiryo.render.pptx.oxml import Element, element, emu
from shiryo.units import Points

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
    """Colours as DrawingML names them: references to the theme where it has the colour."""

    names: Mapping[str, str]
    """``RRGGBB`` → name of the theme colour."""

    def paint(self, fill: FillFormat, value: str | None) -> None:
        """Make a fill solid, or none."""
        if not value:
            fill.background()
            return
        fill.solid()
        if name := self.names.get(value):
            fill.fore_color.theme_color = MSO_THEME_COLOR.from_xml(name)
        else:
            fill.fore_color.rgb = RGBColor.from_string(value)

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

    def colour(self, value: str) -> str:
        """Return a colour as XML."""
        name = self.names.get(value)
        return tag("a:schemeClr", val=name) if name else tag("a:srgbClr", val=value)

    def ruled(self, value: str | None, width: Points) -> str:
        """Return the outline of a shape as XML; None or 0: no line."""
        if not value or width <= 0:
            return tag("a:ln", "<a:noFill/>")
        return tag("a:ln", self.solid(value), w=emu(width))


def palette(pages: PageSet) -> Palette:
    """Return the colours of the theme that `theme` writes."""
    names: dict[str, str] = {}
    for slot, value in _scheme(pages.colours).items():
        if "ink" not in slot:
            names.setdefault(value, _ON_SLIDES.get(slot, slot))
    return Palette(names)


def theme(pages: PageSet) -> Element:
    """Return a theme; colours that have no slot become custom colours of the menu."""
    family, title = pages.font_family, "shiryo"
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
        if name not in _SLOTS.values()
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
    return {slot: colours.get(name, _BARE.get(name, ink)) for slot, name in _SLOTS.items()}


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
