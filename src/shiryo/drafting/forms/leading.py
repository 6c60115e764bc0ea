"""Which of its points is the message of a slide that has not its section's.

It is what the part on that slide would claim were it a section by itself.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from shiryo import lazy_re as re
from shiryo.drafting.select import choice, roles
from shiryo.drafting.select.claims import WORTH, Claim
from shiryo.drafting.wording import shorten
from shiryo.drafting.wording.steps import DROP_CONNECTIVE

_LEADS = 0.4
"""What speaks for a point that a slide opens with and others stand below."""
_ADDED, _ADDS = (
    0.8,
    re.compile(r"もう(?:1|一|ひと)つ|(?:他|ほか)に|次に|最後に|後者|第[二三2-3２-３]"),
)
"""What speaks against one that is only one more of several."""
Groups = Sequence[Sequence[Claim]]
"""What stands on a slide: the first of each over the others."""


def opening(groups: Groups, alone: Collection[int]) -> Claim | None:
    """Return what the first slide of a section says, if what it opens with can be that."""
    return choice.key([*_able(groups, alone)][:1], shorten.MESSAGE)


def own(
    groups: Groups,
    alone: Collection[int],
    found: Sequence[Claim],
    heading: str = "",
) -> Claim | None:
    """Return what a slide says, by the choice of its section's message among its points.

    ``alone``: what has a sense without others. ``found``: all that the section claims.
    """
    able = [*_able(groups, alone)]
    worth = _worth(groups, found, heading)
    if all(c.boxed for group in groups for c in group):
        able = [replace(c, aside=False) for c in able]
    opens = groups[0][0].order if len(groups[0]) > 1 else -1
    able = [
        replace(
            c, score=c.score + worth.get(c.sentence, 0.0) + _LEADS * (c.order == opens) - _added(c)
        )
        for c in able
    ]
    best = choice.key(able, shorten.MESSAGE)
    return next((c for group in groups for c in group if best and c.order == best.order), None)


def _added(claim: Claim) -> float:
    adds = DROP_CONNECTIVE in claim.how or _ADDS.match(claim.text)
    return _ADDED if adds else 0.0


def _worth(groups: Groups, found: Sequence[Claim], heading: str) -> Mapping[int, float]:
    """Return what each sentence is worth more within the part on a slide than in its section."""
    places = [claim.sentence for group in groups for claim in group]
    first, last = min(places), max(places)
    part = {c.sentence: c for c in found if first <= c.sentence <= last and c.said and not c.joint}
    said = [claim.said for claim in part.values() if claim.said]
    told = roles.told(said, heading)
    return {
        place: WORTH * (now.worth - claim.worth)
        for (place, claim), now in zip(part.items(), told, strict=True)
    }


def _able(groups: Groups, alone: Collection[int]) -> Iterator[Claim]:
    """Yield what can be a slide's message: it stands alone, and so does what is below it then."""
    for place, group in enumerate(groups):
        for n, claim in enumerate(group):
            heads = n == 0 and place > 0 and len(group) > 1
            if claim.order in alone and not heads:
                yield claim
