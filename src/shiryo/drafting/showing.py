"""How much of a section's lists and tables its slides show: the first `limits.DRAFT_ITEMS`.

All lists and tables of a section count together, an item as one with each that stands under it, a
table by its cells. The handout has them whole.
"""

from collections.abc import Iterator, Sequence

from shiryo import limits
from shiryo.outline import model

_LISTS = {
    model.BulletsBlock: "bullets",
    model.StepsBlock: "steps",
    model.TimelineBlock: "timeline",
    model.DialogueBlock: "dialogue",
}


def within(sections: Sequence[model.Section]) -> tuple[tuple[model.Section, ...], list[str]]:
    """Return sections whose slides show no more than that, and the titles of those with more."""
    made, more = list[model.Section](), list[str]()
    for section in sections:
        below, found = within(section.sections)
        blocks = section.blocks if section.only else tuple(_blocks(section.blocks))
        more += [section.title] * (blocks != section.blocks) + found
        made.append(section.model_copy(update={"blocks": blocks, "sections": below}))
    return tuple(made), more


def _blocks(blocks: Sequence[model.Block]) -> Iterator[model.Block]:
    left = limits.DRAFT_ITEMS
    for block in blocks:
        count = 0 if block.only == "handout" else _count(block)
        if count <= left:
            yield block
        elif isinstance(block, model.TableBlock):
            yield from _parted(block, left // len(block.table.columns))
        else:
            if first := _first(block, left):
                yield first
            if block.only is None:
                yield block.model_copy(update={"only": "handout"})
        left = max(0, left - count)


def _count(block: model.Block) -> int:
    """Return how many items or cells a block shows; 0 if it is neither a list nor a table."""
    if isinstance(block, model.TableBlock):
        return len(block.table.rows) * len(block.table.columns)
    if isinstance(block, model.CompareBlock):
        return sum(_items(column.items) for column in block.compare.columns)
    return _items(getattr(block, _LISTS[type(block)])) if type(block) in _LISTS else 0


def _items(found: Sequence[object]) -> int:
    return sum(1 + _items(getattr(one, "items", ())) for one in found)


def _parted(block: model.TableBlock, most: int) -> Iterator[model.TableBlock]:
    """Yield the first rows of a table for both, and the others for the handout if it had them."""
    body = block.table
    if most:
        table = body.model_copy(update={"rows": body.rows[:most]})
        yield block.model_copy(update={"table": table})
    if block.only is None:
        caption = "" if most else body.caption
        table = body.model_copy(update={"rows": body.rows[most:], "caption": caption})
        yield block.model_copy(update={"table": table, "only": "handout"})


def _first(block: model.Block, most: int) -> model.Block | None:
    """Return the beginning of a list, for slides; None if nothing of it is to be shown."""
    name = _LISTS.get(type(block))
    if not (name and most):
        return None
    return block.model_copy(update={name: _shown(getattr(block, name), most), "only": "deck"})


def _shown(found: Sequence[object], most: int) -> tuple[object, ...]:
    """Return the first items with what stands under them, ``most`` in all."""
    made = list[object]()
    for one in found:
        if most <= 0:
            break
        count = 1 + _items(below := getattr(one, "items", ()))
        if count > most and isinstance(one, model.Item):
            one = one.model_copy(update={"items": _shown(below, most - 1)})
        made.append(one)
        most -= count
    return tuple(made)
