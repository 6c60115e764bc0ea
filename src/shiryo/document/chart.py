"""A chart: its numbers, and how a person wants them drawn."""

from dataclasses import field
from typing import Literal

from shiryo.inline import Text
from shiryo.origins import Origin
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart, a value (or None) a category."""

    name: str
    values: tuple[float | None, ...]
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart."""

    kind: Literal["bar", "column", "line", "area", "pie"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    """What it shows, in words; never empty."""
    unit: str = ""
    caption: Text = ()
    highlight: tuple[str, ...] = ()
    """Categories in the accent colour, the others muted; empty: all alike."""
    origin: Origin | None = field(default=None, compare=False, repr=False)
    """Where categories are written."""
    stack: Literal["none", "sum", "100%"] = "none"
    """Whether bars or areas stand on each other: as they are, or as shares of their sum."""
    axis: str = ""
    """What the numbers are."""
    target: tuple[float, str] | None = None
    """A number to be reached, and its name."""
    format: str = ""
    """How numbers are written (``#,##0.0``); empty: with the decimals that they need."""
    scale: str = ""
    """What they are counted in (``億``); ``none``: nothing; empty: what makes them short."""
    extent: tuple[float, float] | None = None
    """The least and the greatest number of the whole chart, where this is a part of it."""
