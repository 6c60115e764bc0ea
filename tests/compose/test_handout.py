"""What a handout says."""

import pytest
from briefing import HEAD, TEMPLATE, material

from shiryo import inline
from shiryo.compose import handout
from shiryo.targets import Own

BODY = """
sections:
  - id: open
    title: いつ開くか
    message: 図書館は10月1日に新しくなる
    from: [L1]
    blocks:
      - only: deck
        bullets: [映すだけ]
      - text: 工事は秋まで続く。
    sections:
      - {id: hours, title: 開館時間, blocks: [{definition: {term: 自習室, text: 予約して使う部屋}}]}
  - {id: seats, title: 席, only: deck}
"""


def test_sections_are_numbered_and_the_back_matter_is_not() -> None:
    made, diagnostics = handout.compose(material(BODY), TEMPLATE)
    assert diagnostics == ()
    assert [(s.number, s.id) for s in made.sections] == [
        ("1", "open"),
        ("", Own("glossary")),
        ("", Own("sources")),
    ]
    assert [s.number for s in made.sections[0].sections] == ["1.1"]


def test_what_is_for_the_deck_alone_is_left_out() -> None:
    made, _ = handout.compose(material(BODY), TEMPLATE)
    assert "映すだけ" not in str(made)
    assert "工事は秋まで続く。" in str(made)


def test_a_message_says_in_a_footnote_where_it_comes_from() -> None:
    made, _ = handout.compose(material(BODY), TEMPLATE)
    (note,) = inline.notes(made.sections[0].message)
    assert inline.plain(note) == "出典：記事 第1行（まちの図書館は10月1日に…）"


def test_the_glossary_holds_the_definitions() -> None:
    made, _ = handout.compose(material(BODY), TEMPLATE)
    assert "自習室" in str(made.sections[1].blocks)


def test_the_article_is_the_first_source() -> None:
    body = (
        BODY + "sources: [{title: 館報, by: 図書館, url: 'https://lib.example/1', date: 4月号}]\n"
    )
    made, _ = handout.compose(material(body), TEMPLATE)
    (references,) = made.sections[-1].blocks
    assert [inline.plain(e) for e in references.entries] == [
        "「a.txt」",
        "図書館「館報」（4月号） https://lib.example/1",
    ]
    assert [run.text for run in references.entries[1] if run.href] == ["https://lib.example/1"]


def test_a_link_to_nothing_is_reported_with_its_line() -> None:
    body = """
sections:
  - id: open
    title: いつ開くか
    blocks:
      - text: 詳しくは[席](#seat)と[料金](#nowhere)に。
      - {id: price, table: {columns: [名], rows: [[大人]]}}
  - {id: seats, title: "席（[表](#price)）"}
"""
    made, found = handout.compose(material(body), TEMPLATE)
    assert [p.code for p in found] == ["compose.no-target"] * 2
    line = (HEAD + body).splitlines().index(
        "      - text: 詳しくは[席](#seat)と[料金](#nowhere)に。"
    ) + 1
    assert {p.span.line for p in found if p.span} == {line}
    assert "「#seats」の誤り" in found[0].hint
    assert made.sections[0].names == ("", "price")


@pytest.mark.parametrize(
    ("titles", "numbers"),
    [
        (("現状", "計画", "予算"), ["1", "2", "3"]),
        (("一 現状", "二 計画", "予算"), ["", "", ""]),
        (("現状", "2025年の計画", "第3章 予算"), ["1", "2", ""]),
    ],
)
def test_a_title_that_brings_a_number_gets_no_other(
    titles: tuple[str, ...], numbers: list[str]
) -> None:
    sections = ", ".join(
        f"{{id: s{n}, title: {title}, blocks: [{{text: 本文}}],"
        f" sections: [{{id: t{n}, title: 中, blocks: [{{text: 本文}}]}}]}}"
        for n, title in enumerate(titles)
    )
    made, _ = handout.compose(
        material(f"sections: [{sections}]\nhandout: {{sources: false}}"), TEMPLATE
    )
    assert [section.number for section in made.sections] == numbers
    below = [section.sections[0].number for section in made.sections]
    assert below == [f"{number}.1" if number else "" for number in numbers]
