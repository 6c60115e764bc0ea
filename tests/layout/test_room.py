"""What fills a slide: columns, cards, pictures beside text, neighbours together."""

from deck_samples import deck, image, items, slide, t

from shiryo import document as d
from shiryo import find_template, pages
from shiryo.layout.deck.deck import lay_out
from shiryo.pages.walk import boxes_of
from shiryo.typeset import fonts
from shiryo.units import Rect

THEME = find_template("briefing").theme
FONTS = fonts.load(THEME.fonts.gothic, THEME.fonts.mincho)
PAGE = Rect(0, 0, *THEME.deck.size)
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


def test_cards_are_as_wide_as_their_titles_need() -> None:
    titles = [f"過去の調査の結果から、{name}の年報を探して開く" for name in "東西南北"]
    (page,) = shown(cards(*titles))
    heads = boxes(page, "heading2")
    assert len({box.frame.x for box in heads}) == 2
    assert all(len(box.lines) <= 2 for box in heads)


def test_many_items_with_titles_are_rows_of_a_table_on_few_slides() -> None:
    pages_ = shown(cards(*(f"設定{n}" for n in range(12)), text="係が窓口で値を決めて伝える"))
    assert len(pages_) <= 2


def pictures(page: pages.Page) -> list[Rect]:
    return [i.frame for i in page.items if isinstance(i, pages.Picture)]


def test_a_picture_stands_beside_its_list_on_the_side_where_the_outline_has_it() -> None:
    few = d.Bullets(items("席が増える", "夜も開く", "人が集まる"))
    for blocks in ((image(800, 600), few), (few, image(800, 600))):
        (page,) = shown(*blocks)
        ((at,), (words,)) = pictures(page), boxes(page, "list")
        assert abs(at.y - words.frame.y) < 0.1
        assert (at.right <= words.frame.x) == isinstance(blocks[0], d.Image)
        assert at.height > 200


def test_a_wide_picture_stands_over_its_list_in_the_whole_width() -> None:
    (page,) = shown(image(1600, 400), d.Bullets(items("席が増える", "夜も開く")))
    ((at,), (words,)) = pictures(page), boxes(page, "list")
    assert at.bottom <= words.frame.y
    assert at.width > 0.6 * PAGE.width


def test_a_chart_stands_beside_its_list_and_two_charts_beside_each_other() -> None:
    chart = d.Chart("column", ("春", "秋"), (d.Series("", (1, 2)),), "春1、秋2")
    (page,) = shown(chart, d.Bullets(items("席が増える", "夜も開く")))
    (drawn,) = [i for i in page.items if isinstance(i, pages.Chart)]
    assert drawn.frame.right < boxes(page, "list")[0].frame.x
    (page,) = shown(chart, chart)
    one, two = (i.frame for i in page.items if isinstance(i, pages.Chart))
    assert one.right < two.x
    assert one.y == two.y


def test_pictures_stand_in_rows_as_high_as_each_other_with_their_words_below() -> None:
    sizes = [(800, 600), (600, 800), (800, 800)]
    (page,) = shown(*(image(*size) for size in sizes))
    places = pictures(page)
    assert len({round(at.height, 3) for at in places}) == len({at.y for at in places}) == 1
    assert [round(at.width / at.height, 2) for at in places] == [1.33, 0.75, 1.0]
    for at, words in zip(places, boxes(page, "caption"), strict=True):
        assert words.frame.y >= at.bottom
        assert abs(words.frame.x - at.x) < 0.1


def test_a_small_picture_is_shown_at_twice_its_pixels_and_that_is_said() -> None:
    made, problems = lay_out(deck(slide("s", image(40, 30), line=9)), THEME, FONTS)
    (at,) = pictures(made.pages[1])
    assert at.width == 40 * 2 * 0.75
    assert [(p.code, p.span and p.span.line) for p in problems] == [("layout.small-picture", 9)]
    assert not lay_out(deck(slide("s", image(400, 300))), THEME, FONTS)[1]


def test_a_picture_of_few_pixels_is_no_larger_in_a_row_or_beside_text() -> None:
    few = d.Bullets(items("席が増える", "夜も開く"))
    for blocks in ((image(60, 60), few), (image(60, 60), image(900, 900))):
        (page,) = shown(*blocks)
        assert pictures(page)[0].width <= 60 * 2 * 0.75


def neighbours(*groups: tuple[d.Block, ...]) -> list[pages.Page]:
    """Lay out slides of one section that layout may join as far as there is room."""
    slides = []
    for n in range(len(groups)):
        runs = [groups[n : n + more] for more in range(2, len(groups) - n + 1)]
        whole = (slide("s", *(b for part in run for b in part), section="s") for run in runs)
        slides.append(slide(f"s.{n}", *groups[n], section="s", joined=tuple(whole)))
    return list(lay_out(deck(*slides), THEME, FONTS)[0].pages[1:])


FIGURES = d.Figures((d.Figure("21", "時", t("閉館")),))
LITTLE = d.Table((t("館"), t("席")), ((t("北"), t("12")), (t("南"), t("30"))))
QUOTE = d.Quote(t("夜に本を読みたい"), t("利用者"))


def test_neighbours_that_each_fill_little_share_a_slide_in_their_order() -> None:
    made = neighbours((LITTLE,), (QUOTE,))
    assert len(made) == 1
    (table,) = [i for i in made[0].items if isinstance(i, pages.Table)]
    assert table.frame.bottom < boxes(made[0], "quote")[0].frame.y


def test_neighbours_that_fill_their_slides_stay_apart_and_keep_their_order() -> None:
    full = d.Table((t("館"), t("席")), tuple((t(f"館{n}"), t("12")) for n in range(7)))
    made = neighbours((full,), (LITTLE,), (QUOTE,), (full,))
    kinds = [[type(i).__name__ for i in page.items if isinstance(i, pages.Table)] for page in made]
    assert kinds == [["Table"], ["Table"], ["Table"]]
    assert boxes(made[1], "quote")


def test_nothing_is_lost_or_said_twice_where_slides_are_joined() -> None:
    made = neighbours((LITTLE,), (FIGURES,), (QUOTE,), (d.Bullets(items("席", "夜")),))
    said_ = "".join(str(page.items) for page in made)
    assert len(made) < 4
    assert all(page.title.startswith("図書館のこれから") for page in made)
    for word in ("夜に本を読みたい", "閉館"):
        assert said_.count(f"text='{word}'") == 1


def test_content_begins_at_one_height_on_all_pages_of_a_section() -> None:
    rows = tuple(d.Item(t(SENTENCE), items=items(*[SENTENCE] * n)) for n in (3, 1, 4, 2, 5))
    made = lay_out(deck(slide("s", d.Bullets(rows), section="s")), THEME, FONTS)[0].pages[1:]
    assert len(made) > 1
    assert len({boxes(page, "list")[0].frame.y for page in made}) == 1


def test_one_item_with_others_below_it_stands_on_a_panel_that_fills_its_slide() -> None:
    (page,) = shown(d.Bullets((d.Item(t("席が足りない"), items=items("夜も混む", "机が古い")),)))
    (box,) = boxes(page, "list")
    assert said(box) == ["席が足りない", "夜も混む", "机が古い"]
    assert [para.bullet for para in box.paragraphs] == ["", "–", "–"]
    assert box.paragraphs[0].runs[0].size > box.paragraphs[1].runs[0].size
    assert max(shape.frame.height for shape in page.ground) > PAGE.height / 3


def test_one_item_with_much_below_it_and_a_numbered_one_stay_lists() -> None:
    long = d.Bullets((d.Item(t("席が足りない"), items=items(*[SENTENCE] * 7)),))
    counted = d.Bullets((d.Item(t("席が足りない"), items=items("夜も混む")),), start=1)
    for block in (long, counted):
        (page,) = shown(block)
        assert boxes(page, "list")[0].paragraphs[0].bullet


def test_a_chart_that_is_low_stands_over_its_list_in_the_whole_width() -> None:
    chart = d.Chart("bar", ("春", "秋"), (d.Series("", (1, 2)),), "春1、秋2")
    (page,) = shown(chart, d.Bullets(items("席が増える")))
    (drawn,) = [i for i in page.items if isinstance(i, pages.Chart)]
    assert drawn.frame.bottom < boxes(page, "list")[0].frame.y
    assert drawn.frame.width > 0.8 * PAGE.width


def test_an_agenda_gives_long_titles_the_room_that_short_briefs_leave() -> None:
    def column(title: str) -> float:
        entries = (d.AgendaEntry("1", t(title), t("費用"), "a"),)
        (page,) = shown(d.Agenda(entries))
        found = [b for b in boxes_of(page.items) if "".join(said(b)).replace("\n", "") == title]
        return found[0].frame.width

    assert column("図書館の席と時間と、これからの運営についての考え方") > 1.2 * column("席")


def test_a_column_whose_items_take_two_lines_has_room_for_all_of_them() -> None:
    long = [f"{n}番目の席と机と時間をこれから決める" for n in range(8)]
    names = [*("席", "机", "本", "館"), *long[4:]]
    (page,) = shown(d.Bullets(items(*names), shape="columns"))
    for box in boxes(page, "list"):
        assert box.lines[-1].runs[0].baseline <= box.frame.bottom


def test_a_question_and_its_answer_stand_on_one_slide() -> None:
    said = [d.Utterance(t(f"{who}{n}"), t(f"{what}{n}")) for n in range(1, 6) for who, what in TALK]
    shown_ = shown(d.Dialogue(tuple(said)))
    assert len(shown_) > 1
    for page in shown_:
        speakers = ["".join(run.text for run in p.runs) for b in marks(page) for p in b.paragraphs]
        assert [who[0] for who in speakers] == ["問", "答"] * (len(speakers) // 2)


TALK = (("問", "本館の席は、なぜ足りないのか"), ("答", SENTENCE * 2))


def marks(page: pages.Page) -> list[pages.TextBox]:
    return [box for box in boxes_of(page.items) if box.role == "label"]


def test_talk_without_questions_may_end_anywhere() -> None:
    said = [d.Utterance(t("山田"), t(SENTENCE * 2)) for _ in range(9)]
    counts = [len(marks(page)) for page in shown(d.Dialogue(tuple(said)))]
    assert sum(counts) == 9
    assert max(counts) - min(counts) <= 1


def test_type_is_no_smaller_than_its_slide_has_room_for() -> None:
    long = "席を待つ人が多いので、使っていない部屋を開け、夕方も本を読めるようにしたい。" * 2
    (page,) = shown(d.Bullets(items(long, long, long, long)))
    (box,) = boxes(page, "list")
    assert box.paragraphs[0].runs[0].size > min(THEME.deck.sizes)


def test_numbers_below_an_item_stand_in_place_of_its_dash() -> None:
    below = tuple(d.Item(t(f"手順{n}"), number=n) for n in (9, 10))
    (page,) = shown(d.Bullets((d.Item(t("次の順に行う"), items=below), *items("ほか", "別"))))
    (box,) = boxes(page, "list")
    assert [p.bullet for p in box.paragraphs if p.level == 1] == ["9.", "10."]
    numbers, texts = ([run.x for run in line.runs] for line in box.lines[1:3])
    assert numbers[1] == texts[1]


def test_a_low_picture_alone_stands_about_in_the_middle_and_beside_text_at_its_top() -> None:
    (page,) = shown(image(1800, 100))
    (picture,) = (i for i in page.items if isinstance(i, pages.Picture))
    content = Rect(*THEME.deck.frames["content"])
    over, under = picture.frame.y - content.y, content.bottom - picture.frame.bottom
    assert content.height / 4 < over < under
    (page,) = shown(image(400, 300), d.Bullets(items(SENTENCE, SENTENCE, SENTENCE)))
    (picture,) = (i for i in page.items if isinstance(i, pages.Picture))
    (box,) = boxes(page, "list")
    assert abs(picture.frame.y - box.frame.y) < 1


def test_long_titles_of_an_agenda_have_the_room_that_makes_its_rows_low() -> None:
    long = "窓口の混雑と職員の負担を減らすために各館が進めている取り組みの背景と課題の説明"
    brief = "待ち時間と人手の両面から見た話をここに書く"
    entries = (d.AgendaEntry("1", t(long), t(brief), "a"), d.AgendaEntry("2", t("費用"), (), "b"))
    made, _ = lay_out(deck(slide("agenda", d.Agenda(entries), role="agenda")), THEME, FONTS)
    (table,) = (i for i in made.pages[1].items if isinstance(i, pages.Table))
    assert max(len(cell.text.lines) for row in table.rows for cell in row) <= 3


def test_type_is_smaller_where_all_lines_but_few_characters_have_room_then() -> None:
    narrow = d.Bullets(items("1990年から2020年までに2.4倍", "2040年には3人に1人が65歳以上"))
    chart = d.Chart("line", ("1990", "2020"), (d.Series("", (12.1, 28.6)),), "説明", "%")
    (page,) = shown(chart, narrow)
    (box,) = boxes(page, "list")
    assert len(box.lines) == 2


def test_two_last_lines_of_few_characters_among_six_do_not_make_type_two_sizes_smaller() -> None:
    long, short = "席" * 50, "席" * 20
    (page,) = shown(d.Bullets(items(long, long, short, short, short, short)))
    (box,) = boxes(page, "list")
    assert box.paragraphs[0].runs[-1].size == 18
