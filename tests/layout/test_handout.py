from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import accumulate

import handout_sample
import pytest
from handout_sample import HANDOUT, item, prose
from rects import contains
from work import work

from shiryo import document as d
from shiryo import find_template, pages
from shiryo.inline import Run, parse, plain, written
from shiryo.layout.handout.breaking.breaker import Breaker
from shiryo.layout.handout.handout import lay_out
from shiryo.pages.walk import runs_of
from shiryo.targets import Index, Note, to
from shiryo.typeset import fonts
from shiryo.units import Rect

THEME = find_template("briefing").theme
FONTS = fonts.load(THEME.fonts.gothic, THEME.fonts.mincho)
SENTENCE = "計画は三年で見直し、費用と効果を毎年公表する。"


def lay(handout: d.Handout) -> pages.PageSet:
    return lay_out(handout, THEME, FONTS)[0]


def section(n: int, *blocks: d.Block) -> d.Section:
    return d.Section(f"s{n}", str(n), parse(f"第{n}の話題"), (), blocks)


def handout(*sections: d.Section, **how) -> d.Handout:
    return replace(HANDOUT, summary=(), subtitle=(), sections=sections, **how)


def boxes(items: tuple[pages.Item, ...]) -> Iterator[pages.TextBox]:
    """Yield all boxes of text in reading order, those inside tables and charts too."""
    for thing in items:
        match thing:
            case pages.TextBox():
                yield thing
            case pages.Table(rows=rows):
                yield from (cell.text for row in rows for cell in row)
            case pages.Chart(drawing=drawing):
                yield from boxes(drawing)


def said(box: pages.TextBox) -> str:
    return "".join(run.text for line in box.lines for run in line.runs)


def of(page: pages.Page, *roles: str) -> list[str]:
    return [said(box) for box in boxes(page.items) if box.role in roles]


def texts(value: object) -> Iterator[str]:
    """Yield all inline text that a document holds."""
    if isinstance(value, Run):
        yield value.text + (value.ruby or "")
        yield from texts(value.note)
    elif isinstance(value, d.Figure):
        yield value.value + value.unit
        yield from texts((value.label, value.note))
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value) and not isinstance(value, d.Labels | d.Info):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


VARIANTS = [
    HANDOUT,
    replace(HANDOUT, columns=2),
    replace(HANDOUT, contents="always", paper="B5"),
    replace(HANDOUT, contents="always", columns=2, paper="Letter"),
]


@pytest.mark.parametrize("made", VARIANTS)
def test_no_text_is_lost(made):
    shown = Counter("".join(said(box) for page in lay(made).pages for box in boxes(page.items)))
    written = Counter("".join("".join(texts(made)).split()))
    assert written - shown == Counter()


@pytest.mark.parametrize("made", VARIANTS)
def test_everything_stands_inside_the_text_area(made):
    paper = THEME.handout.papers[made.paper]
    top, right, bottom, left = paper.margins
    area = Rect(left, top, paper.size[0] - left - right, paper.size[1] - top - bottom)
    for page in lay(made).pages:
        for thing in page.items:
            if isinstance(thing, pages.TextBox) and thing.role in ("artifact", "page-number"):
                continue
            frame = area if isinstance(thing, pages.Polygon | pages.Spot) else thing.frame
            assert contains(area, frame, 1), thing
        for box in boxes(page.items):
            for line in box.lines:
                end = line.runs[-1].x + line.runs[-1].width if line.runs else 0
                assert end <= area.right + 6, said(box)


def test_pages_are_numbered_and_headed():
    first, *_, last = lay(HANDOUT).pages
    total = len(lay(HANDOUT).pages)
    assert of(first, "page-number") == [f"1 / {total}"]
    assert of(last, "page-number") == [f"{total} / {total}"]
    assert of(first, "artifact") == ["庁舎の照明をLEDに替える", "1　なぜ庁舎の照明を替えるのか"]


def test_the_running_head_names_the_section_that_goes_on():
    second = lay(handout(section(1, prose(SENTENCE * 100)), section(2))).pages[1]
    assert of(second, "artifact")[1] == "1　第1の話題"


def test_running_heads_too_long_for_their_line_are_cut_and_do_not_meet():
    long = replace(
        handout(replace(section(1), title=parse("長い節の題名" * 20))),
        running=parse("とても長い資料の題名" * 20),
    )
    page = lay(long).pages[0]
    title, named = [box for box in page.items if getattr(box, "role", "") == "artifact"]
    assert len(title.lines) == len(named.lines) == 1
    last = title.lines[0].runs[-1]
    assert last.x + last.width < named.lines[0].runs[0].x


def test_a_handout_of_four_pages_has_no_contents():
    assert not any(of(page, "contents") for page in lay(HANDOUT).pages)


def test_contents_name_the_pages_on_which_sections_start():
    made = lay(handout(*(section(n, prose(*[SENTENCE * 12] * 5)) for n in range(1, 15))))
    assert len(made.pages) > 4
    listed = [text for page in made.pages for text in of(page, "contents")]
    starts = {
        anchor.name: number
        for number, page in enumerate(made.pages, 1)
        for anchor in page.anchors
        if anchor.title
    }
    assert listed == [f"{n}第{n}の話題{starts[f's{n}']}" for n in range(1, 15)]


def test_contents_link_to_sections_that_are_bookmarked():
    made = lay(replace(HANDOUT, contents="always"))
    links = {
        run.href
        for box in boxes(made.pages[0].items)
        if box.role == "contents"
        for line in box.lines
        for run in line.runs
        if run.href
    }
    marks = {to(a.name): a.level for page in made.pages for a in page.anchors if a.title}
    assert links == {link for link, level in marks.items() if level < 3}
    assert marks["#detail"] == 3


def test_footnotes_stand_on_the_page_of_their_marks():
    made = lay(HANDOUT)
    for page in made.pages:
        called = [
            run.href
            for box in boxes(page.items)
            for line in box.lines
            for run in line.runs
            if isinstance(run.href, Note)
        ]
        assert called == [a.name for a in page.anchors if isinstance(a.name, Note)]
    notes = [note for page in made.pages for note in of(page, "note")]
    assert [note[0] for note in notes] == ["1", "2", "3", "4"]


def test_a_long_table_repeats_its_head_and_says_that_it_goes_on():
    rows = tuple((parse(f"項目{n}"), parse(str(n))) for n in range(90))
    block = d.Table((parse("名前"), parse("数")), rows, parse("長い表"))
    made = lay(handout(section(1, block)))
    captions = [text for page in made.pages for text in of(page, "caption")]
    assert captions == ["表1　長い表", *["表1　長い表（続き）"] * (len(made.pages) - 1)]
    for page in made.pages:
        assert of(page, "table")[:2] == ["名前", "数"]
    cells = [text for page in made.pages for text in of(page, "table")[2:]]
    assert cells == [text for row in rows for text in (plain(row[0]), plain(row[1]))]


def test_a_row_higher_than_a_page_is_divided():
    block = d.Table((parse("説明"),), ((parse(SENTENCE * 200),),))
    made = lay(handout(section(1, block)))
    cells = [text for page in made.pages for text in of(page, "table") if text != "説明"]
    assert "".join(cells) == SENTENCE * 200


def test_numbers_stand_at_the_right_of_their_column():
    block = d.Table(
        (parse("名前"), parse("数")), ((parse("甲"), parse("5")), (parse("乙"), parse("1,000")))
    )
    [table] = [x for x in lay(handout(section(1, block))).pages[0].items if hasattr(x, "rows")]
    ends = {row[1].text.lines[0].runs[-1] for row in table.rows[1:]}
    assert len({round(run.x + run.width, 3) for run in ends}) == 1


def test_decimal_points_stand_under_each_other():
    numbers = ("1,240.5", "52.25", "7", "–")
    block = d.Table((parse("名前"), parse("数")), tuple((parse("甲"), parse(n)) for n in numbers))
    [table] = [x for x in lay(handout(section(1, block))).pages[0].items if hasattr(x, "rows")]
    ends = set[float]()
    for row in table.rows[1:]:
        [run] = row[1].text.lines[0].runs
        whole = len(said(row[1].text).partition(".")[0])
        ends.add(round(run.x + sum(glyph[1] for glyph in run.glyphs[:whole]), 3))
    assert len(ends) == 1


def test_blocks_are_read_in_the_order_in_which_they_stand():
    blocks = (prose("はじめに。"), d.Bullets((item("つぎに。"),)), prose("おわりに。"))
    page = lay(handout(section(1, *blocks))).pages[0]
    read = of(page, "title", "heading1", "paragraph", "list")
    assert read[0] == plain(HANDOUT.title)
    assert read[-4:] == ["1第1の話題", "はじめに。", "・つぎに。", "おわりに。"]


def test_columns_of_a_page_stand_side_by_side():
    made = lay(handout(section(1, prose(*[SENTENCE * 6] * 4)), columns=2))
    lefts = {round(b.frame.x) for b in boxes(made.pages[0].items) if b.role == "paragraph"}
    assert len(lefts) >= 2


def test_all_pictures_and_charts_say_what_they_show():
    shown = [x for page in lay(HANDOUT).pages for x in page.items]
    alts = [x.alt for x in shown if isinstance(x, pages.Chart | pages.Picture | pages.Table)]
    assert len(alts) == 4
    assert all(alts)


def test_a_small_picture_is_shown_at_twice_its_pixels_at_most():
    small = d.Image(handout_sample.picture(40, 30), (40, 30), "印")
    shown = [x for page in lay(handout(section(1, small))).pages for x in page.items]
    (at,) = [x.frame for x in shown if isinstance(x, pages.Picture)]
    assert at.width == 40 * 2 * 0.75


def test_the_fonts_of_all_glyphs_come_with_the_pages():
    made = lay(HANDOUT)
    used = {
        run.font
        for page in made.pages
        for box in boxes(page.items)
        for line in box.lines
        for run in line.runs
    }
    assert used <= set(made.fonts)


def test_sample_uses_every_kind_of_block():
    def kinds(sections: tuple[d.Section, ...]) -> Iterator[type]:
        for found in sections:
            yield from map(type, found.blocks)
            yield from kinds(found.sections)

    assert {*kinds(HANDOUT.sections), d.Agenda} == set(d.Block.__args__)
    assert HANDOUT.labels == handout_sample.LABELS


def test_a_word_that_no_table_holds_leaves_the_other_columns_room():
    row = (parse("市民病院"), parse("x" * 160), parse("工事を三月に始める方針である。"))
    table = d.Table((parse("名"), parse("番号"), parse("様子")), (row,))
    made, found = lay_out(handout(section(1, table)), THEME, FONTS)
    (shown,) = (i for page in made.pages for i in page.items if isinstance(i, pages.Table))
    assert not found
    assert len(shown.rows[1][0].text.lines) == 1
    assert len(shown.rows[1][2].text.lines) <= 3


def test_cells_that_say_the_same_are_set_alike_but_for_their_notes():
    marked = (written(parse("{館|やかた}^[同じ註]"), ("sections", n)) for n in range(3))
    rows = tuple((cell, parse("五冊\n十冊"), parse(SENTENCE)) for cell in marked)
    made = table_of(lay(handout(section(1, d.Table(tuple(map(parse, "甲乙丙")), rows)))))
    found = [[said(cell.text) for cell in row] for row in made.rows[1:]]
    assert [row[1:] for row in found] == [["五冊十冊", SENTENCE]] * 3
    assert [len(cell.text.lines) for row in made.rows[1:] for cell in row[1:2]] == [2] * 3
    assert len({row[0] for row in found}) == 3, "each calls for a note of its own"


def test_a_table_with_too_many_columns_goes_on_with_the_names_of_its_rows():
    heads = tuple(parse(f"Characteristics{n}") for n in range(9))
    made, found = lay_out(handout(section(1, d.Table(heads, (heads,)))), THEME, FONTS)
    assert found == ()
    tables = [i for page in made.pages for i in page.items if isinstance(i, pages.Table)]
    assert len(tables) > 1
    lines = [[len(cell.text.lines) for row in table.rows for cell in row] for table in tables]
    assert {count for table in lines for count in table} == {1}


def test_a_table_whose_words_have_no_room_is_reported():
    heads = tuple(parse("Characteristics" * 4) for _ in range(2))
    _, found = lay_out(handout(section(1, d.Table(heads, (heads,)))), THEME, FONTS)
    assert [problem.code for problem in found] == ["handout.crowded-table"]


def test_a_footnote_higher_than_a_page_is_divided():
    text = (Run("本文", note=parse(SENTENCE * 300)), Run("の続き"))
    made, found = lay_out(handout(section(1, d.Prose((text,)))), THEME, FONTS)
    assert found == ()
    notes = [note for page in made.pages for note in of(page, "note")]
    assert len(notes) > 2
    assert "".join(notes) == "1" + SENTENCE * 300


def test_large_numbers_in_a_narrow_column_go_over_two_rows():
    block = d.Figures(tuple(d.Figure("1,234,567", "円", parse(f"第{n}")) for n in range(4)))
    made = lay(handout(section(1, block), columns=2))
    tops = {box.frame.y for box in boxes(made.pages[0].items) if "1,234,567" in said(box)}
    assert len(tops) > 1


def test_the_same_handout_gives_the_same_pages_whenever_they_are_looked_at():
    one, other = lay(HANDOUT).pages, lay(HANDOUT).pages
    assert [other[n] for n in (2, 0, 1)] == [one[2], one[0], one[1]]
    assert list(one) == list(one) == list(other)


def test_references_name_number_and_page():
    table = d.Table((parse("名"), parse("数")), ((parse("甲"), parse("1")),), parse("費用"))
    long = prose(*[SENTENCE * 12] * 9)
    first = replace(
        section(1, prose("詳しくは[費用の表](#cost)と[まとめ](#s3)に記す。")), names=("",)
    )
    second = replace(section(2, long, table), names=("", "cost"))
    made = lay(handout(first, second, section(3)))
    at = {anchor.name: n for n, page in enumerate(made.pages, 1) for anchor in page.anchors}
    assert at["cost"] > 1
    said_ = "".join(of(made.pages[0], "paragraph"))
    assert f"費用の表（表1、p. {at['cost']}）とまとめ（3節、p. {at['s3']}）に記す。" in said_


def test_a_reference_in_a_footnote_is_worded_too():
    text = parse("本文^[[後の節](#s2)を見よ。]。")
    made = lay(handout(section(1, d.Prose((text,))), section(2)))
    assert of(made.pages[0], "note") == ["1後の節（2節、p. 1）を見よ。"]


def test_references_lead_to_what_they_name():
    made = lay(handout(section(1, prose("[後の節](#s2)へ。")), section(2)))
    links = {run.href for box in boxes(made.pages[0].items) for x in box.lines for run in x.runs}
    assert "#s2" in links
    assert "s2" in {anchor.name for anchor in made.pages[0].anchors}


def test_references_settle_where_their_words_move_what_they_name():
    refs = "".join(f"[第{n}](#s{n})、" for n in range(2, 40))
    more = [section(n, prose(SENTENCE * 20)) for n in range(2, 40)]
    made = lay(handout(section(1, prose(refs)), *more, contents="always"))
    at = {anchor.name: n for n, page in enumerate(made.pages, 1) for anchor in page.anchors}
    text = "".join(of(made.pages[0], "paragraph") + of(made.pages[1], "paragraph"))
    for n in range(2, 40):
        assert f"第{n}（{n}節、p. {at[f's{n}']}）" in text


def test_a_very_long_handout_is_not_broken_many_times_for_its_last_page():
    def long(lines: int) -> d.Handout:
        return handout(section(1, *[prose("計画。")] * lines))

    lines = 4060
    lone = long(lines + 1 - len(of(lay(long(lines)).pages[-1], "paragraph")))
    done = list[pages.PageSet]()
    filled = work(lambda: done.append(lay(lone)))[Breaker.column.__code__]
    made = done[0].pages
    assert len(made) > 100
    assert len(of(made[-1], "paragraph")) == 1
    assert filled < 5 * len(made)


def test_a_table_too_wide_for_a_column_stands_over_both():
    wide = d.Table(tuple(parse(f"Characteristics{n}") for n in range(4)), ((parse("x"),) * 4,))
    made = lay(handout(section(1, prose(SENTENCE * 30), wide, prose(SENTENCE * 30)), columns=2))
    [table] = [item for page in made.pages for item in page.items if isinstance(item, pages.Table)]
    area = THEME.handout.papers["A4"]
    assert table.frame.width == pytest.approx(area.size[0] - area.margins[1] - area.margins[3])
    bottoms = [b.frame.bottom for b in boxes(made.pages[0].items) if b.role == "paragraph"]
    over = [bottom for bottom in bottoms if bottom < table.frame.y]
    assert len({round(bottom) for bottom in sorted(over)[-2:]}) == 1


def texts_of(box: pages.TextBox) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in box.lines]


def table_of(made: pages.PageSet) -> pages.Table:
    return next(i for page in made.pages for i in page.items if isinstance(i, pages.Table))


@pytest.mark.parametrize("columns", [1, 2])
def test_the_heads_of_rows_are_not_torn_where_there_is_room(columns: int) -> None:
    names = ("地域／コミュニティ／活性化", "ファイルコンバーター", "子どもの／居場所づくり")
    heads = [parse(name.replace("／", "")) for name in names]
    text = parse(SENTENCE * 4)
    rows = tuple((head, text, text, text) for head in heads)
    block = d.Table(tuple(map(parse, ("区分", "事業", "上限", "窓口"))), rows)
    table = table_of(lay(handout(section(1, block), columns=columns)))
    for name, row in zip(names, table.rows[1:], strict=True):
        ends = [len("".join(name.split("／")[:n])) for n in range(len(name) + 1)]
        lines = [len(line) for line in texts_of(row[0].text)]
        assert set(accumulate(lines)) <= set(ends), name


def test_text_in_a_table_that_would_stand_in_a_very_narrow_column_stands_over_both():
    rows = ((parse("地域の団体"), parse("市民協働推進課"), parse(SENTENCE * 3)),) * 2
    block = d.Table((parse("団体"), parse("窓口"), parse("内容")), rows)
    narrow = d.Table((parse("団体"), parse("窓口")), ((parse("市"), parse("課")),) * 2)
    wide, low = (table_of(lay(handout(section(1, b), columns=2))) for b in (block, narrow))
    assert wide.frame.width > 2 * low.frame.width


def index_of(made: pages.PageSet) -> list[str]:
    """Return what stands in the index: the contents' role after the last heading."""
    last = [n for n, page in enumerate(made.pages) for a in page.anchors if a.name == Index()][-1]
    return [text for page in made.pages[last:] for text in of(page, "contents")]


def test_an_index_lists_terms_by_their_readings_with_their_pages():
    terms = (
        d.IndexTerm("計画", "ケイカク"),
        d.IndexTerm("計画の見直し", "ケイカクノミナオシ"),
        d.IndexTerm("LED", "LED"),
        d.IndexTerm("議場", "ギジョウ"),
        d.IndexTerm("どこにもない語", "ドコニモナイゴ"),
    )
    sections = (
        section(1, prose("議場の計画である。LEDsは語の一部である。"), prose(*[SENTENCE * 12] * 25)),
        section(2, prose("計画の見直しと、LEDへの取り替え。")),
    )
    made = lay(handout(*sections, terms=terms, index="always"))
    at = {a.name: n for n, page in enumerate(made.pages, 1) for a in page.anchors}
    last = at["s2"]
    assert index_of(made) == [f"LED　{last}", "議場　1", f"計画　1–{last}", f"計画の見直し　{last}"]
    labels = [text for page in made.pages for text in of(page, "label")]
    assert labels[-2:] == ["A–Z", "か"]


def test_a_term_divided_by_the_end_of_a_page_is_found():
    terms = (d.IndexTerm("庁舎の照明の更新計画", "チョウシャ"),)
    whole = lay(handout(section(1, prose("字" * 3000))))
    room = "".join(of(whole.pages[0], "paragraph")).count("字")
    text = "字" * (room - 4) + "庁舎の照明の更新計画" + "字" * 900
    made = lay(handout(section(1, prose(text)), terms=terms, index="always"))
    assert "庁舎の照" in "".join(of(made.pages[0], "paragraph"))
    assert "庁舎の照明" not in "".join(of(made.pages[0], "paragraph"))
    assert index_of(made) == ["庁舎の照明の更新計画　1"]


def test_a_term_with_ruby_and_notes_in_it_is_found():
    text = "{庁舎|ちょうしゃ}の^[注である。]照明を替える。"
    terms = (d.IndexTerm("庁舎の照明", "チョウシャ"),)
    made = lay(handout(section(1, prose(text)), terms=terms, index="always"))
    assert index_of(made) == ["庁舎の照明　1"]


def test_a_short_handout_has_an_index_only_where_it_is_wanted():
    terms = (d.IndexTerm("計画", "ケイカク"),)
    made = lay(handout(section(1, prose(SENTENCE)), terms=terms))
    assert "index" not in {a.name for page in made.pages for a in page.anchors}


def test_characters_that_no_font_has_are_reported_where_they_are_written():
    bullets = d.Bullets((item("笑顔😀"),))
    sections = (replace(section(1, bullets), line=12), section(2, prose("漢字")))
    problems = lay_out(handout(*sections), THEME, FONTS)[1]
    assert [(p.code, p.span and p.span.line) for p in problems] == [("layout.missing-glyph", 12)]
    assert "😀" in problems[0].message
    assert "漢" not in problems[0].message


BOXED = [
    d.Definition(parse("語"), parse(SENTENCE * 2), (item("一つ"), item("二つ"), item("三つ"))),
    d.Quote(parse(SENTENCE * 12), parse("出典")),
    d.Compare(tuple(d.Side(parse(t), (item(SENTENCE),) * 4) for t in ("甲", "乙"))),
]


@pytest.mark.parametrize("block", BOXED)
def test_low_boxes_stay_on_one_page(block: d.Block) -> None:
    ends = set()
    for before in range(20, 44):
        made = lay(handout(section(1, prose(*["前置き。"] * before), block))).pages
        inside = "".join(texts(block))
        found = [set(of(page, "list", "quote", "label", "source", "paragraph")) for page in made]
        parts = [n for n, page in enumerate(found) for text in page if text.lstrip("・") in inside]
        assert len(set(parts)) == 1
        ends.add(parts[0])
    assert len(ends) > 1


def test_a_numbered_list_is_numbered_from_where_it_starts() -> None:
    block = d.Bullets((item("北山市"), item("南野市")), start=4)
    made = lay(handout(section(1, block))).pages
    lists = [box for page in made for box in boxes(page.items) if box.role == "list"]
    assert [box.lines[0].runs[0].text for box in lists] == ["4", "5"]


def test_the_numbers_of_steps_that_go_on_counting_stand_clear_of_their_text() -> None:
    steps = tuple(d.Step((), text) for text in (item("測る").text, item("直す").text))
    made = lay(handout(section(1, d.Steps(steps, start=9998)))).pages
    lines = [b.lines[0].runs for page in made for b in boxes(page.items) if b.role == "list"]
    assert [runs[0].text for runs in lines] == ["9998", "9999"]
    assert all(runs[0].x + runs[0].width < runs[1].x for runs in lines)


def test_neighbours_in_a_list_with_very_long_notes_are_parted_between_them() -> None:
    note = f"^[{SENTENCE * 120}]"
    items = [item(f"{SENTENCE * 2}語{note}{SENTENCE * 2}") for _ in range(3)]
    made = lay(handout(section(1, d.Bullets(tuple(items))))).pages
    lines = [len(box.lines) for page in made for box in boxes(page.items) if box.role == "list"]
    assert len(lines) == 3
    assert min(lines) > 1


@pytest.mark.parametrize("columns", [1, 2])
def test_no_last_page_is_left_with_a_few_lines(columns: int):
    """Over a page's worth of lengths; of those some would leave one."""
    pitch = THEME.handout.type["body"].size * THEME.handout.type["body"].leading
    top = THEME.handout.papers["A4"].margins[0]
    for count in range(60, 110):
        last = lay(handout(section(1, prose(SENTENCE * count)), columns=columns)).pages[-1]
        bottom = max(b.frame.bottom for b in boxes(last.items) if b.role == "paragraph")
        assert bottom >= top + 4 * pitch, count


def test_an_index_leaves_no_few_entries_to_a_last_page():
    names = [f"語{chr(0x4E00 + n)}" for n in range(224)]
    pitch = THEME.handout.type["body"].size * THEME.handout.type["body"].leading
    for count in range(204, 224, 2):
        terms = tuple(d.IndexTerm(name, "カナ") for name in names[:count])
        text = prose("、".join(names[:count]))
        made = lay(handout(section(1, text), terms=terms, index="always"))
        last = [b.frame for b in boxes(made.pages[-1].items) if b.role == "contents"]
        high = max(f.bottom for f in last) - min(f.y for f in last)
        assert len(made.pages) == 1 or high >= 4 * pitch, count


def test_names_that_a_person_gives_are_none_of_the_programs_own():
    text = parse("[表](#note-1)と[頁](#page-1)と[節](#index)^[注の文。]。")
    named = replace(section(1, d.Prose((text,)), prose("あと。")), names=("", "note-1"))
    made = lay(handout(named, replace(section(2), id="page-1"), replace(section(3), id="index")))
    names = [anchor.name for page in made.pages for anchor in page.anchors]
    assert len(names) == len(set(names))
    links = {run.href for box in boxes(made.pages[0].items) for x in box.lines for run in x.runs}
    assert {"#note-1", "#page-1", "#index", Note(1)} <= links
    assert {"note-1", "page-1", "index", Note(1)} <= set(names)


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_a_long_handout_foretells_what_its_pages_show_and_where_links_lead(writing) -> None:
    body = [
        replace(part, id=f"{part.id}-{n}", sections=())
        for n in range(30)
        for part in HANDOUT.sections
    ]
    theme = THEME.model_copy(
        update={"handout": THEME.handout.model_copy(update={"writing": writing})}
    )
    made = lay_out(replace(HANDOUT, sections=tuple(body)), theme, FONTS)[0].pages
    assert isinstance(made, pages.Foretold)
    assert len(made) > 24
    shown = [
        (run.font, run.stance == "upright", [(gid, text) for gid, _, text in run.glyphs])
        for page in made
        for run in runs_of(page.items)
    ]
    told = [(font, down, [(gid, text) for gid, _, text in ink]) for font, down, ink in made.inks()]
    assert told == shown
    assert {*made.names()} == {anchor.name for page in made for anchor in page.anchors}
