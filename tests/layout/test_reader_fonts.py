"""Fonts that readers of a deck have, and we have not."""

import io

import office
import pypdfium2
import pytest
from deck_samples import ALL
from pptx import Presentation

from shiryo import find_template, pages
from shiryo.layout.deck.deck import lay_out
from shiryo.render.pptx import write
from shiryo.template.model import Theme
from shiryo.typeset import fonts

THEME = find_template("briefing").theme
FONTS = fonts.load(THEME.fonts.gothic, THEME.fonts.mincho)


def made(**named: str) -> pages.PageSet:
    """Return a deck of all kinds of blocks for readers who have the fonts that are ``named``."""
    asked = THEME.fonts.model_copy(update={"office": named})
    theme: Theme = THEME.model_copy(update={"fonts": asked})
    return lay_out(ALL, theme, FONTS)[0]


def test_a_deck_asks_for_the_fonts_of_its_readers() -> None:
    deck = made(gothic="游ゴシック", mincho="游明朝")
    assert deck.families == ("游ゴシック", "游明朝")
    written = write(deck)
    parts = Presentation(io.BytesIO(written)).part.package.iter_parts()
    said = b"".join(part.blob for part in parts if part.partname.endswith(".xml"))
    assert "游ゴシック".encode() in said
    assert "游明朝".encode() in said
    assert b"Noto" not in said


def test_without_them_it_asks_for_its_own() -> None:
    assert made().families == ("Noto Sans JP", "Noto Serif JP")


def test_lines_leave_room_for_the_wider_letters_of_another_font() -> None:
    def widest(deck: pages.PageSet) -> float:
        boxes = [i for p in deck.pages for i in p.items if isinstance(i, pages.TextBox)]
        lists = [box for box in boxes if box.role == "list"]
        ends = ((box, line.runs[-1]) for box in lists for line in box.lines if line.runs)
        return max((run.x + run.width - box.frame.x) / box.frame.width for box, run in ends)

    assert widest(made(gothic="メイリオ")) <= 0.951


@office.needs_office
@pytest.mark.parametrize("family", ["游ゴシック", "Noto Sans JP"])
def test_nothing_leaves_a_slide_with_the_font_or_with_what_stands_in_for_it(family: str) -> None:
    with pypdfium2.PdfDocument(office.render(write(made(gothic=family)))) as pdf:
        for page in pdf:
            width, height = page.get_size()
            text = page.get_textpage()
            for n in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(n)
                assert left >= 0
                assert right <= width
                assert bottom >= 0
                assert top <= height
