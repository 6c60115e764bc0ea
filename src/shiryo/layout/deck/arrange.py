"""Blocks on slides: the size of type at which they fit, or where to part them.

Everything is measured before anything is placed. Blocks that fit on one slide take the largest size
of type at which they do; else they are parted between units, as evenly as may be.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from math import ceil

from shiryo.layout.deck.forms.form import Form, Need
from shiryo.layout.deck.grouping import Object
from shiryo.units import Points, Rect
from shiryo.values import dataclass

_LOW = 1 / 3
"""Of the height of a slide, what should not stand alone on one; also how much less even is odd."""
_MANY = 60
"""Slides of one section over which no size of type is tried but the smallest."""
_LARGER = 2
"""Steps by which type may be larger on a page of a section that would be half empty."""
_UNITS = 200
"""Rows, items or lines over which no slide has room for all, in type of any size."""
_STEPS = 12
"""Of the height of a slide, on which blocks begin where there is room: few layouts serve all."""
Part = tuple[Form, int, int]
"""A form, and the range of its units that a slide shows."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """Room between the blocks of a slide."""

    least: Points
    most: Points


def arrange(
    variants: Callable[[Points], Sequence[Sequence[Form]]],
    sizes: Sequence[Points],
    base: Points,
    height: Points,
    gap: Points,
    favour: Points,
) -> list[list[Part]]:
    """Return what each slide shows.

    ``variants`` gives, for a size of body text, the sets of forms that the blocks may take, the one
    to prefer first; each may be set smaller by up to ``favour`` than the next. ``sizes`` are those
    to try, largest first; ``base`` is the one that type has by itself; ``height`` is the room on a
    slide.
    """
    variants = cache(variants)
    whole = undivided(variants, sizes, height, gap, favour)
    if whole:
        return [whole]
    parted = _parted(variants, sizes, base, height, gap)
    blocks = _between(variants, sizes, height, gap, favour)
    if not blocks or len(blocks) > len(parted):
        return parted
    if len(blocks) < len(parted):
        return blocks
    bare = any(_is_bare(page, height) for page in blocks)
    if bare and not any(_is_bare(page, height) for page in parted):
        return parted
    alike = len({type(form) for page in blocks for form, _, _ in page}) == 1
    return parted if alike and _evenness(parted) > _evenness(blocks) + _LOW else blocks


def _evenness(slides: Sequence[Sequence[Part]]) -> float:
    """Return what share of the fullest slide the least full one has, in lines."""
    lines = [sum(form.need(first, last).lines for form, first, last in page) for page in slides]
    return min(lines) / max(*lines, 0.01)


def low(slides: Sequence[Sequence[Part]], height: Points, share: float = _LOW) -> int:
    """Return how many slides fill less than a ``share`` of their height."""
    return sum(_filling(page) < height * share for page in slides)


def _is_bare(page: Sequence[Part], height: Points) -> bool:
    """Tell whether a slide shows a single unit that is low: a statement left over."""
    if len(page) != 1 or page[0][2] - page[0][1] != 1:
        return False
    form, first, last = page[0]
    return form.need(first, last).height < height * _LOW


def _parted(
    variants: Callable[[Points], Sequence[Sequence[Form]]],
    sizes: Sequence[Points],
    base: Points,
    height: Points,
    gap: Points,
) -> list[list[Part]]:
    """Return the blocks parted between units, on not many more slides than need be.

    Rather than one slide more, type is one size smaller. What is set larger takes no fewer slides,
    so not every size is tried; where there are very many slides, none but the smallest.
    """
    fewest = sum(1 for _ in _filled(variants(sizes[-1])[-1], height, gap))
    if fewest > _MANY:
        return _even(variants(sizes[-1])[-1], height, gap, fewest)

    def fits(size: Points, most: int) -> bool:
        return _fits(variants(size)[-1], height, gap, most)

    at = sizes.index(base) if base in sizes else len(sizes) - 1
    tried = ((sizes[min(at + 1, len(sizes) - 1)], fewest), (base, fewest + 1))
    wanted = next((count for size, count in tried if fits(size, count)), fewest)
    at = bisect_left(sizes[:-1], True, key=lambda size: fits(size, wanted))
    made = _even(variants(sizes[at])[-1], height, gap, wanted)
    larger = [variants(size)[-1] for size in sizes[max(0, at - _LARGER) : at]]
    return [_enlarged(page, variants(sizes[at])[-1], larger, height, gap) for page in made]


def _enlarged(
    page: list[Part],
    forms: Sequence[Form],
    larger: Sequence[Sequence[Form]],
    height: Points,
    gap: Points,
) -> list[Part]:
    """Return a page; one that is half empty, in type a little larger than that of the others."""
    shown = [(forms.index(form), first, last) for form, first, last in page]
    for others in larger:
        made = [(others[n], first, last) for n, first, last in shown]
        if _filling(page) < height / 2 and fit(made, height, gap):
            return made
    return page


def _filling(page: Sequence[Part]) -> Points:
    return sum(form.need(first, last).height for form, first, last in page)


def _between(
    variants: Callable[[Points], Sequence[Sequence[Form]]],
    sizes: Sequence[Points],
    height: Points,
    gap: Points,
    favour: Points,
) -> list[list[Part]]:
    """Return as many blocks on each slide as go on it whole; nothing if one must be parted."""
    made, first = list[list[Part]](), 0
    count = len(variants(sizes[0])[0])
    while first < count:
        whole = list[Part]()
        for last in range(first + 1, count + 1):
            more = undivided(_some(variants, first, last), sizes, height, gap, favour)
            if not more:
                break
            whole, end = more, last
        if not whole:
            return []
        made.append(whole)
        first = end
    return made


def _some(
    variants: Callable[[Points], Sequence[Sequence[Form]]], first: int, last: int
) -> Callable[[Points], Sequence[Sequence[Form]]]:
    """Return the variants of some of the blocks."""
    return lambda size: [forms[first:last] for forms in variants(size)]


def too_much(form: Form, height: Points) -> Iterator[tuple[int, float]]:
    """Yield the units of a form that are too much for a slide, even alone, and how many times."""
    for n in range(form.count):
        need = form.need(n, n + 1)
        if need.height > height + 0.01 or need.lines > 1.001:
            yield n, max(need.height / max(height, 1), need.lines)


def undivided(
    variants: Callable[[Points], Sequence[Sequence[Form]]],
    sizes: Sequence[Points],
    height: Points,
    gap: Points,
    favour: Points,
) -> list[Part]:
    """Return the blocks on one slide in the largest type, or nothing if they do not fit.

    A form may be smaller by ``favour`` than the one preferred less. Type may be one size smaller
    that leaves no line of a few characters where half of the paragraphs had one; where few had, by
    less.
    """
    best: tuple[float, list[Part]] = (0, [])
    if sum(form.count for form in variants(sizes[-1])[-1]) > _UNITS:
        return []
    for larger, size in zip((sizes[0] + favour, *sizes), sizes, strict=False):
        tried, step = variants(size), min(larger - size, favour)
        if size + (len(tried) + 1) * favour < best[0]:
            break
        for n, forms in enumerate(reversed(tried)):
            parts = [(form, 0, form.count) for form in forms if form.count]
            needs = _needs(parts, height, gap)
            if not needs:
                continue
            worth = size + n * favour
            worth += (step + 0.01) * (1 - _stubs(needs))
            if worth > best[0]:
                best = worth, parts
    return best[1]


def _stubs(needs: Sequence[Need]) -> float:
    """Return how much lines of a few characters weigh: most where half of all paragraphs end so."""
    stubs = sum(need.stubs for need in needs)
    known = all(need.paras for need in needs if need.stubs)
    paras = sum(need.paras for need in needs) if known else stubs
    return min(2 * stubs / paras, 1) if stubs else 0


def _needs(parts: Sequence[Part], height: Points, gap: Points) -> list[Need]:
    """Return what parts need; nothing if one slide has no room for all, which is seen early."""
    needs = list[Need]()
    room, lines = height, 1.0
    for form, first, last in parts:
        end, need = _most(form, first, room, lines)
        if end < last:
            return []
        needs.append(need)
        room -= need.height + gap
        lines -= need.lines
    return needs if _fit(needs, height, gap) else []


def fit(parts: Sequence[Part], height: Points, gap: Points) -> bool:
    """Tell whether parts go on one slide."""
    return _fit([form.need(first, last) for form, first, last in parts], height, gap)


def _fit(needs: Sequence[Need], height: Points, gap: Points) -> bool:
    used = sum(need.height for need in needs) + gap * (len(needs) - 1)
    return used <= height + 0.01 and sum(need.lines for need in needs) <= 1.001


def shared(
    parts: Sequence[Part], frame: Rect, spacing: Spacing
) -> tuple[list[Points], Points, Points]:
    """Share what room is left among forms that can use it: heights, the gap, what is left over."""
    needs = [form.need(first, last) for form, first, last in parts]
    gaps = len(parts) - 1
    spare = frame.height - sum(need.height for need in needs) - gaps * spacing.least
    appetite = sum(need.full - need.height for need in needs)
    share = min(1.0, max(spare, 0) / appetite) if appetite else 0
    spare = max(spare - share * appetite, 0)
    more = min(spacing.most - spacing.least, spare / gaps) if gaps else 0
    heights = [need.height + share * (need.full - need.height) for need in needs]
    return heights, spacing.least + more, spare - more * gaps


def stack(parts: Sequence[Part], frame: Rect, spacing: Spacing) -> list[Object]:
    """Place what a slide shows, from the top, blocks on steps of the height where they may."""
    heights, gap, spare = shared(parts, frame, spacing)
    y, step, items = frame.y, frame.height / _STEPS, list[Object]()
    for n, ((form, first, last), height) in enumerate(zip(parts, heights, strict=True), 1):
        below = y + height + gap
        more = frame.y + ceil((below - frame.y) / step - 0.001) * step - below
        more = more if more <= spare else 0
        spare -= more
        room = frame.bottom - y if n == len(parts) else height + more
        items += form.place(first, last, Rect(frame.x, y, frame.width, _high(form, height, room)))
        y = below + more
    return items


def _high(form: Form, height: Points, room: Points) -> Points:
    """Return the height of a form: what fills a placeholder may have all the room there is."""
    return max(height, room) if form.fills else height


def _fits(forms: Sequence[Form], height: Points, gap: Points, most: int) -> bool:
    """Tell whether slides have room for each unit, and no more than ``most`` of them for all."""
    filled = enumerate(_filled(forms, height, gap), 1)
    return all(n <= most and fit(parts, height, gap) for n, parts in filled)


def _filled(
    forms: Sequence[Form], height: Points, gap: Points, scale: float = 1
) -> Iterator[list[Part]]:
    """Yield slides filled one after the other, each as far as it goes."""
    slide = list[Part]()
    used, lines = 0.0, 0.0
    for form in forms:
        first = 0
        while first < form.count:
            room = height * scale - used - (gap if slide else 0)
            last, need = _most(form, first, room, scale - lines)
            if last == first and not slide:
                last, need = first + 1, form.need(first, first + 1)
            if last > first:
                used += need.height + (gap if slide else 0)
                lines += need.lines
                slide.append((form, first, last))
            if last < form.count:
                yield slide
                slide = []
                used = lines = 0.0
            first = last
    yield slide


def _most(form: Form, first: int, room: Points, lines: float) -> tuple[int, Need]:
    """Return up to which unit a form goes into ``room``, and what these need."""
    last, need, step = first, Need(0, 0, 0), 1
    while step and last < form.count:
        more = form.need(first, min(last + step, form.count))
        if more.height > room + 0.01 or more.lines > lines + 0.001:
            step //= 2
            continue
        last, need, step = min(last + step, form.count), more, 2 * step
    return last, need


def _even(forms: Sequence[Form], height: Points, gap: Points, count: int) -> list[list[Part]]:
    """Part forms over ``count`` slides such that the fullest is as little full as may be."""
    low, high = 1 / (count + 1), 1.0
    best = [*_filled(forms, height, gap)]
    for _ in range(7):
        middle = (low + high) / 2
        tried = [*_filled(forms, height, gap, middle)]
        if len(tried) <= count:
            best, high = tried, middle
        else:
            low = middle
    return best
