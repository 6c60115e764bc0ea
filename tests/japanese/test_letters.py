import pytest

from shiryo.article import cite, read
from shiryo.article.plain import plain


@pytest.mark.parametrize(
    ("odd", "ordinary"),
    [
        ("⽅針は⻑い", "方針は長い"),
        ("﹁節電﹂︑始めます︒", "「節電」、始めます。"),
        ("ﾊﾟｿｺﾝのｶﾞｲﾄﾞ｡", "パソコンのガイド。"),
        ("ﾞ", "゛"),
    ],
)
def test_forms_of_a_character_become_the_character(odd: str, ordinary: str) -> None:
    assert plain(odd) == ordinary


def test_what_means_something_stays() -> None:
    text = "10㎡ x² ⑤ ＡＢＣ 山﨑 神 ㈱ が…"
    assert plain(text) == text


def test_lines_to_cite_are_in_the_same_letters() -> None:
    data = "ｾﾂﾃﾞﾝの⼿引\n\n照明を消します。\n".encode()
    assert cite(data, "a.txt").lines == read(data, "a.txt")[0].lines
    assert read(data, "a.txt")[0].lines[0] == "セツデンの手引"


def test_characters_that_do_harm_are_left_out_and_lines_keep_their_numbers() -> None:
    text = "\x1b[2J請求\u202egpj.exe\r\n\r\n次\u2066の\ufffe行\x00\n\x0c終\U0001fffe\x85え\n"
    assert plain(text) == "[2J請求gpj.exe\n\n次の行\n\n終\nえ\n"
