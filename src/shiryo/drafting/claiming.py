"""What the prose of a section claims, and which of that is its message."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from shiryo import lazy_re as re
from shiryo.article.model import PROSE, Article, Block, Kind
from shiryo.article.tree import Part
from shiryo.drafting.forms import leftover, prose, samples
from shiryo.drafting.select import choice, claims, leads
from shiryo.drafting.select.claims import Claim
from shiryo.drafting.select.whole import is_name
from shiryo.drafting.wording import plain, sentences, topics
from shiryo.drafting.wording.sentences import Sentence
from shiryo.messages import wording

_CREDITED = re.compile(r"(?<![^。])(?=[^。]*+$)[^。]*?\s[—―–]\s*@?[A-Za-z]")
"""Somebody's own words, with who said them at their end."""
_ADDED = 0.7
"""What a claim may be worth less that leads on to a list, beside what is added after that."""
_SEVERAL = 3
"""Items with heads that are several."""
_OF_ALL = re.compile(r"(?:いずれ|どちら|どれ|どの|すべて|全て|みな|以上|これら)")
"""How a sentence begins that is of all that stands before it."""


def said(
    part: Part,
    article: Article,
    lost: frozenset[int],
    row: list[prose.Form],
    code: Collection[int] = (),
) -> tuple[list[Claim], Claim | None, list[prose.Form]]:
    """Return what the prose claims, which of that is the message, and the forms beside it.

    Where the paragraphs stand in a ``row`` of heads, that is their form, and what stands under one
    of them speaks for none of the others. ``code``: the lines that what is to be typed begins on.
    """
    whole = [b for b in part.blocks if b.kind not in PROSE or not _broken(b, lost)]
    formed = row or prose.forms(whole, article, part.title, code)
    choices = [formed, *([f for f in formed if f is not one] for one in formed)]

    def chosen(fewer: Sequence[prose.Form]) -> tuple[list[Claim], Claim | None]:
        found = _claims(part, article, lost, set(prose.said(fewer)))
        if row:
            found = [replace(c, aside=c.aside or _is_under(c, row[0].at)) for c in found]
        starts = [form.at.first for form in fewer if form.steps]
        before = [c for c in found if not starts or c.first <= starts[0]]
        return found, _message(part, before, article)

    for fewer in filter(None, choices):
        found, message = chosen(fewer)
        if any(form.drawn for form in fewer):
            more, best = chosen([form for form in fewer if not form.drawn])
            if best and not (message and message.text == best.text):
                return more, best, fewer
        if message or any(form.whole for form in fewer):
            return found, message, fewer
    return *chosen([]), []


def _is_under(claim: Claim, head: Block) -> bool:
    """Tell whether a claim stands under one of a row of heads and is not of all of them."""
    return claim.first >= head.first and not _OF_ALL.match(claim.text)


def _message(part: Part, found: Sequence[Claim], article: Article) -> Claim | None:
    """Return what the section claims: what its lead-in names or its central claim; no item.

    Where there is none, or where it denies what is listed, what the sentence over its list says.
    """
    named = claims.named(part.blocks)
    found = [c for c in found if not (is_name(c.text) or topics.is_phrase(c.text))]
    central = named or choice.message(found)
    central = None if central and _is_trailing(central, part.blocks) else central
    central = named or _leading(found, central, part.blocks)
    over = leads.message(part.blocks, part.title, article)
    if part.parts and not over:
        over = leads.over_sections(part.blocks, part.title, article)
    return over if over and leads.denies(over, part.blocks) else central or over


def _claims(
    part: Part, article: Article, lost: frozenset[int], without: Collection[Sentence]
) -> list[Claim]:
    """Return what the prose of ``part`` claims; ``without``: what a form says of it.

    The only box that comments on the text around it is its message where that claims nothing; never
    one that comments on a rule.
    """
    found = [
        sentence
        for block in part.blocks
        if block.kind in PROSE and not (_broken(block, lost) or _CREDITED.search(block.text))
        for sentence in sentences.of(block, article)
        if sentence not in without
        and leads.ends(block, sentence.text)
        and not samples.is_hole(sentence.text)
    ]
    found = list(topics.headed(found, part.title, part.line))
    opens = [b for b in part.blocks if not leads.ends(b, b.text)]
    ahead = leads.announcing(part.blocks) - {b.last for b in opens}
    first = bool(found) and all(b.last >= found[0].first for b in part.blocks)
    made = claims.claims(
        found, part.title, ahead, article.title, joint=True, opens=first and part.line > 0,
        own=article.own,
    )  # fmt: skip
    branches = _branches(part.blocks)
    made = [
        replace(c, aside=c.aside or c.first in branches or leads.only_leads(c, opens)) for c in made
    ]
    made = [c for c in made if not leftover.announces(c.text)]
    if not part.line or part.title == wording("drafted.introduction"):
        made = [c for c in made if not _is_plea(c)]
    boxed = [line for line in range(part.line, _last(part) + 1) if line in article.boxed]
    one = not (article.terms or any(b > a + 1 for a, b in pairwise(boxed)))
    if one and all(claim.first in article.boxed for claim in made):
        return made
    return [_boxed(c) if c.first in article.boxed else c for c in made]


def _last(part: Part) -> int:
    return max((block.last for block in part.blocks), default=part.line)


def _branches(blocks: Sequence[Block]) -> set[int]:
    """Return the lines of paragraphs right below an item with a head, or between two: of it."""
    found = [*pairwise(blocks), *((b, b) for b in blocks[-1:])]
    return {
        line
        for (before, block), (_, after) in pairwise(found)
        if block.kind in PROSE and _is_headed(before)
        if _is_headed(after) or block.first == before.last + 1
        for line in range(block.first, block.last + 1)
    }


def _is_headed(block: Block) -> bool:
    return block.kind is Kind.ITEM and bool(block.label)


def _leading(
    found: Sequence[Claim], central: Claim | None, blocks: Sequence[Block]
) -> Claim | None:
    """Return what leads on to the lists of a section rather than what is added after them."""
    lists = [b.first for b in blocks if b.kind is Kind.ITEM]
    if central is None or not lists or central.first < lists[-1] or _OF_ALL.match(central.text):
        return central
    before = choice.message([c for c in found if c.last < lists[0]])
    return before if before and before.score >= central.score - _ADDED else central


def _is_trailing(claim: Claim, blocks: Sequence[Block]) -> bool:
    """Tell whether a claim of little worth only comes after several items with heads."""
    heads = [b.first for b in blocks if _is_headed(b)]
    after = len(heads) >= _SEVERAL and claim.first > heads[-1]
    return after and claim.score < 1.0 and not _OF_ALL.match(claim.text)


def _boxed(claim: Claim) -> Claim:
    return replace(claim, aside=True, boxed=not claim.aside)


def _is_plea(claim: Claim) -> bool:
    """Tell whether it asks something (…てください): an opening asks it of who reads the text."""
    asked = claim.text.endswith("こと") or (claim.text.endswith("う") and plain.invites(claim.text))
    return asked and "plain-style" in claim.how


def is_lost(block: Block, lost: frozenset[int]) -> bool:
    """Tell whether part of it is a fragment around a list that is lost, which `review` names."""
    return any(line in lost for line in range(block.first, block.last + 1))


def _broken(block: Block, lost: frozenset[int]) -> bool:
    """Tell whether it can claim nothing: it is lost, or words over a list and no sentence."""
    return is_lost(block, lost) or not any(
        leads.ends(block, s) for s in sentences.split(block.text)
    )
