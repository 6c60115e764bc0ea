"""What stands alone over a list, as the message of its slide, so that the list is no small print.

The handout has it over the list, as its author does.
"""

from collections.abc import Iterator, Sequence
from itertools import count

from shiryo.drafting.cards import is_shown, walked
from shiryo.drafting.select import parting
from shiryo.drafting.select.items import is_address
from shiryo.drafting.select.leads import leads_on, only_points
from shiryo.drafting.wording.shorten import MESSAGE
from shiryo.japanese.width import width
from shiryo.outline import model, statements

_FEWEST = 3
"""Items below another that are a list; fewer bear it out."""
_NEAR = 2
"""Lines from what stands right over a list to it."""


def raised(sections: Sequence[model.Section]) -> Iterator[model.Section]:
    """Yield sections; the only item of a slide that claims nothing is what it says of its list.

    That is so where three others or more stand below it. A slide after the first claims nothing:
    what the section claims is said, unless it stands right over what that slide shows.
    """
    for section in sections:
        below = tuple(raised(section.sections))
        blocks = section.blocks if section.only == "handout" else tuple(_blocks(section))
        same = blocks == section.blocks and below == section.sections
        more = {"blocks": blocks, "sections": below}
        yield section if same else section.model_copy(update=more)


def _blocks(section: model.Section) -> Iterator[model.Block]:
    shown = [block for block in section.blocks if is_shown(block)]
    alone = len(shown) == 1 and not section.message
    filled = 0.0
    for block in section.blocks:
        if not is_shown(block):
            yield block
            continue
        size, first = _height(block), block is shown[0]
        few = size <= parting.CRUMB
        begins = not first and (bool(block.message) or (filled + size > parting.ROOM and not few))
        filled = size if begins else filled + size
        made = _raised(block, section.title) if alone or begins else ()
        if made and not (first or made[0].message):
            made = (made[0].model_copy(update={"message": ""}), *made[1:])
        if made:
            yield from made
            if block.only is None:
                yield block.model_copy(update={"only": "handout"})
        elif first or few or block.message is not None or _is_right_over(section, block):
            yield block
        else:
            yield block.model_copy(update={"message": ""})


def _height(block: model.Block) -> float:
    """Return how many lines a block takes on a slide, about; what is no list has its own."""
    if not isinstance(block, model.BulletsBlock):
        return parting.ROOM
    return parting.height(f"{item.title} {item.text}" for item in walked(block.bullets))


def _is_right_over(section: model.Section, block: model.Block) -> bool:
    """Tell whether what a section claims stands in the article right before what a block shows."""
    if isinstance(block, model.QuoteBlock | model.DefinitionBlock):
        return not section.message
    claimed = [model.line_range(ref)[1] for ref in section.from_ if section.message]
    cited = [model.line_range(ref)[0] for ref in statements.cited(block)]
    if not claimed or not cited:
        return not claimed
    return 0 <= min(cited) - max(claimed) <= _NEAR


def _raised(block: model.Block, heading: str) -> tuple[model.BulletsBlock, ...]:
    """Return a list whose first item stands over a list as its message; () if it is none.

    What comes after that is told on, on the same slide if it has room. What only says that the
    list is there, of what the ``heading`` names, says nothing.
    """
    if not isinstance(block, model.BulletsBlock) or block.message:
        return ()
    over, *others = block.bullets
    short = not (over.title or over.note) and width(over.text) <= MESSAGE
    leads = not others or leads_on(over.text)
    if not (short and leads) or is_address(over.text) or len(over.items) < _FEWEST:
        return ()
    counted = [_uncounted(item, n) for n, item in zip(count(1), over.items, strict=False)]
    items = [item for item in counted if item]
    counts = len(items) == len(over.items)
    made = model.BulletsBlock(
        message=over.text,
        from_=over.from_,
        how=over.how,
        bullets=tuple(map(_plain, items if counts else over.items)),
        start=1 if counts else 0,
        only="deck",
    )
    if only_points(over.text, statements.shown(heading)):
        if others:
            return ()
        made = made.model_copy(update={"message": None, "from_": (), "how": ()})
    if not others:
        return (made,)
    rest, start = tuple(map(_plain, others)), block.start and block.start + 1
    below = model.BulletsBlock(bullets=rest, start=start, only="deck")
    few = _height(below) <= parting.CRUMB
    return made, below if few else below.model_copy(update={"message": ""})


def _uncounted(item: model.Item, number: int) -> model.Item | None:
    """Return an item without the number in its words; None if it has another or none."""
    name = "title" if item.title else "text"
    said, mark = getattr(item, name), f"{number}. "
    return (
        item.model_copy(update={name: said.removeprefix(mark)}) if said.startswith(mark) else None
    )


def _plain(item: model.Item) -> model.Item:
    return item.model_copy(update={"full": "", "items": tuple(map(_plain, item.items))})
