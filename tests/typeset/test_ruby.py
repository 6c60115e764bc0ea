import pytest
from fake_font import FakeFonts, run

from shiryo.typeset import set_paragraph, width
from shiryo.typeset.model import Line, Piece, Setting


def set_runs(*runs: object, em: float = 40) -> tuple[Line, ...]:
    return set_paragraph(runs, em * 10, Setting(), FakeFonts())


def ruby_of(line: Line) -> Piece:
    (piece,) = [p for p in line.pieces if p.ruby]
    return piece


def test_short_ruby_is_spaced_out_over_its_base() -> None:
    (line,) = set_runs(run("百舌鳥", ruby="もず"))
    ruby = ruby_of(line)
    assert (line.width, line.ruby, line.text) == (30, True, "百舌鳥")
    assert (ruby.x, ruby.size, [g.advance for g in ruby.glyphs]) == (5, 5, [15, 15])
    assert ruby.rise > 8


def test_ruby_comes_after_its_base() -> None:
    (line,) = set_runs(run("あ"), run("富岳", ruby="ふがく"), run("い"))
    assert ["".join(g.text for g in p.glyphs) for p in line.pieces] == [
        "あ",
        "富岳",
        "ふがく",
        "い",
    ]


def test_long_ruby_widens_its_base_beside_kanji() -> None:
    assert width([run("東"), run("承", ruby="うけたまわ"), run("京")], FakeFonts()) == 45


def test_long_ruby_reaches_over_kana_by_one_em_of_its_own() -> None:
    (line,) = set_runs(run("を"), run("承", ruby="うけたまわ"), run("る"))
    assert line.width == 35
    assert ruby_of(line).x == pytest.approx(5)
    base = line.pieces[1]
    assert base.x == pytest.approx(12.5)


def test_ruby_does_not_reach_past_the_line() -> None:
    first, second = set_runs(run("ああ"), run("承", ruby="うけたまわ"), run("る"), em=3)
    assert first.text == "ああ"
    assert ruby_of(second).x == 0


def test_group_wider_than_a_line_is_taken_apart() -> None:
    lines = set_runs(run("漢字仮名交文", ruby="かんじかなまじりぶん"), em=3)
    assert "".join(line.text for line in lines) == "漢字仮名交文"
    ruby = [g.text for line in lines for p in line.pieces if p.ruby for g in p.glyphs]
    assert "".join(ruby) == "かんじかなまじりぶん"
    assert max(line.width for line in lines) <= 30
