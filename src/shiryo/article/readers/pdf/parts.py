"""Rows of a PDF in the order of reading → parts: what belongs together, footnotes apart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import field
from itertools import pairwise

from shiryo import lazy_re as re
from shiryo.article.marks import Marked
from shiryo.article.readers.pdf.columns import Column
from shiryo.article.readers.pdf.rows import LOWERED, RAISED, Row
from shiryo.article.readers.pdf.tables import goes_on, together
from shiryo.article.structure.lines import mark
from shiryo.article.structure.recognisers.quotes import CREDIT
from shiryo.values import dataclass

_ENDS = re.compile(r"[。！？!?」』）)：:.]$")
BULLET = re.compile(r"[•●○◦‣・･▪◾■□◆◇▶►※✓✔➢–\-*\uf000-\uf0ff]\s*(?=\S)")
_ADDRESS = re.compile(r"(?<![!-~])(?=[!-~]*+$)[!-~]*?https?://")
"""Ends in an address, which may go on in the next row."""
FIGURES = re.compile(f"{RAISED}([^{RAISED}{LOWERED}]*){LOWERED}")
NOTE = re.compile(r"(?P<mark>[※＊*†‡]\s?\d*|(?:注|\()?\s?\d{1,3}[)）:]?|\[\d+\])[\s　]*(?=\S)")


@dataclass
class Part:
    """Rows that make one block."""

    rows: list[Row]
    column: Column
    cells: tuple[tuple[str, ...], ...] = ()
    heads: bool = False
    note: bool = False
    text: str = ""
    hang: float = 0.0
    """Where its second line begins, in points."""
    said: list[Marked] = field(default_factory=list)
    """Its text, or its cells, with the calls for notes."""

    def __post_init__(self) -> None:
        """Begin with the words of the first row."""
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


def look_of(rows: Sequence[Row]) -> Look:
    """Return what most of the letters look like."""
    said = Counter((r.size, r.strong, r.gothic) for r in rows if not r.cells for _ in r.text)
    size, strong, gothic = said.most_common(1)[0][0] if said else (10.5, False, False)
    body = [r for r in rows if abs(r.size - size) < 0.6]
    gaps = [b.top - a.top for a, b in pairwise(body) if 0.8 * size < b.top - a.top < 2.5 * size]
    pitch = sorted(gaps)[len(gaps) // 2] if gaps else 1.7 * size
    raised = (mark for row in rows for mark in FIGURES.findall(row.text))
    called = frozenset(each for mark in raised for each in notes_called(mark))
    return Look(size, strong, gothic, pitch / size, called)


def find_parts(pages: Sequence[Sequence[Column]], look: Look) -> tuple[list[Part], list[Part]]:
    """Join rows to parts; those of footnotes are kept apart."""
    body: list[Part] = []
    notes: list[Part] = []
    for page in pages:
        for column in page:
            for row, is_note in zip(column.rows, _notes(column, look), strict=True):
                found = notes if is_note else body
                last = found[-1] if found else None
                if last and is_note and not NOTE.match(row.text) and last.note:
                    _add(last, row)
                elif last and not is_note and last.cells and goes_on(last.rows[-1], row):
                    last.cells = together(last.cells, row.cells)
                    last.rows.append(row)
                elif last and not is_note and _joins(last, row, column, look):
                    _add(last, row)
                else:
                    found.append(Part([row], column, note=is_note))
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
        found = NOTE.match(row.text)
        if found and (found["mark"][0] in "※＊*†‡注" or bare(found["mark"]) in look.called):
            first = at
    foot = first > 0 or len(column.rows) == 1
    return [foot and at >= first for at in range(len(column.rows))]


def _add(part: Part, row: Row) -> None:
    """Add a row to a part: nothing between Japanese, Latin hyphenation undone."""
    before, after = part.text, row.text
    if re.search(r"[A-Za-z][-\u2010\u00ad]$", before) and re.match(r"[a-z]", after):
        part.text = before[:-1] + after
    else:
        latin = before[-1:].isascii() and after[:1].isascii()
        part.text = before + " " * (latin and not _ADDRESS.search(before)) + after
    part.rows.append(row)
    part.hang = part.hang or row.x0


def _joins(part: Part, row: Row, column: Column, look: Look) -> bool:
    """Tell whether ``row`` goes on with the paragraph of ``part``."""
    last, first = part.rows[-1], part.rows[0]
    if row.cells or part.cells or CREDIT.match(row.text):
        return False
    hangs = any(abs(row.x0 - x) < 0.6 * row.size for x in (*first.stops[1:], part.hang) if x)
    if not _alike(last, row) and not (hangs and 0.75 < row.size / last.size <= 1):
        return False
    if BULLET.match(row.text) or (mark(row.text) and _ENDS.search(last.text)) or row.stops:
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
    if mark(first.text) or BULLET.match(first.text):
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


def notes_called(raised: str) -> set[str]:
    """Return the marks of the notes that a raised figure may call."""
    return set(filter(None, re.split(r"[,、]", bare(raised))))


def bare(mark: str) -> str:
    """Return a note's mark without its brackets."""
    return re.sub(r"[\s()（）\[\]:：注.]", "", mark)
