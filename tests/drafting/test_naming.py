import pytest

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.drafting.wording.naming import named
from shiryo.outline import model


@pytest.mark.parametrize(
    ("lead", "names", "said"),
    [
        ("支援の柱は大きく3つです", ["本", "席", "人"], "支援の柱は、本、席、人の3つ"),
        ("支援の柱は三つあります。", ["本", "席", "人"], "支援の柱は、本、席、人の三つ"),
        ("会場が2つある", ["本館", "東館"], "会場は、本館、東館の2つ"),
        ("主な利点は次のとおりです。", ["早さ", "安さ"], "主な利点は、早さ、安さ"),
        ("支援の柱は3つです", ["本", "席"], ""),
        ("支援の柱は3つです", ["本", "席", "市民から寄せられた意見に基づく改善"], ""),
        ("市は計画を公表しました", ["本", "席"], ""),
    ],
)
def test_a_lead_in_that_counts_names_what_it_counts(lead: str, names: list[str], said: str) -> None:
    assert named(lead, names) == said


def drafted(text: str) -> model.Section:
    read, _ = article.read(
        f"# 町の店\n\n## 屋台\n\n{text}\n\n## 予定\n\n春に開く。\n".encode(), "a.md"
    )
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    return outline.sections[0]


def test_lines_in_bold_are_named_by_what_counts_them() -> None:
    section = drafted(
        "屋台は十年続いた。屋台を続ける工夫は次の2つだと思います。\n\n"
        "**1. 荷を軽くする**\n\n畳める棚を竹で組む。\n\n**2. 朝に仕込む**\n\n汁を前の夜に冷ます。"
    )
    assert section.message == "屋台を続ける工夫は、荷を軽くする、朝に仕込むの2つ"
    said = [i for b in section.blocks if isinstance(b, model.BulletsBlock) for i in b.bullets]
    assert [(i.title, i.text) for i in said if i.title] == [
        ("1. 荷を軽くする", "畳める棚を竹で組む"),
        ("2. 朝に仕込む", "汁を前の夜に冷ます"),
    ]


def test_what_stands_before_the_count_is_still_told() -> None:
    section = drafted(
        "屋台は町で十年続いた。屋台を続ける工夫は2つです。\n\n- 荷を軽くする\n- 朝に仕込む"
    )
    bullets = [b for b in section.blocks if isinstance(b, model.BulletsBlock)]
    told = [t for b in bullets for t in (b.message or "", *(i.text for i in b.bullets))]
    assert section.message == "屋台を続ける工夫は、荷を軽くする、朝に仕込むの2つ"
    assert "屋台は町で十年続いた" in told
    assert not [text for text in told if text.startswith("屋台を続ける工夫は2つ")]


@pytest.mark.parametrize(
    "text",
    [
        "屋台で使う言葉の意味は次のとおりです。\n\n- 荷\n- 棚\n- 汁",
        "屋台の決まりは次のとおりです。\n\n- 項目1\n- 項目2\n- 項目3",
        "屋台の係は次のとおりです。\n\n- 〇〇\n- ●●",
    ],
)
def test_what_is_to_be_filled_in_or_told_of_each_is_not_named(text: str) -> None:
    section = drafted(text)
    assert "は、" not in section.message


def test_names_that_are_counted_are_named() -> None:
    section = drafted("屋台の会場は次のとおりです。\n\n- 広場1\n- 広場2")
    assert section.message == "屋台の会場は、広場1、広場2"
