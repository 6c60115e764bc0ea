import pytest

from shiryo.japanese.romaji import romaji


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("ファイル", "fairu"),
        ("チャット", "chatto"),
        ("マッチ", "matchi"),
        ("きょう", "kyou"),
        ("サーバー", "saabaa"),
        ("シェア", "shea"),
        ("ティッシュ", "tisshu"),
        ("ｶﾞｲﾄﾞ", "gaido"),
        ("じゅうしょ", "juusho"),
        ("ッ", ""),
        ("道 Web", "道 web"),
    ],
)
def test_kana_are_spelt_in_latin_letters(kana: str, latin: str) -> None:
    assert romaji(kana) == latin
