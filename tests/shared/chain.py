"""The whole chain on the shipped seed and showcase, and what readers find in the results."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from shiryo import article, find_template, inline, stages
from shiryo.article.model import Article
from shiryo.compose.material import Material
from shiryo.drafting import draft
from shiryo.outline import yaml
from shiryo.outline.model import Node, Section
from shiryo.pages import Cell, Chart, Item, Page, PageSet, Shape, Table, TextBox
from shiryo.press import Press
from shiryo.template.model import Template
from shiryo.units import Rect

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "kokusan-ai.txt"
SHOWCASE = ROOT / "outlines" / "kokusan-ai.yaml"
ALL = frozenset({stages.DECK, stages.HANDOUT})


class Briefing(NamedTuple):
    """An outline, built."""

    loaded: yaml.Loaded
    outputs: stages.Outputs
    deck: PageSet
    handout: PageSet


@cache
def template(name: str = "briefing") -> Template:
    return find_template(name)


@cache
def seed() -> Article:
    return article.read(SEED.read_bytes(), "../seeds/kokusan-ai.txt")[0]


def drafted() -> str:
    """Return the outline that is drafted from the seed, as YAML."""
    return yaml.dump(draft(seed(), "../seeds/kokusan-ai.txt")[0])


@cache
def briefing(name: str) -> Briefing:
    """Build the ``showcase`` or the ``draft`` of the seed."""
    text = SHOWCASE.read_text("utf-8") if name == "showcase" else drafted()
    return built(text)


def built(text: str) -> Briefing:
    """Build an outline of the seed."""
    loaded, _ = yaml.load(text, "o.yaml")
    templates = {stages.DECK: template(), stages.HANDOUT: template()}
    outputs, _ = stages.build(
        loaded, article=seed(), templates=templates, assets={}, want=ALL, timestamp=None
    )
    made = press(loaded)
    return Briefing(loaded, outputs, made.deck[0], made.handout("summary")[0])


def press(loaded: yaml.Loaded) -> Press:
    """Return what lays out an outline of the seed."""
    templates = {stages.DECK: template(), stages.HANDOUT: template()}
    return Press(Material(loaded.outline, loaded.places, "o.yaml", seed()), templates)


def variant(name: str, of_handout: str) -> PageSet:
    """Lay out a variant of the handout of the ``showcase`` or the ``draft`` of the seed."""
    return press(briefing(name).loaded).handout(of_handout)[0]


def solid(text: str) -> str:
    """Return ``text`` without white space."""
    return re.sub(r"\s", "", text)


def statements(briefing: Briefing, output: str) -> Iterator[inline.Text]:
    """Yield every text of the sections that ``output`` shows."""

    def down(node: object, name: str = "") -> Iterator[inline.Text]:
        if isinstance(node, str):
            if name in {"text", "title", "message", "cells", "value", "unit", "label", "columns"}:
                yield inline.parse(node)
        elif isinstance(node, tuple):
            for part in node:
                yield from down(part, name)
        elif getattr(node, "only", None) in (None, output) and isinstance(node, Node):
            whole = output == "handout" and getattr(node, "full", ())
            slides = output == "handout" and not isinstance(node, Section)
            for field in type(node).model_fields:
                if slides and field == "message":  # of a slide that a block begins
                    continue
                said = whole if whole and field in ("text", "cells") else getattr(node, field)
                yield from down(said, field)

    return down(briefing.loaded.outline.sections)


def text_frames(page: Page) -> list[Rect]:
    """Return the frames that text of a page may stand in."""
    return [frame for item in page.items for frame in _frames(item)]


def _frames(item: Item | Cell) -> Iterator[Rect]:
    match item:
        case TextBox(frame=frame) | Chart(frame=frame):
            yield frame
        case Shape(text=TextBox(frame=frame)):
            yield frame
        case Table(rows=rows):
            yield from (cell.frame for row in rows for cell in row)


class Character(NamedTuple):
    """A character that a reader of a PDF sees; lengths in points from the top left corner."""

    text: str
    box: Rect
    size: float


def characters(page: pypdfium2.PdfPage) -> Iterator[Character]:
    """Yield the visible characters of a page of a PDF."""
    text, height = page.get_textpage(), page.get_height()
    for index in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(index)
        size = pypdfium2.raw.FPDFText_GetFontSize(text, index)
        sign = text.get_text_range(index, 1)
        if sign.strip():
            yield Character(sign, Rect(left, height - top, right - left, top - bottom), size)


def lines(page: pypdfium2.PdfPage) -> Iterator[str]:
    """Yield the lines of a page: characters that follow each other at one height."""
    line, last = "", None
    for sign in characters(page):
        if last and not _goes_on(last.box, sign.box, sign.size):
            yield line
            line = ""
        line, last = line + sign.text, sign
    if line:
        yield line


def _goes_on(last: Rect, box: Rect, size: float) -> bool:
    level = box.y < last.bottom + size / 4 and box.bottom > last.y - size / 4
    return level and -size / 2 < box.x - last.right < 2 * size
