"""Numbers that are written before the items of a lower level: «1. …», as drafts have them."""

from collections.abc import Sequence
from dataclasses import replace

from shiryo import lazy_re as re
from shiryo.document import Item
from shiryo.inline import Text, plain

_NUMBER = re.compile(r"([1-9][0-9]?)\. +(?=\S)")


def numbered(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items with their numbers as such, if all have one, each one more than the last."""
    found = [_NUMBER.match(plain(item.title or item.text)) for item in items]
    numbers = [int(match[1]) for match in found if match]
    if len(numbers) < max(len(items), 2) or numbers != [*range(numbers[0], numbers[-1] + 1)]:
        return tuple(items)
    return tuple(map(_numbered, items, numbers))


def _numbered(item: Item, number: int) -> Item:
    if item.title:
        return replace(item, title=_bare(item.title), number=number)
    return replace(item, text=_bare(item.text), number=number)


def _bare(text: Text) -> Text:
    """Return a text without its number, which is a run's own or the beginning of one."""
    match = _NUMBER.match(plain(text))
    over, made = match.end() if match else 0, []
    for run in text:
        cut = min(over, len(run.text))
        over -= cut
        if run.text[cut:] or not run.text:
            made.append(replace(run, text=run.text[cut:]))
    return tuple(made)
