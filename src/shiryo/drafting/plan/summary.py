"""The main points of the article: what it is about, and what its sections say that matters most.

An editor's summary has the answer first: one line for the whole, then one for each section at the
top, in the order of the text. Where the author sums up, in a list or in several sentences, that is
the summary. An item of a list is none of its points, nor a step, nor what only leads on to the
matter: rather fewer lines than one that says nothing.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shiryo.article.model import Article, Block, Kind
from shiryo.article.tree import Part
from shiryo.drafting import section
from shiryo.drafting.plan import spoken, telling
from shiryo.drafting.select import choice, items, salience
from shiryo.drafting.select.claims import Claim
from shiryo.drafting.wording import shorten
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.outline import model, statements

NEAR, _SAME = 0.3, 0.9
"""How much of the title's wording the claim of the whole shares: about it, not the same."""
_ALIKE = 0.6
_FIRST, _CLOSES = 20.0, 40.0
"""What speaks for what a section at the top says, and for the article's own conclusion."""
_CONCLUDING, _SUMS = 2, 4
"""Statements of the conclusion beside those of the sections; paragraphs that are a summary."""
_UNITS = 3
"""Sections that are enough to tell the article by; of fewer, those below them tell it."""
_LATE = 0.6
"""Of an article's lines, those that stand before its conclusion."""
_POINTS, _LINES, _LINE = 7, 9, 48.0
"""Points at most, and the lines that a slide has for them."""
_OPENING = 2
"""How many more of each it takes where the article's opening is among them."""


@dataclass(frozen=True, slots=True)
class _Point:
    """Something that could be a main point."""

    item: model.Item
    worth: float

    @property
    def text(self) -> str:
        """What it says, without marks."""
        return statements.shown(self.item.text)

    @property
    def lines(self) -> int:
        """How many lines of a slide it takes."""
        return math.ceil(width(self.item.title + self.text) / _LINE)


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
    lead = drafted[0].message if drafted and not drafted[0].line else None
    whole = _whole(claims, article.title) or _whole([lead] if lead else [], article.title)
    told = [whole.text] if whole else []
    closing = list(_closing(claims, conclusion))
    found = _listed(conclusion) or (closing if len(closing) >= _SUMS else ())
    if not found:
        more = [point for point in closing if point.text not in told]
        said = sorted(more, key=lambda p: -p.worth)[:_CONCLUDING]
        found = [*_points(drafted, article.title), *said]
    return whole, tuple(point.item for point in _chosen(found, told))


def _whole(found: Sequence[Claim], title: str) -> Claim | None:
    """Return the claim that is most about what the title says; none that merely repeats it."""
    fit = [c for c in found if width(c.text) <= shorten.LIMIT and not (c.conceded or c.leans)]
    fit = [c for c in fit if telling.is_point(c.text) and salience.share(c.text, title) < _SAME]
    near = [(salience.overlap(title, c.text), -c.first, c) for c in fit]
    near = [n for n in near if n[0] >= NEAR]
    return max(near, key=lambda n: n[:2])[2] if near else None


def _concluding(conclusion: Part | None, article: Article, lost: frozenset[int]) -> Iterator[Claim]:
    """Yield the claims of the article's own conclusion and of what stands below it."""
    for part in conclusion.walk() if conclusion else ():
        yield from section.claims(part, article, lost)


def _closing(claims: Sequence[Claim], conclusion: Part | None) -> Iterator[_Point]:
    """Yield what each paragraph of the article's own conclusion says that stands by itself."""
    for part in conclusion.walk() if conclusion else ():
        for block in part.blocks:
            own = [c for c in claims if block.first <= c.first <= block.last]
            if claim := choice.key([c for c in own if telling.is_point(c.text)]):
                item = model.Item(text=escape(claim.text), from_=claim.refs, how=claim.how)
                yield _Point(item, _CLOSES + claim.score)


def _listed(conclusion: Part | None) -> list[_Point]:
    """Return the list that sums up the article, if its conclusion has one."""
    parts = conclusion.walk() if conclusion else ()
    blocks = [b for part in parts for b in part.blocks if b.kind is Kind.ITEM and b.level == 0]
    found = [_Point(_item(block), _CLOSES - n) for n, block in enumerate(blocks)]
    fit = [point for point in found if telling.is_statement(point.text)]
    return found if len(found) > 1 and 2 * len(fit) >= len(found) else []


def _item(block: Block) -> model.Item:
    text = f"{block.label}: {block.text}" if block.label and block.text else block.text
    said = items.part(text or block.label, block)
    return model.Item(text=said.text or said.full, from_=said.refs, how=said.how)


def _chosen(found: Sequence[_Point], told: Sequence[str]) -> list[_Point]:
    """Return the points that tell most, in their order, as many as a slide takes."""
    waiting, chosen, room = list(found), list[_Point](), _LINES - len(told)
    said = list(told)
    while waiting := [p for p in waiting if p.lines <= room and not _is_said(p.text, said)]:
        best = max(waiting, key=lambda p: p.worth)
        chosen.append(best)
        said.append(best.text)
        room = room - best.lines if len(chosen) < _POINTS else 0
    return sorted(chosen, key=lambda point: max(point.item.lines, default=(0, 0)))


def has_room(points: Sequence[model.Item], whole: str) -> bool:
    """Tell whether a slide still takes points that open it, below what is said of the ``whole``."""
    lines = sum(_Point(item, 0).lines for item in points) + bool(whole)
    return len(points) <= _POINTS + _OPENING and lines <= _LINES + _OPENING


def _is_said(text: str, said: Sequence[str]) -> bool:
    return any(salience.overlap(text, other) >= _ALIKE for other in said)


def _points(drafted: Sequence[section.Drafted], title: str) -> Iterator[_Point]:
    """Yield what the slides say that may be a main point, of each section first what tells it."""
    for unit in _units(drafted):
        said = [s for s in spoken.said(unit, (title,)) if telling.is_point(s.text, s.headings)]
        first = max(said, key=spoken.rank, default=None)
        weight = _FIRST * _opening(unit, first, title)
        for one in said:
            if one is first or one.decided:
                yield _Point(one.item, one.worth + weight)
            elif one.form not in (spoken.Form.POINT, spoken.Form.ITEM):
                yield _Point(one.item, one.worth)
    yield from _amount(drafted)


def _opening(unit: section.Drafted, first: spoken.Said | None, title: str) -> int:
    """Return how much more than others what a section says first counts, in times.

    What opens the article has the news of it, or only leads on to it.
    """
    if unit.line or first is None:
        return 1
    return 2 if salience.overlap(title, first.text) >= NEAR else 0


def _units(drafted: Sequence[section.Drafted]) -> list[section.Drafted]:
    """Return the sections that tell the article: those at the top, or below these if few."""
    headed = [d for d in drafted if d.line]
    if len(headed) >= _UNITS:
        return list(drafted)
    return [part for d in drafted for part in (replace(d, below=()), *d.below)]


def _amount(drafted: Sequence[section.Drafted]) -> Iterator[_Point]:
    """Yield the first that says what it costs."""
    for found in (found for top in drafted for found in top.walk()):
        for item in spoken.items(found.section):
            if telling.is_budget(statements.shown(item.text)):
                yield _Point(item, _CLOSES)
                return
