import pytest
from fake_font import FakeFonts, run

from shiryo.typeset.breaking.breaks import FREE, LETTER, NEVER, SOFT, WORD, breaks
from shiryo.typeset.cells import cells_of
from shiryo.typeset.model import Kinsoku


def levels(text: str, kinsoku: Kinsoku = "strict", room: float = 1e9) -> list[int]:
    return breaks(cells_of(run(text), "jlreq", FakeFonts()), kinsoku, room)[:-1]


@pytest.mark.parametrize("mark", "、。，．・：；！？ー々ゝっァ）」』】〉》〟％〜‐゠")
def test_not_at_a_line_start(mark: str) -> None:
    assert levels(f"9{mark}" if mark == "％" else f"漢{mark}") == [NEVER]


@pytest.mark.parametrize("mark", "（「『【〈《〝([")
def test_not_at_a_line_end(mark: str) -> None:
    assert levels(f"{mark}漢") == [NEVER]


@pytest.mark.parametrize(
    ("mark", "strict", "normal", "loose"),
    [
        ("ー", NEVER, FREE, FREE),
        ("々", NEVER, FREE, FREE),
        ("ょ", NEVER, FREE, FREE),
        ("・", NEVER, NEVER, FREE),
        ("！", NEVER, NEVER, FREE),
        ("。", NEVER, NEVER, NEVER),
        ("」", NEVER, NEVER, NEVER),
    ],
)
def test_levels_of_kinsoku(mark: str, strict: int, normal: int, loose: int) -> None:
    found = [levels(f"漢{mark}", kinsoku)[0] for kinsoku in ("strict", "normal", "loose")]
    assert found == [strict, normal, loose]


@pytest.mark.parametrize(
    "text", ["――", "……", "‥‥", "１２", "￥5", "5％", "５㎏", "\u6f22\u2060字", "a\u00a0b", "Ⅳ."]
)
def test_inseparable(text: str) -> None:
    assert min(levels(text)) >= LETTER


def test_full_width_number_with_points() -> None:
    assert levels("１，０００で") == [NEVER, NEVER, NEVER, NEVER, FREE]


def test_words_and_numbers_are_whole() -> None:
    assert levels("はAI2で") == [FREE, LETTER, LETTER, FREE]
    assert levels("は12.5%で") == [FREE, LETTER, NEVER, LETTER, NEVER, FREE]


def test_spaces_stay_at_the_end_of_a_line() -> None:
    assert levels("a  b") == [NEVER, NEVER, FREE]
    assert levels("？\u3000漢") == [NEVER, FREE]


def test_a_space_does_not_lift_what_is_forbidden() -> None:
    assert levels("「 漢") == [NEVER, NEVER]
    assert levels("漢 。") == [NEVER, NEVER]


def test_joints_of_words() -> None:
    assert levels("and/or")[3] == SOFT
    assert levels("e-mail")[1] == SOFT
    assert SOFT not in levels("2025-09-18")
    assert [at for at, level in enumerate(levels("https://a.jp/b")) if level == SOFT] == [12]


def test_word_wider_than_a_line_breaks_anywhere() -> None:
    assert set(levels("xkcdxkcd", room=30)) == {WORD}
    assert set(levels("xkcdxkcd", room=40)) == {LETTER}


def test_a_number_is_better_not_parted_from_its_counter() -> None:
    assert levels("5年") == levels("５人") == [SOFT]


def test_the_name_in_an_address_is_whole_and_so_is_what_is_to_be_filled_in() -> None:
    text = "https://ja.wikipedia.org/wiki"
    assert [at for at, level in enumerate(levels(text)) if level == SOFT] == [24]
    assert levels("<番")[0] == levels("番>")[0] == NEVER


def test_an_address_that_has_room_on_a_line_is_whole_on_slides() -> None:
    text = "https://a.jp/b/c"
    cells = cells_of(run(text), "solid", FakeFonts())
    whole = breaks(cells, "strict", 1000, whole=True)
    assert SOFT not in whole
    parted = breaks(cells, "strict", 0.9 * sum(cell.body for cell in cells), whole=True)
    assert [at for at, level in enumerate(parted) if level == SOFT] == [12, 14]
