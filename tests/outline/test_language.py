"""An editor knows what may stand at a place, and what stands there."""

from pathlib import Path

import pytest

from shiryo.outline.language import complete, keys, path_at
from shiryo.outline.yaml_lines import read

SHOWCASE = (Path(__file__).parents[2] / "outlines" / "kokusan-ai.yaml").read_text("utf-8")


def offered(typed: str, after: str = "") -> list[str]:
    line, column = typed.count("\n") + 1, len(typed.rpartition("\n")[2]) + 1
    named = {"template": ["briefing", "ours"]}
    return [one.label for one in complete(typed + after, line, column, named)[1]]


SECTION = "shiryo: 1\nsections:\n  - id: a\n    title: b\n    "


@pytest.mark.parametrize(
    ("typed", "some", "none"),
    [
        ("shiryo: 1\nti", ["title", "sections"], ["shiryo", "id"]),
        (SECTION, ["message", "blocks", "only"], ["id", "title"]),
        (SECTION + "blocks:\n      - ", ["bullets", "table", "chart"], ["title"]),
        (SECTION + "blocks:\n      - bullets:\n        - a\n        ", ["layout"], ["chart"]),
        (SECTION + "blocks:\n      - bullets:\n          - {te", ["text", "title"], ["bullets"]),
        (SECTION + "only: ", ["deck", "handout"], ["title"]),
        (SECTION + "together: ", ["true", "false"], []),
        ("shiryo: 1\ndeck: {template: ", ["briefing", "ours"], ["agenda"]),
        ("shiryo: 1\nsections:\n- id: a\n  blocks:\n  - bullets: [x]\n  - chart:\n      kind: ",
         ["bar", "pie"], []),
        ("shiryo: 1\nsections:\n- id: a\n  notes: |\n    only: ti\n  ", ["title"], ["notes"]),
    ],
)  # fmt: skip
def test_what_may_be_typed_here(typed: str, some: list[str], none: list[str]) -> None:
    found = offered(typed)
    assert set(some) <= set(found)
    assert not set(none) & set(found)


def test_keys_that_follow_are_not_offered_again_and_comments_get_nothing() -> None:
    assert "paper" not in offered("shiryo: 1\nhandout:\n  ", "\n  paper: A4\n")
    assert offered("shiryo: 1\n# ti") == []


def test_every_key_is_said_what_it_is() -> None:
    _, found = complete(SECTION, 5, 5)
    assert all(one.info for one in found)


def test_keys_have_an_order_to_be_written_in() -> None:
    order = keys(("sections", 0), {"sections": [{}]})
    assert order.index("title") < order.index("message") < order.index("from")
    assert order[-2:] == ["blocks", "sections"]


def test_every_value_is_found_again_at_its_place() -> None:
    places = read(SHOWCASE).places
    for path, region in places.values.items():
        found = path_at(places, region.line, region.column)
        assert found[: len(path)] == path


def test_an_empty_line_belongs_to_what_begins_above_it() -> None:
    places = read("shiryo: 1\ntitle: a\n\nsections:\n  - id: b\n").places
    assert path_at(places, 3, 1) == ("title",)
