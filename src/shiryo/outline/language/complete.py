"""What may be typed at a place, told by indentation: half-typed lines are no YAML yet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from shiryo import lazy_re as re
from shiryo.diagnostics import Path
from shiryo.outline.language import definitions
from shiryo.values import dataclass

_LINE = re.compile(
    r"(?P<indent> *)(?P<dashes>(?:- +|-$)*)(?:(?P<key>[\w-]+):(?:\s+(?P<value>.*))?)?"
)
_BETWEEN = " \t,[]{}:'\""
"""What no word has in it."""
_PAIR = re.compile(r"(?<![\w-])([\w-]+):")


@dataclass(frozen=True)
class Completion:
    """Something that may be typed."""

    label: str
    kind: Literal["key", "value"]
    info: str = ""
    """What it is, in Japanese."""


class _Level(NamedTuple):
    column: int
    part: str | int


def complete(
    text: str, line: int, column: int, named: Mapping[str, Sequence[str]] | None = None
) -> tuple[int, list[Completion]]:
    """Return where the word begins that is being typed (column, from 1), and what it may be.

    ``named``: values of keys that the schema does not list, such as the ``template``s.
    """
    rows = text.split("\n")[:line]
    typed = rows[-1][: column - 1] if len(rows) == line else ""
    begin = max(map(typed.rfind, _BETWEEN)) + 2
    if "#" in typed and re.search(r"(?:^|\s)#", typed):
        return begin, []
    path, present, key = _around(rows[:-1], typed[: begin - 1])
    below = text.split("\n")[line:]
    present |= _siblings(below, begin)
    known = dict[str, Any].fromkeys(present, True)
    if key is None:
        said = definitions.properties(path, _valued(path, known))
        order = definitions.keys(path, _valued(path, known))
        free = [name for name in order if name not in present]
        return begin, [Completion(n, "key", said[n].get("description", "")) for n in free]
    found = definitions.nodes((*path, key), _valued(path, known))
    values = list(dict.fromkeys((*_values(found), *(named or {}).get(key, ()))))
    return begin, [Completion(value, "value") for value in values]


def _valued(path: Path, leaf: dict[str, Any]) -> Any:
    """Return an outline that has ``leaf`` at ``path``, and nothing else that matters."""
    value: Any = leaf
    for part in reversed(path):
        value = {part: value} if isinstance(part, str) else [*([None] * part), value]
    return value


def _values(nodes: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for node in nodes:
        for value in (*node.get("enum", ()), *((node["const"],) if "const" in node else ())):
            yield str(value)
        if node.get("type") == "boolean":
            yield from ("true", "false")
        if "items" in node:
            yield from _values(definitions.alternatives(node["items"]))


def _around(rows: Sequence[str], typed: str) -> tuple[Path, set[str], str | None]:
    """Return the path of the mapping that is typed in, the keys it has, and the key of a value."""
    levels: list[_Level] = []
    keys: dict[tuple[str | int, ...], set[str]] = {}
    block = 0
    for row in rows:
        if not row.strip() or row.lstrip().startswith("#"):
            continue
        indent = len(row) - len(row.lstrip())
        if block and indent >= block:
            continue
        block = 0
        key, value = _enter(levels, row)
        if key is not None:
            keys.setdefault(tuple(level.part for level in levels[:-1]), set()).add(key)
            if re.match(r"[|>]", value or ""):
                block = indent + 1
    key, _ = _enter(levels, typed)
    flow = typed[typed.rfind("{") :] if typed.count("{") > typed.count("}") else ""
    if flow:
        path = tuple(level.part for level in levels)
        parts = _PAIR.findall(flow)
        is_value = bool(re.search(r":\s+[^,{}]*$", flow))
        return path, set(parts), parts[-1] if is_value and parts else None
    if key is not None:
        path = tuple(level.part for level in levels[:-1])
        return path, keys.get(path, set()) - {key}, key
    path = tuple(level.part for level in levels)
    return path, keys.get(path, set()), None


def _enter(levels: list[_Level], row: str) -> tuple[str | None, str | None]:
    """Let ``levels`` be those of a row; return its key and what follows that."""
    found = _LINE.match(row)
    if found is None:
        return None, None
    column = len(found["indent"])
    for dash in re.finditer(r"-\s*", found["dashes"]):
        while levels and levels[-1].column > column:
            levels.pop()
        last = levels[-1] if levels and levels[-1].column == column else None
        number = 0
        if last and isinstance(last.part, int):
            number = last.part + 1
            levels.pop()
        levels.append(_Level(column, number))
        column += len(dash[0])
    while levels and (
        levels[-1].column > column
        or (levels[-1].column == column and isinstance(levels[-1].part, str))
        or (levels[-1].column == column and not found["dashes"])
    ):
        levels.pop()
    if found["key"]:
        levels.append(_Level(column, found["key"]))
    return found["key"], found["value"]


def _siblings(rows: Sequence[str], column: int) -> set[str]:
    """Return the keys that follow in the same mapping."""
    found = set()
    for row in rows:
        if not row.strip() or row.lstrip().startswith("#"):
            continue
        indent = len(row) - len(row.lstrip())
        if indent < column - 1 or (indent == column - 1 and row.lstrip().startswith("-")):
            break
        key = re.match(r"([\w-]+):", row.lstrip())
        if indent == column - 1 and key:
            found.add(key[1])
    return found
