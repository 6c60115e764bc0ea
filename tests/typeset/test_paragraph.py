import random
import re

import pytest
from fake_font import FakeFonts, advances, run, set_text, texts
from forbidden import forbidden
from hypothesis import given, settings
from hypothesis import strategies as st

from shiryo.typeset import set_paragraph, unbroken, width
from shiryo.typeset.fonts import Fonts, load
from shiryo.typeset.model import Line, Setting

# fmt: off
WORDS = [
    "国産AI", "支援策", "（人工知能）", "「基盤モデル」", "ChatGPT", "2025年9月18日", "、",
    "。", "・", "！？", "……", "――", "￥1,200", "98.5％", "データセンター", "『二重』",
    "ちょっと", "々", "https://example.jp/a-b/c.html", "ヴォッシュ", "第３回", "が", "を", "に",
    "：", "する", "ＡＢＣ", "１，０００円", "𠮟る", "葛\U000e0100城", "\u3000", " and ", "10㎏",
    "〜", "3〜5", "“引用”", "。」", "、（", "）、", "」。（", "Anthropic/米", "％",
    "か\u309a", "〝註〟", "ー", "(LLM)",
]
# fmt: on


def paragraph(seed: int) -> str:
    """A hard paragraph, but without what no line of eight em can hold."""
    chance = random.Random(seed)
    text = ""
    for _ in range(chance.randint(1, 60)):
        word = chance.choice(WORDS)
        text += "と" + word if text[-1:].isascii() and word[0].isascii() else word
    marks = r"([、。，．・：；！？ー々」』）〉》〜っッょ％〟])[、。・：！？ー々」』）〜％〟]{2,}"
    return re.sub(r"[（「『〝]{2,}", "「", re.sub(marks, r"\1", text))


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return load(["Noto Sans JP"], ["Noto Serif JP"])


@pytest.mark.parametrize("breaks", ["ragged", "phrase"])
@pytest.mark.parametrize("spacing", ["jlreq", "solid"])
def test_what_has_room_on_one_line_is_set_without_a_measure(
    fonts: Fonts, breaks: str, spacing: str
) -> None:
    setting = Setting(breaks, spacing)
    for seed in range(100):
        runs = [run(paragraph(seed) + "\n" * (seed % 3) + "二行目")]
        wide, lines = unbroken(runs, setting, fonts)
        assert wide == width(runs, fonts, spacing)
        assert lines == set_paragraph(runs, wide, setting, fonts)


@pytest.mark.parametrize("breaks", ["justify", "ragged", "phrase"])
@pytest.mark.parametrize("spacing", ["jlreq", "solid"])
def test_no_forbidden_break_and_nothing_past_the_measure(
    fonts: Fonts, breaks: str, spacing: str
) -> None:
    for seed in range(500):
        text = paragraph(seed)
        em = (8, 10, 13, 20, 28, 45)[seed % 6]
        lines = set_paragraph([run(text)], em * 10, Setting(breaks, spacing), fonts)
        assert forbidden(lines) == []
        assert max(line.width for line in lines) <= em * 10 + 1e-6
        assert "".join(texts(lines)) == text


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=80) | st.lists(
    st.sampled_from(WORDS), max_size=30
).map("".join)


@settings(deadline=None, max_examples=150)
@given(
    parts=st.lists(ANY, min_size=1, max_size=3),
    em=st.floats(1.5, 40),
    breaks=st.sampled_from(["justify", "ragged", "phrase"]),
    spacing=st.sampled_from(["jlreq", "solid"]),
    ruby=st.none() | st.just("るびるび"),
)
def test_every_character_comes_out_inside_the_measure(
    fonts: Fonts, parts: list[str], em: float, breaks: str, spacing: str, ruby: str | None
) -> None:
    runs = [run(text, ruby=ruby if n == 1 else None) for n, text in enumerate(parts)]
    lines = set_paragraph(runs, em * 10, Setting(breaks, spacing), fonts)
    text = "".join(parts)
    hard = ["".join(texts(group)) for group in hard_lines(lines)]
    assert "\n".join(hard) == text
    base = [p for line in lines for p in line.pieces if not p.ruby]
    assert "".join(g.text for p in base for g in p.glyphs) == text.replace("\n", "")
    for line in lines:
        # One glyph, such as the ligature of ——, may be wider than a very narrow measure.
        alone = sum(bool(g.text.strip()) for p in line.pieces if not p.ruby for g in p.glyphs) <= 1
        assert alone or line.width <= em * 10 + 1e-6


def hard_lines(lines: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    groups: list[tuple[Line, ...]] = [()]
    for line in lines:
        groups[-1] += (line,)
        if line.ends:
            groups.append(())
    assert groups.pop() == ()
    return groups


def test_solid_lines_are_the_sum_of_advances() -> None:
    assert texts(set_text("漢字「かな」AI。", 4, spacing="solid")) == ["漢字「か", "な」AI。"]
    assert width([run("漢字「かな」AI。")], FakeFonts(), "solid") == 80


def test_marks_have_half_an_em_and_close_up() -> None:
    lines = set_text("あ「い」。う、（え）・お", 40)
    # Origins: the glyph of an opening bracket starts half an em before its body.
    assert advances(lines[0]) == [10, 10, 10, 5, 10, 10, 5, 10, 10, 5, 10, 10]
    assert lines[0].width == 105


def test_opening_bracket_at_a_line_start_stands_at_the_edge() -> None:
    line = set_text("「あ", 10)[0]
    assert line.pieces[0].x == -5
    assert advances(line) == [10, 10]
    assert line.width == 15


def test_a_full_stop_takes_half_an_em_at_a_line_end() -> None:
    assert texts(set_text("ああああ。いい", 4.5)) == ["ああああ。", "いい"]


def test_quarter_em_between_japanese_and_latin_but_not_at_line_ends() -> None:
    line = set_text("あAIあ", 10)[0]
    assert advances(line) == [12.5, 5, 7.5, 10]
    assert [ln.width for ln in set_text("あああAI", 3)] == [30, 10]


def test_justified_lines_fill_the_measure_exactly() -> None:
    lines = set_text(
        "ああああああああ「い」ああああああああああああ、ああああああああ", 9.3, "justify"
    )
    assert [round(line.width, 6) for line in lines[:-1]] == [93] * (len(lines) - 1)
    assert all(
        line.pieces[0].x + sum(advances(line)) == pytest.approx(line.width, abs=1e-3)
        for line in lines
    )


def test_justify_shrinks_a_comma_rather_than_to_leave_a_full_stop_over() -> None:
    lines = set_text("ああああ、あああああ。" + "い" * 10, 10, "justify")
    assert lines[0].text == "ああああ、あああああ。"
    assert lines[0].width == 100


def test_space_after_a_mark_at_the_end_is_kept_or_dropped_whole() -> None:
    kept = set_text("ああああああああああああああああああ、" + "い" * 20, 19, "justify")
    assert kept[0].width == 185
    assert set(advances(kept[0])) == {10, 5}


def test_japanese_latin_gaps_stretch_before_others() -> None:
    line = set_text("ああAああああ漢字漢字" + "い" * 9, 11.2, "justify")[0]
    gaps = [round(a - n, 2) for a, n in zip(advances(line), [10, 10, 5] + [10] * 8, strict=False)]
    assert line.width == pytest.approx(112)
    assert gaps[1] == gaps[2] > 2.5
    assert set(gaps) - {gaps[1]} == {0}


def test_no_last_line_of_one_character() -> None:
    for count in range(5, 60):
        for breaks in ("justify", "ragged"):
            last = set_text("漢" * count + "。", 8, breaks)[-1]
            assert len(last.text) > 2 or count < 2


def test_first_indent_is_of_the_first_line_only() -> None:
    lines = set_text("ああああああ\nああ", 4, first_indent=10)
    assert texts(lines) == ["あああ", "あああ", "ああ"]
    assert [line.pieces[0].x for line in lines] == [10, 0, 0]
    assert [line.ends for line in lines] == [False, True, True]


def test_an_indented_bracket_may_stand_half_an_em_before() -> None:
    for opening, edge in (("full", 10), ("half", 5)):
        line = set_text("「あ」", 9, first_indent=10, opening=opening)[0]
        assert line.pieces[0].x + 5 == edge  # where the bracket's body starts
        assert set_text("あ", 9, first_indent=10, opening=opening)[0].pieces[0].x == 10


def test_hanging_lets_a_full_stop_stand_out() -> None:
    line = set_text("ああああああああああ。" + "い" * 10, 10, "justify", hanging=True)[0]
    assert line.text[-1] == "。"
    assert line.width == 105
    assert set(advances(line)[:-1]) == {10}


def test_spaces_at_the_end_of_a_line_take_no_room() -> None:
    line = set_text("ああ！\u3000いい", 3)[0]
    assert line.text == "ああ！\u3000"
    assert (line.width, advances(line)) == (30, [10, 10, 10, 0])


def test_a_raised_mark_stays_with_its_word_without_a_space() -> None:
    runs = [run("ああああ"), run("12", size=6, rise=4), run("い")]
    lines = set_paragraph(runs, 45, Setting(), FakeFonts())
    assert texts(lines) == ["あああ", "あ12い"]
    assert [p.rise for p in lines[1].pieces] == [0, 4, 0]
    assert lines[1].width == 26


def test_pieces_follow_runs_and_carry_their_tags() -> None:
    runs = [run("ああ", tag="a"), run("いい", tag="b", family="gothic", weight=700)]
    line = set_paragraph(runs, 100, Setting(), FakeFonts())[0]
    assert [(p.x, p.font, p.tag) for p in line.pieces] == [
        (0, "mincho-400", "a"),
        (20, "gothic-700", "b"),
    ]


def test_nothing_gives_one_empty_line() -> None:
    (line,) = set_paragraph([], 100, Setting("justify"), FakeFonts())
    assert (line.pieces, line.width, line.text, line.ends) == ((), 0, "", True)
    assert texts(set_text("\n\n", 5)) == ["", "", ""]


def test_a_word_that_fits_no_line_is_broken_anywhere() -> None:
    lines = set_text("ああ" + "x" * 30, 5, "justify")
    assert max(line.width for line in lines) <= 50
    assert "".join(texts(lines)) == "ああ" + "x" * 30


def test_same_input_gives_the_same_lines(fonts: Fonts) -> None:
    again = load(["Noto Sans JP"], ["Noto Serif JP"])
    text = paragraph(7)
    setting = Setting("justify")
    assert set_paragraph([run(text)], 150, setting, fonts) == set_paragraph(
        [run(text)], 150, setting, again
    )
