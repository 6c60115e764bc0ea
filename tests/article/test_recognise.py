import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiryo import article
from shiryo.article.model import Block, Kind
from shiryo.article.structure.lines import split
from shiryo.article.structure.recognise import Structure, structure

CASES = Path(__file__).with_name("structure.md").read_text("utf-8")
CASE = re.compile(r"^## (.+?)\n\n```text\n(.*?)\n```\n\n```blocks\n(.*?)\n```", re.M | re.S)


def cases() -> Iterator[tuple[str, str, str]]:
    return (match.groups() for match in CASE.finditer(CASES))


def place(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first}-{last}"


def shown(block: Block) -> str:
    return " ".join(filter(None, (place(block.first, block.last), block.kind.value, block.label)))


def description(found: Structure, expected: str) -> str:
    """Write ``found`` in the notation of the cases; title and date only where they are asked."""
    top = [f"= {found.title}"] * expected.startswith("=") + [f"@ {found.date}"] * (
        "\n@" in expected
    )
    doubts = [f"! {d.kind} {place(d.first, d.last)}" for d in found.doubts]
    return "\n".join([*top, *map(shown, found.blocks), *doubts])


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(t, e, id=name) for name, t, e in cases()]
)
def test_kinds_of_article(text: str, expected: str) -> None:
    assert description(structure(split(text)), expected) == expected


def test_levels_follow_the_order_of_section_signs() -> None:
    found = structure(
        ("■ 概要", "国の制度です。", "● 額", "五万円です。", "■ 流れ", "窓口へどうぞ。")
    )
    assert [b.level for b in found.blocks if b.kind == "heading"][1:] == [3, 2]


def test_a_line_all_in_lenticular_brackets_is_a_heading() -> None:
    found = structure(("総額は1,200億円となる。", "【内訳】", "福祉が3割を占める。"))
    assert [(b.kind.value, b.text) for b in found.blocks][1] == ("heading", "内訳")


LINE = st.one_of(
    st.sampled_from(
        [text for _, body, _ in cases() for text in body.split("\n")]
        + [
            "",
            "　",
            "「計算資源」とは……",
            "・部品",
            "今回は",
            "といった話です。",
            "そうなんだね!",
            "---",
            ">",
        ]
    ),
    st.text(max_size=30),
)


@given(st.lists(LINE, max_size=25))
def test_every_line_that_is_not_blank_is_in_exactly_one_block(lines: list[str]) -> None:
    source = split("\n".join(lines))
    owned = [n for b in structure(source).blocks for n in range(b.first, b.last + 1)]
    assert len(owned) == len(set(owned))
    assert {n for n, line in enumerate(source, 1) if line.strip()} <= set(owned)


def test_questions_to_a_person_are_talk() -> None:
    text = (
        "Q：始めたのはなぜですか。\n佐藤：困る人がいたからです。\nQ：続けられますか。\n佐藤：ええ。"
    )
    assert {b.kind.value for b in structure(split(text)).blocks} == {"dialogue"}


def test_labels_that_come_again_under_each_heading_are_no_speakers() -> None:
    section = "## {}\n\n**起きたこと**: 大声で話した。\n\n**対応**: 係が声をかける。\n\n"
    source = "# 館の約束\n\n" + "".join(map(section.format, ("注意", "退館", "休止")))
    read, _ = article.read(source.encode(), "a.md")
    assert not [block for block in read.blocks if block.kind is Kind.DIALOGUE]


@pytest.mark.parametrize("sign", ["...", "…", "――", "・・・", "・・"])
def test_names_and_what_they_say_behind_dots_are_items(sign: str) -> None:
    lines = f"1番目 {sign} 初めの時間\n2番目 {sign} 終わりの時間\n"
    found, _ = article.read(f"# 待つ時間\n\n秒で決められる。\n\n{lines}".encode(), "a.md")
    items = [(b.label, b.text) for b in found.blocks if b.kind is Kind.ITEM]
    assert items == [("1番目", "初めの時間"), ("2番目", "終わりの時間")]


def test_dots_within_words_part_nothing() -> None:
    found = structure(("待つ...いつまでも", "歩く...どこまでも"))
    assert not [b for b in found.blocks if b.label]


def test_labels_with_what_they_say_a_line_below() -> None:
    head = "# 橋の会議\n\n1. 日時\n\n六月三日 十時から\n\n2. 場所\n\n北の橋 詰所\n\n"
    text = f"{head}## 決まったこと\n\n橋を直す。\n"
    found, _ = article.read(text.encode(), "a.md")
    rows = [(b.label, b.text, b.first, b.last) for b in found.blocks if b.kind is Kind.ITEM]
    assert rows == [("日時", "六月三日 十時から", 3, 5), ("場所", "北の橋 詰所", 7, 9)]


def test_a_lone_item_above_a_short_line_is_no_label() -> None:
    text = "# 橋の会議\n\n- 日時を決める\n\n北の橋\n\n## 決まったこと\n\n橋を直す。\n"
    found, _ = article.read(text.encode(), "a.md")
    assert [b.label for b in found.blocks if b.kind is Kind.ITEM] == [""]


def test_a_definition_says_what_it_defines_and_not_where() -> None:
    text = "芝居の話です。\n\nここで控え室とは、出番を待つ人が休む部屋のことです。\n"
    *_, found = structure(text.split("\n")).blocks
    assert (found.kind, found.label) == (Kind.DEFINITION, "控え室")


def test_a_remark_above_a_list_is_no_item_and_one_below_an_item_is_of_it() -> None:
    text = (
        "利用案内\n\n手順を次に示します。\n※ 本書は北館だけの案内です。\n"
        "・申込書を書く\n・窓口に出す\n※ 市外の方は割増です。\n・鍵を受け取る\n\n"
        "以上の手順で利用できます。\n"
    )
    found = [(b.kind, b.level, b.text) for b in article.read(text.encode(), "a.txt")[0].blocks]
    assert (Kind.PARAGRAPH, 0, "※ 本書は北館だけの案内です。") in found
    assert [(level, said) for kind, level, said in found if kind is Kind.ITEM] == [
        (0, "申込書を書く"),
        (0, "窓口に出す"),
        (1, "市外の方は割増です。"),
        (0, "鍵を受け取る"),
    ]


def test_numbers_of_chapters_are_no_labels() -> None:
    """One right above the other, they are headings both."""
    text = "倉庫の規約\n第一章　総則\n第一条　目的\nこの規約は、倉庫の使い方を定める。\n"
    text += "第二章　責任\n第二条　免責\n天災による損害は、その責めを負わない。"
    assert not [b for b in structure(split(text)).blocks if b.kind is Kind.ITEM]


def test_a_remark_right_above_a_list_leads_on_to_it() -> None:
    text = "※ 控えを渡します。\n\n※ 次の様式を1組にして出します。\n- 表紙\n- 総括表\n"
    found, _ = article.read(f"# 届け\n\n## 部数\n\n{text}".encode(), "a.md")
    assert [(b.kind, b.text) for b in found.blocks[2:]] == [
        (Kind.ITEM, "控えを渡します。"),
        (Kind.PARAGRAPH, "※ 次の様式を1組にして出します。"),
        (Kind.ITEM, "表紙"),
        (Kind.ITEM, "総括表"),
    ]
