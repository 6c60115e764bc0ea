"""What a layout and its master draw themselves: paths, pictures, words; and what is not drawn."""

from collections.abc import Iterator
from dataclasses import field
from typing import Any

from shiryo.template.office import pictures
from shiryo.template.office.grounds import Fill, Gradient, Paint, Pictured
from shiryo.template.office.markup import A, P, R, points, texts
from shiryo.template.office.model import NUMBER, Art, Image, Line, Path, Words
from shiryo.template.office.outlines import Outline, outlines
from shiryo.template.office.shapes import Drawn
from shiryo.template.office.text import frame, own
from shiryo.units import Rect
from shiryo.values import dataclass

_HAIRLINE = 9525
"""As thick as a line is that does not say it (ECMA-376-1 § 20.1.2.2.24), in EMU."""


@dataclass
class Artist:
    """Draws the shapes of one part."""

    paint: Paint
    styles: tuple[Any, ...]
    """Lists of text styles that hold where a text has none."""
    undrawn: list[str] = field(default_factory=list)
    """Names of what could not be drawn."""

    def drawn(self, shape: Drawn) -> Iterator[Art]:
        """Yield what a shape looks like."""
        if shape.is_hidden:
            return
        match shape.kind:
            case "pic":
                yield from self._picture(shape, shape.element.find(f"{P}blipFill"))
                yield from self._outline(shape, filled=False)
            case "graphicFrame":
                yield from self._preview(shape)
            case _:
                yield from self._outline(shape, filled=shape.kind == "sp")
                yield from self._words(shape)

    def fill_of(self, shape: Drawn) -> Fill:
        """Return how a shape is filled."""
        properties, paint = shape.properties, self.paint
        if properties is not None and properties.find(f"{A}grpFill") is not None:
            return paint.fill(shape.group)
        if paint.says(properties):
            return paint.fill(properties)
        style = shape.element.find(f"{P}style")
        reference = style.find(f"{A}fillRef") if style is not None else None
        found, colour = paint.styled(reference, "fillStyleLst")
        return paint.fill([found], colour) if found is not None else None

    def _outline(self, shape: Drawn, *, filled: bool) -> Iterator[Art]:
        fill = self.fill_of(shape) if filled else None
        stroke, width = self._line(shape)
        if not fill and not stroke:
            return
        found = outlines(shape)
        if found is None:
            self.undrawn.append(shape.name)
            return
        if fill and not isinstance(fill, str):
            yield from self._filled(shape, fill, found)
            fill = None
        for path in found:
            inside = fill if path.filled and isinstance(fill, str) else None
            if inside or stroke:
                yield Path(path.points, path.closed, inside, stroke, width if stroke else 0)

    def _filled(self, shape: Drawn, fill: Fill, found: list[Outline]) -> Iterator[Art]:
        """Fill a rectangle with a gradient or a picture; another shape with one colour."""
        if len(found) == 1 and _is_upright(found[0]):
            yield from self.ground(fill, shape.frame)
        elif isinstance(fill, Gradient):
            yield from (Path(p.points, True, fill.mean, None, 0) for p in found if p.filled)
        else:
            self.undrawn.append(shape.name)

    def ground(self, fill: Fill, at: Rect) -> Iterator[Art]:
        """Yield a rectangle that is filled."""
        if isinstance(fill, str):
            corners = (at.x, at.y), (at.right, at.y), (at.right, at.bottom), (at.x, at.bottom)
            yield Path(corners, True, fill, None, 0)
        elif isinstance(fill, Gradient):
            yield Image(at, pictures.gradient(fill))
        elif isinstance(fill, Pictured):
            data = pictures.picture(self.paint.package, fill.part, fill.element)
            if data is None:
                self.undrawn.append(fill.part.rpartition("/")[2])
            else:
                yield Image(at, data)

    def _line(self, shape: Drawn) -> tuple[str | None, float]:
        properties, style = shape.properties, shape.element.find(f"{P}style")
        own_line = properties.find(f"{A}ln") if properties is not None else None
        reference = style.find(f"{A}lnRef") if style is not None else None
        themed, colour = self.paint.styled(reference, "lnStyleLst")
        if own_line is not None and self.paint.says(own_line):
            fill = self.paint.fill(own_line)
        else:
            fill = self.paint.fill(themed, colour) if themed is not None else None
        wide = own_line.get("w") if own_line is not None else None
        if wide is None and themed is not None:
            wide = themed.get("w")
        stroke = fill.mean if isinstance(fill, Gradient) else fill
        return (stroke if isinstance(stroke, str) else None), points(wide, _HAIRLINE)

    def _picture(self, shape: Drawn, fill: Any) -> Iterator[Art]:
        blip = fill.find(f"{A}blip") if fill is not None else None
        name = blip.get(f"{R}embed", "") if blip is not None else ""
        package = self.paint.package
        found = package.relations(self.paint.part).get(name)
        data = None
        if found is not None and found.inside and found.target in package.names:
            data = pictures.picture(
                package, found.target, fill, flips=shape.flipped, turn=shape.turn
            )
        if data is None:
            self.undrawn.append(shape.name)
            return
        yield Image(shape.bounds if shape.turn % 90 == 0 else _around(shape), data)

    def _preview(self, shape: Drawn) -> Iterator[Art]:
        """Draw what an object shows of itself while it is not open."""
        found = next(shape.element.iter(f"{P}pic"), None)
        if found is None:
            self.undrawn.append(shape.name)
        else:
            yield from self._picture(shape, found.find(f"{P}blipFill"))

    def _words(self, shape: Drawn) -> Iterator[Art]:
        body = shape.element.find(f"{P}txBody")
        said = texts(body, NUMBER)
        if not any(text.strip() for text in said):
            return
        framed = body.find(f"{A}bodyPr")
        (left, top, right, bottom), anchor, vertical = frame([framed])
        if shape.turn or vertical:
            self.undrawn.append(shape.name)
            return
        f = shape.frame
        inner = Rect(f.x + left, f.y + top, f.width - left - right, f.height - top - bottom)
        styles = (body.find(f"{A}lstStyle"), *self._coloured(shape), *self.styles)
        paint = self.paint
        lines = tuple(
            Line(text, own(paragraph, styles, paint.scheme, paint.ground))
            for text, paragraph in zip(said, body.iter(f"{A}p"), strict=True)
        )
        yield Words(inner, anchor, lines)

    def _coloured(self, shape: Drawn) -> Iterator[Any]:
        """Yield the list of styles that the style of a shape stands for: its colour of text."""
        style = shape.element.find(f"{P}style")
        reference = style.find(f"{A}fontRef") if style is not None else None
        if reference is None or not len(reference):
            return
        from copy import deepcopy

        from lxml import etree

        listed = etree.Element(f"{A}lstStyle")
        for n in range(1, 6):
            run = etree.SubElement(etree.SubElement(listed, f"{A}lvl{n}pPr"), f"{A}defRPr")
            etree.SubElement(run, f"{A}solidFill").append(deepcopy(reference[0]))
        yield listed


def _is_upright(outline: Outline) -> bool:
    """Tell whether an outline is a rectangle with level edges."""
    edges = zip(outline.points, (*outline.points[1:], outline.points[0]), strict=True)
    level = all(abs(a[0] - b[0]) < 0.5 or abs(a[1] - b[1]) < 0.5 for a, b in edges)
    return len(outline.points) == 4 and level


def _around(shape: Drawn) -> Rect:
    """Return the frame around a shape as it is turned."""
    from math import cos, radians, sin

    f, angle = shape.frame, radians(shape.turn)
    width = abs(f.width * cos(angle)) + abs(f.height * sin(angle))
    height = abs(f.width * sin(angle)) + abs(f.height * cos(angle))
    x, y = f.x + f.width / 2, f.y + f.height / 2
    return Rect(x - width / 2, y - height / 2, width, height)
