"""Sections that say one or two short things each: one slide of cards, not a bare slide apiece.

The slide of the section above shows each by its heading, its claim and what bears it out; the
handout has them as sections of their own.
"""

from collections.abc import Mapping, Sequence
from typing import TypeGuard

from shiryo import limits
from shiryo.drafting.select.parting import parted
from shiryo.outline import model

_FEWEST = 2
"""How many sections at least stand together as cards of one slide."""
_SAID = (0, 0, 3, 3, 2)
"""How many statements each of so many may have."""
Heads = Mapping[str, str]
"""A section's id → where its heading stands."""


def gathered(sections: Sequence[model.Section], heads: Heads) -> tuple[model.Section, ...]:
    """Return the sections with what is slight below one of them told on its slide."""
    return tuple(_gathered(section, heads) for section in sections)


def _gathered(section: model.Section, heads: Heads) -> model.Section:
    below = gathered(section.sections, heads)
    here = section.model_copy(update={"sections": below})
    shown = [s for s in below if s.only != "handout"]
    bare = not any(is_shown(block) for block in section.blocks)
    few = bare and _FEWEST <= len(shown) <= limits.SLIDE_CARDS
    return (
        told(here, heads) if few and all(_is_slight(s, _SAID[len(shown)]) for s in shown) else here
    )


def told(section: model.Section, heads: Heads) -> model.Section:
    """Return the section with what lies below it told as cards, and in the handout alone."""
    items = [_card(s, heads) for s in section.sections if s.only != "handout" and _statements(s)]
    cards = tuple(
        model.BulletsBlock(bullets=part, only="deck")
        for part in (parted(items, limits.SLIDE_CARDS) if items else ())
    )
    below = tuple(s.model_copy(update={"only": "handout"}) for s in section.sections)
    return section.model_copy(update={"blocks": (*section.blocks, *cards), "sections": below})


def is_shown(block: model.Block) -> bool:
    """Tell whether a slide shows the block, not only its notes."""
    return block.only != "handout" and not isinstance(block, model.TextBlock)


def _is_slight(section: model.Section, most: int) -> bool:
    plain = all(_is_drafted(block) for block in section.blocks if is_shown(block))
    return plain and not section.sections and 0 < len(_statements(section)) <= most


def _card(section: model.Section, heads: Heads) -> model.Item:
    """Return a section as a card: what it claims, and below what else its slide would say."""
    first, *others = _statements(section)
    below = tuple(others) if len(others) < max(_SAID) else ()
    head = [heads[section.id]] if section.id in heads else []
    refs = (*head, *(ref for ref in first.from_ if ref not in head))
    return first.model_copy(update={"title": section.title, "items": below, "from_": refs})


def _statements(section: model.Section) -> list[model.Item]:
    claim = (
        [model.Item(text=section.message, from_=section.from_, how=section.how)]
        if section.message
        else []
    )
    drafted = [b for b in section.blocks if _is_drafted(b)]
    return claim + [item for block in drafted for item in block.bullets]


def _is_drafted(block: model.Block) -> TypeGuard[model.BulletsBlock]:
    """Tell bullets that were chosen for slides from a list of the author's."""
    return isinstance(block, model.BulletsBlock) and block.only == "deck"
