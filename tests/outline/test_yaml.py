import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from shiryo.characters import clean
from shiryo.diagnostics import Failed, Span
from shiryo.outline import yaml, yaml_lines
from shiryo.outline.model import (
    BulletsBlock,
    Event,
    Item,
    Outline,
    Row,
    Section,
    Source,
    TableBlock,
    TableBody,
    Text,
    TextBlock,
    TimelineBlock,
)

GOOD = """\
# 冒頭の注釈
shiryo: 1
title: 図書館の開館時間
date: 2025-04-01   # 日付の注釈
sections:
  - id: hours
    title: "時間の変更"
    from: [L1-L3]
    blocks:
      # ブロックの注釈
      - bullets:
          - {text: 平日は20時まで, from: [L2]}
          - 土日は18時まで
      - table:
          columns: [曜日, 時刻]
          rows:
            - [平日, 20.50]
            - {cells: [土日, 007], from: [L3]}
      - text: >-
          利用者の声を
          聞いて決めた。
"""

words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.sampled_from("\n:#-'\"[]{}"),
    min_size=1,
    max_size=20,
).map(lambda text: clean(text) or "語")
refs = st.lists(st.integers(1, 99).map(lambda n: f"L{n}"), max_size=2).map(tuple)
items = st.builds(Item, text=words, title=words | st.just(""), from_=refs)
blocks = st.one_of(
    st.builds(BulletsBlock, bullets=st.tuples(items, items)),
    st.builds(TextBlock, text=st.tuples(st.builds(Text, text=words, from_=refs))),
    st.builds(TimelineBlock, timeline=st.tuples(st.builds(Event, date=words, text=words))),
    st.builds(
        TableBlock,
        table=st.builds(
            TableBody,
            columns=st.tuples(words, words),
            rows=st.tuples(st.builds(Row, cells=st.tuples(words, words), from_=refs)),
        ),
    ),
)
sections = st.builds(
    Section,
    id=st.just("a"),
    title=words,
    message=words,
    notes=words | st.just(""),
    blocks=st.lists(blocks, max_size=2).map(tuple),
    from_=refs,
)
outlines = st.builds(
    Outline,
    shiryo=st.just(1),
    title=words,
    date=st.dates(dt.date(1000, 1, 1)).map(dt.date.isoformat) | st.just(""),
    summary=st.lists(items, max_size=2).map(tuple),
    sections=sections.map(lambda s: (s, s.model_copy(update={"id": "b"}))),
)


def problems(text: str) -> list[tuple[str, int | None]]:
    with pytest.raises(Failed) as failed:
        yaml.load(text, "x.yaml")
    assert all(d.message and d.hint for d in failed.value.diagnostics)
    return [
        (d.code.removeprefix("outline."), d.span.line if d.span else None)
        for d in failed.value.diagnostics
    ]


def test_reads_values_as_they_are_written():
    outline = yaml.load(GOOD, "x.yaml")[0].outline
    table, prose = outline.sections[0].blocks[1:]
    assert outline.date == "2025-04-01"
    assert [row.cells for row in table.table.rows] == [("平日", "20.50"), ("土日", "007")]
    assert prose.text[0].text == "利用者の声を聞いて決めた。"


def test_places_give_every_key_and_value_from_where_to_where():
    text = """title: "題 名"   # 注
summary:
  - text: 一つ
    note: |
      長い
      文
  - {text: 'a''b', title: 語}   # 注
x: &a [1, 二]
y: *a
z: これは
  続く行
"""
    places = yaml_lines.read(text).places

    def offset(line: int, column: int) -> int:
        return sum(map(len, text.splitlines(keepends=True)[: line - 1])) + column - 1

    def written(region: yaml_lines.Region) -> str:
        return text[offset(*region[:2]) : offset(*region[2:])]

    values = {path: written(region) for path, region in places.values.items()}
    assert values["title",] == '"題 名"'
    assert values["summary", 0, "text"] == "一つ"
    assert values["summary", 0] == "text: 一つ\n    note: |\n      長い\n      文\n"
    assert values["summary", 1] == "{text: 'a''b', title: 語}"
    assert (values["x",], values["y",], values["y", 1]) == ("&a [1, 二]", "*a", "二")
    assert values["z",] == "これは\n  続く行"
    keys = {path: written(region) for path, region in places.keys.items()}
    assert {path: path[-1] for path in keys} == keys
    assert {path for path in values if path and isinstance(path[-1], str)} == {*keys}


def test_places_give_the_line_of_a_value_or_of_what_is_around_it():
    places = yaml.load(GOOD, "x.yaml")[0].places
    assert places.line(("sections", 0, "blocks", 0, "bullets", 1)) == 13
    assert places.line(("sections", 0, "blocks", 1, "table", "rows", 1, "cells", 1)) == 18
    assert places.line(("sections", 0, "blocks", 0, "bullets", 1, "text")) == 13
    assert places.line(("nowhere",)) == 2


@settings(max_examples=50, deadline=None)
@given(outlines)
def test_what_is_dumped_is_read_back_the_same(outline):
    assert yaml.load(yaml.dump(outline), "x.yaml")[0].outline == outline


SIGNS = [chr(n) for n in range(0x20, 0x100) if chr(n).isprintable()]
TAKEN = [
    "yes",
    "No",
    "~",
    "null",
    "1_000",
    "0o7",
    "010",
    "1:30",
    "12:30:45",
    "1e3",
    ".5",
    "+1",
    "-.inf",
    ".NaN",
]
TAKEN += [
    "2025-01-01",
    "=",
    "<<",
    "0x1f",
    "...",
    "---",
    "--- a",
    "a: b",
    "a #b",
    "a:",
    "a?b",
    "a,b",
    "[a]",
    "{a}",
]


@pytest.mark.parametrize("sign", SIGNS)
def test_what_begins_with_any_sign_is_read_back_by_every_reader(sign: str) -> None:
    assert_read_back(
        [
            f"{sign}文です",
            f"{sign} 文です",
            f"{sign}{sign}文",
            f"文{sign}",
            f"文{sign}文",
            sign + "a:b",
        ]
    )


@pytest.mark.parametrize("text", TAKEN)
def test_what_looks_like_another_value_is_read_back_as_text(text: str) -> None:
    assert_read_back([text, f"{text}。", f"x {text}"])


@settings(max_examples=100, deadline=None)
@given(st.lists(words, min_size=1, max_size=3))
def test_any_text_is_read_back_by_every_reader(texts):
    assert_read_back(texts)


def assert_read_back(texts: list[str]) -> None:
    """Assert that ruamel and PyYAML read ``texts`` back alike, in braces, in lists and alone."""
    items = tuple(Item(text=text, from_=("L1",)) for text in texts)
    blocks = (
        BulletsBlock(bullets=items),
        TableBlock(table=TableBody(columns=("a", "b"), rows=(Row(cells=(texts[0], "b")),))),
    )
    outline = Outline(
        shiryo=1, title=texts[0], sections=(Section(id="a", title=texts[-1], blocks=blocks),)
    )
    text = yaml.dump(outline)
    assert yaml.load(text, "x.yaml")[0].outline == outline
    assert pytest.importorskip("yaml").safe_load(text) == YAML(typ="safe", pure=True).load(text)


def test_dump_is_short_where_it_can_be_and_explains_itself():
    outline = yaml.load(GOOD, "x.yaml")[0].outline
    text = yaml.dump(outline)
    assert "date: 2025-04-01\n" in text
    assert "          - text: 平日は20時まで\n            from: [L2]\n          - 土日は" in text
    assert "            - ['平日', '20.50']\n" in text
    assert text.count("shiryo build") == 1


WORD = "夜の"
"""What every text of `WORDED` has, neither first nor last."""
WORDED = Outline.model_validate(
    {
        "shiryo": 1,
        "title": "町の夜の図書館",
        "variables": {"数": "町の夜の数"},
        "summary": ["町の夜の開館", {"text": "町の夜の人", "from": ["L1"], "how": ["tidy"]}],
        "sections": [
            {
                "id": "a",
                "title": "町の夜の題",
                "message": "町の夜の話",
                "blocks": [
                    {"bullets": [{"title": "町の夜の語", "text": "町の夜の文"}, "町の夜の項"]},
                    {"steps": [{"title": "町の夜の段"}]},
                    {"timeline": [{"date": "町の夜の日", "text": "町の夜の事"}]},
                    {
                        "table": {
                            "columns": ["町の夜の列", "数"],
                            "rows": [
                                ["町の夜の枡", "1"],
                                {"cells": ["町の夜の枡", "2"], "full": ["町の夜の全", "2"]},
                            ],
                        }
                    },
                    {"definition": {"term": "町の夜の語", "text": "町の夜の意味"}},
                    {"quote": {"text": "町の夜の引用", "by": "町の夜の人"}},
                    {"figures": [{"value": "3", "label": "町の夜の数"}]},
                    {
                        "chart": {
                            "kind": "bar",
                            "categories": ["町の夜の年", "次"],
                            "series": [{"name": "町の夜の数", "values": [1, 2]}],
                            "highlight": ["町の夜の年"],
                        }
                    },
                    {"text": ["町の夜の段落"], "only": "handout"},
                ],
                "notes": "町の夜の覚え",
            }
        ],
        "sources": [{"title": "町の夜の本", "from": ["L9"]}],
    }
)


@pytest.mark.parametrize(
    "mark",
    [
        "{読谷|よみたん}の",
        "夜^[昼を除く。]の",
        "{{ 数 }}の",
        "**夜**の",
        "[夜](https://a.example/?t=1)の",
    ],
)
def test_marks_may_be_added_to_any_text_of_a_draft(mark: str) -> None:
    """A person writes them in an editor, where the text stands, and minds no quotes."""
    written = yaml.dump(WORDED).replace(WORD, mark)
    wanted = json.loads(WORDED.model_dump_json(by_alias=True).replace(WORD, mark))
    assert yaml.load(written, "x.yaml")[0].outline == Outline.model_validate(wanted)
    assert pytest.importorskip("yaml").safe_load(written)["title"] == f"町の{mark}図書館"


def test_what_slides_or_handouts_alone_show_says_so_first() -> None:
    block = BulletsBlock(bullets=(Item(text="夜も開く"),), only="deck")
    section = Section(id="a", title="題", message="開く", blocks=(block,), only="handout")
    text = yaml.dump(Outline(shiryo=1, title="題", sections=(section,)))
    assert "message: 開く\n    only: handout\n    blocks:\n      - only: deck\n" in text


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_a_line_separator_is_read_back_as_a_line_end(sign: str) -> None:
    section = Section(id="a", title="題", message=f"川{sign} 橋")
    text = yaml.dump(Outline(shiryo=1, title="題", sections=(section,)))
    assert yaml.load(text, "x.yaml")[0].outline.sections[0].message == "川\n 橋"


def test_rewrite_without_changes_gives_the_same_text():
    assert yaml.rewrite(GOOD, {}) == GOOD


def test_rewrite_changes_only_what_it_is_told_to():
    path = ("sections", 0, "title")
    assert yaml.rewrite(GOOD, {path: "新しい題"}) == GOOD.replace("時間の変更", "新しい題")
    assert "L1-L3" not in yaml.rewrite(GOOD, {("sections", 0, "from"): yaml.REMOVE})
    added = yaml.rewrite(GOOD, {("sections", 0, "blocks", 0, "bullets", 2): "祝日は休み"})
    assert "          - 土日は18時まで\n          - 祝日は休み\n" in added


@settings(max_examples=50, deadline=None)
@given(outlines, words)
def test_comments_and_all_else_survive_a_rewrite(outline, title):
    text = yaml.dump(outline)
    changed = yaml.rewrite(text, {("title",): title})
    assert yaml.load(changed, "x")[0].outline == outline.model_copy(update={"title": title})
    comments = [line for line in text.splitlines() if line.startswith("# ")]
    assert [line for line in changed.splitlines() if line.startswith("# ")] == comments
    assert list(YAML().load(changed)) == list(YAML().load(text))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: 図書館の開館時間", "titel: x", [("unknown-key-near", 3)]),
        ("title: 図書館の開館時間", "xyz: x", [("missing-key", 2), ("unknown-key", 3)]),
        ("- bullets:", "- bulets:", [("unknown-block-near", 11)]),
        ("- bullets:", "- xyz:", [("unknown-block", 11)]),
        ("- bullets:", "- 文だけ\n      - bullets:", [("bare-block", 11)]),
        ("from: [L2]", "from: [12]", [("bad-reference", 12)]),
        ("from: [L2]", "from: L2", [("wrong-type", 12)]),
        ("from: [L2]", "form: [L2]", [("unknown-key-near", 12)]),
        ("[平日, 20.50]", "[平日]", [("ragged-row", 17)]),
        ("columns:", "merge: [{row: 9, column: 1}]\n          columns:", [("bad-merge", 14)]),
        ("columns:", "align: [left]\n          columns:", [("ragged-columns", 14)]),
        ("id: hours", "id: 時間", [("bad-id", 6)]),
        ("2025-04-01", "2025-02-30", [("bad-date", 4)]),
        ("2025-04-01", "四月", [("bad-date", 4)]),
        ("shiryo: 1", "shiryo: 2", [("unknown-version", 2)]),
        ("shiryo: 1", "shiryo: 1\nshiryo: 1", [("duplicate-key", 3)]),
        ("shiryo: 1", "shiryo: 1\nhandout:", [("no-value", 3)]),
        ("shiryo: 1", "shiryo: 1\nhandout: {paper: A3}", [("not-allowed", 3)]),
        ("shiryo: 1", "shiryo: 1\ndeck: {date-style: 和暦}", [("key-of-top", 3)]),
        ("shiryo: 1", "shiryo: 1\ndeck: {agenda: maybe}", [("wrong-type", 3)]),
        ("図書館の開館時間", "{{ name }}", [("bare-variable", 3)]),
        ("図書館の開館時間", "**図書館**", [("yaml-sign", 3)]),
        ("図書館の開館時間", "図書館: 時間", [("yaml-colon", 3)]),
        ("図書館の開館時間", '"図書館', [("yaml-quote", 7)]),
        ("title: 図", "title：図", [("yaml-no-colon", 3)]),
        ("  - id: hours", "\t- id: hours", [("yaml-tab", 6)]),
        ("- bullets:", "- text: x\n        bullets:", [("two-kinds", 11)]),
        ("from: [L1-L3]", "from: [L1", [("yaml-bracket", 8)]),
        ('    title: "時', '   title: "時', [("yaml-indent", 7)]),
        ('    title: "時', '\u3000\u3000title: "時', [("yaml-wide-space", 7)]),
        ("          - {", "          - 注意: 平日は休み\n          - {", [("colon-in-text", 12)]),
        ("    blocks:", "    bullets: [一つ]\n    blocks:", [("block-outside", 9)]),
        ("{text: ", "{text: 町の{読谷|よみたん}と", [("yaml-inner-sign", 12)]),
        ("{text: ", "{text: 約{{ 数 }}人と", [("yaml-inner-sign", 12)]),
        ("[平日, ", "[平日^[祝日を除く。], ", [("yaml-inner-sign", 17)]),
    ],
)
def test_says_what_is_wrong_and_on_which_line(old, new, expected):
    assert old in GOOD
    found = problems(GOOD.replace(old, new, 1))
    assert found == expected


def test_says_which_values_a_key_of_a_block_may_have():
    text = GOOD.replace("- bullets:", "- layout: gird\n        bullets:", 1)
    with pytest.raises(Failed) as failed:
        yaml.load(text, "x.yaml")
    assert "auto、list、columns、cards" in failed.value.diagnostics[0].hint


def test_finds_all_problems_at_once():
    text = GOOD.replace("title: 図", "titel: 図").replace("[L2]", "[2]").replace("007]", "007, x]")
    assert problems(text) == [("unknown-key-near", 3), ("bad-reference", 12), ("ragged-row", 18)]


def test_an_id_belongs_to_one_section():
    again = GOOD + "    sections: [{id: hours, title: 二つ目}]\n"
    assert problems(again) == [("duplicate-id", 22)]


@pytest.mark.parametrize("text", ["", "\n \n", "# 注釈だけ\n"])
def test_nothing_is_no_outline(text):
    assert problems(text)[0][0] == "empty"


DEEP = 40_000
"""Far more levels than the stack holds."""


@pytest.mark.parametrize(
    "nested",
    [
        "[" * DEEP,
        "{a: " * DEEP,
        "[" * DEEP + "]" * DEEP,
        "- " * DEEP + "a",
        "? " * DEEP + "a",
        "[\n  " * DEEP,
        "".join("\n" + " " * n + "a:" for n in range(1, 500)),
    ],
    ids=["flow", "mapping", "closed", "list", "key", "lines", "block"],
)
@pytest.mark.parametrize(
    "before", ["", "# " + "]" * DEEP, "b: '" + "}" * DEEP + "'", "b: |\n  ]]]"]
)
def test_endless_nesting_is_refused_whatever_comments_and_quotes_hold(nested, before):
    found = problems(f"{before}\na: 1\nc:\n  {nested}")
    assert [code for code, _ in found] == ["yaml-deep"]


def test_brackets_that_nest_nothing_are_no_depth():
    signs = "[{" * DEEP
    text = yaml.load(f"# {signs}\n{GOOD}label: '{signs[:900]}'\n", "x.yaml")[0].outline.label
    assert text == signs[:900]


def test_what_aliases_repeat_is_bounded():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [{','.join([f'*{a}'] * 10)}]\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert problems(bomb) == [("yaml-repeated", 4)]
    big = f"label: &a {'あ' * 5_000}\norganization: *a\nsummary: [{', '.join(['*a'] * 40)}]\n"
    assert problems(big) == [("yaml-repeated", 3)]
    assert problems("title: &a\n  - b: [*a]\n") == [("yaml-deep", 2)]


def test_an_alias_means_what_its_anchor_last_named():
    said = "&a 一, *a, &a 二, *a, &b {text: 三, from: &c [L1]}, *b, {text: *a, from: *c}"
    summary = yaml.load(f"{GOOD}summary: [{said}]\n", "x.yaml")[0].outline.summary
    assert [item.text for item in summary] == ["一", "一", "二", "二", "三", "三", "二"]
    assert [item.from_ for item in summary][4:] == [("L1",)] * 3


def test_characters_that_hide_or_steer_are_left_out_and_named_with_their_line():
    text = GOOD + 'label: "\\e[31m赤"\nsummary:\n  - "請求\\u202Egpj.exe"\n  - 請求\u2066書\n'
    loaded, found = yaml.load(text, "x.yaml")
    assert loaded.outline.label == "[31m赤"
    assert [item.text for item in loaded.outline.summary] == ["請求gpj.exe", "請求書"]
    lines = text.splitlines()
    assert [(d.span.line, d.severity) for d in found if d.span] == [
        (lines.index('label: "\\e[31m赤"') + 1, "warning"),
        (lines.index('  - "請求\\u202Egpj.exe"') + 1, "warning"),
        (lines.index("  - 請求\u2066書") + 1, "warning"),
    ]
    assert all(name in d.message for name, d in zip(("1B", "202E", "2066"), found, strict=True))


def tabled(rows: int, columns: int) -> str:
    """Return an outline with a table whose first row of cells stands in line 7."""
    heads, cells = f"[{'頭, ' * columns}]", f"[{'値, ' * columns}]"
    section = f"  - id: a\n    title: 節\n    blocks: [{{table: {{columns: {heads}, rows: [\n"
    body = f"{cells},\n" * rows
    return f"shiryo: 1\ntitle: 題\nsections:\n{section}{body}]}}}}]\n"


def listed(key: str, values: list[str]) -> str:
    return f"shiryo: 1\ntitle: 題\n{key}: [{', '.join(values)}]\nsections: [{{id: a, title: 節}}]\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (GOOD + f"label: {'あ' * 1_001}\n", ("too-long", 22)),
        (listed("summary", ["あ" * 10_001]), ("too-long", 3)),
        (GOOD.replace("[平日, 20.50]", f"[平日, {'あ' * 5_001}]"), ("too-long", 17)),
        (listed("summary", ["文"] * 2_001), ("too-many", 3)),
        (listed("summary", ["'文^[注]'"] * 1_001), ("too-many-notes", 3)),
        (tabled(251, 40), ("too-many-cells", 257)),
        (listed("blocks", ["{text: 文}"] * 1_001), ("too-many", 3)),
        (listed("summary", ["{text: 文, items: [" * 9 + "末" + "]}" * 9]), ("deep-items", 3)),
        (GOOD.replace("[曜日, 時刻]", f"[{', '.join('あ' * 51)}]"), ("too-many", 15)),
        (GOOD.replace("from: [L2]", f"from: [L{'9' * 5_000}]"), ("bad-reference", 12)),
        ("shiryo: 1\ntitle: 題\nsections:\n" + "  - {}\n" * 1_501, ("too-many-sections", 3)),
    ],
)
def test_what_passes_a_bound_is_named_with_its_line(text, problem):
    found = problems(text)
    assert found == [problem]


def test_a_list_does_not_count_beyond_what_is_read():
    text = GOOD.replace("      - table:", "        start: 10000\n      - table:")
    assert problems(text) == [("too-big", 14)]
    assert problems(text.replace("10000", "-1")) == [("too-small", 14)]


def test_of_very_many_problems_the_first_are_said():
    found = problems("".join(f"k{n}: 1\n" for n in range(9_000)) + GOOD)
    assert len(found) == 1_001
    assert found[-1] == ("more", None)
    assert problems("? " + "k" * 100_000 + "\n: 1\n" + GOOD)[0][0] == "unknown-key"


def test_json_with_escapes_is_an_outline_too():
    said = {"shiryo": 1, "title": "髙橋さんの𠮟る😀", "sections": [{"id": "a", "title": "節"}]}
    loaded, found = yaml.load(json.dumps(said), "x.json")
    assert loaded.outline.title == said["title"]
    assert found == ()


def test_says_by_how_many_spaces_a_line_should_be_indented():
    with pytest.raises(Failed) as failure:
        yaml.load(GOOD.replace("    from: [L1-L3]", "     from: [L1-L3]"), "x.yaml")
    said = failure.value.diagnostics[0]
    assert ("5 個" in said.message, "4 個" in said.hint) == (True, True)


def test_a_step_is_a_string_or_has_a_text_and_so_is_a_quotation():
    text = GOOD.replace("- bullets:", "- steps: [準備, {title: 試行, now: true}]\n      - bullets:")
    steps, *_ = yaml.load(text, "x.yaml")[0].outline.sections[0].blocks
    assert [(step.title, step.now) for step in steps.steps] == [("準備", False), ("試行", True)]
    text = GOOD.replace("- bullets:", "- quote: 学びの場だ。\n      - bullets:")
    quote, *_ = yaml.load(text, "x.yaml")[0].outline.sections[0].blocks
    assert (quote.quote.text, quote.quote.by) == ("学びの場だ。", "")


@pytest.mark.parametrize(
    "text", ["村は、橋を直した。\n", "# 橋\n\n村は: 直した。\n- [a](b)\n", "- 橋\n- 川: 水\n"]
)
def test_an_article_is_told_from_an_outline_with_mistakes(text):
    assert problems(text) == [("is-article", 1)]


def test_footnotes_that_are_escaped_do_not_count():
    text = listed("summary", [r"'文\^[注] \\\^[注]'"] * 1_001)
    assert len(yaml.load(text, "x.yaml")[0].outline.summary) == 1_001
    assert problems(listed("summary", [r"'文\\^[注]'"] * 1_001)) == [("too-many-notes", 3)]


@pytest.mark.parametrize(
    ("file", "extracted"),
    [("a.md", False), ("記事.TXT", False), ("a.docx", True), ("a.html", True)],
)
def test_whose_lines_are_counted_is_said(file: str, extracted: bool) -> None:
    outline = Outline(
        shiryo=1, title="題", source=Source(file=file), sections=(Section(id="a", title="節"),)
    )
    assert ("取り出した文を上から数えた" in yaml.dump(outline)) is extracted


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ('- text: "一つ" 二つ', "outline.yaml-quote", "引用符"),
        ("- bullets: [一つ, 二つ]]", "outline.yaml-extra-bracket", "余分"),
        ("- text: #見出し", "outline.no-value", "注釈"),
        ("- timeline: [説明会]", "outline.wrong-type", "date、text、full"),
        ("- image: 写真.png", "outline.wrong-type", "file、alt"),
        ("- steps: [{title: 準備, now: はい}]", "outline.wrong-type", "「true」か「false」"),
        ("\u3000\u3000- text: 一つ", "outline.yaml-wide-space", "空白"),
        ("\u00a0\u00a0- text: 一つ", "outline.yaml-wide-space", "空白"),
    ],
)
def test_a_mistake_in_a_block_is_told_by_what_it_is(line: str, code: str, said: str) -> None:
    head = "shiryo: 1\ntitle: 題\nsections:\n  - id: a\n    title: 節\n    blocks:\n"
    pad = "" if line[0].isspace() else " " * 6
    with pytest.raises(Failed) as failed:
        yaml.load(f"{head}{pad}{line}\n", "x.yaml")
    problem = next(d for d in failed.value.diagnostics if d.code == code)
    assert problem.span == Span("x.yaml", 7)
    assert said in problem.message + problem.hint


def test_what_an_option_may_be_is_listed_under_its_own_name() -> None:
    with pytest.raises(Failed) as failed:
        yaml.load(
            "{shiryo: 1, title: 題, handout: {per-page: 5}, sections: [{id: a, title: 節}]}", "x"
        )
    assert "1、2、3、4、6、9" in failed.value.diagnostics[0].hint


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("詳しくは[資料](https://example.com/a#b)を見る", ""),
        ("橋{はし}は{古い, 狭い}か?", ""),
        ("橋を閉じるか?直すか", ""),
        ("注: 橋を閉じる", "'"),
        ("橋 #1", "'"),
        ("[資料](https://example.com)を見る", "'"),
    ],
)
def test_signs_within_a_text_need_no_quotes(text: str, quote: str) -> None:
    section = Section(id="a", title="節", blocks=(TextBlock(text=(Text(text="文"),)),))
    written = yaml.dump(Outline(shiryo=1, title=text, sections=(section,)))
    assert f"\ntitle: {quote}{text}{quote}\n" in written
    assert yaml.load(written, "a.yaml")[0].outline.title == text
