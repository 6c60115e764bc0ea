"""Headings in texts whose form, not whose words, tells them."""

import re
from pathlib import Path

import pytest

from shiryo.article.structure.lines import look, split
from shiryo.article.structure.recognise import structure
from shiryo.article.structure.recognisers.sections import SURE, levels

PROSE = "市は来年度から窓口の手続きを見直し、利用者を待たせない仕組みに改める。"


def headings(text: str) -> list[str]:
    return [block.text for block in structure(split(text)).blocks if block.kind == "heading"]


def test_numbers_with_text_between_are_headings_and_close_ones_are_not() -> None:
    text = f"1. 窓口の現状\n{PROSE}\n{PROSE}\n2. 予約の導入\n{PROSE}\n次の順に進める。\n"
    text += f"1. 申請\n2. 審査\n3. 交付\n{PROSE}\n3. 今後の予定\n{PROSE}\n{PROSE}"
    assert headings(text) == ["1. 窓口の現状", "2. 予約の導入", "3. 今後の予定"]


def test_a_table_of_contents_is_no_row_of_headings() -> None:
    names = ("窓口の現状", "予約の導入", "費用の見通し", "職員の研修")
    body = "\n\n".join(f"{name}\n\n{PROSE}\n{PROSE}" for name in names)
    blocks = structure(split("窓口改革の計画\n\n" + "\n".join(names) + "\n\n" + body)).blocks
    assert not {3, 4, 5, 6} & {block.first for block in blocks if block.kind == "heading"}


@pytest.mark.parametrize(
    "line", ["そのため", "この場合の費用は", "窓口では、", "* * *", "ご存知でしょうか?"]
)
def test_what_is_cut_off_is_no_heading(line: str) -> None:
    assert line not in headings(f"窓口の現状\n\n{PROSE}\n\n{line}\n\n{PROSE}\n{PROSE}")


@pytest.mark.parametrize("entry", ["{name}", "{name}……{n}", "・{name}", "{n}. {name}"])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_headings_named_in_the_contents_score_as_they_do_without(entry: str, gap: str) -> None:
    names = ("窓口の現状", "予約の導入", "費用の見通し", "職員の研修")
    body = "\n".join(
        f"{gap}{name}\n{gap}{name}を、市は次の年度に見直す。\n{PROSE}" for name in names
    )
    listed = "\n".join(entry.format(name=name, n=n) for n, name in enumerate(names, 1))
    scored = [
        {b.text: b.score for b in structure(split(text)).blocks if b.kind == "heading"}
        for text in (
            f"窓口改革の計画\n{PROSE}\n{gap}{body}",
            f"窓口改革の計画\n{PROSE}\n目次\n{listed}\n{gap}{body}",
        )
    ]
    assert set(names) <= set(scored[0])
    assert scored[1] == scored[0]


NAMES = ("窓口の現状", "予約の導入", "費用の見通し", "職員の研修")
BODY = "\n".join(f"{name}\n{name}を、市は次の年度に見直す。\n{PROSE}" for name in NAMES)


@pytest.mark.parametrize(
    "contents",
    [
        "目次\n" + "\n".join(NAMES),
        "【目次】\n" + "\n".join(f"・{name}" for name in NAMES),
        "もくじ\n" + "\n".join(f"{n}. {name}" for n, name in enumerate(NAMES, 1)),
        "目次\n" + "\n".join(f"第{n}章　{name}　……　{n + 2}" for n, name in enumerate(NAMES, 1)),
        "\n".join(f"{name}........{n + 2}" for n, name in enumerate(NAMES, 1)),
        "\n".join(f"{n} {name}\t{n + 2}" for n, name in enumerate(NAMES, 1)),
        "この記事の内容\n" + "\n".join(f"- [{name}](#{n})" for n, name in enumerate(NAMES)),
        "CONTENTS\n" + "\n".join(NAMES),
        "\n".join(NAMES),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_no_line_of_the_contents_is_a_heading_or_goes_into_the_draft(
    contents: str, gap: str
) -> None:
    lead = f"窓口改革の計画\n{PROSE}"
    text = f"{lead}{gap}{contents}{gap}{BODY}"
    first = len(split(lead + gap))
    last = first + len(split(contents)) - 1
    kinds = {b.kind.value for b in structure(split(text)).blocks if first <= b.first <= last}
    assert kinds == {"promotion"}
    assert set(NAMES) <= set(headings(text))


@pytest.mark.parametrize("line", ["**予約は要りません**", "__予約は要りません__"])
def test_a_line_all_in_bold_is_no_heading(line: str) -> None:
    assert headings(f"窓口の現状\n\n{PROSE}\n\n{line}\n\n{PROSE}\n\n{PROSE}") == ["窓口の現状"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["第1章 総論", "1. 目的", "2. 方法", "第2章 結果", "1. 概要"], [2, 3, 3, 2, 3]),
        (["1. 目的", "(1) 背景", "(2) 範囲", "2. 方法", "(1) 調査"], [2, 3, 3, 2, 3]),
        (["1. 目的", "1.1 背景", "1.2 範囲", "2. 方法", "2.1 調査"], [2, 3, 3, 2, 3]),
        (["議題1 予算", "主な意見", "議題2 日程", "主な意見"], [2, 3, 2, 3]),
        (["■ 目的", "● 背景", "■ 方法"], [2, 3, 2]),
        (["はじめに", "1. 目的", "2. 方法", "おわりに"], [2, 2, 2, 2]),
    ],
)
def test_levels_follow_numbers_signs_and_what_returns(
    names: list[str], expected: list[int]
) -> None:
    assert levels(look(names)) == expected


def test_a_number_above_a_number_of_another_kind_is_a_heading() -> None:
    text = f"1. 窓口の現状\n(1) 待ち時間\n{PROSE}\n{PROSE}\n(2) 苦情の数\n{PROSE}\n{PROSE}\n"
    text += f"2. 予約の導入\n(1) 仕組み\n{PROSE}\n{PROSE}\n(2) 費用\n{PROSE}\n{PROSE}"
    assert headings(text) == [line for line in split(text) if line != PROSE]


def test_what_is_doubtful_is_said_with_its_score() -> None:
    source = Path(__file__).parents[2] / "benchmarks" / "articles" / "explainer__reserve.md"
    text = re.sub(r"(?m)^(#+|[-*]|\d+\.)\s+", "", source.read_text("utf-8"))
    found = structure(split(re.sub(r"\n{2,}", "\n", text)))
    unsure = {b.first for b in found.blocks if b.kind == "heading" and b.score < SURE}
    assert unsure
    assert unsure <= {d.first for d in found.doubts if d.kind == "heading"}
    assert all("確度0." in d.text for d in found.doubts if d.kind == "heading")


def test_blank_lines_around_the_whole_text_say_nothing() -> None:
    text = "\n".join(f"{name}\n{PROSE}\n{PROSE}" for name in NAMES)
    assert [b.score for b in structure(split(f"\n\n{text}\n\n")).blocks] == [
        b.score for b in structure(split(text)).blocks
    ]


@pytest.mark.parametrize("mark", ["Q{}. ", "問{}　", "【Q{}】", "Q. "])
def test_questions_that_end_in_a_full_stop_are_headings_and_no_doubt(mark: str) -> None:
    words = ("市外に住む人も借りられますか。", "予約は要りますか。", "返す所を教えてください。")
    asked = [mark.format(n) + each for n, each in enumerate(words, 1)]
    text = "\n\n".join(f"{question}\n\n{PROSE}" for question in asked)
    found = structure(split(f"図書館へのよくあるご質問\n\n{PROSE}\n\n{text}"))
    assert [b.text for b in found.blocks if b.kind == "heading"][1:] == asked
    assert not [d for d in found.doubts if d.kind == "heading"]


@pytest.mark.parametrize(
    "opening", ["第3章で述べたように、", "ステップ1の途中でも、", "手順2を終えたら、"]
)
def test_a_sentence_that_speaks_of_a_chapter_or_step_is_no_heading(opening: str) -> None:
    line = f"{opening}窓口へ届け出る。"
    assert line not in headings(f"{BODY}\n{line}\n{PROSE}")


@pytest.mark.parametrize("line", ["更新日：2025年10月1日", "最終更新日：令和7年6月20日", "わかる…"])
def test_dates_of_issue_and_asides_are_no_headings(line: str) -> None:
    assert line not in headings(f"窓口の現状\n\n{PROSE}\n\n{line}\n\n{PROSE}\n{PROSE}")


LISTED = "・申請書\n・本人確認書類\n・手数料"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_label_with_a_colon_and_a_list_below_is_the_label_of_the_list(gap: str) -> None:
    parts = ("窓口の現状", PROSE, "持ち物：", LISTED, "予約の導入", PROSE, "持ち物：", LISTED)
    blocks = structure(split(gap.join(parts))).blocks
    assert [b.text for b in blocks if b.kind == "heading"] == ["窓口の現状", "予約の導入"]
    assert [b.kind for b in blocks if b.text == "持ち物："] == ["lead-in", "lead-in"]


def test_a_label_right_before_a_heading_has_lost_its_list() -> None:
    parts = ("窓口の現状", PROSE, "当日に用意する物：", "予約の導入", PROSE, PROSE)
    found = structure(split("\n\n".join(parts)))
    assert [b.text for b in found.blocks if b.kind == "heading"] == ["窓口の現状", "予約の導入"]
    assert [d.first for d in found.doubts if d.kind == "lost-list"] == [5]


def test_cases_of_life_are_headings() -> None:
    names = ("村へ引っ越してくるときは", "子どもが生まれたときは", "職場の保険に入ったときは")
    text = "\n\n".join(f"{name}\n\n{PROSE}\n{PROSE}" for name in names)
    assert headings(f"保険の手続き\n\n{text}")[-3:] == list(names)


@pytest.mark.parametrize(
    ("line", "is_heading"), [("— 源田みどり、館長", False), ("― 窓口の現状 ―", True)]
)
def test_who_said_it_is_no_heading_but_a_heading_between_dashes_is(
    line: str, is_heading: bool
) -> None:
    text = f"窓口改革の計画\n\n{PROSE}\n\n{line}\n\n{PROSE}\n{PROSE}"
    assert (line in headings(text)) is is_heading


def test_a_list_that_comes_twice_is_no_table_of_contents() -> None:
    parts = ("窓口の現状", PROSE, LISTED, "予約の導入", PROSE, LISTED)
    kinds = [block.kind for block in structure(split("\n\n".join(parts))).blocks]
    assert "promotion" not in kinds
    assert kinds.count("item") == 6


def test_names_over_what_each_said_are_headings_in_tight_text() -> None:
    said = (
        "予約の時間を窓口ごとに分けると混雑が減るという結果が出ている",
        "来年度は夜間の窓口を月に二度開く方向で検討している",
        "費用の見通しは秋までに示すことになっている",
    )
    names = ("田村委員", "小野寺委員", "榎本委員", "三好委員")
    text = f"窓口改革の検討会\n{PROSE}\n" + "\n".join("\n".join((name, *said)) for name in names)
    assert headings(text) == ["窓口改革の検討会", *names]


def test_labels_with_colons_one_over_the_other_are_no_headings() -> None:
    """What stood below the first is lost."""
    text = f"窓口の現状\n\n{PROSE}\n\n当日の持ち物：\n\n参加者へのお願い：\n\n今後の予定\n\n{PROSE}"
    assert headings(text) == ["窓口の現状", "今後の予定"]


def test_a_sentence_that_opens_with_a_version_is_no_item() -> None:
    [found] = structure(split("2.xの版では、予約の画面が新しくなります。")).blocks
    assert found.kind == "paragraph"


def test_labels_that_come_again_and_again_are_no_table_of_contents() -> None:
    cards = "\n\n".join(
        f"参加者{name}\n\n- 年齢\n- 四十代\n- 住まい\n- 川の北\n- 感想\n- {said}"
        for name, said in (("甲", "道が広い"), ("乙", "段差がある"), ("丙", "案内が足りない"))
    )
    blocks = structure(split(f"まち歩きの記録\n\n{PROSE}\n\n{cards}")).blocks
    assert [b.text for b in blocks if b.kind == "item"].count("四十代") == 3
    assert "promotion" not in {b.kind for b in blocks}


@pytest.mark.parametrize("name", ["🌱 {}", "課題{n}-1：{}", "{} (試行)", "{} #{n}"])
def test_rows_of_one_pattern_are_headings_in_tight_text(name: str) -> None:
    names = [name.format(each, n=n) for n, each in enumerate(NAMES, 1)]
    text = "\n".join(f"{each}\n{PROSE}\n{PROSE}" for each in names)
    assert headings(f"窓口改革の計画\n{PROSE}\n{text}")[-4:] == names
