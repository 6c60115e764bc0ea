"""A few lines of code below a sentence: what is to be typed is what a how-to says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shiryo.article.model import Block, Kind
from shiryo.drafting.wording.shorten import LINE
from shiryo.japanese.width import width

_PROSE = (Kind.PARAGRAPH, Kind.LEAD_IN)
_LINES = 3
"""Lines of code that a slide has room for beside what is said of them."""
_BLOCKS = 2
"""Blocks of code of a section that does not explain a program."""


def listed(blocks: Sequence[Block]) -> list[Block]:
    """Return a section's blocks, its few lines of code below a sentence each an item."""
    code = [b for b in blocks if b.kind is Kind.CODE]
    if len(code) > _BLOCKS or sum(len(_typed(b)) for b in code) > _LINES:
        return list(blocks)
    made = list[Block]()
    for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        below = before is not None and before.kind in _PROSE
        apart = after is None or after.kind is not Kind.ITEM
        fits = block.kind is Kind.CODE and all(width(line) <= LINE for line in _typed(block))
        made += _items(block) if below and apart and fits else (block,)
    return made


def _typed(block: Block) -> list[str]:
    return [line.strip() for line in block.text.split("\n") if line.strip()]


def _items(block: Block) -> Iterator[Block]:
    for line in _typed(block):
        yield replace(block, kind=Kind.ITEM, text=line)
