"""How wide the columns of a table are.

On a slide columns are `shared`: what is narrow is read at a glance, so it keeps its width. In a
handout they are `widened` or `narrowed` to what makes the table lowest.
"""

from collections.abc import Sequence

from shiryo import inline
from shiryo import lazy_re as re
from shiryo.japanese.pauses import stretches
from shiryo.japanese.width import width
from shiryo.units import Points

_WHOLE = re.compile(r"\D*[\d０-９][\d０-９,，]*")
_LABEL = 24
"""How many characters a name has at most."""
_SHORT = 12
"""How wide a name is, in em, that should stand on one line."""
_APART, _FILLED = 3, 0.6
"""How many gaps columns stand apart at most, unless the table would fill less of the width."""
_WORD = re.compile(r"[!-~À-ɏ]+")
_WHOLE_WORD = re.compile(r"[!-~À-ɏ]+|[\u30a1-\u30fa\u30fc-\u30ff]+")


def tail(text: str) -> str:
    """Return what follows the whole part of a number: its decimals, its unit."""
    match = _WHOLE.match(text.strip())
    return text.strip()[match.end() :] if match else ""


def longest_word(text: inline.Text) -> str:
    """Return the longest stretch of ``text`` that is not broken: a word of Latin letters."""
    return max(_WORD.findall(inline.plain(text)), key=len, default="")


def longest_whole(text: inline.Text) -> str:
    """Return the longest word of ``text`` that a cell does not part, one of katakana too."""
    return max(_WHOLE_WORD.findall(inline.plain(text)), key=width, default="")


def longest_stretch(text: inline.Text) -> str:
    """Return the longest stretch of ``text`` that only a column without room breaks."""
    return max(stretches(inline.plain(text)), key=width, default="")


def is_label(text: inline.Text) -> bool:
    """Tell whether a cell is a name, and no sentence."""
    plain = inline.plain(text)
    return len(plain) <= _LABEL and not any(mark in plain for mark in "。、，")


def is_short(text: inline.Text) -> bool:
    """Tell whether a cell is a name so short that it should stand on one line."""
    return is_label(text) and width(inline.plain(text)) <= _SHORT


def shared(natural: Sequence[Points], width: Points, gap: Points) -> list[Points]:
    """Share ``width`` among columns of these natural widths.

    Where there is room to spare, all get as much more, but not so much that they fall apart: then
    they do not fill ``width``. Where there is not, narrow columns keep what they need and the
    others share what is left in proportion to what they would need.
    """
    spare = width - sum(natural)
    if spare >= 0:
        least = (_FILLED * width - sum(natural)) / len(natural)
        each = min(spare / len(natural), max(_APART * gap, least))
        return [n + each for n in natural]
    made, open_ = [0.0] * len(natural), set(range(len(natural)))
    left = width
    while True:
        kept = sorted(n for n in open_ if natural[n] <= left / len(open_))
        if not kept:
            break
        for n in kept:
            made[n] = natural[n]
            left -= natural[n]
            open_.discard(n)
    total = sum(natural[n] for n in sorted(open_))
    for n in sorted(open_):
        made[n] = left * natural[n] / total
    return made


def raised(made: Sequence[Points], least: Sequence[Points]) -> list[Points]:
    """Return widths that are ``least`` at least; those that have more give it, in proportion."""
    wanted = sum(max(low - have, 0) for have, low in zip(made, least, strict=True))
    spare = sum(max(have - low, 0) for have, low in zip(made, least, strict=True))
    if not wanted or wanted > spare:
        return [*made]
    kept = 1 - wanted / spare
    return [low + max(have - low, 0) * kept for have, low in zip(made, least, strict=True)]


def widened(natural: Sequence[Points], width: Points, even: bool) -> tuple[Points, ...]:
    """Share ``width``, which is enough, among columns that need ``natural`` not to break any cell.

    What is left goes to all columns alike if ``even``, else to the last one after each has got a
    little.
    """
    spare = width - sum(natural)
    share = spare / len(natural) if even else min(spare / len(natural), 0.06 * width)
    made = [n + share for n in natural[:-1]]
    return (*made, width - sum(made))


def narrowed(
    natural: Sequence[Points], least: Sequence[Points], width: Points, favour: float
) -> tuple[Points, ...]:
    """Share too little ``width``: what is over ``least`` shrinks in proportion.

    ``favour`` says how far, from 0 to 1, the columns that take no more than their even share keep
    what they need.
    """
    low = [
        have + favour * (want - have) if want <= width / len(natural) else have
        for want, have in zip(natural, least, strict=True)
    ]
    floor, over = sum(low), sum(natural) - sum(low)
    if floor >= width or over <= 0:
        return tuple(width * value / floor for value in low)
    scale = (width - floor) / over
    return tuple(have + (want - have) * scale for have, want in zip(low, natural, strict=True))
