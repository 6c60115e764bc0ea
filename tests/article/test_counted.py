"""Notices, contracts and questions as offices write them in plain text."""

import pytest

from shiryo.article import read
from shiryo.article.model import Block, Kind

NOTICE = """                              令和７年１１月４日
保護者の皆様
                              北町立北小学校
                              校長　山田　太郎

　　　　　発表会の開催について（お知らせ）

　晩秋の候、皆様にはお元気でお過ごしのことと存じます。
　さて、下記のとおり発表会を開きます。どうぞご来校ください。

　　　　　　　　　　記

１　日　時　　令和７年１１月２２日（土）　午前９時
２　場　所　　本校体育館
３　日　程
　　　８：４０～　受付
　　　９：００～　低学年の発表
４　お願い
　（１）上履きをお持ちください。
　（２）車での来校はできま
　　　せん。
５　その他
　　雨の日は延期することがあります。
　　その場合は、前日までに知らせます。

　　　　　　　　　　　　　　　　以　上
"""

CONTRACT = """業務委託契約書

北町商店（以下「甲」という。）と南町工房（以下「乙」という。）は、次のとおり約束する。

第１条（料金）
１　料金は、月額３０万円とする。
２　甲は、翌月末日までに払う。

第２条（秘密）
１　乙は、甲の秘密を漏らしてはならない。ただし、次の場合は、この限りでない。
　（１）　公知の情報
　（２）　甲が認めたもの
２　前項の定めは、終了の後も３年間、効力を持つ。

第３条（解除）
甲又は乙は、相手方が次のいずれかに当たるときは、解除できる。
一　約束を破り、正されないとき
二　支払を停止したとき

令和７年４月１日

甲　北町１－２－３
　　北町商店
　　代表　北山　太郎
乙　南町４－５－６
　　南町工房
　　代表　南野　花子
"""


def _blocks(source: str, kind: Kind, file: str = "a.txt") -> list[Block]:
    return [b for b in read(source.encode(), file)[0].blocks if b.kind is kind]


def test_the_points_of_a_notice_have_their_labels_and_what_stands_below_them() -> None:
    items = _blocks(NOTICE, Kind.ITEM)
    assert [(b.level, b.label, b.text) for b in items] == [
        (0, "日時", "令和７年１１月２２日（土）　午前９時"),
        (0, "場所", "本校体育館"),
        (0, "", "日程"),
        (1, "", "８：４０～　受付"),
        (1, "", "９：００～　低学年の発表"),
        (0, "", "お願い"),
        (1, "", "上履きをお持ちください。"),
        (1, "", "車での来校はできません。"),
        (0, "その他", "雨の日は延期することがあります。その場合は、前日までに知らせます。"),
    ]
    assert [b.number.value for b in items if b.level == 0 and b.number] == [1, 2, 3, 4, 5]
    assert all(b.text != "記" for b in _blocks(NOTICE, Kind.HEADING))


def test_a_letter_is_what_it_says_after_its_greeting() -> None:
    assert [b.text for b in _blocks(NOTICE, Kind.PARAGRAPH)] == [
        "さて、下記のとおり発表会を開きます。どうぞご来校ください。"
    ]


def test_the_points_of_an_article_of_a_contract_are_counted() -> None:
    items = _blocks(CONTRACT, Kind.ITEM)
    assert [(b.number and b.number.value, b.level, b.text[:6]) for b in items] == [
        (1, 0, "料金は、月額"),
        (2, 0, "甲は、翌月末"),
        (1, 0, "乙は、甲の秘"),
        (1, 1, "公知の情報"),
        (2, 1, "甲が認めたも"),
        (2, 0, "前項の定めは"),
        (1, 0, "約束を破り、"),
        (2, 0, "支払を停止し"),
    ]


def test_the_parties_at_the_foot_of_a_contract_are_no_text_of_it() -> None:
    assert [b.text for b in _blocks(CONTRACT, Kind.MASTHEAD)][:2] == [
        "令和７年４月１日",
        "甲　北町１－２－３",
    ]
    assert [b.text[:3] for b in _blocks(CONTRACT, Kind.HEADING)] == [
        "業務委",
        "第１条",
        "第２条",
        "第３条",
    ]


@pytest.mark.parametrize(
    "source",
    [
        "# 本\n\n1 は上の人に向く。\n\n2 は誰にでも向く。\n",
        "# 本\n\n1 冊目は古い。\n\n橋を直した。\n",
    ],
)
def test_a_number_that_is_spoken_of_is_no_point(source: str) -> None:
    assert not _blocks(source, Kind.ITEM, "a.md")


def test_a_mark_of_an_answer_alone_on_its_line_is_no_heading() -> None:
    source = "よくある質問\n\n転入の手続き\n\nQ1 要る物は何ですか。\nA1\n・証明書\n・本人の書類\n\n"
    source += "Q2 いつまでですか。\nA2 十四日以内です。\n"
    article, _ = read(source.encode(), "a.txt")
    heads = [b.text for b in article.blocks if b.kind is Kind.HEADING]
    assert heads == ["よくある質問", "転入の手続き", "Q1 要る物は何ですか。", "Q2 いつまでですか。"]
    assert article.title == "よくある質問"


def test_lines_of_a_paragraph_of_a_page_that_break_within_a_sentence_are_one() -> None:
    source = "<html><body><h1>手当</h1><p>2月、4月の10日に<br>前の月の分までを振り込みます。<br>"
    source += "通知は送りません。</p></body></html>"
    assert [b.text for b in _blocks(source, Kind.PARAGRAPH, "a.html")] == [
        "2月、4月の10日に前の月の分までを振り込みます。",
        "通知は送りません。",
    ]


def test_all_paragraphs_of_an_answer_lose_its_mark() -> None:
    source = (
        "Q. 次はいつ出ますか?\nA. 定期の版は2月に出ます。\nA. 安定の版は不具合があれば出ます。\n"
    )
    assert [b.text for b in _blocks(source, Kind.PARAGRAPH)] == [
        "定期の版は2月に出ます。",
        "安定の版は不具合があれば出ます。",
    ]


def test_what_heads_prose_before_the_first_marked_section_is_a_heading() -> None:
    source = "# 庭の手引\n\n要旨\n\n庭を手入れする人のために、季節ごとの仕事を示す。\n\n"
    source += "## はじめに\n\n春から始める。\n"
    heads = [b.text for b in _blocks(source, Kind.HEADING, "a.md")]
    assert heads == ["庭の手引", "要旨", "はじめに"]


def test_a_title_over_two_lines_and_its_authors_are_the_head() -> None:
    source = "庭の手入れの特性と\n\n日ごろの留意点\n\n2020年6月\n\n山田太郎、鈴木花子、\n\n"
    source += "佐藤次郎、高橋三郎\n\n## はじめに\n\n春から始める。\n\n## おわりに\n\n冬に休む。\n"
    article, _ = read(source.encode(), "a.md")
    assert article.title == "庭の手入れの特性と日ごろの留意点"
    heads = [b.text for b in article.blocks if b.kind is Kind.MASTHEAD]
    assert heads == ["2020年6月", "山田太郎、鈴木花子、", "佐藤次郎、高橋三郎"]
