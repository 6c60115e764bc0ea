import pytest

from shiryo import article, drafting, limits
from shiryo.diagnostics import Diagnostics, Failed
from shiryo.outline import model
from shiryo.outline.yaml import dump, load

_SENTENCE = "北山市は図書館の開館時間を延ばした。"
_TABLE = "| 館 | 数 |\n|---|---|\n"


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything be quick: bounds that little passes."""
    small = {
        "FIELD_CHARACTERS": 1_000,
        "CELL_CHARACTERS": 500,
        "TITLE_CHARACTERS": 200,
        "ROWS": 40,
        "BLOCKS": 40,
        "COLUMNS": 10,
        "LIST_NUMBER": 90,
        "SECTIONS": 20,
        "DRAFT_CHARACTERS": 3_000,
        "DRAFT_BLOCKS": 250,
        "DRAFT_ITEMS": 30,
        "TABLE_CELLS": 200,
    }
    for name, most in small.items():
        monkeypatch.setattr(limits, name, most)


def _drafted(text: str) -> tuple[model.Outline, Diagnostics]:
    """Return the draft, which an outline may hold, and what is said of it."""
    read, _ = article.read(text.encode(), "a.md")
    made, found = drafting.draft(read, "a.md")
    assert load(dump(made), "a.yaml")[0].outline == made
    longest = max(map(len, _texts(made)))
    assert longest <= limits.FIELD_CHARACTERS
    return made, found


def _texts(node: object) -> list[str]:
    if isinstance(node, str):
        return [node]
    values = node if isinstance(node, tuple) else vars(node).values() if node else ()
    parts = [v for v in values if isinstance(v, str | tuple | model.Node)]
    return [text for part in parts for text in _texts(part)] or [""]


def _of(made: model.Outline, kind: type) -> list[model.Block]:
    return [b for _, s in made.walk() for b in s.blocks if isinstance(b, kind)]


def _codes(found: Diagnostics) -> set[str]:
    return {one.code for one in found}


def test_a_paragraph_of_any_length_goes_on_in_further_ones() -> None:
    times = 2 * limits.FIELD_CHARACTERS // len(_SENTENCE)
    made, _ = _drafted("# 題\n\n" + _SENTENCE * times + "\n")
    texts = [t.text for b in _of(made, model.TextBlock) for t in b.text]
    assert "".join(texts) == _SENTENCE * times
    assert len(texts) > 2


def test_a_sentence_without_an_end_goes_on_too() -> None:
    endless = "開館時間を延ばし、" * (limits.FIELD_CHARACTERS // 4)
    made, found = _drafted(f"# 題\n\n{endless}終わる。\n")
    texts = [t.text for b in _of(made, model.TextBlock) if b.only != "deck" for t in b.text]
    assert "draft.cut-text" not in _codes(found)
    assert "".join(texts) == f"{endless}終わる。"


def test_a_table_of_many_rows_goes_on_in_further_ones() -> None:
    count = limits.ROWS + 5
    rows = "".join(f"| 館{n} | 第{n}号 |\n" for n in range(count))
    made, _ = _drafted(f"# 題\n\n{_SENTENCE}\n\n{_TABLE}{rows}")
    tables = _of(made, model.TableBlock)
    cells = [row.cells[0] for b in tables for row in b.table.rows]
    assert cells == [f"館{n}" for n in range(count)]
    assert max(len(b.table.rows) for b in tables) <= limits.ROWS


def test_columns_that_do_not_fit_are_named() -> None:
    cells = [" | ".join(f"{sign}{n}" for n in range(60)) for sign in ("列", "値")]
    made, found = _drafted(
        f"# 題\n\n{_SENTENCE}\n\n| {cells[0]} |\n|{'---|' * 60}\n| {cells[1]} |\n"
    )
    (table,) = _of(made, model.TableBlock)
    assert table.table.columns == tuple(f"列{n}" for n in range(limits.COLUMNS))
    (said,) = (one for one in found if one.code == "draft.cut-columns")
    assert said.span
    assert said.span.line == 5


def test_a_list_of_any_length_is_in_the_handout_and_its_beginning_on_slides() -> None:
    count = limits.ROWS + 5
    made, found = _drafted("# 題\n\n" + "".join(f"- 品目{n}を配る\n" for n in range(count)))
    blocks = _of(made, model.BulletsBlock)
    whole = [i.text for b in blocks if b.only == "handout" for i in b.bullets]
    shown = [i.text for b in blocks if b.only == "deck" for i in b.bullets]
    assert whole == [f"品目{n}を配る" for n in range(count)]
    assert shown == whole[: limits.DRAFT_ITEMS]
    assert "draft.long-list" in _codes(found)


def _count(items: tuple[model.Item, ...]) -> int:
    return sum(1 + _count(item.items) for item in items)


def test_lists_of_a_section_share_what_its_slides_show() -> None:
    lists = "".join(
        f"- 品目{n}を配る\n    - 館{n}で\n    - 園{n}で\n\n{_SENTENCE}\n\n" for n in range(14)
    )
    made, found = _drafted(f"# 題\n\n## 配る物\n\n{lists}## 次\n\n- 種を配る\n- 苗を配る\n")
    counts = {
        section.title: {
            output: sum(
                _count(b.bullets)
                for b in section.blocks
                if isinstance(b, model.BulletsBlock) and b.only != other
            )
            for output, other in (("deck", "handout"), ("handout", "deck"))
        }
        for _, section in made.walk()
    }
    assert counts["配る物"] == {"deck": limits.DRAFT_ITEMS, "handout": 14 * 3}
    assert counts["次"] == {"deck": 2, "handout": 2}
    (said,) = (one for one in found if one.code == "draft.long-section")
    assert "配る物" in said.message


def test_a_table_of_many_cells_is_whole_in_the_handout_and_begins_on_slides() -> None:
    rows = "".join(f"| 館{n} | 第{n}号 |\n" for n in range(limits.DRAFT_ITEMS))
    made, found = _drafted(f"# 題\n\n{_SENTENCE}\n\n{_TABLE}{rows}")
    shown, rest = _of(made, model.TableBlock)
    assert (shown.only, len(shown.table.rows)) == (None, limits.DRAFT_ITEMS // 2)
    assert rest.only == "handout"
    cells = [row.cells[0] for row in (*shown.table.rows, *rest.table.rows)]
    assert cells == [f"館{n}" for n in range(limits.DRAFT_ITEMS)]
    assert "draft.long-section" in _codes(found)


def test_numbers_end_where_a_list_may_have_no_more() -> None:
    count = limits.LIST_NUMBER + 50
    made, _ = _drafted("# 題\n\n" + "".join(f"{n}. 品目を配る\n" for n in range(1, count + 1)))
    handed = [b for b in _of(made, model.BulletsBlock) if b.only == "handout"]
    assert sum(len(b.bullets) for b in handed) == count
    assert all(b.start + len(b.bullets) - 1 <= limits.LIST_NUMBER for b in handed)
    assert handed[0].start == 1


def test_many_paragraphs_are_parted() -> None:
    count = limits.ROWS + 5
    made, _ = _drafted("# 題\n\n" + f"{_SENTENCE}\n\n" * count)
    assert sum(len(b.text) for b in _of(made, model.TextBlock)) == count


@pytest.mark.parametrize("sign", ["市の", "{%", "{{", "\\" * 4, "[あ]"])
def test_a_title_that_is_cut_is_named(sign: str) -> None:
    made, found = _drafted(f"# {sign * 900}\n\n{_SENTENCE}\n")
    assert len(made.title) <= limits.TITLE_CHARACTERS
    assert "draft.cut-text" in _codes(found)


def test_a_cell_that_is_cut_is_named() -> None:
    made, found = _drafted(f"# 題\n\n{_SENTENCE}\n\n{_TABLE}| 館 | {'本' * 600} |\n| 園 | 木 |\n")
    (table,) = _of(made, model.TableBlock)
    assert table.table.rows[0].cells[1] == "本" * (limits.CELL_CHARACTERS - 1) + "…"
    (said,) = (one for one in found if one.code == "draft.cut-text")
    assert said.span
    assert said.span.line == 5


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (_SENTENCE * 200, "draft.too-many-characters"),
        ("- あ\n" * 251, "draft.too-many-blocks"),
        (f"## 節\n\n{_SENTENCE}\n\n" * 20, "draft.too-many-sections"),
        (f"- あ\n\n{_SENTENCE}\n\n" * 30, "draft.too-many-parts-of-section"),
        (_TABLE + "| 館 | 1 |\n" * 100, "draft.too-many-cells"),
    ],
    ids=["characters", "blocks", "sections", "parts", "cells"],
)
def test_more_than_an_outline_takes_is_refused(text: str, code: str) -> None:
    read, _ = article.read(f"# 題\n\n{text}".encode(), "a.md")
    with pytest.raises(Failed) as failed:
        drafting.draft(read, "a.md")
    assert [one.code for one in failed.value.diagnostics] == [code]


def test_rows_without_words_are_no_rows_of_a_draft() -> None:
    made, _ = _drafted(f"# 題\n\n{_SENTENCE}\n\n{_TABLE}| 館 | 1 |\n|  |  |\n| 園 | 2 |\n")
    (table,) = _of(made, model.TableBlock)
    assert [row.cells for row in table.table.rows] == [("館", "1"), ("園", "2")]


def test_the_words_of_a_table_count_once() -> None:
    cell = "町の仕事。" * (limits.DRAFT_CHARACTERS // 5 - 10)
    read, _ = article.read(f"| 名 | 値 |\n|---|---|\n| あ | {cell} |\n".encode(), "a.md")
    assert drafting.draft(read, "a.md")[0].sections


def _quotes(count: int, at: int) -> list[model.Block]:
    said = [f"北山市は第{n}図書館の開館時間を延ばした。" for n in range(count)]
    said[at] = "館長の山田花子さんは「本を読む人がこの町にもっと増えるとうれしい」と話した。"
    made, _ = _drafted("# 題\n\n## 節\n\n" + "".join(said) + "\n")
    return _of(made, model.QuoteBlock)


def test_forms_are_looked_for_in_the_first_sentences_of_a_section(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "SECTION_SENTENCES", 6)
    assert _quotes(9, at=5)
    assert not _quotes(9, at=6)


@pytest.mark.parametrize(("statement", "is_found"), [(3, True), (9, False)])
def test_where_nothing_is_claimed_the_first_items_are_looked_at(
    monkeypatch: pytest.MonkeyPatch, statement: int, is_found: bool
) -> None:
    monkeypatch.setattr(limits, "SECTION_ITEMS", 8)
    asked = [f"第{n}図書館は何時まで開いているか？" for n in range(12)]
    asked[statement] = "本館なら夜まで"
    made, _ = _drafted("# 題\n\n## 節\n\n" + "\n\n".join(asked) + "\n")
    said = [i.text for b in _of(made, model.BulletsBlock) if b.only == "deck" for i in b.bullets]
    assert said == (["本館なら夜まで"] if is_found else asked[:3])


@pytest.mark.parametrize("asked", [3, 12])
def test_a_section_of_many_questions_is_shown(asked: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECTION_ITEMS", 8)
    text = "".join(f"第{n}図書館は何時まで開いているか？\n\n" for n in range(asked))
    made, _ = _drafted(f"# 題\n\n## 節\n\n{text}")
    said = [i.text for b in _of(made, model.BulletsBlock) if b.only == "deck" for i in b.bullets]
    assert said == [f"第{n}図書館は何時まで開いているか？" for n in range(3)]
