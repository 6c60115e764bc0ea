"""What stands alone over a list, as the message of its slide, so that the list is no small print.

The handout has it over the list, as its author does.
"""

from collections.abc import Iterator, Sequence
from itertools import count

from shiryo.drafting.cards import is_shown
from shiryo.drafting.select.items import is_address
from shiryo.drafting.wording.shorten import MESSAGE
from shiryo.japanese.width import width
from shiryo.outline import model

_FEWEST = 3
"""Items below another that are a list; fewer bear it out."""


def raised(sections: Sequence[model.Section]) -> Iterator[model.Section]:
    """Yield sections; the only item of one that claims nothing is what its slide says of its list.

    That is so where three others or more stand below it.
    """
    for section in sections:
        below = tuple(raised(section.sections))
        blocks = section.blocks
        if section.only != "handout" and not section.message:
            blocks = tuple(_blocks(section.blocks))
        same = blocks == section.blocks and below == section.sections
        more = {"blocks": blocks, "sections": below}
        yield section if same else section.model_copy(update=more)


def _blocks(blocks: Sequence[model.Block]) -> Iterator[model.Block]:
    shown = [block for block in blocks if is_shown(block)]
    for block in blocks:
        if len(shown) == 1 and block is shown[0] and (made := _raised(block)):
            yield made
            if block.only is None:
                yield block.model_copy(update={"only": "handout"})
        else:
            yield block


def _raised(block: model.Block) -> model.BulletsBlock | None:
    if not isinstance(block, model.BulletsBlock) or len(block.bullets) > 1 or block.message:
        return None
    over = block.bullets[0]
    short = not (over.title or over.note) and width(over.text) <= MESSAGE
    if not short or is_address(over.text) or len(over.items) < _FEWEST:
        return None
    counted = [_uncounted(item, n) for n, item in zip(count(1), over.items, strict=False)]
    items = [item for item in counted if item]
    counts = len(items) == len(over.items)
    return model.BulletsBlock(
        message=over.text,
        from_=over.from_,
        how=over.how,
        bullets=tuple(map(_plain, items if counts else over.items)),
        start=1 if counts else 0,
        only="deck",
    )


def _uncounted(item: model.Item, number: int) -> model.Item | None:
    """Return an item without the number in its words; None if it has another or none."""
    name = "title" if item.title else "text"
    said, mark = getattr(item, name), f"{number}. "
    return (
        item.model_copy(update={name: said.removeprefix(mark)}) if said.startswith(mark) else None
    )


def _plain(item: model.Item) -> model.Item:
    return item.model_copy(update={"full": "", "items": tuple(map(_plain, item.items))})
