"""Sentences: the same ones for drafting, for layout and for the checks."""

import pytest

from shiryo import inline
from shiryo.facts import comparison
from shiryo.japanese.sentences import split
from shiryo.layout.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("〔注。ここ〕は読む。次。", ["〔注。ここ〕は読む。", "次。"]),
        ("［注。ここ］を読む。", ["［注。ここ］を読む。"]),
        ("「はい。行く。」と答えた。", ["「はい。行く。」と答えた。"]),
        ("「もう遅い。」『帰る。』", ["「もう遅い。」", "『帰る。』"]),
        ("雨だ。（風もある。）明日は晴れる。", ["雨だ。", "（風もある。）", "明日は晴れる。"]),
        ("本当か！？そうだ。", ["本当か！？", "そうだ。"]),
        ("Yahoo!Japanを見る。", ["Yahoo!Japanを見る。"]),
        ("閉じた）あと。次。", ["閉じた）あと。", "次。"]),
        ("「どうする？」 と皆に問う。", ["「どうする？」 と皆に問う。"]),
        ("橋は使えるか？と尋ねられた。まだだ。", ["橋は使えるか？と尋ねられた。", "まだだ。"]),
        ("いつ直るのか？という声が多い。", ["いつ直るのか？という声が多い。"]),
        ("いつ直る？とても古い橋だ。", ["いつ直る？", "とても古い橋だ。"]),
        ("「いつ直る？」：春に直る。次。", ["「いつ直る？」：春に直る。", "次。"]),
        ("おわり", ["おわり"]),
        ("名が.で始まり,隠れる。次。", ["名が.で始まり,隠れる。", "次。"]),
        ("道は古い.橋も古い.", ["道は古い.", "橋も古い."]),
        (
            "期間（以下「この期間」という。）内に返す。次。",
            ["期間（以下「この期間」という。）内に返す。", "次。"],
        ),
        ("雨が降った（昨日も。）町は濡れた。", ["雨が降った（昨日も。）", "町は濡れた。"]),
        ("この品は (多分?) 春に届く。次。", ["この品は (多分?) 春に届く。", "次。"]),
        ("知らせが（急に？）来た。", ["知らせが（急に？）来た。"]),
        ("快適な（？）小屋で眠る。次。", ["快適な（？）小屋で眠る。", "次。"]),
        ('係は"閉館です!"と告げた。次。', ['係は"閉館です!"と告げた。', "次。"]),
        ("札には“急ぎ！”とある。次。", ["札には“急ぎ！”とある。", "次。"]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert split(text) == parts
    assert [inline.plain(part) for part in sentences(inline.parse(text))] == parts
    assert len(comparison.sentences(text)) == len(parts)


def test_a_line_ends_a_sentence_even_inside_a_bracket_that_is_not_closed() -> None:
    assert split("「開いたまま\n次。その次。") == ["「開いたまま", "次。", "その次。"]


def test_a_name_in_brackets_after_the_stop_belongs_to_what_was_said() -> None:
    assert split("橋は古い。道も古い。（東村）") == ["橋は古い。", "道も古い。（東村）"]
