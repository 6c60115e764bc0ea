"""What a sentence gives to a form, and what only looks like it."""

import pytest

from shiryo.drafting.wording.splits.taken import announced, defined, quoted


@pytest.mark.parametrize(
    ("sentence", "words", "who"),
    [
        (
            "一方、森田市長は会見で「浮いた時間は相談の仕事に使う」と述べた。",
            "浮いた時間は相談の仕事に使う",
            "森田市長",
        ),
        (
            "「店を畳む気はない、とだけ言えた」と高見さんは振り返る。",
            "店を畳む気はない、とだけ言えた",
            "高見さん",
        ),
        (
            "「やめ方が分からなかっただけです」（相沢礼子さん）",
            "やめ方が分からなかっただけです",
            "相沢礼子さん",
        ),
        (
            "港湾課の担当者は「『次の船』を待つしかない」と話しています。",
            "『次の船』を待つしかない",
            "港湾課の担当者",
        ),
    ],
)
def test_somebody_says_it(sentence: str, words: str, who: str) -> None:
    assert quoted(sentence) == (f"「{words}」", who)


@pytest.mark.parametrize(
    "sentence",
    [
        "当時の大臣は「信頼して任せる会社ほど伸びる」と述べたという。",
        "森田市長は「浮いた時間は相談に使う」とは述べなかった。",
        "森田市長は「相談の仕事に使う」と述べ、来年度の予算を増やす考えを示した。",
        "彼は「本棚は頭の中だ、というだけだ」と言った。",
        "「回答の誤りに気づきにくい」と答えた職員が23％いた。",
        "「クラスタリング」という言葉を使う研究者は「二つの意味がある」と言う。",
        "森田市長は昨年「浮いた時間は相談の仕事に使う」と述べた。",
        "森田市長は「賛成」と述べた。",
        "看板には「本日は終了しました、また明日」と書いている。",
    ],
    ids=["hearsay", "denied", "more", "he", "counted", "word", "dated", "short", "sign"],
)
def test_what_nobody_says_plainly(sentence: str) -> None:
    assert quoted(sentence) == ()


def test_the_speaker_of_the_quotation_that_follows() -> None:
    assert announced("『海の地図』の著者、梶原氏は次のように書いている。") == ("梶原氏",)
    assert announced("手順は次のように書いている。") == ()


@pytest.mark.parametrize(
    ("sentence", "term", "meaning"),
    [
        ("ヒートポンプとは、熱を集めて移す装置です。", "ヒートポンプ", "熱を集めて移す装置です"),
        (
            "本計画において「交通空白地」とは、駅から遠く離れた地域をいう。",
            "交通空白地",
            "駅から遠く離れた地域",
        ),
        (
            "成績係数(COP)は、得られた熱を電気で割った値を指します。",
            "成績係数",
            "得られた熱を電気で割った値",
        ),
        (
            "テンソルを小さなテンソルにばらす操作をTucker分解と呼びます。",
            "Tucker分解",
            "テンソルを小さなテンソルにばらす操作",
        ),
    ],
)
def test_a_term_and_its_meaning(sentence: str, term: str, meaning: str) -> None:
    assert defined(sentence) == (term, meaning)


@pytest.mark.parametrize(
    "sentence",
    [
        "これを輻輳と呼びます。",
        "IAMとは、Identity and Access Managementの略である。",
        "朝の五分とは、一日でいちばん長い五分だ、と友人は言います。",
        "幸福とは何か、まだ分からないのである。",
        "補助金とは名ばかりで、手続きが面倒だ。",
        "このことは、事例を自由に紹介できることを意味します。",
        "指針では、機密情報とは損害が及ぶ情報をいう。",
        "特異値分解とは、行列を以下のように分解することです。",
        "つないだものをメッシュ、全て輪にした網をトーラスと呼びます。",
        "計算機とは、極言すれば書き戻す作業を繰り返すだけの箱です。",
        "動作を表す部分を命令(opcode)、値を表す部分をオペランドと呼ぶ。",
        "電卓とは計算する機械であり、計算とは数に演算をすることである。",
    ],
)
def test_what_defines_nothing(sentence: str) -> None:
    assert defined(sentence) == ()
