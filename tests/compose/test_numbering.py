import pytest

from shiryo.compose.numbering import numbered
from shiryo.document import Item
from shiryo.inline import parse, plain


def told(*texts: str) -> list[tuple[int, str]]:
    return [(i.number, plain(i.text)) for i in numbered([Item(parse(text)) for text in texts])]


def test_numbers_before_all_items_are_theirs() -> None:
    assert told("3. 段落の幅", "4. **行送り**") == [(3, "段落の幅"), (4, "行送り")]


@pytest.mark.parametrize(
    "texts",
    [
        ("1. 段落の幅", "行送り"),
        ("1. 段落の幅", "3. 行送り"),
        ("1.4.8 の要件", "1.4.9 の要件"),
        ("2024. 春", "2025. 夏"),
        ("1. 一つだけ",),
    ],
)
def test_other_numbers_are_part_of_the_text(texts: tuple[str, ...]) -> None:
    assert told(*texts) == [(0, text) for text in texts]


def test_a_title_has_the_number_too() -> None:
    found = numbered([Item((), parse("1. 甲")), Item((), parse("2. 乙"))])
    assert [(i.number, plain(i.title)) for i in found] == [(1, "甲"), (2, "乙")]
