import pytest

from shiryo.typeset.classes import class_of, members, names


@pytest.mark.parametrize(
    ("character", "em", "cls"),
    [
        ("「", 1, "01"),
        ("）", 1, "02"),
        ("〜", 1, "03"),
        ("？", 1, "04"),
        ("・", 1, "05"),
        ("。", 1, "06"),
        ("、", 1, "07"),
        ("…", 1, "08"),
        ("々", 1, "09"),
        ("ー", 1, "10"),
        ("っ", 1, "11"),
        ("ㇷ", 1, "11"),
        ("￥", 1, "12"),
        ("％", 1, "13"),
        ("㎏", 1, "13"),
        ("\u3000", 1, "14"),
        ("か", 1, "15"),
        ("カ", 1, "16"),
        ("漢", 1, "19"),
        ("𠮟", 1, "19"),
        ("①", 1, "19"),
        ("7", 0.5, "24"),
        (" ", 0.25, "26"),
        ("é", 0.5, "27"),
        ("W", 0.995, "27"),
        ("✓", 1, "19"),
        ("(", 0.3, "w-open"),
        ("“", 0.4, "w-open"),
        ("“", 1, "01"),
        ("｡", 0.5, "w-close"),
        ("/", 0.4, "w-join"),
        ("@", 0.9, "w-sign"),
    ],
)
def test_class_of(character: str, em: float, cls: str) -> None:
    assert class_of(character, em) == cls


def test_every_class_that_lists_characters_is_named() -> None:
    assert all(members(name) for name in names() if name not in ("19", "20", "27"))
