"""Reads an SVG page as the standard says and draws it with other means: as a PDF of paths."""

import base64
import io
import re
from typing import Any

from lxml import etree
from PIL import Image, ImageChops, ImageStat
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from shiryo.render import png

NS = "{http://www.w3.org/2000/svg}"
_TRANSFORM = re.compile(r"(translate|scale|rotate)\(([^)]*)\)")
_COMMAND = re.compile(r"([MLQCHVZ])([^MLQCHVZ]*)")


def difference(svg: bytes, picture: bytes) -> tuple[float, float]:
    """Return how far an SVG file looks from a picture of the same page.

    That is the mean difference, of 255, and the share of pixels that are off by more than 64.
    """
    wanted = Image.open(io.BytesIO(picture)).convert("RGB")
    [drawn] = png.write(as_pdf(svg), wanted.width)
    found = Image.open(io.BytesIO(drawn)).convert("RGB")
    apart = ImageChops.difference(found, wanted.resize(found.size)).convert("L")
    return ImageStat.Stat(apart).mean[0], sum(apart.histogram()[65:]) / (apart.width * apart.height)


def as_pdf(svg: bytes) -> bytes:
    """Return what an SVG file shows as a PDF."""
    root: Any = etree.fromstring(svg)
    width, height = (float(root.get(name).removesuffix("pt")) for name in ("width", "height"))
    assert root.get("viewBox").split()[2:] == [root.get(n)[:-2] for n in ("width", "height")]
    file = io.BytesIO()
    canvas = Canvas(file, (width, height))
    canvas.transform(1, 0, 0, -1, 0, height)
    ids = {element.get("id"): element for element in root.iter() if element.get("id")}
    _draw(canvas, root, {"fill": "none"}, ids)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw(canvas: Canvas, element: Any, inherited: dict[str, str], ids: dict[str, Any]) -> None:
    tag = element.tag.removeprefix(NS)
    style = inherited | {
        n: element.get(n) for n in ("fill", "stroke", "stroke-width") if element.get(n)
    }
    canvas.saveState()
    for name, values in _TRANSFORM.findall(element.get("transform", "")):
        numbers = [float(value) for value in values.replace(",", " ").split()]
        if name == "rotate" and len(numbers) == 3:
            canvas.translate(*numbers[1:])
            canvas.rotate(numbers[0])
            canvas.translate(-numbers[1], -numbers[2])
        else:
            getattr(canvas, name)(*numbers)
    match tag:
        case "svg" | "g" | "a":
            for child in element:
                _draw(canvas, child, style, ids)
        case "use":
            canvas.translate(float(element.get("x", 0)), float(element.get("y", 0)))
            _draw(canvas, ids[element.get("href").removeprefix("#")], style, ids)
        case "path":
            _path(canvas, element.get("d"), style)
        case "ellipse":
            x, y, a, b = (float(element.get(name)) for name in ("cx", "cy", "rx", "ry"))
            stroke, fill = _colours(canvas, style)
            canvas.ellipse(x - a, y - b, x + a, y + b, stroke=stroke, fill=fill)
        case "image":
            x, y, w, h = (float(element.get(name)) for name in ("x", "y", "width", "height"))
            data = base64.b64decode(element.get("href").partition(";base64,")[2])
            canvas.translate(x, y + h)
            canvas.scale(1, -1)
            canvas.drawImage(ImageReader(io.BytesIO(data)), 0, 0, w, h, mask="auto")
        case "text":
            assert style["fill"] == "none"
        case _:
            assert tag in ("title", "desc", "defs"), tag
    canvas.restoreState()


def _colours(canvas: Canvas, style: dict[str, str]) -> tuple[int, int]:
    fill, stroke = style.get("fill", "none"), style.get("stroke", "none")
    if fill != "none":
        canvas.setFillColorRGB(*_rgb(fill))
    if stroke != "none":
        canvas.setStrokeColorRGB(*_rgb(stroke))
        canvas.setLineWidth(float(style.get("stroke-width", 1)))
    return int(stroke != "none"), int(fill != "none")


def _rgb(colour: str) -> tuple[float, ...]:
    digits = colour.removeprefix("#")
    digits = "".join(c * 2 for c in digits) if len(digits) == 3 else digits
    return tuple(byte / 255 for byte in bytes.fromhex(digits))


def _path(canvas: Canvas, d: str, style: dict[str, str]) -> None:
    stroke, fill = _colours(canvas, style)
    path, x, y = canvas.beginPath(), 0.0, 0.0
    for command, said in _COMMAND.findall(d):
        v = [float(value) for value in said.split()]
        match command:
            case "M":
                path.moveTo(*v)
            case "L":
                path.lineTo(*v)
            case "H":
                path.lineTo(v[0], y)
                v = [v[0], y]
            case "V":
                path.lineTo(x, v[0])
                v = [x, v[0]]
            case "Q":
                a = [x + 2 / 3 * (v[0] - x), y + 2 / 3 * (v[1] - y)]
                b = [v[2] + 2 / 3 * (v[0] - v[2]), v[3] + 2 / 3 * (v[1] - v[3])]
                path.curveTo(*a, *b, *v[2:])
            case "C":
                path.curveTo(*v)
            case "Z":
                path.close()
        x, y = v[-2:] if v else (x, y)
    canvas.drawPath(path, stroke=stroke, fill=fill, fillMode=1)
