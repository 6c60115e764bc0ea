"""A chart is planned once: what is shown, where and how large, told by arithmetic on the plan."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise, product
from typing import Literal

import pytest
from deck_samples import BAR, COLUMN, LINE, PIE
from em_fonts import EmFonts
from rects import contains

from shiryo import document as d
from shiryo import find_template, pages
from shiryo.compose.drawable import drawable
from shiryo.layout.chart import ChartStyle, chart, least, parts, shades
from shiryo.layout.chart.numbers import Numbers
from shiryo.layout.text.compositor import Compositor
from shiryo.layout.text.para import Style
from shiryo.pages import Shade
from shiryo.template.contrast import contrast
from shiryo.units import Rect

FRAME = Rect(48, 150, 864, 280)
LABEL = Style(16, "gothic", 400, "000000", 1.3)
SHADES = (Shade("AA0000"), Shade("00AA00"), Shade("0000AA"))
STYLE = ChartStyle(
    label=LABEL,
    value=LABEL,
    sizes=(20, 18, 16, 14, 12),
    axis="111111",
    axis_width=1,
    grid="DDDDDD",
    shades=SHADES,
    muted=Shade("999999"),
    paper="FFFFFF",
    bar=0.6,
    gap=12,
    label_most=0.45,
    line_width=2.5,
    dot=8,
    unit="（単位：{unit}）",
)
SETTER = Compositor(EmFonts())
SPECIALS = ("negative", "missing", "zero", "large", "names")


def draw(block: d.Chart, style: ChartStyle = STYLE) -> pages.Chart:
    return chart(block, FRAME, style, SETTER)


def bars(made: pages.Chart) -> list[pages.Shape]:
    lines = (STYLE.axis, STYLE.grid)
    return [i for i in made.drawing if isinstance(i, pages.Shape) and i.fill not in lines]


def boxes(made: pages.Chart) -> list[pages.TextBox]:
    return [i for i in made.drawing if isinstance(i, pages.TextBox)]


def text(box: pages.TextBox) -> str:
    return "".join(run.text for para in box.paragraphs for run in para.runs).replace("\n", "")


def said(made: pages.Chart) -> list[str]:
    return [text(box) for box in boxes(made)]


def ink(box: pages.TextBox) -> Iterator[Rect]:
    """Yield where the letters of each line are, without what is empty over and under them."""
    for line in box.lines:
        x, right = line.runs[0].x, max(run.x + run.width for run in line.runs)
        size = max(run.size for run in line.runs)
        x += size / 2 if text(box).startswith("（") else 0  # whose left half is empty
        yield Rect(x, line.runs[0].baseline - 0.7 * size, right - x, 0.7 * size)


def meet(one: Rect, other: Rect, slack: float = 0.5) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > slack and min(one.bottom, other.bottom) - max(one.y, other.y) > slack


def many(kind: str, series: int, count: int, special: str) -> d.Chart:
    def value(n: int, c: int) -> float | None:
        found = 5 + (n * 37 + c * 53) % 90 + 0.5
        if special == "negative" and (n + c) % 2:
            return -found
        if special == "missing" and (3 * n + c) % 4 == 1:
            return None
        if special == "zero" and (n + c) % 3 == 0:
            return 0.0
        return found * 1e12 if special == "large" else found

    name = "図書館の分館ごとの来館者と貸出の数の計" if special == "names" else "第"
    names = tuple(f"{name}{'甲乙丙丁戊己庚辛壬癸'[c % 10]}{c}" for c in range(count))
    return d.Chart(
        "column" if kind == "stacked" else kind,
        names,
        tuple(
            d.Series("春夏秋冬朝夕"[n] + "の計", tuple(value(n, c) for c in range(count)))
            for n in range(series)
        ),
        "説明",
        "円",
        stack="sum" if kind == "stacked" else "none",
    )


def shown(block: d.Chart) -> list[pages.Chart]:
    made, _ = drawable(block)
    assert isinstance(made, d.Chart)
    return [draw(part) for part in parts(made, FRAME, STYLE, SETTER)]


def faults(made: pages.Chart) -> Iterator[str]:
    """Yield words that lie on words, on bars that are not their own, or outside the chart."""
    words = [(text(box), place) for box in boxes(made) for place in ink(box)]
    for (one, at), (other, there) in combinations(words, 2):
        if meet(at, there):
            yield f"{one} on {other}"
    inside = {
        text
        for s in made.series
        for label in s.labels
        if label.place == "middle"
        for text in [label.text]
    }
    for said_, at in words:
        if not contains(made.frame, at, 2):
            yield f"{said_} outside"
        if said_ in inside or made.kind == "pie":
            continue
        for bar in bars(made):
            if bar.geometry == "rectangle" and meet(at, bar.frame):
                yield f"{said_} on a bar"


@pytest.mark.parametrize("special", SPECIALS)
@pytest.mark.parametrize("kind", ["bar", "column", "line", "pie", "stacked"])
def test_no_word_lies_on_another_or_on_a_bar(kind: str, special: str) -> None:
    found = [
        f"{series} × {count}: {fault}"
        for series, count in product((1, 2, 3, 6), (1, 3, 6, 12, 24))
        for made in shown(many(kind, series, count, special))
        for fault in faults(made)
    ]
    assert found == []


@pytest.mark.parametrize("special", ["negative", "names"])
@pytest.mark.parametrize("kind", ["bar", "column", "line", "pie", "stacked"])
def test_a_chart_that_has_room_beside_a_text_is_as_readable(kind: str, special: str) -> None:
    found = []
    for series, count in product((1, 3, 6), (1, 3, 6, 12)):
        block, _ = drawable(many(kind, series, count, special))
        assert isinstance(block, d.Chart)
        for width in (300, 430, 520):
            height = max(least(block, width, STYLE, SETTER), 170)
            if height <= FRAME.height:
                made = chart(block, Rect(FRAME.x, FRAME.y, width, height), STYLE, SETTER)
                found += [f"{series} × {count} {width}: {fault}" for fault in faults(made)]
    assert found == []


@pytest.mark.parametrize("kind", ["bar", "column", "line", "pie", "stacked"])
def test_every_number_is_a_label_or_read_from_an_axis(kind: str) -> None:
    for series, count in product((1, 2, 3, 6), (1, 3, 6, 12, 24)):
        for made in shown(many(kind, series, count, "zero")):
            labelled = sum(len(s.labels) for s in made.series)
            values = [v for s in made.series for v in s.values if v or made.stack == "none"]
            assert made.step or labelled >= len(values), (series, count)


def test_bars_that_are_too_many_go_on_at_the_same_scale() -> None:
    first, *rest = shown(many("bar", 2, 60, "zero"))
    assert rest
    assert {(made.low, made.high) for made in rest} == {(first.low, first.high)}
    names = [name for made in (first, *rest) for name in made.categories]
    assert names == list(many("bar", 2, 60, "zero").categories)


def test_columns_whose_names_have_no_room_become_bars_but_months_show_each_nth() -> None:
    long = many("column", 1, 12, "names")
    assert {made.kind for made in shown(long)} == {"bar"}
    months = replace(long, categories=tuple(f"{n}月" for n in range(1, 13)))
    [made] = [draw(part) for part in parts(months, FRAME, STYLE, SETTER)]
    assert made.kind == "column"
    crowded = replace(many("line", 1, 36, "zero"), categories=tuple(f"{n}月" for n in range(36)))
    [made] = shown(crowded)
    assert made.every > 1
    assert "0月" in said(made)
    assert "1月" not in said(made)


def test_large_numbers_are_counted_in_what_makes_them_short_and_the_unit_stands_once() -> None:
    block = replace(COLUMN, unit="円", series=(d.Series("", (115.5e12, 98e12, 1e12, 0, None)),))
    made = draw(block)
    assert made.note == "（単位：兆円）"
    assert said(made).count("115.5") == 1
    assert sum("円" in words for words in said(made)) == 1
    assert made.series[0].values[:2] == (115.5, 98)
    alone = replace(block, categories=("計",), series=(d.Series("", (115_541_500_000_000,)),))
    assert "115.5兆円" in said(draw(alone))
    assert draw(alone).note == ""
    thousands = replace(block, unit="千人", series=(d.Series("", (1_234_567, 2, 3, 4, 5)),))
    assert draw(thousands).note == "（単位：億人）"
    plain = draw(replace(block, scale="none"))
    assert plain.ticks[-1][1] == "125,000,000,000,000"


def test_what_is_nearly_nothing_is_not_said_to_be_nothing() -> None:
    block = replace(COLUMN, unit="円", series=(d.Series("", (98e12, 1e8, -2e8, 0, None)),))
    labels = [label.text for label in draw(block).series[0].labels]
    assert labels == ["98.00", "<0.01", "-<0.01", "0.00"]


def test_numbers_are_written_as_the_outline_wants() -> None:
    block = replace(COLUMN, unit="件", format="#,##0.0;▲#,##0.0")
    block = replace(block, series=(d.Series("", (1234, -5, 0, 5, None)),))
    labels = draw(block).series[0].labels
    assert [label.text for label in labels] == ["1,234.0", "▲5.0", "0.0", "5.0"]
    assert labels[1].code == '#,##0.0;"▲"#,##0.0'


def test_a_half_is_rounded_as_an_office_program_rounds_it() -> None:
    two = Numbers(decimals=2)
    assert [two.text(v) for v in (40.625, -40.625, 0.125, 2.675)] == [
        "40.63", "-40.63", "0.13", "2.68",
    ]  # fmt: skip
    assert Numbers(decimals=0).text(1234.5) == "1,235"


def test_bars_are_as_long_as_their_numbers() -> None:
    lengths = [bar.frame.width for bar in bars(draw(BAR))]
    values = [value or 0 for value in BAR.series[0].values]
    assert [n / lengths[0] for n in lengths] == pytest.approx([v / values[0] for v in values])


def test_one_bar_is_not_a_wall() -> None:
    [bar] = bars(draw(replace(COLUMN, categories=("計",), series=(d.Series("", (3,)),))))
    assert bar.frame.width < FRAME.width / 5


def test_highlighted_bars_have_the_accent_and_the_others_are_muted() -> None:
    assert [bar.fill for bar in bars(draw(BAR))] == ["AA0000", "999999", "999999"]
    assert [s.rgb for s in draw(BAR).series[0].shades] == ["AA0000", "999999", "999999"]


def test_of_several_series_what_is_not_highlighted_can_still_be_told_apart() -> None:
    block = many("column", 3, 4, "zero")
    made = draw(replace(block, highlight=block.categories[:1]))
    for point in (0, 1):
        assert len({series.shades[point].rgb for series in made.series}) == 3
    assert made.series[0].shades[0] == SHADES[0]
    assert made.series[0].shades[1].tint > 0.5


def test_a_series_to_be_looked_at_has_the_first_colour_and_the_others_stay_behind() -> None:
    series = tuple(d.Series(name, (1, 2, 3, 4, n)) for n, name in enumerate("甲乙丙"))
    made = draw(replace(LINE, series=series, highlight=("乙",)))
    first, own, last = made.series
    assert own.shades == SHADES[:1]
    assert made.width(own) > made.width(first) == made.width(last)
    assert first.shades[0].rgb != last.shades[0].rgb
    columns = draw(replace(LINE, kind="column", series=series, highlight=("乙",)))
    assert [one.shades[0].tint > 0.5 for one in columns.series] == [True, False, True]


def test_columns_stand_on_the_axis_and_what_is_below_zero_hangs_from_it() -> None:
    made = draw(replace(COLUMN, series=(d.Series("", (10, -5, 0, 5, None)),)))
    axis = next(i for i in made.drawing if isinstance(i, pages.Shape) and i.fill == STYLE.axis)
    floor = axis.frame.y + axis.frame.height / 2
    tall, hung, flat, half = (bar.frame for bar in bars(made))
    assert tall.bottom == pytest.approx(floor)
    assert hung.y == pytest.approx(floor)
    assert flat.height == pytest.approx(0)
    assert tall.height == pytest.approx(2 * half.height) == pytest.approx(2 * hung.height)


def test_a_line_has_a_gap_where_a_number_is_missing() -> None:
    made = draw(replace(LINE, series=(d.Series("甲", (1, 2, None, 4, 5)),)))
    assert [len(i.points) for i in made.drawing if isinstance(i, pages.Polygon)] == [2, 2]


def test_lines_are_named_at_their_ends_in_the_order_of_their_numbers() -> None:
    ends = {"甲": 5.0, "乙": 96.0, "丙": 95.0, "丁": 97.0, "戊": 5.0}
    series = tuple(d.Series(name, (50, 50, 50, 50, end)) for name, end in ends.items())
    made = draw(replace(LINE, series=series))
    places = {
        label.text[0]: label.frame.y for one in made.series for label in one.labels if label.named
    }
    assert sorted(places, key=places.__getitem__) == ["丁", "乙", "丙", "甲", "戊"]
    ordered = sorted(places.values())
    assert all(b - a >= LABEL.size for a, b in pairwise(ordered))


def test_parts_of_stacked_bars_stand_on_each_other_and_shares_fill_the_plot() -> None:
    series = (d.Series("甲", (10, 30)), d.Series("乙", (30, 10)))
    block = d.Chart("column", ("春", "夏"), series, "説明", "人", stack="100%")
    made = draw(block)
    lower, other, upper, _ = (bar.frame for bar in bars(made) if bar.stroke)
    assert upper.bottom == pytest.approx(lower.y)
    assert lower.height == pytest.approx(made.plot.height / 4)
    assert other.height == pytest.approx(made.plot.height * 3 / 4)
    assert [label.text for label in made.series[0].labels] == ["25%", "75%"]


def test_a_target_is_a_line_at_its_number_with_its_words_over_the_plot() -> None:
    made = draw(replace(COLUMN, target=(40.0, "目標")))
    assert made.target is not None
    share = (40 - made.low) / (made.high - made.low)
    assert made.target.start[1] == pytest.approx(made.plot.bottom - share * made.plot.height)
    assert made.target.label.bottom <= made.plot.y + 1
    assert any(words.startswith("目標 40") for words in said(made))


def test_pies_that_cannot_be_read_become_bars_and_too_many_series_a_table() -> None:
    kinds = {
        "slices": many("pie", 1, 7, "zero"),
        "series": many("pie", 2, 3, "zero"),
        "negative": many("pie", 1, 3, "negative"),
    }
    for block in kinds.values():
        made, reason = drawable(block)
        assert isinstance(made, d.Chart)
        assert made.kind == "bar"
        assert reason
    crowd = replace(LINE, series=tuple(replace(LINE.series[0], name=str(n)) for n in range(7)))
    table, reason = drawable(crowd)
    assert isinstance(table, d.Table)
    assert len(table.columns) == 8
    assert reason
    assert drawable(PIE) == (PIE, "")


def test_lines_with_names_that_have_no_room_under_them_become_a_table() -> None:
    long = replace(LINE, categories=tuple(f"{'長い名' * 9}{n}" for n in range(5)))
    assert isinstance(drawable(long)[0], d.Table)
    bars_, reason = drawable(replace(PIE, categories=("長い名" * 9, *PIE.categories[1:])))
    assert isinstance(bars_, d.Chart)
    assert (bars_.kind, bool(reason)) == ("bar", True)


@pytest.mark.parametrize("kind", ["bar", "column", "line", "area", "pie"])
def test_a_plot_can_be_seen_however_little_room_there_is(kind: str) -> None:
    block = replace(many("column", 3, 5, "names"), kind=kind)
    made = chart(block, Rect(0, 0, 150, 60), STYLE, SETTER)
    assert made.plot.width >= 12
    assert made.plot.height >= 12
    assert contains(made.frame, made.plot, 1)


def test_slices_go_round() -> None:
    slices = [i for i in draw(PIE).drawing if isinstance(i, pages.Polygon) and i.closed]
    assert [s.fill for s in slices] == ["AA0000", "00AA00", "0000AA", SHADES[0].faded(0.45).rgb]
    for one, other in zip(slices, [*slices[1:], slices[0]], strict=True):
        assert one.points[-1] == pytest.approx(other.points[1])


@pytest.mark.parametrize("block", [BAR, COLUMN, LINE, PIE], ids=lambda b: b.kind)
def test_every_category_is_named_and_everything_is_in_the_frame(block: d.Chart) -> None:
    made = draw(block)
    words = " ".join(said(made))
    assert all(category in words for category in block.categories)
    for thing in made.drawing:
        if not isinstance(thing, pages.Polygon):
            assert contains(FRAME, thing.frame, 1), thing


_SIMULATED = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no long ones": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "no middle ones": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "no short ones": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""What dichromats see (Machado, Oliveira and Fernandes 2009, severity 1), in linear light."""


def _cube_root(value: float) -> float:
    return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116


def _seen(colour: str, cones: str) -> tuple[float, float, float]:
    """Return the CIE L*a*b* of a colour as somebody sees it."""
    parts_ = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts_]
    seen = [
        min(max(sum(m * p for m, p in zip(row, linear, strict=True)), 0), 1)
        for row in _SIMULATED[cones]
    ]
    xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1, 1.089)
    sums = [sum(m * p for m, p in zip(row, seen, strict=True)) for row in xyz]
    x, y, z = (_cube_root(value / w) for value, w in zip(sums, white, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("cones", _SIMULATED)
def test_six_colours_are_told_apart_with_any_eyes(cones: str) -> None:
    colours = [shade.rgb for shade in shades(find_template("briefing").theme)]
    assert len(colours) == 6
    for one, other in combinations(colours, 2):
        seen = zip(_seen(one, cones), _seen(other, cones), strict=True)
        assert sum((a - b) ** 2 for a, b in seen) ** 0.5 > 20, (one, other)


_THEMES = {
    "own": lambda colour: colour,
    "light on dark": lambda colour: {"16243A": "FFFFFF", "FFFFFF": "1B1B1B"}.get(colour, "F2A900"),
    "pale": lambda colour: {"2F74C0": "66A36A", "B4540A": "C62828"}.get(colour, colour),
}
"""Themes that a person may choose instead: what becomes of a colour."""


@pytest.mark.parametrize("theme", _THEMES)
@pytest.mark.parametrize("kind", ["bar", "column", "line", "area", "pie", "stacked"])
def test_words_and_shapes_stand_out_whatever_colours_the_theme_gets(kind: str, theme: str) -> None:
    found = find_template("briefing").theme
    style = replace(STYLE, shades=shades(found), label=replace(LABEL, colour="16243A"))
    block = many(kind, 1 if kind == "pie" else 6, 6, "zero")
    made = chart(replace(block, highlight=block.categories[:1]), FRAME, style, SETTER)

    def seen(shade: Shade) -> str:
        return replace(shade, base=_THEMES[theme](shade.base)).rgb

    paper = _THEMES[theme](STYLE.paper)
    for series in made.series:
        for shade in series.shades:
            drawn = [seen(shade), *([seen(shade.edge)] if shade.edge else [])]
            assert max(contrast(colour, paper) for colour in drawn) >= 3, shade
        for label in series.labels:
            inside = label.place == "middle" and len(series.shades) > 1
            ground = seen(series.shades[label.point]) if inside else paper
            assert contrast(seen(label.colour), ground) >= 4.5, label


def test_lines_of_more_than_three_colours_are_broken_too() -> None:
    style = replace(STYLE, shades=shades(find_template("briefing").theme))
    made = draw(many("line", 6, 4, "zero"), style)
    assert [series.dashed for series in made.series] == [False, False, True, False, True, True]
    assert len({(series.shades[0].rgb, series.dashed) for series in made.series}) == 6
    assert all(label.keyed for series in made.series for label in series.labels)


@pytest.mark.parametrize("kind", ["bar", "column"])
def test_the_sum_of_a_stack_stands_at_its_end(kind: Literal["bar", "column"]) -> None:
    series = (d.Series("甲", (10, 30, None)), d.Series("乙", (20, 15, None)))
    made = draw(d.Chart(kind, ("春", "夏", "秋"), series, "説明", "人", stack="sum"))
    assert made.totals is not None
    assert [label.text for label in made.totals.labels] == ["30", "45"]
    assert not [*faults(made)]
    assert {"30", "45"} <= set(said(made))


@pytest.mark.parametrize(
    "series", [(d.Series("甲", (10, 30)),), (d.Series("甲", (10, 30)), d.Series("乙", (-5, 20)))]
)
def test_no_sum_is_said_of_one_series_or_of_what_is_below_nothing(
    series: tuple[d.Series, ...],
) -> None:
    block = d.Chart("column", ("春", "夏"), series, "説明", "人", stack="sum")
    assert draw(block).totals is None


def test_no_name_at_the_end_of_a_line_is_struck_by_the_axis() -> None:
    block = d.Chart(
        "line", ("春", "夏"), (d.Series("貸出", (8, 0)), d.Series("来館", (3, 9))), "説明"
    )
    made = draw(block)
    labels = [label for series in made.series for label in series.labels]
    assert max(label.frame.bottom for label in labels) == pytest.approx(made.plot.bottom)
