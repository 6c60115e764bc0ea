"""The JSON Schema (2020-12) of the outline, for editors: what they complete, explain and mark."""

from typing import Any

from shiryo.messages import wording
from shiryo.outline.model import BLOCK_KINDS, Outline

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SHORT: dict[str, dict[str, Any]] = {
    "Item": {"type": ["string", "number"]},
    "Text": {"type": ["string", "number"]},
    "Step": {"type": ["string", "number"]},
    "QuoteBody": {"type": ["string", "number"]},
    "Row": {"type": "array", "items": {"type": ["string", "number"]}},
}
"""Models for which a bare value may stand."""


def schema() -> dict[str, Any]:
    """Return the schema. Descriptions are Japanese; the short forms of statements are in it."""
    made = Outline.model_json_schema(by_alias=True)
    definitions: dict[str, Any] = {
        name: _plain(value) for name, value in sorted(made.pop("$defs").items())
    }
    for kind, model in BLOCK_KINDS.items():
        definition = definitions[model.__name__]
        definition["title"] = definition["properties"][kind].get("description", kind)
    text = definitions["TextBlock"]["properties"]["text"]
    single = {**text, "anyOf": [*text["items"]["anyOf"], _without_description(text)]}
    for key in ("type", "items", "minItems"):
        single.pop(key)
    definitions["TextBlock"]["properties"]["text"] = single
    root = _plain(made) | {"title": wording("drafted.yaml.schema")}
    return {"$schema": _DIALECT, **root, "$defs": definitions}


def _without_description(value: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in value.items() if k != "description"}


def _plain(model: dict[str, Any]) -> dict[str, Any]:
    """Take out what pydantic makes of Python's names and docstrings; let short forms in."""
    kept = {k: v for k, v in model.items() if k not in {"title", "description"}}
    kept["properties"] = {k: _field(v) for k, v in model.get("properties", {}).items()}
    return kept


def _field(value: Any) -> Any:
    if isinstance(value, list):
        return [_field(v) for v in value]
    if not isinstance(value, dict):
        return value
    name = str(value.get("$ref", "")).rpartition("/")[2]
    if name in _SHORT:
        said = {k: v for k, v in value.items() if k == "description"}
        return {"anyOf": [_SHORT[name], _without_description(value)], **said}
    made = {k: _field(v) for k, v in value.items() if k not in {"title", "default"}}
    if made.get("type") == "string" and not made.keys() & {"pattern", "enum", "const"}:
        made["type"] = ["string", "number"]
    return made
