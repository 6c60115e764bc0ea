"""The variants of the handout, from the shipped seed to the text that a reader copies."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from chain import briefing, seed, solid, variant

from shiryo.article.model import Kind
from shiryo.render import pdf

BOTH = pytest.mark.parametrize("name", ["showcase", "draft"])
NOT_TEXT = (Kind.PROMOTION, Kind.DIALOGUE, Kind.HEADING, Kind.IMAGE)


@cache
def read(name: str, of_handout: str) -> tuple[str, ...]:
    """Return what a reader copies from each page."""
    document = pypdfium2.PdfDocument(pdf.write(variant(name, of_handout)))
    return tuple(solid(page.get_textpage().get_text_bounded()) for page in document)


@BOTH
def test_the_whole_article_is_in_the_full_handout(name: str) -> None:
    said = "".join(read(name, "full"))
    for block in seed().blocks:
        if block.kind not in NOT_TEXT:
            parts = (block.text, block.label, *block.parts, *(c for r in block.cells for c in r))
            assert [part for part in parts if solid(part) not in said] == []


@BOTH
def test_one_page_says_what_matters_most(name: str) -> None:
    [said] = read(name, "onepage")
    outline = briefing(name).loaded.outline
    for text in (outline.title, *(item.text for item in outline.summary)):
        assert solid(text) in said
    sections = [s for s in outline.sections if s.only != "deck"]
    assert [s.title for s in sections if solid(s.title) not in said] == []
    assert [s.message for s in sections if solid(s.message) not in said] == []


@BOTH
def test_slides_and_notes_show_every_slide(name: str) -> None:
    deck = pypdfium2.PdfDocument(pdf.write(briefing(name).deck))
    slides = [solid(page.get_textpage().get_text_bounded()) for page in deck]
    assert len(read(name, "slides")) == -(-len(slides) // 3)
    said = "".join(read(name, "notes"))
    for page, text in zip(briefing(name).deck.pages, slides, strict=True):
        title = solid(page.title.partition("（")[0])
        assert title in text
        assert title in "".join(read(name, "slides"))
        assert [r for r in page.notes if solid(r.text) not in said] == []


_TWICE = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from chain import variant
from shiryo.render import pdf
for name in ("onepage", "full", "notes", "slides"):
    print(hashlib.sha256(pdf.write(variant("draft", name))).hexdigest())
"""


def test_every_variant_has_the_same_bytes_each_time() -> None:
    seen = {
        subprocess.run(
            [sys.executable, "-c", _TWICE, str(Path(__file__).parents[1] / "shared")],
            env=os.environ | {"PYTHONHASHSEED": number},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for number in ("1", "2")
    }
    assert len(seen) == 1
