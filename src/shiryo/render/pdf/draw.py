"""Drawing: items → marks on the current page of a canvas."""

import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas

from shiryo.addresses import is_link
from shiryo.pages import (
    Chart,
    Element,
    GlyphRun,
    Item,
    Picture,
    Polygon,
    Shape,
    Spot,
    Table,
    TextBox,
)
from shiryo.render.pdf.font import Embedded
from shiryo.render.pdf.tags import Tags
from shiryo.render.pdf.text import number, rgb, show
from shiryo.targets import Index, Link, Name, Note, Own, name
from shiryo.units import Points, Rect

_PRINTED = 4
"""Flag of an annotation (ISO 32000-1, 12.5.3)."""


class Pen:
    """Draws items; turns their y, from the top, into that of PDF, from the bottom."""

    def __init__(
        self,
        canvas: Canvas,
        height: Points,
        fonts: Mapping[str, Embedded],
        anchors: Collection[Name],
        tags: Tags,
    ) -> None:
        self._canvas = canvas
        self._height = height
        self._fonts = fonts
        self._anchors = anchors
        self._tags = tags
        self._pictures = dict[bytes, str]()
        """What those that were drawn are called in the file."""
        self._inside = False
        """Whether what is drawn is part of a figure."""

    @property
    def _operators(self) -> list[str]:
        """The content stream of the page that the canvas is at."""
        operators: list[str] = self._canvas._code  # type: ignore[attr-defined]
        return operators

    def draw(self, items: Iterable[Item]) -> None:
        """Draw ``items`` in their order."""
        for item in items:
            match item:
                case TextBox():
                    self._text(item)
                case Spot():
                    self._tags.meet(item.element)
                case Shape():
                    self._shape(item)
                case Table():
                    self._table(item)
                case Chart():
                    with self._marked(item.element, item.frame):
                        self.draw(item.drawing)
                case Polygon():
                    self._path(item.points, item.closed, item.fill, item.stroke, item.stroke_width)
                case Picture():
                    with self._marked(item.element, item.frame):
                        self._picture(item)

    @contextmanager
    def _marked(self, element: Element | None = None, frame: Rect | None = None) -> Iterator[None]:
        """Mark what is drawn as content of a figure, or else as an artifact."""
        if self._inside:
            yield
            return
        box = None
        if frame:
            box = (frame.x, self._height - frame.bottom, frame.right, self._height - frame.y)
        self._operators.append(self._tags.open(element, box))
        self._inside = True
        yield
        self._inside = False
        self._operators.append("EMC")

    def _text(self, box: TextBox) -> None:
        tags = None if self._inside else self._tags
        self._operators.extend(show(box.lines, self._height, self._fonts, tags))
        for line in box.lines:
            for (href, spoken), runs in groupby(
                line.runs, lambda run: (run.href, bool(run.element))
            ):
                if href and spoken:
                    self._link(href, list(runs))

    def _link(self, href: Link, runs: list[GlyphRun]) -> None:
        """Lay a link over ``runs``, which stand side by side (ISO 32000-1, 12.5.6.5).

        An artifact has none: it would belong to no element (ISO 14289-1, 7.18.5).
        """
        text = "".join(run.text for run in runs)
        boxes = [run.box for run in runs]
        area = (
            min(box.x for box in boxes),
            self._height - max(box.bottom for box in boxes),
            max(box.right for box in boxes),
            self._height - min(box.y for box in boxes),
        )
        target = name(href)
        if target is not None and target in self._anchors:
            self._canvas.linkAbsolute(text, destination(target), area, F=_PRINTED)
        elif target is None and isinstance(href, str) and is_link(href):
            self._canvas.linkURL(href, area, F=_PRINTED, Contents=PDFString(text))
        else:
            return
        self._tags.link(runs[0].element)

    def _shape(self, shape: Shape) -> None:
        frame = shape.frame
        if shape.geometry == "line":
            ends = ((frame.x, frame.y), (frame.right, frame.bottom))
            self._path(ends, False, None, shape.stroke or shape.fill, shape.stroke_width)
        elif shape.geometry == "ellipse":
            self._ellipse(shape)
        else:
            points = shape.corners
            self._path(points, True, shape.fill, shape.stroke, shape.stroke_width)
        if shape.text:
            self._text(shape.text)

    def _ellipse(self, shape: Shape) -> None:
        fill, stroke = self._colours(shape.fill, shape.stroke, shape.stroke_width)
        top, bottom = self._height - shape.frame.y, self._height - shape.frame.bottom
        if fill or stroke:
            with self._marked():
                self._canvas.ellipse(
                    shape.frame.x, bottom, shape.frame.right, top, stroke=stroke, fill=fill
                )

    def _table(self, table: Table) -> None:
        """Draw fills, then rules, then what the cells say."""
        cells = [cell for row in table.rows for cell in row]
        for cell in cells:
            if cell.fill:
                self._shape(Shape(cell.frame, fill=cell.fill))
        for at, strong in table.rules():
            colour = table.head_rule if strong else table.rule
            width = table.head_rule_width if strong else table.rule_width
            self._path(((at.x, at.y), (at.right, at.y)), False, None, colour, width)
        for cell in (cell for cell in cells if cell.wide):
            if cell.element:
                self._tags.meet(cell.element)
            self._text(cell.text)

    def _picture(self, picture: Picture) -> None:
        frame, bottom = picture.frame, self._height - picture.frame.bottom
        if known := self._pictures.get(picture.data):
            self._canvas.saveState()
            self._canvas.translate(frame.x, bottom)
            self._canvas.scale(frame.width, frame.height)
            self._canvas.doForm(known)
            self._canvas.restoreState()
            return
        image, told = Image.open(io.BytesIO(picture.data)), {"name": ""}
        # The file has one colour space, that of screens (ISO 19005-2, 6.2.4.3).
        readable = image.convert("RGB") if image.mode == "CMYK" else io.BytesIO(picture.data)
        self._canvas.drawImage(
            ImageReader(readable),
            frame.x,
            bottom,
            frame.width,
            frame.height,
            mask="auto",
            extraReturn=told,
        )
        self._pictures[picture.data] = told["name"]

    def _path(
        self,
        points: Iterable[tuple[Points, Points]],
        closed: bool,
        fill: str | None,
        stroke: str | None,
        width: Points,
    ) -> None:
        filled, stroked = self._colours(fill, stroke, width)
        if not (filled or stroked):
            return
        path = self._canvas.beginPath()
        for n, (x, y) in enumerate(points):
            (path.lineTo if n else path.moveTo)(x, self._height - y)
        if closed:
            path.close()
        with self._marked():
            self._canvas.drawPath(path, stroke=stroked, fill=filled)

    def _colours(self, fill: str | None, stroke: str | None, width: Points) -> tuple[int, int]:
        """Set colours and line width; tell whether to fill and whether to stroke."""
        stroke = stroke if width > 0 else None
        if fill:
            self._operators.append(f"{rgb(fill)} rg")
        if stroke:
            self._operators.append(f"{rgb(stroke)} RG {number(width)} w")
        return int(bool(fill)), int(bool(stroke))


def destination(anchor: Name) -> str:
    """Return the name of a destination; none of those that the program makes can be an id."""
    match anchor:
        case str():
            return anchor
        case Index():
            return "index:"
        case Own():
            return f"{anchor.name}:"
        case _:
            return f"{'note' if isinstance(anchor, Note) else 'page'}:{anchor.number}"
