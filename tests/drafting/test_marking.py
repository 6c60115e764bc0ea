"""What a draft keeps of emphasis, links, ruby and footnotes, and what its outputs do."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiryo import article, drafting, find_template, inline, limits
from shiryo.compose import full, handout
from shiryo.compose.material import Material
from shiryo.document.walk import texts
from shiryo.drafting.replay import edited
from shiryo.outline import check, model, writing, yaml

TEXT = """\
# 渡し船の再開

## 再開を待つ人

市は[計画](https://a.example/plan)を**昨年度**に公表した[^1]。船は{逗子|ずし}の港を朝七時に出て、\
島の小学校に通う子どもを乗せる。島では**九十人**が毎日の船の再開を待っている[^2]。
{LIST}
[^1]: 市の『渡し船計画』より。
[^2]: 昨年十月に島の役場が数えた。
"""


def drafted(text: str) -> model.Outline:
    read, _ = article.read(text.encode(), "a.md")
    made, _ = drafting.draft(read, "a.md")
    return yaml.load(writing.dump(made), "a.yaml")[0].outline


def notes(outline: model.Outline, only: str) -> list[str]:
    """Return the footnotes of what a section has for ``only``, in their order."""
    return [*_notes(outline.sections, only)]


def _notes(value: object, only: str) -> Iterator[str]:
    """Give what slides or the handout show; slides show no prose."""
    if isinstance(value, model.BlockBase) and value.only not in (None, only):
        return
    if isinstance(value, model.TextBlock) and only == "deck":
        return
    if isinstance(value, model.Node):
        for name in type(value).model_fields:
            yield from _notes(getattr(value, name), only)
    elif isinstance(value, tuple):
        for part in value:
            yield from _notes(part, only)
    elif isinstance(value, str):
        yield from map(inline.plain, inline.notes(inline.parse(value)))


def paragraph(outline: model.Outline) -> str:
    found = (b for b in outline.sections[0].blocks if isinstance(b, model.TextBlock))
    (block,) = (b for b in found if b.only != "deck")
    return "".join(text.text for text in block.text)


def test_a_paragraph_keeps_its_marks_where_they_stand() -> None:
    assert paragraph(drafted(TEXT.replace("{LIST}", ""))) == (
        "市は[計画](https://a.example/plan)を**昨年度**に公表した^[市の『渡し船計画』より。]。"
        "船は{逗子|ずし}の港を朝七時に出て、島の小学校に通う子どもを乗せる。"
        "島では**九十人**が毎日の船の再開を待っている^[昨年十月に島の役場が数えた。]。"
    )


def test_what_slides_say_has_its_notes_and_short_emphasis_but_no_links_and_readings() -> None:
    (section,) = drafted(TEXT.replace("{LIST}", "")).sections
    (bullets,) = (b for b in section.blocks if isinstance(b, model.BulletsBlock))
    said = {section.message, *(item.text for item in bullets.bullets)}
    assert said >= {
        "市は計画を**昨年度**に公表した^[市の『渡し船計画』より。]",
        "島では**九十人**が毎日の船の再開を待っている^[昨年十月に島の役場が数えた。]",
    }
    assert not any("](" in line or "|" in line for line in said)


def test_a_note_is_named_once_in_the_handout_and_not_in_review() -> None:
    text = TEXT.replace("{LIST}", "")
    outline = drafted(text)
    read, _ = article.read(text.encode(), "a.md")
    assert not any(note.kind == "note" for note in outline.review)
    loaded, _ = yaml.load(writing.dump(outline), "a.yaml")
    material = Material(loaded.outline, loaded.places, "a.yaml", read)
    for made, _ in (
        handout.compose(material, find_template("briefing")),
        full.compose(material, find_template("briefing")),
    ):
        found = [
            plain for t in texts(made.sections) for plain in map(inline.plain, inline.notes(t))
        ]
        assert found.count("昨年十月に島の役場が数えた。") == 1
        assert found.count("市の『渡し船計画』より。") == 1


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("- 運賃は**一律二百円**とする[^3]\n- 便数は[時刻表](https://a.example/t)のとおり",
         ["運賃は**一律二百円**とする^[小児は半額。]", "便数は[時刻表](https://a.example/t)のとおり"]),
        ("1. {逗子|ずし}で乗る\n2. 島で降りる[^3]",
         ["{逗子|ずし}で乗る", "島で降りる^[小児は半額。]"]),
        ("| 船 | 表 |\n|--|--|\n| 東 | [表](https://a.example/e) |\n"
         "| 西[^3] | [表](https://a.example/w) |",
         ["[表](https://a.example/e)", "西^[小児は半額。]", "[表](https://a.example/w)"]),
        ("> 船は**必ず**出す[^3]。", ["船は**必ず**出す^[小児は半額。]。"]),
    ],
)  # fmt: skip
def test_lists_tables_and_quotations_keep_theirs(lines: str, said: list[str]) -> None:
    made = drafted(TEXT.replace("{LIST}", f"\n{lines}\n") + "[^3]: 小児は半額。\n")
    dumped = str(made.sections[0].model_dump())
    assert [line for line in said if line not in dumped] == []
    assert notes(made, "handout").count("小児は半額。") == 1


def test_a_statement_that_lost_the_word_before_a_call_is_without_it() -> None:
    text = (
        "# 船\n\n## 港\n\n港の改修は老朽化した長い桟橋と倉庫と荷揚げ場と待合所を全て新しくするため"
        "に昨年の春から進められていて[^1]、町の工事は今年の秋に町の人が待ちわびた通りに全て終わり、"
        "大きな船は遠い三つの島と町の間を再び毎日往復する見通しである。"
        "\n\n[^1]: 国の補助を受けた。\n"
    )
    made = drafted(text)
    assert notes(made, "handout") == ["国の補助を受けた。"]
    assert "^[国の補助を受けた。]、" in paragraph(made)
    assert "^[" not in made.sections[0].message


def test_a_note_too_long_for_a_slide_stays_in_the_handout() -> None:
    long = "島の役場は戸別に訪ねて数えた。" * 12
    made = drafted(TEXT.replace("{LIST}", "").replace("昨年十月に島の役場が数えた。", long))
    assert len(long) > limits.SLIDE_NOTE
    assert long not in notes(made, "deck")
    assert notes(made, "handout").count(long) == 1


def test_notes_without_a_call_and_readings_of_headings_are_named() -> None:
    made = drafted(
        "# 船\n\n## {逗子|ずし}の港\n\n船は毎朝七時に港を出て島へ向かう。\n\n[^1]: 呼ばれない注。\n"
    )
    assert [(note.at, note.kind) for note in made.review] == [("L3", "ruby"), ("L7", "note")]
    assert "逗子（ずし）" in made.review[0].text


def test_marks_change_nothing_of_what_the_check_finds() -> None:
    text = TEXT.replace("{LIST}", "")
    read, _ = article.read(text.encode(), "a.md")
    loaded, _ = yaml.load(writing.dump(drafting.draft(read, "a.md")[0]), "a.yaml")
    assert check.check(loaded, read) == ()
    assert edited.edited(loaded.outline, read) == []


_WORDS = st.text(alphabet="あ川橋*[](){}|^\\%#<>`~=_!$&一 a1。、", min_size=1, max_size=12)


@given(st.lists(_WORDS, min_size=1, max_size=4))
def test_what_a_text_says_is_what_its_paragraphs_show(parts: list[str]) -> None:
    text = "船の話である。\n\n島には橋がない。" + "と".join(parts) + "を待つ人が多い。\n"
    read, _ = article.read(text.encode(), "a.txt")
    made, _ = drafting.draft(read, "a.txt")
    loaded, _ = yaml.load(writing.dump(made), "a.yaml")
    material = Material(loaded.outline, loaded.places, "a.yaml", read)
    composed, _ = handout.compose(material, find_template("briefing"))
    shown = "".join(inline.plain(t) for t in texts(composed.sections))
    for block in read.blocks:
        if block.kind is article.model.Kind.PARAGRAPH:
            assert "".join(block.text.split()) in "".join(shown.split())


RECORDS = """\
# 渡し船の会

## 集まりの記録

会は年に一度、港の広場で開かれ、船の運び方を皆で話し合う。記録は次の三回の分が残っている。

- 第1回 [資料](https://a.example/1)
- 第2回 [資料](https://b.example/2), [動画](https://c.example/2)
- 第3回 [資料](https://a.example/3)

## 予定

来年は春に集まる。
"""


def test_a_name_that_says_nothing_without_its_link_keeps_it_on_slides() -> None:
    section = drafted(RECORDS).sections[0]
    lists = [b for b in section.blocks if isinstance(b, model.BulletsBlock)]
    shown = str([block for block in lists if block.only != "handout"])
    assert "[資料](https://a.example/1)" in shown
    assert "[動画](https://c.example/2)" in shown


def test_sources_of_one_name_are_told_apart() -> None:
    assert [source.title for source in drafted(RECORDS).sources] == [
        "第1回 資料",
        "第2回 資料, 動画",
        "動画",
        "第3回 資料",
    ]
