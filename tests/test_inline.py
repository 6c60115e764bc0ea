"""Inline marks: what a person may write inside a line of an outline."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiryo import inline
from shiryo.inline import Run


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("ただの文", (Run("ただの文"),)),
        ("国は**数百億円**を組む", (Run("国は"), Run("数百億円", strong=True), Run("を組む"))),
        ("[庁のサイト](https://x.example/a)", (Run("庁のサイト", href="https://x.example/a"),)),
        ("[節へ](#why)", (Run("節へ", href="#why"),)),
        ("「{源内|げんない}」", (Run("「"), Run("源内", ruby="げんない"), Run("」"))),
        ("{漢字|かん|じ}", (Run("漢字", ruby="かんじ", readings=("かん", "じ")),)),
        ("{打ち水|う||みず}", (Run("打ち水", ruby="うみず", readings=("う", "", "みず")),)),
        ("{今日|き|ょ|う}", (Run("今日", ruby="きょう"),)),
        (
            "三つある^[記事による]。",
            (Run("三つある"), Run("", note=(Run("記事による"),)), Run("。")),
        ),
        (
            "**[強い](http://a)**",
            (Run("強い", strong=True, href="http://a"),),
        ),
        (r"\**そのまま\{x\}", (Run("**そのまま{x\\}"),)),
    ],
)
def test_marks_become_runs(source: str, runs: inline.Text) -> None:
    assert inline.parse(source) == runs


@pytest.mark.parametrize("source", ["2 ** 3", "[角括弧]だけ", "{波括弧}", "^上付き", "**閉じない"])
def test_marks_that_are_not_closed_are_text(source: str) -> None:
    assert inline.parse(source) == (Run(source),)


@pytest.mark.parametrize(
    ("source", "strong"),
    [
        ("**a **b**", ["a **b"]),
        ("** a**", []),
        ("**a\nb** **c**", ["c"]),
        ("****a**", ["**a"]),
        ("***a***", ["*a"]),
        ("**閉じない\n**閉じる**", ["閉じる"]),
    ],
)
def test_strong_text_ends_at_the_first_sign_that_closes_on_its_line(source, strong) -> None:
    assert [run.text for run in inline.parse(source) if run.strong] == strong


@pytest.mark.parametrize(
    "unclosed", ["^[" + "[a](b)" * 30, "**a " * 9000, "{a|" * 9000, "[a](b(c)" * 9000, "^[" * 9000]
)
def test_marks_without_end_are_read_at_once(unclosed: str) -> None:
    assert inline.plain(inline.parse(unclosed)).startswith(unclosed[:2])


def test_a_url_may_hold_brackets() -> None:
    (run,) = inline.parse("[辞典](https://ja.example/富岳_(計算機))")
    assert run.href == "https://ja.example/富岳_(計算機)"


def test_a_footnote_may_hold_a_link() -> None:
    (_, note) = inline.parse("本文^[[資料](https://a.example)を見よ]")
    assert note.note == (Run("資料", href="https://a.example"), Run("を見よ"))


def test_plain_text_has_readings_when_asked() -> None:
    text = inline.parse("{源内|げんない}を使う")
    assert inline.plain(text) == "源内を使う"
    assert inline.plain(text, ruby=True) == "源内（げんない）を使う"


@given(st.text(alphabet="あ*[]()（{}|^\\%# ab"))
def test_escaped_text_reads_as_itself(source: str) -> None:
    escaped = inline.escape(source)
    assert inline.plain(inline.parse(escaped)) == source
    assert not inline.notes(inline.parse(escaped))
    assert "{{" not in escaped
    assert "{%" not in escaped


_SAID = st.text(alphabet="あ亜*[](){}|^\\%# ab\n。", max_size=6)
_ADDRESS = st.sampled_from(["https://a.example/(x)_y", "https://b.example/a b\\c", "mailto:a@b.c"])
_NOTED = st.lists(st.builds(Run, _SAID, href=st.none() | _ADDRESS), min_size=1, max_size=3)
_RUNS = st.builds(
    Run, _SAID, st.booleans(), st.none() | _ADDRESS, st.none() | st.just("よみ"), st.just(()),
    st.none() | _NOTED.map(tuple),
)  # fmt: skip


@given(st.lists(_RUNS, max_size=5).map(tuple))
def test_what_is_written_reads_as_it_was(text: inline.Text) -> None:
    made = inline.parse(inline.write(text))
    assert inline.plain(made) == inline.plain(text)
    assert [bool(run.note) for run in made if run.note] == [
        True for note in inline.notes(text) if inline.plain(note)
    ]
    wanted = {quote(run.href, safe=":/()@") for run in text if run.text and run.href}
    led = {href.replace("%28", "(").replace("%29", ")") for run in made if (href := run.href)}
    assert led == wanted


@pytest.mark.parametrize(
    ("runs", "line"),
    [
        ((Run("運賃は"), Run("200円", strong=True), Run("。")), "運賃は**200円**。"),
        ((Run(" 太い ", strong=True),), " **太い** "),
        ((Run("注[1]", href="https://a.example"),), r"[注\[1\]](https://a.example)"),
        ((Run("{"), Run("生駒", ruby="いこま")), "{生駒"),  # with the reading: a variable
        ((Run("計"), Run("", note=(Run("内訳は"), Run("別表", href="https://a.example")))),
         "計^[内訳は[別表](https://a.example)]"),
        ((Run("2*"), Run("3", strong=True)), r"2\***3**"),
    ],
)  # fmt: skip
def test_runs_are_written_with_as_few_signs_as_may_be(runs: inline.Text, line: str) -> None:
    assert inline.write(runs) == line


@pytest.mark.parametrize("source", ["3 ** 2", "式は{a|だ", "^[注", "**太い"])
def test_what_is_escaped_looks_like_no_mark_that_is_not_closed(source: str) -> None:
    assert inline.unclosed(source)
    assert inline.unclosed(inline.escape(source)) == ()
    assert inline.parse(inline.escape(source)) == (Run(source),)
