"""The columns of a table on a slide: how wide they are, and how they are aligned."""

from functools import cached_property

from shiryo.document import Table
from shiryo.inline import Run, Text
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Style
from shiryo.layout.text.tabular import aligned, insets
from shiryo.layout.text.widths import is_short, longest_whole, raised, shared
from shiryo.pages import Align
from shiryo.units import Points

_WORD = 0.4
"""Share of a table's width that a column has at most for a word that is not to be broken."""
_NAME = 0.18
"""Share of it that names of rows have at least, so that they are read in few lines."""
_TEXT = 6
"""Characters of a line of text at least, unless none is so long."""
_LABEL = 0.3
"""Share of it that a column has at most for a name to stand on one line."""


def style_name(column: int, *, head: bool) -> str:
    """Return the type of a cell."""
    return "table-head" if head else "table-first" if column == 0 else "table"


class Columns:
    """The columns of one table, at one size of type."""

    def __init__(self, block: Table, look: Look, width: Points) -> None:
        self._block, self._look, self._width = block, look, width

    @cached_property
    def aligns(self) -> tuple[Align, ...]:
        """How each is aligned; names of rows at the left, even if they are numbers."""
        made = aligned(self._block)
        named = not self._block.align and len(made) > 1
        return ("left", *made[1:]) if named else made

    @cached_property
    def insets(self) -> tuple[tuple[Points, ...], ...]:
        """By row and column, how far numbers stand in for their points to be in line."""
        style, setter = self._style(1, head=False), self._look.compositor
        bare = 1 - setter.allowance

        def width(text: str) -> Points:
            return setter.width((Run(text),), style) * bare if text else 0.0

        return insets(self._block, self.aligns, width)

    @cached_property
    def widths(self) -> list[Points]:
        """How wide each is."""
        if self._block.widths:
            share = self._width / sum(self._block.widths)
            return [share * width for width in self._block.widths]
        made = shared(self.natural, self._width, self._look.space("cell-gap"))
        if sum(self.natural) <= self._width:
            return made
        for least in (self._least(names=True), self._least(names=False)):
            if sum(least) <= self._width:
                return raised(made, least)
        return raised(made, self._least(names=False))

    @cached_property
    def natural(self) -> list[Points]:
        """How wide each would be with no line broken."""
        rows, pad = len(self._block.rows) + 1, 2 * self._look.space("cell-x")
        return [
            pad + max(self._wide(row, column) for row in range(rows))
            for column in range(len(self._block.columns))
        ]

    def snug(self, row: int, column: int) -> Points:
        """Return how wide a cell would like to be; row 0 is the head."""
        inset = self.insets[row - 1][column] if row else 0.0
        return self._snug[column][row] + inset

    def _wide(self, row: int, column: int) -> Points:
        """Return how wide a cell would like its column to be: nothing, if it takes several."""
        look = (self._block.look(row - 1) if row else self._block.head).cell(column)
        return self.snug(row, column) if look.wide == 1 else 0.0

    @cached_property
    def _snug(self) -> list[list[Points]]:
        texts, columns = (self._block.columns, *self._block.rows), range(len(self._block.columns))
        return [[self._at(t[n], n, head=m == 0) for m, t in enumerate(texts)] for n in columns]

    def _at(self, text: Text, column: int, *, head: bool) -> Points:
        return self._look.compositor.snug(text, self._style(column, head=head))

    def _style(self, column: int, *, head: bool) -> Style:
        return self._look.type(style_name(column, head=head), strong="ink")

    @property
    def least(self) -> list[Points]:
        """How wide columns must be to be read: no name or number is parted, and text has lines."""
        wide = self._look.type("table").size * _TEXT + 2 * self._look.space("cell-x")
        made = self._least(names=True)
        return [max(low, min(want, wide)) for low, want in zip(made, self.natural, strict=True)]

    def _least(self, *, names: bool) -> list[Points]:
        """Return how wide columns must be for no word to be parted, and no name, if ``names``."""
        pad, made = 2 * self._look.space("cell-x"), list[Points]()
        for column, natural in enumerate(self.natural):
            least = min(pad + self._word(column), _WORD * self._width)
            if names:
                least = max(least, min(pad + self._name(column), _LABEL * self._width))
            if column == 0:
                least = max(least, min(natural, _NAME * self._width))
            made.append(least)
        return made

    def _word(self, column: int) -> Points:
        """Return how wide the longest word is; what is no wider on the whole is not looked into."""
        texts, found = (self._block.columns, *self._block.rows), 0.0
        for n, text in enumerate(texts):
            if self._snug[column][n] > found:
                word = (Run(longest_whole(text[column])),)
                found = max(found, self._at(word, column, head=n == 0))
        return found

    def _name(self, column: int) -> Points:
        texts = (self._block.columns, *self._block.rows)
        labels = (n for n, row in enumerate(texts) if is_short(row[column]))
        return max((self._wide(n, column) for n in labels), default=0.0)
