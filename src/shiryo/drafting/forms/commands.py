"""A few lines of code below a sentence or a step: what is to be typed is what a how-to says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shiryo.article.model import Block, Kind
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.japanese.width import width

_PROSE = (Kind.PARAGRAPH, Kind.LEAD_IN)
_LINES = 3
"""Lines of code that a slide has room for beside what is said of them, and that a step has."""
_BLOCKS, _SINGLE = 2, 4
"""Blocks of code, and such of a single line, of a section that does not explain a program."""


def listed(blocks: Sequence[Block]) -> list[Block]:
    """Return a section's blocks, its few lines of code below a sentence or a step an item each."""
    few = _are_few([b for b in blocks if b.kind is Kind.CODE])
    made = list[Block]()
    for n, block in enumerate(blocks):
        over, after = made[-1] if made else None, blocks[n + 1] if n + 1 < len(blocks) else None
        if over is None or block.kind is not Kind.CODE or not _fits(block):
            made.append(block)
        elif over.kind is Kind.ITEM and len(_typed(block)) <= _LINES and blocks[n - 1] is over:
            made += _items(block, over.level + 1)
        elif few and over.kind in _PROSE and (after is None or after.kind is not Kind.ITEM):
            made += _items(block, 0)
        else:
            made.append(block)
    return made


def _are_few(code: Sequence[Block]) -> bool:
    lines = [len(_typed(block)) for block in code]
    single = len(lines) <= _SINGLE and sum(lines) == len(lines)
    return single or (len(lines) <= _BLOCKS and sum(lines) <= _LINES)


def _fits(block: Block) -> bool:
    return all(width(line) <= LIMIT for line in _typed(block))


def _typed(block: Block) -> list[str]:
    return [line.strip() for line in block.text.split("\n") if line.strip()]


def _items(block: Block, level: int) -> Iterator[Block]:
    for line in _typed(block):
        yield replace(block, kind=Kind.ITEM, text=line, level=level)
