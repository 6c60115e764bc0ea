"""What a page says knows where it is written: every run of every output, of any outline."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any, get_args

import hypothesis.strategies as st
import pytest
from chain import template
from every_field import ARTICLE, ASSETS, FULL, Path, changed, taken
from hypothesis import given, settings

from shiryo import inline, origins, stages
from shiryo.compose.material import Material
from shiryo.outline import yaml
from shiryo.outline.model import Outline, Variant
from shiryo.pages import GlyphRun, Page, PageSet
from shiryo.pages.walk import Move, runs_of
from shiryo.press import Press
from shiryo.render import pdf, pptx

LONG = "{}は「長い」文である。" * 12
WAYS = (
    "{}の文",
    "**{}**の語",
    "前{}、[後](https://a.example)",
    "{{漢字|かんじ}}と{}",
    "語^[注{}]",
    LONG,
    "{}を[見よ](#c)",
)
"""How a text may say a word of its own."""
FORMS = st.lists(st.sampled_from(WAYS), min_size=1, max_size=8)
WORD = re.compile(r"Q[A-Z]+Q")


@cache
def places() -> tuple[Path, ...]:
    """Return where texts may stand that any words will do for."""
    return tuple(sorted(taken("語"), key=str))


def outline(ways: list[str]) -> tuple[str, dict[str, Path]]:
    """Return an outline whose texts each say a word of their own, and where each does."""
    words, said = {f"Q{_letters(n)}Q": path for n, path in enumerate(places())}, dict[Path, str]()
    for n, (word, path) in enumerate(words.items()):
        way = ways[n % len(ways)]
        way = WAYS[0] if way == LONG and path[-1] not in ("text", "full") else way
        said[path] = way.format(*[word] * 12)
    return changed(said), words


def _letters(n: int) -> str:
    return "".join(chr(ord("A") + int(digit)) for digit in f"{n:03}")


def press(text: str, handout: str) -> Press:
    loaded, _ = yaml.load(text, "o.yaml")
    templates = {stages.DECK: template(), stages.HANDOUT: template(handout)}
    return Press(Material(loaded.outline, loaded.places, "o.yaml", ARTICLE, ASSETS), templates)


def runs(pages: PageSet) -> Iterator[GlyphRun]:
    return (run for page in pages.pages for run in runs_of(page.items))


def found(data: Any, path: Path) -> tuple[Any, Path]:
    """Return what stands at a path of the model, and where: keys of short forms are not written."""
    made: Path = ()
    for part in path:
        if not isinstance(data, str) and not (isinstance(data, list) and part == "cells"):
            data, made = data[part], (*made, part)
    return data, made


def solid(text: str) -> str:
    return re.sub(r"[\s…\u00ad-]", "", text)


def check(text: str, words: dict[str, Path], pages: PageSet) -> set[str]:
    """Hold every run against the place that it names; return the words that were met."""
    data, met, known = json.loads(text), set[str](), template()
    ours = {*map(origins.label, known.theme.labels), *map(origins.words, known.words)}
    for run in runs(pages):
        assert run.origin, run.text
        if run.origin[0] == "template":
            assert run.origin in ours, run.text
        if run.origin[0] in origins.HEADS:
            continue
        value, place = found(data, run.origin)
        for word in WORD.findall(run.text):
            met.add(word)
            beside_number = words[word][-2:] == ("chart", "unit")
            assert beside_number or place == words[word][: len(place)], run.text
        if isinstance(value, str) and not run.href:
            shown = solid(value) + _bare(value) + _bare(value, ruby=True)
            assert solid(run.text).strip("（）") in shown or _bare(value) in solid(run.text), run
    return met


def _bare(value: str, *, ruby: bool = False) -> str:
    return solid(inline.plain(inline.parse(value), ruby=ruby))


VARIANTS = get_args(Variant)


def audit(ways: list[str], variant: str, handout: str = "briefing") -> set[str]:
    """Check the deck and a handout of an outline; return the paths whose words were met."""
    text, words = outline(ways)
    made = press(text, handout)
    met = check(text, words, made.deck[0]) | check(text, words, made.handout(variant)[0])
    return {"/".join(map(str, words[word])) for word in met}


def test_no_path_of_an_outline_begins_as_other_origins_do() -> None:
    assert not {*origins.HEADS} & {field.alias or n for n, field in Outline.model_fields.items()}


@settings(max_examples=12)
@given(FORMS, st.sampled_from(VARIANTS), st.sampled_from(["briefing", "tategaki"]))
def test_every_run_names_the_place_where_its_words_are_written(
    ways: list[str], variant: str, handout: str
) -> None:
    assert len(audit(ways, variant, handout)) > 10


def test_whatever_is_shown_is_met_where_it_is_written() -> None:
    met = audit([WAYS[0]], "summary")
    unmet = {path for path in map(_name, places()) if path not in met}
    assert unmet == HIDDEN


def _name(path: Path) -> str:
    return "/".join(map(str, path))


HIDDEN = {
    # said to a reader, to a machine, to nobody
    *("sections/0/notes", "sections/4/blocks/1/chart/alt", "sections/5/blocks/0/image/alt"),
    "logo/alt",
    *("sections/4/blocks/1/chart/highlight/0", "sections/3/blocks/0/quote/url"),
    *("glossary/0/reading", "sections/2/blocks/1/definition/reading", "source/sha256", "how/0"),
    *("review/0/kind", "review/0/text", "unused/0/text", "sections/0/blocks/0/was"),
    # names a layout of a company's file
    "sections/0/layout",
    # of a single series the name is not drawn; the template says who, and what variables hold
    *("sections/4/blocks/1/chart/series/0/name", "organization", "authors/0", "variables/名"),
}


def test_notes_name_where_they_are_written() -> None:
    text, words = outline([WAYS[0]])
    place = ("sections", 0, "notes")
    [word] = [word for word, path in words.items() if path == place]
    notes = [note for page in press(text, "briefing").deck[0].pages for note in page.notes]
    assert [note.origin for note in notes if word in note.text] == [place]
    assert {note.origin for note in notes if note.kind == "label"} == {origins.words("notes")}
    shown = press(text, "briefing").handout("notes")[0]
    assert {run.origin for run in runs(shown) if word in run.text} == {place}


@pytest.mark.parametrize("variant", VARIANTS)
def test_files_are_the_same_without_it(variant: str) -> None:
    made = press(FULL, "briefing")
    for pages in (made.deck[0], made.handout(variant)[0]):
        bare = replace(pages, pages=[_bare_page(page) for page in pages.pages])
        assert not any(run.origin for run in runs(bare))
        assert pdf.write(bare) == pdf.write(pages)
        if pages.layouts:
            assert pptx.write(bare) == pptx.write(pages)


def _bare_page(page: Page) -> Page:
    """Return a page of which nothing says where it comes from."""
    same = Move(lambda rect: rect, lambda point: point, lambda run: replace(run, origin=None))
    notes = tuple(replace(note, origin=None) for note in page.notes)
    items = tuple(map(same.item, page.items))
    return replace(page, items=items, notes=notes, group_origin=None)
