import io
import os
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from own_fonts import TEXT, save, save_collection, small
from static_font import static_font

from shiryo.diagnostics import Failed
from shiryo.typeset import set_paragraph
from shiryo.typeset.fonts import library, load
from shiryo.typeset.model import Run, Setting


def test_a_family_of_a_package_is_found_by_its_name_in_any_case_and_width():
    assert library.find("Ｎｏｔｏ sans  jp")[0].family == "Noto Sans JP"
    assert library.find("ない書体") == ()


def test_the_templates_own_fonts_go_before_those_of_packages(tmp_path: Path):
    own = save(small("Noto Sans JP"), tmp_path / "fonts" / "own.ttf")
    assert [s.path for s in library.find("Noto Sans JP", [tmp_path])] == [own]
    assert own not in [s.path for s in library.find("Noto Sans JP")]


def test_a_family_is_found_by_its_japanese_name(tmp_path: Path):
    save(small("みほん明朝"), tmp_path / "a.ttf")
    assert len(library.find("みほん明朝", [tmp_path])) == 1


def test_mincho_that_has_a_bold_is_set_in_it(tmp_path: Path):
    save(small("Mihon Mincho"), tmp_path / "r.ttf")
    save(small("Mihon Mincho", bold=True), tmp_path / "b.ttf")
    fonts = load(["Noto Sans JP"], ["Mihon Mincho"], [tmp_path])
    assert fonts.face("mincho", 700).family == "Mihon Mincho"
    assert fonts.face("mincho", 700).ps_name == "Mihon-Bold"
    assert fonts.face("mincho", 400).ps_name == "Mihon-Regular"


def test_what_one_family_lacks_comes_from_the_next(tmp_path: Path):
    save(small("Mihon Mincho"), tmp_path / "r.ttf")
    fonts = load(["Noto Sans JP"], ["Mihon Mincho", "Noto Serif JP"], [tmp_path])
    (line,) = set_paragraph([Run("漢字鬱", "mincho", 400, 10)], 100, Setting(), fonts)
    families = [fonts.used[piece.font].family for piece in line.pieces]
    assert families == ["Mihon Mincho", "Noto Serif JP"]


def test_a_font_in_a_collection_is_taken_from_its_place(tmp_path: Path):
    save_collection([small("Mihon A"), small("Mihon B", bold=True)], tmp_path / "c.ttc")
    (source,) = library.find("Mihon B", [tmp_path])
    assert (source.index, source.weights) == (1, (700, 700))
    face = load(["Mihon B"], ["Mihon B"], [tmp_path]).face("gothic", 700)
    alone = TTFont(io.BytesIO(static_font(face)))
    assert alone["name"].getDebugName(1) == "Mihon B"


@pytest.mark.parametrize("name", ["Noto Sans SC", "Noto Sans TC", "Noto Sans KR"])
def test_chinese_and_korean_forms_are_refused(name: str):
    with pytest.raises(Failed, match="日本の字形"):
        load([name], ["Noto Serif JP"])


def test_japanese_forms_and_fonts_without_kanji_are_not_foreign():
    assert not library.find("Noto Sans JP")[0].is_foreign
    assert not library.find("Noto Serif JP")[0].is_foreign


@pytest.mark.parametrize("fs_type", [0x0002, 0x0100, 0x0200])
def test_a_font_that_may_not_be_embedded_is_refused(tmp_path: Path, fs_type: int):
    save(small("Mihon Closed", fs_type=fs_type), tmp_path / "r.ttf")
    with pytest.raises(Failed, match="埋め込み"):
        load(["Mihon Closed"], ["Noto Serif JP"], [tmp_path])


def test_a_family_that_is_not_there_is_told():
    assert load(["ない書体", "Noto Sans JP"], ["Noto Serif JP"]).absent == ("ない書体",)


def test_another_make_of_a_family_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    assert load(["Noto Sans JP"], ["Noto Serif JP"]).stand_ins == ()
    monkeypatch.setattr(library, "PACKAGES", ("pylopdf_fonts_jp",))
    made = load(["noto sans jp"], ["Noto Serif JP"])
    assert made.stand_ins == (("noto sans jp", "justmytype_intl_cjk"),)
    save(small("Noto Sans JP"), tmp_path / "own.ttf")
    assert load(["Noto Sans JP"], ["Noto Serif JP"], [tmp_path]).stand_ins == ()


def test_what_is_no_font_is_passed_over(tmp_path: Path):
    (tmp_path / "a.ttf").write_bytes(b"junk")
    (tmp_path / "b.ttc").write_bytes(b"ttcf\0\1\0\0\0\0\0\x09")
    (tmp_path / "c.otf").write_bytes(b"")
    font = save(small("Mihon"), tmp_path / "d.ttf").read_bytes()
    (tmp_path / "e.ttf").write_bytes(font[: len(font) // 2])
    assert [s.path.name for s in library.find("Mihon", [tmp_path])][:1] == ["d.ttf"]


def test_coverage_is_counted_in_jis():
    (serif,) = library.find("Noto Serif JP")
    assert serif.covers(library.jis_x_0208()) > 0.999
    assert 0.97 < serif.covers(library.jis_x_0213()) < 1
    assert len(library.jis_x_0208()) == 6879


def test_small_fonts_cover_what_they_say(tmp_path: Path):
    save(small("Mihon", cff=True), tmp_path / "c.otf")
    (source,) = library.find("Mihon", [tmp_path])
    assert source.cff
    assert source.covers(frozenset(map(ord, TEXT))) == 1


def test_only_regular_files_of_a_templates_own_folder_are_looked_at(tmp_path: Path):
    folder = tmp_path / "fonts"
    folder.mkdir()
    os.mkfifo(folder / "pipe.ttf")
    (folder / "zero.otf").symlink_to("/dev/zero")
    with (folder / "sparse.ttf").open("wb") as file:
        file.truncate(20_000_000_000)
    (folder / "elsewhere.ttf").symlink_to(save(small("Other"), tmp_path / "other.ttf"))
    own = save(small("Own"), folder / "own.ttf")
    found = [s.path for s in library.everything([folder]) if s.origin == "template"]
    assert found == [own]
