"""Any text at any measure: inside it, by the rules, and read back from the file as it was."""

import re
import shutil
import subprocess
import unicodedata
from functools import cache

import pypdfium2
import pytest
from forbidden import forbidden
from hypothesis import given, settings
from hypothesis import strategies as st

from shiryo import inline, pages, typeset
from shiryo.layout.text.compositor import Compositor
from shiryo.layout.text.font_files import FontFiles
from shiryo.layout.text.para import Para, Style
from shiryo.pages import Element
from shiryo.render.pdf import write
from shiryo.typeset.breaking.breaks import FREE, breaks
from shiryo.typeset.cells import cells_of
from shiryo.typeset.fonts import Fonts, load
from shiryo.typeset.fonts.shape import is_silent
from shiryo.typeset.model import Kinsoku, Line, Run
from shiryo.typeset.spelling import spelt
from shiryo.units import Rect

SIZE = 10.0
STYLE = Style(SIZE, "mincho", 400, "000000", 1.6)
LEVELS: tuple[Kinsoku, ...] = ("strict", "normal", "loose")

# fmt: off
HARD = [
    "𠮟る", "髙橋", "﨑", "葛\U000e0100城", "辻\U000e0101", "神\ufe00", "か\u3099", "ハ\u309a",
    "e\u0301", "・", "方", "用", "\u3000", "——", "……", "‥‥", "（「", "」）", "。」", "、", "。",
    "！？", "ー", "っ", "々", "〜", "１２，３４５", "￥1,200", "98.5％", "10㎏",
    "internationalization", "representation", "https://example.jp/a-b/c?d=1&e=2", "C:/a/b.txt",
    "Wi-Fi", " ", "a\u00adb", "I（", "l「", "“", "”", "ﬁ", "ＡＢ", "漢字", "かな", "カナ", "AI",
    "\u2060", "\u200b", "\u00a0", "①", "㍿", "ｶﾞ", "゠",
]
# fmt: on


@cache
def fonts() -> Fonts:
    return load(["Noto Sans JP"], ["Noto Serif JP"])


@cache
def copied(character: str) -> bool:
    """Tell whether a font has it; PDFium gives a sign of its own for a soft hyphen."""
    return character != "\u00ad" and not fonts().missing(character)


def seen(text: str) -> bool:
    """Tell whether ``text`` begins with something to see: no reader tells of a joiner alone."""
    return bool(text.strip()) and not is_silent(text.strip()[0])


ANY = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="|")
"""What YAML can hold: all but surrogates and controls (and the sign that marks a torn place)."""
TEXT = st.text(ANY, max_size=60) | st.lists(
    st.sampled_from(HARD) | st.text(ANY, max_size=3), max_size=25
).map("".join)
SETTINGS = {
    "em": st.floats(4, 30),
    "breaks": st.sampled_from(["justify", "ragged", "phrase"]),
    "spacing": st.sampled_from(["jlreq", "solid"]),
    "kinsoku": st.sampled_from(LEVELS),
}


def set_text(text: str, em: float, breaks: str, spacing: str, kinsoku: Kinsoku) -> tuple[Line, ...]:
    compositor = Compositor(fonts(), spacing, kinsoku)
    return compositor.set(Para((inline.Run(text),), STYLE, breaks), em * SIZE)


def parted(text: str, spacing: str, kinsoku: Kinsoku) -> list[str]:
    """Return the stretches of ``text`` that the rules allow to part: characters, words, URLs."""
    cells = cells_of(Run(text, "mincho", 400, SIZE), spacing, fonts())
    stretches = [""]
    for cell, level in zip(cells, breaks(cells, kinsoku, 1e9, hyphens=False), strict=False):
        stretches[-1] += cell.text
        if level == FREE:
            stretches.append("")
    return stretches


@settings(deadline=None, max_examples=200)
@given(text=TEXT, **SETTINGS)
def test_lines_keep_the_rules_and_the_measure(
    text: str, em: float, breaks: str, spacing: str, kinsoku: Kinsoku
) -> None:
    text = spelt(text, fonts().missing)
    lines = set_text(text, em, breaks, spacing, kinsoku)
    assert "".join(line.text for line in lines) == text
    assert max(line.width for line in lines) <= em * SIZE + 1e-6
    # What must stay together is torn only where it is wider than a line, a hyphen included.
    wide = [
        part
        for part in parted(text, spacing, kinsoku)
        if typeset.width([Run(part, "mincho", 400, SIZE)], fonts(), spacing) > (em - 0.5) * SIZE
    ]
    for torn in forbidden(lines, kinsoku):
        before, after = torn.split("|")
        assert any(before[-1] in part and after[0] in part for part in wide), torn


def pdf(lines: tuple[Line, ...]) -> bytes:
    para = Para((), STYLE, element=Element("P", (1,)))
    placed = tuple(
        Compositor(fonts()).place(line, para, Rect(20, 20 + 20 * n, 300, 0))
        for n, line in enumerate(lines)
    )
    box = pages.TextBox(Rect(20, 20, 300, 800), (), placed)
    size = (400, 60 + 20 * len(lines))
    made = pages.PageSet(*size, (pages.Page((box,)),), pages.Info("試験"), FontFiles(fonts()))
    return write(made)


def by_pdfium(file: bytes) -> str:
    with pypdfium2.PdfDocument(file) as document:
        # PDFium takes a hyphen at the end of a line for one that is not part of the text.
        return document[0].get_textpage().get_text_range().replace("\ufffe", "-")


def by_poppler(file: bytes) -> str:
    command = ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=file, capture_output=True, check=True).stdout.decode()


READERS = [
    pytest.param(by_pdfium, id="pdfium"),
    pytest.param(
        by_poppler,
        id="poppler",
        marks=pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler-utils"),
    ),
]


def solid(text: str) -> str:
    """Return what is to be seen of ``text``, without the spaces that readers put into gaps.

    Of ligatures that have a code of their own (ﬁ) PDFium gives the letters, whoever wrote the file.
    """
    text = re.sub(r"[\ufb00-\ufb06]", lambda c: unicodedata.normalize("NFKC", c[0]), text)
    return "".join(c for c in text if not c.isspace() and not is_silent(c))


@pytest.mark.parametrize("read", READERS)
@settings(deadline=None, max_examples=60)
@given(text=TEXT.map(lambda text: "".join(filter(copied, text))).filter(seen), **SETTINGS)
def test_copied_text_is_the_source(
    read, text: str, em: float, breaks: str, spacing: str, kinsoku: Kinsoku
) -> None:
    assert solid(read(pdf(set_text(text, em, breaks, spacing, kinsoku)))) == solid(text)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    "text",
    [
        "𠮟る髙橋と﨑山、𠮷野家", "葛\U000e0100城と葛\U000e0101飾", "方法と用途・食糧",
        "か\u3099ハ\u309ae\u0301", "漢\u3000字", "——そして……‥‥", "I（あ）とl「い」",
        "漢字のinternationalizationとrepresentation", "神\ufe00と神", "A\u200dB\u2060漢",
        "①㍿ｶﾞ゠",
    ],
)  # fmt: skip
def test_hard_characters_are_copied_code_point_for_code_point(read, text: str) -> None:
    for em in (5, 9, 30):
        found = re.sub(
            r"[ \r\n\f]", "", read(pdf(set_text(text, em, "justify", "jlreq", "strict")))
        )
        assert found == text
