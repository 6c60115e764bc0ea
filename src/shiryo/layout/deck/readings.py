"""A slide in one reading or another: which of its blocks stand beside each other, in what type."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from shiryo import document
from shiryo.layout.deck import arrange
from shiryo.layout.deck import forms as slides
from shiryo.layout.deck.forms.chart import ChartForm
from shiryo.layout.deck.forms.image import ImageForm
from shiryo.layout.deck.look import Look
from shiryo.units import Points, Rect

_DENSEST = 1.6
"""How much more than usual a page may hold that a person wants to hold all."""

_AMPLE = 0.8
"""The share of the height that it can use with which a picture or a chart shows well."""


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


def beside(
    slide: document.Slide, look: Look, frame: Rect, plain: list[list[arrange.Part]]
) -> list[list[arrange.Part]]:
    """Return pages on which pictures and charts stand beside their text, no more than the plain.

    Nothing where there are none, where type would be small, or where they have room without that.
    """
    blocks = slides.paired(slide.blocks, look)
    if len(blocks) == len(slide.blocks) or _is_ample(plain, frame, look):
        return []
    parts = in_large_type(slide, look, frame, blocks)
    return parts if len(parts) <= len(plain) and settled(parts, frame, look) else []


def neighbours(slide: document.Slide, look: Look, frame: Rect) -> list[list[arrange.Part]]:
    """Return the one page that neighbours share; nothing where it would be crowded.

    Pictures and charts stand beside text there, and over it only where they have room.
    """
    sizes = look.theme.deck.sizes[:-1]
    under = _on_one(slide, look, frame, slide.blocks, sizes)
    if _is_ample(under, frame, look):
        return under
    blocks = slides.paired(slide.blocks, look)
    alone = (b for b in blocks if slides.is_shown(b) and not slides.is_wide(b, look))
    if len(blocks) > 1 and any(alone):
        return []
    return _on_one(slide, look, frame, blocks, sizes)


def _is_ample(parts: list[list[arrange.Part]], frame: Rect, look: Look) -> bool:
    """Tell whether pictures and charts on a page are about as high as they would be alone."""
    if len(parts) != 1:
        return False
    heights, *_ = arrange.shared(parts[0], frame, spacing(look))
    return all(
        height >= _AMPLE * form.need(first, last).full
        for (form, first, last), height in zip(parts[0], heights, strict=True)
        if isinstance(form, ImageForm | ChartForm)
    )


def spacing(look: Look) -> arrange.Spacing:
    """Return the room between the blocks of a slide."""
    return arrange.Spacing(look.space("block"), look.space("block-most"))


def in_large_type(
    slide: document.Slide, look: Look, frame: Rect, blocks: Sequence[slides.Placed]
) -> list[list[arrange.Part]]:
    """Return pages in any type but the smallest."""
    return parted(
        lambda size: variants_of(slide, look.at(size), frame.width, blocks),
        look,
        frame,
        look.theme.deck.sizes[:-1],
    )


def _on_one(
    slide: document.Slide,
    look: Look,
    frame: Rect,
    blocks: Sequence[slides.Placed],
    sizes: Sequence[Points],
) -> list[list[arrange.Part]]:
    """Return blocks on one page; nothing where it has no room for them."""
    whole = arrange.undivided(
        cache(lambda size: variants_of(slide, look.at(size), frame.width, blocks)),
        sizes,
        frame.height,
        look.space("block"),
        look.space("favour"),
    )
    return [whole] if whole else []


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
            dense = replace(look, slack=slack)
            if made := _on_one(slide, dense, frame, way, look.theme.deck.sizes):
                return made
    return []
