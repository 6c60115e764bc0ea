"""Two neighbouring sections that are the sides of a matter (屋内, 屋外), as a comparison.

The slide has them side by side; the handout has the sections.
"""

from collections.abc import Iterator, Sequence

from shiryo import limits
from shiryo.drafting import cards
from shiryo.drafting.cards import Heads
from shiryo.drafting.wording.splits import sides
from shiryo.outline import model, statements

_TITLE = 24.0
"""Full-width characters of the title of a side."""
_CASES = 2
"""Sections that are the cases of a matter, no more."""
_COMPARED = "-compared"
"""What the id of a slide ends in that sets sections side by side."""


def told(
    sections: Sequence[model.Section], heads: Heads, over: str = ""
) -> Iterator[model.Section]:
    """Yield sections, two that are opposites after the slide of both; ``over``: what is above.

    Just two may be the cases of what is above, too.
    """
    waiting = list(sections)
    cases = bool(over) and sum(section.only != "handout" for section in sections) == _CASES
    while waiting:
        one, *rest = waiting
        shown = next((n for n, each in enumerate(rest) if each.only != "handout"), len(rest))
        other = rest[shown] if shown < len(rest) else None
        title = cards.called([one.title, other.title], over) if other else ""
        if other and title and _is_pair(one, other, heads, cases=cases):
            body = model.CompareBody(columns=(_side(one, heads), _side(other, heads)))
            block = model.CompareBlock(compare=body, only="deck")
            made = model.Section(
                id=f"{one.id}{_COMPARED}", title=title, blocks=(block,), only="deck"
            )
            yield cards.noted(made, (one, other))
            yield from (cards.printed(one), *rest[:shown], cards.printed(other))
            waiting = rest[shown + 1 :]
        else:
            yield one
            waiting = rest


def below(section: model.Section) -> model.Section:
    """Return a section with the two sides that lie below it on its own slide, if that is all."""
    shown = [s for s in section.sections if s.only != "handout"]
    if len(shown) != 1 or not shown[0].id.endswith(_COMPARED):
        return section
    under = tuple(s for s in section.sections if s is not shown[0])
    blocks = (*section.blocks, *shown[0].blocks)
    return cards.noted(section.model_copy(update={"blocks": blocks, "sections": under}), shown)


def _is_pair(
    one: model.Section, other: model.Section, heads: Heads, *, cases: bool = False
) -> bool:
    both = (one, other)
    names = [statements.shown(section.title) for section in both]
    fits = all(section.id in heads and _is_side(section) for section in both)
    sides_ = sides.are_opposites(*names) or (cases and sides.are_cases(*names))
    return fits and max(map(len, names)) <= _TITLE and sides_


def _is_side(section: model.Section) -> bool:
    said = cards.said(section)
    few = 0 < len(said) <= limits.SLIDE_ITEMS and all(item.text for item in said)
    return cards.is_card(section) and few and not any(item.items for item in said)


def _side(section: model.Section, heads: Heads) -> model.CompareColumn:
    title = statements.shown(section.title)
    return model.CompareColumn(
        title=section.title,
        items=tuple(cards.said(section)),
        tone="caution" if sides.CAUTION.fullmatch(title) else "plain",
        from_=(heads[section.id],),
    )
