"""The foot of a column: which footnotes stand there, and where a long one is divided."""

from dataclasses import replace
from typing import NamedTuple, Protocol

from shiryo.units import Points
from shiryo.values import dataclass

_WHOLE = 4
"""Footnotes of as many lines are not divided."""
_TOGETHER = 2
"""How many lines of a divided footnote stand together at least."""


class NotePart(NamedTuple):
    """The stretch of a footnote that stands at the foot of one column."""

    number: int
    first: int
    """Number of its first line."""
    end: int
    """Number of the line after its last."""


class Notes(Protocol):
    """Knows how high footnotes are."""

    def lines(self, number: int) -> int:
        """Return how many lines a footnote has."""
        ...

    def height(self, parts: tuple[NotePart, ...]) -> Points:
        """Return what they take at the foot of a column, their rule included; 0 for none."""
        ...


@dataclass(frozen=True, slots=True)
class Foot:
    """Footnotes at the foot of a column, and what of them goes on in the next one."""

    setter: Notes
    parts: tuple[NotePart, ...] = ()
    rest: tuple[NotePart, ...] = ()
    is_divided: bool = False
    """Whether the last part is the beginning of a note called here; it may still grow."""

    @property
    def height(self) -> Points:
        """What the notes take, with their rule."""
        return self.setter.height(self.parts) if self.parts else 0

    def calling(self, numbers: tuple[int, ...]) -> "Foot":
        """Return the foot with the notes of these numbers too, each of them once."""
        if not numbers:
            return self
        known = {part.number for part in self.parts}
        new = [n for n in dict.fromkeys(numbers) if n not in known]
        parts = (NotePart(n, 0, self.setter.lines(n)) for n in new)
        return replace(self, parts=(*self.parts, *parts)) if new else self

    @property
    def divided(self) -> "Foot | None":
        """The foot with no more than the beginning of its last note, if that is a long one."""
        if not self.parts or self.parts[-1].first or self.parts[-1].end <= _WHOLE:
            return None
        *before, last = self.parts
        here, after = last._replace(end=_TOGETHER), last._replace(first=_TOGETHER)
        return replace(self, parts=(*before, here), rest=(after,), is_divided=True)

    def grown(self, room: Points) -> "Foot":
        """Return a divided foot with as much of its last note as has ``room``."""
        if not self.is_divided:
            return self
        *before, last = self.parts
        foot = replace(self, parts=tuple(before), rest=(), is_divided=False)
        return foot.taking((last._replace(end=self.rest[-1].end),), room)

    def taking(self, parts: tuple[NotePart, ...], room: Points) -> "Foot":
        """Return the foot with as many of ``parts`` as have ``room``, at least with some line."""
        foot = self
        for n, part in enumerate(parts):
            whole = replace(foot, parts=(*foot.parts, part))
            if whole.height > room:
                return foot._cut(part, parts[n + 1 :], room)
            foot = whole
        return foot

    def _cut(self, part: NotePart, later: tuple[NotePart, ...], room: Points) -> "Foot":
        ends = range(part.end - _TOGETHER, part.first + _TOGETHER - 1, -1)
        for end in ends:
            here = replace(self, parts=(*self.parts, part._replace(end=end)))
            if here.height <= room:
                return replace(here, rest=(part._replace(first=end), *later))
        if self.parts:
            return replace(self, rest=(part, *later))
        end = ends[-1] if ends else part.end
        after = (part._replace(first=end),) if end < part.end else ()
        return replace(self, parts=(part._replace(end=end),), rest=(*after, *later))
