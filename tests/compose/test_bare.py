import pytest

from shiryo.compose.bare import bare


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("**市**は[図書館](https://a.example/lib)を見直す[^1]。", "市は図書館を見直す。"),
        ("`code` と *強い* 語と ~~消した~~語", "code と 強い 語と 語"),
        (
            "<ruby>源内<rp>(</rp><rt>げんない</rt><rp>)</rp></ruby>を使う<br>",
            "源内（げんない）を使う",
        ),
        ("## 費用の見通し", "費用の見通し"),
        ("> 引いた文", "引いた文"),
        ("* 項目", "- 項目"),
        ("1. 窓口", "1. 窓口"),
        ("| **大人** | 800円 |", "大人｜800円"),
        ("|---|:-:|", ""),
        (r"2\*3 は 6", "2*3 は 6"),
        ("<https://a.example/>を見る", "https://a.example/を見る"),
        ("5 * 3 * 2 = 30、a_b_c、#1 の店", "5 * 3 * 2 = 30、a_b_c、#1 の店"),
        ("- 朝<夜 の順", "- 朝<夜 の順"),
    ],
)
def test_a_line_is_told_without_its_marks(line: str, said: str) -> None:
    assert bare(line) == said
