import re
from typing import Any

import pytest

from shiryo import article, drafting
from shiryo.outline.model import DraftOptions


def names(text: str) -> dict[str, str]:
    """Return the ids of the sections that are drafted, by their claims."""
    outline, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    return {section.message or section.title: section.id for _, section in outline.walk()}


PARTS = {
    "料金の見通し": "大人の運賃は来年の春に二十円上がります。",
    "1. 窓口": "窓口は南口の改札の横に移りました。",
    "どうして変えるのか?": "市は利用者が半分に減ったことを重くみました。",
}


def written(parts: dict[str, str], title: str = "町のバス") -> str:
    return f"# {title}\n\n" + "".join(f"## {head}\n\n{said}\n\n" for head, said in parts.items())


def test_sections_are_called_by_their_headings() -> None:
    assert list(names(written(PARTS)).values()) == [
        "ryoukin-mitooshi",
        "madoguchi",
        "dou-shite-kaeru",
    ]


def test_endings_are_spelt_with_their_verbs() -> None:
    parts = {"迷っている人へ": "迷う人は朝の窓口で相談できます。", **PARTS}
    assert "mayotte-iru-hito" in names(written(parts)).values()


@pytest.mark.parametrize(
    "options", [{"slides": 1}, {"minutes": 3}, {"style": "敬体"}], ids=lambda each: next(iter(each))
)
def test_how_a_draft_is_made_changes_no_name(options: dict[str, Any]) -> None:
    read = article.read(written(PARTS).encode(), "a.md")[0]
    plain, made = (
        drafting.draft(read, "a.md", each)[0]
        for each in (None, DraftOptions.model_validate({"slides": 1, **options}))
    )
    assert [s.id for _, s in made.walk()] == [s.id for _, s in plain.walk()]


def test_a_new_section_leaves_the_others_their_names() -> None:
    before = names(written(PARTS))
    first, *rest = PARTS.items()
    more = dict(
        [("便の数", "朝の便は一時間に四本へ増えます。"), first, ("冬の便", "冬の便は減ります。")]
    )
    after = names(written({**more, **dict(rest), "2. 窓口": "駅の窓口は別にあります。"}))
    assert before.items() <= after.items()


def test_names_are_used_once() -> None:
    text = "".join(
        f"## {town}\n\n{town}駅は町の北です。\n\n### 窓口\n\n{town}の窓口は朝に開きます。\n\n"
        for town in ("海野", "山野", "川野")
    )
    said = list(names(f"# 駅の案内\n\n{text}").values())
    assert len(set(said)) == len(said)
    assert any(name.endswith("-madoguchi") for name in said)


@pytest.mark.parametrize("head", ["😀😀", "Sources", "index", "の", "ア" * 90, "Ünïcode", "第3章"])
def test_any_heading_gives_a_name_that_an_outline_takes(head: str) -> None:
    said = list(names(written({head: "町の窓口は朝の九時に開きます。", **PARTS})).values())
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]{0,64}", name) for name in said)
    assert not {"sources", "index", "glossary"} & set(said)
