"""What was set before: parts and pages of a handout that say the same as they did.

Elements of pages that are remembered are not their own among those of a `PageSet`: such pages are
to be looked at, not to be tagged.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import partial
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from shiryo import inline
from shiryo.diagnostics import Diagnostic
from shiryo.document.walk import texts
from shiryo.layout.handout.setting.atom import Flow, Piece, join
from shiryo.layout.handout.setting.galley import Galley
from shiryo.layout.text.structure import Tree

_T = TypeVar("_T")


class _Set(NamedTuple):
    """A part as it was set."""

    pieces: list[Piece]
    problems: tuple[Diagnostic, ...]
    numbers: tuple[int, ...]
    """Of the footnotes in it, as they are read."""


class Memory:
    """What was made, by what it was made from; that of the last round alone is kept."""

    def __init__(self) -> None:
        self.tree = Tree()
        self._kept: dict[Hashable, Any] = {}
        self._used: set[Hashable] = set()
        self._around: object = None

    def begin(self, around: object) -> None:
        """Start a round; nothing is known if what is ``around`` all parts is not as it was."""
        if around != self._around:
            self._kept.clear()
        self._around = around

    def end(self) -> None:
        """Let go of what was not asked for since the last time."""
        self._kept = {key: made for key, made in self._kept.items() if key in self._used}
        self._used.clear()

    def kept(self, key: Hashable, made: Callable[[], _T]) -> _T:
        """Return what is known by ``key``, or else what is ``made`` now."""
        self._used.add(key)
        if key not in self._kept:
            self._kept[key] = made()
        found: _T = self._kept[key]
        return found

    def pieces(
        self, galley: Galley, part: object, key: bytes, made: Callable[[], Iterable[Piece]]
    ) -> list[Piece]:
        """Return the pieces of a part that is known by ``key``; its footnotes get their numbers."""
        notes = _notes(part) if self.kept(("calls", key), lambda: bool(_notes(part))) else []
        numbers = galley.notes
        whole = (key, len(numbers.texts) if notes else 0, *map(numbers.known, notes))
        had = len(galley.problems)
        is_new = whole not in self._kept
        found = self.kept(
            whole,
            lambda: _Set(
                list(made()), tuple(galley.problems[had:]), tuple(map(numbers.known, notes))
            ),
        )
        if not is_new:
            galley.problems.extend(found.problems)
            for number, note in sorted(zip(found.numbers, notes, strict=True), key=itemgetter(0)):
                if number:
                    numbers.number(note)
        return found.pieces

    def joined(self, pieces: Iterable[Piece]) -> list[Flow]:
        """Return the flows of pieces (`join`)."""
        return [self.kept(_known_by(p), partial(_joined, p))[1] for p in pieces]


def _joined(piece: Piece) -> tuple[Piece, Flow]:
    """Return the flow of a piece, which is kept with it: it is known by where that stands."""
    [flow] = join([piece])
    return piece, flow


def _known_by(piece: Piece) -> Hashable:
    floats = piece.floats and piece.floats.key
    marks = (piece.marks, piece.sinks, piece.listed, piece.wide, piece.yields)
    return ("flow", id(piece.flow), piece.above, piece.below, piece.keep_next, floats, marks)


def _notes(part: object) -> list[inline.Text]:
    """Return the footnotes of a part as they are read."""
    return [note for text in texts(part) for note in inline.notes(text)]
