"""Which claims of a section its slide makes: the key message, and what bears it out.

An editor takes what says most that is new, says nothing twice, and leaves no 「これ」 without what
it stands for.
"""

import re
from collections.abc import Collection, Sequence
from heapq import heapify, heappop, heappush

from shiryo.drafting.select import salience, weight
from shiryo.drafting.select.claims import Claim
from shiryo.drafting.wording import shorten
from shiryo.facts.facts import facts
from shiryo.japanese.width import width

_NEW = 0.35
"""What a number, date or name adds that the slide does not have yet."""
_ALIKE = 0.6
_LONGEST = 1.5 * shorten.LIMIT
"""Full-width characters of three lines."""
_COUNTS = re.compile(
    r"[2-9２-９二三四五六七八九十](?:つ|点|種類|項目)(?:が|も)?(?:ある|に分かれる|に分けられる)?$"
)


def key(found: Sequence[Claim]) -> Claim | None:
    """Return the most central claim that fits two lines; none that is only granted (〜が、…).

    What points back (これ, その) is no message beside what does not, however long that is.
    """
    short = [c for c in found if _fits(c) and not c.conceded]
    if not all(c.leans for c in found):
        short = [c for c in short if not c.leans]
    return max(short, key=lambda c: (c.score, -c.order), default=None)


def points(
    found: Sequence[Claim],
    message: Claim | None,
    most: int,
    *,
    announcing: Collection[int] = (),
    known: str = "",
) -> list[Claim]:
    """Return up to ``most`` central claims beside the message, in their order, none said twice.

    ``announcing``: lines that lead in to a list which the slide shows. ``known``: what the deck
    says elsewhere, such as its date.
    """
    told = {fact.value for fact in facts(known)}
    fit = [c for c in found if _fits(c)]
    short = {c.sentence for c in fit}
    whole = [c for c in found if c.sentence not in short and _is_worth_three(c)]
    rest = [c for c in (*fit, *whole) if c is not message]
    rest = [c for c in rest if _says(c, told)] or [c for c in rest if _says(c, ())]
    rest = [c for c in rest if not (c.first in announcing and _COUNTS.search(c.text))]
    chosen = _weightiest([c for c in rest if not c.leans], [message] if message else [], most)
    for claim in (c for c in rest if c.leans):
        said = [*chosen, *([message] if message else [])]
        if len(chosen) < most and _is_new(claim, said) and _follows(claim, chosen, message):
            chosen.append(claim)
    return sorted(chosen, key=lambda c: c.order)


def _weightiest(found: Sequence[Claim], told: Sequence[Claim], most: int) -> list[Claim]:
    """Return up to ``most`` claims, each the weightiest of those that say something new.

    What one brings only becomes less, so it is weighed again when its turn comes (Minoux 1978).
    """
    values = {c.order: frozenset(fact.value for fact in facts(c.text)) for c in found}
    had = {fact.value for c in told for fact in facts(c.text)}
    turns = [(-_worth(c, values[c.order]), c.order, c) for c in found]
    heapify(turns)
    chosen, granted = list[Claim](), list[Claim]()
    while turns and len(chosen) < most:
        bound, order, claim = heappop(turns)
        worth = -_worth(claim, values[order] - had)
        if worth > bound:
            heappush(turns, (worth, order, claim))
        elif claim.conceded and not _is_answered(claim, (*told, *chosen)):
            granted.append(claim)
        elif _is_new(claim, (*told, *chosen)):
            chosen.append(claim)
            had |= values[order]
            for other in [c for c in granted if c.sentence == claim.sentence]:
                granted.remove(other)
                heappush(turns, (-_worth(other, values[other.order] - had), other.order, other))
    return chosen


def _fits(claim: Claim) -> bool:
    return width(claim.text) <= shorten.LIMIT


def _is_worth_three(claim: Claim) -> bool:
    """Tell whether a sentence stays whole that two lines do not hold: its facts would be lost."""
    return width(claim.text) <= _LONGEST and bool(facts(claim.text))


def _says(claim: Claim, told: Collection[str]) -> bool:
    """Tell whether it says more than that something is there, or that there is news."""
    if not weight.HOLLOW.search(claim.text):
        return True
    return any(fact.value not in told for fact in facts(claim.text))


def _is_new(claim: Claim, said: Sequence[Claim]) -> bool:
    """Tell whether nothing of ``said`` says the same: in the same letters, and with its facts."""
    alike = [c.text for c in said if salience.overlap(claim.text, c.text) >= _ALIKE]
    told = [{fact.value for fact in facts(text)} for text in alike]
    return all(any(f.value not in had for f in facts(claim.text)) for had in told)


def _is_answered(claim: Claim, said: Sequence[Claim]) -> bool:
    """Tell whether what the sentence really says is said, so that what it grants may be."""
    return any(c.sentence == claim.sentence and c.order > claim.order for c in said)


def _worth(claim: Claim, new: Collection[str]) -> float:
    return claim.score + _NEW * len(new)


def _follows(claim: Claim, chosen: Sequence[Claim], message: Claim | None) -> bool:
    """Tell whether the slide says right before the claim what it points back to."""
    before = max((c for c in chosen if c.order < claim.order), key=lambda c: c.order, default=None)
    before = before or message
    return (
        before is not None and before.order < claim.order and claim.sentence - before.sentence <= 1
    )
