import pytest
from fake_font import FakeFonts, run

from shiryo.typeset import set_paragraph, width
from shiryo.typeset.model import Line, Piece, Setting
from shiryo.typeset.ruby import by_character


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


def test_each_character_has_its_reading_and_lines_may_part_them() -> None:
    assert by_character("漢字", ["かん", "じ"]) == [("漢", "かん"), ("字", "じ")]
    parts = by_character("打ち水", ["う", "", "みず"])
    assert parts == [("打", "う"), ("ち", None), ("水", "みず")]
    first, second = set_runs(run("漢", ruby="かん"), run("字", ruby="じ"), em=1.5)
    assert (first.text, second.text) == ("漢", "字")


def test_characters_share_their_ruby_where_a_reading_is_too_wide_for_its_own() -> None:
    assert by_character("承知", ["しょう", "ち"]) == [("承知", "しょうち")]
    (line,) = set_runs(
        *(run(text, ruby=ruby) for text, ruby in by_character("承知", ["しょう", "ち"]))
    )
    assert line.width == 20


def test_ruby_at_the_ends_of_a_line_stays_inside_it() -> None:
    lines = set_runs(
        run("承", ruby="うけたまわ"), run("る" * 3), run("承", ruby="うけたまわ"), em=8
    )
    for line in lines:
        for piece in line.pieces:
            end = piece.x + sum(glyph.advance for glyph in piece.glyphs)
            assert -1e-6 <= piece.x <= end <= 80 + 1e-6


def test_rubies_at_both_sides_of_a_kana_do_not_meet_over_it() -> None:
    long = {"ruby": "うけたまわ"}
    (line,) = set_runs(run("承", **long), run("る"), run("承", **long))
    first, second = (p for p in line.pieces if p.ruby)
    end = first.x + sum(glyph.advance for glyph in first.glyphs)
    assert second.x - end >= 5
