"""What each section says that may be a main point of the article, and as what it says it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from shiryo.drafting import section
from shiryo.drafting.cards import is_shown
from shiryo.drafting.plan import telling
from shiryo.drafting.select import salience, weight
from shiryo.drafting.select.claims import EXCEPTION
from shiryo.drafting.wording.steps import DROP_NUMBER, listed
from shiryo.drafting.wording.style import is_polite
from shiryo.inline import escape
from shiryo.japanese.numerals import without_number
from shiryo.japanese.width import width
from shiryo.outline import model, statements

_NAME, _SAID = 24.0, 0.5
"""Full-width characters of a heading that stands before a claim, and how much of it says so."""


class Form(IntEnum):
    """As what a slide says something, from what may tell a section to what surely does."""

    ITEM = 0
    """An item of the author's."""
    BARE = 1
    """A message that does not say of what."""
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
    own: bool
    """Whether the section itself says so, not one below it."""

    @property
    def text(self) -> str:
        """What it says, without marks."""
        return statements.shown(self.item.text)

    @property
    def worth(self) -> float:
        """What speaks for it in its words, and in those above it."""
        return telling.worth(self.text, self.headings)

    @property
    def decided(self) -> bool:
        """Whether it says what was decided."""
        return self.form is not Form.POINT and telling.is_resolved(self.headings[-1])


def rank(one: Said) -> tuple[bool, int, float]:
    """Return what a section is told by before all else; of items by the first."""
    return one.own, one.form, one.worth if one.form else 0.0


def said(found: section.Drafted, over: tuple[str, ...], *, own: bool = True) -> Iterator[Said]:
    """Yield what a section says, with the headings above it; an item only if it stands by itself.

    A heading that says what is done is the claim where the section bears it out. A message with an
    exception below it (ただし…) is half of what is true, and none.
    """
    told = found.section
    headings = (*over, statements.shown(told.title))
    if head := _heading(found, headings[-1]):
        yield Said(head, over, Form.HEADING, own)
    elif told.message and not _is_limited(told):
        claim = model.Item(text=told.message, from_=told.from_, how=told.how)
        bare = not telling.has_topic(statements.shown(told.message))
        claim = _named(claim, told.title, found.line) if bare else claim
        yield Said(claim, headings, Form.BARE if bare else Form.CLAIM, own)
    for block in told.blocks:
        if is_shown(block) and isinstance(block, model.BulletsBlock):
            form = Form.POINT if block.only == "deck" and not _heads(block) else Form.ITEM
            made = (Said(_bare(item), headings, form, own) for item in _items(block))
            free = not found.line and form is Form.POINT
            whole = (m for m in made if not EXCEPTION.match(m.text))
            yield from (m for m in whole if free or m.decided or telling.has_topic(m.text))
    for below in found.below:
        yield from said(below, headings, own=False)


def _named(claim: model.Item, title: str, line: int) -> model.Item:
    """Return a claim that does not say of what it is below the heading, if that tells."""
    told = statements.shown(title)
    said = salience.share(told, statements.shown(claim.text)) >= _SAID
    if said or not line or width(told) > _NAME or without_number(told) != told:
        return claim
    refs = (model.line_ref(line, line), *claim.from_)
    return claim.model_copy(update={"title": title, "from_": refs})


def _is_limited(told: model.Section) -> bool:
    """Tell whether the message is true only with the exception that stands below it."""
    return any(EXCEPTION.match(statements.shown(item.text)) for item in items(told))


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


def items(told: model.Section) -> Iterator[model.Item]:
    """Yield the items that the slides of a section show, each in one text."""
    for block in told.blocks:
        if is_shown(block) and isinstance(block, model.BulletsBlock):
            yield from map(_bare, _items(block))


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
