"""The handout that is the article itself."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from shiryo import article, find_template, inline
from shiryo import document as d
from shiryo.addresses import beside
from shiryo.compose import full
from shiryo.compose.material import Material
from shiryo.diagnostics import Diagnostics, Failed
from shiryo.document.walk import texts
from shiryo.inline import plain
from shiryo.outline import yaml
from shiryo.targets import Own
from shiryo.template.model import Template

TEMPLATE = find_template("briefing")

MARKDOWN = """\
# 窓口の混雑

市役所の窓口は三月に混みます。

## 混む理由

転入と転出が重なるからです。

- 住民票:一日に300件
- 印鑑登録
  - 本人が来る場合

### 時間帯

| 時 | 件 |
|----|----|
| 9  | 40 |

1. 整理券を取る
2. 番号を待つ

## 対策

> 待つ時間が惜しい。

夜も開きます。

![窓口](a.png)
"""
OUTLINE = """\
shiryo: 1
title: 窓口を空ける
source: {file: a.md}
summary: [三月に混む]
sections:
  - id: why
    title: なぜ混むのか
    from: [L7-L9]
    sections:
      - {id: when, title: いつ混むか, from: [L15-L17]}
  - id: all
    title: 全体
    from: [L3, L9, L24-L26]
"""


def composed(
    text: str = MARKDOWN,
    outline: str = OUTLINE,
    file: str = "a.md",
    assets: dict[str, bytes | None] | None = None,
    template: Template = TEMPLATE,
) -> tuple[d.Handout, Diagnostics]:
    loaded, _ = yaml.load(outline, "o.yaml")
    read = article.read(text.encode(), file)[0] if text else None
    material = Material(loaded.outline, loaded.places, "o.yaml", read, assets or {})
    return full.compose(material, template)


def titles(sections: tuple[d.Section, ...]) -> list[tuple[object, str, str]]:
    found: list[tuple[object, str, str]] = []
    for section in sections:
        found.append((section.id, section.number, plain(section.title)))
        found += titles(section.sections)
    return found


def test_the_articles_headings_are_sections_named_as_the_outline_names_them() -> None:
    made, _ = composed()
    assert plain(made.title) == "窓口を空ける"
    assert plain(made.summary[0].text) == "三月に混む"
    assert titles(made.sections) == [
        ("line.3", "1", "はじめに"),
        ("why", "2", "なぜ混むのか"),
        ("when", "2.1", "いつ混むか"),
        ("line.22", "3", "対策"),
        (Own("sources"), "", "出典"),
    ]


def test_every_block_keeps_its_form_and_its_words() -> None:
    made, _ = composed()
    start, why, measures, _ = made.sections
    assert [plain(p) for p in start.blocks[0].paragraphs] == ["市役所の窓口は三月に混みます。"]
    prose, bullets = why.blocks
    assert plain(prose.paragraphs[0]) == "転入と転出が重なるからです。"
    residence, seal = bullets.items
    assert (plain(residence.title), plain(residence.text)) == ("住民票", "一日に300件")
    assert plain(seal.items[0].text) == "本人が来る場合"
    table, steps = why.sections[0].blocks
    assert [plain(c) for c in table.columns] == ["時", "件"]
    assert [plain(c) for c in table.rows[0]] == ["9", "40"]
    assert [plain(s.text) for s in steps.items] == ["整理券を取る", "番号を待つ"]
    quote, evening = measures.blocks
    assert plain(quote.text) == "待つ時間が惜しい。"
    assert plain(evening.paragraphs[0]) == "夜も開きます。"


def test_what_is_no_text_is_left_out_and_said() -> None:
    _, [note] = composed()
    assert note.code == "handout.article-left-out"
    assert "画像 1 枚" in note.message
    assert note.span
    assert (note.span.file, note.span.line) == ("a.md", 28)


def test_marks_of_an_outline_are_plain_signs_in_an_article() -> None:
    made, _ = composed("題\n\n本文の{{ 値 }}と{漢字|かな}と^[注]である。\n", file="a.txt")
    assert plain(made.sections[0].blocks[0].paragraphs[0]) == (
        "本文の{{ 値 }}と{漢字|かな}と^[注]である。"
    )


def test_without_the_article_there_is_a_message_with_its_line() -> None:
    with pytest.raises(Failed) as refused:
        composed("")
    [found] = refused.value.diagnostics
    assert (found.code, found.span and found.span.line) == ("handout.no-article", 3)


FIGURES = """<article><h1>窓口の混雑</h1><h2>混む理由</h2><p>転入と転出が重なるからです。</p>
<figure><img src="img/a%20b.png" alt="人の数"><figcaption>窓口に来た人の数</figcaption></figure>
<p>三月の末に集まります。</p>
<figure><img src="img/a%20b.png" alt=""><figcaption>図5 夜の窓口</figcaption></figure>
<p>土曜も開きます。</p><img src="https://example.jp/x.png" alt="外"><img src="../x.png" alt="上">
</article>
"""


def test_pictures_whose_files_there_are_stand_where_the_article_has_them() -> None:
    file = io.BytesIO()
    Image.new("RGB", (4, 2)).save(file, "PNG")
    named = OUTLINE.replace("file: a.md", "file: art/a.html")
    data = file.getvalue()
    made, found = composed(FIGURES, named, "art/a.html", {"art/img/a b.png": data})
    blocks = [block for section in made.sections for block in section.blocks]
    first, second = (block for block in blocks if isinstance(block, d.Image))
    assert (first.data, first.size, first.alt) == (data, (4, 2), "人の数")
    assert (plain(first.caption), plain(first.credit)) == ("窓口に来た人の数", "")
    # A number that the text may speak of is not given anew.
    assert (plain(second.caption), plain(second.credit)) == ("", "図5 夜の窓口")
    assert second.alt
    assert [type(block).__name__ for block in blocks[:4]] == ["Prose", "Image", "Prose", "Image"]
    assert "画像 2 枚" in found[-1].message


@pytest.mark.parametrize("href", ["", "https://a.jp/b.png", "/etc/b.png"])
def test_an_address_of_the_network_is_no_file(href: str) -> None:
    assert beside("art/a.html", href) == ""


def test_a_picture_is_found_from_where_the_article_is() -> None:
    assert beside("art/a.html", "../img/./a%20b.png?x=1") == "img/a b.png"


def test_numbers_are_written_as_the_template_writes_them() -> None:
    kanji = TEMPLATE.theme.handout.model_copy(update={"numerals": "kanji"})
    labels = {**TEMPLATE.theme.labels, "number-joint": "・"}
    theme = TEMPLATE.theme.model_copy(update={"handout": kanji, "labels": labels})
    made, _ = composed(template=replace(TEMPLATE, theme=theme))
    assert [number for _, number, _ in titles(made.sections)] == ["一", "二", "二・一", "三", ""]


def test_lists_keep_the_numbers_of_the_author() -> None:
    text = "# 題\n\n3. 受付\n    1. 窓口\n    2. 郵送\n4. 審査\n\n文です。\n\n5. 通知\n"
    above, _, after = composed(text)[0].sections[0].blocks
    assert isinstance(above, d.Bullets)
    assert above.start == 3
    assert [plain(item.text) for item in above.items] == ["受付", "審査"]
    assert [plain(item.text) for item in above.items[0].items] == ["1. 窓口", "2. 郵送"]
    assert isinstance(after, d.Steps)
    assert after.start == 5


def test_code_keeps_its_indentation() -> None:
    (block,) = composed("# 題\n\n```\nfor x in y:\n    print(x)\n```\n")[0].sections[0].blocks
    assert isinstance(block, d.Prose)
    assert [plain(line) for line in block.paragraphs] == ["for x in y:", "\u00a0" * 4 + "print(x)"]


def test_marks_stand_where_they_stood_and_a_footnote_in_one_place() -> None:
    text = (
        "# 窓口\n\n## 混む理由[^1]\n\n[統計](https://a.example/t)では**三月**に混みます[^2]。\n\n"
        "- {駄|だ}目な日\n\n| 日 | 件 |\n|--|--|\n| 一日[^3] | 9 |\n\n"
        "[^1]: 見出しの注。\n[^2]: 文の注。\n[^3]: 欄の注。\n"
    )
    outline = "shiryo: 1\ntitle: 窓口\nsource: {file: a.md}\nsections: [{id: a, title: あ}]\n"
    made, _ = composed(text, outline)
    said = [inline.write(text) for text in texts(made.sections) if text]
    assert said[1:] == [
        "[統計](https://a.example/t)では**三月**に混みます^[文の注。]。",
        "文の注。",
        "{駄|だ}目な日",
        "日",
        "件",
        "一日^[欄の注。]",
        "欄の注。",
        "9",
        "見出しの注。",
        *said[-2:],
    ]
