"""An address right below the words that point to it: that is what its author says there."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from shiryo import lazy_re as re
from shiryo.article.model import PROSE, Article, Block
from shiryo.drafting.forms.sequence import Found
from shiryo.drafting.select.items import is_address
from shiryo.drafting.select.relations import POINTS
from shiryo.drafting.wording import sentences
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.drafting.wording.steps import bare, listed
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.outline import model

_MORE = re.compile(r"詳し|詳細|くわし")
"""In a sentence that only says where more is told; a name of that is worth a line, no address."""


def addresses(blocks: Sequence[Block], article: Article) -> Iterator[Found]:
    """Yield each sentence that points to the address or link below it, with that as its item."""
    for block, after in pairwise(blocks):
        told = sentences.of(block, article) if block.kind in PROSE else ()
        last = told[-1] if told else None
        if (
            last
            and POINTS.search(last.text)
            and _is_place(after, bare_=not _MORE.search(last.text))
        ):
            (text,), how = listed(last.text)
            below = model.Item(text=escape(bare(after.text.strip())), from_=_refs(after))
            at = (model.line_ref(last.first, last.last),)
            item = model.Item(text=escape(text), items=(below,), from_=at, how=how)
            yield (model.BulletsBlock(bullets=(item,), only="deck"),), ((last, block),)


def _is_place(block: Block, *, bare_: bool) -> bool:
    """Tell whether a paragraph is nothing but a link, or an address if a ``bare_`` one will do."""
    text = block.text.strip()
    if block.kind not in PROSE or not 0 < width(text) <= LIMIT:
        return False
    linked = sum(mark.end - mark.start for mark in block.marks if mark.href)
    if is_address(text):
        return bare_ and " " not in text
    return linked == len("".join(text.split()))


def _refs(block: Block) -> tuple[str, ...]:
    return (model.line_ref(block.first, block.last),)
