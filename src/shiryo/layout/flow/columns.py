"""Breaking a list of flows into columns, with the footnotes that each column calls for."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from shiryo.layout.flow.atom import Atom, Flow, Part
from shiryo.units import Points, Rect

NotesHeight = Callable[[tuple[int, ...]], Points]
"""What footnotes take at the foot of a column, the rule over them included; 0 for none."""

_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Frame:
    """A column to fill."""

    page: int
    """From 0."""
    rect: Rect


@dataclass(frozen=True, slots=True)
class Slice:
    """The stretch of a flow that stands in a column."""

    flow: Flow
    first: int
    """Number of its first atom."""
    tops: tuple[Points, ...]
    """Where its atoms start, on the page."""
    part: Part = (1, 1)
    """Which part of how many of the flow this is."""

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """The atoms that stand here."""
        return self.flow.atoms[self.first : self.first + len(self.tops)]


@dataclass(frozen=True, slots=True)
class Column:
    """A filled column."""

    frame: Frame
    slices: tuple[Slice, ...]
    notes: tuple[int, ...]

    @property
    def bottom(self) -> Points:
        """Where the last atom ends."""
        last = self.slices[-1] if self.slices else None
        return last.tops[-1] + last.atoms[-1].height if last else self.frame.rect.y


@dataclass(frozen=True, slots=True)
class _Placed:
    flow: int
    atom: int
    top: Points


class Breaker:
    """Fills columns one after the other, each as full as the rules allow.

    A break is allowed after an atom that is not kept with the next one. Where a chain of kept atoms
    is longer than a column, it is broken where the column is full.
    """

    def __init__(
        self,
        flows: Sequence[Flow],
        notes: NotesHeight,
        grid: Points = 0,
        squeeze: float = 1,
    ) -> None:
        """Take the flows; ``squeeze`` multiplies the spaces between them."""
        self._flows = flows
        self._stream = [(f, a) for f, flow in enumerate(flows) for a in range(len(flow.atoms))]
        self._atoms = [flow.atoms[a] for flow in flows for a in range(len(flow.atoms))]
        self._notes = notes
        self._grid = grid
        self._squeeze = squeeze

    @property
    def end(self) -> int:
        """The number after the last atom."""
        return len(self._atoms)

    def column(self, start: int, frame: Frame, height: Points | None = None) -> tuple[Column, int]:
        """Fill one column from atom ``start`` on; return it and the first atom of the next.

        ``height`` limits the text, but not the notes, to less than the frame.
        """
        room = min(height or math.inf, frame.rect.height)
        placed: list[_Placed] = []
        allowed = 0
        notes: tuple[int, ...] = ()
        y = 0.0
        for n in range(start, self.end):
            atom = self._atoms[n]
            top = self._top(atom, y, first=not placed)
            notes = (*notes, *atom.notes)
            foot = self._notes(notes)
            end = top + atom.height
            limit = min(room, frame.rect.height - foot) + _SLACK
            if placed and end > limit:
                break
            placed.append(_Placed(*self._stream[n], top))
            y = end
            is_last = n + 1 == self.end
            if is_last or (end + atom.closing <= limit and not atom.keep):
                allowed = len(placed)
        count = allowed or len(placed)
        return self._column(frame, placed[:count]), start + count

    def overflows(self, column: Column) -> bool:
        """Tell whether what a column had to take is higher than it."""
        return overfull(column, self._notes)

    def _top(self, atom: Atom, y: Points, *, first: bool) -> Points:
        top = atom.opening if first else y + atom.before * self._squeeze
        if atom.seat and self._grid:
            return math.ceil(top / self._grid - _SLACK) * self._grid
        return top

    def _column(self, frame: Frame, placed: Sequence[_Placed]) -> Column:
        slices: list[Slice] = []
        runs: list[list[_Placed]] = []
        for item in placed:
            if runs and runs[-1][0].flow == item.flow:
                runs[-1].append(item)
            else:
                runs.append([item])
        for run in runs:
            tops = tuple(frame.rect.y + item.top for item in run)
            slices.append(Slice(self._flows[run[0].flow], run[0].atom, tops))
        notes = tuple(n for piece in slices for atom in piece.atoms for n in atom.notes)
        return Column(frame, tuple(slices), notes)


def overfull(column: Column, notes: NotesHeight) -> bool:
    """Tell whether text and notes of a column are higher than it."""
    return column.bottom + notes(column.notes) > column.frame.rect.bottom + _SLACK
