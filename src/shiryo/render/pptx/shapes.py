"""Shapes as XML: boxes, outlines, lines, polygons; pictures (ECMA-376-1 § 19.3.1, § 20.1.9)."""

import math
from collections.abc import Iterable

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.shapes.base import BaseShape
from pptx.util import Emu

from shiryo.messages import wording
from shiryo.pages import Held, Item, LayoutPlaceholder, Picture, Polygon, Shape, TextBox
from shiryo.render.pptx.baseline import shift
from shiryo.render.pptx.markup import extension, parsed, tag
from shiryo.render.pptx.oxml import emu
from shiryo.render.pptx.text import ANCHORS, Linker, Look, Setting, body, paragraphs
from shiryo.units import Points, Rect

_PRESETS = {
    "rectangle": "rect",
    "chevron": "chevron",
    "pentagon": "homePlate",
    "ellipse": "ellipse",
    "line": "line",
}
_MOVED: Points = 0.1
"""How far from its place in the layout a placeholder says that it stands elsewhere."""
_UNTYPED = PP_PLACEHOLDER.OBJECT
_DECORATIVE = extension(
    "{C183D7F6-B498-43B3-948B-1728B52AA6E4}",
    "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "adec:decorative",
    "1",
)
_EMPTY = (
    '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/>'
    '<a:p><a:pPr algn="ctr"/></a:p></p:txBody>'
)
"""The text of a shape that has none."""


def described(
    number: int,
    name: str,
    alt: str = "",
    *,
    decorative: bool = False,
    leads: tuple[str, str | None] | None = None,
) -> str:
    """Return ``p:cNvPr``: id, name, alternative text or the mark of decoration; where it leads."""
    mark = tag("a:hlinkClick", r__id=leads[0], action=leads[1]) if leads else ""
    mark += _DECORATIVE if decorative else ""
    return tag("p:cNvPr", mark, id=number, name=name, descr=alt or None)


def describe(
    shape: BaseShape, number: int, name: str, alt: str = "", *, decorative: bool = False
) -> None:
    """Give a shape of python-pptx its `described`."""
    (said,) = parsed(described(number, name, alt, decorative=decorative))
    properties = shape._element._nvXxPr.cNvPr
    properties.attrib.clear()
    properties.attrib.update(said.attrib)
    properties.extend(list(said))


def place(frame: Rect) -> tuple[Emu, Emu, Emu, Emu]:
    """Return left, top, width and height."""
    return emu(frame.x), emu(frame.y), _extent(frame.width), _extent(frame.height)


def placed(frame: Rect) -> str:
    """Return ``a:xfrm``: where a shape stands."""
    x, y, width, height = place(frame)
    return tag("a:xfrm", tag("a:off", x=x, y=y), tag("a:ext", cx=width, cy=height))


def placeholder(
    number: int, name: str, kind: PP_PLACEHOLDER, index: int, within: str, text: str, mark: str = ""
) -> str:
    """Return a placeholder; its type stands even where it is the usual one: some readers need it.

    ``within`` is what stands in its ``p:spPr``, ``mark`` in its locks' place a few of their own.
    """
    typed = {"type": PP_PLACEHOLDER.to_xml(kind), "idx": index or None}
    if kind == _UNTYPED:
        typed = {"idx": index or None, "type": "obj"}
    locks = mark or tag("a:spLocks", noGrp=1)
    about = tag("p:cNvSpPr", locks) + tag("p:nvPr", tag("p:ph", **typed))
    return _shape(described(number, name) + about, within, text)


def company_placeholder(
    number: int, name: str, held: Held, base: LayoutPlaceholder, box: TextBox, setting: Setting
) -> str:
    """Return a placeholder of a company's layout: it says but what is not as the layout has it."""
    left, top, right, bottom = held.insets
    f, own = box.frame, base.frame
    moved = max(
        abs(f.x - own.x), abs(f.y - own.y), abs(f.right - own.right), abs(f.bottom - own.bottom)
    )
    outer = Rect(f.x - left, f.y - top, f.width + left + right, f.height + top + bottom)
    within = placed(outer) if moved > _MOVED else ""
    anchored = None if box.anchor == base.anchor else ANCHORS[box.anchor]
    text = tag(
        "p:txBody", tag("a:bodyPr", anchor=anchored), "<a:lstStyle/>", *paragraphs(box, setting)
    )
    typed = tag("p:ph", type=held.type or None, idx=held.idx or None)
    about = tag("p:cNvSpPr", tag("a:spLocks", noGrp=1)) + tag("p:nvPr", typed)
    return _shape(described(number, name) + about, within, text)


def text_box(number: int, box: TextBox, setting: Setting) -> str:
    """Return a text box."""
    said = described(number, named(number, box), decorative=box.role == "artifact")
    said += tag("p:cNvSpPr", txBox=1) + "<p:nvPr/>"
    return _shape(said, placed(lowered(box)) + outlined("rect") + "<a:noFill/>", body(box, setting))


def named(number: int, box: TextBox) -> str:
    """Return the name of a text box."""
    kind = f"placeholder.{box.placeholder}" if box.placeholder else "text"
    return box.name or wording(f"objects.{kind}", n=number)


def outlined(preset: str, *guides: str) -> str:
    """Return a geometry by its name."""
    return tag("a:prstGeom", tag("a:avLst", *guides), prst=preset)


def drawn(number: int, item: Shape, look: Look, link: Linker) -> str:
    """Return a shape; one with text inside is an ordinary shape that can be typed into."""
    kind = "line" if item.geometry == "line" else "shape"
    name = item.name or wording(f"objects.{kind}", n=number)
    leads = link(item.href) if item.href else None
    said = described(
        number, name, item.alt, decorative=not item.alt and item.text is None, leads=leads
    )
    ruled = look.palette.ruled(item.stroke, item.stroke_width)
    where = placed(item.frame) + outlined(_PRESETS[item.geometry], *_guides(item))
    if item.geometry == "line":
        about = tag("p:nvCxnSpPr", said, "<p:cNvCxnSpPr/><p:nvPr/>")
        return tag("p:cxnSp", about, tag("p:spPr", where, ruled))
    fill = look.palette.solid(item.fill)
    if item.href and not item.fill:
        fill = look.palette.clear()
    text = _EMPTY
    if item.text is not None:
        insets = _insets(_text_area(item), lowered(item.text))
        text = body(item.text, Setting(look, link), insets, shaped=True)
    return _shape(said + "<p:cNvSpPr/><p:nvPr/>", where + fill + ruled, text)


def polygon(number: int, item: Polygon, look: Look) -> str:
    """Return a freeform of straight lines (§ 20.1.9.8)."""
    points = [(emu(x), emu(y)) for x, y in item.points]
    left, top = (min(values) for values in zip(*points, strict=True))
    width, height = (max(values) - min(values) for values in zip(*points, strict=True))
    first, *others = (tag("a:pt", x=x - left, y=y - top) for x, y in points)
    path = [tag("a:moveTo", first), *(tag("a:lnTo", point) for point in others)]
    if item.closed:
        path.append("<a:close/>")
    no_fill = None if item.fill else "none"
    geometry = tag(
        "a:custGeom",
        "<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>",
        tag("a:rect", l="l", t="t", r="r", b="b"),
        tag("a:pathLst", tag("a:path", *path, w=width, h=height, fill=no_fill)),
    )
    where = tag("a:xfrm", tag("a:off", x=left, y=top), tag("a:ext", cx=width, cy=height))
    palette = look.palette
    within = geometry + palette.solid(item.fill) + palette.ruled(item.stroke, item.stroke_width)
    said = described(number, wording("objects.shape", n=number), decorative=True)
    return _shape(said + "<p:cNvSpPr/><p:nvPr/>", where + within, _EMPTY)


def picture(number: int, item: Picture, relation: str) -> str:
    """Return a picture that fills its frame; ``relation`` names the part that has its bytes."""
    name = item.name or wording("objects.image-n", n=number)
    said = described(number, name, item.alt, decorative=not item.alt)
    locks = tag("p:cNvPicPr", tag("a:picLocks", noChangeAspect=1))
    return tag(
        "p:pic",
        tag("p:nvPicPr", said, locks, "<p:nvPr/>"),
        tag("p:blipFill", tag("a:blip", r__embed=relation), "<a:stretch><a:fillRect/></a:stretch>"),
        tag("p:spPr", placed(item.frame), outlined("rect")),
    )


def group(number: int, name: str, items: Iterable[Item], within: str) -> str:
    """Return a group of ``items``, which are given as XML, too (§ 19.3.1.22)."""
    x, y, width, height = place(_around(items))
    where = tag(
        "a:xfrm",
        tag("a:off", x=x, y=y),
        tag("a:ext", cx=width, cy=height),
        tag("a:chOff", x=x, y=y),
        tag("a:chExt", cx=width, cy=height),
    )
    said = described(number, name) + "<p:cNvGrpSpPr/><p:nvPr/>"
    return tag("p:grpSp", tag("p:nvGrpSpPr", said), tag("p:grpSpPr", where), within)


def _around(items: Iterable[Item]) -> Rect:
    """Return the frame around items of a group."""
    frames = [item.frame for item in items if isinstance(item, Picture | Shape | TextBox)]
    left, top = min(f.x for f in frames), min(f.y for f in frames)
    right, bottom = max(f.right for f in frames), max(f.bottom for f in frames)
    return Rect(left, top, right - left, bottom - top)


def lowered(box: TextBox) -> Rect:
    """Return where a box must stand for its lines to be where the page has them."""
    frame = box.frame
    return Rect(frame.x, frame.y + shift(box), frame.width, frame.height)


def _shape(about: str, within: str, text: str) -> str:
    return tag("p:sp", tag("p:nvSpPr", about), tag("p:spPr", within), text)


def _guides(item: Shape) -> list[str]:
    """Return how far the point of a chevron or pentagon reaches, in the smaller of its sides."""
    if item.geometry not in ("chevron", "pentagon"):
        return []
    side = min(item.frame.width, item.frame.height)
    share = int(item.point / side * 100000) if side else 0
    return [tag("a:gd", name="adj", fmla=f"val {share}")]


def _extent(length: Points) -> Emu:
    """Return EMU, rounded up: a box that hugs its text must not be a hair too small for it."""
    return Emu(max(math.ceil(length * 12700 - 0.01), 0))


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
