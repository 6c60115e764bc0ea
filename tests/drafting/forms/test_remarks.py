"""What stands apart in an article and is but a line on slides."""

import pytest

from shiryo import article
from shiryo.drafting import draft
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model

TOLD = "町の図書館は夜の十時まで開くことになりました。仕事の帰りに寄る人が増えています。"


def drafted(*parts: str) -> model.Section:
    text = "# 夜の図書館\n\n## 開館時間\n\n" + "\n\n".join(parts) + "\n"
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = draft(read, "a.md")
    assert not list(edited(outline, read))
    return outline.sections[0]


def kinds(section: model.Section, only: str) -> list[str | None]:
    return [model.block_kind(b) for b in section.blocks if b.only == only]


def on_slides(section: model.Section) -> list[str]:
    lists = [b for b in section.blocks if isinstance(b, model.BulletsBlock) and b.only == "deck"]
    return [item.text for block in lists for item in block.bullets]


NOTE = "夜の開館は、金曜日と土曜日に限って試した期間を経て始まりました。"


def test_a_note_that_is_set_as_a_quotation_is_a_line() -> None:
    section = drafted(TOLD, f"> {NOTE}")
    assert "quote" not in kinds(section, "deck")
    assert "夜の開館は、金曜日と土曜日に限って試した期間を経て始まった" in on_slides(section)
    assert "quote" in kinds(section, "handout")


@pytest.mark.parametrize(
    "lead",
    [
        "館長はこのやり方を夜の図書館と呼んでいます。",
        "夜の館については、館長が広報に書いています。",
    ],
)
def test_what_says_that_it_is_a_note_is_a_line_whatever_leads_on_to_it(lead: str) -> None:
    section = drafted(TOLD, lead, f"> 注: {NOTE}")
    assert "quote" not in kinds(section, "deck")


def test_each_line_of_a_note_is_one_on_slides() -> None:
    lines = ("良い例 本の題を先に言います  ", "悪い例 棚の番号だけを言います")
    section = drafted(TOLD, "\n".join(f"> {line}" for line in lines))
    assert {"良い例 本の題を先に言う", "悪い例 棚の番号だけを言う"} <= set(on_slides(section))


@pytest.mark.parametrize(
    "quoted",
    [
        "> 夜に本を返せるので助かります。\n>\n> — 源田みどり",
        "> 「夜に本を返せるので助かります。勤めの帰りに寄れます。」",
        "- 人が減ったと思い込むこと\n\n> 夜の図書館には誰も来ないので、開けても無駄です。",
        "館長は広報に次の言葉を寄せました。\n\n> 夜に来る人のための図書館にします。",
    ],
)
def test_words_of_somebody_stay_a_quotation(quoted: str) -> None:
    section = drafted(TOLD, quoted)
    shown = [b for b in section.blocks if isinstance(b, model.QuoteBlock)]
    assert [b.only for b in shown] == [None]


def test_a_term_among_other_statements_is_one_of_them() -> None:
    section = drafted(TOLD, "夜間開館とは、午後七時より後に館を開けることです。")
    assert "definition" not in kinds(section, "deck")
    lists = [b for b in section.blocks if isinstance(b, model.BulletsBlock)]
    assert ("夜間開館", "午後七時より後に館を開けること") in [
        (item.title, item.text) for block in lists for item in block.bullets
    ]
    assert "definition" in kinds(section, "handout")


def test_a_term_that_is_all_a_section_says_stays_a_definition() -> None:
    section = drafted("夜間開館とは、午後七時より後に館を開けることです。")
    assert [b.only for b in section.blocks if isinstance(b, model.DefinitionBlock)] == [None]


TERM = """町の漁のいま

港で変わったこと
港の船は、この十年で半分に減りました。残った船は、沖の遠い所まで出るようになりました。
「漁具」とは……
沖へ出る船に欠かせない
・網を引く機械の力
・魚を入れておく箱
・船を岸につなぐ綱などの備えのこと
夜の漁では、灯りの強さがとりわけ物を言う
船を出す家は、十軒を切りました。
"""


def test_below_a_term_stands_what_is_said_further_and_not_its_parts_again() -> None:
    read, _ = article.read(TERM.encode(), "a.txt")
    outline, _ = draft(read, "a.txt")
    lists = [b.bullets for b in outline.sections[0].blocks if isinstance(b, model.BulletsBlock)]
    (term,) = (item for items in lists for item in items if item.title == "漁具")
    assert "魚を入れておく箱" in term.text
    assert [part.text for part in term.items] == ["夜の漁では、灯りの強さがとりわけ物を言う"]
