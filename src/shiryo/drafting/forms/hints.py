"""What an author sets under a label of a word (ヒント1, 補足): an item under that label.

It is said to whoever does or reads what the text is of, and is not what that is about.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from shiryo import lazy_re as re
from shiryo.article.model import PROSE, Article, Block
from shiryo.drafting.forms import remarks
from shiryo.drafting.forms.sequence import Found, Told
from shiryo.drafting.select.parting import reference
from shiryo.drafting.wording import sentences
from shiryo.inline import escape
from shiryo.outline import model

_LABEL = re.compile(
    r"(?:ヒント|コツ|補足|備考|注意点?|(?i:hints?|tips?|note))[ \u3000]?[0-9０-９]{0,2}"
    r"|(?:ヒント|補足|(?i:tips?))[:：][^。]{2,24}"
)
_NEAR = 4
"""Lines from what stands under one to the next one of a list, at most."""


def is_hint(text: str) -> bool:
    """Tell whether an item in one text (ヒント1: …) has such a label."""
    label, colon, _ = text.partition(": ")
    return bool(colon) and _LABEL.fullmatch(label) is not None


def labelled(blocks: Sequence[Block], article: Article) -> Iterator[Found]:
    """Yield what stands under such labels; those that follow each other as one list."""
    items, told, end = list[model.Item](), list[Told](), 0
    for label, block in pairwise(blocks):
        text = label.text.strip().rstrip(":：")
        if not (_is_prose(label) and _is_prose(block) and _LABEL.fullmatch(text)):
            continue
        item = remarks.line(block, article)
        if item is None:
            continue
        if items and label.first > end + _NEAR:
            yield (_list(items),), tuple(told)
            items, told = [], []
        refs = (*reference(label), *item.from_)
        items.append(item.model_copy(update={"title": escape(text), "from_": refs, "full": ""}))
        told += [(s, block) for s in sentences.of(block, article)]
        end = block.last
    if items:
        yield (_list(items),), tuple(told)


def _is_prose(block: Block) -> bool:
    return block.kind in PROSE


def _list(items: Sequence[model.Item]) -> model.BulletsBlock:
    return model.BulletsBlock(bullets=tuple(items), only="deck")
