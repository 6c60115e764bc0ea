"""What has a style of its own keeps it; a sign that is spoken of keeps its place."""

import pytest

from shiryo.api import draft, read
from shiryo.drafting.select.whole import stands_alone
from shiryo.drafting.wording.sentences import split
from shiryo.drafting.wording.steps import listed


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("○○ 課は「○○ 課へようこそ。」と掲げます。", "○○ 課は「○○ 課へようこそ。」と掲げる"),
        ("🚷 の印がある扉は使いません。", "🚷 の印がある扉は使わない"),
        ("☆春の新刊です。", "春の新刊"),
        ("※※大事なお知らせです。", "大事なお知らせ"),
        ("［やり直しますか？］が出ます。", "［やり直しますか？］が出る"),
        ("欠席する人は係に連絡ください。", "欠席する人は係に連絡すること"),
        ("お水ください。", "お水ください"),
        ("当日は受付にお越しください。", "当日は受付に来ること"),
        ("館は無料です。（別館を除きます。）", "館は無料だ（別館を除く）"),
    ],
)
def test_wording(sentence: str, said: str) -> None:
    assert listed(sentence)[0] == (said,)


def test_a_named_sign_opens_a_statement() -> None:
    assert stands_alone("🚷 の印がある扉は使わない")


def test_a_short_sentence_in_brackets_belongs_to_the_one_before_it() -> None:
    text = "受付は電話です。（土日を除きます。）当日は名札をお持ちください。"
    assert split(text) == ["受付は電話です。（土日を除きます。）", "当日は名札をお持ちください。"]


def test_quotations_in_a_row_are_one_sentence_with_what_follows() -> None:
    text = "「やってみたい！」「手伝って！」がすぐ分かります。次へ。"
    assert split(text) == ["「やってみたい！」「手伝って！」がすぐ分かります。", "次へ。"]
    assert split("「行こう！」「待て！」") == ["「行こう！」", "「待て！」"]


def test_an_example_of_wording_stays_as_it_is_worded() -> None:
    source = (
        "# 文面\n\n## 通知\n\n- 終わりを知らせる文は短くします\n  - 例: 保存しました\n"
        "- 選ぶ文は問いにします\n  - 例: やり直しますか？［やめる/やり直す］\n"
    )
    outline, _ = draft(read("a.md", source.encode())[0])
    said = outline.model_dump_json()
    assert "保存しました" in said
    assert "やり直しますか？［やめる/やり直す］" in said
    assert "保存した" not in said
