"""Word .docx → `Article`: one paragraph a line, heading styles where there are any.

Most Japanese Word files have no heading styles; their text goes through the recognisers of plain
text, with what Word does say (lists, tables, outline levels, larger or bolder letters) kept.
"""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import docx
from docx.oxml.ns import qn
from lxml import etree

from shiryo import worker
from shiryo.article.marks import Marked
from shiryo.article.model import Article, Block, Kind
from shiryo.article.readers import office
from shiryo.article.readers.word import blocks, contents, emphasis, markup, numbering
from shiryo.article.readers.word.blocks import Reader
from shiryo.article.readers.word.emphasis import Type
from shiryo.article.readers.word.runs import Source
from shiryo.article.runs import Words, together, words
from shiryo.article.structure import pieces as marked
from shiryo.article.structure.pieces import Piece, piece
from shiryo.diagnostics import Failed, Span, diagnose

_MARKUP = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = office.Kind(
    "word/document.xml",
    {"officeDocument": f"{_MARKUP}.document.main+xml"}
    | {each: f"{_MARKUP}.{each}+xml" for each in ("styles", "numbering", "footnotes", "endnotes")}
    | office.DRAWINGS,
    "article.broken-docx",
)
_SECONDS = 0.00002
"""CPU seconds that reading a character may take at most."""


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
        found = _weighted(list(_pieces(document)))
    except MemoryError:
        raise
    except Exception as error:  # python-docx and lxml raise what they meet in a broken package
        raise Failed(diagnose("article.broken-docx", Span(file))) from error
    names = [name for each, name in found if each.text.strip()]
    pieces = _numbered_headings(marked.kept([each for each, _ in found]), names)
    marked.bounded(pieces, file)
    structure = marked.structure(pieces)
    return Article(
        file, "", structure.title, marked.lines(pieces), structure.blocks,
        (*structure.doubts, *office.doubts(lost)), structure.date, structure.head,
        links=marked.links(structure.blocks),
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
        _heading(each, each.block) if each.block and name in heads else each
        for name, each in zip(lists, pieces, strict=True)
    ]


def _heading(item: Piece, block: Block) -> Piece:
    said = " ".join(filter(None, (block.label, block.detail, block.text)))
    text = blocks.numbered(said, block.number)
    words = Marked("".join(block.strings), block.marks)
    made = piece(Kind.HEADING, text, [words], level=2, score=0.8)
    return replace(made, left=item.left)


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
    body, source = document.element.body, Source(document)
    elements = [each for each in body if each.tag in (qn("w:p"), qn("w:tbl"))]
    prose = blocks.used_for_prose(body.iterchildren(qn("w:p")), source)
    notes = list(_notes(document, source))
    reader = Reader(source, numbering.read(document), prose)
    dropped = contents.found(elements, source.styles)
    for n, element in enumerate(elements):
        if n in dropped:
            yield reader.contents(element), "", None
            continue
        pieces = list(reader.pieces(element))
        worker.extend(sum(_SECONDS * (10 + len(each.text)) for each in pieces))
        is_table = element.tag == qn("w:tbl")
        name = "" if is_table else blocks.own_list(element, source.styles)
        kind = None if is_table else source.styles.type_of(element)
        yield from ((each, name, kind) for each in pieces)
    for each in notes:
        yield replace(marked.note(each), left=each.left), "", None


def _notes(document: Any, source: Source) -> Iterator[Words]:
    """Give the footnotes and endnotes with words, which the text then finds by their ids."""
    for kind, name, part, paragraphs in markup.notes(document):
        found = [words(source.within(part).runs(each)) for each in paragraphs]
        text = " ".join(filter(None, (each.text.strip() for each in found)))
        if text:
            source.notes[kind, name] = together(found, text)
            yield source.notes[kind, name]
