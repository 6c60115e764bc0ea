"""The rows of a page in the order of reading: columns one after the other, top to bottom."""

from collections.abc import Iterator, Sequence

from shiryo import lazy_re as re
from shiryo.article.readers.pdf.rows import Row, merged
from shiryo.values import dataclass

_FEWEST = 4
"""Rows on each side from which on there are columns."""
_NARROWEST = 8
"""Of a column, in ems."""
_EM = 10.5
"""In points, where there are only tables."""


@dataclass(frozen=True, slots=True)
class Column:
    """Rows that stand one below the other."""

    left: float
    """The edges of its type area, in points."""
    right: float
    rows: tuple[Row, ...]


def columns(rows: Sequence[Row]) -> list[Column]:
    """Return the columns of a page in the order of reading; what is as wide as all parts them."""
    gutter = _gutter(rows)
    if gutter is None:
        return [_column(rows, rows)] if rows else []
    bands = list(_bands(rows, gutter))
    areas = [[r for band in bands if _are_columns(*band) for r in band[n]] for n in (0, 1)]
    found: list[Column] = []
    across: list[Row] = []
    for left, right in bands:
        if not (left and right and all(map(_stands_in, (left, right), areas))):
            across += [*left, *right]
            continue
        if across:
            found.append(_column(across, rows))
            across = []
        for side, area in zip((left, right), areas, strict=True):
            inner = columns(side)
            found += inner if len(inner) > 1 else [_column(side, area)]
    return found + ([_column(across, rows)] if across else [])


def _bands(rows: Sequence[Row], x: float) -> Iterator[tuple[list[Row], list[Row]]]:
    """Yield what stands left and right of ``x``, parted by each row that crosses it."""
    left: list[Row] = []
    right: list[Row] = []
    for row in sorted(rows, key=lambda row: row.top):
        if row.x1 <= x:
            left.append(row)
        elif row.x0 >= x:
            right.append(row)
        else:
            if left or right:
                yield left, right
            yield [row], []
            left, right = [], []
    if left or right:
        yield left, right


def _stands_in(side: Sequence[Row], area: Sequence[Row]) -> bool:
    """Tell whether rows begin where the column ``area`` does."""
    em = max(row.size for row in side) or _EM
    return abs(min(r.x0 for r in side) - min(r.x0 for r in area)) < 2.5 * em


def _are_columns(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Tell whether two sides look like columns of text: lines enough, and most of them long."""
    return all(
        len({round(r.bottom) for r in side}) >= _FEWEST and _is_text(side) for side in (left, right)
    )


def _column(rows: Sequence[Row], area: Sequence[Row]) -> Column:
    """Return rows as one column as wide as ``area``, those on one line together."""
    lines: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: row.top + row.bottom):
        last = lines[-1][0] if lines else None
        near = last and abs((row.top + row.bottom) - (last.top + last.bottom)) < 0.9 * row.size
        if near and not row.cells and last and not last.cells:
            lines[-1].append(row)
        else:
            lines.append([row])
    whole = tuple(each for line in lines for each in _whole(line))
    return Column(min(r.x0 for r in area), max(r.x1 for r in area), whole)


def _whole(line: Sequence[Row]) -> Sequence[Row]:
    """Return what stands on one line as one row; several notes beside each other stay apart."""
    parts = sorted(line, key=lambda row: row.x0)
    starts = [n for n, part in enumerate(parts) if re.match(r"\d{1,3}\)?( \S|$)", part.text)]
    words = sum(len(part.text) for part in parts)
    if len(starts) > 1 and starts[0] == 0 and words > 6 * len(parts):
        ends = [*starts[1:], len(parts)]
        return [merged(parts[a:b]) for a, b in zip(starts, ends, strict=True)]
    return [merged(parts)]


def _gutter(rows: Sequence[Row]) -> float | None:
    """Return where a gutter runs, in points; None where the text is in one column.

    Of all places the one with most rows on both sides, and fewest that cross it.
    """
    if len(rows) < 2 * _FEWEST:
        return None
    left, right = min(r.x0 for r in rows), max(r.x1 for r in rows)
    em = sorted(row.size for row in rows)[len(rows) // 2]
    if right - left < 2 * _NARROWEST * em:
        return None
    edges = sorted({row.x1 for row in rows if left + _NARROWEST * em < row.x1 < right - 5 * em})
    best, place = 0, None
    for edge in edges:
        bands = [band for band in _bands(rows, edge + 0.05) if _are_columns(*band)]
        crossing = sum(row.x0 < edge < row.x1 for row in rows)
        found = sum(2 * min(len(left), len(right)) for left, right in bands) - crossing
        if bands and found >= best:
            best, place = found, edge + 0.05
    return place


def _is_text(side: Sequence[Row]) -> bool:
    """Tell lines of text from the labels or cells of a table: most are long."""
    right, left = max(row.x1 for row in side), min(row.x0 for row in side)
    long = sum(bool(row.cells) or len(row.text) >= 10 for row in side)
    return right - left > _NARROWEST * (max(row.size for row in side) or _EM) and long * 2 >= len(
        side
    )
