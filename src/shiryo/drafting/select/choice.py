"""Which claim of a section is its message.

An editor takes what says most, and leaves no 「これ」 without what it stands for.
"""

from collections.abc import Sequence

from shiryo import lazy_re as re
from shiryo.drafting.select import weight
from shiryo.drafting.select.claims import Claim
from shiryo.drafting.wording import shorten
from shiryo.japanese.width import width

_FAR = 1.0
"""How much more it must be worth than one of two."""
_TURNED, _PAST = 0.8, 0.8
"""What a claim is worth less that the next sentence turns against, and one that tells what was."""
_OVERTAKEN = 1.6
"""What one is worth less that only leads to what a later sentence says."""
_STEP = 0.5
"""What is worth less that only begins something (まずは), or shows it (例えば)."""
_COMMON, _SETTING = re.compile(r"ばかり(?:だ|である)?$"), 4.0
"""How a statement ends that tells how things commonly are, and what it is worth less: it leads on
to what is wrong with that."""
_BEGINS = re.compile(r"まず|最初に|はじめに|例えば|たとえば")


def message(found: Sequence[Claim]) -> Claim | None:
    """Return the message of a section: in two lines, or in three where no two say nearly as much.

    Else a clause left over from another sentence would stand where the right one is a little long.
    """
    short, long = key(found, shorten.MESSAGE), key(found, shorten.THREE)
    if long and (short is None or long.score >= short.score + _FAR):
        return long
    return short


def key(found: Sequence[Claim], most: float = shorten.LIMIT) -> Claim | None:
    """Return the most central claim that is at most so wide; none that is only granted (〜が、…).

    What points back (これ, その) is no message, nor is what says nothing of the matter, or may.
    """
    able = (c for c in found if not (c.conceded or c.aside or c.leans or c.whole))
    short = [c for c in able if width(c.text) <= most]
    short = [c for c in short if not weight.HOLLOW.search(c.text)]
    return max(short, key=lambda c: (_worth(c), -c.order), default=None)


def _worth(claim: Claim) -> float:
    past = claim.text.endswith("た")
    less = claim.turned * (_TURNED + _PAST * past)
    less += _OVERTAKEN * claim.overtaken
    less += _STEP * bool(_BEGINS.match(claim.text)) + _SETTING * bool(_COMMON.search(claim.text))
    return claim.score - less


def fits(claim: Claim) -> bool:
    """Tell whether two lines hold it."""
    return width(claim.text) <= shorten.LIMIT
