"""What the page breaker sees of a handout: flows, made of atoms that are never divided."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from shiryo.layout.remembered import of_document
from shiryo.pages import Element, Item
from shiryo.targets import Name
from shiryo.units import Points
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the text that something points to, or that a running head names."""

    name: Name
    """Of the anchor."""
    title: str = ""
    """Of the bookmark; empty if there is none."""
    level: int = 1
    head: bool = False
    """Whether the running head names it."""
    back: bool = False
    """Whether it begins what explains or lists, and is not to be found by an index."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A part of a flow that stays whole: a line, a row of a table, a picture."""

    height: Points
    before: Points = 0
    """Space wanted above; none at the top of a column."""
    after: Points = 0
    """Space wanted below; between two atoms stands the larger of what they want."""
    keep: bool = False
    """Whether the next atom must stand in the same column."""
    yields: bool = False
    """Whether a column may end after it although it is kept, if it has no better place to end."""
    opening: Points = 0
    """What its flow draws above it where a column starts with it (a repeated head, padding)."""
    closing: Points = 0
    """What its flow draws below it where a column ends with it."""
    notes: tuple[int, ...] = ()
    """Numbers of the footnotes called in it."""
    marks: tuple[Mark, ...] = ()
    seat: bool = False
    """Whether it stands on the line grid."""
    sinks: bool = False
    """Whether at the top of a column, too, it gives way to what follows on the grid (a heading)."""
    listed: bool = False
    """Whether its flow is a table or a figure: these keep their order."""
    floats: Element | None = None
    """What a reader meets here, where its flow may go to the top of a later column for want of
    room; None: it may not."""


@of_document(512)
def shared(atom: Atom) -> Atom:
    """Return ``atom``, or one like it: most lines of a long paper are alike."""
    return atom


Part = tuple[int, int]
"""2 of 3: which part of how many."""


class Flow(Protocol):
    """A paragraph, a table, a box: knows its atoms, and draws any stretch of them."""

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """Its parts, from top to bottom."""
        ...

    def draw(
        self, first: int, tops: Sequence[Points], x: Points, part: Part = (1, 1), /
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


def gap(above: Atom, below: Atom) -> Points:
    """Return the space between two atoms that stand under each other."""
    return max(above.after, below.before)


def tied(atoms: Sequence[Atom], orphans: int = 2, widows: int = 2) -> tuple[Atom, ...]:
    """Keep the first ``orphans`` and the last ``widows`` lines of a paragraph together."""
    last, made = len(atoms) - 1, list[Atom]()
    for n, atom in enumerate(atoms):
        is_tied = n < min(orphans - 1, last) or last - widows < n < last
        made.append(shared(replace(atom, keep=True) if is_tied and not atom.keep else atom))
    return tuple(made)


def whole(flow: Flow) -> Flow:
    """Return a flow that stays in one column, if it finds one with room for it."""
    *atoms, last = flow.atoms
    kept = (replace(atom, keep=True, yields=atom.yields or not atom.keep) for atom in atoms)
    made: Flow = replace(flow, atoms=(*kept, last))  # type: ignore[type-var]
    return made


@dataclass(frozen=True, slots=True)
class Piece:
    """A flow and how it stands among the others; see `Atom`."""

    flow: Flow
    above: Points = 0
    below: Points = 0
    keep_next: bool = False
    """Whether the flow after it must start in the same column."""
    marks: tuple[Mark, ...] = ()
    sinks: bool = False
    listed: bool = False
    floats: Element | None = None
    wide: bool = False
    """Whether it stands over all columns."""
    yields: bool = False


def join(pieces: Iterable[Piece]) -> list[Flow]:
    """Return the flows, their atoms knowing what the pieces say of them."""
    return [_told(piece) for piece in pieces]


def _told(piece: Piece) -> Flow:
    atoms = list(piece.flow.atoms)
    first = replace(
        atoms[0],
        before=piece.above,
        marks=(*piece.marks, *atoms[0].marks),
        sinks=piece.sinks,
        listed=piece.listed,
        floats=piece.floats,
    )
    atoms[0] = shared(first)
    last = atoms[-1]
    keep, yields = piece.keep_next or last.keep, piece.yields or last.yields
    atoms[-1] = shared(replace(last, after=piece.below, keep=keep, yields=yields))
    flow: Flow = replace(piece.flow, atoms=tuple(atoms))  # type: ignore[type-var]
    return flow
