"""Shapes: boxes, outlines, lines, polygons and pictures (ECMA-376-1 § 19.3.1, § 20.1.9)."""

import io
import math

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Emu

from shiryo.messages import wording
from shiryo.pages import Picture, Polygon, Shape, TextBox
from shiryo.render.pptx.baseline import shift
from shiryo.render.pptx.oxml import element, emu, extend
from shiryo.render.pptx.text import Linker, Look, Setting, set_frame, write
from shiryo.units import Points, Rect

_PRESETS = {
    "rectangle": MSO_SHAPE.RECTANGLE,
    "chevron": MSO_SHAPE.CHEVRON,
    "pentagon": MSO_SHAPE.PENTAGON,
    "ellipse": MSO_SHAPE.OVAL,
}
_DECORATIVE = (
    "{C183D7F6-B498-43B3-948B-1728B52AA6E4}",
    "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "adec:decorative",
    "1",
)


def describe(
    shape: BaseShape, number: int, name: str, alt: str = "", *, decorative: bool = False
) -> None:
    """Write ``p:cNvPr``: id, name and alternative text, or the mark of decoration."""
    properties = shape._element._nvXxPr.cNvPr
    properties.attrib.clear()
    said = element("p:cNvPr", id=number, name=name, descr=alt or None)
    properties.attrib.update(said.attrib)
    if decorative:
        extend(properties, *_DECORATIVE)


def place(frame: Rect) -> tuple[Emu, Emu, Emu, Emu]:
    """Return left, top, width and height."""
    return emu(frame.x), emu(frame.y), _extent(frame.width), _extent(frame.height)


def move(shape: BaseShape, frame: Rect) -> None:
    """Give a shape its place."""
    shape.left, shape.top, shape.width, shape.height = place(frame)


def name_type(placeholder: BaseShape) -> None:
    """Write the type even where it is the usual one: some readers go by it alone."""
    mark = placeholder._element.ph
    mark.set("type", mark.get("type", "obj"))


def add_text(shapes: SlideShapes, number: int, box: TextBox, setting: Setting) -> None:
    """Add a text box."""
    shape = shapes.add_textbox(*place(lowered(box)))
    fill_text(shape, number, box, setting)


def fill_text(shape: BaseShape, number: int, box: TextBox, setting: Setting) -> None:
    """Write a text box's text into a box or placeholder."""
    kind = f"placeholder.{box.placeholder}" if box.placeholder else "text"
    name = box.name or wording(f"objects.{kind}", n=number)
    describe(shape, number, name, decorative=box.role == "artifact")
    set_frame(shape.text_frame, box.anchor)
    write(shape.text_frame, box, setting)


def add_shape(shapes: SlideShapes, number: int, item: Shape, look: Look, link: Linker) -> None:
    """Add a shape; one with text inside is an ordinary shape that can be typed into."""
    if item.geometry == "line":
        return _add_line(shapes, number, item, look)
    shape, text = shapes.add_shape(_PRESETS[item.geometry], *place(item.frame)), item.text
    decorative = not item.alt and text is None
    describe(
        shape,
        number,
        item.name or wording("objects.shape", n=number),
        item.alt,
        decorative=decorative,
    )
    if item.geometry in ("chevron", "pentagon"):
        side = min(item.frame.width, item.frame.height)
        shape.adjustments[0] = item.point / side if side else 0
    _paint(shape, item, look)
    if text is not None:
        set_frame(shape.text_frame, text.anchor, _insets(_text_area(item), lowered(text)))
        write(shape.text_frame, text, Setting(look, link))
    return None


def add_polygon(shapes: SlideShapes, number: int, item: Polygon, look: Look) -> None:
    """Add a freeform of straight lines (§ 20.1.9.8)."""
    first, *others = [(emu(x), emu(y)) for x, y in item.points]
    builder = shapes.build_freeform(*first)
    shape = builder.add_line_segments(others, close=item.closed).convert_to_shape()
    describe(shape, number, wording("objects.shape", n=number), decorative=True)
    _paint(shape, item, look)
    if not item.fill:
        shape._element.spPr.find(f".//{qn('a:path')}").set("fill", "none")


def add_picture(shapes: SlideShapes, number: int, item: Picture) -> None:
    """Add a picture that fills its frame."""
    shape = shapes.add_picture(io.BytesIO(item.data), *place(item.frame))
    describe(
        shape,
        number,
        item.name or wording("objects.image-n", n=number),
        item.alt,
        decorative=not item.alt,
    )


def lowered(box: TextBox) -> Rect:
    """Return where a box must stand for its lines to be where the page has them."""
    frame = box.frame
    return Rect(frame.x, frame.y + shift(box), frame.width, frame.height)


def _add_line(shapes: SlideShapes, number: int, item: Shape, look: Look) -> None:
    x, y, width, height = place(item.frame)
    shape = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, x, y, Emu(x + width), Emu(y + height))
    describe(
        shape,
        number,
        item.name or wording("objects.line", n=number),
        item.alt,
        decorative=not item.alt,
    )
    _unstyle(shape)
    look.palette.outline(shape.line, item.stroke, item.stroke_width)


def _paint(shape: BaseShape, item: Shape | Polygon, look: Look) -> None:
    _unstyle(shape)
    look.palette.paint(shape.fill, item.fill)
    look.palette.outline(shape.line, item.stroke, item.stroke_width)


def _unstyle(shape: BaseShape) -> None:
    """Remove the theme's style, which would add a shadow and white text."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


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
