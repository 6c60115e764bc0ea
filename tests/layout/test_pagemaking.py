"""What holds for every handout: nothing is lost, off the page or over another; no lone lines."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import combinations

from em_fonts import EmFonts
from handout_sample import LABELS, picture
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rects import contains

from shiryo import document as d
from shiryo import find_template, pages
from shiryo.inline import Run, Text
from shiryo.layout.handout.handout import lay_out
from shiryo.targets import Note
from shiryo.units import Rect

THEME = find_template("briefing").theme
BODY = THEME.handout.type["body"]
PITCH = BODY.size * BODY.leading
SENTENCE = "市は計画を三年で見直し、費用と効果を毎年公表することとしている。"


def said(*lengths: int) -> st.SearchStrategy[Text]:
    """Return texts of some of these lengths in sentences, with marks in some of them."""
    whole = st.sampled_from(lengths).map(lambda n: (Run(SENTENCE * n),))
    notes = st.sampled_from([1, 3, 8, 40]).map(lambda n: (Run(SENTENCE * n),))
    marks = st.one_of(
        st.just(()),
        st.just(()),
        notes.map(lambda note: (Run("注のある語", note=note),)),
        st.just((Run("漢字", ruby="かんじ"), Run("強調", strong=True), Run("節", href="#s0"))),
    )
    return st.tuples(whole, marks, whole).map(lambda parts: sum(parts, ()))


SHORT, LONG = said(0, 1), said(1, 2, 5)
WORD = st.sampled_from([(Run("語"),), (Run("すこし長い語"),)])
LINE = st.just((Run(SENTENCE),))
NUMBER = st.sampled_from([(Run("1,234.5"),), (Run("7"),), (Run("–"),)])
CAPTION = st.sampled_from([(), (Run("ようす"),)])


def few(what: st.SearchStrategy, least: int = 1, most: int = 4) -> st.SearchStrategy:
    return st.lists(what, min_size=least, max_size=most).map(tuple)


LEAF = st.builds(d.Item, LONG, st.just(()), st.just(()))
ITEM = st.builds(d.Item, LINE, WORD, st.just(()), st.just(())) | st.builds(
    d.Item, LINE, st.just(()), WORD, few(LEAF, 0, 2)
)
ROW = st.tuples(WORD, NUMBER, SHORT) | st.tuples(WORD, NUMBER, said(30))
BLOCK = st.one_of(
    st.builds(d.Prose, few(LONG)),
    st.builds(d.Prose, few(LONG)),
    st.builds(d.Bullets, few(ITEM)),
    st.builds(d.Steps, few(st.builds(d.Step, WORD, SHORT, st.booleans()))),
    st.builds(d.Timeline, few(st.builds(d.Event, WORD, SHORT))),
    st.builds(
        d.Table, st.just(((Run("名"),), (Run("数"),), (Run("説明"),))), few(ROW, 1, 9), CAPTION
    ),
    st.builds(d.Compare, few(st.builds(d.Side, WORD, few(LEAF), st.booleans()), 2, 3)),
    st.builds(d.Definition, WORD, LONG, few(LEAF, 0, 2)),
    st.builds(d.Quote, LONG, st.just((Run("出典"),))),
    st.builds(d.Dialogue, few(st.builds(d.Utterance, WORD, LONG))),
    st.builds(d.Figures, few(st.builds(d.Figure, st.just("12"), st.just("円"), WORD))),
    st.builds(
        d.Chart,
        st.sampled_from(["bar", "column", "line", "pie"]),
        st.just(("甲", "乙")),
        st.just((d.Series("", (1.0, 2.0)),)),
        st.just("図の説明"),
        caption=CAPTION,
    ),
    st.builds(d.Image, st.just(picture(4, 3)), st.just((4, 3)), st.just("図の説明"), CAPTION),
)


def sections(depth: int, below: st.SearchStrategy) -> st.SearchStrategy:
    return st.builds(
        d.Section,
        st.just(f"s{depth}"),
        st.just("1.1"),
        st.sampled_from([(Run("節の題"),), (Run("とても長い節の題" * 3),)]),
        st.sampled_from([(), (Run("この節の主張を一文で言う"),)]),
        few(BLOCK, 1, 5),
        below,
    )


SECTIONS = few(sections(0, few(sections(1, st.just(())), 0, 2)), 1, 3)
HANDOUTS = st.builds(
    d.Handout,
    st.just(d.Info("題")),
    st.just((Run("資料の題"),)),
    st.just(()),
    st.just((Run("2026年"),)),
    st.just(()),
    st.just((Run("題"),)),
    few(st.builds(d.Item, LINE), 0, 3),
    SECTIONS,
    st.just(LABELS),
    st.sampled_from(["A4", "B5", "Letter"]),
    st.sampled_from([1, 2]),
    st.sampled_from(["auto", "always"]),
)


def boxes(items: tuple[pages.Item, ...]) -> Iterator[pages.TextBox]:
    for thing in items:
        match thing:
            case pages.TextBox():
                yield thing
            case pages.Table(rows=rows):
                yield from (cell.text for row in rows for cell in row)
            case pages.Chart(drawing=drawing):
                yield from boxes(drawing)


def texts(value: object) -> Iterator[str]:
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


def area_of(handout: d.Handout) -> Rect:
    paper = THEME.handout.papers[handout.paper]
    top, right, bottom, left = paper.margins
    return Rect(left, top, paper.size[0] - left - right, paper.size[1] - top - bottom)


def rect(line: pages.Line) -> Rect | None:
    """Return where the characters of a line stand, ruby and marks of notes left out.

    The empty half of a bracket that begins a line stands outside.
    """
    runs = [run for run in line.runs if run.glyphs]
    if not runs:
        return None
    size = max(run.size for run in runs)
    runs = [run for run in runs if run.size > 0.7 * size]
    base = runs[0].baseline
    right = max(run.x + run.width for run in runs)
    left = runs[0].x + size / 2 * (runs[0].text[:1] in "（「")
    return Rect(left, base - 0.8 * size, right - left, size)


def overlap(one: Rect, other: Rect) -> bool:
    """Tell whether two lines stand on each other, by more than a trace."""
    wide = min(one.right, other.right) - max(one.x, other.x)
    high = min(one.bottom, other.bottom) - max(one.y, other.y)
    return wide > 0.5 and high > 0.5


def paragraph(box: pages.TextBox) -> tuple[int, ...] | None:
    """Return the key of the element that a box is, or is a part of."""
    runs = [run for line in box.lines for run in line.runs if run.element]
    found = runs[-1].element if runs else None
    while found and found.kind in ("Link", "Ruby", "RB", "RT", "Reference", "Lbl"):
        found = found.parent
    return found.key if found else None


def no_text_is_lost(handout: d.Handout, made: tuple[pages.Page, ...]) -> None:
    shown = Counter(
        character
        for page in made
        for box in boxes(page.items)
        for line in box.lines
        for run in line.runs
        for character in run.text
    )
    assert Counter("".join("".join(texts(handout)).split())) - shown == Counter()


def nothing_is_off_the_page_or_over_another(
    handout: d.Handout, made: tuple[pages.Page, ...]
) -> None:
    area = area_of(handout)
    for page in made:
        lines = []
        for thing in page.items:
            if getattr(thing, "role", "") in ("artifact", "page-number"):
                continue
            if isinstance(thing, pages.Chart | pages.Picture | pages.Table | pages.Shape):
                assert contains(area, thing.frame, 1)
            lines += [found for box in boxes((thing,)) for x in box.lines if (found := rect(x))]
        for found in lines:
            assert contains(area, found, 3), (found, area)
        for one, other in combinations(lines, 2):
            assert not overlap(one, other), (one, other)


def no_line_of_a_paragraph_stands_alone(_: d.Handout, made: tuple[pages.Page, ...]) -> None:
    parts = defaultdict(list)
    for page in made:
        for box in boxes(page.items):
            key = paragraph(box)
            if key and box.role not in ("table", "caption", "contents", "figure", "chart"):
                parts[key].append(len(box.lines))
    divided = [counts for counts in parts.values() if len(counts) > 1]
    assert all(counts[0] > 1 and counts[-1] > 1 for counts in divided)


def no_heading_ends_a_column(handout: d.Handout, made: tuple[pages.Page, ...]) -> None:
    for page in made:
        columns = defaultdict(list)
        for thing in page.items:
            role = getattr(thing, "role", "")
            if isinstance(thing, pages.Shape | pages.Spot | pages.Polygon):
                continue
            if role not in ("artifact", "page-number", "note"):
                middle = thing.frame.x + 1 > area_of(handout).x + area_of(handout).width / 2
                columns[middle].append((thing.frame.y, role))
        for found in columns.values():
            assert not max(found)[1].startswith(("heading", "message")), max(found)


def body_text_of_all_columns_and_pages_stands_on_one_grid(
    handout: d.Handout, made: tuple[pages.Page, ...]
) -> None:
    offsets = set()
    for page in made:
        for box in boxes(page.items):
            for line in box.lines:
                body = [r for r in line.runs if r.font == "mincho-400" and r.size == BODY.size]
                if body and box.role in ("paragraph", "list"):
                    offset = (body[0].baseline - area_of(handout).y) % PITCH
                    offsets.add(round(min(offset, PITCH - offset) if offset > 17.8 else offset, 1))
    assert max(offsets, default=0) - min(offsets, default=0) < 0.3


def footnotes_begin_on_the_page_of_their_marks_and_stand_in_order(
    _: d.Handout, made: tuple[pages.Page, ...]
) -> None:
    begun = list[int]()
    for page in made:
        called = [
            run.href.number
            for box in boxes(page.items)
            for line in box.lines
            for run in line.runs
            if isinstance(run.href, Note)
        ]
        here = [a.name.number for a in page.anchors if isinstance(a.name, Note)]
        assert sorted(called) == sorted(here)
        begun += here
    assert sorted(begun) == list(range(1, len(begun) + 1))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(HANDOUTS)
def test_every_handout_is_well_made(handout: d.Handout) -> None:
    laid_out, problems = lay_out(handout, THEME, EmFonts())
    made = laid_out.pages
    no_text_is_lost(handout, made)
    if any(problem.code == "handout.too-tall" for problem in problems):
        return  # A row higher than a page, its notes with it: the user is told.
    nothing_is_off_the_page_or_over_another(handout, made)
    no_line_of_a_paragraph_stands_alone(handout, made)
    no_heading_ends_a_column(handout, made)
    body_text_of_all_columns_and_pages_stands_on_one_grid(handout, made)
    footnotes_begin_on_the_page_of_their_marks_and_stand_in_order(handout, made)
