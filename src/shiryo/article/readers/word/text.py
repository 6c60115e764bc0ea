"""The words of Word's paragraphs and tables, read from the markup itself.

python-docx says the same more slowly, opens a span of 10⁸ columns cell by cell, and refuses a whole
document for a number that is none.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from docx.oxml.ns import qn

from shiryo import limits
from shiryo.article.readers.office import number
from shiryo.article.runs import celled
from shiryo.values import dataclass

_RUN, _LINK, _TEXT, _BREAK = qn("w:r"), qn("w:hyperlink"), qn("w:t"), qn("w:br")
_SIGNS = {qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:ptab"): "\t", qn("w:tab"): "\t"}
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FORMULAS = (f"{_MATH}oMath", f"{_MATH}oMathPara")
"""Formulas within a paragraph (§22.1.2.77)."""
_named = cache(qn)
_VALUE, _TYPE = qn("w:val"), qn("w:type")


def runs(paragraph: Any, *, links: bool = False) -> Iterator[Any]:
    """Give the runs (``w:r``) and formulas of a paragraph, with ``links`` also of its links."""
    for child in paragraph:
        if child.tag == _RUN or child.tag in FORMULAS:
            yield child
        elif links and child.tag == _LINK:
            yield from runs(child)


def run_words(run: Iterable[Any]) -> str:
    """Return the text of what a run holds (ECMA-376-1 §17.3.3); breaks are ``\\n``."""
    said = []
    for child in run:
        if child.tag == _TEXT:
            said.append(child.text or "")
        elif child.tag == _BREAK:
            said.append("\n" if child.get(_TYPE, "textWrapping") == "textWrapping" else "")
        else:
            said.append(_SIGNS.get(child.tag, ""))
    return "".join(said)


def value(element: Any, *path: str) -> str | None:
    """Return the ``w:val`` of the child at ``path``, such as ``"w:pPr", "w:outlineLvl"``."""
    for tag in path:
        element = None if element is None else next(element.iterchildren(_named(tag)), None)
    return None if element is None else element.get(_VALUE)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a row, with the columns that it spans."""

    at: int
    span: int
    text: str


def rows(table: Any, words: Callable[[Any], str]) -> tuple[tuple[str, ...], ...]:
    """Return the words of a table (``w:tbl``) by row and column; a span says its words once.

    ``words`` gives those of a paragraph (``w:p``).
    A cell merged with the one above says that one's words again. Of a span, no more columns are
    counted than a table may have.
    """
    found: list[tuple[str, ...]] = []
    above: dict[int, _Cell] = {}
    for row in table.iterchildren(qn("w:tr")):
        cells = list(_cells(row, above, words))
        above = {cell.at: cell for cell in cells}
        found.append(tuple(said for cell in cells for said in _spread(cell)))
    return tuple(found)


def _cells(row: Any, above: dict[int, _Cell], words: Callable[[Any], str]) -> Iterator[_Cell]:
    at = _count(value(row, "w:trPr", "w:gridBefore"), 0)
    for cell in row.iterchildren(qn("w:tc")):
        span = _count(value(cell, "w:tcPr", "w:gridSpan"), 1)
        merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        goes_on = merge is not None and merge.get(_VALUE, "continue") == "continue"
        over = above.get(at) if goes_on else None
        if over:
            yield _Cell(at, over.span, over.text)
        else:
            lines = "\n".join(map(words, cell.iter(qn("w:p"))))  # of tables in it, too
            yield _Cell(at, span, celled(lines))
        at += over.span if over else span


def _count(text: str | None, least: int) -> int:
    found = number(text, limits.COLUMNS, least)
    return least if found is None else found


def _spread(cell: _Cell) -> Iterator[str]:
    yield cell.text
    for _ in range(cell.span - 1):
        yield ""
