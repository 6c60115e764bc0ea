"""Fonts of a template that are damaged: said when they are taken, not when they are written."""

from pathlib import Path

import pytest

from shiryo.diagnostics import Failed
from shiryo.typeset import fonts
from shiryo.typeset.fonts import library

NAME = "Noto Sans JP"


def taken(folder: Path, data: bytes) -> fonts.Fonts:
    (folder / "own.ttf").write_bytes(data)
    return fonts.load([NAME], [NAME], (folder,))


def test_a_font_that_lacks_its_end_is_refused_by_its_file(tmp_path: Path) -> None:
    data = library.find(NAME)[0].path.read_bytes()
    with pytest.raises(Failed) as failed:
        taken(tmp_path, data[: len(data) * 3 // 4])
    assert [d.code for d in failed.value.diagnostics] == ["typeset.damaged-font"]
    assert "own.ttf" in failed.value.diagnostics[0].message


def test_a_font_whose_names_are_damaged_is_no_font(tmp_path: Path) -> None:
    data = bytearray(library.find(NAME)[0].path.read_bytes())
    entry = data.index(b"name")
    offset, length = (int.from_bytes(data[entry + k : entry + k + 4]) for k in (8, 12))
    data[offset + 100 : offset + length] = b"\xd8" * (length - 100)
    (tmp_path / "own.ttf").write_bytes(data)
    found = [s for s in library.everything((tmp_path,)) if s.origin == "template"]
    assert NAME not in [source.family for source in found]


def test_a_whole_font_is_taken(tmp_path: Path) -> None:
    made = taken(tmp_path, library.find(NAME)[0].path.read_bytes())
    assert made.face("gothic", 400).has("漢")
