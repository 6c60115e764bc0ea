"""What the slide forms have in common.

A form is a block in the type of a slide. It consists of units that a slide may end after: items,
rows, paragraphs. It says how much room some of its units need before any of them is placed.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from shiryo.layout.deck.grouping import Object
from shiryo.units import Points, Rect


class Need(NamedTuple):
    """The room that units of a form take."""

    height: Points
    full: Points
    """The greatest height that it makes good use of."""
    lines: float
    """How much of a slide it fills, where 1 is all that a reader can take in."""
    stubs: int = 0
    """How many paragraphs end in a line of very few characters …"""
    paras: int = 0
    """… of so many; 0: that is not known."""


def highest(needs: Sequence[Need]) -> Need:
    """Return the room of what stands beside each other: that of the highest."""
    height, full, lines = (max(part) for part in [*zip(*needs, strict=True)][:3])
    return Need(
        height, full, lines, sum(need.stubs for need in needs), sum(need.paras for need in needs)
    )


class Form(Protocol):
    """A block, set in a given type for a given width."""

    @property
    def fills(self) -> bool:
        """Whether it fills placeholders, which may be higher than what it needs."""

    @property
    def count(self) -> int:
        """How many units there are."""

    def need(self, first: int, last: int, /) -> Need:
        """Return the room that the units from ``first`` up to ``last`` (exclusive) take."""

    def place(self, first: int, last: int, /, frame: Rect) -> Sequence[Object]:
        """Draw these units in a frame that is at least as high as they need."""
