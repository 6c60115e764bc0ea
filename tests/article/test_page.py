"""Lines that belong to a page and not to its text: no title, no statement, and none is lost."""

from shiryo import article
from shiryo.article.model import Article, Kind
from shiryo.drafting import draft

TEXT = """ホーム > くらし > 橋と道
本文へ移動
橋の通行止め
更新日：2025年8月8日　ページID：1234　印刷する

橋は七月一日から三週間、通れません。歩く人も通れません。

迂回の道
北の村へは旧道を通ります。旧道は片側ずつ通します。

シェア ツイート LINEで送る
ページの先頭へ戻る
この文書はCC BY 4.0で公開されています。
Copyright © みどり市. All rights reserved.
"""


def read(text: str, file: str = "a.txt") -> Article:
    return article.read(text.encode(), file)[0]


def test_a_page_copied_from_the_web() -> None:
    found = read(TEXT)
    assert (found.title, found.date) == ("橋の通行止め", "2025-08-08")
    assert [b.first for b in found.blocks if b.kind is Kind.PROMOTION] == [1, 2, 11, 12, 13, 14]
    outline, _ = draft(found, "a.txt")
    assert [s.title for s in outline.sections] == ["はじめに", "迂回の道"]
    assert "本文へ移動" in str(outline.unused)


def test_sentences_that_speak_of_the_same_stay() -> None:
    said = (
        "動画を見て、気に入った人にシェアする。",
        "本文へ戻るボタンを大きくした。",
        "ホームへ行く",
    )
    found = read("# 画面の見直し\n\n" + "\n\n".join(said) + "\n\n以上の三つを直した。\n", "a.md")
    assert not [b for b in found.blocks if b.kind is Kind.PROMOTION]


def test_the_contents_of_a_chapter() -> None:
    parts = (
        "# 橋",
        "## 本章の目次",
        "- 南の橋\n- 北の橋",
        "## 南の橋",
        "古い。",
        "## 北の橋",
        "新しい。",
    )
    text = "\n\n".join(parts)
    found = read(text, "a.md")
    assert [b.first for b in found.blocks if b.kind is Kind.PROMOTION] == [3, 5, 6]


def test_a_heading_that_links_to_itself() -> None:
    page = (
        "<html><body><div class='header'><h1><a href='#top'>橋の通行止め</a></h1></div>"
        "<h2 id='a' class='page-header'><a href='#a'>迂回の道</a></h2><p>旧道を通ります。</p>"
        "<h2><a href='#b' class='anchor'>#</a>期間</h2><p>三週間です。</p></body></html>"
    )
    found = read(page, "a.html")
    assert [b.text for b in found.blocks if b.kind is Kind.HEADING] == [
        "橋の通行止め",
        "迂回の道",
        "期間",
    ]


def test_a_section_on_contents_that_says_something_is_none() -> None:
    told = "- 目次は話題の変わり目に置く。\n- 次の話の題だけを置く。\n"
    text = f"# 手引き\n\n## 表紙\n\n題を書く。\n\n### 目次\n\n{told}\n## 本文\n\n図を使う。\n"
    items = [b.text for b in read(text, "a.md").blocks if b.kind is Kind.ITEM]
    assert items == ["目次は話題の変わり目に置く。", "次の話の題だけを置く。"]
