"""A new outline as YAML that a person likes to edit: a line each, with comments.

A text stands on a line of its own, where ruby ``{…}``, a note ``^[…]`` and ``{{ … }}`` break
nothing; what shares a line with others, the cells of a row, has quotes.
"""

import datetime as dt
import io
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import PurePath
from threading import Lock
from typing import Any, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    LiteralScalarString,
    SingleQuotedScalarString,
)

from shiryo import lazy_re as re
from shiryo.japanese.width import width
from shiryo.messages import wording
from shiryo.outline.model import Outline

SCHEMA_FILE = "shiryo.schema.json"
"""What ``--with-schema`` writes beside an outline."""
SCHEMA_LINE = f"# yaml-language-server: $schema=./{SCHEMA_FILE}\n"
"""What tells an editor of it, as the first line of an outline."""

_ALONE = Lock()
"""What writes scalars serves one thread at a time."""
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

_TAKEN = re.compile(
    r"^[-?:=]|^<<$|:$|:\s|\s#|^[-+.]?[\d_][-+\d_.,:\sTZ]*(?:e[-+]?\d+)?$|^[-+]?0[box][\da-f_]+$"
    r"|^[-+]?\.(?:inf|nan)$"
    r"|^(?:y|n|yes|no|on|off|true|false|null|~)$",
    re.I | re.ASCII,
)
"""What some reader of YAML takes for no text, or for its end, though ruamel would not quote it.

Readers of YAML 1.1 know more numbers and truth values (yaml.org/type), one also ``1,000``.
"""

_BREAK = re.compile(r"[\x85\u2028\u2029]")
"""Ends of lines that are none to a person."""
_PRINTED = re.compile(r"[ -~\xa1-\u2027\u202a-\ud7ff\uf900-\ufdff\uff00-\uffef]+")
"""What stands in quotes as it is."""
_PLAIN = re.compile(
    r"(?:(?:[0-9][0-9 .%()/+~-]*+)?[「『（ぁ-んァ-ヶ一-鿿]|[A-Za-z])"
    r"(?:[^\0-\x1f:#,\[\]{}?\x7f-\xa0\u2028\u2029\ud800-\uf8ff\ufe00-\ufeff\ufff0-\U0010ffff]*"
    r"[^\0- :#,\[\]{}?\x7f-\xa0\u2028\u2029\ud800-\uf8ff\ufe00-\ufeff\ufff0-\U0010ffff])?"
)
"""What is surely a text, nothing else, and needs no quotes, unless it is `_TAKEN`."""
_AMONG = re.compile(r"[#:,\[\]{}?]+(?!$)")
"""Signs that mean something between brackets alone, or beside a blank (`_TAKEN`)."""
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
            yield from _after(f"{_scalar(key)}:", value, column)
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
            return _in_brackets(value, quoted=key not in _SOURCED)
        return [_value(_brief(item), key, indent + 4) for item in value]
    return _scalar(value)


def _fits(values: list[Any], key: str, indent: int) -> bool:
    """Tell whether ``values`` may stand on one line."""
    return indent + 2 + len(key) + 2 + sum(4 + _columns(v) for v in values) <= _WIDTH


def _in_braces(value: dict[str, Any]) -> str:
    made = (f"{_scalar(k, flow=True)}: {_in_flow(v)}" for k, v in value.items())
    return f"{{{', '.join(made)}}}"


def _in_brackets(values: list[Any], *, quoted: bool) -> str:
    """Return a list on one line; ``quoted``: texts in it may get marks."""
    return f"[{', '.join(_quoted(v) if quoted else _in_flow(v) for v in values)}]"


def _in_flow(value: Any) -> str:
    plain = not isinstance(value, str) or _PLAIN.fullmatch(value)
    return _scalar(value, flow=True) if plain else _quoted(value)


def _quoted(value: Any) -> str:
    if isinstance(value, str) and _PRINTED.fullmatch(value):
        return _in_quotes(value)
    return _scalar(SingleQuotedScalarString(value) if isinstance(value, str) else value, flow=True)


def _in_quotes(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _scalar(value: Any, *, flow: bool = False) -> str:
    """Return a text, a number … as YAML writes it; ``flow``: between brackets or braces."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, str):
        if _BREAK.search(value):
            value = DoubleQuotedScalarString(value)
        elif "\n" in value.strip("\n") and not value.endswith("\n"):
            value = LiteralScalarString(value)
        elif _TAKEN.search(value):
            if _PRINTED.fullmatch(value):
                return _in_quotes(value)
            value = SingleQuotedScalarString(value)
        elif _PLAIN.fullmatch(value if flow else _AMONG.sub("-", value)):
            return value
    return _written(value, flow)


@lru_cache(1024, typed=True)
def _written(value: Any, flow: bool) -> str:
    """Return a scalar as ruamel writes it, further lines two columns on from its key."""
    made = CommentedMap(k=value)
    if flow:
        made.fa.set_flow_style()
    out = io.StringIO()
    with _ALONE:
        _engine().dump(made, out)
    return out.getvalue()[4:-2] if flow else out.getvalue()[2:-1].removeprefix(" ")


@cache
def _engine() -> YAML:
    """Return what writes scalars, made once: it looks for plug-ins on the disk."""
    engine = YAML()
    engine.width = 10**6
    return engine


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
