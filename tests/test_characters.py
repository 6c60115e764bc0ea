import pytest

from shiryo import characters


@pytest.mark.parametrize(
    "text",
    ["\x1b[31m", "\x00", "\x7f", "\u202e", "\u2066", "\u200f", "\ud800", "\ufffe", "\U0010ffff"],
)
def test_what_no_text_should_hold_is_named_removed_and_shown(text):
    said = f"請求{text}書"
    assert characters.unwanted(said) == (f"U+{ord(text[0]):04X}",)
    assert characters.clean(said) == f"請求{text[1:]}書"
    assert not characters.unwanted(characters.visible(said))
    assert characters.visible(said).startswith("請求\\")


@pytest.mark.parametrize(
    "text", ["👨\u200d👩\u200d👧", "葛\U000e0100", "☎\ufe0f", "a\tb\nc", "\u3000", "\ue000"]
)
def test_what_makes_visible_characters_stays(text):
    assert characters.unwanted(text) == ()
    assert characters.clean(text) == characters.visible(text) == text


def test_other_ends_of_lines_are_line_feeds():
    assert characters.clean("一\r\n二\r三\u2028四\x85五\x0c六") == "一\n二\n三\n四\n五\n六"
