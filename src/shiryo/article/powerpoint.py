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

from ..diagnostics import Failed, Span, diagnose
from . import items, marked, package
from .letters import plain
from .lines import mark
from .marked import Piece, piece
from .model import Article, Kind
from .quotes import CREDIT

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TITLES = (ROLE.TITLE, ROLE.CENTER_TITLE, ROLE.VERTICAL_TITLE)
_DROPPED = (ROLE.SLIDE_NUMBER, ROLE.FOOTER, ROLE.DATE, ROLE.HEADER)
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_KINDS = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.presentationml\.(?:template|slideshow)"
    rb"|ms-powerpoint\.(?:presentation|template|slideshow)\.macroEnabled)\.main\+xml"
)
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
    package.check(data, file, "article.broken-pptx")
    try:
        document = Presentation(io.BytesIO(package.retyped(data, _KINDS, _DOCUMENT)))
        slides = [
            (number, list(_slide(slide, number)))
            for number, slide in enumerate(document.slides, 1)
            if slide.element.get("show") not in ("0", "false")
        ]
        name = re.sub(r"^PowerPoint .*", "", document.core_properties.title or "").strip()
    except Exception as error:  # python-pptx and lxml raise what they meet in a broken package
        raise Failed(diagnose("article.broken-pptx", Span(file))) from error
    pieces = [p for p in _continued(_without_repeats([each for _, each in slides])) if p.text]
    headed = any(each.kind is Kind.HEADING for each in pieces)
    structure = marked.structure(pieces, "" if headed else name)
    return Article(
        file, "", structure.title, marked.lines(pieces), structure.blocks, structure.doubts,
        structure.date, pages=tuple(each.page for each in pieces),
    )  # fmt: skip


def _slide(slide: Any, number: int) -> Iterator[Piece]:
    """Give the pieces of a slide: its title, what else is on it, its notes."""
    shapes = list(_opened(slide.shapes))
    heads = [s for s in shapes if _role(s.shape) in _TITLES and _text(s.shape)]
    heads = heads or _heading(_in_order(shapes))
    cover = number == 1 or (heads and _role(heads[0].shape) == ROLE.CENTER_TITLE)
    for head in heads[:1]:
        words = " ".join(_text(head.shape).split())
        yield piece(Kind.HEADING, words, page=number, level=1 if number == 1 else 2)
    for each in _in_order([s for s in shapes if s not in heads[:1]]):
        for found in _shape(each.shape, plain_text=bool(cover)):
            yield replace(found, page=number)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        for paragraph in slide.notes_slide.notes_text_frame.paragraphs:
            if words := _words(paragraph):
                yield Piece(words, page=number)


def _heading(shapes: Sequence[_Shape]) -> list[_Shape]:
    """Return the topmost text of a slide without a title, where it reads like one."""
    texts = [s for s in shapes if s.shape.has_text_frame and _text(s.shape)]
    texts = [s for s in texts if _role(s.shape) not in _DROPPED]
    words = _text(texts[0].shape) if texts else ""
    short = 0 < len(words) <= 50 and "\n" not in words and not words.endswith(("。", "、"))
    return texts[:1] if short and len(shapes) > 1 and not mark(words) else []


def _opened(
    shapes: Any, scale: tuple[float, float] = (1, 1), shift: tuple[float, float] = (0, 0)
) -> Iterator[_Shape]:
    """Give the shapes, those of groups too, in the coordinates of the slide (§20.1.7.5)."""
    for shape in shapes:
        if shape.element.xpath(".//p:cNvPr[1][@hidden='1' or @hidden='true']"):
            continue
        left = (shape.left or 0) * scale[0] + shift[0]
        top = (shape.top or 0) * scale[1] + shift[1]
        if not hasattr(shape, "shapes"):
            yield _Shape(shape, round(top), round(left), round((shape.height or 0) * scale[1]))
            continue
        inner = [
            int(value)
            for name in ("chOff/@x", "chOff/@y", "chExt/@cx", "chExt/@cy")
            for value in shape.element.xpath(f"./p:grpSpPr/a:xfrm/a:{name}")
        ]
        if len(inner) < 4 or not inner[2] or not inner[3]:
            yield from _opened(shape.shapes, scale, shift)
            continue
        x = scale[0] * (shape.width or 0) / inner[2]
        y = scale[1] * (shape.height or 0) / inner[3]
        yield from _opened(shape.shapes, (x, y), (left - inner[0] * x, top - inner[1] * y))


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
    return shape.placeholder_format.type if shape.is_placeholder else None


def _shape(shape: Any, plain_text: bool) -> Iterator[Piece]:
    """Give what a shape says: a table, a picture by its alt text, or paragraphs."""
    if _role(shape) in _DROPPED:
        return
    if getattr(shape, "has_table", False) and shape.has_table:
        yield from _table(shape.table)
    elif getattr(shape, "has_chart", False) and shape.has_chart:
        yield piece(Kind.IMAGE, _described(shape) or _chart_title(shape) or "グラフ")
    elif shape.element.tag.endswith("}pic"):
        if words := _described(shape):
            yield piece(Kind.IMAGE, words)
    elif shape.has_text_frame and not _PAGE.fullmatch(_text(shape)):
        body = _role(shape) in (ROLE.BODY, ROLE.OBJECT, ROLE.VERTICAL_BODY, ROLE.VERTICAL_OBJECT)
        yield from _paragraphs(shape, body and not plain_text)
    elif shape.element.tag.endswith("}graphicFrame"):  # SmartArt: its words are in another part
        yield from map(Piece, _diagram(shape))


def _diagram(shape: Any) -> Iterator[str]:
    """Give the words of a SmartArt graphic in the order of its data (§21.4.2.10)."""
    for relation in shape.element.xpath(".//*[local-name()='relIds']/@*[local-name()='dm']"):
        part = shape.part.related_part(relation)
        root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
        for paragraph in root.iter(f"{_A}p"):
            words = "".join(text.text or "" for text in paragraph.iter(f"{_A}t"))
            if words.strip():
                yield plain(words.strip())


def _chart_title(shape: Any) -> str:
    chart = shape.chart
    titled = chart.has_title and chart.chart_title.has_text_frame
    return str(chart.chart_title.text_frame.text).strip() if titled else ""


def _described(shape: Any) -> str:
    """Return the alt text of a picture, unless it is but the name of a file or says nothing."""
    words = " ".join((shape.element.xpath(".//p:cNvPr/@descr") or [""])[0].split())
    automatic = re.search(r"(自動的に生成された説明|Description automatically generated)$", words)
    return "" if _FILE_NAME.fullmatch(words) or automatic else plain(words)


def _paragraphs(shape: Any, body: bool) -> Iterator[Piece]:
    """Give paragraphs; those of a body of several, or with bullets, are items of their level."""
    paragraphs = [(p, _words(p)) for p in shape.text_frame.paragraphs]
    full = [(p, words) for p, words in paragraphs if words]
    for paragraph, words in full:
        properties = paragraph._p.find(f"{_A}pPr")
        tags = {child.tag for child in properties} if properties is not None else set()
        bullet = bool(tags & {f"{_A}buChar", f"{_A}buAutoNum", f"{_A}buBlip"})
        listed = bullet or (body and f"{_A}buNone" not in tags and len(full) > 1)
        if not listed or CREDIT.match(words) or words.endswith(("：", ":")):
            yield Piece(words)
            continue
        own = mark(words)
        label, detail, text = items.parts(own.rest if own and not own.ordered else words)
        yield piece(
            Kind.ITEM, text, level=min(paragraph.level, 3), ordered=f"{_A}buAutoNum" in tags,
            label=label, detail=detail,
        )  # fmt: skip


def _table(table: Any) -> Iterator[Piece]:
    rows = tuple(
        tuple("" if cell.is_spanned else " ".join(plain(cell.text).split()) for cell in row.cells)
        for row in table.rows
    )
    text = "\n".join(" ".join(filter(None, row)) for row in rows if any(row))
    if text:
        yield piece(Kind.TABLE, text, cells=rows)


def _text(shape: Any) -> str:
    return plain(shape.text_frame.text).strip() if shape.has_text_frame else ""


def _words(paragraph: Any) -> str:
    """Return the words of a paragraph without its fields (numbers of slides, dates)."""
    words = ""
    for child in paragraph._p:
        if child.tag == f"{_A}r":
            words += "".join(text.text or "" for text in child.iter(f"{_A}t"))
        elif child.tag == f"{_A}br":
            words += " "
    return " ".join(plain(words).split())


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
