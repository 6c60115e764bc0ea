"""What kinds of block are like, for every stage that has to ask."""

from typing import NamedTuple

from shiryo import document as d


class Traits(NamedTuple):
    """Of one kind of block."""

    alone: bool = False
    """Wants a slide to itself."""
    yields: bool = False
    """Shares one nevertheless with neighbours that leave it room."""
    large: bool = False
    """Shares a slide with a short list below it, and with nothing else."""
    wide: bool = False
    """Would be crowded in a narrow column of a handout."""
    boxed: bool = False
    """Is not parted in a handout where it is low."""
    listed: bool = False
    """Is a list of items in a handout: what leads to it stays with it."""


TRAITS: dict[type, Traits] = {
    d.Bullets: Traits(listed=True),
    d.Steps: Traits(listed=True),
    d.Timeline: Traits(listed=True),
    d.Table: Traits(large=True, wide=True),
    d.Compare: Traits(large=True, wide=True, boxed=True),
    d.Definition: Traits(alone=True, boxed=True),
    d.Quote: Traits(alone=True, yields=True, boxed=True),
    d.Dialogue: Traits(alone=True, wide=True, listed=True),
    d.Chart: Traits(large=True, wide=True),
    d.Image: Traits(large=True, wide=True),
}
"""Kinds that are in some way special."""


def traits(block: object) -> Traits:
    """Return what a block is like; the plainest where its kind is not in the table."""
    return TRAITS.get(type(block), Traits())
