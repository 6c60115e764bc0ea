import pytest

from shiryo.article import cite, read
from shiryo.article.letters import plain


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
