import pytest

from shiryo.article.model import Article, Block, Kind
from shiryo.article.tree import Part, grow


def made(*blocks: Block, title: str = "題") -> Article:
    return Article("a.txt", "", title, ("",) * 9, blocks)


def heading(text: str, line: int, level: int) -> Block:
    return Block(Kind.HEADING, text, line, line, level=level)


def test_deeper_headings_are_nested_even_where_a_level_is_skipped() -> None:
    parts = grow(made(heading("甲", 1, 2), heading("乙", 2, 4), heading("丙", 3, 3)))
    assert [(p.title, [q.title for q in p.parts]) for p in parts] == [("甲", ["乙", "丙"])]


def test_the_title_is_no_section_and_what_follows_it_opens() -> None:
    text = Block(Kind.PARAGRAPH, "文。", 2, 2)
    parts = grow(made(heading("題", 1, 1), text, heading("甲", 3, 2)), "はじめに")
    assert [(p.title, p.blocks) for p in parts] == [("はじめに", [text]), ("甲", [])]


@pytest.mark.parametrize("title", ["まとめ", "5. まとめ", "おわりに", "まとめ：これからの図書館"])
def test_conclusions(title: str) -> None:
    assert Part(title, 2, 1).is_conclusion


def test_a_list_of_links_is_no_conclusion() -> None:
    assert not Part("まとめサイト", 2, 1).is_conclusion


def test_a_heading_said_again_goes_on_with_its_section() -> None:
    adult, child = (Block(Kind.PARAGRAPH, f"{n}円。", n, n) for n in (2, 4))
    again = (heading("料金", 1, 2), adult, heading("料金", 3, 2), child)
    parts = grow(made(*again, heading("窓口", 5, 2), heading("料金", 6, 2)))
    assert [(p.title, p.blocks) for p in parts] == [
        ("料金", [adult, child]),
        ("窓口", []),
        ("料金", []),
    ]
