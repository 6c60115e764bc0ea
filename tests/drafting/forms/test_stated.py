"""Numbers that sentences state, large beside the message."""

import pytest

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.drafting.wording.splits.stated import Stated, stated
from shiryo.outline import model


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "商工会の調べ（2024年秋）によると、夜も開けている食堂は駅の近くだけで34軒を数えます。",
            Stated("34", "軒", "夜も開けている食堂", "商工会の調べ（2024年秋）、駅の近くだけ"),
        ),
        (
            "広場の面積は1,200平方メートルとなる。",
            Stated("1,200", "平方メートル", "広場の面積", ""),
        ),
        (
            "四月一日現在、登録した家庭は約3万世帯に達した。",
            Stated("約3", "万世帯", "登録した家庭", "四月一日現在"),
        ),
    ],
)
def test_a_number_with_what_it_is_of(sentence: str, found: Stated) -> None:
    assert stated(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "これは34軒である。",
        "2023年は全国で34軒だった。",
        "開けているのは34軒だ。",
        "店は3軒ある。",
        "店は34軒ではない。",
        "店は34軒になる見通しだ。",
        "もし客が34人になれば店は50軒になる。",
        "店は34軒で、客は昼に来る。",
    ],
    ids=["this", "year", "formal", "few", "denied", "expected", "supposed", "more"],
)
def test_what_states_no_number_of_something(sentence: str) -> None:
    assert stated(sentence) is None


def drafted(text: str) -> model.Section:
    read, _ = article.read(
        f"# 港\n\n## 朝の店\n\n{text}\n\n## 先\n\n秋に橋を架ける。\n".encode(), "a.md"
    )
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    return outline.sections[0]


def figures(section: model.Section) -> list[tuple[str, str, str]]:
    return [
        (f"{f.value}{f.unit}", f.label, f.note)
        for block in section.blocks
        if isinstance(block, model.FiguresBlock)
        for f in block.figures
    ]


def test_numbers_of_sentences_apart_stand_beside_the_message() -> None:
    section = drafted(
        "市は広場の場所を秋に広げることを決めた。広場の面積は1,200平方メートルとなる。"
        "反対する人もまだ残っている。朝市に出る店は45軒である。"
    )
    assert figures(section) == [
        ("1,200平方メートル", "広場の面積", ""),
        ("45軒", "朝市に出る店", ""),
    ]
    assert section.message
    shown = str([b for b in section.blocks if isinstance(b, model.BulletsBlock)])
    assert "45軒" not in shown


def test_one_number_stands_alone_where_it_is_said_whose_it_is() -> None:
    told = "港の食堂が静かに増えている。{}夜も開けている食堂は34軒を数える。"
    assert figures(drafted(told.format("商工会の調べによると、"))) == [
        ("34軒", "夜も開けている食堂", "商工会の調べ")
    ]
    assert figures(drafted(told.format(""))) == []
