from dataclasses import replace

import pytest
from deck_samples import BAR, COLUMN, LINE, PIE
from em_fonts import EmFonts
from rects import contains

from shiryo import document as d
from shiryo import pages
from shiryo.layout.chart import ChartStyle, chart
from shiryo.layout.text.compositor import Compositor
from shiryo.layout.text.para import Style
from shiryo.units import Rect

FRAME = Rect(0, 0, 800, 300)
LABEL = Style(16, "gothic", 400, "000000", 1.3)
COLOURS = ("AA0000", "00AA00", "0000AA")
STYLE = ChartStyle(LABEL, LABEL, "111111", 1, COLOURS, "999999", "FFFFFF", 0.6, 12, 0.35, 2.5, 8)


def draw(block: d.Chart) -> pages.Chart:
    return chart(block, FRAME, STYLE, Compositor(EmFonts()))


def bars(made: pages.Chart) -> list[pages.Shape]:
    return [i for i in made.drawing if isinstance(i, pages.Shape) and i.fill != STYLE.axis]


def said(made: pages.Chart) -> str:
    boxes = (i for i in made.drawing if isinstance(i, pages.TextBox))
    return " ".join(run.text for box in boxes for para in box.paragraphs for run in para.runs)


def test_bars_are_as_long_as_their_numbers() -> None:
    lengths = [bar.frame.width for bar in bars(draw(BAR))]
    values = [value or 0 for value in BAR.series[0].values]
    assert [n / lengths[0] for n in lengths] == pytest.approx([v / values[0] for v in values])


def test_highlighted_bars_have_the_accent_and_the_others_are_muted() -> None:
    assert [bar.fill for bar in bars(draw(BAR))] == ["AA0000", "999999", "999999"]
    assert draw(BAR).series[0].colours == ("AA0000", "999999", "999999")


def test_columns_stand_on_the_axis_and_what_is_below_zero_hangs_from_it() -> None:
    made = draw(replace(COLUMN, series=(d.Series("", (10, -5, 0, 5, None)),)))
    axis = next(i for i in made.drawing if isinstance(i, pages.Shape) and i.fill == STYLE.axis)
    floor = axis.frame.y + axis.frame.height / 2
    tall, hung, flat, half = (bar.frame for bar in bars(made))
    assert tall.bottom == pytest.approx(floor)
    assert hung.y == pytest.approx(floor)
    assert flat.height == pytest.approx(0)
    assert tall.height == pytest.approx(2 * half.height) == pytest.approx(2 * hung.height)


def test_lines_are_named_at_their_ends_and_names_do_not_lie_on_each_other() -> None:
    same = replace(LINE, series=tuple(d.Series(name, (1, 2, 3, 4, 5)) for name in ("甲", "乙")))
    ends = [
        box.frame
        for box in draw(same).drawing
        if isinstance(box, pages.TextBox) and box.paragraphs[0].runs[0].text[0] in "甲乙"
    ]
    assert len(ends) == 2
    assert abs(ends[0].y - ends[1].y) >= ends[0].height - 0.01


def test_numbers_over_many_columns_do_not_grow() -> None:
    many = tuple(str(n) for n in range(40))
    block = replace(COLUMN, categories=many, series=(d.Series("", tuple(range(40))),))
    small = replace(STYLE, value=replace(LABEL, size=8))
    made = chart(block, FRAME, small, Compositor(EmFonts()))
    assert made.value_size <= 8
    assert {
        r.size
        for i in made.drawing
        if isinstance(i, pages.TextBox)
        for p in i.paragraphs
        for r in p.runs
    } == {8, 16}


def test_slices_go_round() -> None:
    slices = [i for i in draw(PIE).drawing if isinstance(i, pages.Polygon)]
    assert [s.fill for s in slices] == ["AA0000", "00AA00", "0000AA", "AA0000"]
    for one, other in zip(slices, [*slices[1:], slices[0]], strict=True):
        assert one.points[-1] == pytest.approx(other.points[1])


@pytest.mark.parametrize("block", [BAR, COLUMN, LINE, PIE], ids=lambda b: b.kind)
def test_every_category_is_named_and_everything_is_in_the_frame(block: d.Chart) -> None:
    made = draw(block)
    assert all(category in said(made).replace("\n", "") for category in block.categories)
    for thing in made.drawing:
        if not isinstance(thing, pages.Polygon):
            assert contains(FRAME, thing.frame, 1), thing
