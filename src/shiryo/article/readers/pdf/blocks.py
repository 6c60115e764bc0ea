"""Rows of a PDF in the order of reading → pieces: paragraphs, headings by look, lists, notes."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from shiryo.article.marks import Marked
from shiryo.article.model import Kind, Number
from shiryo.article.readers.pdf.columns import Column
from shiryo.article.readers.pdf.rows import LOWERED, RAISED, Row
from shiryo.article.readers.pdf.tables import goes_on, together
from shiryo.article.structure import pieces as marked
from shiryo.article.structure.lines import mark
from shiryo.article.structure.numbering import depth
from shiryo.article.structure.pieces import Piece, piece
from shiryo.article.structure.recognisers import items
from shiryo.article.structure.recognisers.quotes import CREDIT

_LONGEST = 60
"""The longest heading, in characters."""
_ENDS = re.compile(r"[。！？!?」』）)：:.]$")
_BULLET = re.compile(r"[•●○◦‣・･▪◾■□◆◇▶►※✓✔➢–\-*\uf000-\uf0ff]\s*(?=\S)")
_COUNT = re.compile(r"(\d{1,2}) +(?=[^\d\s])")
_TAGS = ("H1", "H2", "H3", "H4", "H5", "H6")
"""Of headings in a tagged PDF (ISO 32000-1 §14.8.4.3.2)."""
_SUPERSCRIPT = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_ADDRESS = re.compile(r"(?<![!-~])(?=[!-~]*+$)[!-~]*?https?://")
"""Ends in an address, which may go on in the next row."""
_RAISED = re.compile(f"{RAISED}([^{RAISED}{LOWERED}]*){LOWERED}")
_NOTE = re.compile(r"(?P<mark>[※＊*†‡]\s?\d*|(?:注|\()?\s?\d{1,3}[)）:]?|\[\d+\])[\s　]*(?=\S)")


@dataclass
class _Part:
    """Rows that make one block."""

    rows: list[Row]
    column: Column
    cells: tuple[tuple[str, ...], ...] = ()
    heads: bool = False
    note: bool = False
    text: str = ""
    hang: float = 0.0
    """Where its second line begins, in points."""

    def __post_init__(self) -> None:
        self.text = self.rows[0].text
        self.cells = self.rows[0].cells


@dataclass(frozen=True, slots=True)
class Look:
    """What body text looks like."""

    size: float
    strong: bool
    gothic: bool
    pitch: float
    """From one line to the next, in ems."""
    called: frozenset[str]
    """The raised figures, which may call for notes."""


def pieces(pages: Sequence[Sequence[Column]], name: str, slides: bool) -> list[Piece]:
    """Return the pieces of a document: the columns of its pages, in the order of reading.

    ``name`` is the title in its metadata; ``slides`` tells a deck, whose pages have a heading at
    the top, from a document, whose headings are larger or bolder than its body.
    """
    look = _look([row for page in pages for column in page for row in column.rows])
    parts, notes = _parts(pages, look)
    if sum(part.rows[0].tag in _TAGS for part in parts) > 1:
        for part in parts:
            part.heads = part.rows[0].tag in _TAGS
    elif slides:
        _find_slide_titles(parts)
    else:
        for part in parts:
            part.heads = _heads(part, look)
    levels = _levels(parts, name)
    marks = {_bare(found["mark"]) for part in notes if (found := _NOTE.match(part.text))}
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
        if not _called(found[1]) <= marks:
            return found[1].translate(_SUPERSCRIPT)
        called.update(_called(found[1]))
        return ""

    return _RAISED.sub(settle, text)


def _called(raised: str) -> set[str]:
    """Return the marks of the notes that a raised figure may call."""
    return set(filter(None, re.split(r"[,、]", _bare(raised))))


def _bare(mark: str) -> str:
    """Return a note's mark without its brackets."""
    return re.sub(r"[\s()（）\[\]:：注.]", "", mark)


def _look(rows: Sequence[Row]) -> Look:
    said = Counter((r.size, r.strong, r.gothic) for r in rows if not r.cells for _ in r.text)
    size, strong, gothic = said.most_common(1)[0][0] if said else (10.5, False, False)
    body = [r for r in rows if abs(r.size - size) < 0.6]
    gaps = [b.top - a.top for a, b in pairwise(body) if 0.8 * size < b.top - a.top < 2.5 * size]
    pitch = sorted(gaps)[len(gaps) // 2] if gaps else 1.7 * size
    raised = (mark for row in rows for mark in _RAISED.findall(row.text))
    called = frozenset(each for mark in raised for each in _called(mark))
    return Look(size, strong, gothic, pitch / size, called)


def _parts(pages: Sequence[Sequence[Column]], look: Look) -> tuple[list[_Part], list[_Part]]:
    """Join rows to parts; those of footnotes are kept apart."""
    body: list[_Part] = []
    notes: list[_Part] = []
    for page in pages:
        for column in page:
            for row, is_note in zip(column.rows, _notes(column, look), strict=True):
                found = notes if is_note else body
                last = found[-1] if found else None
                if last and is_note and not _NOTE.match(row.text) and last.note:
                    _add(last, row)
                elif last and not is_note and last.cells and goes_on(last.rows[-1], row):
                    last.cells = together(last.cells, row.cells)
                    last.rows.append(row)
                elif last and not is_note and _joins(last, row, column, look):
                    _add(last, row)
                else:
                    found.append(_Part([row], column, note=is_note))
    return body, notes


def _notes(column: Column, look: Look) -> list[bool]:
    """Tell which rows of a column are footnotes: the small ones at its foot, from the first on
    that has a mark which the text calls."""
    first = len(column.rows)
    for at in range(len(column.rows) - 1, -1, -1):
        row = column.rows[at]
        foot_size = column.rows[-1].size
        if row.cells or row.size > 0.92 * look.size or abs(row.size - foot_size) > 0.6:
            break
        found = _NOTE.match(row.text)
        if found and (found["mark"][0] in "※＊*†‡注" or _bare(found["mark"]) in look.called):
            first = at
    foot = first > 0 or len(column.rows) == 1
    return [foot and at >= first for at in range(len(column.rows))]


def _add(part: _Part, row: Row) -> None:
    """Add a row to a part: nothing between Japanese, Latin hyphenation undone."""
    before, after = part.text, row.text
    if re.search(r"[A-Za-z][-\u2010\u00ad]$", before) and re.match(r"[a-z]", after):
        part.text = before[:-1] + after
    else:
        latin = before[-1:].isascii() and after[:1].isascii()
        part.text = before + " " * (latin and not _ADDRESS.search(before)) + after
    part.rows.append(row)
    part.hang = part.hang or row.x0


def _joins(part: _Part, row: Row, column: Column, look: Look) -> bool:
    """Tell whether ``row`` goes on with the paragraph of ``part``."""
    last, first = part.rows[-1], part.rows[0]
    if row.cells or part.cells or CREDIT.match(row.text):
        return False
    hangs = any(abs(row.x0 - x) < 0.6 * row.size for x in (*first.stops[1:], part.hang) if x)
    if not _alike(last, row) and not (hangs and 0.75 < row.size / last.size <= 1):
        return False
    if _BULLET.match(row.text) or (mark(row.text) and _ENDS.search(last.text)) or row.stops:
        return False
    em = row.size
    same = column is part.column or column.rows == part.column.rows
    full = part.column.right - last.x1 < max(2.2 * em, _word(row) + 0.6 * em)
    if not same:
        begins = row.x0 - column.left < 0.5 * em
        ended = _ENDS.search(last.text) and not _ADDRESS.search(part.text)
        return full and begins and not ended and len(part.text) > 15
    if row.top - last.top > 1.45 * max(look.pitch, 1.25) * em:
        return False
    if not full:
        return False
    if hangs:
        return True
    if mark(first.text) or _BULLET.match(first.text):
        return -0.5 * em < row.x0 - first.x0 < 6 * em
    return row.x0 < last.x0 + 0.5 * em and (len(part.rows) < 2 or row.x0 > last.x0 - 0.5 * em)


def _alike(before: Row, row: Row) -> bool:
    size = abs(before.size - row.size) < 0.08 * row.size
    levels = (before.tag[:1] != "H" and row.tag[:1] != "H") or before.tag == row.tag
    return size and before.strong == row.strong and levels


def _word(row: Row) -> float:
    """Return how wide the first word is that could not stand on the line before, in points."""
    latin = re.match(r"[!-~]+", row.text)
    share = len(latin[0]) / len(row.text) if latin else 0
    return share * (row.x1 - row.x0)


def _heads(part: _Part, look: Look) -> bool:
    """Tell a heading from body text: larger, bolder, or tagged so."""
    first, text = part.rows[0], part.text
    if part.cells or CREDIT.match(text) or not re.search(r"[^\W\d_]", text):
        return False
    if len(text) > _LONGEST or text.endswith(("。", "、")) or _BULLET.match(text):
        return False
    larger = first.size >= 1.12 * look.size
    bolder = first.strong and not look.strong and first.size > 0.95 * look.size
    gothic = first.gothic and not look.gothic and first.size > 0.95 * look.size
    return larger or bolder or gothic


def _find_slide_titles(parts: Sequence[_Part]) -> None:
    """Mark the largest part in the upper half of each page."""
    pages: dict[int, list[_Part]] = {}
    for part in parts:
        if not part.cells and len(part.text) <= _LONGEST and re.search(r"[^\W\d_]", part.text):
            pages.setdefault(part.rows[0].page, []).append(part)
    for found in pages.values():
        top = max(found[:3], key=lambda part: part.rows[0].size)
        top.heads = not _BULLET.match(top.text)


def _levels(parts: Sequence[_Part], name: str) -> dict[int, int]:
    """Return the level of each heading, by its place: 1 is the title, then by look and number."""
    heads = [n for n, part in enumerate(parts) if part.heads]
    if not heads:
        return {}
    title = _title(parts, heads, name)
    keys = {n: _rank(parts[n]) for n in heads if n != title}
    order = sorted(set(keys.values()))
    levels = {n: min(6, 2 + order.index(key)) for n, key in keys.items()}
    return levels | ({title: 1} if title is not None else {})


def _rank(part: _Part) -> tuple[float, ...]:
    first = part.rows[0]
    if first.tag in _TAGS:
        return (_TAGS.index(first.tag),)
    return (-round(first.size), -first.strong, -first.gothic, depth(part.text))


def _title(parts: Sequence[_Part], heads: Sequence[int], name: str) -> int | None:
    """Return which heading is the title: that of the metadata, or the largest of page one."""
    bare = re.sub(r"\W", "", name)
    first = parts[0].rows[0].page
    on_first = [n for n in heads if parts[n].rows[0].page == first]
    for n in on_first:
        if bare and re.sub(r"\W", "", parts[n].text) == bare:
            return n
    if not on_first:
        return None
    best = max(on_first, key=lambda n: parts[n].rows[0].size)
    rest = [parts[n].rows[0].size for n in heads if n != best]
    return best if best <= 3 and parts[best].rows[0].size > max(rest, default=0) else None


def _counting(parts: Sequence[_Part]) -> set[int]:
    """Return the places of parts that count up one after the other: numbered items."""
    found: set[int] = set()
    numbers = [_COUNT.match(part.text) if not part.heads else None for part in parts]
    for at, (before, after) in enumerate(pairwise(numbers)):
        near = abs(parts[at].rows[0].x0 - parts[at + 1].rows[0].x0) < 0.7 * parts[at].rows[0].size
        if before and after and near and int(after[1]) == int(before[1]) + 1:
            found |= {at, at + 1}
    return found


def _piece(part: _Part, level: int | None, counted: bool) -> Piece:
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
    bullet = _BULLET.match(part.text)
    if bullet and not (bullet.end() == 1 and re.match(r"[-–*][!-~]", part.text)):
        label, detail, words = items.parts(part.text[bullet.end() :])
        indent = (part.rows[0].x0 - part.column.left) / max(1, part.rows[0].size)
        return piece(
            Kind.ITEM, words, page=page, level=min(3, int(indent / 1.8)), label=label,
            detail=detail,
        )  # fmt: skip
    return Piece(part.text, page=page)


def _note(part: _Part, called: set[str]) -> Piece:
    """Return a footnote without the mark that the text calls it by."""
    text = _settled(part.text, set(), set())
    found = _NOTE.match(text)
    words = text[found.end() :] if found and _bare(found["mark"]) in called else text
    return marked.note(Marked(words), page=part.rows[0].page)
