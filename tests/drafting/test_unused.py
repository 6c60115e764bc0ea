"""What a draft leaves out of its article is named, and can be taken in."""

from textwrap import indent

import pytest

from shiryo import article, drafting
from shiryo.article.model import Article
from shiryo.diagnostics import Diagnostics
from shiryo.drafting import unused
from shiryo.outline import model, yaml
from shiryo.outline.writing import dump

TEXT = """# 朝市の一年

## 売り上げ

朝市の売り上げは三年で二倍になった。

```
sales --year 2025
```

- 野菜は120万円を売った。
- 花は40万円を売りました。

|店|売り上げ|
|---|---|
|八百屋|120万円|

## 地図

## 見通し

来年は魚も扱う。
"""


def read(text: str) -> Article:
    return article.read(text.encode(), "a.md")[0]


def drafted(text: str) -> tuple[model.Outline, Diagnostics]:
    return drafting.draft(read(text), "a.md")


def test_what_stands_nowhere_is_listed_with_its_lines() -> None:
    outline, found = drafted(TEXT)
    assert [(t.text, t.from_) for t in outline.unused] == [
        ("sales --year 2025", ("L7-L9",)),
        ("地図", ("L18",)),
    ]
    (note,) = (d for d in found if d.code == "draft.unused")
    assert (note.severity.value, str(note.span)) == ("note", "a.md:7-9")
    assert "4 行" in note.message
    assert "L18「地図」" in note.message


def test_nothing_is_listed_of_an_article_that_is_told_whole() -> None:
    outline, found = drafted("# 橋\n\n## 経緯\n\n橋は閉じている。春に開く。\n\n- 幅は8mです。\n")
    assert outline.unused == ()
    assert "draft.unused" not in {d.code for d in found}


def test_a_heading_of_two_sentences_is_told() -> None:
    outline, _ = drafted("# 橋\n\n## 1. まずは渡ろう！それから待とう\n\n橋は春に開く。\n")
    assert outline.unused == ()


PLACES = {
    "a paragraph": "sections:\n  - id: a\n    title: 場所\n    blocks:\n",
    "an item": "sections:\n  - id: a\n    title: 場所\n    blocks:\n      - bullets:\n",
    "a main point": "sections: [{id: a, title: 場所}]\nsummary:\n",
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_what_is_moved_from_there_is_valid_where_it_comes(place: str) -> None:
    text = dump(drafted(TEXT)[0])
    entry = text[text.index("  - text: 地図") :].splitlines()[:2]
    moved = indent("\n".join(entry), " " * 8)
    loaded, problems = yaml.load(f"shiryo: 1\ntitle: 朝市\n{place}{moved}\n", "a.yaml")
    assert problems == ()
    assert "地図" in str(loaded.outline)


def test_an_outline_keeps_what_it_does_not_use() -> None:
    outline, _ = drafted(TEXT)
    loaded, problems = yaml.load(dump(outline), "a.yaml")
    assert problems == ()
    assert loaded.outline.unused == outline.unused


def test_of_a_long_table_the_cells_that_stand_nowhere_are_listed() -> None:
    rows = "".join(f"| 店{n} | {n}万円 |\n" for n in range(40))
    text = f"# 朝市\n\n## 売り上げ\n\n| 店 | 額 |\n|---|---|\n{rows}"
    outline, _ = drafted(text)
    assert outline.unused == ()
    (section,) = outline.sections
    (block,) = (b for b in section.blocks if isinstance(b, model.TableBlock))
    table = block.table.model_copy(update={"rows": block.table.rows[:-2]})
    fewer = section.model_copy(update={"blocks": (block.model_copy(update={"table": table}),)})
    left = unused.unused(read(text), outline.model_copy(update={"sections": (fewer,)}))
    assert [t.text for t in left] == ["店38 / 38万円", "店39 / 39万円"]


def test_a_title_that_is_told_with_its_subtitle_is_used() -> None:
    outline, _ = drafted("# 遊具を選ぶ方法　〜西公園を例として〜\n\n## 結果\n\n案は五つある。\n")
    assert (outline.title, outline.subtitle) == ("遊具を選ぶ方法", "西公園を例として")
    assert outline.unused == ()
