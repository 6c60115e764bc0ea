"""Chosen bullets that share the slide of a table, a chart or cards."""

from collections.abc import Sequence
from itertools import pairwise

from shiryo.drafting.cards import is_shown
from shiryo.outline import model

_LARGE = (
    model.TableBlock
    | model.ChartBlock
    | model.CompareBlock
    | model.StepsBlock
    | model.TimelineBlock
    | model.FiguresBlock
)
"""Blocks that share a slide with a few bullets below them."""
_ALONE = (model.DefinitionBlock, model.QuoteBlock)
"""Blocks that have a slide to themselves."""
_FEW = 2
"""Statements that are too few for a slide."""


def together(
    made: list[model.Block], bullets: Sequence[model.BulletsBlock]
) -> tuple[model.Block, ...]:
    """Return blocks with chosen ``bullets`` after the table, chart or cards that they stand by.

    There they share its slide: those right before it, and a few that a term or a quotation parts
    from it.
    """
    chosen = set(map(id, bullets))
    shown = [n for n, block in enumerate(made) if is_shown(block)]
    for one, other in pairwise(shown):
        if id(made[one]) in chosen and isinstance(made[other], _LARGE):
            made.insert(other, made.pop(one))
            break
    shown = [n for n, block in enumerate(made) if is_shown(block)]
    for one, between, other in zip(shown, shown[1:], shown[2:], strict=False):
        few = id(made[other]) in chosen and _few(made[other], alone=other == shown[-1])
        if few and _is_large(made[one]) and isinstance(made[between], _ALONE):
            made.pop(other)
            made.insert(one + 1, few)
            break
    return tuple(made)


def _is_large(block: model.Block) -> bool:
    cards = isinstance(block, model.BulletsBlock) and all(item.title for item in block.bullets)
    return cards or isinstance(block, _LARGE)


def _few(block: model.Block, *, alone: bool) -> model.BulletsBlock | None:
    """Return bullets that are too few for a slide, its message as the first; else None.

    ``alone``: nothing else would be on that slide.
    """
    assert isinstance(block, model.BulletsBlock)
    items = block.bullets
    if block.message:
        items = (model.Item(text=block.message, from_=block.from_, how=block.how), *items)
    if not alone or len(items) > _FEW or any(item.items for item in items):
        return None
    return model.BulletsBlock(bullets=items, only=block.only)
