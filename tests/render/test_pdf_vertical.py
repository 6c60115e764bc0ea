"""Handouts of vertical writing as readers of the file find them."""

import io
from functools import cache

import chain
import pikepdf
import pypdfium2
import pytest
import torture
from chain import solid
from rects import contains

from shiryo import stages
from shiryo.pages import GlyphRun, Item, PageSet
from shiryo.pages.walk import runs_of
from shiryo.press import Press
from shiryo.render import pdf
from shiryo.units import Rect

PAPERS = ["A4", "B5", "Letter"]


@cache
def pages(paper: str = "A4", columns: int = 2) -> PageSet:
    options = {"paper": paper, "columns": columns}
    material = torture.material(handout=options)
    templates = {kind: chain.template("tategaki") for kind in (stages.DECK, stages.HANDOUT)}
    made, found = Press(material, templates).handout("summary")
    assert [d.code for d in found] == []
    return made


@cache
def file(paper: str = "A4") -> bytes:
    return pdf.write(pages(paper))


def level(run: GlyphRun) -> bool:
    return run.stance == "horizontal" and run.stretch == 1


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_off_the_page(paper: str, columns: int) -> None:
    made = pages(paper, columns)
    sheet = Rect(0, 0, made.width, made.height)
    for page in made.pages:
        assert all(contains(sheet, frame) for frame in chain.text_frames(page))
        assert all(contains(sheet, run.box) for run in runs_of(page.items))


@pytest.mark.parametrize("paper", PAPERS)
def test_no_text_lies_on_other_text(paper: str) -> None:
    for page in pages(paper).pages:
        frames = [frame for item in page.items for frame in text_frames(item)]
        for n, one in enumerate(frames):
            assert not any(overlap(one, other) for other in frames[n + 1 :])


def text_frames(item: Item) -> list[Rect]:
    return [run.box for run in runs_of([item]) if run.stance in ("upright", "sideways")]


def overlap(one: Rect, other: Rect) -> bool:
    wide = min(one.right, other.right) - max(one.x, other.x)
    high = min(one.bottom, other.bottom) - max(one.y, other.y)
    return wide > 1 and high > 1


def test_what_is_copied_is_what_was_written_in_the_order_of_reading() -> None:
    document = pypdfium2.PdfDocument(file())
    for page, read in zip(pages().pages, document, strict=True):
        written = "".join(run.text for run in runs_of(page.items))
        copied = read.get_textpage().get_text_range().replace("\2", "-").replace("\ufffe", "-")
        assert solid(copied) == solid(written)


def test_glyphs_stand_where_layout_put_them() -> None:
    document = pypdfium2.PdfDocument(file())
    page, read = pages().pages[1], document[1]
    places = [c.box for c in chain.characters(read) if c.text == "国"]
    wanted = [
        Rect(run.x - run.size / 2, run.baseline + n * run.size, run.size, run.size)
        for run in runs_of(page.items)
        for n, glyph in enumerate(run.glyphs)
        if run.stance == "upright" and glyph[2] == "国"
    ]
    assert len(places) >= len(wanted)
    for rect in wanted:
        assert any(contains(rect, place, 1) for place in places) or not wanted


def test_lines_run_downwards_and_to_the_left() -> None:
    runs = [run for run in runs_of(pages().pages[1].items) if run.stance == "upright"]
    starts = [run.x for run in runs if run.size == 10.2]
    top = min(run.baseline for run in runs)
    assert starts[0] > starts[len(starts) // 3]
    assert all(run.baseline >= top for run in runs)


def test_the_file_says_how_its_lines_run() -> None:
    with pikepdf.open(io.BytesIO(file())) as opened:
        assert opened.Root.StructTreeRoot.K.A.WritingMode == "/TbRl"
        fonts = opened.pages[0].Resources.Font
        assert {str(font.Encoding) for font in fonts.values()} == {"/Identity-H", "/Identity-V"}
