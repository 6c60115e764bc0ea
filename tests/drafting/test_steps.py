import pytest

from shiryo.drafting.wording.shorten import LIMIT, MESSAGE
from shiryo.drafting.wording.steps import (
    Rewording,
    listed,
    parts,
    replay,
    rewordings,
    shorter,
    together,
)
from shiryo.japanese.width import width


def test_the_log_names_what_was_done() -> None:
    found = rewordings("しかし、費用は増えています。")
    assert [(r.text, r.steps) for r in found] == [
        ("費用は増えている", ("drop-connective", "plain-style"))
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "この仕組みは市民や学生や商店の人の声を町のあちこちで広く集める新しい手立てとして2019年に始まりましたが、"
        "学校や病院や駅の窓口ではまだほとんど使われていません。",
        "東の広場には雨の日も人が休める屋根と長い椅子を置くのに対し、"
        "西の広場は車を入れずに子どもたちが春から秋まで遊べる芝生を敷きます。",
    ],
)
def test_the_log_leads_from_the_sentence_to_the_wording(sentence: str) -> None:
    found = rewordings(sentence)
    assert len(found) > 1
    assert [replay(sentence, r.steps) for r in found] == [r.text for r in found]


def test_an_item_is_changed_as_a_whole_and_says_how() -> None:
    texts = ("手続きを減らします。", "なお、窓口は残ります。予約は要りません。")
    said, how = listed(*texts)
    assert said == ("手続きを減らす", "窓口は残る。予約は要らない")
    assert how == ("drop-connective", "plain-style")
    assert tuple(replay(text, how) for text in texts) == said


@pytest.mark.parametrize(
    "item",
    ["みんなで漬ける！梅と紫蘇の一年", "種は買う？分けてもらう？それとも採る", "晴れ。のち雨"],
)
def test_what_ends_a_sentence_within_an_item_stays(item: str) -> None:
    assert listed(item) == ((item,), ())


@pytest.mark.parametrize("stop", ["。", "．", "."])
def test_a_final_stop_goes_whichever_it_is(stop: str) -> None:
    found = rewordings(f"麹は三日ねかせます{stop}")
    assert [r.text for r in found] == ["麹は三日ねかせる"]


def test_a_date_is_taken_off_before_the_rest() -> None:
    assert listed("2024年4月に開館しました。", first=("drop-date",)) == (
        ("開館した",),
        ("drop-date", "plain-style"),
    )


def test_both_halves_of_a_compound_sentence_fit() -> None:
    found = rewordings(
        "この仕組みは市民や学生や商店の人の声を町のあちこちで広く集める新しい手立てとして2019年に始まりましたが、"
        "学校や病院や駅の窓口ではまだほとんど使われていません。"
    )
    assert [r.text for r in found] == [
        "この仕組みは市民や学生や商店の人の声を町のあちこちで広く集める新しい手立てとして2019年に始まった",
        "この仕組みは学校や病院や駅の窓口ではまだほとんど使われていない",
    ]
    assert all(width(r.text) <= LIMIT for r in found)


def test_what_leads_up_to_a_claim_is_not_cut_off() -> None:
    text = (
        "海外の便利な道具が町の隅々まで次々に普及する中で、地域の言葉や昔からの行事や家ごとの食べ物や季節ごとの暮らしの細部まで"
        "理解できる製品はまだ少ない"
    )
    assert [(r.text, r.steps) for r in rewordings(text)] == [(text, ())]


def test_what_a_message_holds_is_said_whole_and_in_its_clauses() -> None:
    text = (
        "町の図書館は古い本や地図や手紙の目録を写真と一緒に誰でも見られるように並べるし、"
        "町の美術館は絵や焼き物や彫刻や織物や古い道具の目録を来年の春までに作る"
    )
    assert LIMIT < width(text) <= MESSAGE
    assert [(r.text, r.steps) for r in rewordings(f"{text}。")] == [
        (text, ()),
        (
            "町の図書館は古い本や地図や手紙の目録を写真と一緒に誰でも見られるように並べる",
            ("clause-1",),
        ),
        ("町の美術館は絵や焼き物や彫刻や織物や古い道具の目録を来年の春までに作る", ("clause-2",)),
    ]


def test_what_fits_is_left_alone() -> None:
    fitting = Rewording("道具が普及する中で、製品はまだ少ない")
    assert shorter(fitting) == fitting


@pytest.mark.parametrize(
    "kept",
    [
        "予算が足りなければ、",
        "担当省庁の説明によると、",
        "2026年4月に始まる新しい制度に合わせて、",
        "現時点では、",
        "人手が足りないため、",
    ],
)
def test_conditions_sources_dates_and_negations_stay(kept: str) -> None:
    who = "地域の図書館と学校と公民館と児童館と保育園がこの町と隣の町の全ての地区で"
    text = f"{kept}{who}協力して進める新しい読書の計画は来年以降に見直される見込み"
    assert width(text) > LIMIT
    assert kept in shorter(Rewording(text)).text


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("※受付は春に終わります。", "受付は春に終わる"),
        ("⚠️ 内容は変わることがあります。", "内容は変わることがある"),
        ("はい、町に店があれば申し込めます。", "町に店があれば申し込める"),
        ("新しい届けの出し方はこちら", "新しい届けの出し方"),
        ("届けは春に廃止いたします。", "届けは春に廃止"),
        ("誰でも自由に提案をすることができます。", "誰でも自由に提案ができる"),
        ("そこで本研究では、目録を作った。", "本研究では、目録を作った"),
        ("そこでは誰もが働く。", "そこでは誰もが働く"),
        ("だからこそ、町は水を大切にします。", "町は水を大切にする"),
        ("だからといって、水は安くありません。", "だからといって、水は安くない"),
        ("そこで私は、夜の当番を二人に増やした。", "私は、夜の当番を二人に増やした"),
        ("要約すると、町の館は夜に空いている。", "町の館は夜に空いている"),
        ("言い換えれば、町の館は夜に空いている。", "町の館は夜に空いている"),
        ("分かりやすく言えば、町の館は夜に空いている。", "町の館は夜に空いている"),
        ("記録をまとめると、町の館は夜に空いている。", "記録をまとめると、町の館は夜に空いている"),
        (
            "橋の会（以下「会」という。）は、古い橋（以下、総称して「橋」といいます。）を直します。",
            "橋の会は、古い橋を直す",
        ),
        (
            "橋の会（以下「本会」という。）の事務は本会が行う。",
            "橋の会（以下「本会」という。）の事務は本会が行う",
        ),
        (
            "渡る者（以下「客」という。ただし、子どもを除く。）は橋銭を払う。",
            "渡る者（以下「客」という。ただし、子どもを除く。）は橋銭を払う",
        ),
    ],
)
def test_words_that_say_nothing_go(sentence: str, text: str) -> None:
    (found,) = rewordings(sentence)
    assert found.text == text
    assert replay(sentence, found.steps) == text


def test_a_sentence_without_an_end_stays_whole() -> None:
    endless = "市は道を直し、" * 100 + "橋を架けました。"
    assert rewordings(endless) == [Rewording(endless.rstrip("。"))]
    assert replay(endless, ("plain-style", "clause-2")) == endless.rstrip("。")


def test_what_a_sentence_grants_in_a_line_of_its_own_is_said_apart() -> None:
    sentence = (
        "図書館の本は七つの館を合わせて十万冊まで増えましたが、"
        "借りに来る人は十年のあいだに三割減っています。"
    )
    assert [(r.text, r.conceded) for r in rewordings(sentence)] == [
        ("図書館の本は七つの館を合わせて十万冊まで増えた", True),
        ("借りに来る人は十年のあいだに三割減っている", False),
    ]


def test_a_sentence_of_two_lines_whose_halves_lean_on_each_other_stays_whole() -> None:
    sentence = (
        "町は図書館の本を七つの館で十万冊まで増やすため予算を立て、秋の議会に出すことにしました。"
    )
    assert [r.text for r in rewordings(sentence)] == [
        "町は図書館の本を七つの館で十万冊まで増やすため予算を立て、秋の議会に出すことにした"
    ]


@pytest.mark.parametrize(
    ("logs", "whole"),
    [
        ([("plain-style",), ("plain-style", "noun-ending")], ("plain-style", "noun-ending")),
        ([("noun-ending",), ("plain-style", "noun-ending")], ("plain-style", "noun-ending")),
        ([(), ("drop-number",)], ("drop-number",)),
        ([("clause-1",), ("clause-2",)], ("clause-2", "clause-1")),
        ([("a", "b"), ("b", "a")], None),
    ],
)
def test_logs_together_have_each_in_its_order(
    logs: list[tuple[str, ...]], whole: tuple[str, ...] | None
) -> None:
    assert together(logs) == whole
    assert whole is None or {log for log in logs if log} <= set(parts(whole))
