"""Line adjustment: what it costs to fill a line, and how its gaps then change (JLREQ §3.8)."""

from shiryo.typeset.breaking.items import Items
from shiryo.units import Points

EPSILON = 1e-6

HOPELESS = 1000.0
"""The cost of a line that the table of spaces cannot fill."""


def need(items: Items, first: int, last: int, room: Points, hang: Points = 0) -> Points:
    """Return by how much to stretch the line of cells ``first`` to ``last`` to fill ``room``.

    Negative: shrunk. The space after a mark at the end is kept if there is room for it, else
    dropped, never a part of it (JLREQ §3.1.9, §3.8.3 b). Neither is a space at the end counted.
    """
    slack = room + hang - items.width(first, last) - items.hyphen[last]
    return wanted(slack, items.trail[last])


def wanted(slack: Points, trail: Points) -> Points:
    """Return by how much to stretch a line that leaves ``slack``, ``trail`` after its last mark."""
    return slack - trail if slack >= trail - EPSILON else slack


def cost(items: Items, first: int, last: int, amount: Points) -> float:
    """Return how unwelcome it is to stretch a line by ``amount`` (shrink it, if negative).

    0 for a natural line; 1 to 3 where all that the table of spaces gives is used; `HOPELESS` and
    more where that is not enough.
    """
    if amount > EPSILON:
        rest, steps, power = amount, items.stretching, 2
    elif amount < -EPSILON:
        rest, steps, power = -amount, items.shrinking, 3
    else:
        return 0.0
    total = 0.0
    for step, weight in steps:
        give = step[last] - step[first]
        if rest <= give + EPSILON:
            return total + weight * (rest / give) ** power if give else total
        if give:
            rest -= give
            total += weight
    return total + HOPELESS * (1 + rest / (1 + items.width(first, last)))


def floor(items: Items, first: int, last: int, amount: Points) -> float:
    """Return what any shorter line with the same end costs at least.

    It has more to stretch and less to give; but a step that it lacks costs it nothing.
    """
    steps = [(step[last] - step[first], weight) for step, weight in items.stretching]
    rest = amount - sum([give for give, _ in steps])
    if rest > EPSILON:
        return HOPELESS * (1 + rest / (1 + items.width(first, last)))
    return min([weight * min(1.0, amount / give) ** 2 for give, weight in steps if give], default=0)


def gaps(items: Items, first: int, last: int, amount: Points) -> list[Points]:
    """Return the gaps after the cells ``first`` to ``last - 1`` of a line stretched by ``amount``.

    The steps are used one after the other, all gaps of a step alike. A line that they cannot fill
    stays as it is by nature, short of its measure: it is the word after it that does not fit, and
    gaps past the limits would show more than the ragged end.
    """
    natural = items.natural[first:last]
    ratios = _ratios(items, first, last, amount)
    if not ratios:
        return natural
    changed = []
    for at, gap in enumerate(natural, first):
        space = items.gaps[at]
        step = space.stretch if amount > 0 else space.shrink
        if step:
            limit = space.maximum if amount > 0 else space.minimum
            gap += ratios[step - 1] * (limit - space.optimum) * items.units[at]
        changed.append(gap)
    return changed


def _ratios(items: Items, first: int, last: int, amount: Points) -> list[float]:
    """Return for each step how much of what it can give is used; empty if nothing is to be done."""
    if -EPSILON < amount < EPSILON:
        return []
    sums = items.stretch if amount > 0 else items.shrink
    rest, ratios = abs(amount), []
    for step in sums:
        give = step[last] - step[first]
        used = min(rest, give)
        ratios.append(used / give if give else 0.0)
        rest -= used
    return [] if rest > EPSILON else ratios
