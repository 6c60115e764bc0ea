from collections.abc import Sequence
from dataclasses import replace

import pytest

from shiryo.article import numbers, read
from shiryo.article.model import Block, Kind, Number


def items(labels: Sequence[str]) -> list[Block]:
    """Items of labels such as ``3.``; ``-`` counts nothing, one that is indented stands below."""
    return [
        Block(
            Kind.ITEM, "文", n, n, level=int(label.startswith(" ")),
            number=None if label.strip() == "-" else Number(_value(label.strip()), label.strip()),
        )
        for n, label in enumerate(labels, 1)
    ]  # fmt: skip


def _value(label: str) -> int:
    figures = "".join(filter(str.isdigit, label))
    return int(figures) if figures.isascii() and figures else " アイウ".find(label[0])


def said(labels: str) -> list[tuple[int, list[str]]]:
    found = items([each.replace("_", " ") for each in labels.split()])
    return [(first, [b.text for b in part]) for first, part in numbers.lists(found)]


@pytest.mark.parametrize(
    ("labels", "firsts"),
    [
        ("- - -", [0]),
        ("1. 2. 3.", [1]),
        ("5. 6.", [5]),
        ("7.", [7]),
        ("1.1 1.2", [0]),
        ("(3) (4)", [3]),
        ("1. 2. 3. 1. 2.", [1, 1]),
        ("1. 2. - -", [1, 0]),
        ("1. _- _- 2.", [1]),
    ],
)
def test_lists_count_from_the_number_that_the_author_gives(labels: str, firsts: list[int]) -> None:
    assert [first for first, _ in said(labels)] == firsts


@pytest.mark.parametrize(
    "labels", ["3. 2. 1.", "0. 1. 2.", "第1条 第2条", "ア イ", "1. (1) (2) 2.", "1. - 2.", "99999."]
)
def test_numbers_that_no_list_counts_stand_in_the_words(labels: str) -> None:
    marks = ["" if each == "-" else f"{each} " for each in labels.split()]
    assert said(labels) == [(0, [f"{mark}文" for mark in marks])]


def test_numbers_below_items_stand_in_the_words() -> None:
    assert said("1. _(1) _(2) 2.") == [(1, ["文", "(1) 文", "(2) 文", "文"])]


def test_items_without_words_are_in_no_list() -> None:
    texts = zip(items(["-"] * 3), ("", "……", "☑"), strict=True)
    blank = [replace(item, text=text) for item, text in texts]
    assert [b.text for _, part in numbers.lists(blank) for b in part] == ["☑"]
    assert list(numbers.lists(blank[:2])) == []


def test_a_long_list_is_parted_in_time_that_grows_with_it() -> None:
    assert len(said(" ".join(f"{n}." for n in range(1, 9_000)))[0][1]) == 8_999


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a.md", "前文です。\n\n5. 受付\n6. 審査\n\n文です。\n\n7) 通知\n", ["5.", "6.", "7."]),
        ("a.txt", "前文です。\n(3) 受付を行う。\n(4) 審査を行う。\n", ["(3)", "(4)"]),
        ("a.txt", "前文です。\n③受付を行う。\n④審査を行う。\n", ["③", "④"]),
        ("a.html", "<html><ol start=4><li>受付<li value=9>審査<li>通知</ol>", ["4.", "9.", "10."]),
    ],
)
def test_readers_give_items_their_numbers(name: str, text: str, found: list[str]) -> None:
    article, _ = read(text.encode(), name)
    written = [b.number.written for b in article.blocks if b.kind is Kind.ITEM and b.number]
    assert written == found
