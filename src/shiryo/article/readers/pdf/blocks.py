"""Rows of a PDF in the order of reading → pieces: paragraphs, headings by look, lists, notes."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from shiryo import lazy_re as re
from shiryo.article.marks import Mark, Marked, letters
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
    said: _Notes = {}
    for part in notes:
        mark, words = _words(part)
        said.setdefault(mark, []).append((part.rows[0].page, words))
    called: set[str] = set()
    for part in parts:
        page = part.rows[0].page
        part.said = [_settled(text, said, page, called) for row in part.cells for text in row]
        cells = iter([each.text for each in part.said])
        part.cells = tuple(tuple(islice(cells, len(row))) for row in part.cells)
        part.said = part.said or [_settled(part.text, said, page, called)]
        part.text = part.said[0].text if not part.cells else part.text
    counts = _counting(parts)
    made = [_piece(part, levels.get(n), n in counts) for n, part in enumerate(parts)]
    return made + [_note(part, called) for part in notes]


_Notes = dict[str, list[tuple[int, Marked]]]
"""By the mark of a footnote: the pages and the words of those that have it."""


def _words(note: Part) -> tuple[str, Marked]:
    """Return the mark of a footnote and its words."""
    text = _settled(note.text, {}, 0, set()).text
    found = NOTE.match(text)
    return (bare(found["mark"]), Marked(text[found.end() :])) if found else ("", Marked(text))


def _settled(text: str, notes: _Notes, page: int, called: set[str]) -> Marked:
    """Return ``text`` without the raised figures that call for one of ``notes``; say which.

    Other raised figures are powers: they become superscripts, so that 10⁶ is not read as 106.
    Where every page counts its notes anew, that on the page of the call or the next one is meant.
    """
    said, marks, at, count = list[str](), list[Mark](), 0, 0
    for found in FIGURES.finditer(text):
        names = sorted(notes_called(found[1]))
        calls = all(name in notes for name in names)
        said += (text[at : found.start()], "" if calls else found[1].translate(_SUPERSCRIPT))
        count += len(letters(said[-2] + said[-1]))
        for name in names if calls else ():
            called.add(name)
            near = [words for on, words in notes[name] if on >= page]
            marks.append(Mark(count, count, note=[*near, notes[name][-1][1]][0]))
        at = found.end()
    return Marked("".join((*said, text[at:])), tuple(marks))


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
        return piece(Kind.TABLE, text, part.said, page=page, cells=part.cells)
    if level is not None:
        return piece(Kind.HEADING, part.text, part.said, page=page, level=level, score=0.9)
    if counted:
        found = _COUNT.match(part.text)
        number = Number(int(found[1]), found[1]) if found else None
        label, detail, words = items.parts(_COUNT.sub("", part.text))
        return piece(
            Kind.ITEM, words, part.said, page=page, number=number, label=label, detail=detail
        )
    bullet = BULLET.match(part.text)
    if bullet and not (bullet.end() == 1 and re.match(r"[-–*][!-~]", part.text)):
        label, detail, words = items.parts(part.text[bullet.end() :])
        indent = (part.rows[0].x0 - part.column.left) / max(1, part.rows[0].size)
        return piece(
            Kind.ITEM, words, part.said, page=page, level=min(3, int(indent / 1.8)), label=label,
            detail=detail,
        )  # fmt: skip
    return replace(marked.plain(part.said[0]), page=page)


def _note(part: Part, called: set[str]) -> Piece:
    """Return a footnote without the mark that the text calls it by."""
    mark, words = _words(part)
    text = words if mark in called else _settled(part.text, {}, 0, set())
    return marked.note(text, page=part.rows[0].page)
