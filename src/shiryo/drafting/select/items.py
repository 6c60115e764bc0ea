"""What the author lists, in the words of a slide: short, with the full text beside where it is not.

An item is said whole where it fits, else by its most central claim. Where nothing of it fits, a
slide does without it and the handout has it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shiryo.article.model import Article, Block
from shiryo.drafting.select import choice, salience
from shiryo.drafting.select import claims as statements
from shiryo.drafting.wording import sentences
from shiryo.drafting.wording.sentences import Sentence, split
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.drafting.wording.steps import bare, listed, rewordings
from shiryo.facts.facts import unsupported
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.outline.model import line_ref

_SAME = 0.55
_ADDRESS = re.compile(r"[^。、]{0,12}https?://")
"""An item that is an address: nothing to read on a slide."""
_LEAST = 6.0
"""Full-width characters of what says anything."""


@dataclass(frozen=True, slots=True)
class Short:
    """A text as a slide says it."""

    text: str
    """Inline text; empty if nothing of it fits."""
    full: str
    """The author's words; empty if they are the same."""
    cut: bool
    """Whether the author's words say more."""
    how: tuple[str, ...]
    refs: tuple[str, ...]


def short(
    block: Block, article: Article, avoid: Sequence[str] = (), *, loose: bool = False
) -> Short:
    """Return ``block`` in two lines at most.

    ``avoid``: what is said already. An item that fits as it is gives way only to the first of it,
    the section's message. ``loose``: a question or an exclamation will do.
    """
    return _short(block.text, block, sentences.of(block, article), avoid, loose=loose)


def part(whole: str, block: Block, *, in_turn: bool = False) -> Short:
    """Return a part of ``block`` (a cell, the text of a step) likewise.

    ``in_turn``: the first sentence says most, as in a definition.
    """
    found = [Sentence(s, block.first, block.last) for s in split(whole)]
    said = _short(whole, block, found[:1] if in_turn else found, ())
    return said if said.text or not in_turn else _short(whole, block, found, ())


def _short(
    whole: str,
    block: Block,
    found: list[Sentence],
    avoid: Sequence[str],
    *,
    loose: bool = False,
) -> Short:
    refs, full = (line_ref(block.first, block.last),), escape(bare(whole))
    if _ADDRESS.match(whole) and not loose:
        return Short("", full, True, (), refs)
    (plain,), how = listed(whole)
    if width(plain) <= LIMIT and not is_said(plain, avoid[:1]):
        return Short(escape(plain), "" if plain == bare(whole) else full, False, how, refs)
    made = core(found, avoid) or (_anything(found) if loose else None)
    if made is None:
        return Short("", full, True, (), refs)
    text, steps, sentence = made
    return Short(escape(text), full, True, steps, (line_ref(sentence.first, sentence.last),))


def is_said(text: str, before: Sequence[str]) -> bool:
    """Tell whether one of the texts ``before`` says the same in nearly the same letters."""
    return any(salience.likeness(text, other) >= _SAME for other in before)


_Core = tuple[str, tuple[str, ...], Sentence]


def _anything(found: list[Sentence]) -> _Core | None:
    for sentence in found:
        for wording in rewordings(sentence.text):
            fits = _LEAST <= width(wording.text) <= LIMIT
            if fits and not unsupported(wording.text, sentence.text):
                return wording.text, wording.steps, sentence
    return None


def core(found: list[Sentence], avoid: Sequence[str] = ()) -> _Core | None:
    """Return what sentences say in two lines at most, how, and which of them says it."""
    claims = [c for c in statements.claims(found, "") if not (c.leans or is_said(c.text, avoid))]
    if claim := choice.key(claims):
        owner = next(s for s in found if (s.first, s.last) == (claim.first, claim.last))
        return claim.text, claim.how, owner
    return None
