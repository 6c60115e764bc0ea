"""What each section says that may be a main point of the article, and as what it says it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import TypeGuard

from shiryo.drafting import section
from shiryo.drafting.cards import is_shown
from shiryo.drafting.forms import hints
from shiryo.drafting.plan import telling
from shiryo.drafting.select import salience, weight
from shiryo.drafting.select.claims import Claim
from shiryo.drafting.select.worded import EXCEPTION
from shiryo.drafting.wording import shorten
from shiryo.drafting.wording.steps import DROP_NUMBER, listed
from shiryo.drafting.wording.style import is_polite
from shiryo.inline import escape
from shiryo.japanese.numerals import without_number
from shiryo.japanese.width import width
from shiryo.outline import model, statements
from shiryo.values import dataclass

_NAME, _SAID = 30.0, 0.5
"""Full-width characters of a heading that stands before a claim, and how much of it says so."""


class Form(IntEnum):
    """As what an article says something."""

    PROSE = 0
    """A sentence that no slide has."""
    ITEM = 1
    """An item of the author's."""
    POINT = 2
    """What bears out the message."""
    CLAIM = 3
    """The message of a slide."""
    HEADING = 4
    """A heading that says what is done."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a section says."""

    item: model.Item
    headings: tuple[str, ...]
    form: Form
    depth: int = 0
    """Of its section: 0 at the top."""
    unit: int = 0
    """The place of the section at the top that it stands in."""
    place: int = 0
    """Among what the section says in the same form."""
    of: int = 1
    """How much that is."""
    key: float = 0.0
    """Its worth as the message of its section, beside that of the best one."""
    head: int = 0
    """The line of its section's heading; 0 if it has none."""
    closing: bool = False
    """Whether it stands in the article's own conclusion."""
    summed: bool = False
    """Whether it is of a list over which its author says that it sums up."""

    @property
    def text(self) -> str:
        """What it says, without marks."""
        return statements.shown(self.item.text)

    @property
    def sums_up(self) -> bool:
        """Tell whether it is of the list with which the author concludes."""
        return (self.closing or self.summed) and self.form is Form.ITEM and self.of > 1

    @property
    def line(self) -> int:
        """Where it stands."""
        return max((last for _, last in self.item.lines), default=0)


def said(
    drafted: Sequence[section.Drafted], closing: section.Drafted | None, title: str
) -> Iterator[Said]:
    """Yield what the sections and the ``closing`` one say, those below them too."""
    told = (*drafted, closing) if closing else tuple(drafted)
    for unit, found in enumerate(told):
        summed = _summed(found.section) if found is told[-1] else frozenset[str]()
        for one in _said(found, (title,), 0):
            sums = one.form is Form.ITEM and one.text in summed
            yield replace(one, unit=unit, closing=found is closing, summed=sums)


def _summed(told: model.Section) -> frozenset[str]:
    """Return the items of lists over which the section says that they sum up."""
    found, over = list[model.Item](), ""
    for block in told.blocks:
        if isinstance(block, model.TextBlock):
            over = statements.shown(block.text[-1].text)
        elif _is_list(block) and is_shown(block):
            head = statements.shown(block.bullets[0].text) if _heads(block) else over
            found += _items(block) if telling.sums_up(head) else ()
    return frozenset(statements.shown(item.text) for item in found)


def _said(found: section.Drafted, over: tuple[str, ...], depth: int) -> Iterator[Said]:
    headings = (*over, statements.shown(found.section.title))
    if head := _heading(found, headings[-1]):
        yield Said(head, over, Form.HEADING, depth, head=found.line)
    listed = not (found.ruled and found.section.message)
    kinds = (
        (Form.CLAIM, _messages(found)),
        (Form.POINT, items(found.section, own=False) if listed else ()),
        (Form.ITEM, items(found.section, own=True) if listed else ()),
        (Form.PROSE, _left(found)),
    )
    granted = {claim.text for claim in found.claimed if claim.conceded or claim.whole}
    scores = {claim.text: claim.score for claim in found.claimed}
    most = max(scores.values(), default=0.0)
    for form, made in kinds:
        told = [item for item in made if statements.shown(item.text) not in granted]
        told = [item for item in told if not hints.is_hint(item.text)]
        for place, item in enumerate(told):
            key = scores.get(statements.shown(item.text), most) - most
            yield Said(item, headings, form, depth, 0, place, len(told), key, found.line)
    for below in found.below:
        yield from _said(below, headings, depth + 1)


def _messages(found: section.Drafted) -> Iterator[model.Item]:
    """Yield the message.

    One with an exception below it (ただし…) is half of what is true, and none.
    """
    told = found.section
    limited = any(EXCEPTION.match(statements.shown(item.text)) for item in items(told))
    if told.message and not limited:
        yield model.Item(text=told.message, from_=told.from_, how=told.how)


def _left(found: section.Drafted) -> Iterator[model.Item]:
    """Yield what else the prose claims, one wording of each sentence."""
    told = found.section
    shown = {statements.shown(told.message), *(statements.shown(i.text) for i in items(told))}
    best = dict[int, Claim]()
    done = {c.sentence for c in found.claimed if c.text in shown}
    for claim in found.claimed:
        fits = width(claim.text) <= shorten.MESSAGE and not claim.whole
        if fits and not (claim.conceded or claim.leans or claim.aside or claim.sentence in done):
            best.setdefault(claim.sentence, claim)
    for claim in best.values():
        yield model.Item(text=escape(claim.text), from_=claim.refs, how=claim.how)


def named(one: Said) -> model.Item:
    """Return what does not say of what it is below its heading, if that tells."""
    told = one.headings[-1]
    if is_told(one) or width(told) > _NAME or without_number(told) != told:
        return one.item
    refs = (model.line_ref(one.head, one.head), *one.item.from_)
    return one.item.model_copy(update={"title": escape(told), "from_": refs})


def is_told(one: Said) -> bool:
    """Tell whether a statement says itself of what it is, or no heading would."""
    told = one.headings[-1]
    headed = one.form is Form.HEADING or telling.is_headed(one.text)
    bare = one.head and not (headed or telling.is_frame(told))
    return not bare or telling.has_topic(one.text) or salience.share(told, one.text) >= _SAID


def _heading(found: section.Drafted, title: str) -> model.Item | None:
    """Return the heading of a section where it says what somebody does.

    A task that a reader is set (ファイルを開く) is none: it is told in the plain style, and what
    stands below it says of nothing what it is or does.
    """
    (claim,), how = listed(title, first=(DROP_NUMBER,))
    if not (claim and found.line and telling.is_deed(claim)):
        return None
    told = (text for d in found.walk() for text in _shown(d.section))
    if not (found.below or is_polite(title) or any(map(telling.has_topic, (title, *told)))):
        return None
    line = model.line_ref(found.line, found.line)
    return model.Item(text=escape(claim), from_=(line,), how=how)


def _shown(told: model.Section) -> Iterator[str]:
    """Yield what the slides of a section say: its message, its items."""
    if told.message:
        yield statements.shown(told.message)
    for item in items(told):
        yield statements.shown(item.text)


def items(told: model.Section, own: bool | None = None) -> Iterator[model.Item]:
    """Yield the items that the slides of a section show, each in one text.

    ``own``: only those of the author's lists, or only those chosen from prose.
    """
    shown = (block for block in told.blocks if is_shown(block))
    for block in filter(_is_list, shown):
        if own in (None, _is_own(block)):
            yield from map(_bare, _items(block))


def _is_list(block: model.Block) -> TypeGuard[model.BulletsBlock]:
    return isinstance(block, model.BulletsBlock)


def _is_own(block: model.BulletsBlock) -> bool:
    return block.only != "deck" or _heads(block)


def _items(block: model.BulletsBlock) -> tuple[model.Item, ...]:
    """Return the items of a list, without what only points to them."""
    return block.bullets[0].items if _heads(block) else block.bullets


def _heads(block: model.BulletsBlock) -> bool:
    """Tell whether the only item points to those below it: a list under what stands over it."""
    first, *others = block.bullets
    return not others and bool(first.items) and weight.points_on(statements.shown(first.text))


def _bare(item: model.Item) -> model.Item:
    """Return an item in one text, its lead word before it."""
    text = f"{item.title}: {item.text}" if item.title and item.text else item.text or item.title
    return model.Item(text=text, from_=item.from_, how=item.how if item.text else ())
