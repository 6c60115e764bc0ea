"""docs/templates.md: every file of words with what it is given, every filter, a sound example."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, meta

from shiryo.compose import words
from shiryo.template import load

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "templates" / "briefing"
PAGE = (ROOT / "docs" / "templates.md").read_text("utf-8")
BRIEFING, _ = load.parse("briefing", {path.name: path.read_bytes() for path in FOLDER.iterdir()})
EVERYWHERE = {
    *("title", "subtitle", "label", "date", "organization", "authors", "number"),
    "confidentiality",
}


def row(name: str) -> str:
    (found,) = re.findall(rf"^\| `{re.escape(name)}` \|.*$", PAGE, re.MULTILINE)
    return str(found)


@pytest.mark.parametrize("word", load.WORDS)
def test_what_a_file_is_given_is_named(word: str) -> None:
    environment = Environment()
    environment.filters |= dict.fromkeys(("ymd", "ym", "wareki", "lines"), str)
    used = meta.find_undeclared_variables(environment.parse(BRIEFING.words[word]))
    assert used - EVERYWHERE <= set(re.findall(r"`([a-z]+)`", row(f"{word}.j2")))


@pytest.mark.parametrize("name", ["ymd", "ym", "wareki"])
def test_an_example_of_a_filter_is_true(name: str) -> None:
    given, made = re.findall(r'"([\d-]+)" .*→ (\S+)', row(name))[0]
    assert getattr(words, name)(given) == made


def test_the_example_is_a_template() -> None:
    (theme,) = re.findall(r"```yaml\n(# templates/midori/.*?)```", PAGE, re.DOTALL)
    made, problems = load.parse(
        "midori", {"theme.yaml": theme.encode()}, BRIEFING, shipped=BRIEFING.theme
    )
    assert problems == ()
    assert made.theme.colours["accent"] == "1B6B3A"


def test_the_parts_of_a_theme_are_those_that_there_are() -> None:
    said = set(re.findall(r"^\| `([a-z]+)` \|", PAGE, re.MULTILINE))
    assert set(type(BRIEFING.theme).model_fields) <= said
