"""Word .docx → `Article`: one paragraph a line, heading styles where there are any.

Most Japanese Word files have no heading styles; their text goes through the recognisers of plain
text, with what Word does say (lists, tables, outline levels, larger or bolder letters) kept.
"""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from ..diagnostics import Failed, Span, diagnose
from . import marked, package, word_emphasis, word_markup
from .items import parts
from .marked import Piece, piece
from .model import Article, Kind
from .word_emphasis import Styles, Type

_HEADING = re.compile(r"(?:heading|見出し)\s*(\d)", re.I)
_QUOTE = re.compile(r"quote|引用", re.I)
_LIST = re.compile(r"list (bullet|number)|箇条書き|段落番号", re.I)
_CAPTION = re.compile(r"caption|図表番号", re.I)
_TITLE = re.compile(r"^(title|表題)$", re.I)
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KINDS = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template"
    rb"|ms-word\.(?:document|template)\.macroEnabled)\.main\+xml"
)
_CONTENTS = re.compile(r"^(toc|目次)", re.I)


def read(data: bytes, file: str) -> Article:
    """Read the body of a .docx: paragraphs, lists and tables in their order, then the notes.

    Raises `Failed` where the package is broken (ECMA-376-2) or is no WordprocessingML document.
    """
    package.check(data, file, "article.broken-docx")
    try:
        document = docx.Document(io.BytesIO(_as_document(data)))
        word_markup.plain(document.element.body)
        found = _weighted([each for each in _pieces(document) if each[0].text.strip()])
        links = word_markup.links(document)
        found += [(marked.note(words), "") for words in word_markup.notes(document) if words]
    except Exception as error:  # python-docx and lxml raise what they meet in a broken package
        raise Failed(diagnose("article.broken-docx", Span(file))) from error
    pieces = _numbered_headings([each for each, _ in found], [name for _, name in found])
    structure = marked.structure(pieces)
    return Article(
        file, "", structure.title, marked.lines(pieces), structure.blocks,
        structure.doubts, structure.date, links=marked.linked(structure.blocks, links),
    )  # fmt: skip


def _as_document(data: bytes) -> bytes:
    """Return a template or a document with macros as a plain document."""
    return package.retyped(data, _KINDS, _DOCUMENT)


def _numbered_headings(pieces: list[Piece], lists: list[str]) -> list[Piece]:
    """Short numbered paragraphs that stand alone above others are headings, not lists of one.

    ``lists`` says which list each piece is of; most of a list standing so makes all of it headings.
    """
    full = [n for n, each in enumerate(pieces) if each.text.strip()]
    alone: dict[str, list[bool]] = {}
    for before, at, after in zip([None, *full], full, [*full[1:], None], strict=False):
        block = pieces[at].block
        if lists[at] and block and block.ordered and block.level == 0:
            near = {lists[n] for n in (before, after) if n is not None}
            short = len(pieces[at].text) <= 40 and not block.text.endswith("。")
            alone.setdefault(lists[at], []).append(short and lists[at] not in near)
    heads = {name for name, found in alone.items() if sum(found) * 2 > len(found)}
    return [
        piece(Kind.HEADING, each.text, level=2, score=0.8) if name in heads else each
        for name, each in zip(lists, pieces, strict=True)
    ]


def _weighted(found: list[tuple[Piece, str, Type | None]]) -> list[tuple[Piece, str]]:
    """Say of each piece that is a plain paragraph how far its letters stand out."""
    types = [kind if each.kind is None else None for each, _, kind in found]
    weights = word_emphasis.weights(types, [each.text for each, _, _ in found])
    return [
        (replace(each, weight=weight), name)
        for (each, name, _), weight in zip(found, weights, strict=True)
    ]


def _pieces(document: Any) -> Iterator[tuple[Piece, str, Type | None]]:
    """Give each piece with the list that it is of (w:numId, or nothing) and its letters' type."""
    styles = Styles()
    for content in document.iter_inner_content():
        if isinstance(content, Table):
            yield from ((each, "", None) for each in _table(content, styles))
        else:
            name = "".join(content._p.xpath("w:pPr/w:numPr/w:numId/@w:val")[:1])
            kind = styles.type_of(content)
            yield from ((each, name, kind) for each in _paragraph(content, styles))


def _paragraph(paragraph: Paragraph, styles: Styles) -> Iterator[Piece]:
    text = re.sub(r"[\t ]*\n[\t ]*", " ", paragraph.text).strip()
    block = _block(paragraph, text, styles) if text else None
    if block is None and "\n" in paragraph.text:  # a line break is a line of its own
        yield from map(Piece, marked.split(paragraph.text))
    else:
        yield block or Piece(text)
    if paragraph._p.xpath(".//pic:pic"):
        described = next(iter(paragraph._p.xpath(".//wp:docPr/@descr")), "")
        yield piece(Kind.IMAGE, described or "図")


def _block(paragraph: Paragraph, text: str, styles: Styles) -> Piece | None:
    """Return the block that the paragraph's style or numbering says it is."""
    style = styles.name(paragraph)
    if found := _HEADING.match(style):
        return piece(Kind.HEADING, text, level=min(6, int(found[1]) + 1))
    if _TITLE.match(style):
        return piece(Kind.HEADING, text, level=1)
    if _CONTENTS.match(style):
        return piece(Kind.PROMOTION, text)
    level = styles.outline_level(paragraph)
    if level is not None:
        return piece(Kind.HEADING, text, level=min(6, level + 2))
    if _CAPTION.search(style):
        return piece(Kind.CAPTION, text)
    if _QUOTE.search(style):
        return piece(Kind.QUOTE, text)
    numbered = paragraph._p.xpath("w:pPr/w:numPr/w:numId/@w:val") not in ([], ["0"])
    if numbered or _LIST.search(style):
        return _item(paragraph, text, style)
    return None


def _item(paragraph: Paragraph, text: str, style: str) -> Piece:
    depth = paragraph._p.xpath("w:pPr/w:numPr/w:ilvl/@w:val")
    label, detail, words = parts(text)
    ordered = bool(re.search(r"number|段落番号", style, re.I)) or _counts(paragraph)
    level = int(depth[0]) if depth else 0
    return piece(
        Kind.ITEM, words, level=level, ordered=ordered, label=label, detail=detail
    )  # fmt: skip


def _counts(paragraph: Paragraph) -> bool:
    """Tell whether the paragraph's list counts (w:numFmt is no bullet, ECMA-376-1 §17.9.17)."""
    number = paragraph._p.xpath("w:pPr/w:numPr/w:numId/@w:val")
    try:
        part: Any = paragraph.part
        root = part.numbering_part.element
    except (KeyError, NotImplementedError):
        return False
    if not number:
        return False
    abstract = root.xpath(f"w:num[@w:numId='{number[0]}']/w:abstractNumId/@w:val")
    formats = root.xpath(
        f"w:abstractNum[@w:abstractNumId='{abstract[0]}']/w:lvl[1]/w:numFmt/@w:val"
        if abstract
        else "."
    )
    return bool(abstract) and bool(formats) and formats[0] not in ("bullet", "none")


def _table(table: Table, styles: Styles) -> Iterator[Piece]:
    """Give a table as one line; a table of a single cell is a box around paragraphs."""
    rows = tuple(_row(row.cells) for row in table.rows)
    if len(rows) == 1 and len(rows[0]) == 1:
        for paragraph in table.rows[0].cells[0].paragraphs:
            yield from _paragraph(paragraph, styles)
        return
    text = "\n".join(" ".join(filter(None, row)) for row in rows if any(row))
    if text:
        yield piece(Kind.TABLE, text, cells=rows)


def _row(cells: Sequence[Any]) -> tuple[str, ...]:
    """Return a row's words; a cell that spans columns says them once."""
    return tuple(
        "" if n and cells[n - 1]._tc is cell._tc else _cell(cell.text)
        for n, cell in enumerate(cells)
    )


def _cell(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text).strip()
