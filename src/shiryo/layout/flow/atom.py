"""What the page breaker sees of a handout: flows, made of atoms that are never divided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from shiryo.pages import Item
from shiryo.units import Points


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the text that something points to, or that a running head names."""

    name: str
    """Of the anchor."""
    title: str = ""
    """Of the bookmark; empty if there is none."""
    level: int = 1
    head: bool = False
    """Whether the running head names it."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A part of a flow that stays whole: a line, a row of a table, a picture."""

    height: Points
    before: Points = 0
    """Space above; none at the top of a column."""
    keep: bool = False
    """Whether the next atom must stand in the same column."""
    opening: Points = 0
    """What its flow draws above it where a column starts with it (a repeated head, padding)."""
    closing: Points = 0
    """What its flow draws below it where a column ends with it."""
    notes: tuple[int, ...] = ()
    """Numbers of the footnotes called in it."""
    marks: tuple[Mark, ...] = ()
    seat: bool = False
    """Whether it stands on the line grid."""


Part = tuple[int, int]
"""2 of 3: which part of how many."""


class Flow(Protocol):
    """A paragraph, a table, a box: knows its atoms, and draws any stretch of them."""

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """Its parts, from top to bottom."""
        ...

    def draw(
        self, first: int, tops: Sequence[Points], x: Points, part: Part = (1, 1)
    ) -> Iterable[Item]:
        """Return what stands in one column.

        ``tops`` are the y of the atoms from number ``first`` on, ``x`` is the left of the column,
        ``part`` says which of how many parts of the flow this is.
        """
        ...


def stacked(flow: Flow, top: Points) -> list[Points]:
    """Return where the atoms of ``flow`` start if they stand close under each other."""
    heights = [atom.height for atom in flow.atoms]
    return [top + sum(heights[:n]) for n in range(len(heights))]


def spaced(
    atoms: Sequence[Atom],
    *,
    before: Points = 0,
    marks: tuple[Mark, ...] = (),
    keep_next: bool = False,
) -> tuple[Atom, ...]:
    """Return ``atoms`` with space and ``marks`` at their head, the last kept with what follows."""
    changed = list(atoms)
    if changed:
        changed[0] = replace(changed[0], before=before, marks=(*marks, *changed[0].marks))
        changed[-1] = replace(changed[-1], keep=keep_next or changed[-1].keep)
    return tuple(changed)


def tied(atoms: Sequence[Atom], orphans: int = 2, widows: int = 2) -> tuple[Atom, ...]:
    """Keep the first ``orphans`` and the last ``widows`` lines of a paragraph together."""
    last = len(atoms) - 1
    return tuple(
        replace(atom, keep=atom.keep or n < min(orphans - 1, last) or last - widows < n < last)
        for n, atom in enumerate(atoms)
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """A flow and the space that it wants around it."""

    flow: Flow
    above: Points = 0
    below: Points = 0
    keep_next: bool = False
    """Whether the flow after it must start in the same column."""
    marks: tuple[Mark, ...] = ()


def join(pieces: Iterable[Piece]) -> list[Flow]:
    """Return the flows; between two of them stands the larger of the spaces that they want."""
    flows: list[Flow] = []
    below: Points = 0
    for piece in pieces:
        before = max(below, piece.above)
        atoms = spaced(
            piece.flow.atoms, before=before, marks=piece.marks, keep_next=piece.keep_next
        )
        flows.append(replace(piece.flow, atoms=atoms))  # type: ignore[type-var]
        below = piece.below
    return flows
