"""Paragraphs and captions as the handout has them: in the author's words."""

from collections.abc import Iterator, Sequence

from shiryo import limits
from shiryo.article.model import Block, Kind
from shiryo.drafting import bounds
from shiryo.drafting.select.parting import parted, reference
from shiryo.outline import model

_SHOWN = {Kind.TABLE, Kind.PICTURE}
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
    """Return the captions of pictures that are not shown: the handout has their words."""
    around = zip([None, *blocks], blocks, [*blocks[1:], None], strict=False)
    beside = ((b, {each.kind for each in (one, other) if each}) for one, b, other in around)
    return [
        block
        for block, kinds in beside
        if block.kind is Kind.CAPTION and Kind.IMAGE in kinds and not kinds & _SHOWN
    ]
