"""Word .docx → `Article`: one paragraph a line, heading styles where there are any.

Most Japanese Word files have no heading styles; their text goes through the recognisers of plain
text, with what Word does say (lists, tables, outline levels, larger or bolder letters) kept.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import docx
from docx.oxml.ns import qn
from lxml import etree

from shiryo import worker
from shiryo.article.model import Article, Kind, Number
from shiryo.article.readers import office
from shiryo.article.readers.word import emphasis, markup
from shiryo.article.readers.word.emphasis import Styles, Type
from shiryo.article.readers.word.text import rows, value, words
from shiryo.article.structure import pieces as marked
from shiryo.article.structure.pieces import Piece, piece
from shiryo.article.structure.recognisers.items import parts
from shiryo.diagnostics import Failed, Span, diagnose

_HEADING = re.compile(r"(?:heading|見出し)\s*(\d)", re.I)
_QUOTE = re.compile(r"quote|引用", re.I)
_LIST = re.compile(r"list (bullet|number)|箇条書き|段落番号", re.I)
_CAPTION = re.compile(r"caption|図表番号", re.I)
_TITLE = re.compile(r"^(title|表題)$", re.I)
_CONTENTS = re.compile(r"^(toc|目次)", re.I)
_MARKUP = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = office.Kind(
    "word/document.xml",
    {"officeDocument": f"{_MARKUP}.document.main+xml"}
    | {each: f"{_MARKUP}.{each}+xml" for each in ("styles", "numbering", "footnotes", "endnotes")},
    "article.broken-docx",
)
_PICTURE = qn("pic:pic")
_SECONDS = 0.00002
"""CPU seconds that reading a character may take at most."""
_LEVELS = 9
"""Of lists (ECMA-376-1 §17.9.6)."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """What a document says of its paragraphs in other parts."""

    styles: Styles
    counting: frozenset[str]
    """The lists (w:numId) that count."""
    counts: dict[str, list[int]] = field(default_factory=dict)
    """How far each of them has counted, by level."""

    def counted(self, name: str, level: int) -> int:
        """Return the next number of a list; what is deeper begins anew."""
        counts = self.counts.setdefault(name, [0] * _LEVELS)
        counts[level:] = [counts[level] + 1, *[0] * (_LEVELS - level - 1)]
        return counts[level]


def read(data: bytes, file: str) -> Article:
    """Read the body of a .docx: paragraphs, lists and tables in their order, then the notes.

    Raises `Failed` where the package is broken (ECMA-376-2) or is no WordprocessingML document.
    """
    whole, lost = office.opened(data, file, _PACKAGE)
    try:
        try:
            document = docx.Document(io.BytesIO(whole))
        except etree.XMLSyntaxError:
            whole, lost = office.opened(data, file, _PACKAGE, strict=True)
            document = docx.Document(io.BytesIO(whole))
        markup.plain(document.element.body)
        found = _weighted([each for each in _pieces(document) if each[0].text.strip()])
        links = markup.links(document)
        found += [(marked.note(words), "") for words in markup.notes(document) if words]
    except MemoryError:
        raise
    except Exception as error:  # python-docx and lxml raise what they meet in a broken package
        raise Failed(diagnose("article.broken-docx", Span(file))) from error
    pieces = _numbered_headings([each for each, _ in found], [name for _, name in found])
    structure = marked.structure(pieces)
    return Article(
        file, "", structure.title, marked.lines(pieces), structure.blocks,
        (*structure.doubts, *office.doubts(lost)), structure.date,
        links=marked.linked(structure.blocks, links),
    )  # fmt: skip


def _numbered_headings(pieces: list[Piece], lists: list[str]) -> list[Piece]:
    """Short numbered paragraphs that stand alone above others are headings, not lists of one.

    ``lists`` says which list each piece is of; most of a list standing so makes all of it headings.
    """
    full = [n for n, each in enumerate(pieces) if each.text.strip()]
    alone: dict[str, list[bool]] = {}
    for before, at, after in zip([None, *full], full, [*full[1:], None], strict=False):
        block = pieces[at].block
        if lists[at] and block and block.number and block.level == 0:
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
    weights = emphasis.weights(types, [each.text for each, _, _ in found])
    return [
        (replace(each, weight=weight), name)
        for (each, name, _), weight in zip(found, weights, strict=True)
    ]


def _pieces(document: Any) -> Iterator[tuple[Piece, str, Type | None]]:
    """Give each piece with the list that it is of (w:numId, or nothing) and its letters' type."""
    reader = _Reader(Styles(document), markup.counting(document))
    for element in document.element.body:
        if element.tag == qn("w:tbl"):
            yield from ((each, "", None) for each in _table(element, reader))
        elif element.tag == qn("w:p"):
            name = value(element, "w:pPr", "w:numPr", "w:numId") or ""
            kind = reader.styles.type_of(element)
            pieces = list(_paragraph(element, reader))
            worker.extend(sum(_SECONDS * (10 + len(each.text)) for each in pieces if each.text))
            yield from ((each, name, kind) for each in pieces)


def _paragraph(paragraph: Any, reader: _Reader) -> Iterator[Piece]:
    said = words(paragraph)
    text = re.sub(r"[\t ]*\n[\t ]*", " ", said).strip()
    block = _block(paragraph, text, reader) if text else None
    if block is None and "\n" in said:  # a line break is a line of its own
        yield from map(Piece, marked.split(said))
    else:
        yield block or Piece(text)
    if next(paragraph.iter(_PICTURE), None) is not None:
        described = (each.get("descr") for each in paragraph.iter(qn("wp:docPr")))
        yield piece(Kind.IMAGE, next((each for each in described if each is not None), "") or "図")


def _block(paragraph: Any, text: str, reader: _Reader) -> Piece | None:
    """Return the block that the paragraph's style or numbering says it is."""
    style = reader.styles.name(paragraph)
    if found := _HEADING.match(style):
        return piece(Kind.HEADING, text, level=min(6, int(found[1]) + 1))
    if _TITLE.match(style):
        return piece(Kind.HEADING, text, level=1)
    if _CONTENTS.match(style):
        return piece(Kind.PROMOTION, text)
    level = reader.styles.outline_level(paragraph)
    if level is not None:
        return piece(Kind.HEADING, text, level=min(6, level + 2))
    if _CAPTION.search(style):
        return piece(Kind.CAPTION, text)
    if _QUOTE.search(style):
        return piece(Kind.QUOTE, text)
    numbered = value(paragraph, "w:pPr", "w:numPr", "w:numId") not in (None, "0")
    if numbered or _LIST.search(style):
        return _item(paragraph, text, style, reader)
    return None


def _item(paragraph: Any, text: str, style: str, reader: _Reader) -> Piece:
    label, detail, said = parts(text)
    list_id = value(paragraph, "w:pPr", "w:numPr", "w:numId")
    ordered = bool(re.search(r"number|段落番号", style, re.I)) or list_id in reader.counting
    level = office.number(value(paragraph, "w:pPr", "w:numPr", "w:ilvl"), _LEVELS - 1) or 0
    number = Number(reader.counted(list_id or style, level)) if ordered else None
    return piece(
        Kind.ITEM, said, level=level, number=number, label=label, detail=detail
    )  # fmt: skip


def _table(table: Any, reader: _Reader) -> Iterator[Piece]:
    """Give a table as one line; a table of a single cell is a box around paragraphs."""
    cells = rows(table)
    if len(cells) == 1 and len(cells[0]) == 1:
        for each in table.iterfind(f"{qn('w:tr')}/{qn('w:tc')}/*"):
            if each.tag == qn("w:tbl"):
                yield from _table(each, reader)
            elif each.tag == qn("w:p"):
                yield from _paragraph(each, reader)
        return
    text = "\n".join(" ".join(filter(None, row)) for row in cells if any(row))
    worker.extend(_SECONDS * len(text))
    if text:
        yield piece(Kind.TABLE, text, cells=cells)
