"""Slides of a section that each fill little, shown as one where there is room for them."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from shiryo.document import Slide
from shiryo.layout.deck.look import Look
from shiryo.layout.deck.plan import Plan

Planned: TypeAlias = tuple[Slide, Plan]


def planned(
    slides: Sequence[Slide],
    look: Look,
    planning: Callable[[Slide, Look], Plan],
    joining: Callable[[Slide, Look], Plan | None],
) -> list[Planned]:
    """Return the slides to show with their plans, in order: on as few pages as may be."""
    made, at = list[Planned](), 0
    while at < len(slides):
        whole = slides[at].whole
        if whole and (found := joining(whole, look)):
            made.append((whole, found))
            while at < len(slides) and slides[at].section == whole.section:
                at += 1
            continue
        run = _run(slides, at)
        made += _shared(slides[at : at + run], look, planning, joining)
        at += run
    return made


def _run(slides: Sequence[Slide], first: int) -> int:
    """Return how many slides from the ``first`` on hang together by those that may be joined."""
    last, at = first + 1, first
    while at < last:
        last = max(last, at + 1 + len(slides[at].joined))
        at += 1
    return last - first


def _shared(
    slides: Sequence[Slide],
    look: Look,
    planning: Callable[[Slide, Look], Plan],
    joining: Callable[[Slide, Look], Plan | None],
) -> list[Planned]:
    """Return the fewest pages for slides that may be joined; the most even where that is equal."""
    best: list[tuple[tuple[int, int], list[Planned]]] = [((0, 0), [])]
    """For so many of the slides: pages and how uneven they are, and what is shown."""
    alone = [(slide, planning(slide, look)) for slide in slides]
    for end in range(1, len(slides) + 1):
        ways = list[tuple[tuple[int, int], list[Planned]]]()
        for start in range(max(0, end - 1 - max(len(s.joined) for s in slides)), end):
            found = _one(slides[start], end - start, alone[start], look, joining)
            if found is None:
                continue
            (count, uneven), before = best[start]
            cost = (count + len(found[1].parts), uneven + (end - start) ** 2)
            ways.append((cost, [*before, found]))
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _one(
    slide: Slide,
    count: int,
    alone: Planned,
    look: Look,
    joining: Callable[[Slide, Look], Plan | None],
) -> Planned | None:
    """Return ``count`` slides from this one on as one; None where that is not possible."""
    if count == 1:
        return alone
    if len(slide.joined) < count - 1:
        return None
    whole = slide.joined[count - 2]
    made = joining(whole, look)
    return (whole, made) if made else None
