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
    texts = [i.text for i in shown(f"# 庭の灯\n\n## 点け方\n\n{said}")]
    assert [t for t in texts if t.startswith("lamp")] == [f"lamp on {n}" for n in range(1, 5)]


def test_a_program_is_no_list() -> None:
    code = "\n".join(f"lamp.on({n})" for n in range(9))
    texts = [
        i.text for i in shown(f"# 庭の灯\n\n## 点け方\n\n灯を点けます。\n\n```\n{code}\n```\n")
    ]
    assert not any("lamp.on" in text for text in texts)
