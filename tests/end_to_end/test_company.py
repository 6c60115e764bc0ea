"""Decks in companies' files: roles, nothing lost, all in its place, all to be read."""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import company
import pytest
from chain import template
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from rects import contains

from shiryo import stages
from shiryo.compose.material import Material
from shiryo.messages import wording
from shiryo.outline import yaml
from shiryo.pages import Chart, Item, PageSet, Picture, Polygon, Shape, Table, TextBox
from shiryo.press import Press
from shiryo.template.contrast import contrast
from shiryo.template.model import Template
from shiryo.template.office import free, roles
from shiryo.template.office.model import ROLES
from shiryo.template.office.parts import parts
from shiryo.template.office.under import under
from shiryo.units import Rect

EVERY = pytest.mark.parametrize("name", [*company.FILES])
MARK = wording("objects.paper-number")


class Made(NamedTuple):
    data: bytes
    template: Template
    pages: PageSet
    deck: bytes


@cache
def made(name: str) -> Made:
    data = company.FILES[name]()
    own = company.opened(data)
    loaded, _ = yaml.load(company.OUTLINE, "o.yaml")
    templates = {"deck": own, "handout": template()}
    press = Press(Material(loaded.outline, loaded.places, "o.yaml", None, {}), templates)
    want = frozenset({stages.DECK})
    outputs, _ = stages.build(loaded, article=None, templates=templates, assets={}, want=want)
    return Made(data, own, press.deck[0], outputs.pptx or b"")


ROLES_OF = {
    "japanese_names": "1 3 2 4 6",
    "no_body": "1 3 6 6 6",
    "two_masters": "21 23 22 24 26",
    "four_to_three": "1 3 2 4 6",
    "a4": "1 3 2 4 6",
    "all_zero": "1 3 2 2 6",
    "body_off_the_slide": "1 2 2 2 2",
    "title_means_message": "1 3 2 4 6",
    "framed_message": "1 3 2 4 6",
    "number_as_text": "1 3 2 4 6",
    "picture_ground": "1 3 2 4 6",
    "locked_logo": "1 3 2 4 6",
    "emf": "1 3 2 4 6",
    "dark": "1 3 2 4 6",
    "footers_as_text": "1 3 2 4 6",
    "one_layout": "2 2 2 2 2",
}
"""Numbers of the layouts for cover, section, content, two, only."""


@EVERY
def test_layouts_serve_for_what_they_look_like(name: str) -> None:
    found = roles.cast(made(name).template.base.office).layouts
    assert [found[role].layout.key.removeprefix("slideLayout") for role in ROLES] == ROLES_OF[
        name
    ].split()


@EVERY
def test_nothing_of_the_company_is_lost(name: str) -> None:
    before, after = parts_of(made(name).data), parts_of(made(name).deck)
    gone = before.keys() - after.keys()
    assert all(re.search(r"/(slides|notesSlides)/|/media/image\d", part) for part in gone)
    changed = {part for part in before.keys() & after.keys() if before[part] != after[part]}
    assert changed <= {
        "[Content_Types].xml",
        "ppt/presentation.xml",
        "ppt/_rels/presentation.xml.rels",
        "ppt/tableStyles.xml",
        "docProps/core.xml",
        *(part for part in changed if re.search(r"/(slides|notesSlides)/", part)),
    }


@EVERY
def test_no_part_is_left_that_nothing_leads_to(name: str) -> None:
    package = parts_of(made(name).deck)
    known = {"[Content_Types].xml"}
    for beside in (part for part in package if part.endswith(".rels")):
        folder = beside.replace("_rels/", "").rpartition("/")[0]
        known.add(beside)
        for target in re.findall(r'Target="([^"]+)"', package[beside].decode()):
            known.add(resolved(folder, target))
    assert set(package) <= known
    assert "見本0" not in "".join(p.decode("utf-8", "replace") for p in package.values())


@EVERY
def test_validators_find_no_more_than_in_the_file_itself(name: str, tmp_path: Path) -> None:
    def errors(data: bytes) -> set[str]:
        path = tmp_path / "deck.pptx"
        path.write_bytes(data)
        found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=0)
        return {str(error) for error in found.validate(str(path)).errors}

    assert errors(made(name).deck) <= errors(made(name).data)


@EVERY
def test_everything_of_ours_is_in_the_free_area_and_over_no_logo(name: str) -> None:
    one = made(name)
    by = {layout.key: layout for layout in one.template.base.office.layouts}
    for page in one.pages.pages:
        theme = one.template.theme.deck.layouts[page.layout]
        layout = next((x for x in by.values() if theme.layout in (x.key, x.name)), None)
        whole = Rect(0, 0, one.pages.width, one.pages.height)
        content = Rect(*theme.frames["content"]) if "content" in theme.frames else whole
        for item in page.items:
            if isinstance(item, TextBox) and item.placeholder in ("footer", "number", "title"):
                continue
            if not isinstance(item, Polygon) and item.name == MARK:
                continue
            frame = around(item)
            if page.layout not in ("cover", "section") and not head(item):
                assert contains(content, frame, 1), (page.title, item)
            for logo in layout.obstacles if not head(item) else ():
                assert not free.touches(logo, frame) or ground(logo, layout, one), (
                    page.title,
                    item,
                )


@EVERY
def test_titles_are_in_the_placeholders_of_titles(name: str) -> None:
    for slide in Presentation(io.BytesIO(made(name).deck)).slides:
        has = any(p.placeholder_format.type in (1, 3) for p in slide.slide_layout.placeholders)
        filled = [p for p in slide.placeholders if p.placeholder_format.type in (1, 3)]
        assert not has or (filled and filled[0].text_frame.text.strip()), slide.slide_id


@EVERY
def test_numbers_of_pages_are_in_their_placeholders_and_nowhere_twice(name: str) -> None:
    for n, slide in enumerate(Presentation(io.BytesIO(made(name).deck)).slides):
        kinds = [p.placeholder_format.type for p in slide.slide_layout.placeholders]
        fields = slide._element.xpath(".//a:fld[@type='slidenum']")
        assert len(fields) == (n > 0 and PP_PLACEHOLDER.SLIDE_NUMBER in kinds)
        for field in fields:
            assert field.xpath("ancestor::p:sp//p:ph/@type") == ["sldNum"]


@EVERY
def test_all_of_ours_can_be_read(name: str) -> None:
    one = made(name)
    layouts = {x.part: x for x in one.template.base.office.layouts}
    where = {x.name: layouts[x.part] for x in one.pages.layouts}
    for page in one.pages.pages:
        fills = [item for item in page.items if isinstance(item, Shape) and item.fill]
        for box, colour in texts(page.items):
            on = [s.fill for s in fills if contains(s.frame, box.frame, 1)]
            on = [s for s in on if s] or [under(where[page.layout], box.frame)]
            large = box.paragraphs[0].runs[0].size >= 18 or box.role in ("footer", "page-number")
            # A title is as the company has it.
            least = 1.6 if box.role == "title" else 3.0 if large else 4.5
            assert contrast(colour, on[-1]) >= least, (page.title, box, colour, on[-1])


@EVERY
def test_the_same_file_gives_the_same_bytes(name: str) -> None:
    one = made(name)
    loaded, _ = yaml.load(company.OUTLINE, "o.yaml")
    templates = {"deck": company.opened(one.data), "handout": template()}
    want = frozenset({stages.DECK})
    again, _ = stages.build(loaded, article=None, templates=templates, assets={}, want=want)
    assert again.pptx == one.deck


def test_a_frame_for_a_message_is_drawn_where_there_is_one() -> None:
    slides = Presentation(io.BytesIO(made("framed_message").deck)).slides
    by = {slide.shapes.title.text: slide.slide_layout.name for slide in slides}
    assert by["なぜ今か"] == "タイトルとコンテンツ"
    assert by["件数"] == "タイトルのみ"


def test_samples_go_with_what_names_them() -> None:
    package = parts_of(made("a4").deck)
    tree = package["ppt/presentation.xml"].decode()
    assert "p:kinsoku" in tree
    assert tree.count("<p:sldId ") == len(made("a4").pages.pages)


def head(item: Item) -> bool:
    """Tell whether an item stands in a placeholder over or under the content."""
    return isinstance(item, TextBox) and item.role in (
        "title",
        "message",
        "label",
        "footer",
        "page-number",
    )


def ground(logo: Rect, layout: object, one: Made) -> bool:
    found = parts(layout, one.template.base.office.size)
    return logo not in free.obstacles(found)


def around(item: Item) -> Rect:
    if isinstance(item, Polygon):
        xs, ys = zip(*item.points, strict=True)
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    assert isinstance(item, TextBox | Shape | Table | Chart | Picture)
    return item.frame


def texts(items: tuple[Item, ...]) -> Iterator[tuple[TextBox, str]]:
    for item in items:
        boxes = [item] if isinstance(item, TextBox) else []
        if isinstance(item, Shape) and item.text:
            continue
        if isinstance(item, Table):
            boxes = [cell.text for row in item.rows for cell in row if not cell.fill]
        for box in boxes:
            for paragraph in box.paragraphs:
                yield from ((box, run.colour) for run in paragraph.runs if run.text.strip())


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    path = folder.split("/") if folder else []
    for step in target.split("/"):
        path = path[:-1] if step == ".." else [*path, step]
    return "/".join(path)
