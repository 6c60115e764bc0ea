"""PowerPoint .pptx → `Article`: titles are headings, bodies lists; then tables, pictures, notes.

One paragraph, item or table a line, as in Word; each line knows its slide. Shapes that are no
placeholders are read as they lie: from the top, and what stands side by side from the left.
"""

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as ROLE
from pptx.exc import InvalidXmlError

from shiryo import lazy_re as re
from shiryo import worker
from shiryo.article.model import Article, Kind
from shiryo.article.readers import office
from shiryo.article.readers.powerpoint.shapes import DROPPED, role, shown, text
from shiryo.article.readers.powerpoint.shapes import pieces as shape_pieces
from shiryo.article.readers.powerpoint.text import P, settle, words
from shiryo.article.runs import Left, joined
from shiryo.article.structure import pieces as marked
from shiryo.article.structure.lines import mark
from shiryo.article.structure.pieces import Piece, piece
from shiryo.diagnostics import Failed, Span, diagnose
from shiryo.messages import wording
from shiryo.values import dataclass

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TITLES = (ROLE.TITLE, ROLE.CENTER_TITLE, ROLE.VERTICAL_TITLE)
_MARKUP = "application/vnd.openxmlformats-officedocument"
_PACKAGE = office.Kind(
    "ppt/presentation.xml",
    {
        "officeDocument": f"{_MARKUP}.presentationml.presentation.main+xml",
        "chart": f"{_MARKUP}.drawingml.chart+xml",
        "diagramData": f"{_MARKUP}.drawingml.diagramData+xml",
        "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    | {
        each: f"{_MARKUP}.presentationml.{each}+xml"
        for each in ("slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster")
    },
    "article.broken-pptx",
)
_SECONDS = 0.00002
"""CPU seconds that reading a character may take at most."""
_FARTHEST = 10**12
"""In EMU: what lies farther off lies there."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """A shape with its place on the slide, in EMU; groups are opened."""

    shape: Any
    top: int
    left: int
    height: int


def read(data: bytes, file: str) -> Article:
    """Read the slides in their order; hidden ones are left out (ECMA-376-1 §19.3.1.38).

    Raises `Failed` where the package is broken, unpacks to too much or is no presentation.
    """
    whole, lost = office.opened(data, file, _PACKAGE)
    try:
        try:
            document = Presentation(io.BytesIO(whole))
        except etree.XMLSyntaxError:
            whole, lost = office.opened(data, file, _PACKAGE, strict=True)
            document = Presentation(io.BytesIO(whole))
        settle(document)
        slides = list(_slides(document))
        name = re.sub(r"^PowerPoint .*", "", document.core_properties.title or "").strip()
    except MemoryError:
        raise
    except Exception as error:  # python-pptx and lxml raise what they meet in a broken package
        raise Failed(diagnose("article.broken-pptx", Span(file))) from error
    pieces = marked.kept(list(_continued(_without_repeats(slides))))
    marked.bounded(pieces, file)
    headed = any(each.kind is Kind.HEADING for each in pieces)
    structure = marked.structure(pieces, "" if headed else name)
    return Article(
        file, "", structure.title, marked.lines(pieces), structure.blocks,
        (*structure.doubts, *office.doubts(lost)), structure.date, structure.head,
        links=marked.links(structure.blocks), pages=tuple(each.page for each in pieces),
    )  # fmt: skip


def _slides(document: Any) -> Iterator[list[Piece]]:
    """Give the pieces of each slide that is there; of a hidden one what names it."""
    listed = document.part._element.sldIdLst
    named = {each.get(_RELATION, ""): None for each in ([] if listed is None else listed)}
    for number, name in enumerate(named, 1):
        part = document.part.rels.get(name)
        slide = None if part is None or part.is_external else part.target_part
        if slide is None:
            continue
        pieces = list(_slide(slide.slide, number))
        if slide._element.get("show") in ("0", "false"):
            said = next((each.text for each in pieces if each.text), "")
            name = wording("read.slide-said" if said else "read.slide", n=number, said=said)
            left = Left("hidden-slide", name)
            pieces = [Piece("", page=number, left=(left,))]
        yield pieces


def _slide(slide: Any, number: int) -> Iterator[Piece]:
    """Give the pieces of a slide: its title, what else is on it, its notes."""
    shapes = list(_opened(slide.shapes))
    heads = [s for s in shapes if role(s.shape) in _TITLES and text(s.shape)]
    heads = heads or _heading(_in_order(shapes))
    cover = number == 1 or (heads and role(heads[0].shape) == ROLE.CENTER_TITLE)
    for head in heads[:1]:
        said = shown(head.shape)
        level = 1 if number == 1 else 2
        title = piece(Kind.HEADING, joined(said.text), [said], page=number, level=level)
        yield replace(title, left=said.left)
    for each in _in_order([s for s in shapes if s not in heads[:1]]):
        for found in shape_pieces(each.shape, plain_text=bool(cover)):
            worker.extend(_SECONDS * (40 + len(found.text)))
            yield replace(found, page=number)
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    for each in notes.paragraphs if notes is not None else ():
        said = words(each._p, slide.notes_slide.part)
        line = " ".join(said.text.split())
        yield Piece(line, page=number, left=said.left, marks=said.marks)


def _heading(shapes: Sequence[_Shape]) -> list[_Shape]:
    """Return the topmost text of a slide without a title, where it reads like one."""
    texts = [s for s in shapes if s.shape.has_text_frame and text(s.shape)]
    texts = [s for s in texts if role(s.shape) not in DROPPED]
    said = text(texts[0].shape) if texts else ""
    short = 0 < len(said) <= 50 and "\n" not in said and not said.endswith(("。", "、"))
    return texts[:1] if short and len(shapes) > 1 and not mark(said) else []


def _opened(
    shapes: Any, scale: tuple[float, float] = (1, 1), shift: tuple[float, float] = (0, 0)
) -> Iterator[_Shape]:
    """Give the shapes, those of groups too, in the coordinates of the slide (§20.1.7.5)."""
    for shape in shapes:
        if any(e.get("hidden") in ("1", "true") for e in shape.element.iterfind(f"*/{P}cNvPr")):
            continue
        left = _length(shape, "left") * scale[0] + shift[0]
        top = _length(shape, "top") * scale[1] + shift[1]
        if not hasattr(shape, "shapes"):
            height = _near(_length(shape, "height") * scale[1])
            yield _Shape(shape, round(_near(top)), round(_near(left)), round(height))
            continue
        inner = [
            office.number(value, _FARTHEST, -_FARTHEST) or 0
            for name in ("chOff/@x", "chOff/@y", "chExt/@cx", "chExt/@cy")
            for value in shape.element.xpath(f"./p:grpSpPr/a:xfrm/a:{name}")
        ]
        if len(inner) < 4 or not inner[2] or not inner[3]:
            yield from _opened(shape.shapes, scale, shift)
            continue
        x = _near(scale[0] * _length(shape, "width") / inner[2])
        y = _near(scale[1] * _length(shape, "height") / inner[3])
        shifted = (_near(left - inner[0] * x), _near(top - inner[1] * y))
        yield from _opened(shape.shapes, (x, y), shifted)


def _length(shape: Any, name: str) -> int:
    """Return a measure of a shape in EMU, 0 where it says none or no number."""
    try:
        return int(getattr(shape, name) or 0)
    except (ValueError, KeyError, AttributeError, InvalidXmlError):  # or its layout's is missing
        return 0


def _near(length: float) -> float:
    """Return a length within bounds: groups in groups may scale without end."""
    return max(-_FARTHEST, min(_FARTHEST, length))


def _in_order(shapes: Sequence[_Shape]) -> list[_Shape]:
    """Return shapes as one reads them: in rows from the top, in each row from the left."""
    rows: list[list[_Shape]] = []
    for each in sorted(shapes, key=lambda s: (s.top, s.left)):
        first = rows[-1][0] if rows else None
        if first and each.top < first.top + min(first.height, each.height) / 2:
            rows[-1].append(each)
        else:
            rows.append([each])
    return [each for row in rows for each in sorted(row, key=lambda s: (s.left, s.top))]


def _without_repeats(slides: Sequence[Sequence[Piece]]) -> list[Piece]:
    """Drop what stands on most slides of four or more, as a footer typed by hand does."""
    seen = Counter(said for slide in slides for said in {_said(p) for p in slide if _is_slight(p)})
    least = max(4, 0.6 * sum(any(each.text for each in slide) for slide in slides))
    return [p for slide in slides for p in slide if not (_is_slight(p) and seen[_said(p)] >= least)]


def _said(each: Piece) -> str:
    """Return the words of a piece, and of a picture where it is."""
    return each.text + (each.block.href if each.block else "")


def _is_slight(each: Piece) -> bool:
    return each.kind in (None, Kind.IMAGE) and len(each.text) <= 40


def _continued(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Drop the title of a slide that goes on with the one before: 概要（2/3）, 概要（続き）."""
    before = ""
    for each in pieces:
        if each.kind is Kind.HEADING:
            bare = re.sub(
                r"(?:(?<!\s)\s++)?[(（](\d+\s*[/／]\s*\d+|続き?|つづき|承前|\d+)[)）]\s*$",
                "",
                each.text,
            )
            if bare == before:
                continue
            before = bare
            if bare != each.text and each.block:
                each = replace(each, text=bare, block=replace(each.block, text=bare))
        yield each
