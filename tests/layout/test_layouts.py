"""Slide layouts: those of the menu, and those that pages have for their own."""

from collections import defaultdict
from dataclasses import replace

from deck_samples import ALL, BULLETS, COMPARE, deck, items, slide, t

from shiryo import document as d
from shiryo import find_template, pages
from shiryo.layout.deck.deck import lay_out
from shiryo.typeset import fonts

THEME = find_template("briefing").theme
FONTS = fonts.load(THEME.fonts.gothic, THEME.fonts.mincho)
MENU = (
    *("表紙", "目次", "章扉", "見出しと本文", "2列", "比較", "画像と本文", "図表と本文", "上下"),
    *("ひとこと", "見出しと主張", "見出しのみ", "白紙"),
)


def lay(*slides: d.Slide) -> pages.PageSet:
    return lay_out(deck(*slides), THEME, FONTS)[0]


def texts(page: pages.Page) -> list[pages.TextBox]:
    """Return the boxes of a page that fill placeholders."""
    return [i for i in page.items if isinstance(i, pages.TextBox) and i.placeholder]


def own(made: pages.PageSet, page: pages.Page) -> pages.Layout:
    """Return the layout of a page."""
    return next(layout for layout in made.layouts if layout.name == page.layout)


def test_the_menu_has_typed_layouts_with_names_and_prompts_for_whatever_a_person_adds() -> None:
    made = lay(slide("s", BULLETS))
    there = [layout for layout in made.layouts if "（" not in layout.title]
    assert tuple(layout.title for layout in there) == MENU
    assert len({layout.kind for layout in there}) == len(there) - 1  # two have but a list
    assert all(item.prompt for layout in there for item in layout.placeholders)


def test_text_stands_where_its_layout_has_it_in_the_type_that_it_has() -> None:
    made, _ = lay_out(ALL, THEME, FONTS)
    assert len({layout.name for layout in made.layouts}) == len(made.layouts)
    assert len({layout.title for layout in made.layouts}) == len(made.layouts)
    for page in made.pages:
        free = defaultdict[str, list[pages.LayoutPlaceholder]](list)
        for item in own(made, page).placeholders:
            free[item.kind].append(item)
        for box in texts(page):
            filled = free[box.placeholder or "body"].pop(0)
            assert box.frame == filled.frame, page.title
            for paragraph in box.paragraphs if box.levels else ():
                level = filled.level(paragraph.level)
                assert {run.size for run in paragraph.runs if not run.strong} <= {level.size}
                assert (paragraph.indent, paragraph.leading) == (level.indent, level.leading)
                assert bool(paragraph.bullet) == bool(level.bullet)


def test_pages_that_are_alike_share_a_layout() -> None:
    made = lay(
        *(slide(f"s{n}", d.Bullets(items("本を貸す", "席を貸す", "人を待つ"))) for n in range(9))
    )
    assert len({page.layout for page in made.pages[1:]}) == 1


def test_a_list_beside_a_chart_or_below_it_has_a_layout_without_a_place_for_more_text() -> None:
    chart = next(b for s in ALL.slides for b in s.blocks if isinstance(b, d.Chart))
    made = lay(slide("s", chart, d.Bullets(items("本を貸す", "席を貸す"))))
    page = made.pages[-1]
    bodies = [item for item in own(made, page).placeholders if item.kind in ("body", "object")]
    assert len(bodies) == 1
    drawn = next(item for item in page.items if isinstance(item, pages.Chart))
    body = bodies[0].frame
    assert body.y >= drawn.frame.bottom or body.x >= drawn.frame.right


def test_what_stands_behind_placeholders_belongs_to_the_layout() -> None:
    for block in (d.Bullets(items("本を貸す")), COMPARE):
        made = lay(slide("s", block))
        page = made.pages[-1]
        assert {i.placeholder for i in page.items if isinstance(i, pages.TextBox)} >= {"body"}
        assert not [item for item in page.items if isinstance(item, pages.Shape)]
        assert {replace(shape, ground=False) for shape in page.ground} <= set(
            own(made, page).decoration
        )


def test_content_begins_at_one_height_on_all_slides_with_a_message() -> None:
    said = [t("町は図書館を作り直す"), t("町は図書館を作り直し、" * 6)]
    blocks = d.Bullets(items("本を貸す", "席を貸す", "人")), COMPARE, d.Prose((t("本を貸す。"),))
    made = lay(
        *(slide(f"s{n}{m}", b, message=s) for n, s in enumerate(said) for m, b in enumerate(blocks))
    )
    tops = {
        round(
            min(
                i.frame.y
                for i in page.items
                if getattr(i, "placeholder", "") in ("body", "heading")
            ),
            3,
        )
        for page in made.pages[1:]
    }
    assert len(tops) == 1


def test_a_long_source_has_its_place_in_its_layout() -> None:
    said = slide("s", d.Bullets(items("本を貸す", "席を貸す")), source=t("図書館の記録、" * 60))
    made = lay(said)
    page = made.pages[-1]
    (box,) = (box for box in texts(page) if box.placeholder == "source")
    assert len(box.lines) > 2
    assert box.frame in [item.frame for item in own(made, page).placeholders]


def test_a_long_title_has_its_size_in_its_layout() -> None:
    made = lay(
        slide(
            "s", BULLETS, title=t("町の図書館の目録と利用者の記録を一緒に作り直す計画について" * 2)
        )
    )
    page = made.pages[-1]
    (title,) = (box for box in texts(page) if box.placeholder == "title")
    (place,) = (item for item in own(made, page).placeholders if item.kind == "title")
    assert {run.size for run in title.paragraphs[0].runs} == {place.level(0).size} != {28}


def test_what_a_term_means_beside_its_panel_stands_as_its_layout_says() -> None:
    meaning = t("治療やケアの望みを、元気なうちから家族や医療者と話し合っておくこと。" * 3)
    made = lay(slide("s", d.Definition(t("人生会議"), meaning, ())))
    page = made.pages[1]
    (box,) = (box for box in texts(page) if box.placeholder == "body")
    (place,) = (item for item in own(made, page).placeholders if item.kind == "body")
    assert (place.frame, place.anchor) == (box.frame, "middle")
    first = box.paragraphs[0]
    assert (place.level(0).size, place.level(0).leading) == (first.runs[0].size, first.leading)
