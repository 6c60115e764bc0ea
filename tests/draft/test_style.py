import pytest

from shiryo.draft.style import is_polite, plain


@pytest.mark.parametrize(
    ("polite", "wanted"),
    [
        ("実験を進めています。", "実験を進めている。"),
        ("企業が参加しました。", "企業が参加した。"),
        ("現地へ行きました。", "現地へ行った。"),
        ("問題はありません。", "問題はない。"),
        ("結果は出ませんでした。", "結果は出なかった。"),
        ("担当者が来ません。", "担当者が来ない。"),
        ("支援は3つです。", "支援は3つ。"),
        ("整備も重要です。", "整備も重要。"),
        ("費用が高いです。", "費用が高い。"),
        ("計画は順調でした。", "計画は順調だった。"),
        ("今後は増えるでしょう。", "今後は増えるだろう。"),
        ("方針を打ち出したのです。", "方針を打ち出した。"),
        ("これが理由なのです。", "これが理由。"),
        ("固まっていく見込みです。", "固まっていく見込み。"),
        ("準備しております。", "準備している。"),
        ("名前が出ていますが、日程は未定です。", "名前が出ているが、日程は未定。"),
        ("便利ですが、費用がかかります。", "便利だが、費用がかかる。"),
        ("これは現状である。", "これは現状。"),
        ("始まったばかりではありません。", "始まったばかりではない。"),
    ],
)
def test_endings(polite: str, wanted: str) -> None:
    assert plain(polite) == wanted
    assert not is_polite(wanted)


def test_quoted_words_stay() -> None:
    assert plain("「すぐ使えます」と答えました。") == "「すぐ使えます」と答えた。"


def test_polite_words_in_quotes_do_not_count() -> None:
    assert not is_polite("「使えます」と答えた")
    assert is_polite("ご利用ください")
