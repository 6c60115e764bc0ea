"""The main points of the article: its own conclusion, else what its sections claim."""

from collections.abc import Sequence

from shiryo.article.model import Article, Block, Kind
from shiryo.draft import lists, salience, section, shorten, statements
from shiryo.draft.marks import escape
from shiryo.draft.statements import Claim
from shiryo.draft.tree import INTRODUCTION, Part
from shiryo.outline.model import Item, line_ref

FEWEST, MOST = 3, 5


def draft(
    conclusion: Part | None,
    drafted: Sequence[section.Drafted],
    article: Article,
    lost: frozenset[int],
) -> tuple[Item, ...]:
    """Return three to five points (fewer for a short article), each with its lines.

    The conclusion's claims and items come first; the sections' claims fill up.
    """
    found: list[Item] = []
    if conclusion:
        found += _concluded(conclusion, article, lost)
    if len(found) < FEWEST:
        found = _with_messages(found, drafted)
    return tuple(found[:MOST])


def _concluded(conclusion: Part, article: Article, lost: frozenset[int]) -> list[Item]:
    """Return the claims of the conclusion and of the parts below it, its lists whole."""
    found: list[Item] = []
    for part in conclusion.walk():
        claims = section.claims(part, article, lost)
        chosen = [*statements.points(claims, None, MOST)]
        listed = [b for b in part.blocks if b.kind is Kind.ITEM and b.level == 0]
        found += [_item(c) for c in chosen] if len(listed) < FEWEST else []
        found += [_listed(block) for block in listed]
    return found


def _listed(block: Block) -> Item:
    text = f"{block.label}: {block.text}" if block.label and block.text else block.text
    return Item(text=lists.wording(text or block.label), from_=lists.reference(block))


def _with_messages(found: list[Item], drafted: Sequence[section.Drafted]) -> list[Item]:
    """Add the claims of sections, the most telling first, until there are enough."""
    messages = [d.message for d in _central(drafted) if d.message]
    added: list[Claim] = []
    for message in messages:
        said = [*(i.text for i in found), *(c.text for c in added)]
        enough = len(found) + len(added) >= (FEWEST if found else MOST)
        short = shorten.width(message.text) <= statements.LONGEST
        clear = short and not statements.points_back(message.text)
        if not enough and clear and all(salience.overlap(message.text, t) < 0.6 for t in said):
            added.append(message)
    return [*(_item(c) for c in sorted(added, key=lambda c: c.first)), *found]


def _central(drafted: Sequence[section.Drafted]) -> list[section.Drafted]:
    """Return the sections, the most telling first: by what their claims share with the others."""
    said = [d for d in _all(drafted) if d.message]
    scores = salience.salience([d.message.text for d in said if d.message])
    opening = [0.5 if d.section.title == INTRODUCTION else 0.0 for d in said]
    ranked = sorted(range(len(said)), key=lambda n: (-scores[n] - opening[n], n))
    return [said[n] for n in ranked]


def _all(drafted: Sequence[section.Drafted]) -> list[section.Drafted]:
    """Return the sections and those below them, in order."""
    return [d for found in drafted for d in (found, *_all(found.below))]


def _item(claim: Claim) -> Item:
    return Item(text=escape(claim.text), from_=(line_ref(claim.first, claim.last),))
