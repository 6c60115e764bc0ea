"""Every word of the page is there, in both languages."""

from pathlib import Path

import shiryo
from shiryo import lazy_re as re
from shiryo.messages import entries
from shiryo.outline.model import BLOCK_KINDS
from shiryo.outline.schema import schema
from shiryo.studio import words

STUDIO = Path(shiryo.__file__).parent / "studio"
PAGE = "".join(
    path.read_text("utf-8") for path in [*STUDIO.glob("web/*.ts"), STUDIO / "static/index.html"]
)


def test_both_languages_have_the_same_words() -> None:
    for table in entries("studio")["words"].values():
        assert all(set(said) == {"ja", "en"} and all(said.values()) for said in table.values())
    assert words.of("ja").keys() == words.of("en").keys()
    assert words.of("fr") == words.of("ja")


def test_every_word_that_the_page_asks_for_is_there() -> None:
    asked = re.findall(r'\bt\("([\w.-]+)"', PAGE) + re.findall(
        r'data-(?:word|label)="([\w.-]+)"', PAGE
    )
    known = words.of("ja")
    assert [name for name in asked if not {name, f"page.{name}"} & known.keys()] == []


def test_every_kind_of_block_and_every_key_has_a_name() -> None:
    known = words.of("ja")
    assert [kind for kind in BLOCK_KINDS if f"kind.{kind}" not in known] == []
    shown = {
        "items",
        "cells",
        "rows",
        "series",
        "values",
        "categories",
        "how",
        "was",
        "group",
        "name",
    }
    keys = {
        key
        for name, definition in schema()["$defs"].items()
        if name not in {"DraftOptions", "Source", "Section"}
        for key in definition.get("properties", {})
    }
    assert sorted(k for k in keys - shown - set(BLOCK_KINDS) if f"field.{k}" not in known) == []
