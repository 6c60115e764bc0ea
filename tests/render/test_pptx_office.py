import ctypes
import re
from dataclasses import replace

import office
import pypdfium2
import pytest
import samples
from pypdfium2 import raw

from shiryo.pages import GlyphRun, Info, Line, Page, PageSet, Paragraph, Shape, TextBox
from shiryo.render.pptx import write
from shiryo.units import Rect

pytestmark = office.needs_office


def solid(text: str) -> str:
    return re.sub(r"\s", "", text)


def origins(pdf: bytes) -> dict[str, tuple[float, float]]:
    """Return where each character of the first page stands, from its top left corner."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        text, height = page.get_textpage(), page.get_height()
        found = {}
        for index in range(text.count_chars()):
            x, y = ctypes.c_double(), ctypes.c_double()
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            character = chr(raw.FPDFText_GetUnicode(text, index))
            found[character] = (x.value, height - y.value)
        return found


def test_every_slide_is_drawn_with_all_its_text() -> None:
    pages = samples.deck()
    with pypdfium2.PdfDocument(office.render(write(pages))) as pdf:
        drawn = [solid(page.get_textpage().get_text_bounded()) for page in pdf]
    assert len(drawn) == len(pages.pages)
    for page, text in zip(pages.pages, drawn, strict=True):
        for item in page.items:
            for paragraph in getattr(item, "paragraphs", ()):
                words = "".join(run.text for run in paragraph.runs)
                assert solid(re.sub("[\x00\x0b\ud800]", "", words)) in text


def test_lines_stand_where_the_page_has_them() -> None:
    """The first baseline has half the leading over it, the others follow at its distance."""
    ascent, descent = 1.16, 0.288
    wanted, boxes = {}, []
    characters = iter("日月火水木金土年時分秒春夏秋冬朝昼夜")
    for n, (size, leading) in enumerate(((19, 1.35), (22, 1.4), (28, 1.3), (40, 1.2))):
        frame, lines = Rect(50 + 200 * n, 60, 180, 300), [next(characters) for _ in range(4)]
        first = samples.paragraph("\n".join(lines[:3]), size, leading=leading)
        last = samples.paragraph(lines[3], size, leading=leading, before=10)
        boxes.append(samples.box(frame, first, last))
        top = 60 + size * ((leading - ascent - descent) / 2 + ascent)
        for m, line in enumerate(lines):
            y = top + m * leading * size + (10 if m == 3 else 0)
            wanted[line] = (frame.x, y)
    found = origins(office.render(write(PageSet(960, 540, (Page(tuple(boxes)),), Info("題"), {}))))
    for character, (x, y) in wanted.items():
        assert found[character] == (pytest.approx(x, abs=0.1), pytest.approx(y, abs=2))


@pytest.mark.parametrize("anchor", ["top", "middle", "bottom"])
@pytest.mark.parametrize(("size", "leading"), [(16, 1.7), (60, 1.0), (22, 1.4)])
def test_decoration_moves_so_that_baselines_match(anchor: str, size: float, leading: float) -> None:
    frame, pitch = Rect(100, 150, 300, 200), size * leading
    top = frame.y + {"top": 0, "middle": 0.5, "bottom": 1}[anchor] * (200 - 2 * pitch)
    base = top + size * ((leading - 1.448) / 2 + 1.16)
    lines = tuple(
        Line((GlyphRun(100, base + n * pitch, "gothic", size, samples.INK, ()),)) for n in (0, 1)
    )
    words = samples.paragraph("日\n月", size, leading=leading)
    box = TextBox(frame, (words,), lines, "artifact", anchor=anchor)
    found = origins(office.render(write(PageSet(960, 540, (Page((box,)),), Info("題"), {}))))
    assert [found[c][1] for c in "日月"] == pytest.approx([base, base + pitch], abs=2)


def test_text_inside_shapes_stands_in_its_frame() -> None:
    characters = iter("東西南北")
    items = []
    for n, geometry in enumerate(("rectangle", "pentagon", "chevron", "ellipse")):
        frame = Rect(50 + 200 * n, 100, 180, 60)
        one: Paragraph = samples.paragraph(next(characters), 20, align="center", leading=1.2)
        text = samples.box(frame, one, anchor="middle")
        items.append(Shape(frame, geometry, fill="FFFFFF", text=text, point=20))
    page = Page(tuple(items))
    found = origins(office.render(write(replace(samples.deck(), pages=(page,)))))
    for n, character in enumerate("東西南北"):
        x, y = found[character]
        assert x + 10 == pytest.approx(140 + 200 * n, abs=1)
        assert y == pytest.approx(137.5, abs=2)
