"""Lines that go downwards, drawn so that PDFium reads one after the other.

It takes text objects that follow each other and start at one height for parts of a line, and puts
the left one first; but of vertical lines, which mostly start at one height, the right one is first.
It only looks at what was drawn last: where that line would be mistaken, its end is an object of its
own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from shiryo.pages import GlyphRun, Item, Line, TextBox
from shiryo.pages.walk import lines_of

_NEAR = 0.52
"""In em; what PDFium takes for one height, and a little more."""


def parted(items: Iterable[Item]) -> list[Item]:
    """Return the items of a page, the ends of lines parted where they have to be."""
    items = list(items)
    lines = [line for line in lines_of(items) if line.runs]
    after = {id(line): below.runs[0] for line, below in pairwise(lines)}

    def part(line: Line) -> Line:
        following = after.get(id(line))
        return Line((*line.runs[:-1], *_ended(line.runs[-1], following))) if following else line

    return [
        replace(item, lines=tuple(map(part, item.lines))) if isinstance(item, TextBox) else item
        for item in items
    ]


def _ended(last: GlyphRun, following: GlyphRun) -> Sequence[GlyphRun]:
    """Return the last run of a line, parted if what follows would be taken for its line."""
    if last.stance == "horizontal" or not _near(last.baseline, last, following):
        return [last]
    y, apart = last.baseline, len(last.glyphs)
    for n, glyph in enumerate(last.glyphs):
        if n and glyph[2] and not _near(y, last, following):
            apart = n
        y += glyph[1]
    first = replace(last, glyphs=last.glyphs[:apart])
    end = replace(last, glyphs=last.glyphs[apart:], baseline=last.baseline + first.width)
    return [first, end] if end.glyphs else [first]


def _near(y: float, one: GlyphRun, other: GlyphRun) -> bool:
    return abs(y - other.baseline) <= _NEAR * max(one.size, other.size)
