"""Breaking a list of flows into columns, with the footnotes that each column calls for."""

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from shiryo.layout.handout.breaking.columns import SLACK, Column, Frame, Slice, overfull
from shiryo.layout.handout.breaking.foot import Foot, NotePart, Notes
from shiryo.layout.handout.setting.atom import Atom, Flow, gap
from shiryo.pages import Element
from shiryo.units import Points
from shiryo.values import dataclass

_NOTES_MOST = 0.6
"""The share of a column that notes which go on may take where text goes on too."""
_HOLE = 0.12
"""The share of a column that may stay empty so as not to divide a footnote."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a list of flows has been set."""

    at: int = 0
    """Number of the atom that comes next."""
    waiting: tuple[int, ...] = ()
    """Numbers of the flows before it that had no room where they belong."""
    notes: tuple[NotePart, ...] = ()
    """What has to stand at the foot of the next column."""


class Breaker:
    """Fills columns one after the other, each as full as the rules allow.

    A break is allowed after an atom that is not kept with the next one. Where a chain of kept atoms
    is longer than a column, it is broken where the column is full. A figure that has no room is
    passed over and goes to the top of the next column. A long footnote is divided where otherwise
    much of the column would stay empty.
    """

    def __init__(
        self, flows: Sequence[Flow], notes: Notes, grid: Points = 0, squeeze: float = 1
    ) -> None:
        """Take the flows; ``squeeze`` multiplies the spaces between them.

        ``grid`` is the distance of the lines that seats stand on; 0: there is no grid.
        """
        self.flows = flows
        self.notes = notes
        self.grid = grid
        self.squeeze = squeeze
        self.stream = [(f, a) for f, flow in enumerate(flows) for a in range(len(flow.atoms))]

    def atom(self, at: int) -> Atom:
        """Return the atom of a number in the stream."""
        flow, number = self.stream[at]
        return self.flows[flow].atoms[number]

    def done(self, cursor: Cursor) -> bool:
        """Tell whether everything stands somewhere."""
        return cursor == Cursor(len(self.stream))

    def column(
        self, cursor: Cursor, frame: Frame, height: Points | None = None
    ) -> tuple[Column, Cursor]:
        """Fill one column from ``cursor`` on; return it and how far that goes.

        ``height`` limits the text, but not the notes, to less than the frame.
        """
        return _Filling(self, cursor, frame, height).filled()

    def overflows(self, column: Column) -> bool:
        """Tell whether what a column had to take is higher than it."""
        return overfull(column, self.notes)


class _Placed(NamedTuple):
    flow: int
    atom: int
    top: Points
    space: Points
    """Over it; for a first atom that sinks, what it would have."""
    slack: Points
    """What the grid adds to that."""


class _Break(NamedTuple):
    """A place where a column may end."""

    size: int
    """How many atoms stand before it."""
    bottom: Points
    foot: Foot
    at: int
    waiting: tuple[int, ...]
    passed: int
    """How many figures have been passed over."""


class _Filling:
    """A column while it is being filled."""

    def __init__(
        self, breaker: Breaker, cursor: Cursor, frame: Frame, height: Points | None
    ) -> None:
        self._breaker, self._frame, self._at = breaker, frame, cursor.at
        self._cursor = cursor
        self._height = frame.rect.height
        self._room = min(height or math.inf, self._height)
        self._placed: list[_Placed] = []
        self._last: Atom | None = None
        self._y: Points = 0
        self._waiting = list(cursor.waiting)
        self._passed: list[tuple[int, Element]] = []
        self._break: _Break | None = None
        self._poor: _Break | None = None
        """A place after an atom that yields."""
        notes_only = breaker.done(Cursor(cursor.at, cursor.waiting))
        room = self._height * (1 if notes_only else _NOTES_MOST)
        self._foot = Foot(breaker.notes).taking(cursor.notes, room)

    def filled(self) -> tuple[Column, Cursor]:
        """Fill the column."""
        self._float()
        while self._at < len(self._breaker.stream):
            atom = self._breaker.atom(self._at)
            if atom.listed and not self._in_its_place():
                if self._may_wait():
                    self._wait()
                    continue
                if self._waiting and self._break:
                    break
            if not self._add(*self._breaker.stream[self._at]):
                break
            self._at += 1
            self._mark(atom)
            if self._break and self._break.foot.is_divided:
                break
        return self._ended(self._break or self._notes_alone() or self._poor or self._here())

    def _notes_alone(self) -> _Break | None:
        """Return the column without text, where a note that goes on would tear that apart."""
        if not (self._cursor.notes and self._foot.rest and self._placed):
            return None
        foot = Foot(self._breaker.notes).taking(self._cursor.notes, self._height)
        return _Break(0, 0.0, foot, self._cursor.at, self._cursor.waiting, 0)

    def _float(self) -> None:
        """Set the figures that have been waiting at the top of the column."""
        while self._waiting:
            flow = self._waiting[0]
            if not self._fits_whole(flow) and (self._placed or self._foot.parts):
                return
            for number in range(len(self._breaker.flows[flow].atoms)):
                self._add(flow, number, force=True)
            del self._waiting[0]
            self._break = self._here()

    def _in_its_place(self) -> bool:
        """Tell whether the table or figure that comes next may stand where it belongs."""
        return not self._waiting and self._fits_whole(self._breaker.stream[self._at][0])

    def _may_wait(self) -> bool:
        """Tell whether the text after the figure that comes next may stand before it.

        Directly under a heading it stays there, if no text of its section goes on.
        """
        flow, _ = self._breaker.stream[self._at]
        after = self._at + len(self._breaker.flows[flow].atoms)
        if not self._last or not self._breaker.atom(self._at).floats:
            return False
        ends = after == len(self._breaker.stream) or self._breaker.atom(after).sinks
        return not (self._last.keep and ends)

    def _wait(self) -> None:
        flow, _ = self._breaker.stream[self._at]
        element = self._breaker.atom(self._at).floats
        assert element
        self._waiting.append(flow)
        self._passed.append((len(self._placed), element))
        self._at += len(self._breaker.flows[flow].atoms)

    def _fits_whole(self, flow: int) -> bool:
        y, last, foot = self._y, self._last, self._foot
        for atom in self._breaker.flows[flow].atoms:
            y += (gap(last, atom) * self._breaker.squeeze if last else 0) + atom.height
            last, foot = atom, foot.calling(atom.notes)
        return self._fits(y, foot) and not (foot.rest and foot != self._foot)

    def _fits(self, end: Points, foot: Foot) -> bool:
        return end <= min(self._room, self._height - foot.height) + SLACK

    def _add(self, flow: int, number: int, *, force: bool = False) -> bool:
        """Place an atom if it has room, or if there is no more to be had; tell whether."""
        atom = self._breaker.flows[flow].atoms[number]
        placed = self._on_grid(flow, number, atom)
        end = placed.top + atom.height
        foot = self._foot.calling(atom.notes)
        if foot.rest and foot != self._foot and not force:
            return False
        if not self._fits(end, foot) and not force:
            divided = foot.divided if self._may_divide(foot) else None
            if divided and self._fits(end, divided):
                foot = divided
            elif self._placed:
                return False
        self._placed.append(placed)
        self._last, self._y, self._foot = atom, end, foot
        return True

    def _may_divide(self, foot: Foot) -> bool:
        """Tell whether a note is divided rather than that the column ends at the last break.

        It is one that the next atom calls, if much of the column would stay empty; or, if there is
        no break yet, whichever was called last.
        """
        if not self._break:
            return True
        if foot == self._foot:
            return False
        empty = self._height - self._break.foot.height - self._break.bottom
        return empty > _HOLE * self._height

    def _on_grid(self, flow: int, number: int, atom: Atom) -> _Placed:
        squeeze, grid = self._breaker.squeeze, self._breaker.grid
        if self._last:
            space = gap(self._last, atom) * squeeze
            goes_on = number > 0 and self._placed[-1].flow != flow
            top = self._y + space + (atom.opening if goes_on else 0)
        else:
            space = atom.before * squeeze if atom.sinks else 0
            top = atom.opening
        slack = 0.0
        if atom.seat and grid:
            slack = math.ceil(top / grid - SLACK) * grid - top
        return _Placed(flow, number, top + slack, space, slack)

    def _mark(self, atom: Atom) -> None:
        """Note that the column may end here, if it may."""
        is_last = self._at == len(self._breaker.stream)
        if not is_last and not self._fits(self._y + atom.closing, self._foot):
            return
        if is_last or not atom.keep:
            self._break = self._here()
        elif atom.yields:
            self._poor = self._here()

    def _here(self) -> _Break:
        waiting, passed = tuple(self._waiting), len(self._passed)
        return _Break(len(self._placed), self._y, self._foot, self._at, waiting, passed)

    def _ended(self, end: _Break) -> tuple[Column, Cursor]:
        foot = end.foot.grown(self._height - end.bottom + SLACK)
        placed = _settled(self._placed[: end.size], self._breaker)
        slices = tuple(self._slices(placed))
        sums = list(accumulate((len(piece.tops) for piece in slices), initial=0))
        passed = ((sums.index(n), element) for n, element in self._passed[: end.passed])
        is_torn = not self._break and end.at < len(self._breaker.stream) and bool(slices)
        column = Column(self._frame, slices, foot.parts, tuple(passed), is_torn)
        return column, Cursor(end.at, end.waiting, foot.rest)

    def _slices(self, placed: Sequence[_Placed]) -> Iterator[Slice]:
        for flow, atoms in groupby(placed, lambda item: item.flow):
            run = list(atoms)
            tops = tuple(self._frame.rect.y + item.top for item in run)
            yield Slice(self._breaker.flows[flow], run[0].atom, tops)


def _settled(placed: Sequence[_Placed], breaker: Breaker) -> list[_Placed]:
    """Share what the grid adds over a line among the spaces since the line before it."""
    made = list(placed)
    start = 0
    for n, item in enumerate(placed):
        if not breaker.flows[item.flow].atoms[item.atom].seat:
            continue
        total = sum(part.space for part in placed[start : n + 1])
        moved = 0.0
        for at in range(start, n if item.slack and total else start):
            moved += item.slack * placed[at].space / total
            made[at] = placed[at]._replace(top=placed[at].top + moved)
        start = n + 1
    return made
