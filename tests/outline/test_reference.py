"""docs/outline.md: its tables are the schema's, and its example uses every key."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from shiryo.messages import wording
from shiryo.outline import yaml
from shiryo.outline.schema import schema

PAGE = Path(__file__).parents[2] / "docs" / "outline.md"
BEGIN, END = "<!-- keys -->\n", "<!-- /keys -->"
_SCHEMA = schema()


def _named(node: dict[str, Any]) -> list[str]:
    """Return the models that a node of the schema leads to."""
    inner = [*node.get("anyOf", ()), *node.get("oneOf", ())]
    inner += [each for key in ("items", "additionalProperties") if (each := node.get(key))]
    own = [node["$ref"].rsplit("/", 1)[1]] if "$ref" in node else []
    return [*own, *(name for each in inner if isinstance(each, dict) for name in _named(each))]


def _wanted(node: dict[str, Any]) -> str:
    """Return what is written for a key, in the words of the messages."""
    if values := node.get("enum"):
        return "、".join(f"`{value}`" for value in values)
    if parts := node.get("anyOf", node.get("oneOf")):
        said = [_wanted(part) for part in parts if part.get("type") != "null"]
        return "、または".join(dict.fromkeys(filter(None, said)))
    if "$ref" in node:
        return _wanted(_SCHEMA["$defs"][_named(node)[0]])
    kinds = node.get("type", "object")
    kind = kinds if isinstance(kinds, str) else kinds[0]
    shape = {"string": "string", "integer": "int", "number": "float", "boolean": "bool"}.get(kind)
    shape = shape or {"array": "list"}.get(kind, "dict")
    return wording(f"causes.shape.{shape}")


def _models(name: str, seen: dict[str, None]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the models below ``name``, each once, as they are come upon."""
    node = _SCHEMA["$defs"][name] if name else _SCHEMA
    yield name or "Outline", node
    for value in node.get("properties", {}).values():
        for below in _named(value):
            if below not in seen:
                seen[below] = None
                yield from _models(below, seen)


_ANYWHERE, _OF_BLOCKS = (
    ("from", "how", "was"),
    ("id", "only", "message", "layout", "together", "break"),
)


def _table(node: dict[str, Any], keys: Iterable[str]) -> Iterator[str]:
    yield from ("| キー | 書くもの | 意味 |", "|---|---|---|")
    for key in keys:
        value = node["properties"][key]
        said = value.get("description", "").replace("|", "\\|")
        must = "（必須）" if key in node.get("required", ()) else ""
        below = "・".join(f"[{name}](#{name.lower()})" for name in dict.fromkeys(_named(value)))
        yield f"| `{key}`{must} | {_wanted(value)}{f'（{below}）' if below else ''} | {said} |"


def tables() -> str:
    lines = ["### 文を持つものに書けるキー", "", *_table(_SCHEMA, _ANYWHERE), ""]
    of_blocks = _table(_SCHEMA["$defs"]["BulletsBlock"], _OF_BLOCKS)
    lines += ["### どのブロックにも書けるキー", "", *of_blocks, ""]
    for name, node in _models("", {}):
        common = (*_ANYWHERE, *(_OF_BLOCKS if name.endswith("Block") else ()))
        keys = [key for key in node.get("properties", ()) if key not in common]
        if keys:
            lines += [f"### {name}", "", *_table(node, keys), ""]
    return "\n".join(lines)


def test_the_tables_are_those_of_the_schema(request: pytest.FixtureRequest) -> None:
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    said, _, after = rest.partition(END)
    if request.config.getoption("--golden"):
        PAGE.write_text(before + BEGIN + tables() + END + after, "utf-8")
        said = tables()
    assert said == tables(), "docs/outline.md has other keys: see `make golden`"


def test_every_key_is_explained() -> None:
    bare = [
        (name, key)
        for name, node in _models("", {})
        for key, value in node.get("properties", {}).items()
        if not value.get("description")
    ]
    assert bare == []


def test_the_example_is_sound_and_uses_every_key() -> None:
    (example,) = re.findall(r"```yaml\n(shiryo:.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    loaded, found = yaml.load(example, "example.yaml")
    assert found == ()
    assert loaded.outline.title
    written = set(re.findall(r"(?:^|[\s{\[,])([a-z][a-z0-9-]*):(?=\s|$)", example, re.MULTILINE))
    keys = {key for _, node in _models("", {}) for key in node.get("properties", {})}
    assert keys - written == set()
