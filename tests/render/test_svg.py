"""Pages as SVG: they look as the PDF does, read as text, hold nothing that acts or is fetched."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from chain import briefing, template, variant
from every_field import ARTICLE, ASSETS, FULL, changed, taken
from lxml import etree
from svg_reader import NS, difference

from shiryo import stages
from shiryo.addresses import is_link
from shiryo.compose.material import Material
from shiryo.outline import yaml
from shiryo.pages import PageSet
from shiryo.pages.walk import runs_of
from shiryo.press import Press
from shiryo.render import pdf, png, svg

WIDTH = 1920
HOSTILE = "</title>]]><script>alert('1')</script><a onload=\"1\">&amp;一"


def press(text: str = FULL, handout: str = "briefing") -> Press:
    loaded, _ = yaml.load(text, "o.yaml")
    templates = {stages.DECK: template(), stages.HANDOUT: template(handout)}
    return Press(Material(loaded.outline, loaded.places, "o.yaml", ARTICLE, ASSETS), templates)


def every(text: str = FULL) -> Iterator[tuple[str, PageSet]]:
    made = press(text)
    yield "deck", made.deck[0]
    for name in ("summary", "slides", "notes", "onepage"):
        yield name, made.handout(name)[0]
    yield "vertical", press(text, "tategaki").handout("summary")[0]


@pytest.mark.parametrize("n", range(6))
def test_every_block_looks_as_in_the_pdf(n: int) -> None:
    _, pages = [*every()][n]
    compare(pages)


def test_a_deck_and_a_crowded_page_look_as_in_the_pdf() -> None:
    compare(briefing("showcase").deck)
    compare(variant("showcase", "onepage"))


def compare(pages: PageSet) -> None:
    files = list(svg.write(pages))
    assert len(files) == len(pages.pages)
    for file, wanted in zip(files, png.write(pdf.write(pages), WIDTH), strict=True):
        mean, off = difference(file, wanted)
        assert mean < 2.5
        assert off < 0.01


def hostile() -> str:
    return changed(dict.fromkeys(taken(HOSTILE), HOSTILE))


@pytest.mark.parametrize("text", [FULL, hostile()], ids=["plain", "hostile"])
def test_pages_hold_nothing_that_acts_and_fetch_nothing(text: str) -> None:
    ids: list[str] = []
    for name, pages in every(text):
        files = list(svg.write(pages, name))
        for n, file in enumerate(files, 1):
            root = etree.fromstring(file)
            own = {str(element.get("id")) for element in root.iter() if element.get("id")}
            ids += [str(element.get("id")) for element in root.iter() if element.get("id")]
            assert {e.tag.removeprefix(NS) for e in root.iter()} <= TAGS
            for element in root.iter():
                assert not [a for a in element.attrib if a.startswith("on") or a == "style"]
                hold(element, own, len(files))
            assert root[0].tag == f"{NS}title"
            assert root[0].text, n
            assert root[1].tag == f"{NS}desc"
            assert root[1].text
    assert len(ids) == len({*ids})


TAGS = {"svg", "title", "desc", "defs", "g", "a", "use", "path", "ellipse", "image", "text"}


def hold(element: Any, own: set[str], count: int) -> None:
    """Hold what an element refers to against what it may."""
    href = element.get("href")
    match element.tag.removeprefix(NS):
        case "use":
            assert href.removeprefix("#") in own
        case "image":
            assert re.match(r"data:image/(png|jpeg);base64,", href)
        case "a" if ".svg" in href and ":" not in href:
            assert 1 <= int(href.removesuffix(".svg")) <= count
        case "a":
            assert is_link(href)
            assert element.get("rel") == "noopener noreferrer"
        case _:
            assert href is None


def test_text_is_there_to_be_selected_with_where_it_is_written() -> None:
    for _, pages in every():
        for page, file in zip(pages.pages, svg.write(pages), strict=True):
            root = etree.fromstring(file)
            runs = [run for run in runs_of(page.items) if run.text.strip()]
            texts = list(root.iter(f"{NS}text"))
            assert [element.text for element in texts] == [run.text for run in runs]
            places = [element.getparent().get("data-at") for element in texts]
            assert places == ["/".join(map(str, run.origin)) for run in runs]
            assert all(element.get("fill") is None for element in texts)
            assert root.get("fill") == "none"


def test_the_words_of_a_hostile_outline_are_shown_as_they_are() -> None:
    made = press(changed({("title",): HOSTILE})).deck[0]
    root = etree.fromstring(next(svg.write(made)))
    assert root[0].text == made.pages[0].title
    assert "<script>" in str(root[0].text)


def test_a_figure_says_what_it_shows() -> None:
    data = json.loads(changed({("sections", 4, "blocks", 1, "chart", "alt"): "増えた"}))
    pages = press(json.dumps(data)).deck[0]
    files = [etree.fromstring(file) for file in svg.write(pages)]
    assert [n for n, root in enumerate(files) if "増えた" in str(root[1].text)]


def test_the_same_pages_give_the_same_bytes_and_one_page_knows_no_other() -> None:
    pages = briefing("showcase").deck
    files = list(svg.write(pages))
    assert files == list(svg.write(pages))
    outlines = svg.Outlines()
    places = {a.name: f"{n:02}.svg" for n, p in enumerate(pages.pages, 1) for a in p.anchors}
    third = svg.drawing(pages.pages[2], pages, outlines, "page3-", places)
    assert third.encode() == files[2]
