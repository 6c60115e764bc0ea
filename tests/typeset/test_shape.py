import pytest

from shiryo.typeset.fonts import Fonts, load
from shiryo.typeset.fonts.shape import TOKEN, is_silent


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return load(["Noto Sans JP"], ["Noto Serif JP"])


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("国産AIが", ["国", "産", "AI", "が"]),
        ("か\u3099葛\U000e0100城", ["か\u3099", "葛\U000e0100", "城"]),
        ("a b\u3000c", ["a", " ", "b", "\u3000", "c"]),
        ("👨\u200d👩", ["👨\u200d👩"]),
        ("é\u0301\n", ["é\u0301", "\n"]),
    ],
)
def test_tokens_are_whole_and_lose_nothing(text: str, tokens: list[str]) -> None:
    assert TOKEN.findall(text) == tokens
    assert "".join(tokens) == text


def test_composed_and_decomposed_look_alike(fonts: Fonts) -> None:
    (_, composed), (_, decomposed) = (
        fonts.shape("gothic", 400, text, False)[0] for text in ("が", "か\u3099")
    )
    assert composed[0].gid == decomposed[0].gid
    assert (composed[0].text, decomposed[0].text) == ("が", "か\u3099")


def test_a_variation_selector_chooses_the_form(fonts: Fonts) -> None:
    forms = [
        fonts.shape("gothic", 400, f"葛{selector}", False)[0][1][0].gid
        for selector in ("\U000e0100", "\U000e0101")
    ]
    assert forms[0] != forms[1]


def test_japanese_forms_of_kanji(fonts: Fonts) -> None:
    for character in "直骨海角":
        face = fonts.face("gothic", 400)
        ((_, (glyph,)),) = fonts.shape("gothic", 400, character, False)
        assert glyph.gid == face.font.get_nominal_glyph(ord(character))
        assert glyph.advance == 1


def test_controls_are_not_drawn_but_kept(fonts: Fonts) -> None:
    ((_, glyphs),) = fonts.shape("gothic", 400, "\x07", False)
    assert [(g.advance, g.text) for g in glyphs] == [(0, "\x07")]
    assert is_silent("\x07")
    assert not is_silent("\u3000")


def test_what_one_face_lacks_comes_from_the_next(fonts: Fonts) -> None:
    bold = fonts.face("gothic", 700)
    mincho = fonts.face("mincho", 400)
    only = next(
        (chr(c) for c in mincho.font.face.unicodes if not bold.has(chr(c)) and c > 0xFF), None
    )
    if only is None:
        pytest.skip("both faces have the same characters")
    keys = [key for key, _ in fonts.shape("gothic", 700, f"あ{only}", False)]
    assert keys == ["gothic-700", "mincho-400"]
