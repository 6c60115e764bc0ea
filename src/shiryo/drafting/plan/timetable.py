"""Sections that are the hours of a day (10:30 受付, 12:30 昼食), as a timetable of them all.

What has but a word or two to say (休憩) is told there alone; the handout has the sections.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from shiryo import limits
from shiryo.drafting import cards
from shiryo.drafting.cards import Heads
from shiryo.drafting.wording.splits import order, taken
from shiryo.inline import escape
from shiryo.messages import wording
from shiryo.outline import model, statements

_FEWEST = 3


def told(
    sections: Sequence[model.Section], heads: Heads, about: str = ""
) -> Iterator[model.Section]:
    """Yield sections, three or more hours in a row after their timetable; ``about``: is above."""
    for timed, group in groupby(sections, key=lambda s: s.id in heads and bool(_parted(s))):
        run = list(group)
        slight = [s for s in run if _is_slight(s)]
        if not (timed and slight and len(run) >= _FEWEST and _runs_on(run)):
            yield from run
            continue
        told = {section.id for section in slight}
        events = [_event(section, heads, alone=section.id in told) for section in run]
        made = model.Section(
            id=f"{run[0].id}-times",
            title=about or wording("drafted.timetable"),
            blocks=(_block(events),),
            only="deck",
        )
        yield cards.noted(made, slight)
        yield from (cards.printed(s) if s.id in told else s for s in run)


def _block(events: Sequence[model.Event]) -> model.Block:
    """Return a timeline, or a table of more than a slide's."""
    if len(events) <= limits.SLIDE_ITEMS:
        return model.TimelineBlock(timeline=tuple(events), only="deck")
    heads = (wording("drafted.head.when"), wording("drafted.head.value"))
    rows = tuple(model.Row(cells=(e.date, e.text), from_=e.from_, how=e.how) for e in events)
    return model.TableBlock(table=model.TableBody(columns=heads, rows=rows), only="deck")


def _parted(section: model.Section) -> tuple[str, ...]:
    """Return the hour of a section and its name; nothing of one that has none."""
    found = order.dated(statements.shown(section.title))
    return found if found and order.moments([found[0]])[0][0] == 0 else ()


def _runs_on(run: Sequence[model.Section]) -> bool:
    hours = order.moments([_parted(section)[0] for section in run])
    return hours == sorted(hours) and all(hour[0] == 0 for hour in hours)


def _is_slight(section: model.Section) -> bool:
    """Tell whether all that a section says stands on a line of a timetable."""
    if section.only == "handout":
        return not section.sections
    found = cards.said(section)
    return cards.is_card(section) and len(found) == 1 and not found[0].items


def _event(section: model.Section, heads: Heads, *, alone: bool) -> model.Event:
    hour, name = _parted(section)
    found = cards.said(section)[:1] if alone and section.only is None else []
    text = ": ".join((escape(name), *map(cards.line, found)))
    refs = dict.fromkeys((heads[section.id], *(ref for item in found for ref in item.from_)))
    how = (taken.DATE, *(step for item in found for step in item.how))
    return model.Event(date=escape(hour), text=text, from_=tuple(refs), how=how)
