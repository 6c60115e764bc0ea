import pytest
from forbidden import forbidden

from shiryo.typeset.model import Line


def lines(*texts: str) -> list[Line]:
    return [Line((), 0, text, ends=n == len(texts) - 1) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("漢", "。"), ("漢", "っ"), ("漢", "」"), ("「", "漢"), ("…", "…"), ("A", "I"),
        ("1", "2"), ("￥", "5"), ("5", "％"), ("５", "０"), ("漢", ")"), ("「 ", "漢"),
    ],
)  # fmt: skip
def test_forbidden(before: str, after: str) -> None:
    assert forbidden(lines(before, after)) == [f"{before.rstrip()}|{after}"]


@pytest.mark.parametrize(
    ("before", "after"), [("漢", "字"), ("。", "「"), ("a ", "b"), ("A", "漢")]
)
def test_allowed(before: str, after: str) -> None:
    assert forbidden(lines(before, after)) == []


def test_looser_kinsoku_allows_more() -> None:
    pair = lines("デ", "ータ")
    assert [len(forbidden(pair, k)) for k in ("strict", "normal", "loose")] == [1, 0, 0]


def test_hard_breaks_are_the_authors() -> None:
    assert forbidden([Line((), 0, "「", ends=True), Line((), 0, "。", ends=True)]) == []
