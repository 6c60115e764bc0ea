"""A new kind of block takes a line in a table of each stage, as CONTRIBUTING says, and no more."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from shiryo import document, inline
from shiryo.compose import blocks, deck, handout
from shiryo.compose.material import Composer, Material
from shiryo.document.traits import TRAITS, Traits
from shiryo.layout.deck import deck as slides
from shiryo.layout.deck import forms
from shiryo.layout.deck.forms import lists
from shiryo.layout.handout import handout as paper
from shiryo.layout.handout.blocks import blocks as setters
from shiryo.outline import model, yaml
from shiryo.template.load import parse as read_template
from shiryo.typeset import fonts

FOLDER = Path(__file__).parents[2] / "templates" / "briefing"
TEMPLATE = read_template("briefing", {f.name: f.read_bytes() for f in FOLDER.iterdir()})[0]
OUTLINE = """shiryo: 1
title: 点検
sections:
  - {id: a, title: 手順, blocks: [{bullets: [前の項目]}, {bullets: [後の項目]}]}
"""


class ChecklistBlock(model.TextBlock):
    """A block of an outline that is a list of things to check."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """The same in a document."""

    entries: tuple[inline.Text, ...]


@pytest.fixture
def checklist(monkeypatch: pytest.MonkeyPatch) -> type[Checklist]:
    """Register the kind in the table of each stage."""

    def composed(source: ChecklistBlock, composer: Composer, path: tuple[str | int, ...]) -> object:
        return Checklist(tuple(composer.text(p.text, path) for p in source.text))

    def signed(block: Checklist) -> document.Prose:
        return document.Prose(tuple((inline.Run("□ "), *entry) for entry in block.entries))

    def pieces(galley: object, block: Checklist) -> Iterator[object]:
        return setters.SETTERS[document.Prose](galley, signed(block))

    blocks.compose.register(ChecklistBlock)(composed)
    monkeypatch.setitem(TRAITS, Checklist, Traits(alone=True))
    monkeypatch.setitem(
        forms.FORMS,
        Checklist,
        lambda block, look, width: lists.ProseForm(signed(block), look, width),
    )
    monkeypatch.setitem(setters.SETTERS, Checklist, pieces)
    return Checklist


def test_a_kind_that_every_stage_was_told_of_is_in_deck_and_handout(
    checklist: type[Checklist],
) -> None:
    assert checklist is Checklist
    loaded, _ = yaml.load(OUTLINE, "o.yaml")
    own = ChecklistBlock(text=(model.Statement(text="扉の鍵"), model.Statement(text="窓の鍵")))
    (section,) = loaded.outline.sections
    first, last = section.blocks
    section = section.model_copy(update={"blocks": (first, own, last)})
    outline = loaded.outline.model_copy(update={"sections": (section,)})
    material = replace(Material(outline, loaded.places, "o.yaml"))
    faces = fonts.load(TEMPLATE.theme.fonts.gothic, TEMPLATE.theme.fonts.mincho, TEMPLATE.fonts)
    drawn = slides.lay_out(deck.compose(material, TEMPLATE)[0], TEMPLATE.theme, faces)[0]
    said = [str(page.items) for page in drawn.pages]
    assert [("鍵" in page, "項目" in page) for page in said] == [
        (False, False),
        (False, True),
        (True, False),
        (False, True),
    ]
    printed = paper.lay_out(handout.compose(material, TEMPLATE)[0], TEMPLATE.theme, faces)[0]
    text = "".join(
        run.text
        for page in printed.pages
        for item in page.items
        for line in getattr(item, "lines", ())
        for run in line.runs
    )
    assert text.index("前の項目") < text.index("□") < text.index("窓の鍵") < text.index("後の項目")
