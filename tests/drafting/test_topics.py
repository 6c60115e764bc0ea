"""What a sentence speaks of, taken from its heading where that is certain."""

import pytest

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.drafting.wording.plain import plain
from shiryo.drafting.wording.topics import DEMONSTRATIVE, STEP, stated
from shiryo.outline import model, statements


@pytest.mark.parametrize(
    ("heading", "sentence", "said"),
    [
        (
            "2. 見守り制度について",
            "一人で暮らす人を月に一度たずねる制度です。",
            "見守り制度は、一人で暮らす人を月に一度たずねる制度です。",
        ),
        ("対象者は誰か", "町に住むすべての人です。", "対象者は、町に住むすべての人です。"),
        (
            "会費はどのように使われますか？",
            "本を買うために使われます。",
            "会費は、本を買うために使われます。",
        ),
        ("hontana", "棚の本を数える道具です。", "hontanaは、棚の本を数える道具です。"),
        ("朝市とは", "毎週土曜に開く市です。", "朝市は、毎週土曜に開く市です。"),
    ],
)
def test_the_heading_is_the_topic_of_what_says_what_it_is(
    heading: str, sentence: str, said: str
) -> None:
    assert stated(heading, sentence) == (said, STEP)


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("見守り制度", "町は一人で暮らす人を月に一度たずねる制度です。"),
        ("見守り制度", "一人で暮らす人が増えています。"),
        ("見守り制度", "月に一度たずねます。"),
        ("見守り制度", "つまり、月に一度たずねる制度です。"),
        ("見守りを始めよう", "月に一度たずねる制度です。"),
        ("概要", "月に一度たずねる制度です。"),
        ("会費はどのように使われますか？", "毎年の春に集めます。"),
        ("なぜ会費を集めるのか", "本を買うために集める金です。"),
        ("Methods", "色を使った地図の作成。"),
    ],
)
def test_what_has_a_topic_or_may_have_another_stays(heading: str, sentence: str) -> None:
    assert stated(heading, sentence) == (sentence, "")


def test_a_kind_that_is_named_later_than_the_first_sentence_is_sure_a_name_is_not() -> None:
    assert stated("貸出カード", "本を借りるときに示すカードです。", first=False)[1] == STEP
    assert stated("hontana", "棚の本を数える道具です。", first=False)[1] == ""


def test_this_thing_is_the_thing_of_the_heading() -> None:
    assert stated("雨量計測装置", "この装置は町に三つあります。") == (
        "雨量計測装置は町に三つあります。",
        DEMONSTRATIVE,
    )
    assert stated("雨量計測装置", "この町は雨が多い。") == ("この町は雨が多い。", "")


def test_a_draft_notes_it_and_cites_the_heading() -> None:
    text = (
        "# 町のしくみ\n\n## 見守り制度\n\n一人で暮らす人を月に一度たずねる制度です。\n\n"
        "## 雨量計測装置\n\nこの装置は町に三つあり、十分ごとに雨の量を役場に送ります。\n"
    )
    read, _ = article.read(text.encode(), "a.md")
    made, _ = drafting.draft(read, "a.md")
    said = {
        (section.message, section.from_): section.how[0]
        for _, section in made.walk()
        if section.message
    }
    assert said == {
        ("見守り制度は、一人で暮らす人を月に一度たずねる制度", ("L5", "L3")): STEP,
        ("雨量計測装置は町に三つあり、十分ごとに雨の量を役場に送る", ("L9", "L7")): DEMONSTRATIVE,
    }
    assert edited(made, read) == []


def test_the_opening_asks_nothing_of_who_reads_it() -> None:
    text = (
        "# 窓口の機械\n\nたとえで話すので、機械を作る人は次の章から読んでください。"
        "町の窓口では、番号を配る機械が来年から三台に増えます。\n\n"
        "## 使い方\n\n番号の紙は、窓口で呼ばれるまで手元に置いてください。"
        "紙は帰るときに箱へ入れます。\n"
    )
    read, _ = article.read(text.encode(), "a.md")
    made, _ = drafting.draft(read, "a.md")
    shown = " ".join(stated_of(section) for _, section in made.walk() if section.only != "handout")
    assert "次の章から読むこと" not in shown
    assert "番号の紙は、窓口で呼ばれるまで手元に置くこと" in shown


def stated_of(section: model.Section) -> str:
    blocks = (block for block in section.blocks if block.only != "handout")
    return " ".join((section.message, *map(statements.stated, blocks)))


def test_an_invitation_is_no_order() -> None:
    assert plain("ぜひ参加してみてください。") == "ぜひ参加してみよう。"
    assert plain("電源を入れ直してみてください。") == "電源を入れ直してみよう。"
    assert plain("朝に参加してください。") == "朝に参加すること。"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("総会は、次の事項を決めます。\n\n- 役員の選び方\n- 会費の額", "総会は、次の事項を決める"),
        ("次の事項を確かめます。\n\n- 役員の選び方\n- 会費の額", ""),
        ("手順は次のとおりです。\n\n- 紙をもらってから名と家のある所を言う\n- 名を書く", ""),
        ("総会は次の事項を決めます。\n\n- 会費\n\n理事会は次の事項を決めます。\n\n- 朝市", ""),
        (
            "総会は春に開きます。総会は、次の事項を決めます。\n\n- 役員の選び方\n- 会費",
            "総会は春に開く",
        ),
    ],
)
def test_the_sentence_over_the_only_list_is_the_message_where_nothing_else_is(
    lines: str, message: str
) -> None:
    read, _ = article.read(f"# 会\n\n## 決め方\n\n{lines}\n".encode(), "a.md")
    made, _ = drafting.draft(read, "a.md")
    assert [section.message for _, section in made.walk()] == [message]
    assert edited(made, read) == []


def test_a_noun_without_a_topic_is_no_message() -> None:
    text = (
        "# 町の機械\n\n## 概要\n\n広い町を短い時間で見回れる機械。町の機械は全部で三台あります。\n"
    )
    read, _ = article.read(text.encode(), "a.md")
    made, _ = drafting.draft(read, "a.md")
    assert [section.message for _, section in made.walk()] == ["町の機械は全部で三台ある"]
