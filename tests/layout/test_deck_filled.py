"""No page of a slide that goes on is nearly empty while another is full."""

from deck_samples import deck, items, slide, t

from shiryo import document as d
from shiryo import find_template, pages
from shiryo.layout.deck import divide
from shiryo.layout.deck.deck import lay_out
from shiryo.typeset import fonts

THEME = find_template("briefing").theme
FONTS = fonts.load(THEME.fonts.gothic, THEME.fonts.mincho)
SENTENCE = "図書館の席は足りず、調べものをする人も待つことが多い。"


def shown(*blocks: d.Block) -> list[pages.Page]:
    return list(lay_out(deck(slide("s", *blocks)), THEME, FONTS)[0].pages[1:])


def listed(page: pages.Page) -> list[str]:
    boxes = (i for i in page.items if isinstance(i, pages.TextBox) and i.role == "list")
    return ["".join(run.text for run in p.runs) for box in boxes for p in box.paragraphs]


def test_an_item_with_much_below_it_goes_on_rather_than_leave_others_alone() -> None:
    long = d.Item(t("対象は次のとおり"), items=items(*(f"第{n}館" for n in range(8))))
    few = [d.Item(t(name), items=items(SENTENCE)) for name in ("方針", "予定")]
    made = shown(d.Bullets((few[0], long, few[1])))
    texts = [listed(page) for page in made]
    assert [len(lines) for lines in texts] == [7, 7]
    assert texts[1][0] == "対象は次のとおり（続き）"


def test_an_item_that_fills_its_page_beside_full_ones_stays_whole() -> None:
    full = [d.Item(t(name), items=items(*[SENTENCE] * 7)) for name in ("方針", "予定")]
    assert [listed(page)[0] for page in shown(d.Bullets(tuple(full)))] == ["方針", "予定"]


def test_rows_of_cells_of_several_lines_share_a_page() -> None:
    rows = [(t(f"館{n}"), t(SENTENCE * 2), t("対応中")) for n in range(8)]
    made = shown(d.Table((t("館"), t("ようす"), t("状況")), tuple(rows)))
    tables = [i for page in made for i in page.items if isinstance(i, pages.Table)]
    assert [len(table.rows) - 1 for table in tables] == [4, 4]


def test_steps_in_several_parts_are_shared_evenly() -> None:
    parts = [tuple(d.Step(t(f"{n}番の札を外す")) for n in range(start, end)) for start, end in
             ((1, 6), (6, 10), (10, 14))]  # fmt: skip
    blocks = [d.Steps(part, start=at) for part, at in zip(parts, (1, 6, 10), strict=True)]
    counts = [
        sum("札" in run.text for i in page.items if isinstance(i, pages.TextBox)
            for p in i.paragraphs for run in p.runs)
        for page in shown(*blocks)
    ]  # fmt: skip
    assert sum(counts) == 13
    assert max(counts) - min(counts) <= 3


def test_three_panels_that_nearly_fill_a_page_are_on_one() -> None:
    entries = [("報告する", 1), ("申請する", 2), ("話し合う", 2)]
    found = [d.Item(t(SENTENCE), t(name), items=items(*[SENTENCE] * n)) for name, n in entries]
    assert len(shown(d.Bullets(tuple(found)))) == 1


def test_a_name_in_the_first_column_is_not_torn_for_a_long_cell_beside_it() -> None:
    rows = [(t(f"editor.preview_command{n}"), t(SENTENCE * 3), t(SENTENCE)) for n in range(3)]
    made = shown(d.Table((t("項目"), t("値"), t("備考")), tuple(rows)))
    tables = [i for page in made for i in page.items if isinstance(i, pages.Table)]
    names = [row[0].text for table in tables for row in table.rows[1:]]
    assert [len(box.lines) for box in names] == [1, 1, 1]


def test_halves_of_an_item_that_have_room_together_are_one_again() -> None:
    reflexes = d.Item(t("原始反射"), items=items(*(f"反射{n}" for n in range(5))))
    whole = d.Bullets((d.Item(t("新生児期"), items=(reflexes, *items("自発的微笑"))),))
    halves: d.Block = whole
    for _ in range(2):
        halves = divide.divided(halves, 0, t("（続き）")) or halves
    assert isinstance(halves, d.Bullets)
    assert len(halves.items) == 3
    assert divide.joined(halves, lambda _: True, t("（続き）")) == whole
    assert divide.joined(halves, lambda _: False, t("（続き）")) == halves


def test_a_deep_list_goes_on_after_any_line_and_its_short_lines_stand_in_two_columns() -> None:
    names = ("受付", "貸出", "修理", "会計")
    block = d.Bullets(
        tuple(d.Item(t(name), items=items(*(f"{name}の{n}番" for n in range(6)))) for name in names)
    )
    made = shown(block)
    assert len(made) < len(names)
    for page in made:
        said = listed(page)
        assert len(said) == len(set(said))
        assert not any(f"{name}（続き）" in said and name in said for name in names)
    sides = [i for i in made[0].items if isinstance(i, pages.TextBox) and i.role == "list"]
    assert [box.paragraphs[0].runs[0].text for box in sides] == ["受付", "貸出"]
    assert sides[0].frame.right < sides[1].frame.x
    assert [x for page in made for x in listed(page)].count("修理の3番") == 1


def test_a_list_of_sentences_stands_in_one_column() -> None:
    found = [d.Item(t(f"{n}番"), items=items(*[SENTENCE] * 4)) for n in range(4)]
    for page in shown(d.Bullets(tuple(found))):
        assert len({i.frame.x for i in page.items if getattr(i, "role", "") == "list"}) == 1


def test_names_that_would_be_panels_on_two_pages_are_a_list_on_one() -> None:
    said = tuple(
        d.Item(t(SENTENCE * 2), title=t(name), items=items(*[SENTENCE] * below))
        for name, below in (("報告", 1), ("申請", 2), ("審査", 1))
    )
    (page,) = shown(d.Bullets(said))
    boxes = [i for i in page.items if isinstance(i, pages.TextBox) and i.role == "list"]
    assert len(boxes) == 1


def test_names_that_fill_a_page_stay_cards_where_more_follows() -> None:
    said = [d.Item(t("席" * 40), title=t(name)) for name in ("報告", "申請", "審査")]
    term = d.Bullets((d.Item(t("席" * 110), title=t("窓口"), items=items(*["席" * 40] * 2)),))
    heads = [
        box
        for page in shown(d.Bullets(tuple(said)), term)
        for box in page.items
        if isinstance(box, pages.TextBox) and box.role == "heading2"
    ]
    assert len(heads) == 3
