"""Headings in texts whose form, not whose words, tells them."""

import pytest

from shiryo.article.lines import split
from shiryo.article.plain import structure

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
