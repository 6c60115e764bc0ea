"""The main points of the article: what it is about, and what its sections say that matters most.

An editor's summary has the answer first: one line for the whole, then the decisions, amounts, dates
and conclusions, in the order of the text. So of everything that the slides say that is chosen which
tells most, no more of one section than of the others.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shiryo.article.model import Article, Block, Kind
from shiryo.article.tree import Part
from shiryo.drafting import section
from shiryo.drafting.cards import is_shown
from shiryo.drafting.plan import telling
from shiryo.drafting.select import items, salience, support
from shiryo.drafting.select.claims import Claim
from shiryo.drafting.wording import shorten
from shiryo.drafting.wording.steps import DROP_NUMBER, listed
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.outline import model, statements

_NEAR, _SAME = 0.3, 0.9
"""How much of the title's wording the claim of the whole shares: about it, not the same."""
_ALIKE = 0.6
_MESSAGE, _CHOSEN, _OPENS, _CLOSES = 0.8, 0.3, 0.4, 9.0
"""What speaks for a message, for a sentence more than for an item of the author's, for what opens
the article, and for its own conclusion."""
_HEADING = 1.5
"""What speaks for a heading that says what is done."""
_CONCLUDING = 4
"""Statements of the conclusion at most, beside its list."""
_AGAIN = 0.5
"""What a further point of a section has to be worth more."""
_LATE = 0.6
"""Of an article's lines, those that stand before its conclusion."""
_POINTS, _LINES, _LINE = 6, 11, 33.0
"""Points at most, and the lines that a slide has for them."""


@dataclass(frozen=True, slots=True)
class _Point:
    """Something that could be a main point."""

    item: model.Item
    section: int
    """Of the sections at the top, by their place."""
    worth: float

    @property
    def text(self) -> str:
        """What it says, without marks."""
        return statements.shown(self.item.text)

    @property
    def lines(self) -> int:
        """How many lines of a slide it takes."""
        return math.ceil(width(self.text) / _LINE)


def conclusion(parts: Sequence[Part]) -> Part | None:
    """Return the part that concludes the article, in words: the last such one, late in it."""
    end = max((part.last for part in parts), default=0)
    found = next((p for p in reversed(parts) if p.is_conclusion), None)
    late = found is not None and found.first > _LATE * end and len(parts) > 1
    return found if late and not is_table([found]) else None


def is_table(parts: Sequence[Part | None]) -> bool:
    """Tell whether the author sums up in a table: its slide is the summary then."""
    sums = [part for part in parts if part and part.is_conclusion]
    return any(b.kind is Kind.TABLE for top in sums for part in top.walk() for b in part.blocks)


def draft(
    conclusion: Part | None,
    drafted: Sequence[section.Drafted],
    article: Article,
    lost: frozenset[int],
) -> tuple[Claim | None, tuple[model.Item, ...]]:
    """Return the claim of the whole, if one fits, and the main points with their lines.

    The claim is not among the points.
    """
    claims = list(_concluding(conclusion, article, lost))
    whole = _whole(claims or [d.point for d in drafted[:1] if d.point], article.title)
    found = [*_points(drafted, article.title), *_closing(conclusion, claims)]
    told = [whole.text] if whole else []
    return whole, tuple(point.item for point in _chosen(found, told))


def _whole(found: Sequence[Claim], title: str) -> Claim | None:
    """Return the claim that is most about what the title says; none that merely repeats it."""
    fit = [c for c in found if width(c.text) <= shorten.LIMIT and not c.conceded]
    fit = [c for c in fit if telling.is_point(c.text)]
    near = [(salience.overlap(title, c.text), -c.order, c) for c in fit]
    near = [n for n in near if _NEAR <= n[0] < _SAME]
    return max(near, key=lambda n: n[:2])[2] if near else None


def _concluding(conclusion: Part | None, article: Article, lost: frozenset[int]) -> Iterator[Claim]:
    """Yield the claims of the article's own conclusion and of what stands below it."""
    for part in conclusion.walk() if conclusion else ():
        yield from section.claims(part, article, lost)


def _chosen(found: Sequence[_Point], told: Sequence[str]) -> list[_Point]:
    """Return the points that tell most, in their order, as many as a slide takes."""
    waiting, chosen, room = list(found), list[_Point](), _LINES - len(told)
    said = list(told)
    while waiting := [p for p in waiting if p.lines <= room and not _is_said(p.text, said)]:
        counts = [point.section for point in chosen]
        best = max(waiting, key=lambda p: p.worth - _AGAIN * counts.count(p.section))
        chosen.append(best)
        said.append(best.text)
        room = room - best.lines if len(chosen) < _POINTS else 0
    return sorted(chosen, key=lambda point: min(point.item.lines, default=(0, 0)))


def _is_said(text: str, said: Sequence[str]) -> bool:
    return any(salience.overlap(text, other) >= _ALIKE for other in said)


def _points(drafted: Sequence[section.Drafted], title: str) -> Iterator[_Point]:
    """Yield what the slides of all sections say that may be a main point."""
    lines = {d.section.id: d.line for top in drafted for d in top.walk()}
    said = [
        (n, headings, extra, item)
        for n, top in enumerate(drafted)
        for headings, extra, item in _said(top.section, (title,), lines)
        if telling.is_point(statements.shown(item.text), headings)
    ]
    texts = [statements.shown(item.text) for _, _, _, item in said]
    central = salience.salience(texts, title)
    for place, ((n, headings, extra, item), text) in enumerate(zip(said, texts, strict=True)):
        opens = _OPENS * (place == 0)
        yield _Point(item, n, central[place] + telling.worth(text, headings) + extra + opens)


def _said(
    found: model.Section, over: tuple[str, ...], lines: Mapping[str, int]
) -> Iterator[tuple[tuple[str, ...], float, model.Item]]:
    """Yield what a section says, with the headings above it and what speaks for its place.

    ``lines``: where each section's heading stands.
    """
    headings = (*over, statements.shown(found.title))
    (claim,), how = listed(headings[-1], first=(DROP_NUMBER,))
    if claim and (line := lines.get(found.id)) and telling.is_deed(claim):
        item = model.Item(text=escape(claim), from_=(model.line_ref(line, line),), how=how)
        yield over, _HEADING, item
    if found.message:
        item = model.Item(text=found.message, from_=found.from_, how=found.how)
        yield headings, _MESSAGE, item
    for block in found.blocks:
        if is_shown(block) and isinstance(block, model.BulletsBlock):
            extra = _CHOSEN if block.only == "deck" else 0.0
            for item in block.bullets:
                yield headings, extra, _bare(item)
                yield from ((headings, extra - _CHOSEN, _bare(below)) for below in item.items)
    for below in found.sections:
        yield from _said(below, headings, lines)


def _bare(item: model.Item) -> model.Item:
    """Return an item in one text, its lead word before it."""
    text = f"{item.title}: {item.text}" if item.title and item.text else item.text or item.title
    return model.Item(text=text, from_=item.from_, how=item.how if item.text else ())


def _closing(conclusion: Part | None, claims: Sequence[Claim]) -> Iterator[_Point]:
    """Yield the points of the article's own conclusion, as far as they follow on each other."""
    for claim, _ in support.points(claims, None, _CONCLUDING):
        item = model.Item(text=escape(claim.text), from_=claim.refs, how=claim.how)
        yield _Point(item, -1, _CLOSES)
    for part in conclusion.walk() if conclusion else ():
        for block in part.blocks:
            if block.kind is Kind.ITEM and block.level == 0:
                yield _Point(_listed(block), -1, _CLOSES)


def _listed(block: Block) -> model.Item:
    text = f"{block.label}: {block.text}" if block.label and block.text else block.text
    said = items.part(text or block.label, block)
    return model.Item(text=said.text or said.full, from_=said.refs, how=said.how)
