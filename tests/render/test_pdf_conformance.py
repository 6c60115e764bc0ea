"""PDF/UA-1 and PDF/A-2a hold: what checkers of several makers say of whole files."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import chain
import page as page_validation
import pdfua
import pytest
import torture
from deck_samples import ALL as DECK
from glyphs import box, one_page, run
from handout_sample import HANDOUT, long_handout
from PIL import Image
from tag_reader import kids, tags

from shiryo import stages
from shiryo.layout.deck import deck
from shiryo.layout.handout import handout
from shiryo.pages import Element, PageSet, Picture
from shiryo.press import Press
from shiryo.render import pdf
from shiryo.typeset import fonts
from shiryo.units import Rect


def laid_out(lay_out: Callable, document: object, template: str = "briefing") -> PageSet:
    theme = chain.template(template).theme
    faces = fonts.load(theme.fonts.gothic, theme.fonts.mincho)
    return lay_out(document, theme, faces)[0]


def tortured(kind: str, options: dict[str, object], template: str = "briefing") -> PageSet:
    templates = {stages.DECK: chain.template(), stages.HANDOUT: chain.template(template)}
    press = Press(torture.material(handout=options), templates)
    return (press.deck if kind == stages.DECK else press.handout(kind))[0]


FILES: dict[str, Callable[[], PageSet]] = {
    "handout": lambda: laid_out(handout.lay_out, HANDOUT),
    "columns": lambda: laid_out(
        handout.lay_out, replace(HANDOUT, columns=2, contents="always", paper="B5")
    ),
    "vertical": lambda: laid_out(
        handout.lay_out, replace(HANDOUT, contents="always", paper="B5"), "tategaki"
    ),
    "long": lambda: laid_out(handout.lay_out, long_handout()),
    "deck": lambda: laid_out(deck.lay_out, DECK),
    "torture": lambda: tortured("summary", {}),
    "torture-columns": lambda: tortured("summary", {"paper": "Letter", "columns": 2}),
    "torture-vertical": lambda: tortured("summary", {}, "tategaki"),
    "torture-deck": lambda: tortured(stages.DECK, {}),
    "torture-slides": lambda: tortured("slides", {"per-page": 9}),
    "torture-notes": lambda: tortured("notes", {}),
    "showcase": lambda: chain.briefing("showcase").handout,
    "showcase-deck": lambda: chain.briefing("showcase").deck,
    "torture-onepage": lambda: tortured("onepage", {"paper": "B5"}),
    "onepage": lambda: chain.variant("showcase", "onepage"),
    "full": lambda: chain.variant("showcase", "full"),
    "slides": lambda: chain.variant("showcase", "slides"),
    "notes": lambda: chain.variant("showcase", "notes"),
}


@cache
def written(name: str) -> bytes:
    return pdf.write(FILES[name]())


def findings(data: bytes) -> list[tuple[str, str]]:
    limits = page_validation.SafetyLimits(max_reference_depth=100_000)
    return [
        (found.rule_id, found.message)
        for profile in ("ua1", "2a")
        for found in page_validation.validate_pdf_bytes(
            data, profile=profile, limits=limits
        ).failures
    ]


@pytest.mark.parametrize("name", FILES)
def test_it_is_pdf_ua_1_and_pdf_a_2a(name: str) -> None:
    assert findings(written(name)) == []


@pytest.mark.parametrize("name", FILES)
def test_pdfua_finds_nothing(name: str, tmp_path: Path) -> None:
    file = tmp_path / "file.pdf"
    file.write_bytes(written(name))
    assert pdfua.validate(str(file)).findings == ()


# Where a slide says its sources, at one place on every slide, is content and no running foot.
@pytest.mark.parametrize(("decks", "skip"), [(True, ["--skip", "PAG-001"]), (False, [])])
def test_outloud_finds_nothing(tmp_path: Path, decks: bool, skip: list[str]) -> None:
    outloud = Path(sys.executable).with_name("outloud")
    for name in FILES:
        if name.endswith("deck") is decks:
            (tmp_path / f"{name}.pdf").write_bytes(written(name))
    command = [outloud, "--fail-on", "warning", *skip, *tmp_path.iterdir()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(
    shutil.which("qpdf") is None and os.environ.get("CI") != "true", reason="qpdf is not installed"
)
@pytest.mark.parametrize("name", FILES)
def test_qpdf_finds_nothing(name: str, tmp_path: Path) -> None:
    file = tmp_path / "file.pdf"
    file.write_bytes(written(name))
    subprocess.run(["qpdf", "--check", file], check=True, capture_output=True)


def paragraph(text: str, font: str = "gothic-400") -> PageSet:
    made = run(text, font=font)
    return one_page(box(replace(made, element=Element("P", (0,)))))


@pytest.mark.parametrize("font", ["gothic-400", "mincho-400"])
@pytest.mark.parametrize(
    "text",
    [
        "W i。組版 あ、「Latin」…—①",
        "いぬ゚ぬ と ⽤用⽤",
        "外字\ue000と空白\u3000と\u00a0",
        "𠮟る 髙 﨑 葛󠄀",
        "どの書体にもない\U00012000\u1234字",
    ],
)
def test_any_glyphs_of_any_font_conform(text: str, font: str) -> None:
    assert findings(pdf.write(paragraph(text, font))) == []


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "I;16", "CMYK"])
def test_pictures_of_any_kind_conform(mode: str) -> None:
    file = io.BytesIO()
    Image.new(mode, (8, 8)).save(file, "JPEG" if mode == "CMYK" else "PNG")
    figure = Element("Figure", (0,), alt="赤い四角")
    picture = Picture(Rect(50, 50, 80, 80), file.getvalue(), "赤い四角", element=figure)
    assert findings(pdf.write(one_page(picture))) == []


def test_a_link_to_nowhere_is_no_link_to_a_reader() -> None:
    part = Element("P", (0,)).child("Link", 0)
    made = replace(run("外", href="#nowhere"), element=part)
    data = pdf.write(one_page(box(made)))
    assert [str(kid.S) for tag in tags(data) for kid in kids(tag.element) if "/S" in kid] == [
        "/Span"
    ]
    assert findings(data) == []


def test_no_stream_ends_in_a_carriage_return() -> None:
    """Checked on many files: one stream in 256 would."""
    for n in range(40):
        data = pdf.write(paragraph(f"第{n}の例" * (n + 1)))
        assert b"\r\nendstream" not in data
        assert findings(data) == []


def test_the_same_pages_give_the_same_bytes() -> None:
    assert pdf.write(FILES["showcase"]()) == written("showcase")
