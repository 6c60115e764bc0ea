import pytest

from shiryo.article import read
from shiryo.article.model import Article, Kind
from shiryo.drafting import draft
from shiryo.outline.model import BulletsBlock, TableBlock

PAGE = """---
title: "給付金の手引"
date: 2025-04-01
---

はじめに読む人へ。

## 対象

次のとおりです。

- 区分：一般(市内)
  - 住民であること
1. 申請
2. 審査

| 区分 | 額 |
|------|---:|
| 一般 | 5万 |

![流れの図](flow.png)

> 子どもは社会の宝である。
> ― 『白書』 https://example.jp/q

```python
print("x")
```

---

そうなんだね!

<!-- 下書き -->
今回は
といった話でした。
"""


def page() -> Article:
    return read(PAGE.encode(), "a.md")[0]


def kinds(article: Article) -> list[tuple[int, int, str]]:
    return [(b.first, b.last, b.kind.value) for b in article.blocks]


def test_blocks_keep_the_lines_of_the_source() -> None:
    assert kinds(page()) == [
        (1, 4, "heading"),
        (6, 6, "paragraph"),
        (8, 8, "heading"),
        (10, 10, "lead-in"),
        (12, 12, "item"),
        (13, 13, "item"),
        (14, 14, "item"),
        (15, 15, "item"),
        (17, 19, "table"),
        (21, 21, "image"),
        (23, 23, "quote"),
        (24, 24, "citation"),
        (26, 28, "code"),
        (32, 32, "dialogue"),
        (35, 35, "lead-in"),
        (36, 36, "lead-in"),
    ]


def test_what_blocks_say() -> None:
    article = page()
    of = {kind: [b for b in article.blocks if b.kind is kind] for kind in Kind}
    assert [(b.level, b.number and b.number.written, b.label) for b in of[Kind.ITEM]] == [
        (0, None, "区分"),
        (1, None, ""),
        (0, "1.", ""),
        (0, "2.", ""),
    ]
    assert of[Kind.TABLE][0].cells == (("区分", "額"), ("一般", "5万"))
    assert (of[Kind.IMAGE][0].text, of[Kind.IMAGE][0].href) == ("流れの図", "flow.png")
    assert of[Kind.CITATION][0].href == "https://example.jp/q"
    assert of[Kind.CODE][0].text == 'print("x")'


def test_front_matter_gives_title_and_date() -> None:
    article = page()
    assert (article.title, article.date) == ("給付金の手引", "2025-04-01")


def test_lost_list_is_found_in_markdown_too() -> None:
    assert [(d.kind, d.first, d.last) for d in page().doubts if d.kind != "comment"] == [
        ("lost-list", 35, 36)
    ]


def test_title_is_level_1_and_sections_begin_at_2() -> None:
    article, _ = read(
        "# 手引\n\n### 対象\n\n全員です。\n\n#### 例外\n\nありません。\n".encode(), "a.md"
    )
    assert [b.level for b in article.blocks if b.kind is Kind.HEADING] == [1, 2, 3]
    several, _ = read("# 対象\n\n全員です。\n\n# 期間\n\n一年です。\n".encode(), "a.md")
    assert [b.level for b in several.blocks if b.kind is Kind.HEADING][1] == 2


def test_markdown_without_headings_is_searched_for_them() -> None:
    text = "まとめ\n\n国の方針が決まり、来年から制度が始まります。\n\n- 一つ\n- 二つ\n"
    article, _ = read(text.encode(), "a.md")
    assert article.blocks[0].kind is Kind.HEADING


def test_paragraphs_after_code_in_an_item_and_images_in_a_paragraph_keep_their_lines() -> None:
    text = (
        "1. 実行する\n\n   ```\n   run\n   ```\n\n   終わるまで待つ。\n\n出典：県\n![図](a.png)\n"
    )
    article, _ = read(text.encode(), "a.md")
    assert kinds(article) == [
        (1, 1, "item"),
        (3, 5, "code"),
        (7, 7, "paragraph"),
        (9, 9, "citation"),
        (10, 10, "image"),
    ]


def test_a_footnote_that_says_something_is_a_remark_whatever_it_links_to() -> None:
    text = (
        "本を買う[^a]。紙もよい[^b]。外で読む[^c]。\n\n"
        "[^a]: [館報](https://example.jp/a)は電子の版を先に出すと決めた。紙は秋に出る。\n"
        "[^b]: [読書調査](https://example.jp/b)\n"
        "[^c]: 詳しくは[手引](https://example.jp/c)をご覧ください。\n"
    )
    article, _ = read(text.encode(), "a.md")
    assert [(b.kind, b.href[-1:]) for b in article.blocks[1:]] == [
        ("note", "a"),
        ("citation", "b"),
        ("citation", "c"),
    ]


def test_footnotes_are_sources_or_remarks_and_leave_no_marks() -> None:
    text = (
        "電気は減りました[^1]。空調も[^2]。\n\n[^1]: 中央市『[白書](https://example.jp/w)』\n"
        "[^2]: 前の年度と比べた割合です。\n    夏だけです。\n\n```\n[^3]: 例\n```\n"
    )
    article, _ = read(text.encode(), "a.md")
    assert [(*place, b.text) for place, b in zip(kinds(article), article.blocks, strict=True)] == [
        (1, 1, "paragraph", "電気は減りました。空調も。"),
        (3, 3, "citation", "中央市『白書』"),
        (4, 5, "note", "前の年度と比べた割合です。夏だけです。"),
        (7, 9, "code", "[^3]: 例"),
    ]
    assert article.blocks[1].href == "https://example.jp/w"


def test_cells_beyond_the_columns_of_a_table_are_named() -> None:
    text = "| 駅 | 人 |\n|--|--|\n| 北 | 3 | 臨時 |\n| 南\\|西 | 5 |\n| 東 |\n"
    article, _ = read(text.encode(), "a.md")
    assert article.blocks[0].cells == (("駅", "人"), ("北", "3"), ("南|西", "5"), ("東", ""))
    assert [(d.kind, d.text) for d in article.doubts if d.kind == "cells"] == [("cells", "臨時")]


def test_lines_of_a_cell_stay_lines_up_to_the_slide() -> None:
    head = "# 会\n\n## 人\n\n| 役 | 人 |\n|---|---|\n"
    text = f"{head}| 話し手 | 北海社<br>西 二郎<br>南社<br>北 三郎 |\n"
    found = read(text.encode(), "a.md")[0]
    assert found.blocks[-1].cells[1] == ("話し手", "北海社\n西 二郎\n南社\n北 三郎")
    made, _ = draft(found, "a.md")
    (table,) = (b for b in made.sections[0].blocks if isinstance(b, TableBlock))
    assert table.table.rows[0].cells[1] == "北海社\n西 二郎\n南社\n北 三郎"


def test_lines_of_an_item_are_a_term_and_its_meaning_or_stay_apart() -> None:
    text = (
        "# 港\n\n- 係留索  \n  船をつなぐ綱である\n- もやい<br>綱を結ぶこと\n- 錨<br>いかり\n"
        "- 住所: 東町一丁目<br>電話 000-1111\n- 長い一文を編集の都合で\n  折り返しただけの項目\n"
    )
    found = read(text.encode(), "a.md")[0].blocks[1:]
    assert [(b.label, b.text) for b in found] == [
        ("係留索", "船をつなぐ綱である"),
        ("もやい", "綱を結ぶこと"),
        ("", "錨　いかり"),
        ("住所", "東町一丁目　電話 000-1111"),
        ("", "長い一文を編集の都合で折り返しただけの項目"),
    ]
    page = (
        "<html><body><h1>港</h1><ul><li>もやい<br>綱を結ぶこと</li><li>錨</li></ul></body></html>"
    )
    web = read(page.encode(), "a.html")[0].blocks
    first = next((b.label, b.text) for b in web if b.kind is Kind.ITEM)
    assert first == ("もやい", "綱を結ぶこと")


def test_directives_of_a_book_are_named_and_ticks_stay() -> None:
    text = "# 港\n\n## 仕事\n\n{{#include other.md}}\n\n- [x] 綱を替えた\n- [ ] 柱を塗る\n"
    article = read(text.encode(), "a.md")[0]
    assert [(d.kind, d.text) for d in article.doubts if d.kind == "program"] == [
        ("program", "include")
    ]
    made, _ = draft(article, "a.md")
    (block,) = made.sections[0].blocks
    assert isinstance(block, BulletsBlock)
    assert [item.text for item in block.bullets] == ["☑ 綱を替えた", "☐ 柱を塗る"]


def test_the_name_of_a_folder_gives_way_to_the_title_that_follows() -> None:
    text = (
        "# 2021-library_report\n\n仮置きです。\n\n# 夜の図書館の使われかた\n\n## 目的\n\n調べた。"
    )
    found = read(text.encode(), "README.md")[0]
    assert found.title == "夜の図書館の使われかた"
    assert "2021-library_report" in [b.text for b in found.blocks if b.kind is Kind.PARAGRAPH]


def test_a_title_that_heads_nothing_is_above_the_headings_of_its_height() -> None:
    text = "# 2021-library\n\n# 夜の図書館\n\n# 目的\n\n調べた。\n\n# 結果\n\n増えた。\n"
    found = read(text.encode(), "README.md")[0]
    assert found.title == "夜の図書館"
    heads = [b for b in found.blocks if b.kind is Kind.HEADING]
    assert [(b.text, b.level) for b in heads] == [("夜の図書館", 1), ("目的", 2), ("結果", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "# library-report\n\n## 目的\n\n調べた。\n",
        "# library-report\n\n# 目的\n\n調べた。\n\n# 結果\n\n増えた。\n",
        "# library-report\n\n## 目的\n\n調べた。\n\n# 結果\n\n増えた。\n",
    ],
)
def test_the_name_of_a_folder_is_the_title_where_no_other_follows(text: str) -> None:
    assert read(text.encode(), "README.md")[0].title == "library-report"


def test_quotations_in_a_row_are_one_unless_one_says_where_it_is_from() -> None:
    text = "> 橋が古い。\n\n> 道が暗い。\n\n> 店がない。\n> ――村の人\n\n> 水が遠い。\n"
    found = read(text.encode(), "a.md")[0].blocks
    assert [(b.kind, b.text, b.first, b.last) for b in found] == [
        (Kind.QUOTE, "橋が古い。\n道が暗い。", 1, 3),
        (Kind.QUOTE, "店がない。", 5, 5),
        (Kind.CITATION, "村の人", 6, 6),
        (Kind.QUOTE, "水が遠い。", 8, 8),
    ]


def test_a_list_that_is_set_in_is_a_list() -> None:
    found = read("持ち物\n\n> 1. 水筒\n> 2. 帽子\n".encode(), "a.md")[0].blocks
    assert [(b.kind, b.text) for b in found[1:]] == [(Kind.ITEM, "水筒"), (Kind.ITEM, "帽子")]


def _of(text: str) -> list[tuple[str, str, str]]:
    article, _ = read(text.encode(), "a.md")
    return [(b.kind.value, b.label, b.text) for b in article.blocks if b.kind is not Kind.HEADING]


def test_an_item_keeps_its_words_beside_pictures_of_any_place() -> None:
    found = _of(
        "# 堰の点検\n\n- 水門は北側にある。\n  ![](a.png)\n- ![印](b.png) の扉を先に開ける。\n\n"
        "  鍵は事務所が持つ。\n\n  ![](c.png)\n- **南側** の扉:\n  ![](d.png)\n  壊れている。\n"
    )
    assert [row for row in found if row[0] == "item"] == [
        ("item", "", "水門は北側にある。"),
        ("item", "", "印 の扉を先に開ける。鍵は事務所が持つ。"),
        ("item", "南側 の扉", "壊れている。"),
    ]
    assert [kind for kind, _, _ in found].count("image") == 4


def test_a_quotation_and_a_meaning_keep_what_stands_beside_pictures_code_and_lists() -> None:
    found = _of(
        "# 堰の点検\n\n> 水は高い所から来る。\n> ![](e.png)\n\n"
        "堰\n: 水をせき止める所で、村に三つある。\n\n"
        "  ```\n  open\n  ```\n\n  - 北の堰\n"
    )
    assert found == [
        ("quote", "", "水は高い所から来る。"),
        ("image", "", ""),
        ("definition", "堰", "水をせき止める所で、村に三つある。"),
        ("code", "", "open"),
        ("item", "", "北の堰"),
    ]


def test_a_sentence_flush_left_below_a_short_item_is_a_paragraph_of_its_own() -> None:
    found = _of(
        "# 堰の点検\n\n- 晴天\n- 雨天\nなお、点検は月に二度行う。\n\n"
        "- 水位が上がったときは門を閉じて、村の世話役にも電話で\n知らせる。\n"
        "- 水門\n  水をせき止める所である。\n"
    )
    assert [text for _, _, text in found] == [
        "晴天",
        "雨天",
        "なお、点検は月に二度行う。",
        "水位が上がったときは門を閉じて、村の世話役にも電話で知らせる。",
        "水をせき止める所である。",
    ]
    assert found[-1][1] == "水門"


def test_a_sentence_below_the_last_of_several_single_lines_is_none_of_theirs() -> None:
    items = "1. 門を見回る。\n2. 水位を測る。\n3. 日誌を書く。\n"
    closing = "村は、これらを怠る者の当番を替えることができる。\n"
    assert [kind for kind, *_ in _of(f"# 堰の点検\n\n{items}{closing}")][-1] == "paragraph"
    wrapped = items.replace(
        "3. 日誌を書く。\n", "3. 日誌を書く。\n役場にも出す。\n4. 門を閉める。\n"
    )
    assert [text for kind, _, text in _of(f"# 堰の点検\n\n{wrapped}")][-2:] == [
        "日誌を書く。役場にも出す。",
        "門を閉める。",
    ]


def test_a_first_line_in_bold_is_a_label_however_many_paragraphs_follow() -> None:
    found = _of("# 堰の点検\n\n- **分析**\n\n  門の傷を調べる。\n\n  雨の日は調べない。\n")
    assert found[-1] == ("item", "分析", "門の傷を調べる。雨の日は調べない。")


def test_labels_that_come_again_in_the_next_list_are_no_table_of_contents() -> None:
    person = "- {}\n  - 年代\n    - 五十代\n  - 役目\n    - {}\n  - 感想\n    - 重い\n"
    found = _of("# 聞き取り\n\n" + person.format("甲", "門番") + person.format("乙", "記録"))
    assert not [row for row in found if row[0] == "promotion"]


def test_steps_below_an_item_that_headings_take_up_later_are_a_list() -> None:
    found = _of(
        "# 堰の直し方\n\n## 流れ\n\n- 直すには次の順に進める。\n  1. 水を止める\n  2. 土を除く\n"
        "  3. 石を積む\n\n## 水を止める\n\n門を閉じる。\n\n## 土を除く\n\n鍬で除く。\n\n"
        "## 石を積む\n\n下から積む。\n"
    )
    items = [text for kind, _, text in found if kind == "item"]
    assert items == ["直すには次の順に進める。", "水を止める", "土を除く", "石を積む"]


def test_a_comment_above_the_text_that_has_a_title_says_what_the_file_is() -> None:
    titled = (
        "<!--\ntitle:   畑の当番\ntags:    畑,当番\n-->\n朝に水をやる。\n\n# 道具\n\n鍬を使う。\n"
    )
    assert read(titled.encode(), "a.md")[0].title == "畑の当番"
    note = "<!--\ntodo: 直す\n-->\n# 道具\n\n鍬を使う。\n"
    assert read(note.encode(), "a.md")[0].title == "道具"


def test_a_colon_within_a_name_of_several_parts_makes_no_label() -> None:
    article, _ = read("# 地図\n\n- natural=water:pondの池\n- node.js:実行環境\n".encode(), "a.md")
    assert [(b.label, b.text) for b in article.blocks if b.kind is Kind.ITEM] == [
        ("", "natural=water:pondの池"),
        ("node.js", "実行環境"),
    ]


def test_a_table_that_begins_with_a_day_as_its_other_rows_do_has_no_head() -> None:
    days = [("6/1 (土) 10:00", "公民館", "開会"), ("6/8 (土) 10:00", "図書館", "実習")]
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in days)
    article, _ = read(f"# 講座\n\n## 日程\n\n<table>\n{rows}</table>\n".encode(), "a.md")
    blocks = draft(article, "a.md")[0].sections[0].blocks
    (table,) = [block.table for block in blocks if isinstance(block, TableBlock)]
    assert (table.columns, [row.cells for row in table.rows]) == (("日時", "", ""), days)


def test_an_item_broken_behind_a_comma_is_one_sentence() -> None:
    text = "- 選べるのは作ったもののうち、  \n  いちばん上のものです。\n"
    found, _ = read(text.encode(), "a.md")
    (item,) = found.blocks
    assert item.text == "選べるのは作ったもののうち、いちばん上のものです。"


@pytest.mark.parametrize(
    ("below", "kind"),
    [
        ("*流れが速くなった*", Kind.CAPTION),
        ("\n_流れが速くなった_", Kind.CAPTION),
        ("川の図", Kind.CAPTION),
        ("**流れが速くなった**", Kind.PARAGRAPH),
        ("流れが*速く*なった", Kind.PARAGRAPH),
    ],
)
def test_a_line_below_a_picture_all_in_emphasis_or_its_words_again_is_its_caption(
    below: str, kind: Kind
) -> None:
    text = f"# 川\n\n川は町を流れます。\n\n![川の図](river.png)\n{below}\n\n魚がいます。\n"
    blocks = read(text.encode(), "a.md")[0].blocks
    assert [b.kind for b in blocks[2:]] == [Kind.IMAGE, kind, Kind.PARAGRAPH]


def test_an_item_that_names_an_address_is_that_name_and_leads_there() -> None:
    text = "# 窓口\n\n- 予約の表 : https://example.jp/a\n- 参考: https://example.jp/b\n"
    named, source = read(text.encode(), "a.md")[0].blocks[1:]
    assert (named.label, named.text, named.marks[0].href) == (
        "",
        "予約の表",
        "https://example.jp/a",
    )
    assert (source.label, source.text) == ("参考", "https://example.jp/b")


ABSTRACT = "> 橋は三年で七つ直しました。費用は予想の半分でした。\n> これからも直していけます。"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (ABSTRACT, Kind.PARAGRAPH),
        (f"以下は講演の記録です。\n\n{ABSTRACT}", Kind.PARAGRAPH),
        (f"{ABSTRACT}\n>\n> ― 北の橋の会『年報』", Kind.QUOTE),
        (f"{ABSTRACT}\n> 原文: https://example.jp/", Kind.QUOTE),
        (f"会の人の話です。\n\n次のように言いました。\n\n{ABSTRACT}", Kind.QUOTE),
        ("> 橋は三年で七つ直しました。", Kind.QUOTE),
    ],
)
def test_what_is_set_in_over_the_whole_text_is_its_abstract(head: str, kind: Kind) -> None:
    text = f"# 橋の話\n\n{head}\n\n橋は町の東にあります。\n\n## 工事\n\n三月に終わります。\n"
    blocks = read(text.encode(), "a.md")[0].blocks
    assert next(b.kind for b in blocks if "橋は三年で" in b.text) is kind


def test_a_link_is_one_name_whatever_signs_it_has() -> None:
    text = "# 本\n\n- [橋: 直し方](https://example.jp/a)\n- [橋](https://example.jp/b): 直し方\n"
    one, two = read(text.encode(), "a.md")[0].blocks[1:]
    assert (one.label, one.text) == ("", "橋: 直し方")
    assert (two.label, two.text) == ("橋", "直し方")


def test_lines_that_count_on_from_an_item_are_items_whatever_their_sign() -> None:
    text = "1. 火をつける\n2. 塩をふる\n3．水（大さじ1）を足す\n4）二分待つ\n5.皿に移す\n6. 出す\n"
    article, _ = read(text.encode(), "a.md")
    assert [(b.number.value, b.text) for b in article.blocks if b.number] == [
        (1, "火をつける"),
        (2, "塩をふる"),
        (3, "水（大さじ1）を足す"),
        (4, "二分待つ"),
        (5, "皿に移す"),
        (6, "出す"),
    ]
    goes_on, _ = read("1. 水は\n2.5倍に増やす\n".encode(), "a.md")
    assert [b.text for b in goes_on.blocks] == ["水は2.5倍に増やす"]


def test_a_line_that_is_a_link_is_no_beginning_of_the_sentence_below_it() -> None:
    link = "[灯台に泊まった日のこと（長い名前の記事です、とても）](https://example.com/a)"
    apart, _ = read(f"{link}\n今回の資料でも同じように分けて考えています。\n".encode(), "a.md")
    assert [b.text for b in apart.blocks][-1] == "今回の資料でも同じように分けて考えています。"
    within, _ = read(f"詳しいことは\n{link}\nをご覧ください。\n".encode(), "a.md")
    assert len(within.blocks) == 1


def test_a_line_ends_a_sentence_with_dots_and_none_with_a_reason() -> None:
    text = "更新の速さについていけてない感じがするこのごろです……\nさて、今回は短い話です。\n"
    assert len(read(text.encode(), "a.md")[0].blocks) == 2
    text = "今回はこの札を初めて見たので\n本があれば教えてほしかったです。\n"
    assert len(read(text.encode(), "a.md")[0].blocks) == 1
