"""What a person moves as one: groups of boxes and shapes, each with a name."""

from collections.abc import Sequence
from itertools import groupby
from typing import TypeAlias

from shiryo import pages
from shiryo.messages import wording
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Grouped:
    """Items that are one group."""

    items: "tuple[Object, ...]"
    name: str


Object: TypeAlias = pages.Item | Grouped


def grouped(items: Sequence[Object], name: str) -> list[Object]:
    """Return items as one group; what is alone needs none."""
    return [Grouped(tuple(items), name)] if len(items) > 1 else [*items]


def gathered(items: Sequence[Object], most: int) -> list[Object]:
    """Return items; neighbours that may be grouped are one where there are more than ``most``."""
    if len(items) <= most:
        return [*items]
    made = list[Object]()
    for may, run in groupby(items, _is_free):
        neighbours = [*run]
        made += grouped(neighbours, wording("objects.rows")) if may else neighbours
    return made


def flat(items: Sequence[Object]) -> tuple[list[pages.Item], list[pages.Group]]:
    """Return all items in their order, and which of them are groups."""
    found, groups = list[pages.Item](), list[pages.Group]()
    for item in items:
        if not isinstance(item, Grouped):
            found.append(item)
            continue
        at = len(found)
        inside, within = flat(item.items)
        found += inside
        groups.append(pages.Group(at, len(found), item.name))
        groups += [pages.Group(at + g.first, at + g.last, g.name) for g in within]
    return found, groups


def _is_free(item: Object) -> bool:
    """Tell whether an office program lets an item be part of a group."""
    if isinstance(item, pages.TextBox):
        return item.placeholder is None
    return isinstance(item, Grouped | pages.Picture | pages.Polygon | pages.Shape)
