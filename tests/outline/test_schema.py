import json
from importlib.resources import files
from typing import Any

import pytest

from shiryo.outline import yaml_lines
from shiryo.outline.model import BLOCK_KINDS
from shiryo.outline.schema import schema

jsonschema = pytest.importorskip("jsonschema")


def errors(text: str) -> list[str]:
    data: Any = yaml_lines.read(text).value
    validator = jsonschema.Draft202012Validator(schema())
    return [error.message for error in validator.iter_errors(data)]


def test_is_itself_valid_and_speaks_japanese_only():
    made = schema()
    jsonschema.Draft202012Validator.check_schema(made)
    assert "A statement" not in json.dumps(made)
    assert len(BLOCK_KINDS) == len(
        made["$defs"]["Section"]["properties"]["blocks"]["items"]["oneOf"]
    )


def test_takes_the_outline_that_shows_every_kind_of_block():
    text = files("shiryo.outline").joinpath("new.yaml").read_text("utf-8")
    assert errors(text) == []


def test_takes_short_forms_and_refuses_unknown_keys():
    start = "shiryo: 1\ntitle: 題\nsections:\n  - {id: a, title: 題, blocks: [%s]}\n"
    assert (
        errors(start % "{text: 文}, {text: [文, {text: 文, from: [L1]}]}, {bullets: [項目]}") == []
    )
    assert errors(start % "{table: {columns: [a], rows: [[1], {cells: [b]}]}}") == []
    assert errors(start % "{bulets: [項目]}")
