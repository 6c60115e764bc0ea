import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any

import pytest
from deck_samples import ALL, BULLETS, TABLE, deck, items, slide, t
from em_fonts import EmFonts
from hypothesis import given, settings
from hypothesis import strategies as st
from rects import contains

from shiryo import document as d
from shiryo import find_template, pages
from shiryo.diagnostics import Diagnostics
from shiryo.inline import Run, parse, plain
from shiryo.layout.deck.deck import lay_out
from shiryo.typeset import fonts
from shiryo.units import Rect

THEME = find_template("briefing").theme
FONTS = fonts.load(THEME.fonts.gothic, THEME.fonts.mincho)
PAGE = Rect(0, 0, *THEME.deck.size)
SENTENCE = "図書館の席は足りず、調べものをする人も待つことが多い。"


def lay(*slides: d.Slide) -> tuple[pages.PageSet, Diagnostics]:
    return lay_out(deck(*slides), THEME, FONTS)


def boxes(things: tuple[pages.Item, ...]) -> Iterator[pages.TextBox]:
    for thing in things:
        match thing:
            case pages.TextBox():
                yield thing
            case pages.Shape(text=pages.TextBox() as box):
                yield box
            case pages.Table(rows=rows):
                yield from (cell.text for row in rows for cell in row)
            case pages.Chart(drawing=drawing):
                yield from boxes(drawing)


def drawn(box: pages.TextBox) -> str:
    return "".join(run.text for line in box.lines for run in line.runs)


def glyphs(box: pages.TextBox) -> list[pages.GlyphRun]:
    return [run for line in box.lines for run in line.runs]


def editable(box: pages.TextBox) -> str:
    return "".join(run.text for para in box.paragraphs for run in para.runs)


def of(page: pages.Page, role: str) -> list[str]:
    return [editable(box).replace("\n", "") for box in boxes(page.items) if box.role == role]


def everything(pageset: pages.PageSet) -> str:
    return "".join(editable(box) for page in pageset.pages for box in boxes(page.items))


def texts(value: Any) -> Iterator[str]:
    """Yield what the blocks of a document say."""
    if isinstance(value, Run):
        yield value.text
        yield value.ruby or ""
        yield from texts(value.note)
    elif isinstance(value, d.Chart):
        yield from (*value.categories, *(s.name for s in value.series), plain(value.caption))
    elif isinstance(value, d.Figure):
        yield from (value.value, value.unit, plain(value.label), plain(value.note))
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value) and not isinstance(value, d.AgendaEntry):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def lost(blocks: tuple[d.Block, ...], pageset: pages.PageSet) -> Counter[str]:
    said = Counter("".join(texts(blocks))) - Counter(everything(pageset))
    return Counter({c: n for c, n in said.items() if not c.isspace()})


@pytest.fixture(scope="module")
def whole() -> tuple[pages.PageSet, Diagnostics]:
    return lay_out(ALL, THEME, FONTS)


def test_nothing_is_wrong_with_the_sample(whole: tuple[pages.PageSet, Diagnostics]) -> None:
    assert whole[1] == ()


def test_no_text_is_lost(whole: tuple[pages.PageSet, Diagnostics]) -> None:
    assert not lost(tuple(b for s in ALL.slides for b in s.blocks), whole[0])


def test_everything_is_on_the_page(whole: tuple[pages.PageSet, Diagnostics]) -> None:
    for page in whole[0].pages:
        assert all(contains(PAGE, thing.frame) for thing in page.items), page.title


def test_no_line_leaves_its_frame(whole: tuple[pages.PageSet, Diagnostics]) -> None:
    for page in whole[0].pages:
        for box in boxes(page.items):
            for run in (run for line in box.lines for run in line.runs):
                assert box.frame.x - 0.5 <= run.x, editable(box)
                assert run.x + run.width <= box.frame.right + 0.5, editable(box)
                if box.role not in ("chart", "artifact"):
                    assert box.frame.y <= run.baseline <= box.frame.bottom + 0.5, editable(box)


def test_boxes_of_content_do_not_overlap(whole: tuple[pages.PageSet, Diagnostics]) -> None:
    for page in whole[0].pages:
        found = [b for b in boxes(page.items) if b.role not in ("chart", "artifact")]
        for n, one in enumerate(found):
            for other in found[n + 1 :]:
                a, b = one.frame, other.frame
                across = min(a.right, b.right) - max(a.x, b.x)
                down = min(a.bottom, b.bottom) - max(a.y, b.y)
                assert across < 0.5 or down < 0.5, (page.title, drawn(one), drawn(other))


def test_no_type_is_too_small(whole: tuple[pages.PageSet, Diagnostics]) -> None:
    small = ("source", "footer", "page-number", "caption", "label", "chart")
    for page in whole[0].pages:
        for box in boxes(page.items):
            least = 12 if box.role in small else 14 if box.name == "用語" else 16
            for run in (run for para in box.paragraphs for run in para.runs):
                assert run.size >= least - 0.001, editable(box)


def test_paragraphs_and_lines_say_the_same(whole: tuple[pages.PageSet, Diagnostics]) -> None:
    for page in whole[0].pages:
        for box in boxes(page.items):
            bullets = "".join(para.bullet for para in box.paragraphs)
            said = Counter(editable(box) + bullets) - Counter(drawn(box))
            assert not "".join(said.elements()).strip()


def test_titles_are_unique(whole: tuple[pages.PageSet, Diagnostics]) -> None:
    titles = [page.title for page in whole[0].pages]
    assert len(set(titles)) == len(titles)


def test_pages_fill_the_placeholders_of_their_layout(
    whole: tuple[pages.PageSet, Diagnostics],
) -> None:
    kinds = {layout.name: {p.kind for p in layout.placeholders} for layout in whole[0].layouts}
    for page in whole[0].pages:
        filled = {box.placeholder for box in boxes(page.items)} - {None}
        assert "title" in filled
        assert filled <= kinds[page.layout]


def test_phrase_broken_text_has_its_breaks_and_flowing_text_none() -> None:
    said = "来館が減るなかで、" * 5 + "借り方と居場所の両方を作り直す"
    page = lay(slide("s", d.Bullets(items(SENTENCE * 3, "短い")), message=t(said)))[0].pages[1]
    found = {box.role: box for box in boxes(page.items)}
    assert editable(found["message"]).count("\n") == len(found["message"].lines) - 1 == 1
    assert len(found["list"].lines) > 1
    assert "\n" not in editable(found["list"])


def test_a_bullet_hangs_before_its_text() -> None:
    page = lay(slide("s", BULLETS))[0].pages[1]
    box = next(box for box in boxes(page.items) if box.role == "list")
    first, second = box.paragraphs[:2]
    assert (first.bullet, second.bullet) == ("▪", "–")
    assert (first.level, second.level) == (0, 1)
    assert first.indent - first.hang == 0
    assert second.indent - second.hang == pytest.approx(first.indent)
    assert box.lines[0].runs[0].x == pytest.approx(box.frame.x)
    assert box.lines[0].runs[1].x == pytest.approx(box.frame.x + first.indent)


def test_a_numbered_list_counts_on_over_its_slides() -> None:
    block = d.Bullets(items(*(f"第{n}の案：{SENTENCE}" for n in range(12))), start=3)
    made, problems = lay(slide("s", block))
    lists = [box for page in made.pages for box in boxes(page.items) if box.role == "list"]
    assert not problems
    assert [p.bullet for box in lists for p in box.paragraphs] == [f"{n}." for n in range(3, 15)]
    for box in lists:
        mark, text = box.lines[0].runs[:2]
        assert text.x - mark.x == pytest.approx(box.paragraphs[0].hang)
        assert mark.x + mark.width < text.x


def test_a_nested_item_that_takes_two_slides_keeps_its_name_its_number_and_the_order() -> None:
    below = tuple(
        d.Item(t(f"第{n}係"), items=items(*(f"{n}の{m}番目の仕事をする" for m in range(6))))
        for n in range(4)
    )
    block = d.Bullets((d.Item(t("総務課"), items=below), d.Item(t("水産課"))), start=1)
    made = lay(slide("s", block))[0].pages[1:]
    lists = [box for page in made for box in boxes(page.items) if box.role == "list"]
    said = [[(para.bullet, para.level) for para in box.paragraphs] for box in lists]
    first = [editable(box).replace("\n", "").split("第")[0] for box in lists]
    assert len(made) > 1
    assert first[0] == "総務課"
    assert set(first[1:-1]) == {"総務課（続き）"}
    assert first[-1] == "水産課"
    tops = [mark for page in said for mark, level in page if level == 0]
    assert tops == ["1."] * len(made) + ["2."]
    sizes = {p.level: p.runs[0].size for box in lists[:1] for p in box.paragraphs}
    assert sizes[0] > sizes[1] > sizes[2]


def test_long_lists_go_on_with_the_same_message_and_a_mark_in_the_title() -> None:
    blocks = d.Bullets(items(*(f"第{n}項：{SENTENCE}" for n in range(12))))
    made, problems = lay(slide("s", blocks))
    shown = made.pages[1:]
    assert not problems
    assert [page.title for page in shown] == [
        f"図書館のこれから（{n}/{len(shown)}）" for n in range(1, len(shown) + 1)
    ]
    assert len({of(page, "message")[0] for page in shown}) == 1
    counts = [len(box.paragraphs) for p in shown for box in boxes(p.items) if box.role == "list"]
    assert sum(counts) == 12
    assert max(counts) - min(counts) <= 1
    lines = [len(box.lines) for p in shown for box in boxes(p.items) if box.role == "list"]
    assert max(lines) <= THEME.deck.limits["lines"]


def test_a_long_table_repeats_its_head_and_keeps_its_columns() -> None:
    rows = tuple((t(f"館{n}"), t("本町"), t(str(n)), t("読み聞かせ")) for n in range(20))
    made, problems = lay(slide("s", replace(TABLE, rows=rows)))
    tables = [i for page in made.pages for i in page.items if isinstance(i, pages.Table)]
    assert not problems
    assert len(tables) > 1
    assert sum(len(table.rows) - 1 for table in tables) == 20
    assert {editable(table.rows[0][0].text) for table in tables} == {"館"}
    assert len({table.widths for table in tables}) == 1


def test_a_table_of_very_many_slides_is_set_in_the_smallest_type() -> None:
    rows = tuple((t(f"館{n}"), t("本町"), t(str(n)), t("読み聞かせ")) for n in range(2000))
    made, problems = lay(slide("s", replace(TABLE, rows=rows)))
    tables = [i for page in made.pages for i in page.items if isinstance(i, pages.Table)]
    assert not problems
    assert sum(len(table.rows) - 1 for table in tables) == 2000
    sizes = {run.size for n in (0, -1) for run in glyphs(tables[n].rows[1][1].text)}
    assert sizes == {THEME.deck.sizes[-1]}


@pytest.mark.parametrize(
    "said",
    [
        ("公開の日は決まっていない",),
        ("本を貸す", "席を貸す"),
        ("報道では、図書館の運営を任せる会社として複数の名が挙がり、日程はまだ固まっていない",),
    ],
)
def test_one_or_two_short_items_fill_a_slide_as_statements(said: tuple[str, ...]) -> None:
    (page,) = lay(slide("s", d.Bullets(items(*said))))[0].pages[1:]
    panels = [i.frame for i in page.ground if "面" in i.name]
    assert len({panel.height for panel in panels}) == 1
    assert len(panels) == len(said)
    assert sum(panel.height for panel in panels) > 180
    found = [box for box in boxes(page.items) if box.role == "list"]
    assert [editable(box).replace("\n", "") for box in found] == list(said)
    assert all(run.size >= 28 for box in found for para in box.paragraphs for run in para.runs)


def test_a_table_that_fits_is_parted_only_for_a_line_that_would_stand_alone() -> None:
    said = "夜間の開館と自動の機械の導入を、地域ごとに順に進めている"
    rows = [(t("中央館"), t("本町の二丁目"), t(said * n)) for n in (1, 2)]
    table = d.Table((t("館"), t("所在"), t("取り組み")), (*rows, *rows, rows[1]))
    for under, rows_ in (((SENTENCE, SENTENCE), [6]), ((SENTENCE * 2,), [5, 2])):
        made = lay(slide("s", table, d.Bullets(items(*under))))[0].pages[1:]
        found = [item for page in made for item in page.items if isinstance(item, pages.Table)]
        assert [len(item.rows) for item in found] == rows_
        assert len(made) == 2


def wide(columns: int, word: str) -> tuple[list[pages.Table], Diagnostics]:
    head = tuple(t(f"{n}{word}") for n in range(columns))
    rows = tuple(tuple(t(f"{row}{word}") for _ in range(columns)) for row in range(3))
    made, diagnostics = lay(slide("s", d.Table(head, rows, t("売上"))))
    found = [item for page in made.pages for item in page.items if isinstance(item, pages.Table)]
    return found, diagnostics


def test_a_table_of_many_columns_goes_on_beside_its_first_column() -> None:
    tables, diagnostics = wide(40, "番目の列")
    heads = [[editable(cell.text).replace("\n", "") for cell in table.rows[0]] for table in tables]
    assert {head[0] for head in heads} == {"0番目の列"}
    shown = [name for head in heads for name in head[1:]]
    assert list(dict.fromkeys(shown)) == [f"{n}番目の列" for n in range(1, 40)]
    assert max(map(len, heads)) - min(map(len, heads)) <= 1
    rows = [row for table in tables for row in table.rows[1:]]
    first = [editable(row[0].text).replace("\n", "") for row in rows]
    parts = len({tuple(head) for head in heads})
    assert Counter(first) == {f"{n}番目の列": parts for n in range(3)}
    size = min(table.rows[0][0].text.lines[0].runs[0].size for table in tables)
    assert all(min(table.widths) >= 3 * size for table in tables)
    assert not diagnostics


def test_a_table_of_narrow_columns_stays_one() -> None:
    tables, _ = wide(13, "")
    assert [len(table.widths) for table in tables] == [13]


@pytest.mark.parametrize("count", [2, 5])
def test_titles_of_items_on_any_level_are_shown(count: int) -> None:
    def item(level: int) -> d.Item:
        below = (item(level + 1),) if level < 4 else ()
        return d.Item(t(f"文{level}"), t(f"札{level}"), items=below)

    shown = everything(lay(slide("s", d.Bullets((item(1),) * count)))[0])
    assert Counter(re.findall(r"札\d", shown)) == {f"札{level}": count for level in range(1, 5)}


def test_an_item_too_long_for_a_slide_is_parted_between_sentences() -> None:
    made, problems = lay(slide("s", d.Bullets(items(SENTENCE * 40))))
    assert not problems
    assert len(made.pages) > 2
    for page in made.pages[1:]:
        assert all(text.endswith("。") for text in of(page, "list"))
    assert not lost((d.Bullets(items(SENTENCE * 40)),), made)


def test_a_word_that_cannot_be_broken_is_reported_with_its_line() -> None:
    table = d.Table(tuple(t(c * 80) for c in "ab"), ((t("c"), t("d")),))
    problems = lay(slide("s", table, line=42))[1]
    assert {p.code for p in problems} <= {"layout.too-wide", "layout.too-tall"}
    assert all(p.span is not None and p.span.line == 42 for p in problems)


def test_a_quotation_without_an_end_goes_on_and_is_not_lost() -> None:
    quote = d.Quote(t("果てしなく続く話" * 120))
    made, problems = lay(slide("s", quote, line=7))
    assert not problems
    assert len(made.pages) > 2
    assert not lost((quote,), made)


def test_columns_that_are_but_strokes_are_reported() -> None:
    names, values = tuple(f"{n}日" for n in range(60)), tuple(float(n) for n in range(60))
    chart = d.Chart("column", names, (d.Series("件数", values),) * 6, alt="件数", unit="件")
    _, problems = lay(slide("s", chart, line=5))
    assert [p.code for p in problems] == ["layout.crowded-chart"]


def test_a_message_of_more_than_two_lines_is_reported() -> None:
    made, problems = lay(slide("s", BULLETS, message=t(SENTENCE * 6), line=3))
    assert [p.code for p in problems] == ["layout.long-message"]
    assert of(made.pages[1], "message") == [SENTENCE * 6]


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_a_chart_of_many_categories_stays_on_its_slides(kind: Any) -> None:
    names, values = tuple(f"第{n}の県" for n in range(30)), tuple(float(n) for n in range(30))
    chart = d.Chart(kind, names, (d.Series("件数", values),) * 2, alt="件数", unit="件")
    made, problems = lay(slide("s", chart, line=5))
    assert not problems
    drawing = [i for page in made.pages for i in page.items if isinstance(i, pages.Chart)]
    x, y, width, height = THEME.deck.frames["content"]
    inside = Rect(x, y, width, height)
    assert [name for drawn in drawing for name in drawn.categories] == list(names)
    assert all(drawn.frame.bottom <= inside.bottom + 0.01 for drawn in drawing)
    assert all(
        run.baseline <= inside.bottom + 0.01
        for box in boxes(tuple(drawing))
        for line in box.lines
        for run in line.runs
    )


def test_a_footer_too_long_for_its_line_is_cut() -> None:
    long = replace(deck(slide("s", BULLETS)), footer=t("とても長い資料の題名" * 20))
    made, problems = lay_out(long, THEME, FONTS)
    assert not problems
    (footer,) = [b for b in boxes(made.pages[1].items) if b.role == "footer"]
    assert len(footer.lines) == 1
    assert drawn(footer).endswith("…")


def test_characters_that_no_font_has_are_reported() -> None:
    problems = lay(slide("s", d.Bullets(items("\ue000を使う"))))[1]
    assert [p.code for p in problems] == ["layout.missing-glyph"]


def test_pages_of_a_slide_without_a_message_have_none_over_their_content() -> None:
    below = items(*(f"{SENTENCE * 3}{n}" for n in range(3)))
    long = d.Bullets(tuple(d.Item(t(f"{SENTENCE}その{n}"), items=below) for n in range(3)))
    made, _ = lay(slide("s", long, message=()))
    assert len(made.pages) > 2
    for page in made.pages[1:]:
        frames = [box.frame for box in boxes(page.items) if box.role in ("message", "list")]
        assert all(a.bottom <= b.y for a, b in pairwise(frames))


def test_footnotes_go_to_the_foot_of_the_page_that_calls_for_them() -> None:
    noted = [f"第{n}項^[注{n}の中身]：{SENTENCE}" for n in range(1, 11)]
    made, _ = lay(slide("s", d.Bullets(items(*noted))))
    for page in made.pages[1:]:
        body, source = "".join(of(page, "list")), "".join(of(page, "source"))
        for n in range(1, 11):
            assert (f"第{n}項※{n}：" in body) == (f"※{n} 注{n}の中身" in source)


def test_a_footnote_called_twice_has_one_mark() -> None:
    noted = items("費用^[税込み。]", "人数^[概数。]", "収入^[税込み。]")
    page = lay(slide("s", d.Bullets(noted)))[0].pages[1]
    assert "".join(of(page, "list")) == "費用※1人数※2収入※1"
    assert "".join(of(page, "source")).count("税込み。") == 1


def test_marks_of_footnotes_are_small_and_raised() -> None:
    page = lay(slide("s", d.Bullets(items("費用^[税込み。]を出す", "人数", "収入"))))[0].pages[1]
    (box,) = [b for b in boxes(page.items) if b.role == "list"]
    before, mark, after = box.lines[0].runs[-3:]
    assert mark.text == "※"
    assert mark.baseline < before.baseline == after.baseline
    assert mark.size < before.size
    assert [(run.text, run.raised) for run in box.paragraphs[0].runs] == [
        ("費用", False),
        ("※", True),
        ("を出す", False),
    ]
    assert len({run.size for run in box.paragraphs[0].runs}) == 1


def test_ruby_follows_its_word_in_brackets() -> None:
    page = lay(slide("s", d.Bullets(items("{源内|げんない}を使う"))))[0].pages[1]
    assert of(page, "list") == ["源内（げんない）を使う"]


def test_the_agenda_shows_and_links_the_first_pages_of_sections() -> None:
    long = d.Bullets(items(*(f"第{n}項：{SENTENCE}" for n in range(12))))
    agenda = d.Agenda(
        (d.AgendaEntry("1", t("一"), t("始め"), "a"), d.AgendaEntry("2", t("二"), t("次"), "b"))
    )
    made, _ = lay(
        slide("agenda", agenda, role="agenda"), slide("a", long), slide("b", BULLETS, title=t("二"))
    )
    at = next(n for n, page in enumerate(made.pages, 1) if page.title == "二")
    assert at > 4
    assert [text for text in of(made.pages[1], "contents") if text.isdigit()] == ["3", str(at)]
    links = {
        run.href
        for box in boxes(made.pages[1].items)
        for line in box.lines
        for run in line.runs
        if run.href
    }
    assert links == {"#a", "#b"}
    assert of(made.pages[-1], "page-number") == [f"{at} / {at}"]


def test_the_page_number_and_the_footer_are_on_every_page_but_the_cover(
    whole: tuple[pages.PageSet, Diagnostics],
) -> None:
    total = len(whole[0].pages)
    assert not of(whole[0].pages[0], "page-number")
    for n, page in enumerate(whole[0].pages[1:], 2):
        assert of(page, "page-number") == [f"{n} / {total}"]
        assert of(page, "footer") == ["図書館のこれから　企画課　2026年4月"]


def test_the_message_gives_way_to_content_where_there_is_none() -> None:
    with_message, without = (
        lay(slide("s", BULLETS, message=message))[0].pages[1] for message in (t("主張"), ())
    )
    tops = [
        next(box.frame.y for box in boxes(page.items) if box.role == "list")
        for page in (with_message, without)
    ]
    assert tops[1] < tops[0]


def test_positions_are_arithmetic() -> None:
    """Five short items in type of one em: the largest size, gaps grown, hung from the frame."""
    made, _ = lay_out(
        deck(slide("s", d.Bullets(items(*"一二三四五")), source=())),
        THEME,
        EmFonts(),
    )
    box = next(box for box in boxes(made.pages[1].items) if box.role == "list")
    size, deck_ = THEME.deck.sizes[0], THEME.deck
    leading = deck_.type["body"].leading * size
    baselines = [line.runs[-1].baseline for line in box.lines]
    steps = {round(b - a, 6) for a, b in pairwise(baselines)}
    assert box.paragraphs[0].runs[0].size == size
    assert len(steps) == 1
    gap = steps.pop() - leading
    assert deck_.em["item"] * size <= gap <= deck_.em["item-most"] * size
    assert baselines[0] == pytest.approx(box.frame.y + (leading - size) / 2 + 0.8 * size)
    frame = Rect(*deck_.frames["content"])
    assert box.frame == Rect(frame.x, box.frame.y, frame.width, frame.bottom - box.frame.y)


TEXT = st.text("図書館の席は足りない、。Aa1「」ー", min_size=1, max_size=120).filter(str.strip)
ITEM = st.builds(
    lambda text, title, below: d.Item((Run(text),), (Run(title),) if title else (), (), below),
    TEXT,
    st.one_of(st.just(""), st.text("背景現状今後", min_size=1, max_size=8)),
    st.lists(st.builds(lambda x: d.Item((Run(x),)), TEXT), max_size=2).map(tuple),
)
BLOCK = st.one_of(
    st.lists(ITEM, min_size=1, max_size=9).map(lambda i: d.Bullets(tuple(i))),
    st.lists(st.builds(lambda a, b: d.Step((Run(a[:12]),), (Run(b),)), TEXT, TEXT), min_size=1).map(
        lambda i: d.Steps(tuple(i[:8]))
    ),
    st.lists(
        st.builds(lambda a, b: (((Run(a),), (Run(b),))), TEXT, TEXT), min_size=1, max_size=9
    ).map(lambda rows: d.Table(((Run("甲"),), (Run("乙"),)), tuple(rows))),
    st.builds(
        lambda term, text, below: d.Definition((Run(term[:9]),), (Run(text),), tuple(below)),
        TEXT,
        TEXT,
        st.lists(ITEM, max_size=4),
    ),
    st.lists(ITEM, min_size=1, max_size=5).map(
        lambda i: d.Compare((d.Side(t("是"), tuple(i)), d.Side(t("非"), tuple(i[:2]), True)))
    ),
    TEXT.map(lambda text: d.Quote((Run(text),), t("出典"))),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCK, min_size=1, max_size=3))
def test_whatever_is_said_is_shown_inside_its_frame(blocks: list[d.Block]) -> None:
    made, problems = lay_out(deck(slide("s", *blocks)), THEME, EmFonts())
    assert not lost(tuple(blocks), made)
    assert "layout.too-tall" not in {p.code for p in problems}
    for page in made.pages:
        assert all(contains(PAGE, thing.frame, 0.5) for thing in page.items)
        for box in boxes(page.items):
            assert all(run.size >= 12 for line in box.lines for run in line.runs)


def below_the_top(made: pages.PageSet) -> bool:
    """Tell whether every line of every page stands on it."""
    runs = [
        run
        for page in made.pages
        for box in boxes(page.items)
        for line in box.lines
        for run in line.runs
    ]
    return all(0 < run.baseline < PAGE.height and run.x > 0 for run in runs)


@pytest.mark.parametrize("length", [100, 300, 1000, 20_000])
@pytest.mark.parametrize("letter", ["節", "a", SENTENCE])
def test_a_title_of_any_length_is_on_the_slide_and_said_in_full(letter: str, length: int) -> None:
    title = (letter * length)[:length]
    made, _ = lay(replace(slide("s", BULLETS), title=t(title)))
    assert below_the_top(made)
    said = everything(made)
    assert said.count(letter[0]) >= title.count(letter[0])


@pytest.mark.parametrize("role", ["cover", "section"])
def test_a_long_title_of_a_cover_and_a_divider_stays_on_it(role: str) -> None:
    made, _ = lay(replace(slide("s"), role=role, title=t("節" * 3000), message=t("言" * 3000)))
    assert below_the_top(made)


@pytest.mark.parametrize(
    "block",
    [
        d.Bullets((d.Item(t("話" * 3000)),)),
        d.Bullets((d.Item(t("文"), t("題" * 3000)), d.Item(t("文"), t("題")))),
        d.Bullets((d.Item(t("文"), note=t("注" * 3000)),)),
        d.Steps((d.Step(t("a" * 9000)), d.Step(t("次")))),
        d.Timeline((d.Event(t("年" * 3000), t("文")),)),
        d.Dialogue((d.Utterance(t("人" * 3000), t("言" * 3000)),)),
        d.Table((t("甲"), t("乙")), ((t("行" * 3000), t("値" * 3000)),)),
        d.Quote(t("言" * 3000)),
        d.Prose((t("文" * 3000),)),
        d.Figures((d.Figure("9" * 3000, "円", t("説明")),)),
    ],
)
def test_a_text_without_an_end_goes_on_over_slides(block: d.Block) -> None:
    made, problems = lay(slide("s", block))
    assert not problems
    assert below_the_top(made)
    assert not lost((block,), made)


def test_a_table_of_two_long_cells_does_not_repeat_them() -> None:
    made, _ = lay(slide("s", d.Table((t("甲"), t("乙")), ((t("行" * 2000), t("値" * 2000)),))))
    said = Counter(everything(made))
    assert said["行"] < 2100
    assert said["値"] == 2000


def test_many_short_blocks_fill_slides_one_after_the_other() -> None:
    made, problems = lay(slide("s", *[d.Bullets(items("一つ", "二つ"))] * 60))
    assert not problems
    assert everything(made).count("二つ") == 60


def test_many_footnotes_of_a_slide_share_its_pages() -> None:
    noted = tuple(d.Item(parse(f"項目{n}^[注{n}。]")) for n in range(60))
    made, problems = lay(slide("s", d.Bullets(noted)))
    assert not problems
    assert below_the_top(made)
    assert len(made.pages) < 20


def test_a_sign_of_the_author_calls_no_footnote() -> None:
    items = tuple(d.Item(t(f"※印の項目{n}" * 12)) for n in range(14))
    noted = d.Item((*t("調べた項目"), Run("", note=t("出所は調査。"))))
    made, _ = lay(slide("a", d.Bullets((noted, *items))))
    shown = ["出所は調査。" in "".join(of(page, "source")) for page in made.pages]
    assert len(shown) > 1
    assert sum(shown) == 1


def test_numbers_with_units_stand_at_the_right_as_in_a_handout() -> None:
    rows = (t("甲"), t("12人"), t("毎年")), (t("乙"), t("300人"), t("隔年"))
    made, _ = lay(slide("a", d.Table((t("名"), t("人数"), t("時期")), rows)))
    [table] = [item for item in made.pages[-1].items if isinstance(item, pages.Table)]
    aligns = [[cell.text.paragraphs[0].align for cell in row] for row in table.rows]
    assert aligns == [["left", "right", "left"]] * 3


def test_what_slides_cut_is_said_with_its_line() -> None:
    long, name = "とても長い名前" * 40, "長い名" * 40
    table = d.Table((t(long), t("値")), ((t("あ"), t("い")),), t(long))
    chart = d.Chart("bar", (name,), (d.Series("数", (1.0,)),), "図", highlight=(name,))
    quote = d.Quote(t("引用"), t(name * 3))
    made = replace(slide("s", table, chart, quote), line=7)
    said = [found for found in lay(made)[1] if found.code == "layout.cut"]
    assert [(found.span and found.span.line) for found in said] == [7] * 4
    assert [re.findall(r"の (\d+) 字", found.message) for found in said] == [
        ["100"],
        ["200"],
        ["60"],
        ["200"],
    ]


def test_what_a_cover_cuts_is_said() -> None:
    whole = replace(deck(), subtitle=t("副題" * 100), byline=(t("部署" * 100),))
    said = [found for found in lay_out(whole, THEME, FONTS)[1] if found.code == "layout.cut"]
    assert [re.findall(r"の (\d+) 字", found.message) for found in said] == [["120"], ["120"]]


def test_pages_stay_right_where_the_agenda_itself_goes_on_over_pages() -> None:
    entries = tuple(d.AgendaEntry(str(n), t(f"第{n}の節"), (), f"s{n}") for n in range(40))
    said = (slide(f"s{n}", BULLETS, title=t(f"第{n}の節")) for n in range(40))
    made = lay(slide("agenda", d.Agenda(entries), role="agenda"), *said)[0].pages
    first = 1 + next(n for n, page in enumerate(made) if page.title == "第0の節")
    assert first > 3
    agenda = [editable(box) for box in boxes(made[1].items)]
    assert str(first) in agenda
    assert str(first + 1) in agenda


def test_cards_have_numbers_where_their_list_has() -> None:
    cards = [d.Item(t("相談"), title=t("一階")), d.Item(t("読書"), title=t("二階"))]
    for start, numbers in ((0, []), (3, ["3", "4"])):
        laid, _ = lay(slide("cards", d.Bullets(tuple(cards), start)))
        said = [drawn(box) for page in laid.pages for box in boxes(page.items)]
        heads = [text for text in said if text.endswith(("一階", "二階"))]
        assert [text[0] for text in heads if text[0].isdigit()] == numbers


def test_what_leads_to_all_on_a_further_slide_is_its_message() -> None:
    first = d.Bullets(tuple(d.Item(t(f"{n}階の席は足りない。{SENTENCE * 2}")) for n in range(5)))
    kinds = ("暴力", "賭け事", "飲酒", "喫煙", "悪口", "誘い", "嘘")
    below = items(*(f"{kind}を勧めると受け取られる文章や絵や写真" for kind in kinds))
    led = d.Bullets((d.Item(t("次の要素を除く必要がある"), items=below),))
    made, _ = lay(slide("a", first, led, message=t("席は足りない")))
    opening, last = made.pages[1], made.pages[-1]
    assert of(opening, "message") == ["席は足りない"]
    assert of(last, "message") == ["次の要素を除く必要がある"]
    assert "message" not in last.again
    assert of(last, "list")[0].startswith("暴力を勧める")


def test_a_link_on_a_dark_ground_has_the_colour_of_its_text() -> None:
    said = d.Utterance((Run("東館", href="https://example.org/"),), t("人が多い"))
    titled = tuple(
        d.Item(t("人が多い"), title=(Run(name, href="https://example.org/"),), items=items("狭い"))
        for name in ("東の館", "西の館")
    )
    made, _ = lay(slide("a", d.Dialogue((said,))), slide("b", d.Bullets(titled), BULLETS))
    dark = [
        item.text
        for page in made.pages
        for item in page.items
        if isinstance(item, pages.Shape) and item.text and item.fill == THEME.colours["accent"]
    ]
    assert {run.colour for box in dark for run in glyphs(box)} == {THEME.colours["paper"]}
    assert any(run.href for box in dark for run in glyphs(box))
