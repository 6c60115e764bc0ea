"""Which sections share slides: those that say one or two short things, so that none is bare.

What is slight below a section is told on its slide, what is slight side by side on a slide of its
own, and what is slight alone on the slide of the section beside it. The handout has them all.
"""

import math
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from shiryo import limits
from shiryo.drafting import cards
from shiryo.drafting.cards import Heads, is_shown
from shiryo.drafting.plan import merging
from shiryo.japanese.numerals import without_number
from shiryo.japanese.width import width
from shiryo.outline import model, statements

_CARD, _WIDE = 9, (0.0, 34.0, 16.0, 10.0, 7.0)
"""Lines of a card, and how many full-width characters one has where so many stand in a row."""
_ROWS, _ROW = 8, 24.0
"""Lines of all cards where they stand below each other instead, and characters of one."""
_SLIDE, _LINE = 10, 27.0
"""Lines of a slide that another section's card joins, and characters of one."""


def gathered(sections: Sequence[model.Section], heads: Heads) -> tuple[model.Section, ...]:
    """Return the sections with what is slight told together; not all on one slide."""
    below = [*merging.beside([_gathered(section, heads) for section in sections], heads)]
    made = tuple(_leaning(_beside(below, heads), heads))
    return made if len(list(_on_slides(made))) > 1 else tuple(below)


def _gathered(section: model.Section, heads: Heads) -> model.Section:
    """Return a section with what is slight below it on its slide, else together."""
    below = [*merging.beside([_gathered(s, heads) for s in section.sections], heads)]
    here = section.model_copy(update={"sections": tuple(below)})
    if (merged := merging.below(here, heads)) is not here:
        return merged
    shown = list(_on_slides(below))
    if len(shown) > 1 and _may_share(shown, heads):
        return cards.told(here, heads)
    here = _led(here.model_copy(update={"sections": tuple(_beside(below, heads))}), heads)
    return here.model_copy(update={"sections": tuple(_leaning(here.sections, heads))})


def _led(section: model.Section, heads: Heads) -> model.Section:
    """Return a section that tells on its own slide what is too slight to open those below it."""
    first = next(_on_slides(section.sections), None)
    if not (first and _stands_alone(first, heads) and _has_room(section, first)):
        return section
    below = tuple(cards.printed(s) if s is first else s for s in section.sections)
    blocks = (*section.blocks, cards.block([cards.card(first, heads)]))
    made = section.model_copy(update={"blocks": blocks, "sections": below})
    return cards.noted(made, [first])


def _stands_alone(section: model.Section, heads: Heads) -> bool:
    return cards.is_card(section, heads) and cards.is_crumb(section)


def _is_numbered(section: model.Section) -> bool:
    """Tell whether a heading has a number: what counts on its own is no part of another."""
    title = unicodedata.normalize("NFKC", statements.shown(section.title)).strip()
    return without_number(title) != title


def _on_slides(sections: Sequence[model.Section]) -> Iterator[model.Section]:
    return (section for section in sections if section.only != "handout")


def _beside(sections: Sequence[model.Section], heads: Heads) -> list[model.Section]:
    """Return sections, those that share a slide after that slide, for the handout alone."""
    made = list[model.Section]()
    for is_row, group in groupby(sections, lambda s: _may_lie_in(s, heads)):
        row = list(group)
        found = list(_on_slides(row)) if is_row else []
        slides = {part[0].id: part for part in _parted(found, heads) if len(part) > 1}
        gone = {s.id for part in slides.values() for s in part}
        for section in row:
            if part := slides.get(section.id):
                made.append(_slide(part, heads))
            made.append(cards.printed(section) if section.id in gone else section)
    return made


def _may_lie_in(section: model.Section, heads: Heads) -> bool:
    """Tell whether a section breaks no row of cards."""
    return section.only == "handout" or cards.is_card(section, heads)


def _leaning(sections: Sequence[model.Section], heads: Heads) -> Iterator[model.Section]:
    """Yield sections; a crumb that still stands alone joins the one before, else the one after."""
    shown = list(_on_slides(sections))
    hosts = dict[str, model.Section]()
    gone = set[str]()
    for n, crumb in enumerate(shown):
        if not _stands_alone(crumb, heads) or _is_numbered(crumb):
            continue
        before = [s for s in shown[max(0, n - 1) : n] if not any(_on_slides(s.sections))]
        for near in (*before, *shown[n + 1 : n + 2]):
            host = hosts.get(near.id, near)
            if (
                near.id in heads
                and near.id not in gone
                and crumb.id not in hosts
                and _has_room(host, crumb)
            ):
                card = cards.block([cards.card(crumb, heads)])
                blocks = (*host.blocks, card) if near in before else (card, *host.blocks)
                host = host.model_copy(update={"blocks": blocks})
                hosts[near.id] = cards.noted(host, [crumb])
                gone.add(crumb.id)
                break
    for section in sections:
        made = hosts.get(section.id, section)
        yield cards.printed(made) if section.id in gone else made


def _has_room(host: model.Section, crumb: model.Section) -> bool:
    """Tell whether the slide of a section takes the card of another beside its lists."""
    shown = [block for block in host.blocks if is_shown(block)]
    lists = [block for block in shown if isinstance(block, model.BulletsBlock)]
    if host.only or lists != shown or not (shown or host.message or host.sections):
        return False
    items = [item for block in lists for item in block.bullets]
    lines = sum(math.ceil(width(i.title + i.text) / _LINE) for i in _all(items))
    last = (lines - 1) % _SLIDE + 1 if lines else 0
    return last + cards.lines(crumb, _LINE) <= _SLIDE


def _all(items: Sequence[model.Item]) -> Iterator[model.Item]:
    for item in items:
        yield item
        yield from _all(item.items)


def _parted(found: Sequence[model.Section], heads: Heads) -> Iterator[Sequence[model.Section]]:
    """Part neighbours so that the fewest crumbs stand alone, on the fewest slides."""
    costs, starts = [0.0], list[int]()
    for end in range(1, len(found) + 1):
        ways = [
            (costs[start] + _cost(found[start:end]), start)
            for start in range(max(0, end - limits.SLIDE_CARDS), end)
            if end - start == 1 or _may_share(found[start:end], heads)
        ]
        cost, start = min(ways)
        costs.append(cost)
        starts.append(start)
    ends, end = [len(found)], len(found)
    while end:
        end = starts[end - 1]
        ends.append(end)
    yield from (found[start:end] for start, end in pairwise(reversed(ends)))


def _cost(part: Sequence[model.Section]) -> float:
    """Return what speaks against telling sections together, or a section alone."""
    crumbs = sum(map(cards.is_crumb, part))
    if len(part) == 1:
        return 3.0 * crumbs
    said = sum(len(cards.said(section)) for section in part)
    return 1.0 + 0.5 * (len(part) - crumbs) + (said <= cards.CRUMB)


def _may_share(part: Sequence[model.Section], heads: Heads) -> bool:
    """Tell whether one slide takes sections, at least one of which is too little for its own."""
    if len(part) > limits.SLIDE_CARDS or not any(map(cards.is_crumb, part)):
        return False
    if not all(cards.is_card(section, heads) for section in part):
        return False
    wide = _WIDE[len(part)]
    return (
        max(cards.lines(section, wide) for section in part) <= _CARD
        or sum(cards.lines(section, _ROW) for section in part) <= _ROWS
    )


def _slide(part: Sequence[model.Section], heads: Heads) -> model.Section:
    """Return a section for slides alone that tells others, named after them."""
    names = [s.title for s in part if s.id in heads] or [part[0].title]
    told = (cards.block([cards.card(section, heads) for section in part]),)
    made = model.Section(
        id=f"{part[0].id}-cards", title=cards.called(names), blocks=told, only="deck"
    )
    return cards.noted(made, part)
