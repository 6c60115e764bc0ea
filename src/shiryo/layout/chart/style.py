"""How charts look."""

from shiryo.layout.text.para import Style
from shiryo.pages import Shade
from shiryo.template.model import Theme
from shiryo.units import Points
from shiryo.values import dataclass

_AGAIN = 0.45
"""How much white there is in a colour that is used a second time."""


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """How a chart looks; colours are ``RRGGBB``."""

    label: Style
    """Of names of categories and series, of the unit and the numbers of an axis."""
    value: Style
    """Of the numbers at points."""
    sizes: tuple[Points, ...]
    """Sizes that both may take, largest first."""
    axis: str
    axis_width: Points
    grid: str
    """Colour of the lines behind bars whose numbers are read from an axis."""
    shades: tuple[Shade, ...]
    """Of the series, or of the slices; the first is the accent."""
    muted: Shade
    """Of what is not highlighted."""
    paper: str
    """Of what parts the slices of a pie."""
    bar: float
    """The share of its band that a bar, or a group of bars, takes."""
    gap: Points
    """Between a bar and its labels."""
    label_most: float
    """The greatest share of the width that labels beside a chart take."""
    line_width: Points
    dot: Points
    unit: str = "({unit})"
    """What says what numbers are counted in."""


def shade(style: ChartStyle, n: int) -> Shade:
    """Return the colour of the nth series; of more than there are colours, a tint of one."""
    again, k = divmod(n, len(style.shades))
    return style.shades[k].faded(_AGAIN) if again else style.shades[k]


def shades(theme: Theme) -> tuple[Shade, ...]:
    """Return the colours of series: names of the theme's, with the share of white in them."""
    named = (name.rstrip("%").split() for name in theme.series)
    return tuple(
        Shade(theme.colours[name], int(tint[0]) / 100 if tint else 0) for name, *tint in named
    )
