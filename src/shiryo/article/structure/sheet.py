"""The lines of a plain text while its structure is being found: who has claimed which line."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Unpack

from shiryo.article.model import Block, Doubt, Fields, Head, Kind
from shiryo.article.structure.headings.score import emphasised, scores
from shiryo.article.structure.lines import Line, Shape, look


class Sheet:
    """Lines, and the blocks that recognisers have claimed among them so far.

    A line belongs to one block at most; a recogniser asks `free` before it claims.
    """

    def __init__(
        self,
        source: Sequence[str],
        weights: Mapping[int, int] | None = None,
        *,
        headed: bool = False,
        row: bool = False,
        parted: Collection[int] = (),
    ) -> None:
        self.lines = look(source)
        self.weights = weights or {}
        """Line number → how far the letters stand out, where the format tells."""
        self.headed = headed
        """Whether the format says which lines are headings."""
        self.row = row
        """Whether the first of them is one of several equals, of a text without a title."""
        self.parted = parted
        """Numbers of lines behind which something stood that is no line."""
        self.head = Head()
        """What lines around the title say."""
        self.doubts: list[Doubt] = []
        self._owner: dict[int, Block] = {}
        self._full = [line for line in self.lines if line.shape is not Shape.BLANK]
        self._place = {line.number: at for at, line in enumerate(self._full)}

    @cached_property
    def scores(self) -> Mapping[int, float]:
        """Line number → how likely it is a heading; where a format says it, nobody asks."""
        return emphasised(scores(self.lines), self.lines, self.weights)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What has been claimed, in the order of the source."""
        return tuple(b for n, b in sorted(self._owner.items()) if b.first == n)

    def full(self) -> list[Line]:
        """Return the lines that are not blank."""
        return list(self._full)

    def open(self) -> Iterator[Line]:
        """Yield the lines that nobody has claimed; claims made meanwhile count."""
        return (line for line in self._full if self.free(line))

    def free(self, line: Line | None) -> bool:
        """Tell whether there is such a line and nobody has claimed it."""
        return line is not None and line.number not in self._owner

    def near(self, line: Line, step: int) -> Line | None:
        """Return the line ``step`` lines on, not counting blank ones."""
        at = self._place[line.number] + step
        return self._full[at] if 0 <= at < len(self._full) else None

    def between(self, first: Line, last: Line) -> list[Line]:
        """Return the lines after ``first`` to ``last``, not counting blank ones."""
        return self._full[self._place[first.number] + 1 : self._place[last.number] + 1]

    def block(self, line: Line | None) -> Block | None:
        """Return the block that has ``line``."""
        return self._owner.get(line.number) if line else None

    def kind(self, line: Line | None) -> Kind | None:
        """Return the kind of the block that has ``line``."""
        block = self.block(line)
        return block.kind if block else None

    def claim(
        self,
        kind: Kind,
        first: Line,
        last: Line | None = None,
        text: str | None = None,
        **fields: Unpack[Fields],
    ) -> None:
        """Make a block of ``first`` to ``last``."""
        end = (last or first).number
        words = first.raw.strip() if text is None else text
        block = Block(kind, words, first.number, end, **fields)
        for number in range(first.number, end + 1):
            if number - 1 < len(self.lines) and self.lines[number - 1].shape is not Shape.BLANK:
                self._owner[number] = block

    def put(self, block: Block, line: Line) -> None:
        """Give ``line`` to a block that is known already."""
        self._owner[line.number] = replace(block, first=line.number, last=line.number)

    def doubt(self, kind: str, first: Line, last: Line, text: str) -> None:
        """Note something for a person to look at."""
        self.doubts.append(Doubt(kind, first.number, last.number, text))
