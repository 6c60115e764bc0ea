"""Whom to ask: facts under their heading, of which none is a message."""

import pytest

from shiryo import article
from shiryo.article.model import Kind
from shiryo.drafting import draft

TEXT = """# 橋の通行止め

橋は七月一日から三週間、通れません。歩く人も通れません。

## {head}

みどり市 土木課
電話　000-111-2222
平日の午前九時から午後五時まで

夜間は当番の職員が出ます。
"""


def test_lines_under_whom_to_ask_are_items_with_their_labels() -> None:
    found, _ = article.read(TEXT.format(head="このページに関するお問い合わせ").encode(), "a.md")
    items = [(b.label, b.text) for b in found.blocks if b.kind is Kind.ITEM]
    assert items[1:] == [("電話", "000-111-2222"), ("", "平日の午前九時から午後五時まで")]
    assert found.blocks[-1].kind is Kind.PARAGRAPH


def test_the_hours_of_an_office_are_on_the_slide_and_no_message() -> None:
    found, _ = article.read(TEXT.format(head="連絡先").encode(), "a.md")
    section = draft(found, "a.md")[0].sections[-1]
    assert "平日" not in section.message
    assert "平日の午前九時から午後五時まで" in str(section.blocks)


def test_a_heading_about_answers_is_no_list() -> None:
    found, _ = article.read(TEXT.format(head="お問い合わせの多い区間").encode(), "a.md")
    assert not [b for b in found.blocks if b.kind is Kind.ITEM]


@pytest.mark.parametrize("head", ["提出先", "(5) 申込書の送付先", "届け出先"])
def test_lines_under_where_something_is_sent_are_items(head: str) -> None:
    lines = "みどり市　土木課　道路係\n北区本町二丁目3番4号　本庁舎　三階\n電話　000-111-2222"
    found, _ = article.read(f"# 申込み\n\n紙で出す。\n\n## {head}\n\n{lines}\n".encode(), "a.md")
    items = [(b.label, b.text) for b in found.blocks if b.kind is Kind.ITEM]
    assert items == [
        ("", "みどり市　土木課　道路係"),
        ("", "北区本町二丁目3番4号　本庁舎　三階"),
        ("電話", "000-111-2222"),
    ]
