"""The main points of the article: its own conclusion, else what its sections claim."""

from collections.abc import Sequence

from shiryo import limits
from shiryo.article.model import Article, Block, Kind
from shiryo.article.tree import Part
from shiryo.drafting import section
from shiryo.drafting.select import choice, items, salience, weight
from shiryo.drafting.select import claims as statements
from shiryo.drafting.select.claims import Claim
from shiryo.drafting.wording import sentences, shorten
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.messages import wording
from shiryo.outline.model import Item

_FEWEST = 3
"""Main points at least, where sections have as many."""
_NEAR, _SAME = 0.3, 0.9
"""How much of the title's wording the claim of the whole shares: about it, not the same."""


def draft(
    conclusion: Part | None,
    drafted: Sequence[section.Drafted],
    article: Article,
    lost: frozenset[int],
) -> tuple[Claim | None, tuple[Item, ...]]:
    """Return the claim of the whole, if one fits, and three to five points with their lines.

    The conclusion's claims and items come first; the sections' claims fill up. A short article has
    fewer points. The claim is not among the points.
    """
    claims, found = _concluded(conclusion, article, lost) if conclusion else ([], [])
    whole = _whole(claims or _opening(drafted), article.title)
    found = [item for item in found if whole is None or item.text != escape(whole.text)]
    if len(found) < _FEWEST:
        found = _with_messages(found, drafted, whole)
    return whole, tuple(found[: limits.SLIDE_ITEMS])


def _whole(found: Sequence[Claim], title: str) -> Claim | None:
    """Return the claim that is most about what the title says; none that merely repeats it."""
    fit = [c for c in found if width(c.text) <= shorten.LIMIT and not c.conceded]
    fit = [c for c in fit if not weight.points_back(c.text)]
    near = [(salience.overlap(title, c.text), -c.order, c) for c in fit]
    near = [n for n in near if _NEAR <= n[0] < _SAME]
    return max(near, key=lambda n: n[:2])[2] if near else None


def _opening(drafted: Sequence[section.Drafted]) -> list[Claim]:
    return [d.message for d in drafted[:1] if d.message]


def _concluded(
    conclusion: Part, article: Article, lost: frozenset[int]
) -> tuple[list[Claim], list[Item]]:
    """Return the claims of the conclusion and of the parts below it, and its points."""
    said: list[Claim] = []
    found: list[Item] = []
    for part in conclusion.walk():
        claims = section.claims(part, article, lost)
        said += claims
        listed = [b for b in part.blocks if b.kind is Kind.ITEM and b.level == 0]
        if len(listed) < _FEWEST:
            found += [_item(c) for c in choice.points(claims, None, limits.SLIDE_ITEMS + 1)]
        found += [_listed(block, article) for block in listed]
    return said, found


def _listed(block: Block, article: Article) -> Item:
    text = f"{block.label}: {block.text}" if block.label and block.text else block.text
    if width(text) > shorten.LIMIT and not block.label:
        claim = choice.key(statements.claims(sentences.of(block, article), ""))
        if claim:
            return _item(claim)
    said = items.part(text or block.label, block)
    return Item(text=said.text or said.full, from_=said.refs, how=said.how)


def _with_messages(
    found: list[Item], drafted: Sequence[section.Drafted], whole: Claim | None
) -> list[Item]:
    """Add the claims of sections, the most telling first, until there are enough."""
    messages = [d.point for d in _central(drafted) if d.point]
    added: list[Claim] = []
    for message in messages:
        said = [
            *(i.text for i in found),
            *(c.text for c in added),
            *([whole.text] if whole else []),
        ]
        enough = len(found) + len(added) >= (_FEWEST if found else limits.SLIDE_ITEMS)
        clear = not weight.points_back(message.text)
        if not enough and clear and all(salience.overlap(message.text, t) < 0.6 for t in said):
            added.append(message)
    return [*(_item(c) for c in sorted(added, key=lambda c: c.first)), *found]


def _central(drafted: Sequence[section.Drafted]) -> list[section.Drafted]:
    """Return the sections, the most telling first: by what their claims share with the others."""
    said = [d for d in _all(drafted) if d.point]
    scores = salience.salience([d.point.text for d in said if d.point])
    introduction = wording("drafted.introduction")
    opening = [0.5 if d.section.title == introduction else 0.0 for d in said]
    ranked = sorted(range(len(said)), key=lambda n: (-scores[n] - opening[n], n))
    return [said[n] for n in ranked]


def _all(drafted: Sequence[section.Drafted]) -> list[section.Drafted]:
    """Return the sections and those below them, in order."""
    return [d for found in drafted for d in (found, *_all(found.below))]


def _item(claim: Claim) -> Item:
    return Item(text=escape(claim.text), from_=claim.refs, how=claim.how)
