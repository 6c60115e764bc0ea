"""Tables: cells as a person would write them, columns as wide as they need, what is special."""

import io
import re
from dataclasses import replace

import deck_samples
import pytest
from deck_samples import slide, t
from em_fonts import EmFonts
from pptx import Presentation

from shiryo import document as d
from shiryo import find_template, pages
from shiryo.document import CellLook, RowLook
from shiryo.layout.deck.deck import lay_out
from shiryo.layout.text.tabular import aligned
from shiryo.pages.walk import boxes_of
from shiryo.render.pptx import write

THEME = find_template("briefing").theme


def table(*rows: tuple[str, ...], **more: object) -> d.Table:
    head, *body = (tuple(map(t, row)) for row in rows)
    return d.Table(head, tuple(body), **more)


def drawn(block: d.Block) -> pages.PageSet:
    made, problems = lay_out(deck_samples.deck(slide("s", block)), THEME, EmFonts())
    assert not [p for p in problems if p.severity == "error"]
    return made


def tables(block: d.Block) -> list[pages.Table]:
    return [i for page in drawn(block).pages for i in page.items if isinstance(i, pages.Table)]


def words(cell: pages.Cell) -> str:
    return "".join(run.text for para in cell.text.paragraphs for run in para.runs)


SALES = table(
    ("地域", "店", "売上", "評価"),
    ("札幌", "12店", "1,234万円", "◎"),
    ("仙台", "8店", "982.5万円", "○"),
    ("大阪", "20店", "▲3,100万円", "×"),
    ("計", "40店", "－", ""),
)


def test_numbers_stand_at_the_right_marks_in_the_middle_and_the_outline_goes_first() -> None:
    assert aligned(SALES) == ("left", "right", "right", "center")
    assert aligned(replace(SALES, align=("", "left", "", "right")))[1:] == (
        "left",
        "right",
        "right",
    )
    assert aligned(table(("評価", "率"), ("◎と○", "32.5 %"))) == ("left", "right")


def test_decimal_points_stand_under_each_other() -> None:
    [made] = tables(SALES)
    points = []
    for row in made.rows[1:3]:
        run = row[2].text.lines[0].runs[0]
        before = re.match(r"[\d,]+", words(row[2]))
        assert before is not None
        points.append(run.x + len(before[0]) * run.size)
    assert points[0] == pytest.approx(points[1])


def test_no_cell_has_a_line_break_that_its_author_did_not_write() -> None:
    long = table(
        ("区分", "内容", "担当の組織の名前"),
        *(
            (
                f"区分{n}",
                "地域の図書館と学校と公民館が同じ台帳を見る仕組みを作る" * 2,
                "図書館の企画係と調整係",
            )
            for n in range(4)
        ),
    )
    for made in tables(long):
        assert not [words(c) for row in made.rows for c in row if "\n" in words(c)]
    with_break = table(("一", "二"), ("上\n下", "文"))
    assert any("\n" in words(c) for made in tables(with_break) for row in made.rows for c in row)


def test_no_word_of_katakana_and_no_number_is_parted_between_lines() -> None:
    said = "コミュニケーションとプレゼンテーションの研修を1,234,567円で開きオンラインでも見せる" * 2
    for made in tables(table(("項目", "内容", "備考"), ("研修", said, said))):
        for row in made.rows:
            for cell in row:
                lines = [
                    "".join(g.text for r in line.runs for g in r.glyphs) for line in cell.text.lines
                ]
                whole = "\n".join(lines)
                assert not re.search(r"[ァ-ヺー]\n[ァ-ヺー]|[\d,]\n[\d,]", whole), whole


def test_a_table_with_many_columns_goes_on_with_the_names_of_its_rows() -> None:
    months = tuple(f"{n}月" for n in range(1, 13))
    row = ("北海道", *("1,234件" for _ in months))
    made = tables(table(("県", *months), row, row))
    assert len(made) > 1
    assert {words(part.rows[1][0]) for part in made} == {"北海道"}
    heads = [words(c) for part in made for c in part.rows[0][1:]]
    assert list(dict.fromkeys(heads)) == list(months)
    assert all(words(c) == "1,234件" for part in made for c in part.rows[1][1:])


def test_a_narrow_table_does_not_fall_apart() -> None:
    [made] = tables(table(("館", "数"), ("中央館", "12"), ("北館", "3")))
    assert made.frame.width < 0.7 * THEME.deck.frames["content"][2]


def test_a_group_stands_over_its_rows_and_again_where_it_goes_on() -> None:
    rows = tuple((f"館{n}", f"{n}席") for n in range(24))
    looks = tuple(RowLook(group=t("市内") if n == 0 else ()) for n in range(24))
    made = tables(table(("館", "席"), *rows, looks=looks))
    assert len(made) > 1
    for part in made:
        assert words(part.rows[1][0]) == "市内"
        assert (part.rows[1][0].wide, part.rows[1][1].wide) == (2, 0)
        assert part.rows[1][0].frame.width == pytest.approx(part.frame.width)


def test_a_total_is_bold_and_ruled_off_and_notes_stand_under_the_table() -> None:
    looks = (*(RowLook() for _ in range(3)), RowLook(total=True))
    page = drawn(replace(SALES, looks=looks, notes=(t("◎：よい"),))).pages[-1]
    [made] = [i for i in page.items if isinstance(i, pages.Table)]
    assert made.total
    assert all(run.strong for c in made.rows[-1] for p in c.text.paragraphs for run in p.runs)
    strong = [rule.y for rule, is_strong in made.rules() if is_strong]
    assert strong[-1] == pytest.approx(made.frame.y + sum(made.heights[:-1]))
    notes = [
        box
        for box in boxes_of(page.items)
        if any("よい" in run.text for p in box.paragraphs for run in p.runs)
    ]
    assert [note.frame.y >= made.frame.bottom for note in notes] == [True]


MERGED = table(
    ("区分", "館", "席"),
    ("市内", "中央館", "120"),
    ("", "北館", "40"),
    ("計", "", "160"),
    looks=(
        RowLook(cells=(CellLook(high=2), CellLook(), CellLook(strong=True))),
        RowLook(cells=(CellLook(wide=0), CellLook(), CellLook())),
        RowLook(cells=(CellLook(wide=2), CellLook(wide=0), CellLook())),
    ),
)


def test_merged_cells_take_their_places_and_no_rule_goes_through_them() -> None:
    [made] = tables(MERGED)
    tall, wide = made.rows[1][0], made.rows[3][0]
    assert tall.frame.height == pytest.approx(made.heights[1] + made.heights[2])
    assert wide.frame.width == pytest.approx(made.widths[0] + made.widths[1])
    edge = made.frame.y + made.heights[0] + made.heights[1]
    [within] = [rule for rule, _ in made.rules() if rule.y == pytest.approx(edge)]
    assert within.x == pytest.approx(tall.frame.right)
    assert made.rows[1][2].fill


def test_native_tables_merge_cells_and_leave_their_look_to_the_style() -> None:
    deck = Presentation(io.BytesIO(write(drawn(MERGED))))
    [frame] = [s for page in deck.slides for s in page.shapes if s.has_table]
    made = frame.table
    assert made.first_row
    assert made.first_col
    assert (made.cell(1, 0).span_height, made.cell(3, 0).span_width) == (2, 2)
    assert made.cell(2, 0).is_spanned
    assert made.cell(3, 1).is_spanned
    head = made.cell(0, 0)._tc
    assert not head.xpath(".//a:rPr/@b")
    assert not head.xpath(".//a:rPr/a:solidFill")
    assert not head.xpath(".//a:lnT")


def test_a_table_whose_columns_have_no_names_has_no_head() -> None:
    block = d.Table((t(""), t("")), ((t("名称"), t("北館")), (t("所在"), t("北丘"))))
    (made,) = tables(block)
    assert made.header_rows == 0
    assert [[words(cell) for cell in row] for row in made.rows] == [
        ["名称", "北館"],
        ["所在", "北丘"],
    ]
    native = Presentation(io.BytesIO(write(drawn(block)))).slides[1]
    (table_,) = (shape.table for shape in native.shapes if shape.has_table)
    assert (table_.first_row, table_.first_col) == (False, True)
