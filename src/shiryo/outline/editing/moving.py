"""Items that go elsewhere, or are there twice, with their comments."""

from collections.abc import Iterator
from typing import Any

from shiryo.diagnostics import Path
from shiryo.outline import writing
from shiryo.outline.editing import entries, meaning, scalars
from shiryo.outline.editing.operations import Insert, Move, Put
from shiryo.outline.editing.source import MISSING, Source, Unfit
from shiryo.outline.editing.splices import Splice, spliced


def move(source: Source, asked: Move) -> str:
    """Return the text with an item in another place. Raises Unfit."""
    path, to, index = asked.path, asked.to, asked.index
    if to[: len(path)] == path:
        raise Unfit("into itself")
    value = source.at(path)
    if not path or not isinstance(path[-1], int) or value is MISSING:
        raise Unfit("no item")
    if to == path[:-1] and index in {path[-1], path[-1] + 1}:
        return source.text
    lines = _lines(source, path)
    away = meaning.without(source.value, path)
    to, index = _after_removal(path, to, index)
    said = meaning.done(away, Insert(to, index, value))
    rest = Source.of(spliced(source.text, entries.removed(source, path)))
    if not meaning.same(rest.value, away):
        raise Unfit("it cannot be taken out")
    made = spliced(rest.text, _put_in(rest, to, index, value, lines))
    if not meaning.same(Source.of(made).value, said):
        raise Unfit("the text would say something else")
    return made


def _after_removal(path: Path, to: Path, index: int) -> tuple[Path, int]:
    """Return where a place is once the item at ``path`` is gone."""
    around, n = path[:-1], path[-1]
    if to == around:
        return to, index - (index > n)  # type: ignore[operator]
    part = to[len(around)] if to[: len(around)] == around and len(to) > len(around) else None
    if isinstance(part, int) and part > n:  # type: ignore[operator]
        return (*around, part - 1, *to[len(around) + 1 :]), index
    return to, index


def duplicate(source: Source, path: Path) -> str:
    """Return the text with an item twice; what has an id gets another. Raises Unfit."""
    value = source.at(path)
    if not path or not isinstance(path[-1], int) or value is MISSING:
        raise Unfit("no item")
    around, n = path[:-1], path[-1]
    said = meaning.done(source.value, Insert(around, n + 1, value))
    made = Source.of(
        spliced(source.text, _put_in(source, around, n + 1, value, _lines(source, path)))
    )
    if not meaning.same(made.value, said):
        raise Unfit("the text would say something else")
    taken = set(ids(source.value))
    splices = []
    for at in _with_ids(value, (*around, n + 1)):
        new = free_id(str(made.at(at)), taken)
        taken.add(new)
        said = meaning.done(said, Put(at, new))
        splices.append(scalars.replaced(made, at, new))
    text = spliced(made.text, splices)
    if not meaning.same(Source.of(text).value, said):
        raise Unfit("the text would say something else")
    return text


def free_id(name: str, taken: set[str]) -> str:
    """Return an id that is not ``taken``: ``name``, or with a number behind."""
    stem = name.rstrip("0123456789").removesuffix("-") or name
    numbered = (f"{stem}-{n}" for n in range(2, len(taken) + 3))
    return next(made for made in (name, *numbered) if made not in taken)


def ids(value: Any) -> Iterator[str]:
    """Yield the ids of an outline."""
    yield from (str(meaning.at(value, path)) for path in _with_ids(value, ()))


def _with_ids(value: Any, path: Path) -> Iterator[Path]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield (*path, "id")
        for key in ("sections", "blocks"):
            yield from _with_ids(value.get(key), (*path, key))
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from _with_ids(item, (*path, n))


def _lines(source: Source, path: Path) -> list[str] | None:
    """Return the lines of an item from its own column on; None for one between brackets."""
    if source.in_flow(path) or not source.is_alone(path):
        return None
    start, end = source.chunk(path)
    column = source.column(source.head(path))
    return [line[column:] for line in source.text[start:end].rstrip("\n").split("\n")]


def _put_in(
    source: Source, to: Path, index: int, value: Any, lines: list[str] | None
) -> Iterator[Splice]:
    there = source.at(to)
    there = there if isinstance(there, list) else []
    if lines is None or source.in_flow(to) or (bool(there) and source.is_flow(to)):
        if there:
            yield entries.inserted(source, to, index, [value])
        else:
            yield from _new_list(source, to, writing.entry(str(to[-1]), [value], 0))
        return
    if there:
        column = source.column(source.head((*to, 0)))
        indented = [line and " " * column + line for line in lines]
        yield entries.into_block(source, to, index, [indented])
        return
    made = [f"{to[-1]}:", *(line and "  " + line for line in lines)]
    yield from _new_list(source, to, made)


def _new_list(source: Source, to: Path, lines: list[str]) -> Iterator[Splice]:
    """Yield what gives a mapping the key of a list, of these lines."""
    if source.at(to) is MISSING:
        yield from entries.added_lines(source, to, lines)
        return
    head = source.head(to)
    column = " " * source.column(head)
    text = "\n".join(line and column + line for line in lines)
    yield Splice(head, source.extent(to)[1], text[len(column) :])
