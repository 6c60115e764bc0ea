"""A form and a tree change the text: what they do not touch stays as it was written."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shiryo.outline.editing import (
    Duplicate,
    Insert,
    Move,
    Put,
    Remove,
    Source,
    Unfit,
    apply,
    difference,
    operation,
)
from shiryo.outline.editing.meaning import same

SHOWCASE = (Path(__file__).parents[2] / "outlines" / "kokusan-ai.yaml").read_text("utf-8")
BY_HAND = """\
# 担当が手で書いたもの
shiryo: 1
title: "夜間開館"   # 仮の題
sections:
# 平日のこと
- id: week
  title: '平日'   # 短く
  blocks:
  - bullets:
    - 20時まで   # 冬も

    # 窓口は別
    - {text: 窓口は17時まで, from: [L1, L2]}
    - text: 予約は電話で
      # 番号は裏面
      items: [内線, '直通, 外線', {text: 夜間}]
  - table:
      columns: [曜日, 時間]
      rows:
      - - 月
        - "9時"   # 祝日は別
      - [ 火 ,  10時 ]
      -
        - 水
        - 11時

# 休日のこと
- # 来年から
  id: rest
  title: >-
    土曜と日曜の
    開館
  notes: |
    ここは話す

    あとで
  blocks: []
  sections:
    - {id: sunday, title: 日曜}
# おわり
"""
ITEMS = ("sections", 0, "blocks", 0, "bullets")


def changed(text: str, *operations: Any) -> tuple[str, str]:
    """Return the lines that went and those that came."""
    made = apply(text, operations)
    old, new = text.split("\n"), made.split("\n")
    head = next(n for n in range(len(old)) if old[n] != new[n : n + 1][0])
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return "\n".join(old[head : len(old) - tail]), "\n".join(new[head : len(new) - tail])


@pytest.mark.parametrize(
    ("path", "value", "went", "came"),
    [
        (("title",), "夜の開館", 'title: "夜間開館"   # 仮の題', 'title: "夜の開館"   # 仮の題'),
        (("sections", 0, "title"), "平日の'夜'", "  title: '平日'   # 短く",
         "  title: '平日の''夜'''   # 短く"),
        ((*ITEMS, 0), "21時まで", "    - 20時まで   # 冬も", "    - 21時まで   # 冬も"),
        ((*ITEMS, 1, "text"), "窓口: 17時", "    - {text: 窓口は17時まで, from: [L1, L2]}",
         "    - {text: '窓口: 17時', from: [L1, L2]}"),
        ((*ITEMS, 0, "title"), "夜間", "    - 20時まで   # 冬も",
         "    - text: 20時まで\n      title: 夜間   # 冬も"),
        ((*ITEMS, 2, "title"), "予約", "    - text: 予約は電話で",
         "    - title: 予約\n      text: 予約は電話で"),
        ((*ITEMS, 1, "from"), None, "    - {text: 窓口は17時まで, from: [L1, L2]}",
         "    - {text: 窓口は17時まで}"),
        (("sections", 1, "title"), "土曜と日曜の夜", "    開館", "    夜"),
        (("sections", 0, "blocks", 1, "table", "rows", 0, 1), "8時", '        - "9時"   # 祝日は別',
         '        - "8時"   # 祝日は別'),
        (("sections", 0, "only"), "deck", "", "  only: deck"),
        (("sections", 1, "title"), "", "  title: >-\n    土曜と日曜の\n    開館", "  title: ''"),
    ],
)  # fmt: skip
def test_a_value_is_put_where_it_stands(path: Any, value: Any, went: str, came: str) -> None:
    old, new = changed(BY_HAND, Put(path, value))
    assert old in {went, ""} or went in old
    assert came in new
    assert apply(BY_HAND, [Put(path, value)]).count("#") == BY_HAND.count("#")


def test_what_is_typed_letter_by_letter_is_a_letter_of_the_text() -> None:
    made = apply(SHOWCASE, [Put(("sections", 1, "title"), "なぜ国産AIが必要か？")])
    splice = difference(SHOWCASE, made)
    assert (splice.end - splice.start, splice.new) == (0, "？")


def test_a_section_moves_with_its_comment_and_its_empty_line() -> None:
    made = apply(BY_HAND, [Move(("sections", 1), ("sections",), 0)])
    assert made.startswith(BY_HAND[: BY_HAND.index("# 平日のこと")] + "# 休日のこと\n- # 来年から")
    assert "    - {id: sunday, title: 日曜}\n\n# 平日のこと\n- id: week" in made
    assert apply(made, [Move(("sections", 0), ("sections",), 2)]) == BY_HAND


def test_a_section_becomes_part_of_another_and_comes_back() -> None:
    within = apply(SHOWCASE, [Move(("sections", 1), ("sections", 2, "sections"), 0)])
    assert [s["id"] for s in Source.of(within).value["sections"][1]["sections"]] == [
        "why", "compute", "gennai",
    ]  # fmt: skip
    back = apply(within, [Move(("sections", 1, "sections", 0), ("sections",), 1)])
    assert same(Source.of(back).value, Source.of(SHOWCASE).value)


def test_what_is_there_twice_has_an_id_of_its_own() -> None:
    made = Source.of(apply(SHOWCASE, [Duplicate(("sections", 2))])).value["sections"]
    assert [s["id"] for s in made[2:4]] == ["support", "support-2"]
    assert [s["id"] for s in made[3]["sections"]] == ["compute-2", "gennai-2"]


def test_a_new_section_stands_apart_like_the_others() -> None:
    old, new = changed(SHOWCASE, Insert(("sections",), 7, {"id": "more", "title": "そのほか"}))
    assert not old.strip()
    assert new.strip("\n") == "  - id: more\n    title: そのほか"


def test_the_last_of_a_list_goes_with_its_key() -> None:
    made = Source.of(apply(BY_HAND, [Remove(("sections", 1, "sections", 0))])).value
    assert "sections" not in made["sections"][1]


def test_a_pasted_table_touches_the_cells_that_differ_alone() -> None:
    rows = [["月", "9時"], ["火", "12時"], ["水", "11時"], ["木", "13時"]]
    made = apply(BY_HAND, [Put(("sections", 0, "blocks", 1, "table", "rows"), rows)])
    assert '        - "9時"   # 祝日は別\n      - [ 火 ,  12時 ]\n' in made
    assert "        - 水\n        - 11時\n      - ['木', '13時']" in made


def test_numbers_of_a_chart_are_numbers() -> None:
    path = ("sections", 5, "sections", 0, "blocks", 0, "chart", "series", 0, "values")
    assert "values: [4.5, ~]" in apply(SHOWCASE, [Put(path, [4.5, None])])


@pytest.mark.parametrize(
    "asked",
    [
        Put(("sections", 9, "title"), "そこにない"),
        Move(("sections", 0), ("sections", 0, "sections"), 0),
        Remove(("nothing",)),
        Put(("sections", "title"), "並びに鍵はない"),
    ],
)
def test_what_cannot_be_is_refused(asked: Any) -> None:
    with pytest.raises(Unfit):
        apply(BY_HAND, [asked])


def test_a_change_that_would_reach_elsewhere_is_refused() -> None:
    text = "shiryo: 1\ntitle: a\nsections:\n  - &x {id: a, title: b}\nglossary: *x\n"
    with pytest.raises(Unfit):
        apply(text, [Put(("glossary", "title"), "c")])


def test_an_operation_comes_as_json() -> None:
    asked = operation({"op": "move", "path": ["sections", 1], "to": ["sections"], "index": 0})
    assert asked == Move(("sections", 1), ("sections",), 0)
    wrongs: list[Any] = [
        {"op": "drop"},
        {"op": "put"},
        {"op": "put", "path": "a", "value": 1},
        [],
        None,
    ]
    for wrong in wrongs:
        with pytest.raises(ValueError, match="no operation"):
            operation(wrong)


def paths(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = [at]
    for key, below in inner:
        found += paths(below, (*at, key)) if isinstance(below, dict | list) else [(*at, key)]
    return found


COMMENTS = [said.strip() for text in (SHOWCASE, BY_HAND) for said in re.findall(" ?# .*", text)]
WORDS = st.sampled_from(
    ["新しい文", "a: b #c", "", "1.50", "true", "- x", "[br]", "複数\n行", "it's", '"q"', "{x|y}"]
)
VALUES = st.one_of(WORDS, st.integers(0, 99), st.lists(WORDS, min_size=1, max_size=3))


@settings(max_examples=50)
@given(st.data(), st.sampled_from([SHOWCASE, BY_HAND]))
def test_any_change_says_what_was_asked_and_keeps_the_comments(data: Any, text: str) -> None:
    for _ in range(3):
        before = Source.of(text)
        known = [path for path in paths(before.value) if path]
        items = [path for path in known if isinstance(path[-1], int)]
        lists = [path for path in known if isinstance(before.at(path), list)]
        path, value = data.draw(st.sampled_from(known)), data.draw(VALUES)
        item = data.draw(st.sampled_from(items))
        into = data.draw(st.sampled_from(lists))
        index = data.draw(st.integers(0, len(before.at(into))))
        asked = data.draw(
            st.sampled_from(
                [
                    Put(path, value),
                    Insert(into, index, value),
                    Duplicate(item),
                    Move(item, into, index),
                ]
            )
        )
        if path[0] in {"shiryo", "title", "sections"} and len(path) == 1:
            continue
        try:
            made = apply(text, [asked])
        except Unfit:
            continue
        after = Source.of(made)
        if isinstance(asked, Put) and isinstance(value, str):
            assert after.at(path) in {value, None} or same(after.at(path), value)
        if isinstance(asked, Insert | Duplicate):
            assert all(said in made for said in COMMENTS if said in text)
        text = made
