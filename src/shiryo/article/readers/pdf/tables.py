"""Tables of a PDF: cells between ruled lines, and those that go on on the next page."""

from collections.abc import Sequence
from itertools import pairwise

from shiryo import lazy_re as re
from shiryo.article.plain import plain
from shiryo.article.readers.pdf.chars import Char
from shiryo.article.readers.pdf.geometry import Box, is_inside
from shiryo.article.readers.pdf.grid import Grid, grids
from shiryo.article.readers.pdf.page import Page
from shiryo.article.readers.pdf.rows import Row, closed, words

Cells = tuple[tuple[str, ...], ...]


def tables(page: Page) -> list[Row]:
    """Return the tables of a page that have two rows and two columns at least.

    A frame around text is none, nor is a grid that is mostly empty.
    """
    return [row for grid in grids(page.lines) if (row := _table(grid, page))]


def _table(grid: Grid, page: Page) -> Row | None:
    chars: dict[tuple[int, int], list[Char]] = {}
    for char in page.chars:
        place = grid.cell(char.box)
        if place:
            chars.setdefault(place, []).append(char)
    said = {place: joined(words(each)) for place, each in chars.items()}
    columns, rows = range(len(grid.xs) - 1), range(len(grid.ys) - 1)
    cells = _filled([[said.get((row, column), "") for column in columns] for row in rows])
    full = sum(bool(cell) for row in cells for cell in row)
    if len(cells) < 2 or len(cells[0]) < 2 or full * 2 < len(cells) * len(cells[0]):
        return None
    return _as_row(page.number, cells, grid.box)


def ruled(page: Page, found: Sequence[Row]) -> list[Row]:
    """Return the tables that only horizontal rules set off: three or more of the same width.

    Their columns are the stretches of the page's ``rows`` that no gap parts.
    """
    edges: dict[tuple[int, int], list[float]] = {}
    for x0, top, x1, bottom in sorted(page.lines.rules, key=lambda rule: rule[1]):
        if bottom - top < 2 and x1 - x0 > 100:
            edges.setdefault((round(x0 / 3), round(x1 / 3)), []).append(top)
    tables = []
    for heights in edges.values():
        for run in _runs(heights):
            if len(run) > 2:
                tables += _ruled(
                    page.number, run, [r for r in found if run[0] < r.bottom - 2 < run[-1]]
                )
    return tables


def _runs(heights: Sequence[float]) -> list[list[float]]:
    """Part rules that are far from each other."""
    found = [[heights[0]]]
    for height in heights[1:]:
        if height - found[-1][-1] > 160:
            found.append([])
        found[-1].append(height)
    return found


def _ruled(number: int, heights: Sequence[float], rows: Sequence[Row]) -> list[Row]:
    stops = _stops(rows)
    bands = [[r for r in rows if a < r.bottom - 2 < b] for a, b in pairwise(heights)]
    bands = [line for band in bands if band for line in _split(band, len(heights) == 3)]
    cells = tuple(
        tuple(
            joined("\n".join(r.text for r in band if low <= r.x0 + 1 < high))
            for low, high in pairwise([*stops, float("inf")])
        )
        for band in bands
    )
    if len(stops) < 2 or len(cells) < 2 or max(len(c) for row in cells for c in row) > 120:
        return []
    left, right = min(r.x0 for r in rows), max(r.x1 for r in rows)
    return [_as_row(number, cells, (left, heights[0], right, heights[-1]))]


def _stops(rows: Sequence[Row]) -> list[float]:
    """Return where columns begin: where no row reaches over a gap of half an em and more."""
    found: list[float] = []
    edge = float("-inf")
    for row in sorted(rows, key=lambda row: row.x0):
        if row.x0 > edge + 0.5 * row.size:
            found.append(row.x0)
        edge = max(edge, row.x1)
    return found


def _split(band: Sequence[Row], by_line: bool) -> list[list[Row]]:
    """Return the lines of a band that has no rules between its rows, else the band as it is."""
    ordered = sorted(band, key=lambda row: (round(row.bottom), row.x0))
    if not by_line:
        return [ordered]
    left = min(row.x0 for row in band)
    found: list[list[Row]] = []
    for row in ordered:
        begins = row.x0 - left < row.size
        if begins or not found:
            found.append([])
        found[-1].append(row)
    return found


def _filled(rows: Sequence[Sequence[str]]) -> Cells:
    """Return the words of cells without rows and columns that hold nothing."""
    rows = [row for row in rows if any(row)]
    kept = [n for n in range(len(rows[0])) if any(row[n] for row in rows)] if rows else []
    return tuple(tuple(row[n] for n in kept) for row in rows)


def _as_row(page: int, cells: Cells, box: Box) -> Row:
    text = "\n".join(" ".join(filter(None, row)) for row in cells)
    x0, top, x1, bottom = box
    return Row(text, page, x0, x1, top, bottom, 0, False, False, cells=cells)


def joined(text: str) -> str:
    """Return the lines of a cell as one; Latin words stay apart."""
    text = re.sub(r"(?<=[A-Za-z])-\n(?=[a-z])", "", text)
    text = re.sub(r"(?<=[!-~])\n(?=[!-~])", " ", text)
    return closed(plain(text.replace("\n", "")))


def inside(box: Box, found: Sequence[Row]) -> bool:
    """Tell whether a box stands in one of the tables."""
    return any(is_inside(box, (t.x0, t.top, t.x1, t.bottom)) for t in found)


def goes_on(before: Row, after: Row) -> bool:
    """Tell whether the table ``after``, at the top of the next page, goes on with ``before``."""
    same = before.cells and after.cells and len(before.cells[0]) == len(after.cells[0])
    near = abs(before.x0 - after.x0) < 5 and abs(before.x1 - after.x1) < 5
    return bool(same) and near and after.page == before.page + 1


def together(before: Cells, after: Cells) -> Cells:
    """Return both parts of a table, the heads once."""
    return before + (after[1:] if before[0] == after[0] else after)
