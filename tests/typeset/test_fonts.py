import pytest
import uharfbuzz as hb

from shiryo.diagnostics import Failed
from shiryo.typeset import set_paragraph, width
from shiryo.typeset.fonts import Fonts, load
from shiryo.typeset.model import Run, Setting


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return load(["Noto Sans JP"], ["Noto Serif JP"])


def run(text: str, family: str = "gothic", weight: int = 400) -> Run:
    return Run(text, family, weight, 10)


def test_bold_is_bolder(fonts: Fonts) -> None:
    def ink(weight: int) -> int:
        face = fonts.face("gothic", weight)
        return face.font.get_glyph_extents(face.font.get_nominal_glyph(ord("一"))).height

    assert abs(ink(700)) > abs(ink(400))


def test_measures_are_in_em(fonts: Fonts) -> None:
    face = fonts.face("mincho", 400)
    assert face.cff
    assert 0.7 < face.cap_height < 0.8
    assert 0.8 < face.ascent < 1.3
    assert -0.4 < face.descent < 0


def test_bold_mincho_is_bold_gothic(fonts: Fonts) -> None:
    assert fonts.face("mincho", 700) is fonts.face("gothic", 700)


def test_missing(fonts: Fonts) -> None:
    assert fonts.missing("漢字𠮟﨑髙か\u3099\u200d\n\ufe00ABC") == set()
    assert fonts.missing("笑😀") == {"😀"}


def test_used_are_only_the_faces_that_set_something() -> None:
    fonts = load(["Noto Sans JP"], ["Noto Serif JP"])
    set_paragraph([run("明朝", "mincho")], 100, Setting(), fonts)
    assert list(fonts.used) == ["mincho-400"]
    set_paragraph([run("太字", weight=700)], 100, Setting(), fonts)
    assert list(fonts.used) == ["mincho-400", "gothic-700"]


def test_a_family_that_is_not_there_is_named() -> None:
    with pytest.raises(Failed, match="ない書体"):
        load(["ない書体"], ["Noto Serif JP"])


def test_width_is_the_sum_of_the_fonts_advances(fonts: Fonts) -> None:
    face = fonts.face("gothic", 400)
    text = "AVATAR Wave"
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer, {"kern": False, "liga": False})
    em = sum(p.x_advance for p in buffer.glyph_positions) / face.units_per_em
    assert width([run(text)], fonts, "solid") == pytest.approx(em * 10)
    assert width([run("AVATAR")], fonts) < width([run("AVATAR")], fonts, "solid")


def test_glyphs_stand_for_their_characters_code_point_for_code_point(fonts: Fonts) -> None:
    text = "𠮟る葛\U000e0100城か\u3099あ\u3099e\u0301神\ufe00👨‍👩‍👧\x01方・用－〜\u3000"
    for family in ("gothic", "mincho"):
        (line,) = set_paragraph([run(text, family)], 1000, Setting(), fonts)
        assert "".join(g.text for p in line.pieces for g in p.glyphs) == text
        assert line.text == text
