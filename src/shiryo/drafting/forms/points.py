"""What is chosen of a section's prose, as bullets for its slides."""

import math
from bisect import bisect
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise, takewhile
from typing import NamedTuple

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article.model import Block, Kind
from shiryo.drafting.forms import leading
from shiryo.drafting.select import relations, standing
from shiryo.drafting.select.claims import Claim
from shiryo.drafting.select.parting import CRUMB, ROOM, height
from shiryo.drafting.select.standing import Point
from shiryo.drafting.wording.steps import DROP_CONNECTIVE
from shiryo.inline import escape
from shiryo.japanese.words import nouns, words
from shiryo.outline import model
from shiryo.values import dataclass

_EQUAL = re.compile(
    r"さらに|くわえて|(?:つぎ|次)に(?=[、，一-龠ァ-ヴ])|第[二三四五六2-6２-６][にのは]|同様に|これに対し|一方|他方|"
    r"[2-9２-９二三四五六](?:つ|点|番)[目め]"
)
"""How a sentence begins that stands beside the one before, however it leans on it."""
_TORN, _WITHIN, _FULL, _BARE = 270.0, 43.0, 60.0, 60.0
"""What speaks against a slide that opens with what has no sense there, or within a paragraph, or
is too full, or nearly empty: as much as lines more or less than another one, squared."""
_GAP = 1.5
"""Lines that a message takes from a slide that has few."""


class Placed(NamedTuple):
    """Bullets, and the line that they stand behind or at the soonest."""

    block: model.BulletsBlock
    line: int


def blocks(
    chosen: Sequence[Point],
    found: Sequence[Block],
    claimed: Sequence[Claim] = (),
    heading: str = "",
    message: Claim | None = None,
    *,
    apart: bool = False,
) -> list[Placed]:
    """Return what is ``chosen`` of the blocks ``found``.

    ``claimed``: all that the section under ``heading`` claims, its ``message`` among it. ``apart``:
    that is the message of its list and says nothing of them, so the first one is theirs.

    What has no sense alone stands below what it is said of. A slide after the first has a message
    of its own (`leading`), or none; the section's, where that is of its paragraph, and then the
    first slide has its own. What follows a list is told after it, and so is what its
    paragraph says behind the words that point to the list.
    """
    alone = {point.claim.order for point in chosen if point.under is None}
    lists, place = _lists(found), _places(found)
    chosen = sorted(chosen, key=lambda point: place(point.claim))
    paragraphs = {n: b.first for b in found for n in range(b.first, b.last + 1)}
    starts, filled, before = [*lists, math.inf], 0.0, 0
    told = list[_Slide]()
    for passed, part in _between_lists(_groups(chosen, found, place), place):
        after = lists[passed - 1] if passed else 0
        between = [b for b in found if starts[before] <= b.first < starts[passed]]
        listed = [b.text for b in between if b.kind is Kind.ITEM]
        for n, some in enumerate(_slides(part, alone, paragraphs)):
            size = height(claim.text for group in some for claim in group)
            above = filled + height(listed)
            begins = n > 0 or (filled > 0 and above + size > ROOM and size > CRUMB)
            own = leading.own(some, alone, claimed, heading) if begins else None
            if apart and not filled:
                own = leading.opening(some, alone)
            goes_on = above > 0 and size > CRUMB and not apart
            told.append(_Slide(some, own, after, begins=begins, goes_on=goes_on))
            filled, listed, apart = (size if begins else above + size), [], False
        before = passed
    home = _home(told, message, paragraphs) if message else None
    if home and (own := leading.own(told[0].groups, alone, claimed, heading)):
        told[0].own, told[home].own = own, message
    made = [(_told(each.groups, each.own, goes_on=each.goes_on), each.after) for each in told]
    return [Placed(block, max(after, line(block))) for block, after in made]


@dataclass(slots=True)
class _Slide:
    """What stands on a slide, or goes on with what is there."""

    groups: list[list[Claim]]
    own: Claim | None
    """Its message, if that is not the section's."""
    after: int
    """The line that it stands after at the soonest."""
    begins: bool
    goes_on: bool


def _home(told: Sequence[_Slide], message: Claim, paragraphs: Mapping[int, int]) -> int | None:
    """Return the place of the slide after the first that tells more of a message's paragraph."""
    at = paragraphs.get(message.first)
    places = (
        n
        for n, each in enumerate(told)
        if any(paragraphs.get(claim.first) == at for group in each.groups for claim in group)
    )
    first = next(places, 0)
    return first if first and told[first].begins and not told[0].own else None


def _told(groups: Sequence[list[Claim]], own: Claim | None, *, goes_on: bool) -> model.BulletsBlock:
    """Return what stands on a slide, under a message of its ``own``; none where it ``goes_on``."""
    rest = [*_beside(groups, own)] if own else groups
    if own and rest:
        said = {"message": escape(own.text), "from_": own.refs, "how": own.how}
        return _bullets(rest).model_copy(update=said)
    made = _bullets(groups)
    return made.model_copy(update={"message": ""}) if goes_on else made


def _beside(groups: Sequence[list[Claim]], own: Claim) -> Iterator[list[Claim]]:
    """Yield what stands on a slide beside its ``own`` message: what stood below that, singly."""
    for group in groups:
        if group[0] is own:
            yield from ([claim] for claim in group[1:])
        elif left := [claim for claim in group if claim is not own]:
            yield left


def _between_lists(
    groups: Sequence[list[Claim]], place: "_Place"
) -> Iterator[tuple[int, list[list[Claim]]]]:
    """Yield what is told before the first list of the author's, between two, after the last.

    Each with the number of lists before it.
    """
    for passed, part in groupby(groups, key=lambda group: place(group[0])):
        yield passed, list(part)


_Place = Callable[[Claim], int]
"""A claim → the number of lists that it is told after."""


def _places(found: Sequence[Block]) -> _Place:
    lists = _lists(found)
    over = {
        line
        for block, after in pairwise(found)
        if block.kind is not Kind.ITEM and after.kind is Kind.ITEM
        for line in range(block.first, block.last + 1)
    }

    def place(claim: Claim) -> int:
        return bisect(lists, claim.first) + (claim.beyond and claim.first in over)

    return place


def _lists(found: Sequence[Block]) -> list[int]:
    """Return the lines that the author's lists begin in."""
    runs = groupby(found, key=lambda block: block.kind is Kind.ITEM)
    return [next(items).first for is_list, items in runs if is_list]


def _groups(chosen: Sequence[Point], found: Sequence[Block], place: _Place) -> list[list[Claim]]:
    """Return what is said together, the first over the others.

    Below another stands what leans on it, and what has no topic right after what is its only one;
    what an author adds to it (また、…), sets against it (しかし、…) or tells next (つぎに、…)
    stands beside it, and so does what follows a list, or another one that is told elsewhere. Of
    more than a slide takes, what names what the one before it in its paragraph speaks of stands
    below that, too, unless most of them name it.
    """
    paragraph = {n: b.first for b in found for n in range(b.first, b.last + 1)}
    many = len(chosen) > limits.SLIDE_ITEMS
    told = [claim for claim, _ in chosen]
    groups = list[list[Claim]]()
    for claim, under in chosen:
        over = groups[-1][0] if groups else None
        if over and place(over) != place(claim):
            over = None
        near = over is not None and paragraph.get(over.first) == paragraph.get(claim.first)
        turns = over is not None and any(standing.turns(claim, one) for one in groups[-1])
        equal = turns or _EQUAL.match(claim.text) or relations.CONCLUDES.match(claim.text)
        needs = under is not None and not equal
        follows = over is not None and over is under and not _apart(groups[-1][-1], claim, told)
        needs &= claim.leans or (follows and not _is_added(claim))
        named = (
            many
            and near
            and not (claim.leans or turns)
            and over is not None
            and _names(claim, over, told)
        )
        if over and (needs or named):
            groups[-1].append(claim)
        else:
            groups.append([claim])
    return groups


def _apart(before: Claim, claim: Claim, told: Sequence[Claim]) -> bool:
    """Tell whether another one of those that are ``told`` stands between two in the article."""
    return any(before.order < other.order < claim.order for other in told)


def _names(claim: Claim, over: Claim, told: Sequence[Claim]) -> bool:
    """Tell whether a ``claim`` names what the one ``over`` it speaks of, and not most do."""
    topic = takewhile(lambda word: word.sub != "係助詞", words(over.text))
    named = nouns("".join(word.surface for word in topic))
    own = (noun for noun in named if len(noun) > 1 and noun in claim.text)
    return any(2 * sum(noun in other.text for other in told) <= len(told) for noun in own)


def _is_added(claim: Claim) -> bool:
    """Tell whether an author adds it (また、…), and it says itself whom it is of."""
    return DROP_CONNECTIVE in claim.how and standing.has_topic(claim.text)


def _bullets(groups: Sequence[list[Claim]]) -> model.BulletsBlock:
    said = [None, *(claim for group in groups for claim in group)]
    joined = {c.order: _joined(c, before) for before, c in pairwise(said) if c}
    items = tuple(_item(*(joined[claim.order] for claim in group)) for group in groups)
    return model.BulletsBlock(bullets=items, only="deck")


def _joined(claim: Claim, before: Claim | None) -> Claim:
    """Return a claim with its しかし、… where what that goes on from stands right ``before`` it."""
    if not claim.joined or before is None or before.sentence != claim.sentence - 1:
        return claim
    how = tuple(step for step in claim.how if step != DROP_CONNECTIVE)
    return replace(claim, text=claim.joined, how=how)


def _slides(
    groups: Sequence[list[Claim]], alone: Collection[int], paragraphs: Mapping[int, int]
) -> list[list[list[Claim]]]:
    """Return what stands on each slide: as evenly as may be, on about as few as there must be.

    A slide rather opens with a paragraph, and none with what has no sense ``alone`` or turns
    against what stands before it, if others can.
    """
    ends = [*accumulate(map(_size, groups), initial=0.0)]
    count = min(len(groups), math.ceil(ends[-1] / ROOM))
    even = ends[-1] / count
    opens = [0.0, *(_parting(*both, alone, paragraphs) for both in pairwise(groups))]
    costs, starts = [0.0], list[int]()
    for end in range(1, len(groups) + 1):
        first = max(0, end - 2 * limits.SLIDE_LINES)
        sizes = [ends[end] - ends[start] for start in range(first, end)]
        ways = [
            (costs[start] + opens[start] + (size - even) ** 2 + _wrong(size), start)
            for start, size in enumerate(sizes, first)
        ]
        cost, start = min(ways)
        costs.append(cost)
        starts.append(start)
    cuts = [len(groups)]
    while cuts[-1]:
        cuts.append(starts[cuts[-1] - 1])
    return [list(groups[start:end]) for start, end in pairwise(reversed(cuts))]


def _wrong(size: float) -> float:
    """Return what speaks against a slide of so many lines, one of which may be its message."""
    return _FULL * (size > ROOM) + _BARE * (size < CRUMB + _GAP)


def _size(group: Sequence[Claim]) -> float:
    """Return how many lines claims take on a slide, which takes so many of any length."""
    return max(height(c.text for c in group), ROOM / limits.SLIDE_LINES * len(group))


def _parting(
    before: Sequence[Claim],
    after: Sequence[Claim],
    alone: Collection[int],
    paragraphs: Mapping[int, int],
) -> float:
    """Return what speaks against a slide that opens with ``after``."""
    opening, last = after[0], before[-1]
    bound = opening.order not in alone or opening.leans or standing.turns(opening, last)
    within = paragraphs.get(last.first) == paragraphs.get(opening.first)
    return _TORN * bound + _WITHIN * within


def _item(claim: Claim, *below: Claim) -> model.Item:
    items = tuple(map(_item, below))
    return model.Item(text=escape(claim.text), items=items, from_=claim.refs, how=claim.how)


def line(bullets: model.BulletsBlock) -> int:
    """Return the line of the article on which the first of ``bullets`` stands."""
    return model.line_range(bullets.bullets[0].from_[0])[0]
