"""What the prose of a section claims, and which of that is its message."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from shiryo import lazy_re as re
from shiryo.article.model import PROSE, Article, Block
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


def said(
    part: Part,
    article: Article,
    lost: frozenset[int],
    row: list[prose.Form],
    code: Collection[int] = (),
) -> tuple[list[Claim], Claim | None, list[prose.Form]]:
    """Return what the prose claims, which of that is the message, and the forms beside it.

    Where the paragraphs stand in a ``row`` of heads, that is their form. ``code``: the lines that
    what is to be typed begins on.
    """
    whole = [b for b in part.blocks if b.kind not in PROSE or not _broken(b, lost)]
    formed = row or prose.forms(whole, article, part.title, code)
    choices = [formed, *([f for f in formed if f is not one] for one in formed)]

    def chosen(fewer: Sequence[prose.Form]) -> tuple[list[Claim], Claim | None]:
        found = _claims(part, article, lost, set(prose.said(fewer)))
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


def _message(part: Part, found: Sequence[Claim], article: Article) -> Claim | None:
    """Return what the section claims: what its lead-in names or its central claim; no item.

    Where there is none, or where it denies what is listed, what the sentence over its list says.
    """
    named = claims.named(part.blocks)
    found = [c for c in found if not (is_name(c.text) or topics.is_phrase(c.text))]
    central = named or choice.message(found)
    over = leads.message(part.blocks, part.title, article)
    if part.parts and not over:
        over = leads.over_sections(part.blocks, part.title, article)
    return over if over and leads.denies(over, part.blocks) else central or over


def _claims(
    part: Part, article: Article, lost: frozenset[int], without: Collection[Sentence]
) -> list[Claim]:
    """Return what the prose of ``part`` claims; ``without``: what a form says of it.

    A box that comments on the text around it is its message only where that claims nothing.
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
    made = [replace(c, aside=c.aside or leads.only_leads(c, opens)) for c in made]
    made = [c for c in made if not leftover.announces(c.text)]
    if not part.line or part.title == wording("drafted.introduction"):
        made = [c for c in made if not _is_plea(c)]
    if all(claim.first in article.boxed for claim in made):
        return made
    return [replace(c, aside=True) if c.first in article.boxed else c for c in made]


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
