"""Rules with captions, articles, counted paragraphs and clauses."""

import pytest

from shiryo import article, drafting
from shiryo.article.model import Block, Kind
from shiryo.drafting.replay import edited
from shiryo.outline import check, yaml
from shiryo.outline.writing import dump

BYLAW = """\
川辺町橋条例

第一章　総則

（目的）
第一条　この条例は、町の橋の使い方を定める。

（渡れない日）
第二条　橋を渡れない日は、次のとおりとする。
一　毎週月曜日
二　大水の出た日
２　町長は、必要があると認めるときは、前項の日を変えることができる。
３　変えた日は、橋のたもとに掲げる。

第二章　橋銭

（橋銭）
第三条の二　橋を渡る者は、橋銭を納めなければならない。
２　子どもの橋銭は、半額とする。
"""


def blocks(text: str, name: str = "a.txt") -> list[Block]:
    return list(article.read(text.encode(), name)[0].blocks)


def test_a_caption_and_the_number_below_it_are_one_heading() -> None:
    found = [(b.level, b.label + b.text) for b in blocks(BYLAW) if b.kind is Kind.HEADING]
    assert found[1:] == [
        (2, "第一章　総則"),
        (3, "第一条（目的）"),
        (3, "第二条（渡れない日）"),
        (2, "第二章　橋銭"),
        (3, "第三条の二（橋銭）"),
    ]


def test_paragraphs_and_clauses_are_items_under_their_numbers() -> None:
    found = [(b.level, b.number.written, b.text) for b in blocks(BYLAW) if b.number]
    assert found == [
        (0, "1.", "橋を渡れない日は、次のとおりとする。"),
        (1, "一", "毎週月曜日"),
        (1, "二", "大水の出た日"),
        (0, "2.", "町長は、必要があると認めるときは、前項の日を変えることができる。"),
        (0, "3.", "変えた日は、橋のたもとに掲げる。"),
        (0, "2.", "子どもの橋銭は、半額とする。"),
    ]


@pytest.mark.parametrize(
    ("below", "lines", "said"),
    [
        ("**第１条**　橋を渡る者は橋銭を納めます。", (3, 3), "橋を渡る者は橋銭を納めます。"),
        ("**第１条**\n\n* 橋を渡る者は橋銭を納めます。", (3, 4), "橋を渡る者は橋銭を納めます。"),
    ],
)
def test_a_number_set_in_bold_goes_into_the_heading(
    below: str, lines: tuple[int, int], said: str
) -> None:
    _, head, text = blocks(f"# 橋の規約\n\n## （橋銭）\n{below}\n", "a.md")
    assert (head.label, head.text, head.first, head.last) == ("第１条", "（橋銭）", *lines)
    assert (text.text, text.marks) == (said, ())


def test_slides_are_called_by_number_and_caption() -> None:
    outline, _ = drafting.draft(article.read(BYLAW.encode(), "a.txt")[0], "a.txt")
    titles = [section.title for _, section in outline.walk()]
    assert [title for title in titles if title.startswith("第三条")] == ["第三条の二（橋銭）"]


def test_a_heading_in_brackets_over_anything_else_stays_as_it_is() -> None:
    _, head, text = blocks("# 橋\n\n## （橋銭）\n\n第1条の橋は石である。\n", "a.md")
    assert (head.label, head.text, text.text) == ("", "（橋銭）", "第1条の橋は石である。")
    _, _, counted = blocks("# 橋\n\n## 橋銭\n\n2　人で渡る。\n", "a.md")
    assert not counted.number


def test_a_draft_of_rules_is_made_of_their_own_words() -> None:
    read = article.read(BYLAW.encode(), "a.txt")[0]
    loaded, _ = yaml.load(dump(drafting.draft(read, "a.txt")[0]), "a.yaml")
    assert check.check(loaded, read) == ()
    assert edited.edited(loaded.outline, read) == []
