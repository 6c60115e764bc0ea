"""A few lines of code below a sentence or a step: what is to be typed is what a how-to says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shiryo import lazy_re as re
from shiryo.article.model import PROSE, Block, Kind
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.japanese.width import width

_LINES = 3
"""Lines of code that a slide has room for beside what is said of them, and that a step has."""
_LABELLED = 8
"""Lines of what stands under a label, with that."""
_BLOCKS, _SINGLE = 2, 4
"""Blocks of code, and such of a single line, of a section that does not explain a program."""
_LABEL = re.compile(r"[ぁ-んァ-ヴー一-龠]{1,12}[:：]")
"""A line in a block of code that says what the others are."""


def listed(blocks: Sequence[Block]) -> list[Block]:
    """Return a section's blocks, its few lines of code below a sentence or a step an item each.

    What is said under a label (省略時:) is always one, beside what stands over it.
    """
    few = _are_few([b for b in blocks if b.kind is Kind.CODE and not _label(b)])
    made = list[Block]()
    for n, block in enumerate(blocks):
        over, after = made[-1] if made else None, blocks[n + 1] if n + 1 < len(blocks) else None
        if over is None or block.kind is not Kind.CODE or not _fits(block):
            made.append(block)
        elif _label(block) and len(_typed(block)) <= _LABELLED:
            made += _items(block, over.level if over.kind is Kind.ITEM else 0)
        elif over.kind is Kind.ITEM and len(_typed(block)) <= _LINES and blocks[n - 1] is over:
            made += _items(block, over.level + 1)
        elif few and over.kind in PROSE and (after is None or after.kind is not Kind.ITEM):
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


def _label(block: Block) -> str:
    """Return what the first line of a block says of the others; empty if it says nothing."""
    first, *others = _typed(block) or [""]
    return first.rstrip(":：") if others and _LABEL.fullmatch(first) else ""


def _items(block: Block, level: int) -> Iterator[Block]:
    """Yield the lines of a block as items: one under its label, several below it."""
    label, lines = _label(block), _typed(block)
    if label and len(lines) == 2:
        yield replace(block, kind=Kind.ITEM, text=lines[1], label=label, level=level)
        return
    for n, line in enumerate(lines):
        below = bool(label and n)
        yield replace(
            block, kind=Kind.ITEM, text=line if below or not label else label, level=level + below
        )


def typed(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the lines that code begins on which is said to be nothing by a label of its own."""
    return frozenset(b.first for b in blocks if b.kind is Kind.CODE and not _label(b))
