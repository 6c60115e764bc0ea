"""Units that are too much for one slide, parted between sentences, else within: the last resort."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

from shiryo import document, inline
from shiryo.document import Block, Item
from shiryo.layout.text.sentences import clauses, sentences, torn

_T = TypeVar("_T")
_LABEL = 100
"""How many characters a label has at most; a longer one is parted like other text."""

_DEEP = 4
"""Levels that halves of an item repeat; of a deeper one, the lower levels go on alone."""


def divided(block: Block, unit: int, mark: inline.Text) -> Block | None:
    """Return ``block`` with its nth unit made two; None where there is no place to part it.

    ``mark``: what says of an item over the second half of a list that it was begun before.
    """
    match block:
        case document.Bullets():
            items = _within(block.items, unit, _item(block.items[unit], mark))
            return replace(block, items=items) if items else None
        case document.Compare():
            return _compare(block, unit, mark)
        case document.Definition():
            return _definition(block, unit, mark)
        case document.Steps():
            step = block.items[unit]
            parts = _labelled(step.title, step.text)
            made = [replace(step, title=title, text=text) for title, text in parts]
            steps = _within(block.items, unit, made)
            return replace(block, items=steps) if steps else None
        case document.Timeline():
            event = block.events[unit]
            parts = _labelled(event.date, event.text)
            dated = [replace(event, date=date, text=text) for date, text in parts]
            events = _within(block.events, unit, dated)
            return document.Timeline(events) if events else None
        case document.Dialogue():
            said = block.utterances[unit]
            parts = _labelled(said.speaker, said.text)
            spoken = [replace(said, speaker=speaker, text=text) for speaker, text in parts]
            utterances = _within(block.utterances, unit, spoken)
            return document.Dialogue(utterances) if utterances else None
        case document.Glossary():
            term = block.terms[unit]
            parts = _labelled(term.term, term.text)
            explained = [replace(term, term=name, text=text) for name, text in parts]
            entries = _within(block.terms, unit, explained)
            return document.Glossary(entries) if entries else None
        case document.Figures():
            return document.Bullets(tuple(_spelt_out(figure) for figure in block.items))
        case document.Table():
            cut = _row(block.rows[unit])
            rows = _within(block.rows, unit, cut)
            looks = block.looks and _within(block.looks, unit, _looks(block.look(unit), len(cut)))
            return replace(block, rows=rows, looks=looks) if rows else None
    return None


def below(block: Block, mark: inline.Text) -> Block:
    """Return a list whose item with the most below it is made two between these, if it has one."""
    items = block.items if isinstance(block, document.Bullets) else ()
    sizes = [_size(item) if len(item.items) > 1 else 0 for item in items]
    if not isinstance(block, document.Bullets) or not any(sizes):
        return block
    unit = sizes.index(max(sizes))
    return replace(block, items=_within(items, unit, _nested(items[unit], mark)) or items)


def joined(block: Block, fits: Callable[[Block], bool], mark: inline.Text) -> Block:
    """Return a list; halves of an item that stand on one slide in any case are one again."""
    if not isinstance(block, document.Bullets):
        return block
    made = list[Item]()
    for item in block.items:
        whole = _whole(made[-1], item, mark) if made else None
        if whole and fits(replace(block, items=(whole,))):
            made[-1] = whole
        else:
            made.append(item)
    return replace(block, items=tuple(made)) if len(made) < len(block.items) else block


def merged(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks, lists that go on in the next block as one."""
    made = list[Block]()
    for block in blocks:
        both = _merged(made[-1], block) if made else None
        made[-1:] = [both] if both else [*made[-1:], block]
    return tuple(made)


def _merged(one: Block, other: Block) -> document.Bullets | None:
    """Return two lists as one; None if they are not, or the other one counts anew."""
    if not (isinstance(one, document.Bullets) and isinstance(other, document.Bullets)):
        return None
    goes_on = other.start == (one.numbers[-1] + 1 if one.start else 0)
    return replace(one, items=(*one.items, *other.items)) if goes_on else None


def lines(block: document.Bullets) -> int:
    """Return of how many things that are said a list consists."""
    return sum(1 + lines(document.Bullets(item.items)) for item in block.items)


def pieces(block: document.Bullets, mark: inline.Text) -> document.Bullets:
    """Return a list parted before every line but the first one below a head."""
    made = (piece for item in block.items for piece in _pieces(item, mark))
    return replace(block, items=tuple(made))


def _pieces(item: Item, mark: inline.Text) -> list[Item]:
    if not item.items:
        return [item]
    head = item if item.again else item.resumed(mark)
    first, *rest = (piece for below in item.items for piece in _pieces(below, mark))
    return [replace(item, items=(first,)), *(replace(head, items=(each,)) for each in rest)]


def together(block: document.Bullets, mark: inline.Text) -> document.Bullets:
    """Return a list with what goes on under the head before it together with that."""
    made = list[Item]()
    for item in block.items:
        whole = _whole(made[-1], item, mark) if made else None
        made[-1:] = [whole] if whole else [*made[-1:], item]
    return replace(block, items=tuple(made))


def _whole(one: Item, other: Item, mark: inline.Text) -> Item | None:
    """Return two halves of an item as one, what is below them too; None if they are not that."""
    if not (one.items and other.again):
        return None
    if other != replace(one if one.again else one.resumed(mark), items=other.items):
        return None
    *before, last = one.items
    within = _whole(last, other.items[0], mark)
    items = (*before, within, *other.items[1:]) if within else (*one.items, *other.items)
    return replace(one, items=items)


def _within(whole: tuple[_T, ...], n: int, parts: Sequence[_T]) -> tuple[_T, ...]:
    """Put ``parts`` in the place of the nth; empty if there are not at least two."""
    return (*whole[:n], *parts, *whole[n + 1 :]) if len(parts) > 1 else ()


def _halves(text: inline.Text) -> list[inline.Text]:
    """Part a text at the end of the sentence, else of the clause, that is nearest to its middle.

    One without such ends is parted at its middle.
    """
    for parts in (sentences(text), clauses(text)):
        if len(parts) > 1:
            ends = list(accumulate(len(inline.plain(part)) for part in parts))
            at = 1 + min(range(len(parts) - 1), key=lambda n: abs(ends[n] - ends[-1] / 2))
            return [_joined(parts[:at]), _joined(parts[at:])]
    return torn(text, -(-_length(text) // 2))


def _joined(parts: Sequence[inline.Text]) -> inline.Text:
    return tuple(run for part in parts for run in part)


def _length(text: inline.Text) -> int:
    return len(inline.plain(text))


def _labelled(label: inline.Text, text: inline.Text) -> list[tuple[inline.Text, inline.Text]]:
    """Part a text, its label before both halves; a label that is itself too long, before it."""
    if _length(label) > max(_length(text), _LABEL):
        *first, last = _halves(label)
        return [*((half, ()) for half in first), (last, text)]
    return [(label, half) for half in _halves(text)]


def _item(item: Item, mark: inline.Text) -> list[Item]:
    """Return the halves of an item; the second has its number, and its head under a ``mark``."""
    said = _length(item.title) + _length(item.text)
    if item.items and said <= sum(map(_size, item.items)):
        return _nested(item, mark)
    if _length(item.note) > max(_length(item.text), _length(item.title), _LABEL):
        first, *rest = _halves(item.note)
        return [replace(item, note=first), *(Item(half, again=True) for half in rest)]
    halves = _labelled(item.title, item.text)
    if len(halves) < 2:
        return [item]
    return [
        Item(halves[0][1], halves[0][0], again=item.again, number=item.number),
        replace(item, title=halves[1][0], text=halves[1][1], again=True),
    ]


def _nested(item: Item, mark: inline.Text) -> list[Item]:
    """Return the halves of an item whose items are more than it says itself."""
    below, head = item.items, item if item.again else item.resumed(mark)
    if len(below) > 1:
        ends = [*accumulate(map(_size, below))]
        at = 1 + min(range(len(below) - 1), key=lambda n: abs(ends[n] - ends[-1] / 2))
        return [replace(item, items=below[:at]), replace(head, items=below[at:])]
    if _depth(item) > _DEEP:
        first, *rest = _severed(item, _depth(item) // 2)
        return [first, *(replace(each, again=True) for each in rest)]
    first, *rest = _item(below[0], mark)
    return [replace(item, items=(first,)), *(replace(head, items=(part,)) for part in rest)]


def _size(item: Item) -> int:
    """Return how many characters an item has with those below it."""
    own = _length(item.title) + _length(item.text) + _length(item.note)
    return own + sum(map(_size, item.items))


def _depth(item: Item) -> int:
    return 1 + max(map(_depth, item.items), default=0)


def _severed(item: Item, levels: int) -> list[Item]:
    """Return the first ``levels`` of an item, and what stands below them as items of their own."""
    if levels == 1 or len(item.items) > 1:
        return [replace(item, items=()), *item.items]
    first, *rest = _severed(item.items[0], levels - 1)
    return [replace(item, items=(first,)), *rest]


def _spelt_out(figure: document.Figure) -> Item:
    """Return a number that is too long to be shown large, as an item of a list."""
    number = f"{figure.value} {figure.unit}".strip()
    return Item(figure.label, (inline.Run(number, origin=figure.origin),), figure.note)


def _row(row: tuple[inline.Text, ...]) -> list[tuple[inline.Text, ...]]:
    longest = max(range(len(row)), key=lambda n: _length(row[n]))
    halves = _halves(row[longest])
    if len(halves) < 2:
        return [row]
    cells = [(*row[:longest], half, *row[longest + 1 :]) for half in halves]
    again = {longest} | ({0} if _length(row[0]) <= _LABEL else set())
    rest = tuple(cell if n in again else () for n, cell in enumerate(cells[1]))
    return [cells[0], rest]


def _looks(look: document.RowLook, count: int) -> list[document.RowLook]:
    """Return the looks of the parts of a row: a group begins with the first alone."""
    return [look, *(replace(look, group=()) for _ in range(count - 1))]


def _compare(block: document.Compare, unit: int, mark: inline.Text) -> document.Compare | None:
    sides = []
    for side in block.sides:
        parts = _item(side.items[unit], mark) if unit < len(side.items) else []
        sides.append(replace(side, items=_within(side.items, unit, parts) or side.items))
    made = replace(block, sides=tuple(sides))
    return made if made != block else None


def _definition(
    block: document.Definition, unit: int, mark: inline.Text
) -> document.Definition | None:
    if unit:
        items = _within(block.items, unit - 1, _item(block.items[unit - 1], mark))
        return replace(block, items=items) if items else None
    halves = _halves(block.text)
    if len(halves) < 2:
        return None
    return replace(block, text=halves[0], items=(Item(halves[1]), *block.items))
