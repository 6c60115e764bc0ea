"""A paragraph measured: cells, the space between them, where it may give and where it may break."""

from collections.abc import Sequence
from dataclasses import field, replace
from functools import cached_property
from itertools import accumulate, pairwise

from shiryo.typeset.breaking.breaks import HYPHEN, SPACES, breaks, longest_word, unparted
from shiryo.typeset.cells import Cell
from shiryo.typeset.model import Run, Setting
from shiryo.typeset.spacing import SOLID, Space, adjustment, at_end, between
from shiryo.units import Points
from shiryo.values import dataclass

_MARKS = frozenset({"02", "04", "06", "07", "14", "26", "w-close"})


@dataclass(frozen=True, eq=False)
class Items:
    """The cells of one hard line of a paragraph and sums over them, made as they are asked for.

    Gap ``k`` is the one after cell ``k``. Sums have at ``k`` what lies before cell ``k``.
    """

    cells: list[Cell]
    runs: list[Run]
    """Where each cell comes from."""
    gaps: list[Space]
    units: list[Points]
    """What one em of each gap is."""
    natural: list[Points]
    """Each gap as it is without adjustment."""
    room: Points
    """Of the lines that it is for."""
    setting: Setting
    phrases: dict[int, tuple[float, float]] = field(default_factory=dict)
    """Where phrases end, once `shiryo.typeset.breaking.phrase` has told it."""

    def within(self, room: Points) -> "Items":
        """Return the same for lines of ``room`` points, which is no more than `room`.

        What a line may hold changes but where a word is longer than that.
        """
        return self if self.longest <= room else replace(self, room=room, phrases={})

    @cached_property
    def longest(self) -> Points:
        """The width of the longest western word."""
        return longest_word(self.cells)

    @cached_property
    def largest(self) -> Points:
        """The size of the largest type, raised marks not counted."""
        return largest(self.runs)

    @cached_property
    def text(self) -> str:
        """All characters."""
        return "".join([cell.text for cell in self.cells])

    @cached_property
    def left(self) -> list[Points]:
        """Where each cell's body starts if everything is set on one line."""
        steps = [self.natural[k] + cell.body for k, cell in enumerate(self.cells)]
        return list(accumulate(steps, initial=0.0))

    @cached_property
    def shown(self) -> list[int]:
        """For each cell the last up to it that is not a space; -1 if there is none."""
        return _shown(self.cells)

    @cached_property
    def trail(self) -> list[Points]:
        """The space that a cell may have after it at the end of a line."""
        ends = at_end() if self.setting.spacing == "jlreq" else {}
        return [ends.get(cell.cls, 0.0) * cell.size for cell in self.cells]

    @cached_property
    def breaks(self) -> list[int]:
        """How a line may end after each cell: see `shiryo.typeset.breaking.breaks`."""
        setting = self.setting
        found = breaks(
            self.cells,
            setting.kinsoku,
            self.room,
            hyphens=setting.hyphens,
            whole=setting.spacing == "solid",
        )
        return unparted(self.cells, found, self.room) if setting.breaks == "cell" else found

    @cached_property
    def hyphen(self) -> list[Points]:
        """The width of the hyphen that stands after a cell at the end of a line."""
        return [
            cell.hyphen.advance if cell.hyphen and level == HYPHEN else 0.0
            for cell, level in zip(self.cells, self.breaks, strict=False)
        ]

    @cached_property
    def shrink(self) -> list[list[Points]]:
        """For each step of the adjustment the sum of what gaps can lose."""
        return _sums(self.gaps, self.units, len(adjustment().shrink), shrink=True)

    @cached_property
    def stretch(self) -> list[list[Points]]:
        """For each step the sum of what gaps can gain."""
        return _sums(self.gaps, self.units, len(adjustment().stretch), shrink=False)

    @cached_property
    def shrinking(self) -> list[tuple[list[Points], float]]:
        """The steps of `shrink` that any gap has, each with how unwelcome it is."""
        return [(s, w) for s, w in zip(self.shrink, adjustment().shrink, strict=True) if s[-1]]

    @cached_property
    def stretching(self) -> list[tuple[list[Points], float]]:
        """The steps of `stretch` that any gap has, each with how unwelcome it is."""
        return [(s, w) for s, w in zip(self.stretch, adjustment().stretch, strict=True) if s[-1]]

    def width(self, first: int, last: int) -> Points:
        """Return the natural width from cell ``first`` to the end of ``last``, without a hyphen."""
        return self.left[last] + self.cells[last].body - self.left[first] if last >= first else 0

    def lonely(self, first: int, last: int) -> bool:
        """Tell whether there is but one character from ``first`` to ``last``, marks not counted."""
        return sum(cell.cls not in _MARKS for cell in self.cells[first : last + 1]) < 2


def largest(runs: Sequence[Run]) -> Points:
    """Return the size of the largest of ``runs``, raised marks not counted; 0 if there are none."""
    return max([run.size for run in runs if not run.rise], default=0.0)


def itemize(cells: list[Cell], runs: list[Run], room: Points, setting: Setting) -> Items:
    """Measure ``cells``, which hold no line break, for lines of ``room`` points."""
    jlreq = setting.spacing == "jlreq"
    gaps, units = _gaps(cells) if jlreq else ([SOLID] * len(cells), [0.0] * len(cells))
    natural = [
        gap.optimum * unit + cell.kern for cell, gap, unit in zip(cells, gaps, units, strict=False)
    ]
    _let_ruby_overhang(cells, natural)
    return Items(cells, runs, gaps, units, natural, room, setting)


def _gaps(cells: Sequence[Cell]) -> tuple[list[Space], list[Points]]:
    """Return the space after each cell and the size that it is measured by, the smaller one."""
    known: dict[tuple[str, str], Space] = {}
    gaps, units = [], []
    for cell, after in pairwise(cells):
        pair = (cell.cls, after.cls)
        space = known.get(pair)
        if space is None:
            space = known[pair] = between(*pair)
        unit = cell.size if cell.size < after.size else after.size
        if after.shift > cell.body:
            space = _onwards(space, (after.shift - cell.body - cell.shift) / unit)
        gaps.append(space)
        units.append(unit)
    return [*gaps, SOLID], [*units, 0.0]


def _onwards(space: Space, least: float) -> Space:
    """Return ``space`` such that no glyph starts before the one that it follows.

    The half em at the left of a bracket would reach back over a narrow letter, and programs that
    read the file take the glyphs of a line in the order of their origins.
    """
    lower, natural, upper = (max(length, least) for length in space[:3])
    shrink = space.shrink if natural > lower else 0
    return Space(lower, natural, upper, shrink, space.stretch if upper > natural else 0)


def _shown(cells: Sequence[Cell]) -> list[int]:
    shown, last = [], -1
    for at, cell in enumerate(cells):
        if cell.cls not in SPACES:
            last = at
        shown.append(last)
    return shown


def _let_ruby_overhang(cells: Sequence[Cell], natural: list[Points]) -> None:
    """Take from the gaps beside ruby what it may reach over its neighbours."""
    for at, cell in enumerate(cells):
        if cell.ruby and at:
            natural[at - 1] -= cell.ruby.reach[0]
        if cell.ruby and at + 1 < len(cells):
            natural[at] -= cell.ruby.reach[1]


def _sums(
    gaps: Sequence[Space], units: Sequence[Points], steps: int, *, shrink: bool
) -> list[list[Points]]:
    amounts = [[0.0] * len(gaps) for _ in range(steps)]
    for at, (gap, unit) in enumerate(zip(gaps, units, strict=True)):
        step = gap.shrink if shrink else gap.stretch
        if step:
            give = gap.optimum - gap.minimum if shrink else gap.maximum - gap.optimum
            amounts[step - 1][at] = give * unit
    return [list(accumulate(amount, initial=0.0)) for amount in amounts]
