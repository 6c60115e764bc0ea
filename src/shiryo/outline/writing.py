"""A new outline as YAML that a person likes to read: short things on one line, with comments."""

import datetime as dt
import io
import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark
from ruamel.yaml.scalarstring import LiteralScalarString, SingleQuotedScalarString
from ruamel.yaml.tokens import CommentToken

from shiryo.japanese.width import width
from shiryo.messages import wording
from shiryo.outline.model import Outline

SCHEMA_FILE = "shiryo.schema.json"
"""What the first line of an outline names: ``shiryo schema -o shiryo.schema.json`` writes it."""

_WIDTH = 90
"""Columns that something on one line may take; a full-width character takes two."""
_ONE_LINE_LISTS = {"from", "how", "columns", "cells", "categories", "values", "highlight"}
_SOURCED = ("from", "how")
_BEFORE_FROM = {"id", "title", "brief", "message"}

_TAKEN = re.compile(
    r"^[-?:=]|^<<$|:$|:\s|\s#|^[-+.]?[\d_][-+\d_.:\sTZ]*(?:e[-+]?\d+)?$|^[-+]?0[box][\da-f_]+$"
    r"|^[-+]?\.(?:inf|nan)$"
    r"|^(?:y|n|yes|no|on|off|true|false|null|~)$",
    re.I | re.ASCII,
)
"""What some reader of YAML takes for no text, or for its end, though ruamel would not quote it.

Readers of YAML 1.1 know more numbers and truth values (yaml.org/type).
"""
_TAKEN_IN_FLOW = re.compile(r"\?|:(?!//)")
"""What some take for its end between braces."""

_COMMENTED = ("source", "deck", "summary", "sections", "glossary", "sources", "review")
"""Keys of the outline over which a comment says what they are."""


def dump(outline: Outline) -> str:
    """Write ``outline`` as YAML, keys in the model's order, without what is not said."""
    data = outline.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    data["deck"] = outline.deck.model_dump(mode="json")
    handout = outline.handout.model_dump(mode="json", by_alias=True)
    said = {"template", "paper", "contents"} | data.get("handout", {}).keys()
    data["handout"] = {key: value for key, value in handout.items() if key in said}
    fields = [info.alias or name for name, info in Outline.model_fields.items()]
    after = fields.index("message") + 1
    fields = [*fields[len(_SOURCED) : after], *_SOURCED, *fields[after:]]
    top = _mapping({key: data[key] for key in fields if key in data}, 0)
    if outline.date:
        top["date"] = dt.date.fromisoformat(outline.date)
    for key in _COMMENTED:
        if key in top:
            top.yaml_set_comment_before_after_key(key, before="\n" + wording(f"drafted.yaml.{key}"))
    _space_out(top["sections"])
    engine = YAML()
    engine.width = 10**6
    engine.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    engine.dump(top, out)
    return wording("drafted.yaml.head", schema=SCHEMA_FILE) + out.getvalue()


def _mapping(data: dict[str, Any], indent: int) -> CommentedMap:
    made = CommentedMap()
    for key in _ordered(data):
        made[key] = _value(_brief(data[key]), key, indent)
    return made


def _ordered(data: dict[str, Any]) -> list[str]:
    """Return the keys: ``from`` and ``how`` last, in a section before its blocks, at the top as
    they are; ``only`` after the block.
    """
    if "shiryo" in data:
        return list(data)
    sourced = [key for key in _SOURCED if key in data]
    keys = [key for key in data if key not in {*_SOURCED, "only"}]
    if "only" in data:
        keys.append("only")
    after = len(keys)
    if "id" in data:
        after = next((n for n, k in enumerate(keys) if k not in _BEFORE_FROM), after)
    return [*keys[:after], *sourced, *keys[after:]]


def _value(value: Any, key: str, indent: int) -> Any:
    if isinstance(value, dict):
        made = _mapping(value, indent + 2)
        if _flat(value) and indent + 2 + len(key) + _columns(value) <= _WIDTH:
            made.fa.set_flow_style()
            for inner_key, inner in made.items():
                if isinstance(inner, CommentedSeq):
                    _set_flow(inner)
                else:
                    made[inner_key] = _in_flow(inner)
        return made
    if isinstance(value, list):
        items = CommentedSeq(_value(_brief(item), key, indent + 4) for item in value)
        fits = indent + 2 + len(key) + _columns(value) <= _WIDTH
        one_line = key in _ONE_LINE_LISTS or (key == "rows" and indent > 0 and _scalars(value))
        if one_line and fits and _scalars(value):
            _set_flow(items)
        return items
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and "\n" in value.strip("\n") and not value.endswith("\n"):
        return LiteralScalarString(value)
    if isinstance(value, str) and _TAKEN.search(value):
        return SingleQuotedScalarString(value)
    return value


def _set_flow(items: CommentedSeq) -> None:
    items.fa.set_flow_style()
    for n, item in enumerate(items):
        items[n] = _in_flow(item)


def _in_flow(value: Any) -> Any:
    taken = isinstance(value, str) and _TAKEN_IN_FLOW.search(value)
    return SingleQuotedScalarString(value) if taken else value


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


def _flat(value: dict[str, Any]) -> bool:
    """Tell whether there is nothing below but scalars and short lists of them."""
    return all(
        _scalars(v) if isinstance(v, list) and k in _ONE_LINE_LISTS else _scalars([v])
        for k, v in value.items()
    )


def _columns(value: Any) -> int:
    if isinstance(value, dict):
        return 2 + sum(len(k) + 4 + _columns(v) for k, v in value.items())
    if isinstance(value, list):
        return 2 + sum(2 + _columns(v) for v in value)
    return int(2 * width(str(value)))


def _space_out(sections: CommentedSeq) -> None:
    """Put an empty line between sections."""
    for n in range(1, len(sections)):
        sections.ca.items.setdefault(n, [None, None, None, None])[1] = [
            CommentToken("\n", CommentMark(0))
        ]
