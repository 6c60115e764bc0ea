from collections.abc import Iterator
from typing import Any

import pytest
from markdown_it import MarkdownIt
from pydantic import BaseModel

from shiryo import article, drafting, limits
from shiryo.article.model import Article, Block, Doubt, Kind
from shiryo.diagnostics import Failed
from shiryo.drafting.replay.edited import edited
from shiryo.drafting.wording.style import is_polite
from shiryo.facts.facts import unsupported
from shiryo.outline import model, writing
from shiryo.outline.statements import stated

LINES = (
    "2025年4月1日、北山市は図書館の新しい計画を公表しました。",  # 1
    "予算は数億円規模とされています。",
    "なぜいま見直すのか?",
    "図書館の利用者は10年で3割減っています。",
    "市民からは「夜も開けてほしい」という声も。",  # 5
    "今回は",
    "といった内容をまとめました。",
    "支援の中身",
    "支援の柱は3つです。",
    "- 蔵書の充実:北山大学が選んだ本を市が購入します",  # 10
    "- 夜間開館:駅前の館を22時まで開ける",
    "- 電子化:サクラ・テクノスの仕組みで貸出を電子化",
    "結果は市の公式サイトで公開されるよ!",
    "「電子図書館」とは",
    "本を画面で読める仕組みのこと。",  # 15
    "ほかの市の例",
    "- ヨミル(南野社/米):検索に強い。利用が急増しています",
    "- ブクロ(西川社/日):料金が安く、学校での利用が多い",
    "よその市の計画を見ると、費用の高さが共通の悩みです。",
    "「図書館は町の居間である」",  # 20
    "「図書館の役割」『北山市史』。2024年3月10日、https://example.jp/lib",
    "まとめ",
    "北山市は図書館を夜も使える場所に変えようとしています。",
    "一方で、費用の見通しはまだ立っていません。",
    "最終的な日程はこれから決まる見込みです。",  # 25
    "最後までお読みいただきありがとうございました!",
)


def block(kind: Kind, line: int, text: str = "", **more: Any) -> Block:
    return Block(kind, text or LINES[line - 1], line, line, **more)


def item(line: int, label: str, text: str, detail: str = "") -> Block:
    return block(Kind.ITEM, line, text, label=label, detail=detail)


ARTICLE = Article(
    file="a.txt",
    sha256="0" * 64,
    title="北山市の図書館計画",
    lines=LINES,
    blocks=(
        block(Kind.PARAGRAPH, 1),
        block(Kind.PARAGRAPH, 2),
        block(Kind.HEADING, 3, level=2),
        block(Kind.PARAGRAPH, 4),
        block(Kind.PARAGRAPH, 5),
        block(Kind.LEAD_IN, 6),
        block(Kind.LEAD_IN, 7),
        block(Kind.HEADING, 8, level=2),
        block(Kind.LEAD_IN, 9),
        item(10, "蔵書の充実", "北山大学が選んだ本を市が購入します"),
        item(11, "夜間開館", "駅前の館を22時まで開ける"),
        item(12, "電子化", "サクラ・テクノスの仕組みで貸出を電子化"),
        block(Kind.DIALOGUE, 13),
        Block(Kind.DEFINITION, "本を画面で読める仕組みのこと。", 14, 15, label="電子図書館"),
        block(Kind.HEADING, 16, level=3),
        item(17, "ヨミル", "検索に強い。利用が急増しています", "南野社/米"),
        item(18, "ブクロ", "料金が安く、学校での利用が多い", "西川社/日"),
        block(Kind.PARAGRAPH, 19),
        block(Kind.QUOTE, 20, "図書館は町の居間である"),
        block(Kind.CITATION, 21, href="https://example.jp/lib"),
        block(Kind.HEADING, 22, level=2),
        block(Kind.PARAGRAPH, 23),
        block(Kind.PARAGRAPH, 24),
        block(Kind.PARAGRAPH, 25),
        block(Kind.PROMOTION, 26),
    ),
    doubts=(Doubt("lost-list", 6, 7, "「今回は」に続く一覧が失われている"),),
    date="2025-04-01",
)


@pytest.fixture(scope="module")
def outline() -> model.Outline:
    return drafting.draft(ARTICLE, "a.txt")[0]


def nodes(value: Any) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from nodes(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from nodes(part)


def statements(outline: model.Outline) -> list[tuple[str, str]]:
    """Return every statement with the lines that it cites; the handout's prose is the article's."""
    found = []
    for node in nodes((outline.summary, outline.sections)):
        if isinstance(node, model.Sourced) and not isinstance(node, model.TextBlock | model.Text):
            cited = "\n".join(ARTICLE.cited(*lines) for lines in node.lines)
            for name in ("text", "message"):
                text = getattr(node, name, "")
                if isinstance(text, str) and text:
                    found.append((text, cited))
    return found


def section(outline: model.Outline, id_: str) -> model.Section:
    return next(s for _, s in outline.walk() if s.id == id_)


def test_sections_are_the_headings_unchanged(outline: model.Outline) -> None:
    assert [(depth, s.id, s.title) for depth, s in outline.walk() if s.only != "deck"] == [
        (1, "hajime", "はじめに"),
        (1, "naze-ima-minaosu", "なぜいま見直すのか?"),
        (1, "shien-nakami", "支援の中身"),
        (2, "hoka-shi-rei", "ほかの市の例"),
        (1, "matome", "まとめ"),
    ]
    slides = [s.title for s in outline.sections if s.only != "handout"]
    assert slides == ["なぜいま見直すのか?", "支援の中身"]  # the first and まとめ are the summary


def test_messages_are_claims(outline: model.Outline) -> None:
    messages = {s.id: (s.message, s.from_) for _, s in outline.walk()}
    assert messages["naze-ima-minaosu"] == ("図書館の利用者は10年で3割減っている", ("L4",))
    assert messages["shien-nakami"] == (
        "支援の柱は、蔵書の充実、夜間開館、電子化の3つ",
        ("L9-L12",),
    )


def test_every_statement_cites_lines_that_bear_it_out(outline: model.Outline) -> None:
    found = statements(outline)
    assert len(found) > 12
    for text, cited in found:
        assert cited, text
        assert unsupported(text, cited) == (), text


def test_statements_are_in_one_style(outline: model.Outline) -> None:
    for text, _ in statements(outline):
        assert not is_polite(text)
        assert not text.endswith(("。", "、", "も"))


def test_no_bubble_promotion_or_broken_lead_in_is_said(outline: model.Outline) -> None:
    said = "".join(
        s.model_dump_json(exclude={"notes"}) for s in (*outline.sections, *outline.summary)
    )
    for words in ("今回は", "といった内容", "見られるよ", "公開されるよ", "お読みいただき"):
        assert words not in said


def test_conclusion_becomes_the_summary(outline: model.Outline) -> None:
    assert outline.message == "北山市は図書館を夜も使える場所に変えようとしている"
    assert [(i.text, i.from_) for i in outline.summary] == [
        ("2025年4月1日、北山市は図書館の新しい計画を公表した", ("L1",)),
        ("予算は数億円規模とされている", ("L2",)),
        ("図書館の利用者は10年で3割減っている", ("L4",)),
        ("支援の柱は、蔵書の充実、夜間開館、電子化の3つ", ("L9-L12",)),
        ("よその市の計画を見ると、費用の高さが共通の悩み", ("L19",)),
        ("費用の見通しはまだ立っていない", ("L24",)),
        ("最終的な日程はこれから決まる見込み", ("L25",)),
    ]


def test_lists_stay_whole_with_their_titles(outline: model.Outline) -> None:
    bullets = [
        b for b in section(outline, "shien-nakami").blocks if isinstance(b, model.BulletsBlock)
    ]
    assert [(i.title, i.text, i.from_) for i in bullets[0].bullets] == [
        ("蔵書の充実", "北山大学が選んだ本を市が購入する", ("L10",)),
        ("夜間開館", "駅前の館を22時まで開ける", ("L11",)),
        ("電子化", "サクラ・テクノスの仕組みで貸出を電子化", ("L12",)),
    ]


def test_items_with_vendor_and_country_are_a_table(outline: model.Outline) -> None:
    blocks = section(outline, "hoka-shi-rei").blocks
    table = next(b.table for b in blocks if isinstance(b, model.TableBlock))
    assert table.columns == ("名称", "提供元", "国・地域", "特徴")
    assert table.rows[0].cells == ("ヨミル", "南野社", "米", "検索に強い。利用が急増している")
    assert table.rows[1].from_ == ("L18",)


def test_definition_and_quotation_keep_their_sources(outline: model.Outline) -> None:
    blocks = (*section(outline, "shien-nakami").blocks, *section(outline, "hoka-shi-rei").blocks)
    definition = next(b.definition for b in blocks if isinstance(b, model.DefinitionBlock))
    quote = next(b.quote for b in blocks if isinstance(b, model.QuoteBlock))
    assert (definition.term, definition.text) == ("電子図書館", "本を画面で読める仕組みのこと")
    assert definition.from_ == ("L14-L15",)
    assert (quote.text, quote.url) == ("図書館は町の居間である", "https://example.jp/lib")
    assert outline.sources == (
        model.Reference(
            title="図書館の役割",
            by="北山市史",
            url="https://example.jp/lib",
            date="2024年3月10日",
            from_=("L21",),
        ),
    )


def test_handout_has_the_prose_as_it_is(outline: model.Outline) -> None:
    texts = [b for b in section(outline, "hajime").blocks if isinstance(b, model.TextBlock)]
    assert [(t.text, t.from_) for b in texts for t in b.text] == [
        (LINES[0], ("L1",)),
        (LINES[1], ("L2",)),
    ]


def test_of_promotion_the_handout_has_what_holds_a_fact() -> None:
    lines = (
        "本文",
        "市は図書館の計画を公表しました。",
        "合わせてチェック",
        "北山大学も研究を始めました!",
        "ぜひご一読を!",
    )
    kinds = (Kind.HEADING, Kind.PARAGRAPH, Kind.HEADING, Kind.PROMOTION, Kind.PROMOTION)
    blocks = [
        Block(kind, line, n, n, level=2 * (kind is Kind.HEADING))
        for n, (kind, line) in enumerate(zip(kinds, lines, strict=True), 1)
    ]
    outline, _ = drafting.draft(Article("a.txt", "", "題", lines, tuple(blocks)), "a.txt")
    closing = outline.sections[-1]
    assert (closing.title, closing.only) == ("合わせてチェック", "handout")
    texts = [t.text for b in closing.blocks if isinstance(b, model.TextBlock) for t in b.text]
    assert texts == ["北山大学も研究を始めました!"]


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        (Kind.CODE, "pip install shiryo\nshiryo --help", ["pip install shiryo", "shiryo --help"]),
        (Kind.IMAGE, "図書館の利用者の推移", ["図書館の利用者の推移"]),
        (Kind.PARAGRAPH, "本当に必要なのでしょうか?", ["本当に必要なのだろうか?"]),
    ],
)
def test_a_section_that_claims_nothing_shows_what_it_has(
    kind: Kind, text: str, shown: list[str]
) -> None:
    lines = ("準備", text)
    blocks = (Block(Kind.HEADING, lines[0], 1, 1, level=2), Block(kind, text, 2, 2))
    section = drafting.draft(Article("a.md", "", "題", lines, blocks), "a.md")[0].sections[0]
    bullets = [b for b in section.blocks if isinstance(b, model.BulletsBlock)]
    assert [i.text for b in bullets for i in b.bullets] == shown


def test_a_picture_above_all_sections_is_none_itself() -> None:
    text = "# 梅の年\n\n![表紙](ume.jpg)\n\n## 花\n\n二月の末に白梅が咲きました。\n"
    read, _ = article.read(text.encode(), "a.md")
    assert [s.title for s in drafting.draft(read, "a.md")[0].sections] == ["花"]


def test_doubts_and_facts_in_bubbles_are_for_review() -> None:
    outline, diagnostics = drafting.draft(ARTICLE, "a.txt")
    assert [(r.at, r.kind) for r in outline.review] == [
        ("L6-L7", "lost-list"),
        ("L13", "dialogue-fact"),
    ]
    assert [(d.code, str(d.span)) for d in diagnostics if d.code == "draft.review"] == [
        ("draft.review", "a.txt:13")
    ]


def test_notes_are_no_captions_and_what_is_left_out_is_named() -> None:
    cells = (("業種", "事業所"), ("農業", "120か所"))
    blocks = (
        Block(Kind.PARAGRAPH, "事業所の数は、昨年より増えました。", 1, 1),
        Block(Kind.TABLE, "", 2, 2, cells=cells),
        Block(Kind.NOTE, "四月一日の推計による。", 3, 3),
        Block(Kind.PARAGRAPH, "図は別に示します。", 4, 4),
        Block(Kind.CAPTION, "写真：工場の門", 5, 5),
    )
    article = Article("a.md", "", "題", tuple("文" for _ in blocks), blocks)
    outline, _ = drafting.draft(article, "a.md")
    (table,) = (b for b in outline.sections[0].blocks if isinstance(b, model.TableBlock))
    assert table.table.caption == ""
    assert [(r.at, r.text.partition(": ")[2] or r.text) for r in outline.review] == [
        ("L3", "四月一日の推計による。"),
    ]
    assert [(t.from_, t.text) for t in outline.unused] == [
        (("L3",), "四月一日の推計による。"),
        (("L5",), "写真：工場の門"),
    ]


def test_source_and_date_are_noted(outline: model.Outline) -> None:
    assert outline.date == "2025-04-01"
    assert outline.source == model.Source(file="a.txt", sha256="0" * 64, title="北山市の図書館計画")


def test_promotion_alone_is_refused() -> None:
    text = "ご購入はこちら"
    made = Article("a.txt", "", "題", (text,), (Block(Kind.PROMOTION, text, 1, 1),))
    with pytest.raises(Failed, match="本文がありません"):
        drafting.draft(made, "a.txt")


def test_plain_text_from_end_to_end() -> None:
    text = (
        "市の図書館計画\n\n背景\n\n利用者は10年で3割減りました。職員の数も足りていません。\n\n"
        "これからの進め方\n\n1. 市民の意見を集める\n2. 計画の案を作成する\n3. 議会で審査する\n"
    )
    read, _ = article.read(text.encode(), "a.txt")
    outline, _ = drafting.draft(read, "a.txt")
    steps = [b for _, s in outline.walk() for b in s.blocks if isinstance(b, model.StepsBlock)]
    assert [s.title for s in steps[0].steps] == [
        "市民の意見を集める",
        "計画の案を作成",
        "議会で審査",
    ]


LINKS = """# 窓口の見直し

市は窓口を見直す。根拠は[手続きの調査](https://example.go.jp/survey)にある。
詳しくは[こちら](https://example.jp/detail)と[目次](#contents)に書いた。

- [手続きの調査](https://example.go.jp/survey)を続ける
- [予約の手引](https://example.jp/guide)を配る
"""


@pytest.mark.parametrize("kind", ["md", "html"])
def test_what_the_text_links_to_is_a_source_once(kind: str) -> None:
    text = (
        LINKS if kind == "md" else f"<html><article>{MarkdownIt().render(LINKS)}</article></html>"
    )
    found = drafting.draft(article.read(text.encode(), f"a.{kind}")[0], f"a.{kind}")[0].sources
    assert {(each.title, each.url) for each in found} == {
        ("手続きの調査", "https://example.go.jp/survey"),
        ("https://example.jp/detail", "https://example.jp/detail"),
        ("予約の手引", "https://example.jp/guide"),
    }
    assert len(found) == 3


def test_of_many_links_only_documents_are_sources() -> None:
    many = "".join(f"\n[部品{n}](https://example.jp/{n})を使う。\n" for n in range(20))
    found = drafting.draft(article.read((LINKS + many).encode(), "a.md")[0], "a.md")[0].sources
    assert [each.title for each in found] == ["手続きの調査", "予約の手引"]


@pytest.mark.parametrize(
    "item",
    [
        "![出口](c.png)",
        "[![緑](d.svg)](https://a.example)",
        "……",
        "・。",
        "![図](a.png)\n  - ![図](b.png)",
    ],
)
@pytest.mark.parametrize("mark", ["-", "1.", "3."])
def test_an_item_without_words_is_skipped(item: str, mark: str) -> None:
    listed = "".join(f"{mark} {each}\n" for each in ("北口は駅に近い", item, "南口は広い"))
    text = f"# 出口の案内\n\n出口は三つあります。\n\n{listed}"
    made, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    said = writing.dump(made)
    assert "北口は駅に近い" in said
    assert "南口は広い" in said


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("| 日時 | 4月3日 |\n|--|--|\n", ["title: 日時", "text: 4月3日"]),
        ("| 窓口 | 担当 | 内線 |\n|--|--|--|\n", ["text: 窓口", "text: 担当", "text: 内線"]),
    ],
)
def test_a_table_of_one_row_is_kept(table: str, said: list[str]) -> None:
    made, _ = drafting.draft(
        article.read(f"# 会議\n\n委員が集まります。\n\n{table}".encode(), "a.md")[0], "a.md"
    )
    assert all(each in writing.dump(made) for each in said)


def test_words_over_a_list_stay_in_the_handout_though_they_are_no_sentence() -> None:
    text = "# 橋\n\n橋は閉じている。\n\n駅前から川口へ\n\n- 北橋を渡る\n- 南橋を渡る\n"
    made = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")[0]
    (section,) = made.sections
    said = [t.text for b in section.blocks if isinstance(b, model.TextBlock) for t in b.text]
    assert "駅前から川口へ" in said


def test_a_heading_with_nothing_to_show_under_it_is_named() -> None:
    text = "# 橋\n\n## 経緯\n\n橋は閉じている。\n\n## 地図\n\n## 見通し\n\n春に開く。\n"
    made = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")[0]
    assert [s.title for s in made.sections] == ["経緯", "見通し"]
    assert [(t.from_, t.text) for t in made.unused] == [(("L7",), "地図")]


def test_a_conclusion_stays_where_its_author_put_it() -> None:
    text = (
        "# 夜の図書館\n\n## 現状\n\n平日は18時に閉まる。\n\n## 計画\n\n10月から21時まで開く。\n\n"
        "## 四 まとめ\n\n夜間の開館は10月に始まる。\n\n## 今後の予定\n\n一年後に見直しを行う。\n"
    )
    outline, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    titles = [section.title for section in outline.sections]
    assert titles == ["現状", "計画", "四 まとめ", "今後の予定"]


def test_a_section_without_a_claim_is_told_with_the_line_of_its_heading() -> None:
    text = "# 館\n\n## 現状\n\n平日は18時に閉まる。\n\n## 一覧\n\n- 本\n- 雑誌\n"
    _, found = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    assert [(d.code, str(d.span)) for d in found] == [("draft.no-message", "a.md:7")]


def test_a_list_of_many_levels_stands_on_slides_before_the_table_after_it() -> None:
    listed = "- 人件費は800万円\n  - 職員は4人\n    - うち1人は週に3日\n- 光熱費は100万円\n"
    table = "| 年度 | 費用 |\n|---|---|\n| 2026 | 1,200万円 |\n| 2027 | 2,300万円 |\n"
    source = f"# 費用\n\n費用の半分は国の交付金である。\n\n{listed}\n{table}"
    outline, _ = drafting.draft(article.read(source.encode(), "a.md")[0], "a.md")
    made = [b for b in outline.sections[0].blocks if getattr(b, "only", None) != "handout"]
    kinds = [type(b) for b in made]
    assert kinds.index(model.BulletsBlock) < kinds.index(model.TableBlock)


def test_what_a_heading_links_to_is_a_source_but_not_the_article_itself() -> None:
    page = (
        '<html><head><link rel="canonical" href="https://example.com/p"></head><body><article>'
        '<h1><a href="https://example.com/p#top">題</a></h1>'
        '<h2><a href="https://example.com/guide">手引き</a></h2><p>市は窓口を開く。</p></article>'
    )
    made = drafting.draft(article.read(page.encode(), "a.html")[0], "a.html")[0]
    assert [(each.title, each.url) for each in made.sources] == [
        ("手引き", "https://example.com/guide")
    ]


def test_a_cell_of_several_sentences_is_whole_in_the_handout() -> None:
    said = "係が声をかける。二度目からは席を替えてもらい、三度目には退館してもらい、"
    said += "四度目からは入館を断ることとし、家の人や学校にもそのことを知らせることとしている。"
    table = f"| 種別 | 対応 |\n|---|---|\n| 注意 | {said} |\n| 退館 | その日は使えない。 |\n"
    source = f"# 館の約束\n\n約束を次に示す。\n\n{table}"
    made = drafting.draft(article.read(source.encode(), "a.md")[0], "a.md")[0]
    [found] = [b.table for b in made.sections[0].blocks if isinstance(b, model.TableBlock)]
    row = found.rows[0]
    assert row.cells[1] != said
    assert row.full == ("注意", said)


def test_a_sentence_longer_than_any_slide_opens_there_and_is_whole_in_the_handout() -> None:
    said = "市は窓口を見直し、" * 100
    made = drafting.draft(article.read(said.encode(), "a.txt")[0], "a.txt")[0]
    texts = [b for b in made.sections[0].blocks if isinstance(b, model.TextBlock)]
    shown = {b.only: "".join(t.text for t in b.text) for b in texts}
    assert shown["handout"] == said
    assert shown["deck"].endswith("見直し、…")
    assert len(shown["deck"]) <= 201


def test_a_cell_that_counts_what_it_says_is_whole_on_slides_too() -> None:
    said = "次のことをする。①町の人が見て回り、灯が消えた所を係に知らせる"
    said += "②係は次の日の昼までに球を取り替えて日誌に書く"
    table = f"| 灯 | 守り方 |\n|---|---|\n| 東 | {said} |\n| 西 | 係が見る |\n"
    source = f"# 灯\n\n## 守り方\n\n{table}"
    made = drafting.draft(article.read(source.encode(), "a.md")[0], "a.md")[0]
    [found] = [b.table for b in made.sections[0].blocks if isinstance(b, model.TableBlock)]
    assert found.rows[0].cells[1] == said


def test_a_form_to_fill_in_stays_a_table() -> None:
    source = "# 申込\n\n次の表に書く。\n\n| 氏名 | 住所 | 電話 |\n|---|---|---|\n| | | |\n| | | |\n"
    made = drafting.draft(article.read(source.encode(), "a.md")[0], "a.md")[0]
    [found] = [b.table for b in made.sections[0].blocks if isinstance(b, model.TableBlock)]
    assert found.columns == ("氏名", "住所", "電話")
    assert len(found.rows) == 2


@pytest.mark.parametrize(("heading", "sections"), [("館の約束", ["注意"]), ("約束", ["約束"])])
def test_a_heading_that_is_the_title_of_the_front_matter_is_no_section(
    heading: str, sections: list[str]
) -> None:
    source = f"---\ntitle: 館の 約束\n---\n\n# {heading}\n\n## 注意\n\n大声で話さない。\n"
    made = drafting.draft(article.read(source.encode(), "a.md")[0], "a.md")[0]
    assert made.title == "館の 約束"
    assert [section.title for section in made.sections] == sections


def test_a_whole_sentence_after_a_promise_of_a_list_is_kept() -> None:
    said = "館は大声で話さないことを求めている。"
    source = f"# 館の約束\n\n約束は次の通りである。\n\n{said}\n\n守らない人には係が声をかける。\n"
    made = drafting.draft(article.read(source.encode(), "a.md")[0], "a.md")[0]
    assert "lost-list" in [review.kind for review in made.review]
    assert said in writing.dump(made)
    assert not [review for review in made.review if said in review.text]


def test_a_long_section_has_points_for_more_than_one_slide() -> None:
    topics = ("入口", "書庫", "閲覧室", "学習室", "駐車場", "駐輪場", "食堂", "中庭")
    prose = "\n\n".join(
        f"{topic}の改修には{n}千万円の費用が見込まれています。町は{topic}の図面を"
        f"{n}月までに作り、住民の意見を{n + 20}か所の集会所で聞くことにしています。"
        f"{topic}が使えない間は、駅の西側にある公民館と学校の部屋を借りて仕事を続ける予定です。"
        for n, topic in enumerate(topics, 1)
    )
    made = drafting.draft(
        article.read(f"# 館\n\n## 改修\n\n{prose}\n".encode(), "a.md")[0], "a.md"
    )[0]
    shown = [b.bullets for b in made.sections[0].blocks if isinstance(b, model.BulletsBlock)]
    said = made.sections[0].message + stated(made.sections[0])
    assert len(shown) > 1
    first, *others = [b.message for b in made.sections[0].blocks if b.only == "deck"]
    assert others
    assert not first
    assert all(others)
    assert max(sum(1 + len(i.items) for i in part) for part in shown) <= limits.SLIDE_LINES
    assert [f"{n}千万円" for n in range(1, 9) if f"{n}千万円" not in said] == []


def test_what_stands_beside_a_list_has_no_message_that_names_its_items() -> None:
    items = "- 本: 棚を増やす\n- 席: 窓ぎわに置く\n- 灯り: 夜も使えるようにする\n"
    other = "隣の町も館を直しています。隣の町の館は来年の四月に二十の席を増やす予定です。"
    text = f"# 館\n\n## 柱\n\n改修の柱は3つです。\n\n{items}\n{other}\n"
    made = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")[0].sections[0]
    said = [b for b in made.blocks if isinstance(b, model.BulletsBlock) and b.only == "deck"]
    assert made.message == "改修の柱は、本、席、灯りの3つ"
    assert [b.message for b in said] == ["隣の町も館を直している"]


def test_a_sentence_before_the_one_that_leads_in_to_code_is_said() -> None:
    found, _ = article.read(
        "# 札の道具\n\n## 印刷\n\n新しい道具は札の印刷にかかる時間を75秒から40秒に縮めました。"
        "使い方は次のとおり：\n\n```\nfuda print\n```\n\n## 予定\n\n春に配る。\n".encode(),
        "a.md",
    )
    outline, _ = drafting.draft(found, "a.md")
    assert outline.sections[0].message == "新しい道具は札の印刷にかかる時間を75秒から40秒に縮めた"


def test_what_shows_a_picture_or_need_not_be_read_is_no_point() -> None:
    text = (
        "# 庭の案内\n\n## 門\n\n門は朝の6時に開き、夕方の5時に閉まります。冬の朝は7時に開きます。"
        "混む日の人の動きを図に示します。見慣れた方は適宜読み飛ばしてください。\n\n"
        "## 池\n\n池の深さは2メートルです。鯉は30匹います。\n"
    )
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    lists = [b for b in outline.sections[0].blocks if isinstance(b, model.BulletsBlock)]
    said = [outline.sections[0].message, *(item.text for b in lists for item in b.bullets)]
    assert any("7時" in one for one in said)
    assert not any("図に示す" in one or "読み飛ばす" in one for one in said)


def test_where_a_picture_is_from_is_no_point() -> None:
    text = (
        "# 庭の案内\n\n## 門\n\n門は朝の6時に開き、夕方の5時に閉まります。\n\n"
        "> ![門の絵](gate.png)\n> _引用元：[庭の便り](https://a.example/gate)_\n\n"
        "## 池\n\n池の深さは2メートルです。鯉は30匹います。\n"
    )
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    blocks = outline.sections[0].blocks
    assert "引用元" not in str([block for block in blocks if block.only != "handout"])
    assert "引用元" in str([block for block in blocks if block.only == "handout"])


def test_a_section_that_only_asks_and_announces_makes_no_slide() -> None:
    text = (
        "# 夜の図書館\n\n## なぜ夜に開けるのか\n\nなぜ夜に開けるのだろうか。"
        "ここではその良さを見ていきたいと思います。\n\n"
        "## 席\n\n席は夜に三割あきます。仕事の帰りに寄る人が使えます。\n\n"
        "## 費用\n\n電気代は月に二万円ふえます。県が半分を払います。\n"
    )
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    asks = next(s for _, s in outline.walk() if s.title.startswith("なぜ"))
    assert asks.only == "handout"
    assert outline.unused == ()


def _drafted(text: str) -> model.Outline:
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    return outline


def test_a_part_that_only_says_what_it_tells_is_no_statement() -> None:
    outline = _drafted(
        "# 町の図書館\n\n## 考え方\n\nここでは、席を決めるときに配慮すべき事項を記載します。\n\n"
        "### 文字\n\n文字は12ポイントより大きくします。小さな字は読みにくいからです。\n\n"
        "### 色\n\n色だけで区別しません。色の見え方は人によって違います。\n"
    )
    section = next(s for _, s in outline.walk() if s.title == "考え方")
    assert section.message == ""
    texts = [i.text for b in section.blocks for i in getattr(b, "bullets", ())]
    assert not any("記載" in text for text in texts)


def test_a_section_that_claims_nothing_keeps_its_exception_and_sends_nobody_below() -> None:
    outline = _drafted(
        "# 町の灯\n\n## あい\n\nあいの灯は、夜十時まで点けられます。"
        "ただし冬は、町の許しが要ります。\n\n"
        "詳しいことは以下をご確認ください。\n\nhttps://a.example/1\n\n"
        "## 費用\n\n電気代は月に二万円ふえます。県が半分を払います。\n"
    )
    shown = "\n".join(
        str(block) for _, s in outline.walk() for block in s.blocks if block.only == "deck"
    )
    assert "ただし冬は" in "".join((shown, *(s.message for _, s in outline.walk())))
    assert "以下を" not in shown


def test_code_of_which_a_line_is_too_long_is_not_shown_without_it() -> None:
    long = "lamp.on(" + ", ".join(f"name{n}" for n in range(60)) + ")"
    outline = _drafted(f"# 灯\n\n## 印\n\n```\nstart()\n{long}\n```\n\n## 費用\n\n町が払う。\n")
    assert not any("start()" in str(s.blocks) for _, s in outline.walk())
    assert any("start()" in text.text for text in outline.unused)


def test_references_that_are_counted_have_no_head_among_them() -> None:
    html = "".join(
        f"<tr><td>[{n}]</td><td>{name}の記録</td></tr>" for n, name in enumerate("東西南", 1)
    )
    outline = _drafted(f"# 館\n\n## 記録の表\n\n<table>{html}</table>\n\n## 費用\n\n町が払う。\n")
    (table,) = (
        b.table for _, s in outline.walk() for b in s.blocks if isinstance(b, model.TableBlock)
    )
    assert table.columns == ("", "")
    assert [row.cells[0] for row in table.rows] == ["[1]", "[2]", "[3]"]


def test_an_items_only_other_sentence_stands_below_it() -> None:
    second = (
        "あわせて「この門は朝の六時に開き、夕の六時に閉じます。」という案内が、門の前に立つ人に"
        "聞こえるように係の人によって読み上げられる"
    )
    outline = _drafted(
        f"# 門\n\n## 確かめること\n\n- 門の名が読み上げられる。{second}。\n- 灯が点く。\n\n"
        "## 費用\n\n町が払う。\n"
    )
    assert any(second in str(b) for _, s in outline.walk() for b in s.blocks if b.only != "handout")


def test_names_alone_are_a_whole_list() -> None:
    names = ["ぶらんこ案", "すべり台案", "鉄棒案", "砂場案", "ジャングルジム案"]
    linked = "\n\n".join(f"[{name}](https://example.org/{n})" for n, name in enumerate(names))
    text = f"# 遊具の案\n\n## 方法\n\n調査は三回に分けて行った。\n\n## 結果\n\n{linked}\n"
    outline, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    told = "".join(s.model_dump_json() for s in outline.sections if s.only != "handout")
    assert [name for name in names if name not in told] == []
