"""PowerPoint .pptx → `Article`: titles are headings, bodies lists; then tables, pictures, notes.

One paragraph, item or table a line, as in Word; each line knows its slide. Shapes that are no
placeholders are read as they lie: from the top, and what stands side by side from the left.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as ROLE

from shiryo import worker
from shiryo.article.model import Article, Kind, Number
from shiryo.article.readers import office
from shiryo.article.readers.powerpoint.text import A, diagram, level, rows, settle, words
from shiryo.article.structure import pieces as marked
from shiryo.article.structure.lines import mark
from shiryo.article.structure.pieces import Piece, piece
from shiryo.article.structure.recognisers import items
from shiryo.article.structure.recognisers.quotes import CREDIT
from shiryo.diagnostics import Failed, Span, diagnose
from shiryo.japanese.letters import plain

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TITLES = (ROLE.TITLE, ROLE.CENTER_TITLE, ROLE.VERTICAL_TITLE)
_DROPPED = (ROLE.SLIDE_NUMBER, ROLE.FOOTER, ROLE.DATE, ROLE.HEADER)
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
_FILE_NAME = re.compile(r"\S+\.(png|jpe?g|gif|emf|wmf|svg|bmp|tiff?)$", re.I)
_PAGE = re.compile(r"[-–\s]*(\d{1,3}|‹#›|<#>)(\s*/\s*\d{1,3})?[-–\s]*")


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
        slides = [(number, list(_slide(slide, number))) for number, slide in _shown(document)]
        name = re.sub(r"^PowerPoint .*", "", document.core_properties.title or "").strip()
    except MemoryError:
        raise
    except Exception as error:  # python-pptx and lxml raise what they meet in a broken package
        raise Failed(diagnose("article.broken-pptx", Span(file))) from error
    pieces = [p for p in _continued(_without_repeats([each for _, each in slides])) if p.text]
    headed = any(each.kind is Kind.HEADING for each in pieces)
    structure = marked.structure(pieces, "" if headed else name)
    return Article(
        file, "", structure.title, marked.lines(pieces), structure.blocks,
        (*structure.doubts, *office.doubts(lost)), structure.date,
        pages=tuple(each.page for each in pieces),
    )  # fmt: skip


def _shown(document: Any) -> Iterator[tuple[int, Any]]:
    """Give the slides that are there and not hidden, with their numbers."""
    listed = document.part._element.sldIdLst
    named = {each.get(_RELATION, ""): None for each in ([] if listed is None else listed)}
    for number, name in enumerate(named, 1):
        part = document.part.rels.get(name)
        slide = None if part is None or part.is_external else part.target_part
        if slide is not None and slide._element.get("show") not in ("0", "false"):
            yield number, slide.slide


def _slide(slide: Any, number: int) -> Iterator[Piece]:
    """Give the pieces of a slide: its title, what else is on it, its notes."""
    shapes = list(_opened(slide.shapes))
    heads = [s for s in shapes if _role(s.shape) in _TITLES and _text(s.shape)]
    heads = heads or _heading(_in_order(shapes))
    cover = number == 1 or (heads and _role(heads[0].shape) == ROLE.CENTER_TITLE)
    for head in heads[:1]:
        said = " ".join(_text(head.shape).split())
        yield piece(Kind.HEADING, said, page=number, level=1 if number == 1 else 2)
    for each in _in_order([s for s in shapes if s not in heads[:1]]):
        for found in _shape(each.shape, plain_text=bool(cover)):
            worker.extend(_SECONDS * (40 + len(found.text)))
            yield replace(found, page=number)
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    for said in map(words, notes.paragraphs if notes is not None else ()):
        if said:
            yield Piece(said, page=number)


def _heading(shapes: Sequence[_Shape]) -> list[_Shape]:
    """Return the topmost text of a slide without a title, where it reads like one."""
    texts = [s for s in shapes if s.shape.has_text_frame and _text(s.shape)]
    texts = [s for s in texts if _role(s.shape) not in _DROPPED]
    said = _text(texts[0].shape) if texts else ""
    short = 0 < len(said) <= 50 and "\n" not in said and not said.endswith(("。", "、"))
    return texts[:1] if short and len(shapes) > 1 and not mark(said) else []


def _opened(
    shapes: Any, scale: tuple[float, float] = (1, 1), shift: tuple[float, float] = (0, 0)
) -> Iterator[_Shape]:
    """Give the shapes, those of groups too, in the coordinates of the slide (§20.1.7.5)."""
    for shape in shapes:
        if shape.element.xpath("./*/p:cNvPr[@hidden='1' or @hidden='true']"):
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
    except (ValueError, KeyError, AttributeError):  # also of a layout that is missing
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


def _role(shape: Any) -> Any:
    try:
        return shape.placeholder_format.type if shape.is_placeholder else None
    except (ValueError, KeyError):  # of a kind that there is not
        return None


def _shape(shape: Any, plain_text: bool) -> Iterator[Piece]:
    """Give what a shape says: a table, a picture by its alt text, or paragraphs."""
    if _role(shape) in _DROPPED:
        return
    if getattr(shape, "has_table", False) and shape.has_table:
        yield from _table(shape.element)
    elif getattr(shape, "has_chart", False) and shape.has_chart:
        yield piece(Kind.IMAGE, _described(shape) or _chart_title(shape) or "グラフ")
    elif shape.element.tag.endswith("}pic"):
        if said := _described(shape):
            yield piece(Kind.IMAGE, said)
    elif shape.has_text_frame and not _PAGE.fullmatch(_text(shape)):
        body = _role(shape) in (ROLE.BODY, ROLE.OBJECT, ROLE.VERTICAL_BODY, ROLE.VERTICAL_OBJECT)
        yield from _paragraphs(shape, body and not plain_text)
    elif shape.element.tag.endswith("}graphicFrame"):  # SmartArt: its words are in another part
        yield from map(Piece, diagram(shape))


def _chart_title(shape: Any) -> str:
    try:
        chart = shape.chart
        titled = chart.has_title and chart.chart_title.has_text_frame
        return str(chart.chart_title.text_frame.text).strip() if titled else ""
    except (ValueError, KeyError, AttributeError):  # of a chart whose part is missing or damaged
        return ""


def _described(shape: Any) -> str:
    """Return the alt text of a picture, unless it is but the name of a file or says nothing."""
    said = " ".join((shape.element.xpath(".//p:cNvPr/@descr") or [""])[0].split())
    automatic = re.search(r"(自動的に生成された説明|Description automatically generated)$", said)
    return "" if _FILE_NAME.fullmatch(said) or automatic else plain(said)


def _paragraphs(shape: Any, body: bool) -> Iterator[Piece]:
    """Give paragraphs; those of a body of several, or with bullets, are items of their level."""
    paragraphs = [(p, words(p)) for p in shape.text_frame.paragraphs]
    full = [(p, said) for p, said in paragraphs if said]
    counts = list[int]()
    for paragraph, said in full:
        properties = paragraph._p.find(f"{A}pPr")
        tags = {child.tag for child in properties} if properties is not None else set()
        bullet = bool(tags & {f"{A}buChar", f"{A}buAutoNum", f"{A}buBlip"})
        listed = bullet or (body and f"{A}buNone" not in tags and len(full) > 1)
        if not listed or CREDIT.match(said) or said.endswith(("：", ":")):
            yield Piece(said)
            continue
        deep, own = level(properties), mark(said)
        counts = [*counts[: deep + 1], *[0] * (deep + 1 - len(counts))]
        counts[-1] = _count(properties, counts[-1]) if f"{A}buAutoNum" in tags else 0
        label, detail, text = items.parts(own.rest if own and not own.number else said)
        yield piece(
            Kind.ITEM, text, level=deep, number=Number(counts[-1]) if counts[-1] else None,
            label=label, detail=detail,
        )  # fmt: skip


def _count(properties: Any, before: int) -> int:
    """Return the number of a paragraph that counts itself (§21.1.2.4.1)."""
    start = office.number(properties.find(f"{A}buAutoNum").get("startAt"), 32767) or 1
    return max(start, before + 1)


def _table(frame: Any) -> Iterator[Piece]:
    cells = rows(frame.find(f".//{A}tbl"))
    text = "\n".join(" ".join(filter(None, row)) for row in cells if any(row))
    if text:
        yield piece(Kind.TABLE, text, cells=cells)


def _text(shape: Any) -> str:
    return plain(shape.text_frame.text).strip() if shape.has_text_frame else ""


def _without_repeats(slides: Sequence[Sequence[Piece]]) -> list[Piece]:
    """Drop what stands on most slides of four or more, as a footer typed by hand does."""
    seen = Counter(
        text for slide in slides for text in {each.text for each in slide if _is_slight(each)}
    )
    least = max(4, 0.6 * len(slides))
    return [p for slide in slides for p in slide if not (_is_slight(p) and seen[p.text] >= least)]


def _is_slight(each: Piece) -> bool:
    return each.kind in (None, Kind.IMAGE) and len(each.text) <= 40


def _continued(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Drop the title of a slide that goes on with the one before: 概要（2/3）, 概要（続き）."""
    before = ""
    for each in pieces:
        if each.kind is Kind.HEADING:
            bare = re.sub(
                r"\s*[(（](\d+\s*[/／]\s*\d+|続き?|つづき|承前|\d+)[)）]\s*$", "", each.text
            )
            if bare == before:
                continue
            before = bare
            if bare != each.text and each.block:
                each = replace(each, text=bare, block=replace(each.block, text=bare))
        yield each
