"""What is set under a word as its label stays with it, and is no message."""

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model

_TASK = """# 畑の課題

## 水やりを自動にしてみよう

畑の水やりは、土の湿り気を測る器具が弁を開けることで自動にできます。

::: details ヒント1

器具は根の近くに埋めると正しく測れます。
:::

::: details ヒント2

弁の型番で検索してみると良いでしょう。
:::
"""


def test_hints_stand_under_their_labels_and_are_no_message() -> None:
    read, _ = article.read(_TASK.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    (section,) = (s for _, s in outline.walk() if s.message)
    assert section.message.startswith("畑の水やりは")
    items = [i for b in section.blocks if isinstance(b, model.BulletsBlock) for i in b.bullets]
    assert [(i.title, i.text[:5]) for i in items if i.title] == [
        ("ヒント1", "器具は根の"),
        ("ヒント2", "弁の型番で"),
    ]
    assert not any(i.text.startswith("器具") for i in items if not i.title)
    assert not any("器具は根の" in point.text for point in outline.summary)
