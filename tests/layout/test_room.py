"""What fills a slide: columns, cards, pictures beside text, neighbours together."""

from deck_samples import deck, items, slide, t

from shiryo import document as d
from shiryo import find_template, pages
from shiryo.layout.deck.deck import lay_out
from shiryo.typeset import fonts

THEME = find_template("briefing").theme
FONTS = fonts.load(THEME.fonts.gothic, THEME.fonts.mincho)
SENTENCE = "図書館の席は足りず、調べものをする人も待つことが多い。"
NAMES = [f"{name}{n}号館" for n in range(1, 5) for name in ("東", "西", "南", "北", "中")]


def shown(*blocks: d.Block) -> list[pages.Page]:
    return list(lay_out(deck(slide("s", *blocks)), THEME, FONTS)[0].pages[1:])


def boxes(page: pages.Page, role: str) -> list[pages.TextBox]:
    return [i for i in page.items if isinstance(i, pages.TextBox) and i.role == role]


def said(box: pages.TextBox) -> list[str]:
    return ["".join(run.text for run in para.runs) for para in box.paragraphs]


def cards(*titles: str, text: str = "窓口を一つにする") -> d.Bullets:
    return d.Bullets(tuple(d.Item(t(text), t(title)) for title in titles))


def test_twenty_short_items_stand_in_columns_on_one_slide_and_are_read_down_each() -> None:
    (page,) = shown(d.Bullets(items(*NAMES)))
    columns = boxes(page, "list")
    assert [len(said(box)) for box in columns] == [7, 7, 6]
    assert [line for box in columns for line in said(box)] == NAMES
    assert [box.frame.x for box in columns] == sorted(box.frame.x for box in columns)
    rows = [[line.runs[0].baseline for line in box.lines] for box in columns]
    assert all(abs(a - b) < 0.1 for a, b in zip(rows[0], rows[2], strict=False))


def test_a_numbered_list_counts_on_in_the_next_column() -> None:
    (page,) = shown(d.Bullets(items(*NAMES), start=3))
    marks = [para.bullet for box in boxes(page, "list") for para in box.paragraphs]
    assert marks == [f"{n}." for n in range(3, 23)]


def test_a_few_short_items_and_items_with_long_lines_stay_in_one_column() -> None:
    for said_of in (NAMES[:5], [SENTENCE * 2] * 6):
        for page in shown(d.Bullets(items(*said_of))):
            assert len(boxes(page, "list")) == 1


def test_six_cards_stand_on_one_slide_in_rows_as_long_as_each_other() -> None:
    titles = ["相談", "窓口", "費用", "人材", "評価", "広報"]
    (page,) = shown(cards(*titles))
    heads = boxes(page, "heading2")
    assert ["".join(said(box)) for box in heads] == titles
    assert len({box.frame.x for box in heads}) == 3
    assert len({box.frame.y for box in heads}) == 2


def test_cards_with_much_to_say_become_panels_that_go_on() -> None:
    pages_ = shown(cards("相談", "窓口", "費用", "人材", "評価", "広報", text=SENTENCE * 4))
    assert len(pages_) > 1
    assert not any(boxes(page, "heading2") for page in pages_)
