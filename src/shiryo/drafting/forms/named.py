"""Lists of a few names, each with what is said of it below, as cards on slides."""

from collections.abc import Sequence

from shiryo import limits
from shiryo.article.model import Block
from shiryo.drafting.select.whole import is_name
from shiryo.japanese.width import width
from shiryo.outline import model

_FEWEST, _NAME = 2, 24.0
"""Names at least, and full-width characters of one."""
_BELOW = 5
"""Things said of one of them."""
_LINES, _WIDE = 9, (0.0, 0.0, 22.0, 14.0, 22.0)
"""Lines of a card, and how many full-width characters one has where there are so many cards."""


def cards(found: Sequence[model.Item], sources: Sequence[Block]) -> model.BulletsBlock | None:
    """Return the items of a list as cards; None if it is another, or says more than they take."""
    count = len(found)
    if not _FEWEST <= count <= limits.SLIDE_CARDS or not all(map(_is_named, found)):
        return None
    tops = [block for block in sources if block.level == sources[0].level]
    linked = any(mark.href for block in tops for mark in block.marks)
    if len(tops) != count or linked or any(block.number for block in tops):
        return None
    if max(_lines(item, _WIDE[count]) for item in found) > _LINES:
        return None
    return model.BulletsBlock(bullets=tuple(map(_card, found)), only="deck")


def _is_named(item: model.Item) -> bool:
    """Tell whether an item is a name over a few things that have nothing below themselves."""
    plain = not (item.title or item.note) and is_name(item.text) and width(item.text) <= _NAME
    flat = not any(below.items for below in item.items)
    return plain and flat and 0 < len(item.items) <= _BELOW


def _lines(item: model.Item, wide: float) -> int:
    return sum(-int(-width(f"{below.title}{below.text}") // wide) for below in item.items)


def _card(item: model.Item) -> model.Item:
    below = tuple(each.model_copy(update={"full": ""}) for each in item.items)
    if len(below) == 1 and not below[0].title:
        refs = tuple(dict.fromkeys((*item.from_, *below[0].from_)))
        more = {"text": below[0].text, "how": below[0].how, "from_": refs, "items": ()}
        return item.model_copy(update={"title": item.text, "full": "", **more})
    return item.model_copy(update={"title": item.text, "text": "", "full": "", "items": below})
