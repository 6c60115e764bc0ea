"""The main points of the article: what it is about, and what it says that matters most.

An editor's summary has the answer first: one line for the whole, then what tells most (`worth`) of
all that the sections and the author's own conclusion say (`spoken`), in the order of the text.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from shiryo.article.model import Kind
from shiryo.article.tree import Part
from shiryo.drafting import section
from shiryo.drafting.plan import spoken, telling, worth
from shiryo.drafting.plan.spoken import Form, Said
from shiryo.drafting.select import salience
from shiryo.drafting.wording import shorten
from shiryo.japanese.width import width
from shiryo.outline import model, statements
from shiryo.values import dataclass

NEAR, _SAME = 0.3, 0.9
"""How much of the title's wording the claim of the whole shares: about it, not the same."""
_ALIKE = 0.6
_BELOW, _BESIDE, _LONG = 0.1, 0.3, 0.1
"""What speaks against one more statement of the same section at the top, of the very same section,
and for each line that it takes."""
_MAIN, _ITEM = 0.5, 0.5
"""What speaks for what a section at the top claims or the article ends with, and against items."""
_ANSWERS, _SUMS = 1.0, 2.0
"""What speaks for the first that says what it costs and for what tells most of what is ``_ASKED``;
and for what the author sums up in a list, tells in the headings of the sections at the top, or
opens with, if that is but a ``_FEW`` sentences."""
_ASKED = ("why", "when", "worry")
_FEW = 2
_LATE = 0.6
"""Of an article's lines, those that stand before its conclusion."""
_POINTS, _ROOM, _BETWEEN = 7, 13.0, 0.5
"""Points at most, the lines that a slide has for them, and the space between two of them."""
_LISTED = 3
"""Items of a list that is a summary by itself, at least."""
_OPENING = 2
"""How many more points it takes where the article's opening is among them."""


@dataclass(frozen=True, slots=True)
class Point:
    """Something that could be a main point."""

    said: Said
    item: model.Item
    worth: float

    @property
    def text(self) -> str:
        """What it says, without marks."""
        return self.said.text


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
    drafted: Sequence[section.Drafted], closing: section.Drafted | None, title: str, last: int
) -> tuple[model.Item | None, tuple[model.Item, ...]]:
    """Return what the whole says, if one statement does, and the main points with their lines.

    The one is not among the others. ``closing``: the article's own conclusion, which is none of the
    sections ``drafted``; ``last``: its last line.
    """
    found = said(drafted, closing, title)
    whole, points = main(found, worth.worths(found, title, last), title)
    return whole.item if whole else None, tuple(point.item for point in points)


def said(
    drafted: Sequence[section.Drafted], closing: section.Drafted | None, title: str
) -> list[Said]:
    """Return all that the article says."""
    return list(spoken.said(drafted, closing, title))


def main(
    said: Sequence[Said], worths: Sequence[float], title: str
) -> tuple[Point | None, tuple[Point, ...]]:
    """Return what the whole says, and the main points, by what each is worth."""
    found = _points(said, worths)
    whole = _whole(found, title)
    if listed := _listed(said):
        return whole, listed
    return whole, tuple(_chosen(_weighed(found), [whole.text] if whole else []))


def _listed(said: Sequence[Said]) -> tuple[Point, ...]:
    """Return the author's own list over which it says that it sums up, where a slide has room.

    Its items stand together as they do in the article, so one may point back to another.
    """
    found = [Point(one, one.item, 0.0) for one in said if one.summed]
    room = sum(_room(point.item) for point in found) <= _ROOM
    whole = all(telling.is_statement(point.text) for point in found)
    return tuple(found) if whole and room and _LISTED <= len(found) <= _POINTS else ()


def _points(said: Sequence[Said], worths: Sequence[float]) -> list[Point]:
    """Return what of all that is said may be a main point, in the order of the text."""
    told = zip(said, worths, strict=True)
    found = [Point(one, spoken.named(one), worth) for one, worth in told]
    fit = [p for p in found if _is_point(p)]
    fit = [p for p in fit if p.item.title or p.said.form is Form.CLAIM or spoken.is_told(p.said)]
    return sorted(fit, key=lambda p: p.said.line)


def _is_point(point: Point) -> bool:
    """Tell whether it may be a main point; what the author's list sums up may be in few words."""
    if point.said.sums_up and telling.is_statement(point.text):
        return True
    return telling.is_point(point.text, point.said.headings)


def _whole(found: Sequence[Point], title: str) -> Point | None:
    """Return what is most about what the title says; none that merely repeats it.

    The author's conclusion says it, or else the opening.
    """
    fit = [p for p in found if width(p.text) <= shorten.LIMIT and not p.item.title]
    fit = [p for p in fit if p.said.form is not Form.ITEM and salience.share(p.text, title) < _SAME]
    near = [p for p in fit if salience.overlap(title, p.text) >= NEAR]
    closing = [p for p in near if p.said.closing]
    opening = [p for p in near if p.said.form is Form.CLAIM and not p.said.head]
    return max(closing or opening, key=lambda p: salience.overlap(title, p.text), default=None)


def _weighed(found: Sequence[Point]) -> list[Point]:
    """Return the points, some with more worth: what a summary answers, and what sums up."""
    costs = [p for p in found if telling.is_budget(p.text)][:1]
    most = sorted(found, key=lambda p: -p.worth)
    best = [[p for p in most if worth.answers(p.said, asked)][:1] for asked in _ASKED]
    first = [p for p in found if not p.said.head and p.said.form in (Form.CLAIM, Form.POINT)]
    done = [p for p in found if p.said.form is Form.HEADING and not p.said.depth]
    told = [_detailed(p, found) for p in done] if len(done) > 1 else []
    gone = {id(head) for head, detail in zip(done, told, strict=False) if head is not detail}
    found = [p for p in found if id(p) not in gone]
    sums = [p for p in found if p.said.sums_up] + told
    sums += first if len(first) <= _FEW else []
    more = {id(p): _ANSWERS for p in chain(*best)} | {id(p): _SUMS for p in chain(costs, sums)}
    return [replace(p, worth=p.worth + more.get(id(p), 0.0)) for p in found]


def _detailed(head: Point, found: Sequence[Point]) -> Point:
    """Return what a heading that says what is done is told as: what is decided first below it."""
    own = [p for p in found if p.said.unit == head.said.unit and p.said.depth > head.said.depth]
    told = (p for p in own if worth.answers(p.said, "decided"))
    return next((p for p in told if p.said.form in (Form.ITEM, Form.CLAIM, Form.POINT)), head)


def _chosen(found: Sequence[Point], told: Sequence[str]) -> list[Point]:
    """Return the points that tell most, in their order, as many as a slide takes."""
    waiting, chosen, room, said = list(found), list[Point](), _ROOM, list(told)
    while len(chosen) < _POINTS:
        waiting = [p for p in waiting if _room(p.item) <= room and not _is_said(p.text, said)]
        best = max(waiting, key=partial(_gain, beside=chosen), default=None)
        if best is None:
            break
        chosen.append(best)
        said.append(best.text)
        room -= _room(best.item)
    return sorted(chosen, key=lambda point: point.said.line)


def _gain(point: Point, beside: Sequence[Point]) -> float:
    """Return what a point tells ``beside`` others: of what they do not tell it tells more."""
    same = sum(point.said.unit == other.said.unit for other in beside)
    very = sum(point.said.headings == other.said.headings for other in beside)
    form, top = point.said.form, not point.said.depth
    worth = point.worth + _MAIN * ((form >= Form.CLAIM or point.said.closing) and top)
    worth -= _ITEM * (form is Form.ITEM)
    return worth - _BELOW * same - _BESIDE * very - _LONG * _room(point.item)


def has_room(points: Sequence[model.Item]) -> bool:
    """Tell whether a slide still takes points that open it."""
    return len(points) <= _POINTS + _OPENING and sum(map(_room, points)) <= _ROOM


def _room(item: model.Item) -> float:
    """Return how many lines of a slide an item takes."""
    text = statements.shown(item.title) + statements.shown(item.text)
    return math.ceil(width(text) / shorten.LINE) + _BETWEEN


def _is_said(text: str, said: Sequence[str]) -> bool:
    return any(salience.overlap(text, other) >= _ALIKE for other in said)
