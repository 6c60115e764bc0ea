"""Units that are too much for one slide, parted between sentences: the last resort."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from shiryo import document, inline
from shiryo.document import Block, Item
from shiryo.layout.sentences import clauses, sentences

_T = TypeVar("_T")


def divided(block: Block, unit: int) -> Block | None:
    """Return ``block`` with its nth unit made two; None where there is no place to part it."""
    match block:
        case document.Bullets():
            items = _within(block.items, unit, _item(block.items[unit]))
            return document.Bullets(items) if items else None  # halves have no numbers of their own
        case document.Compare():
            return _compare(block, unit)
        case document.Definition():
            return _definition(block, unit)
        case document.Steps():
            step = block.items[unit]
            made = [replace(step, text=half) for half in _halves(step.text)]
            steps = _within(block.items, unit, made)
            return replace(block, items=steps) if steps else None
        case document.Timeline():
            event = block.events[unit]
            events = _within(
                block.events, unit, [replace(event, text=half) for half in _halves(event.text)]
            )
            return document.Timeline(events) if events else None
        case document.Dialogue():
            said = block.utterances[unit]
            halves = [replace(said, text=half) for half in _halves(said.text)]
            utterances = _within(block.utterances, unit, halves)
            return document.Dialogue(utterances) if utterances else None
        case document.Glossary():
            term = block.terms[unit]
            entries = _within(
                block.terms, unit, [replace(term, text=half) for half in _halves(term.text)]
            )
            return document.Glossary(entries) if entries else None
        case document.Table():
            rows = _within(block.rows, unit, _row(block.rows[unit]))
            return replace(block, rows=rows) if rows else None
    return None


def _within(whole: tuple[_T, ...], n: int, parts: Sequence[_T]) -> tuple[_T, ...]:
    """Put ``parts`` in the place of the nth; empty if there are not at least two."""
    return (*whole[:n], *parts, *whole[n + 1 :]) if len(parts) > 1 else ()


def _halves(text: inline.Text) -> list[inline.Text]:
    """Part a text at the end of the sentence, else of the clause, that is nearest to its middle."""
    for parts in (sentences(text), clauses(text)):
        if len(parts) > 1:
            lengths = [len(inline.plain(part)) for part in parts]
            middle = sum(lengths) / 2
            at = min(range(1, len(parts)), key=lambda n: abs(sum(lengths[:n]) - middle))
            return [_joined(parts[:at]), _joined(parts[at:])]
    return [text]


def _joined(parts: Sequence[inline.Text]) -> inline.Text:
    return tuple(run for part in parts for run in part)


def _item(item: Item) -> list[Item]:
    if item.items and len(inline.plain(item.text)) <= sum(
        len(inline.plain(i.text)) for i in item.items
    ):
        if len(item.items) > 1:
            middle = len(item.items) // 2
            return [
                replace(item, note=(), items=item.items[:middle]),
                replace(item, items=item.items[middle:]),
            ]
        below = _item(item.items[0])
        return [replace(item, items=(part,)) for part in below]
    halves = _halves(item.text)
    if len(halves) < 2:
        return [item]
    return [Item(halves[0], item.title), replace(item, text=halves[1])]


def _row(row: tuple[inline.Text, ...]) -> list[tuple[inline.Text, ...]]:
    longest = max(range(len(row)), key=lambda n: len(inline.plain(row[n])))
    halves = _halves(row[longest])
    if len(halves) < 2:
        return [row]
    cells = [(*row[:longest], half, *row[longest + 1 :]) for half in halves]
    rest = tuple(cell if n in (0, longest) else () for n, cell in enumerate(cells[1]))
    return [cells[0], rest]


def _compare(block: document.Compare, unit: int) -> document.Compare | None:
    sides = []
    for side in block.sides:
        parts = _item(side.items[unit]) if unit < len(side.items) else []
        sides.append(replace(side, items=_within(side.items, unit, parts) or side.items))
    made = replace(block, sides=tuple(sides))
    return made if made != block else None


def _definition(block: document.Definition, unit: int) -> document.Definition | None:
    if unit:
        items = _within(block.items, unit - 1, _item(block.items[unit - 1]))
        return replace(block, items=items) if items else None
    halves = _halves(block.text)
    if len(halves) < 2:
        return None
    return replace(block, text=halves[0], items=(Item(halves[1]), *block.items))
