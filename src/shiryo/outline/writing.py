"""A new outline as YAML that a person likes to edit: a line each, with comments.

A text stands on a line of its own, where ruby ``{…}``, a note ``^[…]`` and ``{{ … }}`` break
nothing; what shares a line with others, the cells of a row, has quotes.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, TypeAlias

from shiryo.japanese.width import width
from shiryo.messages import wording
from shiryo.outline.model import Outline
from shiryo.outline.scalars import in_flow, in_style, quoted, scalar

SCHEMA_FILE = "shiryo.schema.json"
"""What ``--with-schema`` writes beside an outline."""
SCHEMA_LINE = f"# yaml-language-server: $schema=./{SCHEMA_FILE}\n"
"""What tells an editor of it, as the first line of an outline."""

_WIDTH = 90
"""Columns that something on one line may take; a full-width character takes two."""
_ONE_LINE_LISTS = {
    "from",
    "how",
    "columns",
    "cells",
    "full",
    "categories",
    "values",
    "highlight",
    "align",
    "widths",
}
_SETTINGS = {"draft", "deck", "handout"}
"""Mappings on one line: they hold no text, so nothing in them may get marks."""
_SOURCED = ("from", "how", "was")
_BEFORE_FROM = {"id", "title", "brief", "message"}

_Made: TypeAlias = "str | dict[str, _Made] | list[_Made]"
"""What stands on one line (or in a literal block), or what is below."""

_OF_TEXT = ("", ".txt", ".text", ".log", ".md", ".markdown")
"""Endings of files whose lines a person can look up."""
_COMMENTED = (
    "source", "draft", "deck", "summary", "sections", "glossary", "sources", "unused", "review",
)  # fmt: skip
"""Keys of the outline over which a comment says what they are."""


_SHOWN = {
    "deck": {"template", "agenda", "summary", "sources", "glossary"},
    "handout": {"template", "paper", "contents"},
}
"""Settings that a draft says though they are the usual ones."""


def dump(outline: Outline) -> str:
    """Write ``outline`` as YAML, keys in the model's order, without what is not said."""
    data = outline.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for name, shown in _SHOWN.items():
        options = getattr(outline, name).model_dump(mode="json", by_alias=True)
        said = shown | data.get(name, {}).keys()
        data[name] = {key: value for key, value in options.items() if key in said}
    if outline.date:
        data["date"] = dt.date.fromisoformat(outline.date)
    fields = [info.alias or name for name, info in Outline.model_fields.items()]
    after = fields.index("message") + 1
    lines = []
    for key in (*fields[len(_SOURCED) : after], *_SOURCED, *fields[after:]):
        if key in data:
            said = "extracted" if key == "source" and _is_extracted(outline) else key
            lines += ["", f"# {wording(f'drafted.yaml.{said}')}"] if key in _COMMENTED else []
            made = _value(_brief(data[key]), key, 0)
            lines += _after(f"{key}:", made, 0, apart=key == "sections")
    return wording("drafted.yaml.head") + "\n".join(lines) + "\n"


def entry(key: str, value: Any, column: int, *, apart: bool = False) -> list[str]:
    """Return the lines of a key, at ``column``, with its value; ``apart`` as in a new outline."""
    return list(_after(f"{scalar(key)}:", _value(_brief(value), key, column), column, apart=apart))


def item(value: Any, key: str, column: int) -> list[str]:
    """Return the lines of an item, its dash at ``column``, of the list that has ``key``."""
    made = _value(_brief(value), "cells" if key == "rows" else key, column + 2)
    return list(_after("-", made, column))


def inline(value: Any) -> str:
    """Return any value on one line, as it may stand between brackets."""
    if isinstance(value, dict):
        pairs = (f"{scalar(k, flow=True)}: {inline(value[k])}" for k in _ordered(value))
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(inline, value))}]"
    return in_style(value, "", flow=True)


def is_literal(value: Any) -> bool:
    """Tell whether the lines of a value end with those of a text."""
    while isinstance(value, dict | list) and value:
        value = value[-1] if isinstance(value, list) else value[_ordered(value)[-1]]
    return isinstance(value, str) and "\n" in value


def _is_extracted(outline: Outline) -> bool:
    """Tell whether lines are those of a text taken out of the article, not of its file."""
    suffix = PurePath(outline.source.file).suffix.lower() if outline.source else ""
    return suffix not in _OF_TEXT


def _after(head: str, made: _Made, column: int, *, apart: bool = False) -> Iterator[str]:
    """Yield the lines of ``head``, a key or a dash at ``column``, and of what follows it.

    ``apart``: the items of a list have an empty line between them.
    """
    start = " " * column
    if isinstance(made, str):
        first, *more = f"{start}{head} {made}".split("\n")
        yield first.removesuffix(" ")
        yield from (line and start + line for line in more)
        return
    inner = 4 if head == "-" and isinstance(made, list) else 2
    below = _below(made, column + inner, apart=apart)
    yield start + (f"-{next(below)[column + 1 :]}" if head == "-" else head)
    yield from below


def _below(made: dict[str, _Made] | list[_Made], column: int, *, apart: bool) -> Iterator[str]:
    if isinstance(made, dict):
        for key, value in made.items():
            yield from _after(f"{scalar(key)}:", value, column)
        return
    for n, item in enumerate(made):
        if apart and n:
            yield ""
        yield from _after("-", item, column)


def _ordered(data: dict[str, Any]) -> list[str]:
    """Return the keys: ``from`` and ``how`` last, ``only`` first, where it is seen; in a section
    all of them before its blocks, in a block with a message after that.
    """
    sourced = [key for key in _SOURCED if key in data]
    only = [key for key in data if key == "only"]
    keys = [key for key in data if key not in {*_SOURCED, "only"}]
    if "message" in data and "title" not in data:
        return [*only, "message", *sourced, *(key for key in keys if key != "message")]
    if "title" not in data or "id" not in data:
        return [*only, *keys, *sourced]
    after = next((n for n, k in enumerate(keys) if k not in _BEFORE_FROM), len(keys))
    return [*keys[:after], *sourced, *only, *keys[after:]]


def _value(value: Any, key: str, indent: int) -> _Made:
    if isinstance(value, dict):
        if key in _SETTINGS and indent + 2 + len(key) + _columns(value) <= _WIDTH:
            return _in_braces(value)
        return {k: _value(_brief(value[k]), k, indent + 2) for k in _ordered(value)}
    if isinstance(value, list):
        short = key in _ONE_LINE_LISTS or (key == "rows" and indent > 0)
        if not value or (short and _scalars(value) and _fits(value, key, indent)):
            return _in_brackets(value, marked=key not in _SOURCED)
        return [_value(_brief(item), key, indent + 4) for item in value]
    return scalar(value)


def _fits(values: list[Any], key: str, indent: int) -> bool:
    """Tell whether ``values`` may stand on one line."""
    return indent + 2 + len(key) + 2 + sum(4 + _columns(v) for v in values) <= _WIDTH


def _in_braces(value: dict[str, Any]) -> str:
    made = (f"{scalar(k, flow=True)}: {in_flow(v)}" for k, v in value.items())
    return f"{{{', '.join(made)}}}"


def _in_brackets(values: list[Any], *, marked: bool) -> str:
    """Return a list on one line; ``marked``: texts in it may get marks."""
    return f"[{', '.join(quoted(v) if marked else in_flow(v) for v in values)}]"


def _brief(value: Any) -> Any:
    """Use the short forms: a bare string for a text alone, a bare list for the cells of a row."""
    if isinstance(value, dict) and len(value) == 1:
        if isinstance(value.get("text"), str):
            return value["text"]
        if "cells" in value:
            return value["cells"]
    return value


def _scalars(values: list[Any]) -> bool:
    return all(not isinstance(v, dict | list) and "\n" not in str(v) for v in values)


def _columns(value: Any) -> int:
    if isinstance(value, dict):
        return 2 + sum(len(k) + 4 + _columns(v) for k, v in value.items())
    return int(2 * width(str(value)))
