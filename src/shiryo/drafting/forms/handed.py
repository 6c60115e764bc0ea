"""Paragraphs and captions as the handout has them: in the author's words."""

from collections.abc import Iterator, Sequence

from shiryo import limits
from shiryo.article.model import Block, Kind
from shiryo.drafting import bounds
from shiryo.drafting.select.parting import parted, reference
from shiryo.outline import model

_SHOWN = (Kind.TABLE, Kind.PICTURE)
"""What stands on slides with its caption."""


def text(blocks: Sequence[Block], only: model.Output | None) -> Iterator[model.TextBlock]:
    """Yield paragraphs: the handout's text, and what a presenter says where a slide shows more."""
    texts = [
        model.Text(text=part, from_=reference(block))
        for block in blocks
        for part in bounds.parted(_flow(block))
    ]
    for some in parted(texts, limits.ROWS):
        yield model.TextBlock(text=some, only=only)


def _flow(block: Block) -> str:
    """Return a paragraph as one line."""
    return "".join(map(str.strip, block.text.split("\n")))


def captions(blocks: Sequence[Block]) -> list[Block]:
    """Return the captions of what is not shown: the handout has their words."""
    around = zip([None, *blocks], blocks, [*blocks[1:], None], strict=False)
    return [
        block
        for before, block, after in around
        if block.kind is Kind.CAPTION and not any(b and b.kind in _SHOWN for b in (before, after))
    ]
