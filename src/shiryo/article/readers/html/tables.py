"""The cells of a table of a web page."""

from itertools import product

from lxml.html import HtmlElement

from shiryo.article.readers.html import webpage
from shiryo.article.runs import Words

_MOST_COLUMNS = 100
"""Of a table; more are no table that anybody reads."""


def grid(rows: list[HtmlElement], said: list[Words]) -> tuple[tuple[str, ...], ...]:
    """Return the cells in their columns; one that spans several says its words once.

    What they say goes to ``said`` as well, with its marks.
    """
    taken: dict[tuple[int, int], str] = {}
    for at, row in enumerate(rows):
        column = 0
        for cell in row.iterchildren("td", "th"):
            while (at, column) in taken:
                column += 1
            if column >= _MOST_COLUMNS:
                break
            down, across = (_span(cell, name) for name in ("rowspan", "colspan"))
            for place in product(
                range(at, min(at + down, len(rows))),
                range(column, min(column + across, _MOST_COLUMNS)),
            ):
                taken.setdefault(place, "")
            said.append(webpage.lines(cell))
            taken[at, column] = said[-1].text
    widths = [0] * len(rows)
    for at, column in taken:
        widths[at] = max(widths[at], column + 1)
    return tuple(
        tuple(taken.get((at, column), "") for column in range(width))
        for at, width in enumerate(widths)
        if width
    )


def places(root: HtmlElement) -> int:
    """Return how many places the cells of all tables take, each as many as it spans."""
    return sum(_span(c, "rowspan") * _span(c, "colspan") for c in root.iter("td", "th"))


def _span(cell: HtmlElement, name: str) -> int:
    span = cell.get(name, "1")
    return int(span) if span.isdecimal() and 0 < int(span) < 50 else 1
