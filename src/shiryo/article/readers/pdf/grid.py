"""Lines that cross → the cells between them, table by table. All lengths are in points."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from shiryo import limits
from shiryo.article.readers.pdf.geometry import Box, Point
from shiryo.article.readers.pdf.lines import Lines
from shiryo.values import dataclass

_NEAR = 3
"""By how much lines that meet may miss each other."""
_SHORTEST = 3
"""The shortest line of a table."""
_SPANNED = 200
"""Lines that may end at one side of a cell."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: where its columns and rows begin and the last ones end, and its cells."""

    xs: list[float]
    ys: list[float]
    cells: dict[tuple[int, int], tuple[int, int]]
    """By row and column: those that its cell begins in."""

    @property
    def box(self) -> Box:
        """Return the edges of the table."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def cell(self, box: Box) -> tuple[int, int] | None:
        """Return the row and the column in which the cell around the middle of ``box`` begins."""
        row = bisect_right(self.ys, (box[1] + box[3]) / 2) - 1
        return self.cells.get((row, bisect_right(self.xs, (box[0] + box[2]) / 2) - 1))


def grids(lines: Lines) -> list[Grid]:
    """Return the tables whose cells have lines on all four sides, from the top.

    There are none where lines cross more than `limits.CROSSINGS` times: it is a drawing.
    """
    sides = [*lines.rules, *lines.edges]
    across = _bars((y0, y1, x0, x1) for x0, y0, x1, y1 in sides if x1 - x0 >= y1 - y0)
    down = _bars((x0, x1, y0, y1) for x0, y0, x1, y1 in sides if x1 - x0 < y1 - y0)
    found = _joined(_cells(across, down))
    return sorted((_grid(cells) for cells in found), key=lambda grid: (grid.box[1], grid.box[0]))


_Bar = tuple[float, float, float]
"""A line: how far it is from the edge that it runs along, and where it begins and ends."""


def _bars(sides: Iterable[tuple[float, float, float, float]]) -> list[_Bar]:
    """Return lines of one direction; those that touch or lie over each other are one."""
    found: list[_Bar] = []
    near: list[tuple[float, float, float, float]] = []
    for side in [*sorted(sides), None]:
        if near and (side is None or side[0] - near[-1][0] > _NEAR):
            at = sum(each[0] + each[1] for each in near) / (2 * len(near))
            found += [(at, *ends) for ends in _runs(sorted(each[2:] for each in near))]
            near = []
        if side:
            near.append(side)
    return found


def _runs(spans: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield where lines begin and end that lie on one line."""
    start, end = spans[0]
    for first, last in [*spans[1:], (float("inf"), 0.0)]:
        if first > end + _NEAR:
            if end - start >= _SHORTEST:
                yield start, end
            start, end = first, last
        end = max(end, last)


def _cells(across: Sequence[_Bar], down: Sequence[_Bar]) -> Iterator[Box]:
    """Yield the smallest box below and right of each crossing that has lines on all sides."""
    places = [bar[0] for bar in down]
    meets: list[list[int]] = []
    for y, start, end in across:
        near = range(bisect_left(places, start - _NEAR), bisect_right(places, end + _NEAR))
        meets.append([n for n in near if down[n][1] - _NEAR <= y <= down[n][2] + _NEAR])
    if sum(map(len, meets)) > limits.CROSSINGS:
        return
    met = [set(each) for each in meets]
    below: list[list[int]] = [[] for _ in down]
    for row, columns in enumerate(meets):
        for column in columns:
            below[column].append(row)
    for row, columns in enumerate(meets):
        for at, left in enumerate(columns):
            first = bisect_right(below[left], row)
            for end in below[left][first : first + _SPANNED]:
                right = next(
                    (n for n in islice(columns, at + 1, at + 1 + _SPANNED) if n in met[end]), None
                )
                if right is not None:
                    yield places[left], across[row][0], places[right], across[end][0]
                    break


def _joined(cells: Iterable[Box]) -> list[list[Box]]:
    """Return cells table by table: those that share a corner are of one."""
    tables: dict[Point, list[Box]] = {}
    for cell in cells:
        met = {id(tables[at]): tables[at] for at in _corners(cell) if at in tables}
        table, *others = sorted(met.values(), key=len, reverse=True) or [[]]
        for joins in [[cell], *others]:
            table += joins
            tables.update((at, table) for each in joins for at in _corners(each))
    return list({id(table): table for table in tables.values()}.values())


def _corners(cell: Box) -> tuple[Point, ...]:
    x0, top, x1, bottom = cell
    return (x0, top), (x1, top), (x0, bottom), (x1, bottom)


def _grid(cells: Sequence[Box]) -> Grid:
    """Return the cells of a table by row and column; what one spans begins where it does."""
    xs = sorted({x for cell in cells for x in (cell[0], cell[2])})
    ys = sorted({y for cell in cells for y in (cell[1], cell[3])})
    column, row = {x: n for n, x in enumerate(xs)}, {y: n for n, y in enumerate(ys)}
    found = {}
    for x0, top, x1, bottom in cells:
        for down in range(row[top], row[bottom]):
            for right in range(column[x0], column[x1]):
                found[down, right] = row[top], column[x0]
    return Grid(xs, ys, found)
