"""A slide in one reading or another: which of its blocks stand beside each other, in what type."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from shiryo import document
from shiryo.layout.deck import arrange
from shiryo.layout.deck import forms as slides
from shiryo.layout.deck.look import Look
from shiryo.units import Points, Rect

_DENSEST = 1.6
"""How much more than usual a page may hold that a person wants to hold all."""


def arranged(slide: document.Slide, look: Look, frame: Rect) -> list[list[arrange.Part]]:
    """Return the pages of a slide whose blocks stand under each other."""
    return parted(lambda size: variants_of(slide, look.at(size), frame.width), look, frame)


def parted(
    variants: Callable[[Points], list[list[slides.Form]]],
    look: Look,
    frame: Rect,
    sizes: Sequence[Points] = (),
) -> list[list[arrange.Part]]:
    """Return the pages of forms that ``variants`` gives for a size of type."""
    return arrange.arrange(
        variants,
        sizes or look.theme.deck.sizes,
        look.body,
        frame.height,
        look.space("block"),
        look.space("favour"),
    )


def variants_of(
    slide: document.Slide, look: Look, width: Points, blocks: Sequence[slides.Placed] = ()
) -> list[list[slides.Form]]:
    """Return the blocks in the forms to prefer, and so on to those that fit anywhere."""
    made = [slides.forms(block, look, width, slide) for block in blocks or slide.blocks]
    most = max((len(forms) for forms in made), default=1)
    return [[forms[min(n, len(forms) - 1)] for forms in made] for n in range(most)]


def settled(parts: list[list[arrange.Part]], frame: Rect, look: Look) -> bool:
    """Tell whether every page has room for what it shows."""
    return all(arrange.fit(page, frame.height, look.space("block")) for page in parts)


def beside(slide: document.Slide, look: Look, frame: Rect, most: int) -> list[list[arrange.Part]]:
    """Return pages on which pictures and charts stand beside their text, ``most`` at most.

    Nothing where there are none, or where type would be small.
    """
    blocks = slides.paired(slide.blocks, look)
    if len(blocks) == len(slide.blocks):
        return []
    parts = in_large_type(slide, look, frame, blocks)
    return parts if len(parts) <= most and settled(parts, frame, look) else []


def in_large_type(
    slide: document.Slide, look: Look, frame: Rect, blocks: Sequence[slides.Placed]
) -> list[list[arrange.Part]]:
    """Return pages in any type but the smallest."""
    return _shown(slide, look, frame, blocks, look.theme.deck.sizes[:-1])


def _shown(
    slide: document.Slide,
    look: Look,
    frame: Rect,
    blocks: Sequence[slides.Placed],
    sizes: Sequence[Points] = (),
) -> list[list[arrange.Part]]:
    def variants(size: Points) -> list[list[slides.Form]]:
        return variants_of(slide, look.at(size), frame.width, blocks)

    return parted(variants, look, frame, sizes)


def asked(slide: document.Slide, look: Look, frame: Rect) -> list[list[arrange.Part]]:
    """Return all of a slide on one page as the outline asks for; nothing where it has no room."""
    blocks = slide.blocks
    pairs = [slides.Beside(pair) for pair in zip(blocks[::2], blocks[1::2], strict=False)]
    halves = (*pairs, *blocks[2 * len(pairs) :])
    ways: list[Sequence[slides.Placed]] = [slides.paired(blocks, look), blocks, halves]
    if slide.beside:
        ways = [halves] if len(blocks) == 2 else []
    for slack in (1, _DENSEST):
        for way in ways:
            made = _shown(slide, replace(look, slack=slack), frame, way)
            if len(made) == 1 and settled(made, frame, replace(look, slack=slack)):
                return made
    return []
