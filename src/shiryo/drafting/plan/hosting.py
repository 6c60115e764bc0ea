"""Sections told on the slide of another: what opens those below it, what closes a topic."""

import math
from collections.abc import Iterator, Sequence

from shiryo.drafting import cards
from shiryo.drafting.cards import Heads, is_shown
from shiryo.drafting.plan import telling
from shiryo.drafting.select import titles
from shiryo.japanese.width import width
from shiryo.outline import model, statements

_SLIDE, _LINE = 10, 27.0
"""Lines of a slide that another section's card joins, and characters of one."""
_SHORT = 40.0
"""Full-width characters of a section that says but a line."""


def led(section: model.Section, heads: Heads) -> model.Section:
    """Return a section that tells on its own slide what is too slight to open those below it.

    Or a single line that would stand alone among them, if their order does not count; or what is
    all that lies below it.
    """
    shown = [*on_slides(section.sections)]
    alone = [s for s in shown if s.only is None and _stands_alone(s)]
    first = next((s for s in shown[:1] if _stands_alone(s)), None)
    only = alone[0] if len(alone) == 1 and _is_line(alone[0], shown) else None
    lone = shown[0] if len(shown) == 1 and cards.is_card(shown[0]) else None
    told = first or only or lone
    if not (told and (made := _with(section, told, heads))):
        return section
    below = tuple(cards.printed(s) if s is told else s for s in section.sections)
    return made.model_copy(update={"sections": below})


def closed(sections: Sequence[model.Section], heads: Heads) -> Iterator[model.Section]:
    """Yield sections; what closes a topic and would stand alone, on the slide of that topic."""
    made = list[model.Section]()
    at = -1
    for section in sections:
        host = made[at] if at >= 0 else None
        alone = _stands_alone(section) and _is_tail(section)
        leaf = host and host.id in heads and not any(on_slides(host.sections))
        if alone and host and leaf and (more := _with(host, section, heads)):
            made[at] = more
            made.append(cards.printed(section))
            continue
        at = len(made) if section.only != "handout" else at
        made.append(section)
    yield from made


def _with(host: model.Section, crumb: model.Section, heads: Heads) -> model.Section | None:
    """Return a section that says on its own slide what another says; None if it has no room.

    What closes a topic that takes several slides is what that topic claims.
    """
    room, said = _room(host), cards.said(crumb)
    fits = cards.lines(crumb, _LINE) <= room
    closes = _is_tail(crumb) and room > -math.inf
    if closes and not host.message and (claim := _claim(crumb, said, fits=fits)):
        return cards.noted(host.model_copy(update=claim), [crumb])
    if not (fits or closes):
        return None
    card = cards.block([cards.card(crumb, heads)])
    return cards.noted(host.model_copy(update={"blocks": (*host.blocks, card)}), [crumb])


def _claim(
    crumb: model.Section, said: Sequence[model.Item], *, fits: bool
) -> dict[str, object] | None:
    """Return the one thing that closes a topic as what that claims; None if a card is to tell it.

    What was decided is claimed wherever a card ``fits``, too, with who is to do it.
    """
    one = said[0]
    resolved = telling.is_resolved(statements.shown(crumb.title))
    if len(said) > 1 or one.items or (not resolved and (fits or one.title)):
        return None
    return {"message": cards.line(one), "from_": one.from_, "how": one.how}


def _is_line(section: model.Section, row: Sequence[model.Section]) -> bool:
    """Tell whether a section says but one short thing, and might as well be told before others.

    Not before one of the ``row`` whose title its own takes up: 対象, 対象外.
    """
    title, said = statements.shown(section.title), cards.said(section)
    short = len(said) == 1 and not said[0].items and width(cards.line(said[0])) <= _SHORT
    counts = any(sign.isdecimal() for sign in title)
    follows = any(s is not section and statements.shown(s.title) in title for s in row)
    return short and not (_is_tail(section) or counts or follows)


def _stands_alone(section: model.Section) -> bool:
    return cards.is_card(section) and cards.is_crumb(section)


def _is_tail(section: model.Section) -> bool:
    return titles.closes(statements.shown(section.title))


def on_slides(sections: Sequence[model.Section]) -> Iterator[model.Section]:
    """Yield the sections that have slides."""
    return (section for section in sections if section.only != "handout")


def _room(host: model.Section) -> float:
    """Return the lines that the slide of a section has left beside its lists."""
    shown = [block for block in host.blocks if is_shown(block)]
    lists = [block for block in shown if isinstance(block, model.BulletsBlock)]
    if host.only or lists != shown or not (shown or host.message or host.sections):
        return -math.inf
    items = [item for block in lists for item in block.bullets]
    return _SLIDE - sum(math.ceil(width(i.title + i.text) / _LINE) for i in _all(items))


def _all(items: Sequence[model.Item]) -> Iterator[model.Item]:
    for item in items:
        yield item
        yield from _all(item.items)
