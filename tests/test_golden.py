"""The examples from end to end, as text: what changes in them is seen and meant."""

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from click.testing import CliRunner
from pptx import Presentation
from shapes import every

from shiryo.cli import main

ROOT = Path(__file__).parent.parent
SEED = "seeds/kokusan-ai.txt"
SHOWCASE = "outlines/kokusan-ai.yaml"


def shiryo(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def showcase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(ROOT)
    shiryo(
        "build", SHOWCASE, "--root", ".", "-d", str(tmp_path), "--only", "deck", "--only", "handout"
    )
    return tmp_path / "kokusan-ai"


def test_the_outline_drafted_from_the_seed(
    golden: Callable[[str, str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    shiryo("outline", SEED, "-o", str(tmp_path / "draft.yaml"))
    text = (tmp_path / "draft.yaml").read_text("utf-8")
    golden("draft.yaml", re.sub(r"(?m)^(.*file.*: *).*/", r"\1…/", text))


def test_what_the_slides_of_the_showcase_say(
    golden: Callable[[str, str], None], showcase: Path
) -> None:
    slides = Presentation(str(showcase.with_suffix(".pptx"))).slides
    golden("deck.txt", "\n".join(f"— {n} —\n{said(s)}\n" for n, s in enumerate(slides, 1)))


def said(slide) -> str:
    parts = []
    for shape in every(slide):
        if shape.has_text_frame and shape.text_frame.text:
            parts.append(shape.text_frame.text)
        elif shape.has_table:
            parts += ["｜".join(cell.text for cell in row.cells) for row in shape.table.rows]
        elif shape.has_chart:
            parts.append(f"［図：{shape._element.nvGraphicFramePr.cNvPr.get('descr')}］")
    return "\n".join(filter(None, parts))


def test_what_the_handout_of_the_showcase_says(
    golden: Callable[[str, str], None], showcase: Path
) -> None:
    pages = pdfium.PdfDocument(showcase.with_suffix(".pdf").read_bytes())
    text = "\n".join(
        f"— {n} —\n{page.get_textpage().get_text_range()}\n" for n, page in enumerate(pages, 1)
    )
    golden("handout.txt", text.replace("\r", ""))
