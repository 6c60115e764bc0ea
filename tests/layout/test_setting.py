"""What a theme's switches do to the lines of a handout."""

from typing import Any

import pytest
from handout_sample import HANDOUT

from shiryo import find_template, inline
from shiryo.layout.handout.setting.galley import galley
from shiryo.typeset.fonts import load
from shiryo.typeset.model import Line

THEME = find_template("briefing").theme
FONTS = load(THEME.fonts.gothic, THEME.fonts.mincho)


def lines(
    text: str, em: float, type_: dict[str, Any] | None = None, **how: Any
) -> tuple[Line, ...]:
    """Set body text in a theme with ``how`` changed in its handout and ``type_`` in its body."""
    body = THEME.handout.type["body"].model_copy(update=type_ or {})
    types = {**THEME.handout.type, "body": body}
    changed = THEME.handout.model_copy(update={"type": types, **how})
    theme = THEME.model_copy(update={"handout": changed})
    made = galley(theme, HANDOUT.labels, FONTS, 400)
    return made.lines([(inline.parse(text), "body")], em * body.size, "justify")


def test_loose_kinsoku_lets_a_long_vowel_begin_a_line() -> None:
    text = "漢" * 10 + "データベース"
    assert lines(text, 11)[1].text[0] != "ー"
    assert lines(text, 11, kinsoku="normal")[1].text[0] == "ー"


def test_hanging_lets_a_full_stop_stand_out() -> None:
    size = THEME.handout.type["body"].size
    text = "漢" * 20 + "。" + "字" * 30
    assert lines(text, 20)[0].width == pytest.approx(20 * size)
    hung = lines(text, 20, hanging=True)[0]
    assert hung.text[-1] == "。"
    assert hung.width == pytest.approx(20.5 * size)


def test_words_are_whole_where_a_theme_has_no_hyphens() -> None:
    text = "漢字の" + "representation" * 2
    assert any(line.hyphen for line in lines("漢字の漢字のrepresentationの漢字", 12))
    assert not any(line.hyphen for line in lines(text, 12, hyphens=False))


def test_palt_sets_kana_closer_and_leaves_kanji_and_marks() -> None:
    text = "いうコト、漢字。"
    (solid,), (close,) = lines(text, 30), lines(text, 30, {"palt": True})
    assert close.width < solid.width - 2
    assert close.text == solid.text == text
    (kanji,), (same,) = lines("漢字、「漢」。", 30), lines("漢字、「漢」。", 30, {"palt": True})
    assert kanji.width == same.width
