"""Charts: what no chart can be drawn of is said, and what is said nothing of can be drawn."""

import pytest
from briefing import HEAD, TEMPLATE, material

from shiryo import document, limits
from shiryo.compose.deck import compose
from shiryo.diagnostics import Diagnostics

BODY = "sections:\n  - id: a\n    title: 節\n    blocks:\n      - chart:\n"

LINE = HEAD.count("\n") + BODY.count("\n") + 4
"""Where the values of `written` stand."""


def chart(body: str, csv: bytes | None = None) -> tuple[document.Chart | None, Diagnostics]:
    source = BODY + "".join(f"          {line}\n" for line in body.splitlines())
    deck, problems = compose(
        material(source, **({"n_csv": csv} if csv is not None else {})), TEMPLATE
    )
    blocks = [b for s in deck.slides for b in s.blocks if isinstance(b, document.Chart)]
    return (blocks[0] if blocks else None), problems


def written(values: str, kind: str = "bar") -> tuple[document.Chart | None, Diagnostics]:
    count = values.count(",") + 1
    names = ", ".join(f"c{n}" for n in range(count))
    return chart(f"kind: {kind}\ncategories: [{names}]\nseries:\n  - values: [{values}]")


def data(csv: bytes) -> tuple[document.Chart | None, Diagnostics]:
    return chart("kind: column\ndata: n.csv", csv)


def test_numbers_that_no_chart_holds_are_named_with_their_line() -> None:
    for value in ("1e308", "-1e308", "5e-324", "9" * 400, "1e16"):
        made, problems = written(f"1, {value}")
        assert made is None
        (found,) = problems
        assert found.code == "compose.no-chart"
        assert found.span is not None
        assert found.span.line == LINE


def test_nothing_less_than_nothing_is_nothing() -> None:
    made, problems = written("-0.0, 0, 1")
    assert not problems
    assert made is not None
    assert "-0" not in made.alt


def test_a_pie_of_several_series_or_of_numbers_below_zero_becomes_bars_and_that_is_said() -> None:
    two = "kind: pie\ncategories: [x]\nseries:\n  - values: [1]\n  - values: [2]"
    for made, problems in (chart(two), written("1, -1", "pie"), written("0, 0", "pie")):
        assert [d.code for d in problems] == ["compose.chart-changed"]
        assert made is not None
        assert made.kind == "bar"
    assert not written("1, 2", "pie")[1]


def test_what_the_outline_wants_of_a_chart_reaches_it() -> None:
    source = """kind: area
categories: [春, 夏]
series: [{name: 甲, values: [1, 2]}, {name: 乙, values: [3, 4]}]
stack: 100%
unit: 円
axis: 売上
scale: 千
format: "0.0"
target: {value: 30, label: 目標}"""
    made, problems = chart(source)
    assert not problems
    assert made is not None
    assert (made.kind, made.stack, made.axis, made.scale) == ("area", "100%", "売上", "千")
    assert (made.target, made.format) == ((30.0, "目標"), "0.0")
    far = "kind: bar\ncategories: [x]\nseries:\n  - values: [1]\ntarget: {value: 1e99}"
    assert [d.code for d in chart(far)[1]] == ["compose.no-chart"]


def test_names_and_numbers_without_end_are_refused() -> None:
    long = f"kind: bar\ncategories: [{'名' * 2000}]\nseries:\n  - values: [1]"
    assert [d.code for d in chart(long)[1]] == ["compose.no-chart"]
    row = f"  - values: [{', '.join('1' * 900)}]\n"
    names = ", ".join(f"c{n}" for n in range(900))
    many = f"kind: bar\ncategories: [{names}]\nseries:\n{row * 2}"
    assert [d.code for d in chart(many)[1]] == ["compose.no-chart"]


def test_csv_that_is_none_is_named_with_its_line() -> None:
    cases = {
        "年,席\n2025,nan\n": 2,
        "年,席\n2025,1\n2026,-inf\n": 3,
        "年,席\n2025," + "9" * 5000 + "\n": 2,
        "年,席\n2025,1\n\n\n2026,1e-320\n": 5,
        '年,席\n2025,1\n"2026,2\n2027,3\n': 3,
        "年,席\n" + "あ" * 200_000 + ",1\n": 2,
        "年\0,席\n2025,1\n": 1,
    }
    for csv, line in cases.items():
        made, problems = data(csv.encode())
        assert made is None
        (found,) = problems
        assert found.code == "compose.bad-chart-data"
        assert f"「n.csv」の {line} 行目" in found.message
        assert len(found.message) < 200


def test_csv_may_end_its_lines_as_it_likes() -> None:
    for end in ("\r", "\n", "\r\n"):
        made, problems = data(end.join(("\ufeff年,席", "2025,120", '2026,"1,200"')).encode())
        assert not problems
        assert made is not None
        assert made.series[0].values == (120, 1200)


def test_a_chart_is_drawn_of_csv_in_the_outline_with_variables_in_its_cells() -> None:
    rows = "  年,{{ name }}\n  2020年,{{ first }}\n  2025年,250"
    body = f"kind: column\nunit: '{{{{ u }}}}'\ndata: |\n{rows}"
    source = "variables: {u: 人, name: 人口, first: '1,200'}\n" + BODY
    source += "".join(f"          {line}\n" for line in body.splitlines())
    deck, problems = compose(material(source), TEMPLATE)
    (made,) = (b for s in deck.slides for b in s.blocks if isinstance(b, document.Chart))
    assert (made.categories, made.unit, problems) == (("2020年", "2025年"), "人", ())
    assert [(s.name, s.values) for s in made.series] == [("人口", (1200, 250))]


def test_what_is_wrong_with_csv_in_the_outline_is_said_with_its_row() -> None:
    made, (problem,) = chart("kind: column\ndata: |\n  年,席\n  2025,百")
    assert made is None
    assert (problem.code, "2 行目" in problem.message) == ("compose.bad-chart-data", True)


def test_names_in_a_chart_have_variables() -> None:
    body = (
        "kind: bar\ncategories: ['{{ title }}前', 後]\nhighlight: ['{{ title }}前']\n"
        "series:\n  - {name: '{{ title }}', values: [1, 2]}"
    )
    made, _ = chart(body)
    assert made.series[0].name
    assert made.categories == (f"{made.series[0].name}前", "後")
    assert made.highlight == made.categories[:1]


def test_numbers_of_all_charts_are_counted_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    one = "          {kind: bar, categories: [a, b, c], series: [{values: [1, 2, 3]}]}\n"
    source = BODY + one + "      - chart:\n" + one
    monkeypatch.setattr(limits, "CHARTS_NUMBERS", 6)
    assert not compose(material(source), TEMPLATE)[1]
    monkeypatch.setattr(limits, "CHARTS_NUMBERS", 5)
    (found,) = compose(material(source), TEMPLATE)[1]
    assert found.code == "compose.no-chart"
    assert found.span.line == HEAD.count("\n") + source.count("\n") - 1
