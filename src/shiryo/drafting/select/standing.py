"""What a claim stands below: what it points back to, or what its paragraph speaks of.

What points back (これは…) stands below what it points to, and what has no topic of its own below
what has it; without that it stays out.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from shiryo import lazy_re as re
from shiryo.drafting.select.claims import Claim
from shiryo.facts.losses import spoken
from shiryo.japanese.words import words

_DIGITS = " 123456789 １２３４５６７８９ 一二三四五六七八九"
_NTH = re.compile(
    r"第?([1-9１-９一二三四五六七八九])(?:つ目|番目|点目)|第([一二三四五六七八九])に、"
)
_IF = re.compile(r"[^、。]{2,30}なら、|[^、。]{2,20}としては、")
"""How a sentence begins that speaks of one of several (貸出なら、…), or as what it says it."""
_AFTER = re.compile(
    r"[こそ]の(?:あと|後|のち|日|次|翌)|[こそ]れ(?:から|以[来降後])|ここ(?:まで|から)|以後"
)
"""How a sentence begins that tells what comes after what stands before it."""
_THIS = re.compile(r"[こそ](?:れ|の|こ|ちら|う)")
"""How one begins whose topic is that of the sentence before it."""
_LOOKS = re.compile(
    r"(?:(?:体の?)?(?:色|形|大きさ|長さ|高さ|重さ|太さ|厚さ|手触り|見た目)|体長|全長|体重|味|香り|匂い|におい)[はも]"
)
"""How a sentence begins that says what the thing of the one before it is like."""
_GROUND = re.compile(r"(?<=[いただ])(?:ため|為)、")
"""What ends a clause that gives a reason as ので does; its subject is the sentence's own."""


class Point(NamedTuple):
    """A claim beside the message, and the one that it stands below."""

    claim: Claim
    under: Claim | None = None


def needs(
    found: Sequence[Claim], owners: Mapping[int, int]
) -> Iterator[tuple[int, tuple[Claim, ...]]]:
    """Yield what must be said above a claim, by its order; none if nothing that is there would do.

    It is the sentence before one that points back, or that says what its thing is like; what is
    first of its kind before what is second (2つ目は), and before what its paragraph says of it; and
    before a sentence without a topic what its paragraph speaks of, first and last: 係は, also where
    she does this (係は、これを…).
    """
    topics, own, counted = list[Claim](), list[Claim](), dict[int, Claim]()
    nth: Claim | None = None
    for before, claim in pairwise((None, *found)):
        assert claim is not None
        if before is None or owners[before.order] != owners[claim.order]:
            goes_on = before is not None and claim.first <= before.last + 1
            topics, own = topics[-1:] if goes_on else [], []
            nth = nth if goes_on and before is nth else None
        number = count(claim.text)
        nth = claim if number else nth
        if number:
            counted[number], own = claim, [claim]
            topics = own
        if number > 1:
            yield claim.order, (counted[number - 1],) if number - 1 in counted else ()
        elif claim.leans and not (before and answers(claim, before) and before.conceded):
            near = before is not None and claim.sentence - before.sentence <= 1
            yield claim.order, (before,) if before and near else ()
            if has_topic(claim.text) and not _THIS.match(claim.text):
                topics = own = [*own[:1], claim]
        elif nth and nth.sentence != claim.sentence:
            yield claim.order, (nth,)
        elif _LOOKS.match(claim.text):
            near = before is not None and claim.sentence - before.sentence <= 1
            yield claim.order, (before,) if before and near else ()
        elif has_topic(claim.text):
            topics = own = [*own[:1], claim]
        elif topics and topics[-1].sentence != claim.sentence:
            yield claim.order, tuple(topics)


def count(text: str) -> int:
    """Return n of a sentence that tells the n-th of some (2つ目は); 0 if it tells none."""
    found = _NTH.match(text)
    return _DIGITS.index(found[1] or found[2]) % 10 if found else 0


def has_topic(text: str) -> bool:
    """Tell whether a statement says itself what it speaks of."""
    text = _GROUND.sub("ので、", text)
    return (
        bool(spoken(text))
        or _IF.match(text) is not None
        or any(w.sub == "係助詞" and w.surface == "も" for w in words(text))
    )


def over(
    claim: Claim, needs: Mapping[int, tuple[Claim, ...]], message: Claim | None
) -> Claim | None:
    """Return the claim at the top of those that one stands below; None if that is the message.

    What is counted second stands beside what is first, not below it.
    """
    top, now = None, claim
    while above := needs.get(now.order):
        beside, now = count(now.text) > 1, above[0]
        if now is message:
            break
        top = top if beside else now
    return top


def placed(
    told: Sequence[Point], needs: Mapping[int, tuple[Claim, ...]], message: Claim | None
) -> list[Point]:
    """Return points in their order, first what leans on the message and what stands below that.

    What tells what comes after it (このあと、…) keeps its place; what goes on from a sentence that
    leans on the message goes with it.
    """
    near = [message] if message else []
    for claim, _ in told:
        above = needs.get(claim.order, ())
        leans = claim.leans and any(one in near for one in above)
        if leans and above[0] is message:
            leans = _AFTER.match(claim.text) is None
        goes_on = above[-1:] != (message,) and any(one is above[-1] for one in near if above)
        if leans or goes_on:
            near.append(claim)
    return sorted(told, key=lambda p: all(c is not p.claim and c is not p.under for c in near))


def answers(claim: Claim, granted: Claim) -> bool:
    """Tell whether ``claim`` is what is really said where something is ``granted``."""
    same = claim.sentence == granted.sentence and claim.order > granted.order
    return same or turns(claim, granted)


def turns(claim: Claim, against: Claim) -> bool:
    """Tell whether a ``claim`` turns ``against`` the one before it: it is no support of it."""
    return against.turned and claim.sentence == against.sentence + 1
