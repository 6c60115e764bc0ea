"""What stands beside what on slides: what is set against it, what goes on from it, its own page."""

from collections.abc import Iterator

import pytest

from shiryo.article import read
from shiryo.drafting import draft
from shiryo.outline import model


def drafted(text: str, name: str = "a.md") -> model.Outline:
    return draft(read(text.encode(), name)[0], name)[0]


def lists(outline: model.Outline) -> list[model.BulletsBlock]:
    return [
        block
        for _, section in outline.walk()
        for block in section.blocks
        if isinstance(block, model.BulletsBlock) and block.only != "handout"
    ]


def items(found: tuple[model.Item, ...]) -> Iterator[str]:
    for item in found:
        yield item.text
        yield from items(item.items)


def test_what_is_set_against_a_statement_stands_beside_it_and_says_so() -> None:
    outline = drafted(
        "# 川の橋\n\n## 傷み\n\n橋は築五十年を過ぎて、欄干も床板も傷んでいます。"
        "直す費用は三億円と見積もられています。"
        "点検では、橋脚は健全だと判定されました。"
        "しかし、床板は半分以上を取り替えなければなりません。\n"
    )
    tops = [item.text for block in lists(outline) for item in block.bullets]
    assert "しかし、床板は半分以上を取り替えなければならない" in tops


def test_what_follows_says_from_what_it_follows() -> None:
    outline = drafted(
        "# 駅の広場\n\n## 車の乗り入れ\n\n朝の広場は送りの車で混み合います。"
        "バスは乗り場に着くまでに十分も待たされています。"
        "その結果、八時台の便の半分が遅れて出ています。"
        "市は来年の春に車の乗り入れを止めます。\n"
    )
    told = [text for block in lists(outline) for text in items(block.bullets)]
    assert any(text.startswith("その結果、") for text in told)


def test_a_compound_sentence_is_one_point() -> None:
    outline = drafted(
        "# 図書館\n\n## 開館\n\n市は六月から館を夜の九時まで開けます。"
        "夜の係は三人の予定でしたが、応募が少なかったので初めの月は二人で受け持つことになっています。"
        "返却の箱は駅にも置かれます。\n"
    )
    told = [text for block in lists(outline) for text in items(block.bullets)]
    (point,) = (text for text in told if "三人の予定" in text)
    assert "二人で受け持つ" in point


def test_what_tells_where_to_turn_in_one_of_several_cases_is_no_message() -> None:
    outline = drafted(
        "# 窓口\n\n## 相談先\n\n道が傷んでいるのを見つけた場合は、道路の係に連絡してください。\n\n"
        "水が漏れている場合は、水道の係に連絡してください。\n\n"
        "木が倒れそうな場合は、公園の係に連絡してください。\n"
    )
    (section,) = outline.sections
    assert not section.message
    told = "".join(text for block in lists(outline) for text in items(block.bullets))
    assert all(place in told for place in ("道路の係", "水道の係", "公園の係"))


def test_what_comes_next_in_a_ranking_is_no_message() -> None:
    outline = drafted(
        "# 調べ\n\n## 使わない理由\n\n「時間がない」という答えが58％で最も多い。"
        "次いで「場所が遠い」が31％、「知らなかった」が27％であった。\n"
    )
    assert not outline.sections[0].message.startswith("次いで")


def test_a_rule_keeps_its_ending() -> None:
    outline = drafted(
        "# 会則\n\n## 第三条（総会）\n\n総会は、毎年五月に会長が招集する。"
        "総会は、会費の額を議決する。\n\n## 寄付\n\n会は寄付を一口千円から受領する。\n"
    )
    told = [outline.sections[0].message, *(t for b in lists(outline) for t in items(b.bullets))]
    assert any(text.endswith("を議決する") for text in told)
    assert not any(text.endswith("を議決") for text in told)


def test_what_a_list_sums_up_is_the_summary() -> None:
    outline = drafted(
        "# 橋は直すほうが安いか\n\n## 橋は古びる\n\n橋は毎年少しずつ傷む。点検は五年ごとだ。\n\n"
        "## 架け替えは高い\n\n架け替えには十億円かかる。工事の間は二年も渡れない。\n\n"
        "## 早く直せば安い\n\n以上をまとめます。\n\n- 傷みを放っておくと費用は年ごとに増える\n"
        "- その費用は架け替えの半分に達する\n- 早く直せば橋は三十年もつ\n\n"
        "町は来年から毎年点検を行う予定である。\n"
    )
    assert [item.text for item in outline.summary] == [
        "傷みを放っておくと費用は年ごとに増える",
        "その費用は架け替えの半分に達する",
        "早く直せば橋は三十年もつ",
    ]


def test_contents_are_not_told_again_in_the_handout() -> None:
    names = ("川の水は町の水である", "掃除は月に一度で足りる", "来年は三月に始める")
    listed = "\n".join(f"- [{name}](#{name})" for name in names)
    told = "".join(f"\n## {name}\n\n{name}ことにした。\n" for name in names)
    outline = drafted(f"# 川\n\n<!-- TOC -->\n{listed}\n<!-- /TOC -->\n\n川は汚れている。\n{told}")
    lines = {
        ref
        for _, section in outline.walk()
        for block in section.blocks
        if isinstance(block, model.TextBlock)
        for text in block.text
        for ref in text.from_
    }
    assert not lines & {"L4", "L5", "L6"}


@pytest.mark.parametrize("bracket", ["（左上図）", "(右図参照)", "（下の写真）"])
def test_no_bracket_sends_a_reader_to_what_no_slide_shows(bracket: str) -> None:
    outline = drafted(
        f"# 橋\n\n## 作り\n\n橋の床板は三枚の鋼の板からなります{bracket}。欄干は木です。\n"
    )
    (section,) = outline.sections
    told = section.message + "".join(t for b in lists(outline) for t in items(b.bullets))
    assert "三枚の鋼の板" in told
    assert bracket not in told


def test_what_is_granted_is_a_message_only_with_what_turns_against_it() -> None:
    outline = drafted(
        "# 橋\n\n## 直す時期\n\n早く直せば費用が安いことは町も知っていた。"
        "しかし、それを今年に始めるか来年に始めるかで費用は二億円も違う。\n"
    )
    message = outline.sections[0].message
    assert "しかし、それを" in message
    assert "早く直せば" in message


def test_a_stop_within_bold_words_of_a_sentence_parts_nothing() -> None:
    outline = drafted(
        "# 店\n\n## 目標\n\n店は毎朝七時に開きます。"
        "初めての客が\n**早い。安い**と思える店が、町の目標です。\n野菜は近くの畑から届きます。\n"
    )
    (section,) = outline.sections
    told = [section.message, *(t for b in lists(outline) for t in items(b.bullets))]
    assert any("安い" in text and "町の目標" in text and "初めての客" in text for text in told)


def test_how_things_commonly_are_is_no_message_but_a_point() -> None:
    outline = drafted(
        "# 本\n\n## 足りない理由\n\nふだん手に取られるのは、都会の出版社が出した本ばかりです。"
        "町の言葉で書かれた本は、まだ一冊もありません。町の歴史を知る人は年ごとに減っています。\n"
    )
    (section,) = outline.sections
    told = "".join(t for b in lists(outline) for t in items(b.bullets))
    assert "ばかり" not in section.message
    assert "都会の出版社が出した本ばかり" in told


def test_who_says_what_is_quoted_is_no_source() -> None:
    outline = drafted(
        "# 協力\n\n## 談話\n\n> 「町の橋を共に直していきます。」\n>\n"
        "> — 橋工業株式会社 代表取締役社長 北 綾\n\n町は橋を直す。\n"
    )
    assert not outline.sources
    quoted = [b for s in outline.sections for b in s.blocks if isinstance(b, model.QuoteBlock)]
    assert [b.quote.by for b in quoted] == ["橋工業株式会社 代表取締役社長 北 綾"]
