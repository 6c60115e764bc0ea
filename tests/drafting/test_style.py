from pathlib import Path

import pytest

from shiryo.drafting.wording.plain import plain
from shiryo.drafting.wording.style import is_polite, noun_ending, polite

ENDINGS = [
    tuple(part.strip() for part in line.split("|"))
    for line in (Path(__file__).parent / "endings.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("courteous", "bare", "noun"), ENDINGS)
def test_endings(courteous: str, bare: str, noun: str) -> None:
    there_only = courteous.endswith("*")
    courteous = courteous.rstrip("*")
    assert plain(courteous) == bare
    assert plain(courteous + "。") == bare + "。"
    assert not is_polite(bare)
    assert noun_ending(bare) == (bare if noun == "-" else noun)
    assert polite(courteous) == courteous
    assert there_only or polite(bare) == courteous


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("敬体（です・ます調）に揃えます", "敬体（です・ます調）に揃える"),
        ("敬体(ですます調)で書きます", "敬体(ですます調)で書く"),
        ("これは現状である", "これは現状だ"),
        ("結論は明らかであった", "結論は明らかであった"),
        ("便利ですが、費用がかかります", "便利だが、費用がかかる"),
        ("人が減ったのですが、費用は増えました", "人が減ったが、費用は増えた"),
        ("「すぐ使えます」と答えました", "「すぐ使えます」と答えた"),
        ("本を読んで、町を歩きましたね", "本を読んで、町を歩いた"),
        ("申請中ですか？", "申請中か？"),
        ("なぜ必要なのですか", "なぜ必要か"),
    ],
)
def test_plain(text: str, wanted: str) -> None:
    assert plain(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("これは現状である", "これは現状です"),
        ("結論は明らかであった", "結論は明らかでした"),
        ("データの提供", "データの提供"),
        ("利用は可能", "利用は可能"),
        ("「すぐ使える」と答えた", "「すぐ使える」と答えました"),
    ],
)
def test_polite(text: str, wanted: str) -> None:
    assert polite(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "市は計画を公表した",  # when, is not said
        "市は計画を目的とする",
        "これを必要とするのは、困っているからだ",
        "費用は下がるそうだ",
        "窓口は使えないようだ",
        "友を呼んだ",
    ],
)
def test_a_noun_ending_is_not_forced(text: str) -> None:
    assert noun_ending(text) == text


def test_a_noun_ending_ends_in_its_noun() -> None:
    assert noun_ending("次に試すことは Try である") == "次に試すことは Try"


def test_polite_words_in_quotes_do_not_count() -> None:
    assert not is_polite("「使えます」と答えた")
    assert not is_polite("費用はますます増える")
    assert is_polite("ご利用ください")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("窓口へご連絡ください。", "窓口へ連絡すること。"),
        ("まずはお気軽にご参加ください。", "まずはお気軽に参加しよう。"),
        ("ぜひ、一度お試しください。", "ぜひ、一度試そう。"),
        (
            "気軽に使えますが、受付で名前をお書きください。",
            "気軽に使えるが、受付で名前を書くこと。",
        ),
        ("鍵につきましては窓口で渡します。", "鍵については窓口で渡す。"),
        ("要項をお読みください。", "要項を読むこと。"),
        ("お越しいただきありがとうございます。", "お越しいただきありがとうございます。"),
        ("届けは春に廃止いたします。", "届けは春に廃止する。"),
    ],
)
def test_requests_and_humble_words_are_plain(text: str, said: str) -> None:
    assert plain(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("訪問は合わせて10回までだ", "訪問は合わせて10回まで"),
        ("税収の減少は3兆円ほどだ", "税収の減少は3兆円ほど"),
        ("こうなれば辞めるまでだ", "こうなれば辞めるまでだ"),
    ],
)
def test_a_limit_needs_no_copula(text: str, said: str) -> None:
    assert noun_ending(text) == said


def test_the_name_of_the_polite_style_stays() -> None:
    assert plain("本文は敬体（ですます調）で書きます。") == "本文は敬体（ですます調）で書く。"


def test_before_node_the_copula_is_na() -> None:
    assert (
        plain("訳が遅いのが原因ですので、故障ではありません。")
        == "訳が遅いのが原因なので、故障ではない。"
    )
    assert plain("館は静かですのに、人が来ません。") == "館は静かなのに、人が来ない。"


def test_what_a_reader_is_begged_for_is_no_duty() -> None:
    assert plain("あらかじめご容赦ください。") == "あらかじめご容赦ください。"
    assert plain("あらかじめご確認ください。") == "あらかじめ確認すること。"
    assert plain("遅れをお許しください。") == "遅れをお許しください。"


@pytest.mark.parametrize(
    "text",
    ["祭が行なはれました。", "名を與へました。", "荷を擔ひますが、重い。", "話を進めてをります。"],
)
def test_historical_kana_is_left_as_it_is(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("穴を通してではんだづけします。", "穴を通してではんだづけする。"),
        ("青い傘は父のだ。", "青い傘は父のだ。"),
        ("なんだか色がずれています。", "なんだか色がずれている。"),
        ("雨が止まないのだが、祭は開きます。", "雨が止まないが、祭は開く。"),
        ("道が狭いのですので、歩いて来てください。", "道が狭いので、歩いて来ること。"),
    ],
)
def test_only_an_ending_is_changed(text: str, said: str) -> None:
    assert plain(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "ご卒業おめでとうございます。",
        "おはようございます。",
        "掃除は注意して行ってください。",  # of 行う, or of 行く
        "揺れはおきません。",  # of 起きる, or of 置く
    ],
)
def test_what_no_one_can_put_plainly_stays(text: str) -> None:
    assert plain(text) == text


def test_a_verb_that_may_be_two_is_told_by_what_stands_before_it() -> None:
    assert plain("市役所へ行ってください。") == "市役所へ行くこと。"
    assert plain("鍵は棚におきます。") == "鍵は棚におく。"
