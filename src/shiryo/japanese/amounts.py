"""Amounts as tables and lists write them: 8,400, 38.0％, 1億2,700万円 → a number and its unit."""

from collections.abc import Sequence

from shiryo import lazy_re as re
from shiryo.japanese import units
from shiryo.japanese.numerals import SCALE
from shiryo.japanese.quantities import half
from shiryo.values import dataclass

_PART = re.compile(r"(\d[\d,]*(?:\.\d+)?)([千万億兆]*)")
_AMOUNT = re.compile(
    r"(?P<number>(?:\d[\d,]*+(?:\.\d++)?[千万億兆]*+)++)\s*+(?P<unit>[^\d\s、。,()/:]{0,8})"
)

_DIGITS = r"\d[\d,.]*+(?:[千万億兆]++\d[\d,.]*+)*+[千万億兆]*+"
_FIGURE = re.compile(
    rf"[約+\-±△▲¥￥$]*{_DIGITS}(?:[~〜]{_DIGITS})?\s*(?:{units.pattern()}|[°²³㎞㎏a-zA-Z]{{0,4}})"
    r"|[-—―…\s]*"
)
"""What stands in a column of numbers: 12人, 約3万円, △5%, 10〜20; or a sign for "none"."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of something."""

    value: float
    scale: int
    """What the number is counted in, 10,000 for 万; the smallest of 1億2,700万円."""
    unit: str
    """``円``, ``%``, ``人``; empty if a head says it."""


def amount(text: str) -> Amount | None:
    """Return what a cell says that holds one number, with or without its unit, and nothing else."""
    match = _AMOUNT.fullmatch(half(text).strip())
    if match is None:
        return None
    found = [(digits, _scaled(signs)) for digits, signs in _PART.findall(match["number"])]
    scales = [scale for _, scale in found]
    if scales != sorted(scales, reverse=True) or len(set(scales)) < len(scales):
        return None
    value = sum(float(digits.replace(",", "")) * scale for digits, scale in found)
    return Amount(value, scales[-1], match["unit"])


def _scaled(signs: str) -> int:
    scale = 1
    for sign in signs:
        scale *= SCALE[sign]
    return scale


def alike(found: Sequence[Amount]) -> tuple[tuple[float, ...], str] | None:
    """Return amounts of one unit as numbers, and that unit (万円); None if they are of several."""
    if len({a.unit for a in found}) != 1:
        return None
    scale = min(a.scale for a in found)
    sign = next((s for s, n in SCALE.items() if n == scale and n > 100), "")
    if scale != 1 and not sign:
        return None
    return tuple(round(a.value / scale, 6) for a in found), sign + found[0].unit


def are_figures(cells: Sequence[str]) -> bool:
    """Tell whether the cells of a column are numbers or signs for "none", and one a number."""
    plain = [half(cell).strip() for cell in cells]
    return all(map(_FIGURE.fullmatch, plain)) and any(re.search(r"\d", cell) for cell in plain)
