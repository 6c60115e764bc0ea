"""Numbers of a chart: counted in 万, 億 or 兆, with the decimals that they need, the unit once."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from math import floor, log10

from shiryo import document
from shiryo import lazy_re as re
from shiryo.japanese import numerals
from shiryo.values import dataclass

_LONG = 100_000
"""The least number that is counted in 万."""
_DIGITS = 4
"""Of an abridged number, those that say enough."""
_MOST_DECIMALS = 6
_AS_OFFICE = ROUND_HALF_UP
"""As a native chart is rounded by who shows it, so that the handout says the same."""
SIGNED = ("%", "％")
"""Units that every number has: signs, no words."""
_FORMAT = re.compile(
    r"(?P<comma>#,##)?0(?:\.(?P<decimals>0{1,6}))?(?:;(?P<minus>[^#0;]{1,3})[#,0.]+)?"
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """How the numbers of one chart are written."""

    factor: float = 1
    """What they are divided by."""
    decimals: int = 0
    unit: str = ""
    """What they are counted in then: 億円."""
    alone: bool = False
    """Whether there is but one."""
    comma: bool = True
    minus: str = "-"

    @property
    def suffix(self) -> str:
        """What every number ends with."""
        return self.unit if self.alone or self.unit in SIGNED else ""

    @property
    def note(self) -> str:
        """The unit, where numbers do not say it."""
        return "" if self.suffix else self.unit

    def text(self, value: float) -> str:
        """Return a number as it is said; ``value`` is what it is divided to."""
        least = 10**-self.decimals
        if value and abs(value) < least / 2:
            return f"{self.minus if value < 0 else ''}<{least:.{self.decimals}f}{self.suffix}"
        rounded = Decimal(repr(abs(value))).quantize(Decimal(1).scaleb(-self.decimals), _AS_OFFICE)
        figures = f"{rounded:{',' if self.comma else ''}.{self.decimals}f}"
        return f"{self.minus if value < 0 else ''}{figures}{self.suffix}"

    def code(self, value: float | None = None) -> str:
        """Return the format code that makes a number say the same (ECMA-376-1 § 18.8.31)."""
        if value and abs(value) < 10**-self.decimals / 2:
            return _quoted(self.text(value))
        decimals = "." + "0" * self.decimals if self.decimals else ""
        code = ("#,##0" if self.comma else "0") + decimals + _quoted(self.suffix)
        return code if self.minus == "-" else f"{code};{_quoted(self.minus)}{code}"

    def at(self, step: float) -> "Numbers":
        """Return how the numbers of an axis are written, ``step`` apart."""
        decimals = _decimals(step)
        return Numbers(self.factor, decimals, self.unit, self.alone, self.comma, self.minus)


def numbers(block: document.Chart, values: Iterable[float]) -> Numbers:
    """Return how the numbers of a chart are written; ``values`` are those that it shows."""
    found = [*values]
    if block.stack == "100%":
        return _formatted(block, Numbers(1, min(1, _needed(found)), "%"))
    extent = [abs(end) for end in (*found, *(block.extent or ()))]
    factor, unit = _scale(block, max(extent, default=0))
    shown = [value / factor for value in found]
    made = Numbers(factor, _enough(shown), unit, alone=len(found) == 1)
    return _formatted(block, made)


def _formatted(block: document.Chart, made: Numbers) -> Numbers:
    """Return numbers as the outline wants them written."""
    match = _FORMAT.fullmatch(block.format)
    if match is None:
        return made
    return Numbers(
        made.factor,
        len(match["decimals"] or ""),
        made.unit,
        made.alone,
        bool(match["comma"]),
        match["minus"] or "-",
    )


def _scale(block: document.Chart, most: float) -> tuple[float, str]:
    """Return what numbers up to ``most`` are divided by, and the unit that they then have."""
    signs = re.match(f"[{''.join(numerals.SCALE)}]*", block.unit)
    prefix = signs[0] if signs else ""
    counted, unit = (numerals.value(prefix) if prefix else 1), block.unit[len(prefix) :]
    worth = most * counted
    if block.scale not in ("", "auto", "none"):
        return numerals.value(block.scale) / counted, block.scale + unit
    if block.scale == "none" or most < _LONG or block.unit in SIGNED:
        return 1, block.unit
    for sign in reversed(numerals.MYRIADS):
        if worth >= numerals.SCALE[sign]:
            return numerals.SCALE[sign] / counted, sign + unit
    return 1, block.unit


def _enough(values: Iterable[float]) -> int:
    """Return how many decimals tell numbers apart: those that they have, but not many digits."""
    found = [abs(value) for value in values if value]
    needed = _needed(found)
    if not needed:
        return 0
    size = floor(log10(max(found)))
    return min(needed, max(_DIGITS - 1 - size, 0 if size >= _DIGITS else 1))


def _needed(values: Iterable[float]) -> int:
    return max((_decimals(value) for value in values), default=0)


def _decimals(value: float) -> int:
    return len(f"{value:.{_MOST_DECIMALS}f}".rstrip("0").partition(".")[2])


def _quoted(text: str) -> str:
    return f'"{text}"' if (text := text.replace('"', "")) else ""
