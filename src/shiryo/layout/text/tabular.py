"""How the cells of a table are aligned: one rule for slides and handouts."""

from collections.abc import Callable, Sequence

from shiryo import document, inline
from shiryo.japanese.amounts import are_figures
from shiryo.layout.text.widths import tail
from shiryo.pages import Align
from shiryo.units import Points

_MARKS = frozenset("◎○〇◯△▲▽×✕✖☓✓✔☑●◉■□★☆")
_NONE = frozenset("-－—–―/／")


def aligned(block: document.Table) -> tuple[Align, ...]:
    """Return how each column is aligned: numbers at the right, marks in the middle.

    What the outline says goes first.
    """
    made = [_natural(column) for column in _cells(block)]
    for n, own in enumerate(block.align):
        if own:
            made[n] = own
    return tuple(made)


def insets(
    block: document.Table, aligns: Sequence[Align], width: Callable[[str], Points]
) -> tuple[tuple[Points, ...], ...]:
    """Return by row and column how far a number stands in from the right of its cell.

    So decimal points stand under each other, and so do units.
    """
    made = list[Sequence[Points]]()
    for column, align in zip(_cells(block), aligns, strict=True):
        is_number = align == "right" and are_figures(column)
        tails = [width(tail(cell)) if is_number else 0.0 for cell in column]
        widest = max(tails, default=0.0)
        made.append([widest - own if is_number else 0.0 for own in tails])
    return tuple(zip(*made, strict=True))


def _cells(block: document.Table) -> list[list[str]]:
    """Return what the cells of each column say."""
    columns = range(len(block.columns))
    return [[inline.plain(row[n]).strip() for row in block.rows] for n in columns]


def _natural(column: Sequence[str]) -> Align:
    if column and are_figures(column):
        return "right"
    said = [cell for cell in column if cell and cell not in _NONE]
    return "center" if said and all(cell in _MARKS for cell in said) else "left"
