"""What bears a message out: claims that a slide makes beside it, each where it can be understood.

Every paragraph has its say before any has a second one; where each stands, `standing` tells.
"""

import io
import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field
from heapq import heappop, heappush
from itertools import pairwise

from shiryo import lazy_re as re
from shiryo.article.model import Block, Kind
from shiryo.drafting.select import chatter, choice, relations, salience, standing, weight
from shiryo.drafting.select.claims import Claim
from shiryo.drafting.select.standing import Point
from shiryo.drafting.wording import background, shorten
from shiryo.facts.facts import facts
from shiryo.japanese.width import width
from shiryo.values import dataclass

_NEW = 0.6
"""What a number, date or name adds that the slide does not have yet."""
_SHARE = 5.0
"""What speaks for the first point of a paragraph, and for the second of two that are counted."""
_BEARS = 0.2
"""What a claim that others stand below is worth less than the best of them."""
_NEXT = 3
"""How many of those are looked at."""
_ALIKE, _NEWS = 0.6, 2
"""Share of letters that makes two claims alike, and words that make them different again."""
_COUNTS = re.compile(
    r"[2-9２-９二三四五六七八九十](?:つ|点|種類|項目)(?:が|も)?(?:ある|に分かれる|に分けられる)?$"
)
_FEW_OF = re.compile(r".(?:つ|点|種類|項目)?")
_LONGEST = (shorten.THREE, 2 * shorten.LIMIT, 2.5 * shorten.LIMIT)
"""Full-width characters of three lines, of four, and of five where there is room for them."""
_FEW = 2
"""Sentences of two lines that leave room for longer ones."""
_BARE = re.compile(r"(?:これ|それ|あれ)(?!ら|ぞれ)")
"""How a sentence begins that names nothing of what it points to."""
_LISTED = re.compile(
    r"(?:[こそ](?:れら|うした)|(?P<such>[こそ](?:のような|ういった)))の?(?P<noun>[一-龠ァ-ヴーA-Za-z]{2,})?"
    r"|(?:以上|上記)の(?!ように)"
)
"""What points to several things, such as those of the list right above it."""


def points(
    found: Sequence[Claim],
    message: Claim | None,
    most: int,
    *,
    blocks: Sequence[Block] = (),
    announcing: Collection[int] = (),
    known: str = "",
) -> list[Point]:
    """Return up to ``most`` central claims beside the message, in their order, none said twice.

    ``blocks``: the paragraphs that they are of. ``announcing``: lines that lead in to a list which
    the slide shows. ``known``: what the deck says elsewhere, such as its date.
    """
    found = [c for c in found if c is message or not c.joint]
    found = [*_entire(found, message)]
    owners = _owners(found, blocks)
    needs = dict(standing.needs(found, owners))
    opening = next((c for c in found if _opens(c, blocks)), None)
    free = [opening] if opening and not needs.get(opening.order, opening) else []
    for claim in (*free, *_closing(found, blocks)):
        needs.pop(claim.order, None)
    listed = any(block.kind in (Kind.ITEM, Kind.TABLE) for block in blocks)
    fit = _fitting(found, message, announcing, known, listed=listed)
    chosen = _chosen([c for c in fit if c is not message], message, owners, needs, most)
    told = [
        Point(c, standing.over(c, needs, message)) for c in sorted(chosen, key=lambda c: c.order)
    ]
    return standing.placed(told, needs, message)


def _entire(found: Sequence[Claim], message: Claim | None) -> Iterator[Claim]:
    """Yield the claims, a compound sentence whole instead of its clauses.

    Where the ``message`` is one of them, the others stay.
    """
    told = message.sentence if message else -1
    whole = {c.sentence for c in found if c.whole and c.sentence != told}
    for claim in found:
        if claim.whole == (claim.sentence in whole):
            yield claim


def _chosen(
    fit: Sequence[Claim],
    message: Claim | None,
    owners: Mapping[int, int],
    needs: Mapping[int, tuple[Claim, ...]],
    most: int,
) -> list[Claim]:
    below = defaultdict[int, list[Claim]](list)
    for claim in fit:
        for above in needs.get(claim.order, ()):
            below[above.order].append(claim)
    values = {c.order: frozenset(fact.value for fact in facts(c.text)) for c in fit}
    turns = _Choice(owners, values, below, needs)
    if message:
        turns.say(message)
    for claim in fit:
        if claim.order not in needs:
            turns.offer(claim)
    return turns.made(most)


def _owners(found: Sequence[Claim], blocks: Sequence[Block]) -> dict[int, int]:
    """Return the first line of the paragraph of each claim, by the claim's order."""
    first = {n: block.first for block in blocks for n in range(block.first, block.last + 1)}
    return {claim.order: first.get(claim.first, claim.first) for claim in found}


def _fitting(
    found: Sequence[Claim],
    message: Claim | None,
    announcing: Collection[int],
    known: str,
    *,
    listed: bool,
) -> list[Claim]:
    """Return the claims that a slide has room for and that say something, and the message.

    What says nothing is better than that, unless something is ``listed``.
    """
    told = {fact.value for fact in facts(f"{known} {message.text}" if message else known)}
    short = {c.sentence for c in found if choice.fits(c)}
    best = max((c.score for c in found if choice.fits(c)), default=-math.inf)
    most = best if len(short) > _FEW else -math.inf
    fit = [c for c in found if choice.fits(c) or (c.sentence not in short and _stays(c, most))]
    says = [c for c in fit if c is message or _says(c, told)]
    if not (any(c is not message for c in says) or listed):
        says = [c for c in fit if c is message or _says(c, ())]
    return [
        c
        for c in says
        if not (c.first in announcing and _COUNTS.search(c.text))
        and (c is message or not (message and standing.turns(message, c)))
    ]


def _stays(claim: Claim, most: float) -> bool:
    """Tell whether a sentence stays whole that two lines do not hold: it would be lost.

    One that is worth more than a sentence is on average, or even as much as ``most``, may take more
    room than others, and so may one that holds a number.
    """
    room = (claim.score > 1.0) + (claim.score >= most)
    return width(claim.text) <= _LONGEST[room] or (
        width(claim.text) <= _LONGEST[-1]
        and any(re.search(r"\d", fact.value) for fact in facts(claim.text) if fact.kind != "name")
    )


def _opens(claim: Claim, blocks: Sequence[Block]) -> bool:
    """Tell whether a claim opens its section, so that what it points to can but be the heading."""
    first = claim.sentence == 0 and all(b.last >= claim.first for b in blocks)
    return first and not _BARE.match(claim.text)


def _closing(found: Sequence[Claim], blocks: Sequence[Block]) -> Iterator[Claim]:
    """Yield what opens a paragraph and is of all before it, or of the list that this stands under.

    That is on the slide, so that nothing else need be; so is what it names of a list further above.
    """
    under, ends, listed = set[int](), dict[int, int](), io.StringIO()
    for before, block in pairwise([None, *blocks]):
        assert block is not None
        if before is not None and before.kind in (Kind.ITEM, Kind.TABLE):
            listed.write("\n".join(before.strings))
            under.add(block.first)
        ends[block.first] = listed.tell()
    said = listed.getvalue()
    for claim in found:
        points = _LISTED.search(claim.text) if claim.opens else None
        noun = points["noun"] if points else None
        named = noun and said.find(noun, 0, ends.get(claim.first, 0)) >= 0
        several = points and not points["such"] and (claim.first in under or claim.beyond)
        if named or several or (claim.opens and relations.CONCLUDES.match(claim.text)):
            yield claim


def _says(claim: Claim, told: Collection[str]) -> bool:
    """Tell whether it says more than that something is there, or that there is news; no chatter.

    A date, a number or a name does; how many things are there (もう1つ) does not.
    """
    if chatter.is_chatter(claim.text):
        return False
    if not weight.HOLLOW.search(claim.text) or weight.REFERS.search(claim.text):
        return True
    return any(f.value not in told and not _FEW_OF.fullmatch(f.text) for f in facts(claim.text))


@dataclass(slots=True)
class _Choice:
    """Takes the weightiest claims that say something new, one after the other.

    What one brings only becomes less, so it is weighed again when its turn comes (Minoux 1978).
    """

    owners: Mapping[int, int]
    values: Mapping[int, frozenset[str]]
    below: Mapping[int, Sequence[Claim]]
    """What stands below a claim, by its order."""
    needs: Mapping[int, tuple[Claim, ...]]
    said: list[Claim] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    """Facts that the slide has."""
    heard: set[int] = field(default_factory=set)
    """Paragraphs that have had their say."""
    turns: list[tuple[float, int, Claim]] = field(default_factory=list)
    granted: list[Claim] = field(default_factory=list)

    def say(self, claim: Claim) -> None:
        """Let what stands below it, and what its sentence grants, have their turn, too."""
        self.said.append(claim)
        self.told |= self.values.get(claim.order) or {fact.value for fact in facts(claim.text)}
        self.heard.add(self.owners.get(claim.order, 0))
        answered = [c for c in self.granted if standing.answers(claim, c)]
        self.granted = [c for c in self.granted if c not in answered]
        told = [c for c in self.below.get(claim.order, ()) if self._is_told(c)]
        for other in (*told, *answered):
            self.offer(other)

    def _is_told(self, claim: Claim) -> bool:
        return all(any(need is c for c in self.said) for need in self.needs[claim.order])

    def offer(self, claim: Claim) -> None:
        """Give a claim its turn."""
        heappush(self.turns, (-self._worth(claim), claim.order, claim))

    def made(self, most: int) -> list[Claim]:
        """Return up to ``most`` of the claims that were offered."""
        chosen = list[Claim]()
        while self.turns and len(chosen) < most:
            bound, _, claim = heappop(self.turns)
            if -self._worth(claim) > bound:
                self.offer(claim)
            elif self._is_granted(claim) and not any(standing.answers(c, claim) for c in self.said):
                self.granted.append(claim)
            elif _is_new(claim, self.said, alone=self.owners[claim.order] not in self.heard):
                both = [claim, *self._turning(claim)]
                chosen += both if len(chosen) + len(both) <= most else []
                for one in both if both[0] in chosen else ():
                    self.say(one)
        return chosen

    def _is_granted(self, claim: Claim) -> bool:
        """Tell whether it is true only with what its sentence, or the next, says against it."""
        return claim.conceded or (claim.turned and not self._turning(claim))

    def _turning(self, claim: Claim) -> list[Claim]:
        """Return what turns against a claim and has no sense without it: both are said or none."""
        return [c for c in self.below.get(claim.order, ()) if standing.turns(c, claim)][:1]

    def _worth(self, claim: Claim) -> float:
        """Return what it says, or the best of what can only be said below it."""
        bears = [self._own(c) - _BEARS for c in self.below.get(claim.order, ())[:_NEXT]]
        return max(self._own(claim), *bears, -math.inf)

    def _own(self, claim: Claim) -> float:
        first = self.owners[claim.order] not in self.heard or standing.count(claim.text) > 1
        return claim.score + _NEW * len(self.values[claim.order] - self.told) + _SHARE * first


def _is_new(claim: Claim, said: Sequence[Claim], *, alone: bool) -> bool:
    """Tell whether nothing of ``said`` says the same: in the same letters, and with its facts.

    ``alone``: its paragraph has nothing else to say so far; there one word more makes it news.
    Nor does what has the same letters where some of the words are others (安定版のみ). A sentence
    with its ground and without it says the same.
    """
    if any(c.sentence == claim.sentence and background.STEP in (*c.how, *claim.how) for c in said):
        return False
    alike = [c.text for c in said if salience.overlap(claim.text, c.text) >= _ALIKE]
    if salience.news(claim.text, alike) >= (1 if alone else _NEWS):
        return True
    told = [{fact.value for fact in facts(text)} for text in alike]
    return all(any(f.value not in had for f in facts(claim.text)) for had in told)
