"""What an outline says once an operation is done: on plain values, without its text."""

from typing import Any

from shiryo.diagnostics import Path
from shiryo.outline.editing.operations import Insert, Put, Remove
from shiryo.outline.editing.source import MISSING, Unfit
from shiryo.outline.language import BARE
from shiryo.outline.scalars import Number


def done(value: Any, operation: Put | Insert | Remove) -> Any:
    """Return ``value`` with the operation done; nothing in it is changed. Raises Unfit."""
    match operation:
        case Put(path, new):
            return put(value, path, new)
        case Insert(path, index, new):
            found = at(value, path)
            listed = (
                found if isinstance(found, list) else [] if found in (None, MISSING) else [found]
            )
            if not 0 <= index <= len(listed):
                raise Unfit("no such place")
            return put(value, path, [*listed[:index], new, *listed[index:]])
        case Remove(path):
            return without(value, path)


def at(value: Any, path: Path) -> Any:
    """Return the value at ``path``, or `MISSING`."""
    for part in path:
        if isinstance(value, dict):
            value = value.get(part, MISSING)
        elif isinstance(value, list) and isinstance(part, int) and 0 <= part < len(value):
            value = value[part]
        else:
            return MISSING
    return value


def put(value: Any, path: Path, new: Any) -> Any:
    """Return ``value`` with ``new`` at ``path``; None takes a key out.

    What is missing on the way is made, and a bare value becomes what it is short for.
    """
    return _put(value, path, _as_read(new), ())


def _put(old: Any, path: Path, new: Any, above: Path) -> Any:
    if not path:
        return new
    part, rest = path[0], path[1:]
    if isinstance(part, int):
        return _put_item(old, path, new, above)
    if isinstance(old, list):
        raise Unfit("a list has no keys")
    if not isinstance(old, dict):
        if old not in (None, MISSING) and new is None:
            return old
        old = {} if old in (None, MISSING) else {_bare(above): old}
    made = _put(old.get(part, MISSING), rest, new, (*above, part))
    if made is None or made is MISSING:
        return {key: v for key, v in old.items() if key != part}
    return {**old, part: made}


def _put_item(old: Any, path: Path, new: Any, above: Path) -> Any:
    n, rest = int(path[0]), path[1:]
    items = [] if old in (None, MISSING) else old if isinstance(old, list) else [old]
    if not 0 <= n <= len(items) or (n == len(items) and new is None):
        raise Unfit("no such item")
    inner = items[n] if n < len(items) else MISSING
    made = _put(inner, rest, new, (*above, n))
    return [*items[:n], None if made is MISSING else made, *items[n + 1 :]]


def _bare(above: Path) -> str:
    """Return the key that a bare value at ``above`` is short for."""
    within = next((part for part in reversed(above) if isinstance(part, str)), "")
    return BARE.get(within, "text")


def without(value: Any, path: Path) -> Any:
    """Return ``value`` without what is at ``path``; a list of one goes with its key."""
    around = at(value, path[:-1])
    if at(value, path) is MISSING or not path:
        raise Unfit("nothing is there")
    if isinstance(around, dict):
        left = {key: v for key, v in around.items() if key != path[-1]}
        return _put(value, path[:-1], left, ())
    if len(around) == 1 and len(path) > 1 and isinstance(path[-2], str):
        return without(value, path[:-1])
    return _put(value, path[:-1], [v for n, v in enumerate(around) if n != path[-1]], ())


def same(value: Any, other: Any) -> bool:
    """Tell whether two outlines say the same, be it in short forms."""
    return bool(_brief(value) == _brief(other))


def _brief(value: Any) -> Any:
    if isinstance(value, list):
        return [_brief(v) for v in value]
    if not isinstance(value, dict):
        return value
    made = {key: _brief(v) for key, v in value.items()}
    return next(iter(made.values())) if made.keys() in ({"text"}, {"cells"}) else made


def _as_read(value: Any) -> Any:
    """Return a value as it is once it is written and read: only whole numbers are numbers."""
    match value:
        case dict():
            return {str(key): _as_read(v) for key, v in value.items() if v is not None}
        case list():
            return [_as_read(v) for v in value]
        case float() if value.is_integer() and abs(value) < 1e15:
            return int(value)
        case bool() | int() | str() | None:
            return value
    return Number(value)
