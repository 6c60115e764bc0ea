import pytest

from shiryo.article.marks import Mark, Marked
from shiryo.article.model import Kind
from shiryo.article.runs import Left, Run, words
from shiryo.article.structure.pieces import Piece, kept, piece, structure


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ([Run("10"), Run("-", 1), Run("12", 1), Run("m")], "10⁻¹²m"),
        ([Run("CO"), Run("2", -1)], "CO₂"),
        ([Run("v"), Run("k", 1), Run("x"), Run("max", -1)], "v^kx_(max)"),
        ([Run("the 21"), Run("st", 1), Run(" day")], "the 21st day"),
        ([Run("収入"), Run("※2", 1), Run("支出"), Run("注3", 1), Run("計"), Run("(4)", 1)],
         "収入※2支出（注3）計⁽⁴⁾"),
        ([Run("m"), Run(" ", 1), Run("です")], "m です"),
    ],
)  # fmt: skip
def test_raised_and_lowered_text_is_no_other_number(runs: list[Run], shown: str) -> None:
    assert words(runs).text == shown


def test_struck_and_hidden_text_is_not_shown_but_named() -> None:
    found = words(
        [
            Run("定価は"),
            Run("9", struck=True),
            Run("80円", struck=True),
            Run("750円"),
            Run("内緒", hidden=True),
            Run("天塩"),
        ]
    )
    assert found.text == "定価は750円天塩"
    assert found.left == (
        Left("struck", "980円"),
        Left("hidden", "内緒"),
    )


def test_marks_count_letters_and_a_call_stands_after_its_word() -> None:
    note = Marked("去年の値。")
    found = words(
        [Run("川 は"), Run("天塩", reading="てしお", strong=True), Run("です"), Run("", note=note)]
    )
    assert found.text == "川 は天塩です"
    assert found.marks == (Mark(2, 4, True, reading="てしお"), Mark(6, 6, note=note))


def test_what_leads_out_of_the_text_to_no_page_is_named() -> None:
    found = words([Run("地図", href="file:///c/map"), Run("、"), Run("上へ", href="#top")])
    assert (found.text, found.marks) == ("地図、上へ", ())
    assert found.left == (Left("link", "地図（file:///c/map）"),)


def test_what_a_piece_without_words_leaves_out_is_named_beside_it() -> None:
    gone = [Piece("", left=(Left("hidden", word),)) for word in ("初め", "中", "終わり")]
    told = piece(Kind.HEADING, "水道の話", level=1), Piece("水道の料金を改めます。")
    found = structure(kept([gone[0], told[0], gone[1], told[1], gone[2]]))
    assert [(d.kind, d.first, d.text) for d in found.doubts] == [
        ("hidden", 1, "初め、中"),
        ("hidden", 2, "終わり"),
    ]


def test_of_very_many_left_out_the_rest_is_counted() -> None:
    pieces = [Piece(f"第{n}の話です。", left=(Left("struck", str(n)),)) for n in range(150)]
    found = [d.text for d in structure(pieces).doubts if d.kind == "struck"]
    assert (len(found), found[-1]) == (101, "ほか50か所")
