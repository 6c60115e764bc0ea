"""A handout of one page: what it leaves out, and that the rest is on it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from em_fonts import EmFonts
from handout_sample import HANDOUT, item, prose
from hypothesis import given, settings
from hypothesis import strategies as st
from marks import marks, runs, words
from rects import contains

from shiryo import document as d
from shiryo import find_template, pages
from shiryo.diagnostics import Diagnostics, Failed
from shiryo.inline import Run, parse
from shiryo.layout.handout.onepage import lay_out
from shiryo.layout.handout.onepage.omit import KINDS, Cut, counted, cuts, without
from shiryo.template.model import Theme
from shiryo.units import Rect

THEME = find_template("briefing").theme
OWN = THEME.handout.onepage
SENTENCE = "計画は三年で見直し、費用と効果を毎年公表する。"
EMPTY = replace(HANDOUT, subtitle=(), summary=(), sections=())


def lay(handout: d.Handout, theme: Theme = THEME) -> tuple[pages.PageSet, Diagnostics]:
    return lay_out(handout, theme, EmFonts())


def section(n: int, *blocks: d.Block, message: str = "", below: tuple = ()) -> d.Section:
    return d.Section(f"s{n}", str(n), parse(f"第{n}の話題"), parse(message), blocks, below)


def bullets(count: int, length: int = 20) -> d.Bullets:
    return d.Bullets(tuple(item(f"項目{n}" + "あ" * length) for n in range(count)))


def area(made: pages.PageSet) -> Rect:
    top, right, bottom, left = OWN.margins
    return Rect(left, top, made.width - left - right, made.height - top - bottom)


def bottoms(made: pages.PageSet) -> list[float]:
    """Return where each column ends: the lowest of the frames that start at its left."""
    columns: dict[int, float] = {}
    frames = [i.frame for i in made.pages[0].items if isinstance(i, pages.Shape) and i.stroke]
    widest = max(frame.width for frame in frames)
    for frame in (f for f in frames if f.width == pytest.approx(widest)):
        columns[round(frame.x)] = max(columns.get(round(frame.x), 0), frame.bottom)
    return list(columns.values())


@pytest.mark.parametrize("paper", ["A4", "B5", "Letter"])
def test_every_kind_of_block_is_on_one_page_and_nothing_leaves_the_paper(paper: str) -> None:
    made, _ = lay(replace(HANDOUT, paper=paper, message=parse("明かりを替える")))
    assert len(made.pages) == 1
    for text, rect in marks(made.pages[0].items):
        assert contains(area(made), rect, 1.5), text


def test_no_text_is_smaller_than_the_least() -> None:
    long = replace(EMPTY, sections=tuple(section(n, bullets(9)) for n in range(30)))
    made, _ = lay(long)
    raised = {"1"}
    sizes = {run.size for run in runs(made.pages[0].items) if run.text not in raised}
    assert min(sizes) >= OWN.least - 0.001


def test_what_is_short_stays_whole_in_the_largest_type_and_one_column() -> None:
    short = replace(EMPTY, summary=(item("要る"),), sections=(section(1, prose(SENTENCE)),))
    made, found = lay(short)
    assert not found
    assert "要る" in words(made.pages[0].items)
    body = next(run for run in runs(made.pages[0].items) if "計画" in run.text)
    assert body.size == OWN.sizes[0]
    [frame] = [i.frame for i in made.pages[0].items if isinstance(i, pages.Shape) and i.stroke]
    assert frame.width == pytest.approx(area(made).width)


def test_type_gets_smaller_before_anything_goes() -> None:
    def size(count: int) -> tuple[float, bool]:
        body = replace(EMPTY, sections=tuple(section(n, bullets(6)) for n in range(count)))
        made, found = lay(body)
        return max(r.size for r in runs(made.pages[0].items) if "項目" in r.text), bool(found)

    sizes = [size(n) for n in range(6, 18, 2)]
    assert [s for s, _ in sizes] == sorted((s for s, _ in sizes), reverse=True)
    assert len({s for s, _ in sizes}) > 2
    assert all(s <= OWN.sizes[1] + 0.35 for s, left_out in sizes if left_out)


def test_what_is_left_out_is_said() -> None:
    long = replace(
        EMPTY,
        sections=(
            *(section(n, prose(*[SENTENCE] * 6), bullets(4)) for n in range(14)),
            d.Section("glossary", "", parse("用語"), (), (d.Glossary((d.Term(parse("語"), ()),)),)),
        ),
    )
    made, [note] = lay(long)
    assert note.code == "handout.left-out"
    assert note.severity == "note"
    assert "用語集、段落" in note.message
    assert words(made.pages[0].items).count("項目3") == 14


def test_numbers_of_sections_skip_none_that_is_left_out() -> None:
    below = (
        replace(section(1, prose(SENTENCE * 300)), number="1.1", title=parse("消える")),
        replace(section(2, bullets(2), message="残る"), number="1.2", title=parse("残る")),
    )
    made, _ = lay(replace(EMPTY, sections=(section(1, bullets(2), below=below),)))
    said = words(made.pages[0].items)
    assert "消える" not in said
    assert "1.1" in said
    assert "1.2" not in said


@pytest.mark.parametrize(("count", "length", "columns"), [(5, 10, 2), (3, 10, 1), (5, 40, 1)])
def test_short_main_points_stand_in_two_columns(count: int, length: int, columns: int) -> None:
    points = tuple(item(f"案{n}" + "あ" * length) for n in range(count))
    long = section(1, prose(SENTENCE * 300))
    made, _ = lay(replace(EMPTY, summary=points, sections=(long,)))
    first = [run for run in runs(made.pages[0].items) if run.text.startswith("案")][:count]
    assert [run.text[1] for run in first] == [str(n) for n in range(count)]
    assert len({round(run.x) for run in first}) == columns


def test_columns_end_at_one_height_near_the_foot_of_the_page() -> None:
    long = replace(EMPTY, sections=tuple(section(n, bullets(7)) for n in range(40)))
    made, _ = lay(long)
    ends = bottoms(made)
    assert len(ends) > 1
    assert ends == pytest.approx([ends[0]] * len(ends), abs=6)
    assert min(ends) > area(made).y + 0.85 * area(made).height


def test_a_title_that_has_no_room_is_refused() -> None:
    with pytest.raises(Failed) as refused:
        lay(replace(HANDOUT, title=parse("長い題" * 2000)))
    assert [d.code for d in refused.value.diagnostics] == ["handout.no-room"]


@st.composite
def handouts(draw: st.DrawFn) -> d.Handout:
    def block(n: int) -> d.Block:
        kind = draw(st.integers(0, 5))
        length = draw(st.integers(1, 120))
        table = d.Table((parse("名"), parse("値")), ((parse("甲"), parse("あ" * length)),) * 3)
        made: list[d.Block] = [
            bullets(draw(st.integers(1, 9)), length),
            prose("い" * length + "。"),
            table,
            d.Definition(parse("語"), parse("う" * length)),
            d.Quote(parse("え" * length), parse("人")),
            d.Figures((d.Figure(str(n), "件", parse("数")),)),
        ]
        return made[kind]

    def made(n: int, depth: int) -> d.Section:
        blocks = tuple(block(n) for _ in range(draw(st.integers(0, 3))))
        below = tuple(made(m, 2) for m in range(draw(st.integers(0, 2)))) if depth == 1 else ()
        return section(n, *blocks, message="主張" * draw(st.integers(0, 20)), below=below)

    count = draw(st.integers(1, 24))
    summary = tuple(item("要" * draw(st.integers(1, 60))) for _ in range(draw(st.integers(0, 5))))
    return replace(EMPTY, summary=summary, sections=tuple(made(n, 1) for n in range(count)))


@settings(max_examples=15, deadline=None)
@given(handouts())
def test_any_handout_is_on_one_page_and_fills_it_where_something_is_left_out(
    handout: d.Handout,
) -> None:
    made, found = lay(handout)
    [page] = made.pages
    for text, rect in marks(page.items):
        assert contains(area(made), rect, 1.5), text
    if found:
        lowest = max(rect.bottom for _, rect in marks(page.items))
        assert lowest > area(made).y + 0.8 * area(made).height


def everything(node: object) -> Iterator[str]:
    if isinstance(node, Run):
        yield node.text
    elif isinstance(node, tuple):
        for part in node:
            yield from everything(part)
    elif hasattr(node, "__dataclass_fields__") and not isinstance(node, d.Labels | d.Info):
        for name in node.__dataclass_fields__:
            yield from everything(getattr(node, name))


def test_every_kind_that_a_theme_names_is_known_and_said() -> None:
    assert set(OWN.omit) == set(KINDS)
    for kind in KINDS:
        assert counted([Cut(kind, ("x",))]) == {kind: 1}


def test_cuts_go_by_kind_and_from_the_end() -> None:
    handout = replace(
        EMPTY,
        sections=(section(1, bullets(5), prose("甲", "乙")), section(2, bullets(4), prose("丙"))),
    )
    found = cuts(handout, ("text", "items"))
    assert [(c.kind, *c.path[1::2]) for c in found] == [
        ("text", 1, 1, 0),
        ("text", 0, 1, 1),
        ("text", 0, 1, 0),
        ("items", 0, 0, 4),
        ("items", 1, 0, 3),
        ("items", 0, 0, 3),
    ]
    left = without(handout, found[:4])
    assert "".join(everything(left.sections[1])).count("丙") == 0
    assert [type(block) for block in left.sections[0].blocks] == [d.Bullets]
    assert len(left.sections[0].blocks[0].items) == 4
    assert without(handout, []) == handout


def test_names_of_blocks_stay_with_them() -> None:
    one = replace(section(1, prose("甲"), bullets(2), prose("乙")), names=("a", "b", "c"))
    handout = replace(EMPTY, sections=(one,))
    found = cuts(handout, ("text",))
    [left] = without(handout, found[:1]).sections
    assert left.names == ("a", "b")
    [left] = without(handout, found).sections
    assert left.names == ("b",)


def test_a_part_inside_another_that_is_left_out_is_not_counted() -> None:
    handout = replace(EMPTY, sections=(section(1, bullets(5)),))
    found = cuts(handout, ("items", "sections"))
    assert counted(found) == {"sections": 1}


def test_a_footnote_of_the_title_stands_at_the_foot_of_the_page() -> None:
    noted = replace(EMPTY, title=parse("題^[題の注]"), sections=(section(1, bullets(2)),))
    bare = replace(noted, sections=(section(1),))
    for handout in (noted, bare):
        said = "".join(run.text for run in runs(lay(handout)[0].pages[0].items))
        assert "題の注" in said
