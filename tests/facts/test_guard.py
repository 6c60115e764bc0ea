import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiryo.drafting.wording import shorten
from shiryo.drafting.wording.steps import Rewording, replay, rewordings, shorter
from shiryo.facts import guard
from shiryo.outline.model import Style

VOICES = ("", "市の調べによると、", "新聞によれば、", "担当者の説明によりますと、")
TIMES = ("", "今後、", "来年度には、", "2027年4月に", "現在、", "令和9年度までに")
CONDITIONS = ("", "予算が付けば、", "人が足りない場合、", "申請があれば、")
LEADS = (
    "", "窓口を増やして、", "人手を減らすことで、", "予約が広がる中で、",
    "時間がかかるため、", "地図や写真など、", "夜も開くとともに、", "誰も使わないため、",
    "平井県では待つ人が3割減る中で、", "今年からすべての館を開けて、",
)  # fmt: skip
TOPICS = ("市は", "総務省は", "サクラ・テクノスが", "この計画では", "政府と企業が")
AMOUNTS = ("", "約30人の", "5億円以上の", "3割未満の", "一部の", "数百億円規模の", "すべての")
VERBS = (
    ("本を届け", "る", ""), ("道を作", "る", "り"), ("紙を減ら", "す", "し"),
    ("声を聞", "く", "き"), ("学校を支援", "する", "し"),
    ("費用を公表", "する", "し"), ("資料を読", "む", "み"),
)  # fmt: skip
NEGATIVE = {"る": "ら", "す": "さ", "する": "し", "く": "か", "む": "ま"}
ENDINGS = (
    ("{masu}ます", ""),
    ("{masu}ません", "ない|ませ"),
    ("{masu}ました", "[ただ]$"),
    ("{masu}ませんでした", "なかった|ませんでした"),
    ("{verb}見込みです", "見込み"),
    ("{verb}見込みはありません", "見込みは(?:ない|ありません)"),
    ("{verb}可能性があります", "可能性"),
    ("{verb}予定です", "予定"),
    ("{verb}べきです", "べき"),
    ("{verb}べきではありません", "べきでは(?:ない|ありません)"),
    ("{verb}必要があります", "必要"),
    ("{verb}必要はありません", "必要は(?:ない|ありません)"),
    ("{verb}かもしれません", "かもしれ"),
    ("{verb}とされています", "とされ"),
    ("{verb}という声があります", "という声"),
    ("{verb}という", "という$|といいます$"),
    ("{verb}そうです", "そう"),
    ("{verb}らしいです", "らしい"),
    ("{verb}でしょう", "だろう|でしょう"),
    ("{verb}と述べました", "と述べ"),
    ("{verb}とみられています", "とみられ"),
    ("{nai}見込みです", "ない見込み"),
    ("{nai}かもしれない", "ないかもしれ"),
    ("{nai}と発表した", "ないと発表"),
    ("{masu}たい考えです", "たい考え"),
    ("{verb}はずだ", "はず"),
    ("{verb}だけだ", "だけ"),
)


@st.composite
def said(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Draw a sentence, and patterns of what every wording of it must still say."""
    voice, time, condition = (draw(st.sampled_from(p)) for p in (VOICES, TIMES, CONDITIONS))
    lead, topic, amount = (draw(st.sampled_from(p)) for p in (LEADS, TOPICS, AMOUNTS))
    stem, verb, masu = draw(st.sampled_from(VERBS))
    ending, mark = draw(st.sampled_from(ENDINGS))
    nai = stem + ("" if masu == "" else NEGATIVE[verb]) + "ない"
    end = ending.format(verb=stem + verb, masu=stem + masu, nai=nai)
    kept = [p for p in (voice, time, condition, amount) if p]
    kept += [p for p in ("平井県", "3割減る", "使わない", "今年", "すべて") if p in lead]
    dated = mark == "[ただ]$" and "年" in time + lead
    patterns = [re.escape(p.strip("、")) for p in kept] + ([mark] if not dated else [])
    return voice + time + condition + lead + topic + amount + end + "。", patterns


@given(said(), st.sampled_from(["体言止め", "常体", "敬体"]))
def test_what_counts_survives_every_wording(drawn: tuple[str, list[str]], style: Style) -> None:
    sentence, patterns = drawn
    for made in rewordings(sentence, style):
        part = any(step.startswith("clause-") for step in made.steps)
        for pattern in patterns:
            assert part or re.search(pattern, made.text), (made, pattern)


@given(
    said(), st.sampled_from(sorted({*shorten.PLAINER, *shorten.SHORTER, "noun-ending", "polite"}))
)
def test_what_counts_survives_every_single_change(drawn: tuple[str, list[str]], name: str) -> None:
    sentence, patterns = drawn
    made = replay(sentence, ("plain-style", name))
    for pattern in patterns:
        assert re.search(pattern, made), (made, pattern)


@given(said())
def test_a_sentence_shortened_without_need_loses_nothing(drawn: tuple[str, list[str]]) -> None:
    sentence, patterns = drawn
    made = Rewording(sentence.rstrip("。") + "し、" + sentence.rstrip("。"))
    for pattern in (p for p in patterns if not p.endswith("$")):
        assert re.search(pattern, shorter(made).text), pattern


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("市によると、費用は増え、人手は減った", "人手は減った"),
        ("費用は増えたが、人手は減ったという", "費用は増えた"),
        ("費用は増えたが、人手は減ったと述べた", "費用は増えた"),
        ("2025年に費用は増え、人手は減った", "人手は減った"),
        ("今後は費用が増え、人手が減る", "人手が減る"),
        ("予算が付けば、道が増え、店も増える", "店も増える"),
        ("市は道を作り、町は橋を架けない", "町は橋を架ける"),
        (
            "もし空いた席がないけれども、話を聞きたいと望んでいる場合は、係に声をかける。",
            "もし空いた席がない",
        ),
    ],
)
def test_a_clause_that_leans_on_what_stands_before_or_after_it_is_no_statement(
    whole: str, part: str
) -> None:
    assert not guard.is_part(whole, part)


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("市によると、費用は増え、人手は減った", "市によると、人手は減った"),
        ("費用は増えたが、人手は減ったという", "人手は減ったという"),
        ("2025年に費用は増えたが、人手は減った", "2025年に費用は増えた"),
        ("予算が付けば、道が増え、店も増える", "予算が付けば、道が増える"),
        ("学校は古いが、図書館は新しい", "図書館は新しい"),
    ],
)
def test_a_clause_of_its_own_is_a_statement(whole: str, part: str) -> None:
    assert guard.is_part(whole, part)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("約30人が参加する", "30人が参加する"),
        ("5億円以上を使う", "5億円を使う"),
        ("3割未満にとどまる", "3割にとどまる"),
        ("すでに始まった", "始まった"),
        ("一部の館を閉じる", "館を閉じる"),
        ("館を閉じるという声がある", "館を閉じる"),
        ("館を閉じる予定だ", "館を閉じる"),
        ("館を閉じざるを得ないとされる", "館を閉じざるを得ない"),
        ("館は閉じず、窓口を残す", "窓口を残す"),
        ("申請があれば、館を開ける", "館を開ける"),
        ("総務省が決めて、館を開ける", "館を開ける"),
    ],
)
def test_the_guard_sees_what_is_lost(before: str, after: str) -> None:
    assert not guard.keeps(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("しかし、費用は増えます", "費用は増える"),
        ("費用は増えません", "費用は増えない"),
        ("費用は増えるでしょう", "費用は増えるだろう"),
        ("提出しなければなりません", "提出しなければならない"),
        ("必要ありません", "必要ない"),
        ("例えば、窓口を開きます", "窓口を開く"),
        ("窓口を開きそうです", "窓口を開きそう"),
        ("障壁を取り除きます", "障壁を取り除く"),
        ("費用を減らすには限りません", "費用を減らすには限らない"),
        ("畑は町の人のためだけのものでもありません", "畑は町の人のためだけのものでもない"),
        (
            "橋を直したり新しい道を見つけたりできるでしょう",
            "橋を直したり新しい道を見つけたりできるだろう",
        ),
        ("畑の豆の色はさまざまです", "畑の豆の色はさまざまだ"),
    ],
)
def test_the_guard_lets_words_change(before: str, after: str) -> None:
    assert guard.keeps(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("追加ではんだづけを重ねる", "追加ではづけを重ねる"),
        ("カメラの位置を直す", "カメの位置を直す"),
        ("ふだんの備えを見直す", "だんの備えを見直す"),
    ],
)
def test_no_word_becomes_another_one(before: str, after: str) -> None:
    assert not guard.keeps(before, after)


def test_who_says_so_and_what_is_denied_are_told_for_any_wording() -> None:
    assert guard.loses_voice("市によると、橋は古い", "橋は古い")
    assert not guard.loses_voice("橋は古いと市が述べた", "市によると、橋は古い")
    assert guard.denies_otherwise("手数料なし", "手数料あり")
    assert not guard.denies_otherwise("手数料なし", "手数料がない")
