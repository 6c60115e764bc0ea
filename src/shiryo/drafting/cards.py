"""Sections as cards: each by its heading, its claim and what bears it out.

A slide tells them that way; the handout has them as sections of their own.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.drafting.select import salience
from shiryo.drafting.select.parting import parted
from shiryo.japanese.numerals import ARTICLE
from shiryo.japanese.width import width
from shiryo.outline import model, statements

CRUMB, _MOST = 2, 7
"""Statements of a section that is too little for a slide, and those that a card may have."""
_WORDS = 48.0
"""Full-width characters of a few words."""
_NOTES = 2_000
"""Characters of the notes of a slide with cards; the handout has the rest."""
_PAIR, _TITLE, _ROW = 2, 36.0, 28.0
"""Sections that a title names itself, and full-width characters of it; of the names of more."""
_SAME = 0.85
"""The share of its letters that what only says the heading again has from it."""
_NUMBER = re.compile(ARTICLE)
"""How the heading of a rule begins."""
Heads = Mapping[str, str]
"""A section's id → where its heading stands."""


def told(
    section: model.Section, heads: Heads, rows: Sequence[Sequence[model.Section]] = ()
) -> model.Section:
    """Return the section with what lies below it told as cards, and in the handout alone.

    ``rows``: those that share a slide; else as many as one has room for, with a card that the
    section has alone.
    """
    shown = [s for s in section.sections if s.only != "handout"]
    items = [item for s in shown for item in _cards_of(s, heads)]
    if not rows and items and (led := _lone(section.blocks)):
        section = section.model_copy(update={"blocks": section.blocks[:-1]})
        items = [led, *items]
    parts = [[item for s in row for item in _cards_of(s, heads)] for row in rows]
    cards = [block(part) for part in parts or (parted(items, limits.SLIDE_CARDS) if items else ())]
    below = tuple(printed(s) for s in section.sections if s.only != "deck")
    made = section.model_copy(update={"blocks": (*section.blocks, *cards), "sections": below})
    return noted(made, shown)


def _lone(blocks: Sequence[model.Block]) -> model.Item | None:
    """Return the only card of the last of the blocks; None if that is something else."""
    last = blocks[-1] if blocks else None
    cards = last.bullets if isinstance(last, model.BulletsBlock) and last.only == "deck" else ()
    return cards[0] if len(cards) == 1 and cards[0].title else None


def noted(slide: model.Section, told: Sequence[model.Section]) -> model.Section:
    """Return a slide with what is said to the cards of the sections that it tells."""
    texts = [
        text.text
        for section in told
        for found in section.blocks
        if isinstance(found, model.TextBlock) and found.only != "handout"
        for text in found.text
    ]
    said = [slide.notes, *texts, *(section.notes for section in told)]
    sizes = accumulate(len(text) + 1 for text in said)
    kept = (t for t, size in zip(said, sizes, strict=True) if t and size <= _NOTES)
    return slide.model_copy(update={"notes": "\n".join(kept)})


def _cards_of(section: model.Section, heads: Heads) -> Sequence[model.Item]:
    """Return a section as a card, or the cards of a slide that tells several."""
    if section.only == "deck":
        return [item for b in section.blocks for item in getattr(b, "bullets", ())]
    return [card(section, heads)] if said(section) else []


def block(items: Sequence[model.Item]) -> model.BulletsBlock:
    """Return cards for a slide."""
    return model.BulletsBlock(bullets=tuple(items), only="deck")


def called(titles: Sequence[str], over: str = "") -> str:
    """Return the title of a slide that tells sections of these titles; empty if there is none.

    Two are named themselves where there is room; more go by what they are below (``over``), rules
    by their numbers (第7条〜第9条).
    """
    title = "、".join(titles)
    most = _TITLE if len(titles) <= _PAIR else _ROW
    if width(title) <= most and (len(titles) == _PAIR or not over):
        return title
    return over or _numbers(titles)


def _numbers(titles: Sequence[str]) -> str:
    """Return the numbers that rules in a row go by, the first and the last; empty of others."""
    found = [_NUMBER.match(statements.shown(title)) for title in titles]
    if len(found) < _PAIR or not all(found):
        return ""
    between = "、" if len(found) == _PAIR else "〜"
    return between.join(number[0] for number in (found[0], found[-1]) if number)


def printed(section: model.Section) -> model.Section:
    """Return a section that is in the handout alone, without what was for slides."""
    blocks = tuple(block for block in section.blocks if block.only != "deck")
    return section.model_copy(update={"only": "handout", "blocks": blocks})


def is_shown(block: model.Block) -> bool:
    """Tell whether a slide shows the block, not only its notes."""
    return block.only != "handout" and not isinstance(block, model.TextBlock)


def _listed(block: model.BulletsBlock, said: str) -> Iterator[model.Item]:
    """Yield what a list says: its own message, if that is not ``said``, and its items.

    What that enumerates stands below it.
    """
    items = tuple(block.bullets if is_lone(block) else counted(block))
    own = block.message if block.message != said else ""
    if own and block.start and not any(item.items for item in items):
        yield model.Item(text=own, items=items, from_=block.from_, how=block.how)
        return
    if own:
        yield model.Item(text=own, from_=block.from_, how=block.how)
    yield from items


def is_lone(block: model.BulletsBlock) -> bool:
    """Tell whether a list has one item, which needs no number."""
    return len(block.bullets) == 1


def counts(section: model.Section) -> bool:
    """Tell whether a section shows a list of the author's that counts."""
    lists = (b for b in section.blocks if isinstance(b, model.BulletsBlock) and is_shown(b))
    return any(block.start and not is_lone(block) for block in lists)


def counted(block: model.BulletsBlock) -> Iterator[model.Item]:
    """Yield the items of a list, each with the number that it has in its words."""
    for n, item in enumerate(block.bullets, block.start):
        number = f"{n}. " if block.start else ""
        first = "title" if item.title else "text"
        yield item.model_copy(update={first: f"{number}{getattr(item, first)}", "full": ""})


def is_card(section: model.Section) -> bool:
    """Tell whether a card can say all that the slide of a section would say."""
    leaf = section.only is None and not any(s.only != "handout" for s in section.sections)
    rule = _NUMBER.match(statements.shown(section.title)) is not None
    lists = [block for block in section.blocks if is_shown(block)]
    plain = all(_is_plain(block, rule=rule) for block in lists)
    return leaf and plain and 0 < len(walked(said(section))) <= _MOST


def _is_plain(block: model.Block, *, rule: bool) -> bool:
    """Tell whether a block is a list of two levels at most, without numbers that count.

    Those of a ``rule`` are its paragraphs, which a card may count in its words.
    """
    if not isinstance(block, model.BulletsBlock):
        return False
    if block.start and not (rule or is_lone(block)):
        return False
    return not any(below.items for item in block.bullets for below in item.items)


def is_crumb(section: model.Section) -> bool:
    """Tell whether a section says too little for a slide of its own.

    That is so of one or two statements, and of a few words under no message (はい, いいえ).
    """
    found = walked(said(section))
    size = sum(width(item.title + item.text) for item in found)
    few = not section.message and len(found) <= limits.SLIDE_ITEMS and size <= _WORDS
    return len(found) <= CRUMB or few


def lines(section: model.Section, wide: float) -> int:
    """Return how many lines of so many full-width characters a section's card has."""
    found = walked(said(section))
    return sum(math.ceil(width(item.title + item.text) / wide) for item in found)


def walked(items: Sequence[model.Item]) -> list[model.Item]:
    """Return items and what stands below them, in their order."""
    return [each for item in items for each in (item, *walked(item.items))]


def card(section: model.Section, heads: Heads) -> model.Item:
    """Return a section as a card: what it claims, and below what else its slide would say.

    Of too much its claim alone; without one the first few, as none of them speaks for the others.
    What only says the heading again is left to the heading.
    """
    head = [heads[section.id]] if section.id in heads else []
    first, *others = said(section)
    if others and salience.share(first.text, statements.shown(section.title)) >= _SAME:
        return model.Item(title=section.title, items=tuple(others[:_MOST]), from_=tuple(head))
    few = others[:CRUMB] if not section.message else ()
    below = tuple(others) if len(others) < _MOST else tuple(few)
    if first.title or (below and not section.message):
        return model.Item(title=section.title, items=(first, *below), from_=tuple(head))
    refs = (*head, *(ref for ref in first.from_ if ref not in head))
    more = {"title": section.title, "items": (*first.items, *below), "from_": refs}
    return first.model_copy(update=more)


def line(item: model.Item) -> str:
    """Return an item in one text, its title before it."""
    return f"{item.title}: {item.text}" if item.title and item.text else item.title or item.text


def said(section: model.Section) -> list[model.Item]:
    """Return what a section's slide says: its claim and the items of its lists, else its text."""
    claim = (
        [model.Item(text=section.message, from_=section.from_, how=section.how)]
        if section.message
        else []
    )
    shown = [b for b in section.blocks if is_shown(b)]
    lists = [b for b in shown if isinstance(b, model.BulletsBlock)]
    found = claim + [item for block in lists for item in _listed(block, section.message)]
    if not (shown or claim):
        found = [
            model.Item(text=text.text, from_=text.from_)
            for block in section.blocks
            if isinstance(block, model.TextBlock) and block.only != "handout"
            for text in block.text
        ]
    return [item.model_copy(update={"full": ""}) for item in found]
