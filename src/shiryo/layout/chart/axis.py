"""The axis of numbers: from where to where it goes, and which numbers it shows."""

from collections.abc import Iterator
from math import ceil, floor, log10

from shiryo.units import Points, Rect
from shiryo.values import dataclass

_STEPS = (1, 2, 2.5, 5, 10)
_INTERVALS = 5
_CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class Axis:
    """A range of numbers."""

    low: float
    high: float
    step: float = 0
    """From one number that is shown to the next; 0: none is."""

    def share(self, value: float) -> float:
        """Return how far from the low end a number is, as a share of the whole."""
        return (value - self.low) / (self.high - self.low)

    def y(self, value: float, plot: Rect) -> Points:
        """Return where a number stands on an axis that goes up."""
        return plot.bottom - self.share(value) * plot.height

    def x(self, value: float, plot: Rect) -> Points:
        """Return where a number stands on an axis that goes to the right."""
        return plot.x + self.share(value) * plot.width

    @property
    def ticks(self) -> Iterator[float]:
        """The numbers that it shows."""
        if self.step:
            first, last = ceil(self.low / self.step - _CLOSE), floor(self.high / self.step + _CLOSE)
            yield from (n * self.step for n in range(first, last + 1))


def padded(low: float, high: float, length: Points, before: Points, after: Points) -> Axis:
    """Return an axis that leaves room for labels at its ends, where there are such."""
    low, high = min(low, 0.0), max(high, 0.0)
    reach = (high - low) or 1.0
    whole = reach * length / max(length - before - after, length / 4)
    return Axis(low - whole * before / length, low - whole * before / length + whole)


def even(low: float, high: float, intervals: int = _INTERVALS) -> Axis:
    """Return an axis that shows round numbers: about so many intervals of them."""
    low, high = min(low, 0.0), max(high, 0.0)
    least = ((high - low) or 1.0) / max(intervals, 1)
    size = 10.0 ** floor(log10(least))
    step = next(size * n for n in _STEPS if size * n >= least * (1 - _CLOSE))
    first, last = floor(low / step + _CLOSE), ceil(high / step - _CLOSE)
    return Axis(first * step, max(last, first + 1) * step, step)
