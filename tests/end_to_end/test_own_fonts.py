"""A template that brings fonts of its own, from files to the handout."""

import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner
from own_fonts import save, save_collection, small

from shiryo.cli import main

OUTLINE = """\
shiryo: 1
title: 見本
handout: {template: own}
sections:
  - id: a
    title: 見本
    blocks:
      - text: 漢字と**直骨海**を鬱と組む。
"""


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(OUTLINE, "utf-8")
    theme = "title: 自前の書体\nextends: briefing\nfonts: {mincho: [みほん明朝, Noto Serif JP]}\n"
    own = tmp_path / "templates" / "own"
    own.mkdir(parents=True)
    (own / "theme.yaml").write_text(theme, "utf-8")
    return tmp_path


def fonts_in(pdf: Path) -> set[str]:
    with pikepdf.open(pdf) as document:
        names = [str(o.BaseFont) for o in document.objects if "/BaseFont" in _keys(o)]
    return {re.sub(r"^/[A-Z]{6}\+|-Identity-H$", "", name) for name in names}


def _keys(value: pikepdf.Object) -> set[str]:
    return set(value.keys()) if isinstance(value, pikepdf.Dictionary) else set()


def test_a_handout_is_set_in_the_fonts_of_its_template(at: Path):
    faces = [small("みほん明朝"), small("みほん明朝", bold=True)]
    save_collection(faces, at / "templates" / "own" / "fonts" / "mihon.ttc")
    made = CliRunner().invoke(main, ["handout", "a.yaml"], catch_exceptions=False)
    assert made.exit_code == 0, made.output
    assert {"Mihon-RegularJ", "Mihon-BoldJ", "NotoSerifJP-Regular"} <= fonts_in(at / "a.pdf")
    text = subprocess.run(["pdftotext", "a.pdf", "-"], capture_output=True, check=True).stdout
    assert "漢字と直骨海を鬱と組む。" in text.decode()


def test_cff_fonts_of_a_template_serve_as_well(at: Path):
    save(small("みほん明朝", cff=True), at / "templates" / "own" / "fonts" / "mihon.otf")
    assert CliRunner().invoke(main, ["handout", "a.yaml"]).exit_code == 0
    assert "Mihon-RegularJ" in fonts_in(at / "a.pdf")


def test_a_family_that_is_missing_is_told_and_the_next_one_serves(at: Path):
    made = CliRunner().invoke(main, ["handout", "a.yaml"])
    assert made.exit_code == 0
    assert "みほん明朝" in made.output
    assert "Mihon-RegularJ" not in fonts_in(at / "a.pdf")


def test_fonts_lists_what_there_is_and_what_an_outline_uses(at: Path):
    save(small("みほん明朝"), at / "templates" / "own" / "fonts" / "mihon.ttf")
    there = CliRunner().invoke(main, ["fonts", "--template", "own"])
    assert there.exit_code == 0
    rows = there.stdout.splitlines()
    assert rows[1].startswith("みほん明朝")
    assert "テンプレート" in rows[1]
    assert any(row.startswith("Noto Sans JP") and "OFL" in row for row in rows)
    assert not any(row.startswith("Noto Sans SC") for row in rows)
    used = CliRunner().invoke(main, ["fonts", "a.yaml"])
    assert used.exit_code == 0
    assert re.search(r"配付資料 +みほん明朝 +400 +Mihon-RegularJ", used.stdout)
