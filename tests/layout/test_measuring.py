"""What is known of lines before their glyphs are placed is what is then placed."""

import pytest
from em_fonts import EmFonts
from hypothesis import assume, given
from hypothesis import strategies as st

from shiryo.inline import parse
from shiryo.layout.text.compositor import Compositor
from shiryo.layout.text.measuring import fitted, line_size, placed, room
from shiryo.layout.text.para import Para, Style
from shiryo.typeset.fonts import load

FONTS = load(("Noto Sans JP",), ("Noto Serif JP",))
TEXTS = st.text("国産を、開発。「する」（AI）data-set/ -12%\n カタカナー", max_size=60)
SIZES = st.sampled_from((9.0, 12.5, 18.9, 24.0, 43.27))


@given(
    TEXTS,
    SIZES,
    st.floats(20, 900),
    st.sampled_from(("phrase", "ragged")),
    st.sampled_from(("solid", "jlreq")),
    st.sampled_from((0.0, 20.0)),
)
def test_lines_are_as_they_were_measured(
    text: str, size: float, width: float, breaks: str, spacing: str, indent: float
) -> None:
    assume(indent + 2 * 1.6 * size <= width or not indent)  # an indent that fills its line is cut
    setter = Compositor(FONTS, spacing, ruby=False, allowance=0.02)
    style = Style(size, "gothic", 400, "000000", 1.5, strong_scale=1.6)
    said = parse(f"**強い**{text}") if len(text) % 2 else parse(text)
    para = Para(said, style, breaks, first_indent=indent)
    measured, lines = fitted(setter, para, width).lines, setter.set(para, width)
    assert [line.text for line in measured] == [line.text for line in lines]
    assert [line.width for line in measured] == pytest.approx([line.width for line in lines])
    sizes = [max(line.size, size) for line in measured]
    assert sizes == [line_size(line, style) for line in lines]
    assert room(setter, [para], width).height == pytest.approx(sum(sizes) * 1.5)


@given(TEXTS, st.floats(1, 40))
def test_lines_end_alike_in_every_size(text: str, ems: float) -> None:
    setter = Compositor(EmFonts(), "solid", ruby=False)
    ends = {
        tuple(line.text for line in setter.set(Para(parse(text), style), ems * style.size))
        for style in (Style(size, "gothic", 400, "000000", 1.5) for size in (1.0, 7.3, 20.72))
    }
    assert len(ends) == 1


def test_words_that_no_line_holds_do_not_fit() -> None:
    setter = Compositor(EmFonts(), "solid", ruby=False)
    style = Style(10, "gothic", 400, "000000", 1.5)
    assert not room(setter, [Para(parse("あ"), style)], 5).fits
    assert room(setter, [Para(parse("あい"), style)], 10).fits


def test_a_text_is_broken_once_for_its_room_and_its_lines() -> None:
    compositor = Compositor(FONTS)
    para = Para(
        parse("行の終わりは段落の全体で決まる。" * 9),
        Style(10, "mincho", 400, "000000", 1.6),
        "justify",
    )
    before = placed.cache_info().misses
    assert len(compositor.set(para, 120)) == compositor.lines([para], 120) > 5
    assert placed.cache_info().misses == before + 1
