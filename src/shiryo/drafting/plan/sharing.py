"""Which sections share slides: those that say one or two short things, so that none is bare.

What is slight below a section is told on its slide, what is slight side by side on a slide that
names it all, as equals. No section stands on the slide of another of its rank, but what closes a
topic (結論, 注意) on that topic's. The handout has them all.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from shiryo import limits
from shiryo.drafting import cards
from shiryo.drafting.cards import Heads
from shiryo.drafting.plan import (
    alike,
    fronts,
    hosting,
    merging,
    opposing,
    polls,
    stepping,
    timetable,
)
from shiryo.drafting.select import titles
from shiryo.drafting.wording.splits import sides
from shiryo.messages import wording
from shiryo.outline import model, statements

_CARD, _WIDE = 8, (0.0, 46.0, 22.0, 14.0, 9.5)
"""Lines of a card, and how many full-width characters one has where so many stand in a row."""
_ROWS, _ROW = (0, 12, 12, 12, 10), 40.0
"""Lines of so many cards, titles too, where they stand below each other, and characters of one."""
_ALONE = 3.5
"""What speaks against a slide of one section that says too little for it."""
_COUNTED = 2
"""Sections that share a slide at most where one of them counts what it says."""
_APART = 3
"""Sections that share a slide at most where more would put a whole article on one."""
_END = 2
"""Letters that headings of one kind end in (東の館, 西の館)."""
_QUESTIONS = 3
"""Sections that are a row of questions, at least."""
_Row = Sequence[model.Section]
"""Sections that share a slide."""


def gathered(
    sections: Sequence[model.Section], heads: Heads, title: str = ""
) -> tuple[model.Section, ...]:
    """Return the sections with what is slight told together; not all on one slide.

    ``title``: of the article.
    """
    each = [_gathered(section, heads) for section in sections]
    over = _asked(each) or title
    below = [*merging.beside([*polls.told(each, heads)], heads, over, top=True)]
    below = [*stepping.told([*timetable.told(below, heads)], heads)]
    below = [*opposing.told(below, heads)]
    asked = _asked(below)
    ways = (
        _answered(below, heads, asked) if asked else _beside(below, heads, most=most)
        for most in (limits.SLIDE_CARDS, _APART)
    )
    made = next((tuple(w) for w in ways if len(list(hosting.on_slides(w))) > 1), tuple(below))
    return tuple(_once(made))


def _once(sections: Sequence[model.Section]) -> Iterator[model.Section]:
    """Yield sections; slides that tell others under the same title are one section's, the first."""
    told = defaultdict[str, list[model.Section]](list)
    for section in sections:
        if section.only == "deck":
            told[section.title].append(section)
    for section in sections:
        first, *more = told[section.title] if section.only == "deck" else (section,)
        if section is first:
            blocks = (*section.blocks, *(block for other in more for block in other.blocks))
            notes = "\n".join(filter(None, (one.notes for one in (section, *more))))
            yield section.model_copy(update={"blocks": blocks, "notes": notes})


def _gathered(section: model.Section, heads: Heads) -> model.Section:
    """Return a section with what is slight below it on its slide, else together."""
    title = section.title
    each = [*polls.told([_gathered(s, heads) for s in section.sections], heads, title)]
    below = [*merging.beside(each, heads, title)]
    here = section.model_copy(update={"sections": tuple(below)})
    if (merged := merging.below(here)) is not here:
        return merged
    if (stepped := stepping.below(here, heads)) is not here:
        return stepped
    below = [*timetable.told(below, heads, title)]
    below = [*opposing.told([*stepping.told(below, heads, title)], heads, title)]
    here = opposing.below(section.model_copy(update={"sections": tuple(below)}))
    below = [*here.sections]
    parts = _rows(list(hosting.on_slides(below)), title)
    if parts and all(len(part) > 1 for part in parts):
        return cards.told(here, heads, parts)
    here = hosting.led(
        here.model_copy(update={"sections": tuple(_beside(below, heads, title))}), heads
    )
    return here.model_copy(update={"sections": tuple(hosting.closed(here.sections, heads))})


def _beside(
    sections: Sequence[model.Section],
    heads: Heads,
    over: str = "",
    *,
    most: int = limits.SLIDE_CARDS,
) -> list[model.Section]:
    """Return sections, those that share slides after those slides, for the handout alone.

    ``over``: the title of what they are below; empty where they are named themselves. At ``most``
    so many share one.
    """
    made = list[model.Section]()
    for row in _neighbours(sections):
        found = [fronts.front(section) or section for section in hosting.on_slides(row)]
        parts = _rows(found if all(map(cards.is_card, found)) else [], over, most)
        made += _told(row, list(_runs(parts, over)), heads, over)
    return made


def _neighbours(sections: Sequence[model.Section]) -> Iterator[list[model.Section]]:
    """Yield sections that may share slides, or one that may not.

    One that has more to show than cards say may share that of those before it.
    """
    row = list[model.Section]()
    for section in sections:
        lies = section.only == "handout" or cards.is_card(section)
        if not lies and not fronts.front(section):
            yield row
            row = []
        row.append(section)
        if not lies:
            yield row
            row = []
    yield row


def _answered(
    sections: Sequence[model.Section], heads: Heads, over: str
) -> Sequence[model.Section]:
    """Return sections, the short answers among them first, together."""
    short = [s for s in hosting.on_slides(sections) if s.id in heads and cards.is_card(s)]
    run = [part for part in _rows(short, over) if len(part) > 1]
    return _told(sections, [run] if run else [], heads, over)


def _told(
    sections: Sequence[model.Section], runs: Sequence[list[_Row]], heads: Heads, over: str
) -> list[model.Section]:
    """Return sections, and before the first of each run the slides that tell it."""
    made = list[model.Section]()
    slides = {run[0][0].id: run for run in runs}
    gone = {section.id for run in runs for part in run for section in part}
    for section in sections:
        if run := slides.get(section.id):
            ids = {one.id for part in run for one in part}
            left = [fronts.rest(one) for one in sections if one.id in ids]
            slide = _slide(run, heads, over)
            made.append(slide.model_copy(update={"sections": tuple(filter(None, left))}))
        made.append(cards.printed(section) if section.id in gone else section)
    return made


def _asked(sections: Sequence[model.Section]) -> str:
    """Return what slides of answers are called; empty if few of the sections are questions."""
    asked = sum(titles.asks(statements.shown(section.title)) for section in sections)
    if len(sections) < _QUESTIONS or 2 * asked < len(sections):
        return ""
    return wording("drafted.questions")


def _runs(parts: Sequence[_Row], over: str) -> Iterator[list[_Row]]:
    """Yield the rows of several sections, those together that one name is over."""
    for shared, group in groupby(parts, lambda part: len(part) > 1):
        if shared and over:
            yield list(group)
        elif shared:
            yield from ([part] for part in group)


def _rows(
    found: Sequence[model.Section], over: str, most: int = limits.SLIDE_CARDS
) -> Sequence[_Row]:
    """Part neighbours so that the fewest crumbs stand alone, on the fewest slides.

    A numbered row of which some would share slides shares them all, if it can.
    """
    parts = [*_parted(found, over, most)]
    if alike.is_row(found) and {len(part) > 1 for part in parts} == {True, False}:
        even = [*_parted(found, over, most, even=True)]
        parts = even if all(len(part) > 1 for part in even) else parts
    return parts


def _parted(
    found: Sequence[model.Section], over: str, most: int, *, even: bool = False
) -> Iterator[_Row]:
    """Part neighbours, at ``most`` so many; ``even``: none of them stands alone, if that can be."""
    costs, starts = [0.0], list[int]()
    for end in range(1, len(found) + 1):
        ways = [
            (costs[start] + _cost(found[start:end], even=even), start)
            for start in range(max(0, end - min(most, limits.SLIDE_CARDS)), end)
            if end - start == 1 or _may_share(found[start:end], over, even=even)
        ]
        cost, start = min(ways)
        costs.append(cost)
        starts.append(start)
    ends, end = [len(found)], len(found)
    while end:
        end = starts[end - 1]
        ends.append(end)
    yield from (found[start:end] for start, end in pairwise(reversed(ends)))


def _cost(part: _Row, *, even: bool) -> float:
    """Return what speaks against telling sections together, or a section alone."""
    crumbs = sum(map(cards.is_crumb, part))
    if len(part) == 1:
        return _ALONE * (even or crumbs)
    said = sum(len(cards.said(section)) for section in part)
    return 1.0 + 0.5 * (len(part) - crumbs) + (said <= cards.CRUMB)


def _may_share(part: _Row, over: str, *, even: bool) -> bool:
    """Tell whether one slide takes sections, at least one of which is too little for its own.

    Unless they are told ``even``.
    """
    slight = even or any(map(cards.is_crumb, part))
    if not (even or over or _are_of_one_kind(part) or _are_slight(part)):
        return False
    if len(part) > _COUNTED and any(map(cards.counts, part)):
        return False
    if not (slight and cards.called([s.title for s in part], over)):
        return False
    if not (all(cards.is_card(section) for section in part) and alike.are_equal(part)):
        return False
    wide = _WIDE[len(part)]
    return (
        max(cards.lines(section, wide) for section in part) <= _CARD
        or sum(1 + cards.lines(section, _ROW) for section in part) <= _ROWS[len(part)]
    )


def _are_of_one_kind(part: _Row) -> bool:
    """Tell whether the headings of sections are counted, or name things that are alike."""
    names = [statements.shown(section.title) for section in part]
    one = (a[-_END:] == b[-_END:] or sides.are_alike(a, b) for a, b in pairwise(names))
    return alike.is_counted(part[0]) or all(one)


def _are_slight(part: _Row) -> bool:
    """Tell whether none of sections that nothing but their place joins fills a slide.

    What says but one thing goes with any.
    """
    crumbs = [section for section in part if cards.is_crumb(section)]
    alone = all(len(cards.said(s)) == 1 and not cards.said(s)[0].items for s in crumbs)
    return len(crumbs) == len(part) or alone


def _slide(run: Sequence[_Row], heads: Heads, over: str) -> model.Section:
    """Return a section for slides alone that tells others, a slide for each row of them."""
    told = [section for row in run for section in row]
    made = model.Section(
        id=f"{told[0].id}-cards",
        title=cards.called([section.title for section in told], over),
        blocks=tuple(cards.block([cards.card(s, heads) for s in row]) for row in run),
        only="deck",
    )
    return cards.noted(made, told)
