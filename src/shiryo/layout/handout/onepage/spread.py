"""Spreading what stands in a column down to its foot."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from shiryo.layout.handout.breaking.columns import Column
from shiryo.units import Points

_MOST = 2.5
"""How much larger than it is a space may get, as a multiple of it added."""


def end(column: Column) -> Points:
    """Return where a column ends, what closes a box that goes on in the next one included."""
    if not column.slices:
        return column.frame.rect.y
    last = column.slices[-1]
    goes_on = last.first + len(last.tops) < len(last.flow.atoms)
    return column.bottom + (last.atoms[-1].closing if goes_on else 0)


def spread(column: Column, bottom: Points) -> Column:
    """Return the column with all its spaces so much larger that it ends at ``bottom``.

    Lines of a paragraph keep their distance. Spaces get no larger than looks like one text.
    """
    gaps = list(_gaps(column))
    total = sum(gaps)
    slack = min(bottom - end(column), _MOST * total)
    if total <= 0 or slack <= 0:
        return column
    moved = list(accumulate(gap * slack / total for gap in gaps))
    slices, at = [], 0
    for piece in column.slices:
        tops = tuple(top + moved[at + n] for n, top in enumerate(piece.tops))
        slices.append(replace(piece, tops=tops))
        at += len(piece.tops)
    return replace(column, slices=tuple(slices))


def _gaps(column: Column) -> Iterator[Points]:
    """Yield the space over each atom."""
    y = None
    for piece in column.slices:
        for atom, top in zip(piece.atoms, piece.tops, strict=True):
            yield 0 if y is None else max(0, top - y)
            y = top + atom.height
