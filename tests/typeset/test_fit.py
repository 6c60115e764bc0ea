from typing import Any

import pytest
from fake_font import FakeFonts, advances, run, set_text, texts

from shiryo.typeset.breaking.adjust import HOPELESS, cost, need
from shiryo.typeset.breaking.fit import total_fit
from shiryo.typeset.breaking.items import Items, itemize
from shiryo.typeset.breaking.ragged import first_fit
from shiryo.typeset.cells import cells_of
from shiryo.typeset.model import Setting

TEXT = (
    "政府は2025年9月18日、国産AI（人工知能）の開発を支援する方針を決めた。「日本語に強い基盤モデルを、"
    "国内のデータセンターで育てる」と担当者は話す。ChatGPTやClaudeなどに比べ、規模では劣るが、行政・医療・"
    "教育の現場では、国内で動く信頼できるモデルへの期待が大きい。費用は数百億円にのぼるという。"
)


def items(text: str) -> Items:
    cells = cells_of(run(text), "jlreq", FakeFonts())
    return itemize(cells, [run(text)] * len(cells), 1e9, Setting("justify"))


def costs(text: str, room: float, ends: list[int]) -> list[float]:
    measured = items(text)
    found, first = [], 0
    for end in ends[:-1]:
        last = measured.shown[end]
        found.append(cost(measured, first, last, need(measured, first, last, room)))
        first = end + 1
    return found


@pytest.mark.parametrize("em", [12, 15, 19, 25])
def test_the_whole_is_better_than_line_by_line(em: float) -> None:
    ours = costs(TEXT, em * 10, total_fit(items(TEXT), em * 10, em * 10, False))
    greedy = costs(TEXT, em * 10, first_fit(items(TEXT), em * 10, em * 10, False))
    assert max(ours) < HOPELESS
    assert sum(ours) / len(ours) <= sum(greedy) / len(greedy)


def test_costs_grow_with_what_is_asked_of_a_line() -> None:
    line = items("あああ、「いい」AIいいい")
    asked = [cost(line, 0, 12, amount) for amount in (0, 2, 5, 10, 900)]
    assert asked[0] == 0
    assert asked == sorted(asked)
    assert asked[-1] > HOPELESS > asked[-2]


def test_natural_lines_are_left_alone() -> None:
    assert texts(set_text("あ" * 30, 10, "justify")) == ["あ" * 10] * 3
    assert set(advances(set_text("あ" * 30, 10, "justify")[0])) == {10}


def test_lines_that_cannot_be_filled_stay_natural() -> None:
    line = set_text("ああ" + "xkcdxkcdxkcdxkcd" + "いい", 9, "justify")[0]
    assert line.text == "ああ"
    assert advances(line) == [10, 10]


def test_word_spaces_give_first() -> None:
    line = set_text("あああ aa ああああああ" + "い" * 10, 11.8, "justify")[0]
    assert line.width == pytest.approx(118)
    assert advances(line)[:3] == [10, 10, 10]


@pytest.mark.parametrize("sign", ["）", "…"])
def test_what_no_line_holds_is_torn_into_full_lines(sign: str) -> None:
    lines = set_text("ああああ" + sign * 65 + "いい" * 5, 10, "justify")
    assert "".join(texts(lines)) == "ああああ" + sign * 65 + "いい" * 5
    assert all(line.width <= 100 for line in lines)
    torn = [line for line in lines if set(line.text) == {sign}]
    assert torn
    assert all(line.width > 90 for line in torn)


def test_text_after_what_no_line_holds_is_set_as_ever() -> None:
    lines = texts(set_text("…" * 50 + TEXT, 15, "justify"))
    assert lines[:3] == ["…" * 15] * 3
    assert len(lines) == 3 + len(texts(set_text("…" * 5 + TEXT, 15, "justify")))


@pytest.mark.parametrize("sign", ["[", "）", "…", "a", "国", "a ", "。", "12345 "])
def test_work_grows_with_length(sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    weighed = 0

    def counted(*arguments: Any) -> float:
        nonlocal weighed
        weighed += 1
        return cost(*arguments)

    monkeypatch.setattr("shiryo.typeset.breaking.fit.cost", counted)
    found = []
    for size in (500, 1000, 2000):
        weighed = 0
        set_text(sign * (size // len(sign)), 20, "justify")
        found.append(weighed)
    assert found[2] - found[1] <= 2.3 * (found[1] - found[0])
    assert found[2] <= 20 * 2000
