"""Pieces of a text that others take the place of."""

from collections.abc import Iterable
from typing import NamedTuple


class Splice(NamedTuple):
    """From ``start`` to ``end`` the text is to say ``new``."""

    start: int
    end: int
    new: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return ``text`` with the splices done, which do not overlap."""
    made, at = [], 0
    for splice in sorted(splices, key=lambda s: (s.start, s.end)):
        made += [text[at : splice.start], splice.new]
        at = splice.end
    return "".join(made) + text[at:]


def difference(old: str, new: str) -> Splice:
    """Return the one splice that makes ``new`` of ``old``, as short as can be."""
    most = min(len(old), len(new))
    head = next((n for n in range(most) if old[n] != new[n]), most)
    most -= head
    tail = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    return Splice(head, len(old) - tail, new[head : len(new) - tail])
