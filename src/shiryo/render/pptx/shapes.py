"""Shapes: boxes, outlines, lines, polygons and pictures (ECMA-376-1 § 19.3.1, § 20.1.9)."""

import math
from collections.abc import Mapping

from shiryo.pages import LayoutPlaceholder, Polygon, Shape, TextBox
from shiryo.render.pptx.baseline import shift
from shiryo.render.pptx.text import Link, Look, Setting, body, body_properties
from shiryo.render.pptx.xml import emu, tag
from shiryo.units import Points, Rect

_PRESETS = {
    "rectangle": "rect",
    "chevron": "chevron",
    "pentagon": "homePlate",
    "ellipse": "ellipse",
    "line": "line",
}
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec='
    '"http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def properties(number: int, name: str, alt: str = "", *, decorative: bool = False) -> str:
    """Return ``p:cNvPr``: id, name and alternative text, or the mark of decoration."""
    mark = _DECORATIVE if decorative else ""
    return tag("p:cNvPr", mark, id=number, name=name, descr=alt or None)


def transform(frame: Rect, name: str = "a:xfrm") -> str:
    """Return position and size."""
    return tag(
        name,
        tag("a:off", x=emu(frame.x), y=emu(frame.y)),
        tag("a:ext", cx=_extent(frame.width), cy=_extent(frame.height)),
    )


def _extent(length: Points) -> int:
    """Return EMU, rounded up: a box that hugs its text must not be a hair too small for it."""
    return max(math.ceil(length * 12700 - 0.01), 0)


def placeholder_mark(kind: Mapping[str, object]) -> str:
    """Return ``p:nvPr`` of a placeholder with these attributes of ``p:ph``."""
    return tag("p:nvPr", tag("p:ph", **kind))


def text_box(
    number: int,
    box: TextBox,
    setting: Setting,
    kind: Mapping[str, object] | None = None,
) -> str:
    """Return a text box, or where ``kind`` says how ``p:ph`` reads, a filled placeholder."""
    base = setting.inherited
    place = "" if base and base.frame == box.frame else transform(_lowered(box))
    geometry = tag("a:prstGeom", tag("a:avLst"), prst="rect") if not base else ""
    return tag(
        "p:sp",
        tag(
            "p:nvSpPr",
            properties(number, box.name or f"テキスト {number}", decorative=box.role == "artifact"),
            tag("p:cNvSpPr", tag("a:spLocks", noGrp=True))
            if kind
            else tag("p:cNvSpPr", txBox=True),
            placeholder_mark(kind) if kind else tag("p:nvPr"),
        ),
        tag("p:spPr", place, geometry, "" if base else tag("a:noFill")),
        body(box, setting, body_properties(box.anchor)),
    )


def shape(number: int, item: Shape, look: Look, link: Link) -> str:
    """Return a shape; one with text inside is an ordinary shape that can be typed into."""
    if item.geometry == "line":
        return _connector(number, item, look)
    text = item.text
    inside = ""
    if text is not None:
        insets = _insets(_text_area(item), _lowered(text))
        inside = body(text, Setting(look, link), body_properties(text.anchor, insets))
    decorative = not item.alt and text is None
    return tag(
        "p:sp",
        tag(
            "p:nvSpPr",
            properties(number, item.name or f"図形 {number}", item.alt, decorative=decorative),
            tag("p:cNvSpPr"),
            tag("p:nvPr"),
        ),
        tag(
            "p:spPr",
            transform(item.frame),
            tag("a:prstGeom", tag("a:avLst", _adjustment(item)), prst=_PRESETS[item.geometry]),
            look.palette.fill(item.fill),
            look.palette.line(item.stroke, emu(item.stroke_width)),
        ),
        inside or _no_text(look),
    )


def polygon(number: int, item: Polygon, look: Look) -> str:
    """Return a freeform of straight lines (§ 20.1.9.8)."""
    xs, ys = zip(*item.points, strict=True)
    frame = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    steps = (
        tag(
            "a:lnTo" if n else "a:moveTo",
            tag("a:pt", x=emu(x - frame.x), y=emu(y - frame.y)),
        )
        for n, (x, y) in enumerate(item.points)
    )
    path = tag(
        "a:path",
        *steps,
        tag("a:close") if item.closed else "",
        w=emu(frame.width),
        h=emu(frame.height),
        fill=None if item.fill else "none",
    )
    lists = "".join(tag(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst"))
    area = tag("a:rect", l="0", t="0", r="r", b="b")
    return tag(
        "p:sp",
        tag(
            "p:nvSpPr",
            properties(number, f"図形 {number}", decorative=True),
            tag("p:cNvSpPr"),
            tag("p:nvPr"),
        ),
        tag(
            "p:spPr",
            transform(frame),
            tag("a:custGeom", lists, area, tag("a:pathLst", path)),
            look.palette.fill(item.fill),
            look.palette.line(item.stroke, emu(item.stroke_width)),
        ),
        _no_text(look),
    )


def picture(number: int, frame: Rect, relation: str, alt: str, name: str) -> str:
    """Return a picture that fills ``frame``."""
    return tag(
        "p:pic",
        tag(
            "p:nvPicPr",
            properties(number, name or f"画像 {number}", alt, decorative=not alt),
            tag("p:cNvPicPr", tag("a:picLocks", noChangeAspect=True)),
            tag("p:nvPr"),
        ),
        tag(
            "p:blipFill",
            tag("a:blip", **{"r:embed": relation}),
            tag("a:stretch", tag("a:fillRect")),
        ),
        tag("p:spPr", transform(frame), tag("a:prstGeom", tag("a:avLst"), prst="rect")),
    )


def placeholder(number: int, item: LayoutPlaceholder, kind: Mapping[str, object], text: str) -> str:
    """Return a placeholder as a layout or master defines it; ``text`` is its whole text body."""
    return tag(
        "p:sp",
        tag(
            "p:nvSpPr",
            properties(number, f"{kind.get('type', 'obj')} {number}"),
            tag("p:cNvSpPr", tag("a:spLocks", noGrp=True)),
            placeholder_mark(kind),
        ),
        tag("p:spPr", transform(item.frame), tag("a:prstGeom", tag("a:avLst"), prst="rect")),
        text,
    )


def tree(*children: str) -> str:
    """Return the shape tree that holds them, in the order of drawing and of reading."""
    zero = {"x": 0, "y": 0}
    size = {"cx": 0, "cy": 0}
    group = tag("p:nvGrpSpPr", properties(1, ""), tag("p:cNvGrpSpPr"), tag("p:nvPr"))
    corner = tag(
        "a:xfrm",
        tag("a:off", **zero),
        tag("a:ext", **size),
        tag("a:chOff", **zero),
        tag("a:chExt", **size),
    )
    return tag("p:spTree", group, tag("p:grpSpPr", corner), *children)


def _connector(number: int, item: Shape, look: Look) -> str:
    return tag(
        "p:cxnSp",
        tag(
            "p:nvCxnSpPr",
            properties(number, item.name or f"線 {number}", item.alt, decorative=not item.alt),
            tag("p:cNvCxnSpPr"),
            tag("p:nvPr"),
        ),
        tag(
            "p:spPr",
            transform(item.frame),
            tag("a:prstGeom", tag("a:avLst"), prst="line"),
            look.palette.line(item.stroke, emu(item.stroke_width)),
        ),
    )


def _adjustment(item: Shape) -> str:
    """Return how far the point reaches, in 1/100000 of the shorter side (§ 20.1.10.56)."""
    if item.geometry not in ("chevron", "pentagon"):
        return ""
    side = min(item.frame.width, item.frame.height)
    value = round(item.point / side * 100000) if side else 0
    return tag("a:gd", name="adj", fmla=f"val {value}")


def _text_area(item: Shape) -> Rect:
    """Return the rectangle that the preset geometry gives to text."""
    frame, point = item.frame, item.point
    if item.geometry == "pentagon":
        return Rect(frame.x, frame.y, frame.width - point / 2, frame.height)
    if item.geometry == "chevron" and frame.width > 2 * point:
        return frame.inset(point, 0)
    if item.geometry == "ellipse":
        part = (1 - math.sqrt(0.5)) / 2
        return frame.inset(frame.width * part, frame.height * part)
    return frame


def _insets(area: Rect, text: Rect) -> tuple[Points, Points, Points, Points]:
    return (text.x - area.x, text.y - area.y, area.right - text.right, area.bottom - text.bottom)


def _lowered(box: TextBox) -> Rect:
    frame = box.frame
    return Rect(frame.x, frame.y + shift(box), frame.width, frame.height)


def _no_text(look: Look) -> str:
    end = tag("a:endParaRPr", **look.language_attributes())
    return tag("p:txBody", tag("a:bodyPr"), tag("a:lstStyle"), tag("a:p", end))
