"""Rows of a PDF in the order of reading → pieces: paragraphs, headings by look, lists, notes."""

import re
from collections.abc import Sequence
from itertools import pairwise

from shiryo.article.marks import Marked
from shiryo.article.model import Kind, Number
from shiryo.article.readers.pdf.columns import Column
from shiryo.article.readers.pdf.headings import TAGS, find_levels, find_slide_titles, is_heading
from shiryo.article.readers.pdf.parts import (
    BULLET,
    FIGURES,
    NOTE,
    Part,
    bare,
    find_parts,
    look_of,
    notes_called,
)
from shiryo.article.structure import pieces as marked
from shiryo.article.structure.pieces import Piece, piece
from shiryo.article.structure.recognisers import items

_COUNT = re.compile(r"(\d{1,2}) +(?=[^\d\s])")
_SUPERSCRIPT = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def pieces(pages: Sequence[Sequence[Column]], name: str, slides: bool) -> list[Piece]:
    """Return the pieces of a document: the columns of its pages, in the order of reading.

    ``name`` is the title in its metadata; ``slides`` tells a deck, whose pages have a heading at
    the top, from a document, whose headings are larger or bolder than its body.
    """
    look = look_of([row for page in pages for column in page for row in column.rows])
    parts, notes = find_parts(pages, look)
    if sum(part.rows[0].tag in TAGS for part in parts) > 1:
        for part in parts:
            part.heads = part.rows[0].tag in TAGS
    elif slides:
        find_slide_titles(parts)
    else:
        for part in parts:
            part.heads = is_heading(part, look)
    levels = find_levels(parts, name)
    marks = {bare(found["mark"]) for part in notes if (found := NOTE.match(part.text))}
    called: set[str] = set()
    for part in parts:
        part.text = _settled(part.text, marks, called)
        part.cells = tuple(tuple(_settled(c, marks, called) for c in row) for row in part.cells)
    counts = _counting(parts)
    made = [_piece(part, levels.get(n), n in counts) for n, part in enumerate(parts)]
    return made + [_note(part, called) for part in notes]


def _settled(text: str, marks: set[str], called: set[str]) -> str:
    """Return ``text`` without the raised figures that call for a note in ``marks``; say which.

    Other raised figures are powers: they become superscripts, so that 10⁶ is not read as 106.
    """

    def settle(found: re.Match[str]) -> str:
        if not notes_called(found[1]) <= marks:
            return found[1].translate(_SUPERSCRIPT)
        called.update(notes_called(found[1]))
        return ""

    return FIGURES.sub(settle, text)


def _counting(parts: Sequence[Part]) -> set[int]:
    """Return the places of parts that count up one after the other: numbered items."""
    found: set[int] = set()
    numbers = [_COUNT.match(part.text) if not part.heads else None for part in parts]
    for at, (before, after) in enumerate(pairwise(numbers)):
        near = abs(parts[at].rows[0].x0 - parts[at + 1].rows[0].x0) < 0.7 * parts[at].rows[0].size
        if before and after and near and int(after[1]) == int(before[1]) + 1:
            found |= {at, at + 1}
    return found


def _piece(part: Part, level: int | None, counted: bool) -> Piece:
    page = part.rows[0].page
    if part.cells:
        text = "\n".join(" ".join(filter(None, row)) for row in part.cells)
        return piece(Kind.TABLE, text, page=page, cells=part.cells)
    if level is not None:
        return piece(Kind.HEADING, part.text, page=page, level=level, score=0.9)
    if counted:
        found = _COUNT.match(part.text)
        number = Number(int(found[1]), found[1]) if found else None
        label, detail, words = items.parts(_COUNT.sub("", part.text))
        return piece(Kind.ITEM, words, page=page, number=number, label=label, detail=detail)
    bullet = BULLET.match(part.text)
    if bullet and not (bullet.end() == 1 and re.match(r"[-–*][!-~]", part.text)):
        label, detail, words = items.parts(part.text[bullet.end() :])
        indent = (part.rows[0].x0 - part.column.left) / max(1, part.rows[0].size)
        return piece(
            Kind.ITEM, words, page=page, level=min(3, int(indent / 1.8)), label=label,
            detail=detail,
        )  # fmt: skip
    return Piece(part.text, page=page)


def _note(part: Part, called: set[str]) -> Piece:
    """Return a footnote without the mark that the text calls it by."""
    text = _settled(part.text, set(), set())
    found = NOTE.match(text)
    words = text[found.end() :] if found and bare(found["mark"]) in called else text
    return marked.note(Marked(words), page=part.rows[0].page)
