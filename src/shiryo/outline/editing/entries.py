"""Entries of mappings and lists, in blocks and between brackets: added, taken out, written anew."""

from collections.abc import Iterator, Sequence
from typing import Any

from shiryo.diagnostics import Path
from shiryo.outline import writing
from shiryo.outline.editing.source import Source, Unfit
from shiryo.outline.editing.splices import Splice
from shiryo.outline.language import keys

_WIDE = 100
"""Characters that a line between brackets may have before it becomes a block."""


def removed(source: Source, path: Path) -> Iterator[Splice]:
    """Yield what takes out a key or an item; a list of one goes with its key."""
    around = source.at(path[:-1])
    if isinstance(around, dict) and len(around) == 1 and len(path) > 1:
        start, end = source.extent(path[:-1])
        yield Splice(start, end, "{}")
    elif isinstance(around, list):
        if len(around) == 1 and len(path) > 1 and isinstance(path[-2], str):
            yield from removed(source, path[:-1])
        else:
            yield from removed_items(source, path[:-1], int(path[-1]), int(path[-1]) + 1)
    elif source.is_flow(path[:-1]):
        yield _out_of_flow(source, path[:-1], list(around), str(path[-1]), 1)
    else:
        yield from _out_of_block(source, path, _next(list(around), path[-1]))


def removed_items(source: Source, path: Path, first: int, last: int) -> Iterator[Splice]:
    """Yield what takes items, from ``first`` to before ``last``, out of a list that keeps some."""
    count = len(source.at(path))
    if source.is_flow(path):
        yield _out_of_flow(source, path, list(range(count)), first, last - first)
        return
    if not source.is_alone((*path, first)):
        after = source.chunk((*path, last))  # `- - x`: the next one takes its dash
        head = source.head((*path, first))
        yield Splice(head, source.head((*path, last)), "")
        if after[0] < source.start_of_line(source.head((*path, last))):
            raise Unfit("a comment would be lost")
        return
    start, end = source.chunk((*path, first))[0], source.chunk((*path, last - 1))[1]
    if last < count:
        yield Splice(start, source.blank_after(end), "")
    else:
        yield Splice(source.blank_before(start), end, "")


def _next(around: list[Any], part: Any) -> Any:
    """Return what follows ``part`` in a mapping; None after the last."""
    at = around.index(part) + 1
    return around[at] if at < len(around) else None


def _out_of_block(source: Source, path: Path, following: Any) -> Iterator[Splice]:
    if source.is_alone(path):
        yield Splice(*source.chunk(path), "")
        return
    head = source.head(path)  # `- key: …`: the next key comes up to the dash
    start, end = source.chunk((*path[:-1], following))[0], source.head((*path[:-1], following))
    between = source.text[start : source.start_of_line(end)]
    line = source.start_of_line(head)
    if between:
        indent = " " * (len(source.text[line:head]) - len(source.text[line:head].lstrip(" ")))
        lines = "".join(f"{indent}{said.lstrip()}" for said in between.splitlines(keepends=True))
        yield Splice(line, line, lines)
    yield Splice(head, end, "")


def _out_of_flow(source: Source, path: Path, parts: list[Any], part: Any, count: int) -> Splice:
    n = parts.index(part)

    def start(at: int) -> int:
        inner = (*path, parts[at])
        return source.key(inner)[0] if isinstance(parts[at], str) else source.extent(inner)[0]

    if n + count < len(parts):
        return Splice(start(n), start(n + count), "")
    end = source.extent((*path, parts[-1]))[1]
    before = source.extent((*path, parts[n - 1]))[1] if n else start(0)
    return Splice(before, end, "")


def added_key(source: Source, path: Path, value: Any) -> Iterator[Splice]:
    """Yield what gives a mapping one key more, where a new outline would have it."""
    around, key = path[:-1], str(path[-1])
    there = source.at(around)
    if not there or (source.is_flow(around) and _is_wide(source, around, value)):
        yield from rewritten(source, around, {**there, key: value})
        return
    if source.is_flow(around):
        last, parts, said = _before(source, path), list(there), writing.inline({key: value})[1:-1]
        if last < 0:
            at = source.key((*around, parts[0]))[0]
            yield Splice(at, at, f"{said}, ")
        else:
            at = source.extent((*around, parts[last]))[1]
            yield Splice(at, at, f", {said}")
        return
    yield from added_lines(source, path, writing.entry(key, value, 0, apart=key == "sections"))


def added_lines(source: Source, path: Path, lines: Sequence[str]) -> Iterator[Splice]:
    """Yield what gives a block one key more, its ``lines`` written at the margin."""
    around = path[:-1]
    parts, last = list(source.at(around)), _before(source, path)
    if not parts or source.is_flow(around):
        raise Unfit("no block")
    column = " " * source.column(source.head((*around, parts[0])))
    lines = [line and column + line for line in lines]
    if last >= 0:
        yield _lines(source, source.chunk((*around, parts[last]))[1], lines)
    elif source.is_alone((*around, parts[0])):
        yield _lines(source, source.chunk((*around, parts[0]))[0], lines)
    else:
        head = source.head((*around, parts[0]))
        yield Splice(head, head, "\n".join(lines)[len(column) :] + "\n" + column)


def _before(source: Source, path: Path) -> int:
    """Return after which key of its mapping a new one stands; -1: before all."""
    order, key = keys(path[:-1], source.value), path[-1]
    before = set(order[: order.index(key)]) if key in order else set(order)
    return max((n for n, k in enumerate(source.at(path[:-1])) if k in before), default=-1)


def _is_wide(source: Source, path: Path, value: Any) -> bool:
    """Tell whether a mapping between brackets is better off as a block, and can be one."""
    if source.in_flow(path):
        return False
    start, end = source.extent(path)
    nested = isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(v, dict | list) for v in value)
    )
    is_item = isinstance(path[-1], int) if path else False
    line = end - source.start_of_line(start) + len(writing.inline(value))
    return is_item and (nested or line > _WIDE)


def inserted(source: Source, path: Path, index: int, values: Sequence[Any]) -> Splice:
    """Return what puts ``values`` into a list that has some, before what is at ``index``."""
    count = len(source.at(path))
    if source.is_flow(path):
        said = ", ".join(map(writing.inline, values))
        if index < count:
            at = source.extent((*path, index))[0]
            return Splice(at, at, f"{said}, ")
        at = source.extent((*path, count - 1))[1]
        return Splice(at, at, f", {said}")
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    column = source.column(source.head((*path, 0)))
    return into_block(source, path, index, [writing.item(v, key, column) for v in values])


def into_block(source: Source, path: Path, index: int, items: Sequence[Sequence[str]]) -> Splice:
    """Return what puts the lines of ``items`` into a list, with empty lines as it has them."""
    count = len(source.at(path))
    apart = _is_apart(source, path)
    lines: list[str] = []
    for item in items:
        lines += [*([""] if apart and lines else []), *item]
    if index >= count:
        at = source.chunk((*path, count - 1))[1]
        return _lines(source, at, [*([""] if apart else []), *lines])
    if not source.is_alone((*path, index)):
        head = source.head((*path, index))
        return Splice(head, head, "\n".join(lines).lstrip(" ") + "\n" + " " * source.column(head))
    return _lines(source, source.chunk((*path, index))[0], [*lines, *([""] if apart else [])])


def _is_apart(source: Source, path: Path) -> bool:
    """Tell whether empty lines stand between the items of a list."""
    if len(source.at(path)) < 2:
        return path == ("sections",)
    end = source.chunk((*path, 0))[1]
    return source.blank_after(end) > end


def _lines(source: Source, at: int, lines: Sequence[str]) -> Splice:
    """Return what puts ``lines`` where a line begins, or behind the last one."""
    said = "".join(f"{line}\n" for line in lines)
    if at and source.text[at - 1 : at] != "\n":
        return Splice(at, at, "\n" + said.removesuffix("\n"))
    return Splice(at, at, said)


def rewritten(source: Source, path: Path, new: Any) -> Iterator[Splice]:
    """Yield what writes a value anew, as a new outline would have it."""
    if not path:
        raise Unfit("all of it")
    start, end = source.extent(path)
    if source.in_flow(path):
        yield Splice(start, end, writing.inline(new))
        return
    head = source.head(path)
    column = source.column(head)
    if isinstance(path[-1], str):
        lines = writing.entry(path[-1], new, column, apart=path[-1] == "sections")
    else:
        key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
        lines = writing.item(new, key, column)
    behind = source.text[end : source.end_of_line(end)]
    if behind.lstrip().startswith("#") and writing.is_literal(new):  # nothing may stand behind it
        if not source.is_alone(path):
            raise Unfit("a comment would be lost")
        lines.insert(0, " " * column + behind.strip())
        end += len(behind.rstrip())
    yield Splice(head, end, "\n".join(lines)[column:])
