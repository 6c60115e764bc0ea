"""Code within a sentence is a word of it; a tree of folders is a list; levels stay as deep."""

import pytest

from shiryo.api import draft
from shiryo.article import read
from shiryo.article.model import Block, Kind


def _blocks(source: str, file: str = "a.md") -> tuple[Block, ...]:
    return read(source.encode(), file)[0].blocks


def test_a_preformatted_line_within_a_sentence_is_a_word_of_it() -> None:
    source = (
        "<html><body><h1>設定</h1><p>設定ファイルの Log 行を、</p><pre>Log=on</pre>"
        "<p>のように変えると、話した<b>内容</b>が残ります。</p></body></html>"
    )
    _, block = _blocks(source, "a.html")
    assert block.text == "設定ファイルの Log 行を、Log=on のように変えると、話した内容が残ります。"
    assert [run.text for run in block.texts()[2] if run.strong] == ["内容"]


def test_a_line_of_code_within_a_sentence_is_a_word_of_it() -> None:
    source = (
        "# 起動\n\n庭の直下で、\n\n```\n$ sh dev.sh\n```\n\nを実行し、窓を**開いて**ください。\n"
    )
    _, block = _blocks(source)
    assert block.text == "庭の直下で、sh dev.sh を実行し、窓を開いてください。"
    assert (block.first, block.last) == (3, 9)
    assert [run.text for run in block.texts()[2] if run.strong] == ["開いて"]


def test_a_line_that_is_set_in_within_a_sentence_is_a_word_of_it() -> None:
    source = (
        "# 接続\n\n窓の宛先を、\n\n> east/a\n\nから\n\n> west/a\n\nに書き換えると、庭に入れます。\n"
    )
    _, block = _blocks(source)
    assert block.text == "窓の宛先を、east/a から west/a に書き換えると、庭に入れます。"
    quoted = "# 接続\n\n庭の人は言いました。\n\n> 窓は開く\n\nと書いた紙もあります。\n"
    assert Kind.QUOTE in [block.kind for block in _blocks(quoted)]


@pytest.mark.parametrize(
    "source",
    [
        "# 起動\n\n次を打つ。\n\n```\nsh dev.sh\n```\n\n窓が開く。\n",
        "# 起動\n\n次の二行で、\n\n```\ncd garden\nsh dev.sh\n```\n\nを実行する。\n",
        "# 起動\n\n次を打つ。\n\n```\nsh dev.sh\n```\n\nでも、窓は開かない。\n",
    ],
)
def test_other_code_stays_code(source: str) -> None:
    assert [block.kind for block in _blocks(source)].count(Kind.CODE) == 1


TREE = """# 構成

```
.
├── data # 集めたもの
│   └── raw
├── docs
└── web   画面
    ├── public
    └── types  // 型の定義
```
"""


@pytest.mark.parametrize("html", [False, True])
def test_a_tree_of_folders_is_a_list(html: bool) -> None:
    tree = TREE.split("```")[1]
    source = f"<html><body><h1>構成</h1><pre>{tree}</pre></body></html>" if html else TREE
    items = [b for b in _blocks(source, "a.html" if html else "a.md") if b.kind is Kind.ITEM]
    assert [(b.level, b.label, b.text) for b in items] == [
        (0, "data", "集めたもの"),
        (1, "", "raw"),
        (0, "", "docs"),
        (0, "web", "画面"),
        (1, "", "public"),
        (1, "types", "型の定義"),
    ]


def test_a_table_of_bars_and_a_program_draw_no_tree() -> None:
    for code in ("a | b\n--|--\n1 | 2\n3 | 4", "if (a || b)\n  |-x\nreturn"):
        assert [b.kind for b in _blocks(f"# 表\n\n```\n{code}\n```\n")][-1] is Kind.CODE


def test_items_stay_as_deep_as_their_author_set_them() -> None:
    depths = "".join(f"{'  ' * n}- 段{n}の項目\n" for n in range(6))
    assert [block.level for block in _blocks(f"# 段\n\n{depths}")[1:]] == [0, 1, 2, 3, 4, 5]


def test_a_few_commands_below_a_sentence_are_on_the_slide() -> None:
    source = "# 庭\n\n## 起動\n\n開発中は手元で窓を動かして確かめる。\n\n```\nnpm run dev\n```\n"
    outline, _ = draft(read(source.encode(), "a.md")[0])
    shown = [
        item.text
        for section in outline.sections
        for block in section.blocks
        if block.only != "handout" and hasattr(block, "bullets")
        for item in block.bullets
    ]
    assert "npm run dev" in shown


def test_a_program_is_no_list_of_commands() -> None:
    code = "\n".join(f"x{n} = {n}" for n in range(9))
    source = f"# 庭\n\n## 計算\n\n変数は一つずつ置く。\n\n```\n{code}\n```\n"
    outline, _ = draft(read(source.encode(), "a.md")[0])
    assert "x3 = 3" not in str(outline.sections[0].blocks)


ANSWERED = """# 庭の灯

<pre>
Q1. 灯は冬も点きますか？
A1. はい、夕方から点きます。
雪の日は昼も点きます。

Q2. 球は誰が替えますか？
A2. 庭師が春に替えます。
</pre>
"""


def test_questions_and_answers_in_preformatted_text_are_questions_and_answers() -> None:
    found = [(b.kind, b.text, b.first, b.last) for b in _blocks(ANSWERED)[1:]]
    assert found == [
        (Kind.HEADING, "Q1. 灯は冬も点きますか？", 4, 4),
        (Kind.PARAGRAPH, "はい、夕方から点きます。", 5, 5),
        (Kind.PARAGRAPH, "雪の日は昼も点きます。", 6, 6),
        (Kind.HEADING, "Q2. 球は誰が替えますか？", 8, 8),
        (Kind.PARAGRAPH, "庭師が春に替えます。", 9, 10),
    ]


@pytest.mark.parametrize(
    "code",
    [
        "# 灯を点けます。\nlamp.on()\n# 灯を消します。\nlamp.off()",
        "灯 = 点く。\n球 = 替える。",
        "灯が点いた。",
    ],
)
def test_code_with_japanese_remarks_is_code(code: str) -> None:
    (block,) = _blocks(f"<html><body><h1>灯</h1><pre>{code}</pre></body></html>", "a.html")[1:]
    assert block.kind is Kind.CODE


def test_headings_of_html_in_markdown_stand_on_their_own_lines() -> None:
    source = "# 庭\n\n<h2>灯</h2>\n<p>灯は\n点く。</p>\n<h2>水</h2>\n<p>水は出る。</p>\n"
    found = [(b.text, b.first, b.last) for b in _blocks(source)[1:]]
    assert found == [("灯", 3, 3), ("灯は点く。", 4, 5), ("水", 6, 6), ("水は出る。", 7, 7)]


def test_pictures_with_an_arrow_between_them_are_pictures() -> None:
    source = '# 門\n\n<img src="a.png" alt="閉じた門" /> → <img src="b.png" alt="開いた門" />\n'
    found = [(b.kind, b.text) for b in _blocks(source)[1:]]
    assert found == [(Kind.IMAGE, "閉じた門"), (Kind.IMAGE, "開いた門")]
