"""Objects of a slide as a person would make them: groups, one table for the agenda."""

import pytest
from deck_samples import AGENDA, ALL, CARDS, FIGURES, TIMELINE, deck, slide, t

from shiryo import document as d
from shiryo import find_template, pages
from shiryo.layout.deck.deck import lay_out
from shiryo.pages.walk import boxes_of
from shiryo.typeset import fonts

THEME = find_template("briefing").theme
FONTS = fonts.load(THEME.fonts.gothic, THEME.fonts.mincho)


def lay(*blocks: d.Block) -> pages.Page:
    """Return the last page of a slide that shows ``blocks``."""
    return lay_out(deck(slide("s", *blocks)), THEME, FONTS)[0].pages[-1]


def beside(page: pages.Page) -> int:
    """Return how many objects a person finds side by side."""
    inner = {n for g in page.groups for n in range(g.first, g.last)}
    outer = [g for g in page.groups if not _within(g, page)]
    return len(page.items) - len(inner) + len(outer)


def _within(group: pages.Group, page: pages.Page) -> bool:
    others = (other for other in page.groups if other is not group)
    return any(other.first <= group.first and group.last <= other.last for other in others)


@pytest.mark.parametrize("block", [CARDS, FIGURES, TIMELINE])
def test_what_belongs_together_is_a_group_with_a_name_of_its_own(block: d.Block) -> None:
    page = lay(block)
    names = [group.name for group in page.groups]
    assert len(names) == len(set(names)) > 1
    said = [{box.role for box in boxes_of(page.items[g.first : g.last])} for g in page.groups]
    assert all(said)


def test_no_slide_has_many_objects_side_by_side_and_none_is_lost() -> None:
    made, _ = lay_out(ALL, THEME, FONTS)
    assert max(map(beside, made.pages)) <= 10
    events = tuple(d.Event(t(f"202{n}年"), t("本を貸す")) for n in range(9))
    assert beside(lay(d.Timeline(events))) <= 10


def test_groups_follow_each_other_or_lie_within_each_other() -> None:
    for page in lay_out(ALL, THEME, FONTS)[0].pages:
        for group in page.groups:
            assert 0 <= group.first < group.last <= len(page.items)
            for other in page.groups:
                apart = group.last <= other.first or other.last <= group.first
                inside = group.first <= other.first and other.last <= group.last
                around = other.first <= group.first and group.last <= other.last
                assert apart or inside or around


def test_the_agenda_is_one_table_with_a_link_over_each_of_its_rows() -> None:
    page = lay(AGENDA)
    (table,) = (item for item in page.items if isinstance(item, pages.Table))
    links = [item for item in page.items if isinstance(item, pages.Shape) and item.href]
    assert [link.href for link in links] == [f"#{entry.target}" for entry in AGENDA.entries]
    assert [link.frame.y for link in links] == [row[0].frame.y for row in table.rows]
    runs = (run for box in boxes_of([table]) for p in box.paragraphs for run in p.runs)
    assert not any(run.href for run in runs)  # an office program would underline them


def test_four_sides_are_boxes_of_a_title_and_its_list() -> None:
    names = ("国", "都道府県", "市町村", "事業者")
    sides = tuple(d.Side(t(name), (d.Item(t("一つめ")), d.Item(t("二つめ")))) for name in names)
    page = lay(d.Compare(sides))
    assert beside(page) <= 10
    columns = [box for box in boxes_of(page.items) if box.placeholder == "body"]
    said = [["".join(r.text for r in p.runs) for p in box.paragraphs] for box in columns]
    assert said == [[name, "一つめ", "二つめ"] for name in names]
    for box in columns:
        assert [p.level for p in box.paragraphs] == [0, 1, 1]
        assert [bool(level.bullet) for level in box.levels[:2]] == [False, True]


def test_long_titles_of_four_sides_stand_apart_so_that_their_lists_begin_at_one_height() -> None:
    titles = ("国", "都道府県と政令指定都市と中核市の担当課", "市町村", "事業者")
    sides = tuple(d.Side(t(name), (d.Item(t("一つめ")),)) for name in titles)
    page = lay(d.Compare(sides))
    lists = [box for box in boxes_of(page.items) if box.placeholder == "body"]
    assert len({box.lines[0].runs[0].baseline for box in lists}) == 1
