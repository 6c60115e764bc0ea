"""Operations → splices of the text, each held against what the text says afterwards."""

from collections.abc import Iterable, Iterator
from typing import Any

from shiryo.diagnostics import Path
from shiryo.outline.editing import entries, meaning, moving, scalars
from shiryo.outline.editing.operations import Duplicate, Move, Operation, Remove
from shiryo.outline.editing.source import MISSING, Source, Unfit
from shiryo.outline.editing.splices import Splice, spliced


def apply(text: str, operations: Iterable[Operation]) -> str:
    """Return ``text`` with ``operations`` done, one after the other.

    Raises Unfit, with nothing done, where one of them cannot be.
    """
    for operation in operations:
        text = _done(Source.of(text), operation)
    return text


def _done(source: Source, operation: Operation) -> str:
    match operation:
        case Move():
            return moving.move(source, operation)
        case Duplicate():
            return moving.duplicate(source, operation.path)
    said = meaning.done(source.value, operation)
    if isinstance(operation, Remove):
        splices = list(entries.removed(source, operation.path))
    else:
        splices = list(_differing(source, (), said))
    made = spliced(source.text, splices)
    if not meaning.same(Source.of(made).value, said):
        raise Unfit("the text would say something else")
    return made


def _differing(source: Source, path: Path, new: Any) -> Iterator[Splice]:
    """Yield what lets the value at ``path`` be ``new`` with the fewest touches."""
    old = source.at(path)
    if _same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        yield from _keys(source, path, new)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _items(source, path, new)
    elif scalars.fits(source, path, new):
        yield scalars.replaced(source, path, new)
    else:
        yield from entries.rewritten(source, path, new)


def _keys(source: Source, path: Path, new: dict[str, Any]) -> Iterator[Splice]:
    old = source.at(path)
    gone, come = old.keys() - new.keys(), new.keys() - old.keys()
    if path and len(gone) + len(come) > 1:
        yield from entries.rewritten(source, path, new)  # too much to stay as it was
        return
    for key in (key for key in old if key in gone):
        yield from entries.removed(source, (*path, key))
    for key in (key for key in new if key in come):
        yield from entries.added_key(source, (*path, key), new[key])
    for key in (key for key in old if key in new):
        yield from _differing(source, (*path, key), new[key])


def _items(source: Source, path: Path, new: list[Any]) -> Iterator[Splice]:
    old = source.at(path)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    ours, theirs = range(head, len(old) - tail), new[head : len(new) - tail]
    for n, value in zip(ours, theirs, strict=False):
        yield from _differing(source, (*path, n), value)
    if len(theirs) > len(ours):
        yield entries.inserted(source, path, head + len(ours), theirs[len(ours) :])
    elif len(ours) > len(theirs):
        yield from entries.removed_items(source, path, ours[len(theirs)], ours[-1] + 1)


def _alike(old: list[Any], new: list[Any]) -> int:
    """Return how many values two lists begin with alike."""
    most = min(len(old), len(new))
    return next((n for n in range(most) if not _same(old[n], new[n])), most)


def _same(old: Any, new: Any) -> bool:
    is_alike = isinstance(old, bool) == isinstance(new, bool)
    return old is not MISSING and is_alike and bool(old == new)
