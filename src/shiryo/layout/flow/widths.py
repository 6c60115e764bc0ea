"""How wide the columns of a table are."""

import re
from collections.abc import Sequence

from shiryo import inline
from shiryo.units import Points

_NUMBER = re.compile(
    r"[約+＋\-−－±△▲¥￥$＄]*[\d０-９][\d０-９,，.．]*\s*[%％‰°℃℉a-zA-Zａ-ｚ²³㎡㎞㎏円人件社年倍点億万兆台個回]{0,4}"
    r"|[-−－–—―…]*"
)
_WORD = re.compile(r"[!-~À-ɏ]+")


def is_numeric(cells: Sequence[inline.Text]) -> bool:
    """Tell whether all of these cells are numbers, signs for "none", or empty, and one a number."""
    texts = [inline.plain(cell).strip() for cell in cells]
    return (
        any(texts)
        and all(_NUMBER.fullmatch(t) for t in texts)
        and any(c.isdigit() for t in texts for c in t)
    )


def longest_word(text: inline.Text) -> str:
    """Return the longest stretch of ``text`` that is not broken (a word of Latin letters)."""
    return max(_WORD.findall(inline.plain(text)), key=len, default="")


def widths(
    natural: Sequence[Points], least: Sequence[Points], width: Points, even: bool
) -> tuple[Points, ...]:
    """Share ``width`` among columns.

    ``natural`` are the widths at which no cell breaks, ``least`` those under which words would be
    cut. Room to spare goes to all columns alike if ``even``, else to the last one, after each has
    got a little. Where room lacks, what is over ``least`` shrinks in proportion.
    """
    spare = width - sum(natural)
    if spare >= 0:
        share = spare / len(natural) if even else min(spare / len(natural), 0.06 * width)
        made = [n + share for n in natural[:-1]]
        return (*made, width - sum(made))
    floor, over = sum(least), sum(natural) - sum(least)
    if floor >= width or over <= 0:
        return tuple(width * value / floor for value in least)
    scale = (width - floor) / over
    return tuple(low + (high - low) * scale for low, high in zip(least, natural, strict=True))
