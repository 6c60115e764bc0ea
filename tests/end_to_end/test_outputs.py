"""What a user gets: files that readers accept, with every statement, in its place."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import office
import pypdfium2
import pytest
from chain import Briefing, briefing, characters, lines, solid, statements, text_frames
from ooxml_integrity import ERROR, WARN, check_pptx
from openxml_audit import FileFormat, OpenXmlValidator
from rects import contains

from shiryo import inline
from shiryo.outline.model import Block, block_kind
from shiryo.typeset.classes import members
from shiryo.units import Rect

BOTH = pytest.mark.parametrize("name", ["showcase", "draft"])

SLACK = 3.0
"""Points that a reader with other line metrics may be off."""

NOT_FIRST = frozenset().union(*map(members, ("02", "04", "05", "06", "07", "09", "10", "11")))
NOT_LAST = members("01")
BULLETS = members("05")
"""In the handout these stand before items."""


@cache
def rendered(name: str) -> pypdfium2.PdfDocument:
    """Return the deck as LibreOffice draws it."""
    return pypdfium2.PdfDocument(office.render(briefing(name).outputs.pptx or b""))


def handout(made: Briefing) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(made.outputs.pdf or b"")


@BOTH
def test_validators_find_nothing_in_the_deck(name: str, tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(briefing(name).outputs.pptx or b"")
    audit = OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=0).validate(str(deck))
    assert [str(error) for error in audit.errors] == []
    assert [str(f) for f in check_pptx(str(deck)) if f.severity in (ERROR, WARN)] == []


@office.needs_office
@BOTH
def test_every_statement_is_on_a_slide_that_libreoffice_draws(name: str) -> None:
    text = solid("".join(p.get_textpage().get_text_bounded() for p in rendered(name)))
    made = briefing(name)
    assert len(rendered(name)) == len(made.deck.pages)
    prose = {t for block in blocks(made) if block_kind(block) == "text" for t in block.text}
    shown = {inline.plain(t, ruby=True) for t in statements(made, "deck")} - {t.text for t in prose}
    assert [statement for statement in shown if solid(statement) not in text] == []


def blocks(made: Briefing) -> list[Block]:
    return [block for _, section in made.loaded.outline.walk() for block in section.blocks]


@office.needs_office
@BOTH
def test_no_text_of_a_slide_stands_outside_its_shape_or_is_small(name: str) -> None:
    for number, (drawn, page) in enumerate(
        zip(rendered(name), briefing(name).deck.pages, strict=True), 1
    ):
        frames = text_frames(page)
        for sign in characters(drawn):
            assert sign.size >= 11.9, (number, sign)
            middle = Rect(sign.box.x + sign.box.width / 2, sign.box.y + sign.box.height / 2, 0, 0)
            assert any(contains(frame, middle, SLACK) for frame in frames), (number, sign)


@office.needs_office
@BOTH
def test_no_line_of_a_slide_starts_or_ends_as_it_must_not(name: str) -> None:
    for page in rendered(name):
        for line in (line for line in lines(page) if len(line) > 1):
            assert line[0] not in NOT_FIRST, line
            assert line.rstrip()[-1] not in NOT_LAST, line


@BOTH
def test_every_statement_is_in_the_handout(name: str) -> None:
    made = briefing(name)
    text = solid("".join(p.get_textpage().get_text_bounded() for p in handout(made)))
    runs = [run.text for statement in statements(made, "handout") for run in statement]
    assert [run for run in runs if solid(run) not in text] == []


@BOTH
def test_no_line_of_the_handout_starts_or_ends_as_it_must_not(name: str) -> None:
    for page in briefing(name).handout.pages:
        for item in page.items:
            for line in set_lines(item):
                assert line[0] not in NOT_FIRST - BULLETS, line
                assert line.rstrip()[-1] not in NOT_LAST, line


def set_lines(item: object) -> list[str]:
    """Return the lines of a text box, without the ruby over them."""
    lines = []
    for line in getattr(item, "lines", ()):
        base = max(run.size for run in line.runs) if line.runs else 0
        lines.append("".join(run.text for run in line.runs if run.size > base / 2))
    return [line for line in lines if line.strip()]


@BOTH
def test_qpdf_finds_the_handout_sound(name: str, tmp_path: Path) -> None:
    if shutil.which("qpdf") is None and os.environ.get("CI") != "true":
        pytest.skip("qpdf is not installed")
    pdf = tmp_path / "handout.pdf"
    pdf.write_bytes(briefing(name).outputs.pdf or b"")
    checked = subprocess.run(
        ["qpdf", "--check", str(pdf)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout


def test_the_draft_states_no_lead_in_and_no_speech_bubble() -> None:
    slides = "".join(
        run.text
        for page in briefing("draft").deck.pages
        for item in page.items
        for paragraph in getattr(item, "paragraphs", ())
        for run in paragraph.runs
    )
    for words in (
        "この記事では、",
        "といったポイントを順番に",
        "今のところ、",
        "だね!",
        "分からないんだ",
    ):
        assert words not in slides


_TWICE = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from chain import briefing
outputs = briefing("showcase").outputs
print(hashlib.sha256(outputs.pptx).hexdigest(), hashlib.sha256(outputs.pdf).hexdigest())
"""


def test_two_builds_give_the_same_bytes() -> None:
    seen = {
        subprocess.run(
            [sys.executable, "-c", _TWICE, str(Path(__file__).parents[1] / "shared")],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1
