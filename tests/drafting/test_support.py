from dataclasses import replace

from shiryo.article.model import Article, Block, Kind
from shiryo.drafting.forms import points as shown
from shiryo.drafting.select.claims import Claim, claims
from shiryo.drafting.select.standing import Point
from shiryo.drafting.select.support import points
from shiryo.drafting.wording import sentences


def paragraphs(*texts: str) -> tuple[list[Block], list[Claim]]:
    """Give paragraphs of one line each, and what they claim."""
    blocks = [Block(Kind.PARAGRAPH, text, n, n) for n, text in enumerate(texts, 1)]
    article = Article("a.md", "", "", texts, tuple(blocks))
    return blocks, claims([s for b in blocks for s in sentences.of(b, article)], "")


def told(found: list[Point]) -> list[tuple[str, str]]:
    return [(p.claim.text, p.under.text if p.under else "") for p in found]


def listed(found: list[Point], blocks: list[Block]) -> list[list[str]]:
    """Give the bullets of the slides, each with what is below it."""
    made = [b for slide in shown.blocks(found, blocks) for b in slide.block.bullets]
    return [[item.text, *(below.text for below in item.items)] for item in made]


def test_every_paragraph_has_a_point_before_any_has_two() -> None:
    blocks, found = paragraphs(
        "館は1990年に建った。館の床は2001年に1,200枚の板で張り替えた。館の屋根は2010年に銅で葺いた。",
        "庭は職員が世話をしている。",
        "池は子どもに人気がある。",
    )
    text = [point.claim.text for point in points(found, None, 3, blocks=blocks)]
    assert text[1:] == ["庭は職員が世話をしている", "池は子どもに人気がある"]


def test_what_has_no_topic_stands_below_what_it_is_said_of() -> None:
    blocks, found = paragraphs(
        "借りる人は棚の本しか選べない。",
        "司書は書庫を使う。古い新聞を月ごとに束ね、千冊の台帳と見比べながら傷みを直している。",
    )
    made = points(found, found[0], 1, blocks=blocks)
    assert told(made) == [("司書は書庫を使う", "")]  # not the other alone: that would be a reader's
    assert listed(points(found, found[0], 5, blocks=blocks), blocks) == [
        [
            "司書は書庫を使う",
            "古い新聞を月ごとに束ね、千冊の台帳と見比べながら傷みを直している",
        ]
    ]


def test_what_lacks_a_topic_needs_all_that_its_paragraph_speaks_of() -> None:
    text = "北の館は本を増やした。南の館は席を減らした。来月からは千冊を半分の五百冊にする。"
    blocks, found = paragraphs(text)
    north, south, half = found
    made = points(found, north, 1, blocks=blocks)
    assert told(made) == [(south.text, "")]  # or the books would be the northern ones
    assert [p.claim for p in points(found, north, 2, blocks=blocks)] == [south, half]


def test_what_points_back_stands_below_what_it_points_to() -> None:
    blocks, found = paragraphs("館は本を3,000冊減らした。これは町で初めてのことだ。")
    assert listed(points(found, None, 5, blocks=blocks), blocks) == [
        ["館は本を3,000冊減らした", "これは町で初めてのこと"]
    ]


def test_what_points_back_to_the_message_stands_right_under_it() -> None:
    blocks, found = paragraphs(
        "館の棚は山の木で作られている。館の床は石でできている。これは町の職人が三年かけて磨いた。"
    )
    shelves, floor, polished = found
    assert [p.claim for p in points(found, floor, 5, blocks=blocks)] == [polished, shelves]


def test_that_there_is_one_more_thing_is_no_point() -> None:
    blocks, found = paragraphs("館は冬も開いている。もう1つ、気になる点がある。")
    assert told(points(found, found[0], 5, blocks=blocks)) == []
    blocks, found = paragraphs("館は冬も開いている。2024年の春にはサクラ館から発表があった。")
    assert len(points(found, found[0], 5, blocks=blocks)) == 1


def test_facts_of_one_paragraph_stand_beside_each_other_unless_they_name_the_one_before() -> None:
    blocks, found = paragraphs(
        "町は山の上にある。図書館は1990年に建った。学校は2校ある。学校の庭は2021年に広げた。"
        "橋は川に3本かかる。駅は2010年にできた。駅員は6人いる。"
    )
    made = listed(points(found, None, 9, blocks=blocks), blocks)
    assert ["図書館は1990年に建った"] in made
    assert ["学校は2校ある", "学校の庭は2021年に広げた"] in made
    assert ["橋は川に3本かかる"] in made


def test_the_subject_of_a_ground_is_what_a_statement_speaks_of() -> None:
    blocks, found = paragraphs("館は席を増やした。本の棚が足りなかったため、倉庫を借りた。")
    assert listed(points(found, None, 5, blocks=blocks), blocks) == [
        ["館は席を増やした"],
        ["本の棚が足りなかったため、倉庫を借りた"],
    ]


def test_what_is_counted_second_stands_beside_the_first_or_nowhere() -> None:
    blocks, found = paragraphs(
        "館の変化は二つに分かれる。",
        "1つ目は貸出の自動化だ。2つ目は席の予約だ。",
    )
    made = told(points(found, found[0], 5, blocks=blocks))
    assert made == [("1つ目は貸出の自動化", ""), ("2つ目は席の予約", "")]
    rest = [found[0], *found[2:]]
    assert told(points(rest, found[0], 5, blocks=blocks)) == []


def test_what_is_said_of_each_that_is_counted_off_stands_below_it() -> None:
    blocks, found = paragraphs(
        "貸出の数は春に倍になった。",
        "館の変化は二つに分かれる。",
        "1つ目は貸出の自動化だ。機械は一分で十冊を読み取る。",
        "2つ目は席の予約だ。読む人は家から席を選べる。",
        "町は館の庭も広げた。",
    )
    made = told(points(found, found[1], 9, blocks=blocks))
    assert made == [
        ("1つ目は貸出の自動化", ""),
        ("機械は一分で十冊を読み取る", "1つ目は貸出の自動化"),
        ("2つ目は席の予約", ""),
        ("読む人は家から席を選べる", "2つ目は席の予約"),
        ("貸出の数は春に倍になった", ""),
        ("町は館の庭も広げた", ""),
    ]


def test_of_two_sentences_the_one_with_numbers_and_names_is_the_point() -> None:
    blocks, found = paragraphs(
        "館は古い。館の棚はよく考えられている。館の本は2020年に4万冊から3万冊になった。館の庭は広い。"
    )
    made = points(found, found[0], 1, blocks=blocks)
    assert told(made) == [("館の本は2020年に4万冊から3万冊になった", "")]


def test_a_topic_holds_on_the_next_line_and_not_after_a_blank_one() -> None:
    texts = "司書は書庫を使う。", "古い新聞を月ごとに束ねている。", "", "棚は千冊ごとに並べ替える。"
    blocks = [Block(Kind.PARAGRAPH, text, n, n) for n, text in enumerate(texts, 1) if text]
    article = Article("a.md", "", "", texts, tuple(blocks))
    found = claims([s for b in blocks for s in sentences.of(b, article)], "")
    assert [p.under is None for p in points(found, None, 5, blocks=blocks)] == [True, False, True]
    apart = [found[0], replace(found[1], first=3, last=3)]
    assert [p.under for p in points(apart, None, 5)] == [None, None]


def test_what_opens_a_section_points_to_its_heading() -> None:
    blocks, found = paragraphs("この館には予約がいる。館の庭は誰でも入れる。")
    made = points(found, found[1], 5, blocks=blocks)
    assert told(made) == [("この館には予約がいる", "")]
    listed_first = [Block(Kind.ITEM, "東の館", 0, 0), *blocks]
    assert told(points(found, found[1], 5, blocks=listed_first)) == []  # it is of the list


def test_what_the_message_turns_against_is_no_support_of_it() -> None:
    blocks, found = paragraphs("館の人に悪意はない。しかし、古い本は捨てるしかない。棚が足りない。")
    made = points(found, found[1], 5, blocks=blocks)
    assert told(made) == [("棚が足りない", "")]


def test_what_is_turned_against_is_said_with_what_turns_or_not_at_all() -> None:
    blocks, found = paragraphs(
        "棚は2020年に40本から30本になった。館は本を4万冊に減らした。しかし、それは町の本だけだ。"
    )
    shelves, books, only = found
    assert [p.claim for p in points(found, shelves, 1, blocks=blocks)] == []
    assert [p.claim for p in points(found, shelves, 2, blocks=blocks)] == [books, only]


def test_what_has_the_letters_of_another_point_but_other_words_is_said_too() -> None:
    blocks, found = paragraphs(
        "新しい屋台の市の場所が決まってから、店主は札を作る。",
        "先に端の店主のみが札を作る。",
    )
    text = [point.claim.text for point in points(found, found[0], 3, blocks=blocks)]
    assert text == ["先に端の店主のみが札を作る"]


def test_what_tells_what_came_next_keeps_its_place_beside_the_message() -> None:
    text = "館の朝は棚を拭いて始まる。館の門は十時に開く。このあと、係は本を並べる。"
    blocks, found = paragraphs(text)
    wiped, opened, placed = found
    assert [p.claim for p in points(found, opened, 5, blocks=blocks)] == [wiped, placed]


def test_what_goes_on_from_a_point_that_leans_on_the_message_stays_with_it() -> None:
    blocks, found = paragraphs(
        "だれもが本を読む権利を持つ。館は本の持ち去りを許さない。"
        "係は、これを破った人の貸出を止める。また、町の学校と役場に知らせを送る。"
    )
    right, never, stops, tells = found
    told = points(found, never, 5, blocks=blocks)
    assert [p.claim for p in told] == [stops, tells, right]
    assert listed(told, blocks)[-1] == [right.text]  # it is not the right that sends word


def test_what_nearly_all_speak_of_tells_nothing_of_what_stands_below_what() -> None:
    blocks, found = paragraphs(
        "館アプリは席を予約できる。館アプリは本を探せる。館アプリは棚の地図を持つ。"
        "館アプリは雨の日も使える。館アプリは字を大きくする。館アプリは町の祭りを知らせる。"
        "館アプリは子どもの読書を記録する。館アプリは駅の時刻を出す。"
    )
    made = listed(points(found, found[0], 9, blocks=blocks), blocks)
    assert [len(group) for group in made] == [1] * 7


def test_a_number_gives_a_sentence_room_for_five_lines() -> None:
    plain = (
        "聞き取りでは、道への不満として「夜は街灯の間が離れすぎていて足もとが見えない、"
        "雨の日は水がたまって歩けない、自転車と歩く人が同じ所を通るので子どもを連れて"
        "歩くのがこわい、坂の上では車の音も大きくて話ができない」という答えが出ている"
    )
    counted = plain.replace("道への不満として", "道への不満の第3位に")
    shown = []
    for text in (plain, counted):
        blocks, found = paragraphs(
            "町は道を直す。", f"{text}。", "橋は石だ。", "川は流れる。", "駅は四つある。"
        )
        found = [replace(c, score=0.5 if c.text == text else 2.0) for c in found]
        shown.append(text in [p.claim.text for p in points(found, found[0], 9, blocks=blocks)])
    assert shown == [False, True]


def test_what_follows_with_a_further_deed_stands_beside_it() -> None:
    blocks, found = paragraphs(
        "館は庭を広げた。館長は町の祭りを始めた。さらにこの春から夜も門を開けている。"
    )
    assert listed(points(found, found[0], 5, blocks=blocks), blocks)[0] == [
        "館長は町の祭りを始めた"
    ]


def test_a_paragraph_of_its_own_needs_one_new_word_only() -> None:
    blocks, found = paragraphs(
        "館の会員証を受け取るには、館の窓口で名前と住所を書いた紙を出す必要がある。",
        "館の会員証を受け取るには、館の窓口で写真を出す必要がある。",
    )
    assert len(points(found, found[0], 5, blocks=blocks)) == 1


def test_what_a_thing_looks_like_is_not_said_of_another() -> None:
    blocks, found = paragraphs(
        "庭の蛾は、卵を木の幹に五百個ほど産む。",
        "幼虫には、細い毒の毛がある。色は黒く、糸を出して風に乗り、洗った服に付くこともある。",
    )
    said = dict(told(points(found, None, 3, blocks=blocks)))
    (look,) = (text for text in said if text.startswith("色は"))
    assert said[look].startswith("幼虫には")
    del blocks[1]
    rest = [claim for claim in found if "幼虫には" not in claim.text]
    assert not any(
        point.claim.text.startswith("色は") for point in points(rest, None, 3, blocks=blocks)
    )
