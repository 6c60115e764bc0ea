"""What is to be typed stands below what says so."""

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model

STEPS = """\
# 庭の灯

## 入れ方

灯の番号を調べてから入れる。

1. 庭の箱を開ける。
2. 次のコマンドで灯を登録する。

```
lamp add --name east
lamp list
```

3. 灯が点くのを待つ。
"""


def shown(text: str) -> list[model.Item]:
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    blocks = [b for _, s in outline.walk() for b in s.blocks if b.only != "handout"]
    return [i for b in blocks if isinstance(b, model.BulletsBlock) for i in b.bullets]


def test_code_below_a_step_stands_below_it() -> None:
    steps = [(i.text, [j.text for j in i.items]) for i in shown(STEPS)]
    assert ("次のコマンドで灯を登録する", ["lamp add --name east", "lamp list"]) in steps


def test_single_commands_below_sentences_stand_below_these() -> None:
    said = "\n".join(f"{n}番の灯を点けます。\n\n```\nlamp on {n}\n```\n" for n in range(1, 5))
    items = shown(f"# 庭の灯\n\n## 点け方\n\n{said}")
    below = {j.text: i.text for i in items for j in i.items}
    alone = [i.text for i in items if i.text.startswith("lamp")]  # its sentence is the message
    for n in range(1, 5):
        assert below.get(f"lamp on {n}") == f"{n}番の灯を点ける" or alone == [f"lamp on {n}"]


def test_code_is_shown_with_the_sentence_over_it_whatever_else_is_chosen() -> None:
    source = (
        "灯を点けるのは係の仕事で、毎日六時に決まって点けることになっています。\n\n\n"
        "そのときは名前も入れておきましょう。\n\nhttps://example.jp/lamp\n\n"
        "```\nlamp on --name east\n```\n\n点いたら日誌に書いて帰ります。\n"
    )
    items = shown(f"# 庭の灯\n\n## 点け方\n\n{source}")
    (over,) = (i for i in items for j in i.items if j.text == "lamp on --name east")
    said = [over.text, *(j.text for j in over.items)]
    assert any("名前も入れておこう" in text for text in said)


def test_a_program_is_no_list() -> None:
    code = "\n".join(f"lamp.on({n})" for n in range(9))
    texts = [
        i.text for i in shown(f"# 庭の灯\n\n## 点け方\n\n灯を点けます。\n\n```\n{code}\n```\n")
    ]
    assert not any("lamp.on" in text for text in texts)


LAMPS = "".join(
    f"## {name}\n\n設定の{word}の行を、\n\n```\n{word}=on\n```\n\n"
    f"のように変えると、{name}が点きます。\n\n```\n省略時:\n{word}=off\n```\n\n"
    for name, word in (("東の灯", "East"), ("西の灯", "West"), ("北の灯", "North"))
)


def test_what_lines_of_code_say_under_a_label_is_a_field() -> None:
    items = shown(f"# 庭の灯\n\n{LAMPS.split('## 西')[0]}## 西の灯\n\n日が沈むと点きます。\n")
    fields = [(i.title, i.text) for each in items for i in (each, *each.items)]
    assert ("省略時", "East=off") in fields


def test_sections_that_say_what_a_setting_does_are_one_table() -> None:
    read, _ = article.read(f"# 庭の灯\n\n{LAMPS}".encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    (table,) = (b for _, s in outline.walk() for b in s.blocks if isinstance(b, model.TableBlock))
    assert table.table.columns[-1] == "省略時"
    cells = [row.cells for row in table.table.rows]
    assert [(row[0], row[2]) for row in cells] == [
        ("東の灯", "East=off"),
        ("西の灯", "West=off"),
        ("北の灯", "North=off"),
    ]
    assert cells[0][1].startswith("設定のEastの行を、East=on のように変えると")
    assert not outline.unused
    assert edited(outline, read) == []


def test_several_lines_under_a_label_stand_below_it() -> None:
    source = "灯は暗いときに点きます。\n\n```\n条件:\n雨が降る\n日が暮れた\n```\n"
    items = shown(f"# 庭の灯\n\n## 点け方\n\n{source}")
    assert [[below.text for below in i.items] for i in items if i.text == "条件"] == [
        ["雨が降る", "日が暮れた"]
    ]


def test_code_stands_below_no_sentence_but_the_one_that_points_to_it() -> None:
    source = (
        "灯の行を次のように変えると、二つの灯に関する設定をすることができます。"
        "これらの設定は北の灯には影響を与えません。\n\n```\nEast=1\nWest=2\n```\n\n灯は一つから八つまでです。\n"
    )
    items = shown(f"# 庭の灯\n\n## 点け方\n\n{source}")
    assert not [j for i in items if "影響" in i.text for j in i.items]
    assert [j.text for i in items for j in i.items or (i,) if "=" in j.text] == ["East=1", "West=2"]
