import pytest
from fake_font import run, set_text, texts

from shiryo.typeset import set_paragraph
from shiryo.typeset.fonts import load
from shiryo.typeset.hyphens import points
from shiryo.typeset.model import Line, Setting


def parted(token: str) -> str:
    at = points(token)
    return "".join("-" * (n in at) + letter for n, letter in enumerate(token))


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        ("infrastructure", "in-fra-struc-ture"),
        ("(representation),", "(rep-re-sen-ta-tion),"),
        ("about", "about"),
        ("only", "only"),
    ],
)
def test_at_least_two_letters_before_and_three_after(token: str, parts: str) -> None:
    assert parted(token) == parts


@pytest.mark.parametrize(
    "token",
    [
        "GENIAC", "ChatGPT", "Microsoft", "JavaScript", "machine-readable", "IEEE802",
        "snake_case_name", "https://example.com/representation", "www.representation.jp",
        "info@representation.jp",
        "C:/Users/representation.docx", "docs/decisions/representation.md", "größtenteils",
    ],
)  # fmt: skip
def test_names_signs_and_addresses_get_no_hyphen(token: str) -> None:
    assert points(token) == frozenset()


def hyphenated(lines: tuple[Line, ...]) -> list[str]:
    return [line.text + "-" * line.hyphen for line in lines]


def test_a_hyphen_is_drawn_but_is_not_text() -> None:
    lines = set_text("ああrepresentationああ", 7, "justify")
    assert hyphenated(lines) == ["ああrepresen-", "tationああ"]
    glyphs = lines[0].pieces[0].glyphs
    assert chr(glyphs[-1].gid) == "-"
    assert "".join(glyph.text for glyph in glyphs) == "ああrepresen"
    assert lines[0].width <= 70


def test_nothing_is_hyphenated_that_can_stay_whole() -> None:
    assert not any(line.hyphen for line in set_text("ああああああ representation", 7, "ragged"))


def test_solid_setting_draws_no_hyphen() -> None:
    lines = set_text("ああrepresentationああ", 7, "justify", spacing="solid")
    assert not any(line.hyphen for line in lines)


def test_hyphens_can_be_switched_off() -> None:
    assert not any(line.hyphen for line in set_text("ああrepresentation", 7, hyphens=False))


def test_a_soft_hyphen_shows_only_at_a_line_end() -> None:
    fonts = load(["Noto Sans JP"], ["Noto Serif JP"])
    text = "あああxkcd\u00adxkcdあ"
    justify = Setting("justify")
    narrow, wide = (set_paragraph([run(text)], em * 10, justify, fonts) for em in (6.3, 20))
    assert hyphenated(narrow) == ["あああxkcd\u00ad-", "xkcdあ"]
    without = set_paragraph([run(text.replace("\u00ad", ""))], 200, justify, fonts)
    assert wide[0].width == without[0].width


def test_urls_and_paths_break_at_their_joints_without_a_hyphen() -> None:
    lines = set_text("あhttps://example.go.jp/policy/2025/09/plan?lang=ja&page=2", 8, "justify")
    assert not any(line.hyphen for line in lines)
    assert {text[-1] for text in texts(lines)[:-1]} <= set("/.-?&")
