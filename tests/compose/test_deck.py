"""Which slides an outline makes."""

import pytest
from briefing import TEMPLATE, material

from shiryo import document, inline
from shiryo.compose import deck, handout
from shiryo.remarks import Remark, plain
from shiryo.targets import Own


def compose(body: str, **assets: bytes) -> document.Deck:
    made, diagnostics = deck.compose(material(body, **assets), TEMPLATE)
    assert diagnostics == ()
    return made


TWO = """
summary: [{text: 席が増える, from: [L2]}]
sections:
  - id: open
    title: いつ開くか
    message: 図書館は10月1日に新しくなる
    from: [L1]
    blocks:
      - bullets: [{text: 10月1日に開館, from: [L1]}]
      - only: handout
        bullets: [配るだけ]
      - text: 工事は秋まで続く。
  - id: seats
    title: 席はどう変わるか
    blocks:
      - definition: {term: 自習室, text: 予約して使う部屋, from: [L3]}
      - quote: {text: 静かに, by: 館長, url: "https://lib.example"}
"""


def test_the_slides_follow_the_outline() -> None:
    made = compose(TWO)
    assert [slide.role for slide in made.slides] == [
        "cover",
        "agenda",
        "content",
        "content",
        "content",
        "summary",
    ]
    assert [slide.id for slide in made.slides[2:5]] == ["open", "seats", "seats.2"]


def test_the_name_of_the_article_alone_is_no_slide_of_sources() -> None:
    assert compose(TWO + "sources: [{title: 館報}]").slides[-1].role == "sources"
    assert compose(TWO).slides[-1].role == "summary"


def test_what_is_for_the_handout_alone_is_not_on_a_slide() -> None:
    assert "配るだけ" not in str(compose(TWO))


def test_notes_hold_prose_and_the_cited_sentences_with_their_lines() -> None:
    notes = plain(compose(TWO).slides[2].notes)
    assert "工事は秋まで続く。" in notes
    assert "第1行 まちの図書館は10月1日に新しくなる。" in notes


def test_notes_do_not_say_twice_what_the_prose_says() -> None:
    notes = plain(
        compose("""
sections:
  - id: open
    title: いつ開くか
    blocks:
      - bullets: [{text: 10月1日に開館, from: [L1]}, {text: 席が増える, from: [L2]}]
      - text: まちの図書館は10月1日に新しくなる。
""")
        .slides[1]
        .notes
    )
    assert notes.count("10月1日に新しくなる") == 1
    assert "席は120から200に増える。" in notes


FULL = """
sections:
  - id: open
    title: いつ開くか
    blocks:
      - bullets: [{text: 開館は秋, full: 開館は10月1日の予定, from: [L1]}]
      - steps: [{title: 工事, text: 夏, full: 夏の終わりまで, from: [L1]}]
      - timeline: [{date: 10月1日, text: 開館, full: 新しい館が開く, from: [L1]}]
      - definition: {term: 自習室, text: 予約制の部屋, full: 予約して使う静かな部屋, from: [L3]}
      - table: {columns: [室], rows: [{cells: [自習室], full: [自習室（二階）], from: [L3]}]}
"""


def test_slides_have_the_short_texts_and_the_handout_the_full_ones() -> None:
    slides, handed = str(compose(FULL)), str(handout.compose(material(FULL), TEMPLATE)[0])
    one_page = str(handout.compose(material(FULL), TEMPLATE, short=True)[0])
    for short, full in (
        ("開館は秋", "開館は10月1日の予定"),
        ("夏", "夏の終わりまで"),
        ("開館", "新しい館が開く"),
        ("予約制の部屋", "予約して使う静かな部屋"),
        ("自習室", "自習室（二階）"),
    ):
        assert (repr(short) in slides, repr(full) in slides) == (True, False)
        assert repr(full) in handed
        assert (repr(short) in one_page, repr(full) in one_page) == (True, False)


def test_a_claim_with_nothing_else_to_show_is_the_slide() -> None:
    slide = compose(
        "sections: [{id: open, title: いつ開くか, message: 十月に開く, from: [L1]}]"
    ).slides[1]
    assert slide.message == ()
    assert slide.blocks == (document.Bullets((document.Item(inline.parse("十月に開く")),)),)


def test_a_slide_names_the_lines_it_comes_from() -> None:
    assert inline.plain(compose(TWO).slides[3].source) == "出典：記事 第3行"


def test_a_definition_beside_other_blocks_is_a_slide_of_its_own() -> None:
    assert inline.plain(compose(TWO).slides[3].title) == "用語：自習室"


@pytest.mark.parametrize(("count", "said"), [(9, "9つの項目"), (12, "12の項目")])
def test_the_agenda_counts_as_one_says(count: int, said: str) -> None:
    sections = "".join(
        f"  - {{id: s{n}, title: 第{n}の話, blocks: [{{bullets: [話]}}]}}\n" for n in range(count)
    )
    assert inline.plain(compose(f"sections:\n{sections}").slides[1].message).startswith(said)


def test_options_switch_slides_off() -> None:
    made = compose("deck: {agenda: false, summary: false, sources: false}" + TWO)
    assert {slide.role for slide in made.slides} == {"cover", "content"}


def test_pages_are_numbered_and_counted_where_that_is_asked_for() -> None:
    assert compose(TWO).labels.page == "{n}"
    assert compose("deck: {total: true}" + TWO).labels.page == "{n} / {total}"


def test_a_section_with_only_sections_below_is_a_divider() -> None:
    made = compose(
        """
sections:
  - id: part
    title: 第一部
    sections:
      - {id: one, title: 一つめ, blocks: [{bullets: [あ]}]}
"""
    )
    assert [(s.role, s.group) for s in made.slides[1:3]] == [
        ("section", "第一部"),
        ("content", "第一部"),
    ]


def test_variables_are_filled_in_and_unknown_ones_reported_with_their_line() -> None:
    body = """
variables: {budget: 3億円}
sections:
  - id: a
    title: "{{ organization }}の予算"
    blocks:
      - bullets:
          - 総額は{{ budget }}
          - 期限は{{ deadline }}
"""
    made, diagnostics = deck.compose(material(body), TEMPLATE)
    slide = made.slides[1]
    assert inline.plain(slide.title) == "生涯学習課の予算"
    assert "総額は3億円" in str(slide.blocks)
    assert [d.code for d in diagnostics] == ["compose.undefined"]
    assert diagnostics[0].span is not None
    assert diagnostics[0].span.line == 14
    assert "deadline" in diagnostics[0].message


LIST = """
sections:
  - id: a
    title: 席の数
    blocks:
      - table: {{columns: [年, 席], rows: [[2025, 120]]}}
      - bullets: [{items}]
"""


def test_a_short_list_stays_under_the_table_that_it_comments() -> None:
    assert len(compose(LIST.format(items="席が増える")).slides[1].blocks) == 2


def test_a_long_list_has_a_slide_of_its_own() -> None:
    slides = compose(LIST.format(items="一, 二, 三, 四")).slides
    assert [len(slide.blocks) for slide in slides[1:3]] == [1, 1]


def test_template_code_in_text_cannot_reach_python() -> None:
    body = """
sections:
  - {id: a, title: "{{ title.__class__.__mro__ }}"}
"""
    _, diagnostics = deck.compose(material(body), TEMPLATE)
    assert diagnostics[0].code in ("compose.undefined", "compose.bad-variable")


CHART = """
sections:
  - id: a
    title: 席の数
    blocks:
      - chart: {kind: column, data: seats.csv, unit: 席}
"""


def test_a_chart_takes_its_numbers_from_a_file() -> None:
    made = compose(CHART, seats_csv='年,席\n2025,120\n2026,"1,200"\n'.encode())
    (chart,) = made.slides[1].blocks
    assert isinstance(chart, document.Chart)
    assert chart.categories == ("2025", "2026")
    assert chart.series[0].values == (120, 1200)
    assert chart.alt == "席は、2025 120席、2026 1,200席。"


def test_a_cell_that_is_no_number_is_named_with_its_row() -> None:
    _, diagnostics = deck.compose(
        material(CHART, seats_csv="年,席\n2025,多い\n".encode()), TEMPLATE
    )
    assert [d.code for d in diagnostics] == ["compose.bad-chart-data"]
    assert "2 行目" in diagnostics[0].message


def test_slides_say_things_in_the_order_of_the_outline() -> None:
    made = compose("""
sections:
  - id: flow
    title: 順序
    blocks:
      - bullets: [一番目]
      - quote: {text: 二番目, by: 住民}
      - bullets: [三番目]
      - definition: {term: 四番目, text: ことば}
      - table: {columns: [年, 数], rows: [[五番目, "1"]]}
      - bullets: [六番目]
""")
    said = "".join(str(slide.blocks) for slide in made.slides[1:])
    order = [said.index(f"{n}番目") for n in "一二三四五六"]
    assert order == sorted(order)


def test_a_card_whose_item_has_but_a_full_text_says_that() -> None:
    made = compose("""
sections:
  - id: contact
    title: 連絡先
    blocks:
      - bullets: [{title: 電話, text: 平日のみ}, {title: 窓口, full: 本庁舎の二階で受け付ける}]
""")
    assert "本庁舎の二階で受け付ける" in str(made.slides[1].blocks)


def test_a_section_that_says_nothing_on_slides_is_no_slide_and_that_is_said() -> None:
    made, found = deck.compose(
        material("""
sections:
  - {id: later, title: あとで書く}
  - {id: paper, title: 紙だけ, blocks: [{only: handout, bullets: [一つ]}]}
  - id: over
    title: 部
    sections: [{id: none, title: 何もない}]
  - {id: claim, title: 主張, message: これだけを言う}
  - {id: said, title: 中身, blocks: [{bullets: [一つ]}]}
"""),
        TEMPLATE,
    )
    assert [slide.id for slide in made.slides] == [Own("cover"), Own("agenda"), "claim", "said"]
    agenda = made.slides[1].blocks[0]
    assert isinstance(agenda, document.Agenda)
    assert [entry.target for entry in agenda.entries] == ["claim", "said"]
    assert [problem.code for problem in found] == ["compose.no-slide"] * 4


def test_slides_of_the_same_title_are_told_apart_by_what_they_stand_under() -> None:
    made = compose("""
sections:
  - id: all
    title: 講座
    sections:
      - {id: a, title: 春, sections: [{id: a1, title: 参加者, message: 春は40人}]}
      - {id: b, title: 秋, sections: [{id: b1, title: 参加者, message: 秋は60人}]}
  - {id: other, title: 参加者, message: 全体では100人}
""")
    titles = {slide.id: inline.plain(slide.title) for slide in made.slides}
    assert (titles["a1"], titles["b1"]) == ("参加者（春）", "参加者（秋）")
    assert titles["other"] == "参加者"


def test_where_most_slides_tell_what_they_stand_under_all_beside_them_do() -> None:
    made = compose("""
sections:
  - id: all
    title: 座談会
    sections:
      - id: q1
        title: 質問1
        sections:
          - {id: a1, title: 青木, message: 鍵は要る}
          - {id: b1, title: 馬場, message: 鍵は要らない}
          - {id: c1, title: 千葉、土井, message: 場所による}
      - id: q2
        title: 質問2
        sections:
          - {id: a2, title: 青木, message: 費用は市が出す}
          - {id: b2, title: 馬場, message: 費用は町が出す}
          - {id: c2, title: 千葉, message: 折半がよい}
""")
    titles = {slide.id: inline.plain(slide.title) for slide in made.slides}
    assert (titles["c1"], titles["c2"]) == ("千葉、土井（質問1）", "千葉（質問2）")
    assert titles["all"] == "座談会"


def test_notes_know_what_each_of_their_lines_is() -> None:
    made = compose("""
sections:
  - id: a
    title: 節
    message: 主張
    notes: |
      はじめに話す。
      ・一つめ
      【配るもの】
      ※ 残部は三十
""")
    assert made.slides[1].notes == (
        Remark("はじめに話す。"),
        Remark("一つめ", "item", "・"),
        Remark("【配るもの】", "label"),
        Remark("※ 残部は三十", "footnote"),
    )


def test_marks_in_notes_are_words_there() -> None:
    made = compose("""
sections:
  - id: a
    title: 節
    message: 主張
    notes: |
      **ゆっくり**話す。[資料](https://a.example/x)を配る^[残部は三十]。
      - {図書|としょ}券
""")
    assert plain(made.slides[1].notes) == (
        "ゆっくり話す。資料（https://a.example/x）を配る（残部は三十）。\n- 図書（としょ）券"
    )


@pytest.mark.parametrize("name", ["cover", "agenda", "summary", "glossary", "sources"])
def test_no_id_of_a_person_is_taken_for_a_slide_of_the_program(name: str) -> None:
    made = compose(TWO.replace("id: seats", f"id: {name}") + "glossary: [{term: 蔵書, text: 本}]")
    ids = [slide.id for slide in made.slides]
    assert len(set(ids)) == len(ids)
    assert next(slide for slide in made.slides if slide.id == name).section == name


@pytest.mark.parametrize(
    ("titles", "numbers"),
    [
        (("目的", "経緯", "費用"), ["1", "2", "3"]),
        (("目的", "経緯", "3 費用"), ["1", "2", ""]),
        (("はじめに", "１ 目的", "２ 経緯"), ["", "", ""]),
    ],
)
def test_the_agenda_gives_no_second_number(titles: tuple[str, ...], numbers: list[str]) -> None:
    sections = "".join(
        f"\n  - {{id: s{n}, title: {title}, message: 文}}" for n, title in enumerate(titles)
    )
    agenda = compose(f"deck: {{agenda: true}}\nsections:{sections}").slides[1].blocks[0]
    assert isinstance(agenda, document.Agenda)
    assert [entry.number for entry in agenda.entries] == numbers


def test_a_message_of_a_block_begins_a_slide_and_stands_on_it_alone() -> None:
    body = """
sections:
  - id: seats
    title: 席
    message: 席が増える
    blocks:
      - bullets: [一階は40席]
      - bullets: [二階は20席]
      - message: 部屋は予約する
        from: [L3]
        bullets: [自習室は3つ]
"""
    made = compose(body)
    said = [(inline.plain(s.message), len(s.blocks)) for s in made.slides if s.section == "seats"]
    assert said == [("席が増える", 2), ("部屋は予約する", 1)]
    printed, _ = handout.compose(material(body), TEMPLATE)
    assert "部屋は予約する" not in str(printed)


def test_dates_are_those_of_eras_where_that_is_wanted_and_authors_stand_below_them() -> None:
    body = "sections: [{id: a, title: 題, message: 文}]"
    made = compose("date-style: 和暦\nauthors: [山田花子, 佐藤一郎]\n" + body)
    assert [inline.plain(line) for line in made.byline] == [
        "令和8年4月1日",
        "生涯学習課",
        "山田花子　佐藤一郎",
    ]
    assert "令和8年4月" in inline.plain(made.footer)
    assert made.info.author == "生涯学習課; 山田花子; 佐藤一郎"
    assert "2026年4月1日" in inline.plain(compose(body).byline[0])


def test_a_logo_that_is_not_there_is_an_error_at_its_line() -> None:
    body = "logo: {file: x.png}\nsections: [{id: a, title: 題, message: 文}]"
    made, problems = deck.compose(material(body), TEMPLATE)
    assert made.marks.logo is None
    assert [(p.code, p.span and p.span.line) for p in problems] == [("compose.no-image", 6)]
