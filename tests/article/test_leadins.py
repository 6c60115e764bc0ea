import pytest

from shiryo.article import read
from shiryo.article.structure.lines import split
from shiryo.article.structure.recognise import structure


def lost(text: str) -> bool:
    return any(doubt.kind == "lost-list" for doubt in structure(split(text)).doubts)


@pytest.mark.parametrize(
    "text",
    [
        "市は窓口を改める。\n主な変更点は次のとおりです。\n費用は来年度の予算に入れる。",
        "市は窓口を改める。\n以下に例を挙げます:\n\n今後の予定\n\n秋に試行し、冬に広げる。",
        "市は窓口を改める。\n変更点を確認してみましょう:\n費用は来年度の予算に入れる。",
        "市は窓口を改める。\n\n当日の持ち物:\n\n参加者へのお願い:\n\n1. 開会\n\n市長が挨拶する。",
        "市は窓口を改める。\n2.xの版で直るのは次の点です:\n\n今後の予定\n\n秋に試行し、冬に広げる。",
    ],
)
def test_a_list_that_was_announced_and_does_not_come_is_lost(text: str) -> None:
    assert lost(text)


@pytest.mark.parametrize(
    "text",
    [
        "市は窓口を改める。\n主な変更点は次のとおりです。\n・予約制にする\n・夜間も開く",
        "市は窓口を改める。\n市長はこう説明しています:\n待ち時間をなくすのが目標です。",
        "市は窓口を改める。\n詳しくは以下のページをご覧ください:\n市の公式サイト",
        "市は窓口を改める。\n隣の市が配る手引を見てみましょう:\n待ち時間は半分になった。",
        "市は窓口を改める。\n予約を忘れた場合は:\n当日の受け付けもできる。",
        "市は窓口を改める。\n手引の所在は次の通りです。\nhttps://example.jp/tebiki\n秋に配る。",
        "市は窓口を改める。\n虫が増える時期のため、以下のとおり周知します。\n卵は春までに取り除く。",
        "市は窓口を改める。\n手順を開く:\n画面の右上を押すか、または、\n番号を打つ",
        "市は窓口を改める。\n次に端末を開きましょう:\n画面の右上の歯車\n利用者の名前",
        "市は窓口を改める。\n予約の写し:\n受け付けた予約の写しは、窓口に置く。",
        "市は窓口を改める。\n比は次の式になる、a : b = $p :\n$q である。",
        "それぞれの概要は以下のとおりです。\n\n予約の導入\n\n秋に試行する。\n\n夜間の窓口\n\n冬に開く。",
        "市は窓口を改める。\n以下の点を確認する:\n\n1. 待ち時間\n\n秋に測る。\n\n2. 費用\n\n冬に。",
    ],
)
def test_a_colon_before_words_or_a_case_announces_no_list(text: str) -> None:
    assert not lost(text)


def test_lines_that_count_over_their_own_text_are_what_a_lead_in_promises() -> None:
    text = (
        "# 窓口\n\n## 遅い\n\n混み具合を確かめた上で、以下の設定を試すまたは確認してください:\n\n"
        "1.画面の設定\n\n案内の画面を開いてください。\n\n- 色を減らす\n- 字を大きくする\n\n"
        "2.札の設定\n- 札を替える\n"
    )
    article, _ = read(text.encode(), "a.md")
    assert not any(doubt.kind == "lost-list" for doubt in article.doubts)
