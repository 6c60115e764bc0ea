"""Markdown of any depth: nothing is lost, nothing hangs."""

import pytest

from shiryo.article import read
from shiryo.article.model import Kind

END = "\n\n市は窓口を見直す。これは本文である。\n"


def texts(source: str) -> list[str]:
    article, _ = read(("# 窓口の見直し\n\n" + source + END).encode(), "a.md")
    return [b.text for b in article.blocks if b.kind is not Kind.PROMOTION][1:]


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "1. - ", ">"])
def test_quotations_and_lists_on_one_line_of_any_depth(mark: str) -> None:
    found = texts(mark * 500 + "深い所の文である。")
    assert any("深い所の文である。" in text for text in found)


def test_lists_in_lists_of_any_depth() -> None:
    found = texts("".join("  " * n + f"- 項目{n}番\n" for n in range(200)))
    assert [text for text in found if text.startswith("項目")] == [f"項目{n}番" for n in range(200)]


def test_emphasis_in_emphasis_of_any_depth() -> None:
    assert texts("*あ" * 2000 + "文" + "い*" * 2000)[0] == "あ" * 2000 + "文" + "い" * 2000


@pytest.mark.parametrize("signs", ["[" * 20_000, "![" * 20_000, "[" * 9_000 + "あ" + "]" * 9_000])
def test_brackets_without_end_are_text(signs: str) -> None:
    assert texts(signs)[0] == signs


def test_links_and_pictures_among_brackets_are_still_read() -> None:
    source = "[[注]](https://example.com/a) と `[` と [`[` の文](https://example.com/b)。"
    article, _ = read((source + END).encode(), "a.md")
    assert [link.href for link in article.links] == [
        "https://example.com/a",
        "https://example.com/b",
    ]
