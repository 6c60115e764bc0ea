"""Answers of several people are counted, and the count can be made again."""

import re

import pytest

from shiryo import article, drafting
from shiryo.article.model import Article, Block, Kind
from shiryo.drafting.forms import answers
from shiryo.drafting.replay.edited import edited
from shiryo.drafting.select import titles
from shiryo.outline import model, yaml
from shiryo.outline.check import check

_POLL = """# 講座のふりかえり

## 参加者のアンケート

### 満足度をお聞かせください(5段階)

* 5
* 4
* 5

### 難しさについて感想を教えてください

* ちょうどよかった
* ちょうどよかった
* 難しかった

### 次に何をしたいですか？

* 本を読みたい, 作品を作りたい
* 作品を作りたい
* 作品を作りたい, 教えたい

### 今後、講座に望むことをご記入ください

* 会場がもう少し広いと、机の間を歩けて助かる。
* 資料を前の日に配ってほしい。
"""


def items(*texts: str) -> list[Block]:
    return [Block(Kind.ITEM, text, n, n) for n, text in enumerate(texts, 1)]


def rows(block: model.TableBlock | None) -> list[tuple[str, ...]]:
    assert block is not None
    return [row.cells for row in block.table.rows]


def poll() -> tuple[Article, model.Outline]:
    read, _ = article.read(_POLL.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    return read, outline


def test_answers_are_counted_the_most_frequent_first() -> None:
    block = answers.table(items("よい", "ふつう", "よい。", "わるい"), "満足度は？")
    assert rows(block) == [("よい", "2"), ("ふつう", "1"), ("わるい", "1")]
    assert [row.from_ for row in block.table.rows] == [("L1", "L3"), ("L2",), ("L4",)]
    assert block.table.columns == ("回答", "件数（4件中）")


def test_what_one_person_chose_is_parted_but_not_in_brackets() -> None:
    found = items("読む, 作る(紙, 布)", "作る(紙, 布)", "読む, 話す")
    assert rows(answers.table(found, "何をしたいですか")) == [
        ("読む", "2"),
        ("作る(紙, 布)", "2"),
        ("話す", "1"),
    ]


def test_of_many_answers_those_stand_there_that_several_gave() -> None:
    many = [f"案{n}" for n in range(8)]
    block = answers.table(items("安い, 近い", "近い, 安い", *many, *many[:6]), "理由は何ですか")
    assert all(int(count) > 1 for _, count in rows(block))
    assert "2件以上" in block.table.columns[0]


@pytest.mark.parametrize(
    ("found", "about"),
    [
        (("赤", "青", "黄"), "好きな色は？"),
        (("休憩", "講演", "休憩", "閉会"), "当日の流れ"),
        (("はい", "はい"), "使いますか？"),
    ],
)
def test_other_lists_are_not_counted(found: tuple[str, ...], about: str) -> None:
    assert answers.table(items(*found), about) is None


def test_short_questions_share_a_table_and_choices_have_their_own() -> None:
    _, outline = poll()
    tables = [b for _, s in outline.walk() for b in s.blocks if answers.is_table(b)]
    first = next(t for t in tables if len(t.table.columns) == 3)
    assert rows(first) == [
        ("満足度(5段階)", "5", "2"),
        ("", "4", "1"),
        ("難しさ", "ちょうどよかった", "2"),
        ("", "難しかった", "1"),
        ("次に何をしたいですか？", "作品を作りたい", "3"),
        ("", "本を読みたい", "1"),
        ("", "教えたい", "1"),
    ]


def test_the_handout_keeps_every_answer() -> None:
    _, outline = poll()
    kept = [s for _, s in outline.walk() if s.title == "難しさ" and s.only == "handout"]
    said = [item.text for s in kept for b in s.blocks for item in getattr(b, "bullets", ())]
    assert said == ["ちょうどよかった", "ちょうどよかった", "難しかった"]


def test_a_count_replays_and_another_one_is_found() -> None:
    read, outline = poll()
    assert edited(outline, read) == []
    text = yaml.dump(outline)
    assert not [d for d in check(yaml.load(text, "o.yaml")[0], read) if "number" in d.code]
    wrong = re.sub(r"(ちょうどよかった\W+)2", r"\g<1>3", text)
    assert wrong != text
    loaded, _ = yaml.load(wrong, "o.yaml")
    assert [said.text.split("\n")[-1] for said in edited(loaded.outline, read)] == ["3"]
    assert "outline.unsupported-number" in [d.code for d in check(loaded, read)]


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("満足度をお聞かせ下さい(10段階)", "満足度(10段階)"),
        ("今後の予定についてお聞かせください", "今後の予定"),
        ("感想や、気づいたことなど、ご自由にご入力下さい", "感想や、気づいたことなど"),
        ("[自由回答] 気になる本があれば教えて下さい。", "気になる本"),
        ("どの本を読みましたか？", "どの本を読みましたか？"),
        ("質問への回答", "質問への回答"),
        ("概要だけを教えてください", "概要だけを教えてください"),
    ],
)
def test_a_question_is_called_after_what_it_asks_for(title: str, asked: str) -> None:
    assert titles.asked(title) == asked
