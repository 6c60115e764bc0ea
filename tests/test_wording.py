"""What people read stands in `messages/`, templates and the schema, not between the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from shiryo import messages

SOURCE = Path(messages.__file__).parents[1]
_JAPANESE = re.compile(r"[ぁ-ゖァ-ヺ一-鿿]")
_KNOWLEDGE = {
    "japanese": "what is known of Japanese",
    "facts": "words by which a text states something",
    "article/structure": "words by which headings, lists and the rest are known",
    "article/tree.py": "what headings of conclusions say",
    "article/readers": "what files of a format say, and what marks are written with",
    "article/numbers.py": "how captions are numbered",
    "article/readings.py": "letters that have readings, and those of readings",
    "drafting/plan/stepping.py": "words that tell the steps of a procedure",
    "drafting/plan/telling.py": "words that tell decisions and conclusions",
    "drafting/plan/titling.py": "what headings say of all that is below them",
    "drafting/plan/worth.py": "words that tell what is worth a line of the summary",
    "drafting/wording": "what sentences are reworded from and to",
    "drafting/select": "words that tell what is worth saying",
    "drafting/forms": "words that give the parts of a form",
    "drafting/replay": "parts of speech, and names of styles",
    "drafting/review.py": "words that point to facts",
    "drafting/claiming.py": "how sentences end",
    "drafting/marking.py": "letters at the ends of sentences",
    "outline/scalars.py": "letters that YAML takes for text",
    "assist/accept.py": "parts of speech, and words that say little",
    "typeset/breaking/phrase.py": "where a line may end",
    "typeset/fonts/library.py": "a character by which fonts are told apart",
    "render/pptx/presentation.py": "what PowerPoint lets no line begin with",
    "template/office/reading.py": "a font of PowerPoint's",
    "template/office/roles.py": "what companies call layouts that part a deck",
    "outline/model": "descriptions of the schema, beside the keys that they describe",
    "api.py": "the name of a style",
    "interrupts.py": "said where nothing can be read any more",
}
"""Rooms whose Japanese is no wording, and what it is."""


def _literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the texts of a module that are no docstrings, with their lines."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.lineno, node.value


def _modules() -> list[str]:
    return sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py"))


def _japanese(module: str) -> list[tuple[int, str]]:
    tree = ast.parse((SOURCE / module).read_text("utf-8"))
    return [found for found in _literals(tree) if _JAPANESE.search(found[1])]


def _room(module: str) -> str:
    return next((r for r in _KNOWLEDGE if module == r or module.startswith(f"{r}/")), "")


def test_no_words_for_people_stand_in_the_code() -> None:
    assert {m: found for m in _modules() if not _room(m) and (found := _japanese(m))} == {}


def test_every_room_that_may_hold_japanese_does() -> None:
    assert {room for m in _modules() if _japanese(m) and (room := _room(m))} == set(_KNOWLEDGE)


_CODES = re.compile(r'wording\(\s*"([a-z-]+(?:\.[A-Za-z-]+)+)"')


@pytest.mark.parametrize(
    "code", sorted({c for m in _modules() for c in _CODES.findall((SOURCE / m).read_text())})
)
def test_the_words_that_the_code_asks_for_are_there(code: str) -> None:
    subject, *path = code.split(".")
    found = messages.entries(subject)
    for name in path:
        found = found[name]
    assert isinstance(found, str)


def test_braces_are_filled_in_and_doubled_ones_are_braces() -> None:
    assert messages.wording("cli.said.wrote", path="a.pptx") == "書き出しました: a.pptx"
    assert "handout: {variant: …}" in messages.wording("commands.handout")
    with pytest.raises(KeyError):
        messages.wording("cli.said.nothing")
