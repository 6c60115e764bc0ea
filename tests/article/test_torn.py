"""Lines that break within a sentence are read as one; lines that may be two things stay two."""

import pytest

from shiryo.article import read
from shiryo.article.model import Kind
from shiryo.article.structure.torn import goes_on, takes_up


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("川沿いの道〜橋詰　経由", "もありますが、遠回りになる"),
        ("北駅（２号線）〜橋詰（５号線）", "〜港町〜南駅　経由"),
        ("市が施設の引渡しに際", "して負担する費用について"),
        ("市が負担する費用（確認中）について補正予算", "に計上する予定です。"),
        ("利用者の情報を扱うクラウ", "ドを選ぶ。"),
        ("※見た範囲のため、", "他にもあると思います。"),
        ("春の祭りは", "雨で中止になった。"),
        ("これを「橋は渡れる。」", "だけで済ませるのは足りない。"),
    ],
)
def test_a_line_that_breaks_within_a_sentence_goes_on(before: str, after: str) -> None:
    assert goes_on(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("住所", "北町一丁目"),
        ("東京", "都市計画課"),
        ("お申し込みはこちらから", "お待ちしています"),
        ("今後の進め方について", "市は計画を見直す。"),
        ("参加費 無料", "でもお早めに。"),
        ("橋を直した。", "も一つの案だ"),
        ("〜春の部〜", "〈北町〉募集開始"),
        ("https://example.jp/kita", "の案内を見る"),
        ("i. 題を絞り、", "ii. 例を読む。"),
        ("手順は、", "・窓口に出す"),
    ],
)
def test_what_may_be_two_things_stays_two(before: str, after: str) -> None:
    assert not goes_on(before, after)


def test_across_a_gap_only_a_particle_or_a_comma_joins() -> None:
    assert takes_up("「橋を渡ろう」", "という題で話した。")
    assert takes_up("橋は、", "渡れない。")
    assert not takes_up("橋を渡ろうとしたのだが", "雨が降った。")


ROUTE = "北町からは次の道がある\n\n北駅（２号線）〜橋詰\n〜港町（５号線）\n〜南駅　経由\n"


@pytest.mark.parametrize("file", ["a.txt", "a.md"])
def test_a_route_over_three_lines_is_one_paragraph(file: str) -> None:
    article, _ = read(f"{ROUTE}\n別の道は工事のため通れません。\n".encode(), file)
    (route,) = (block for block in article.blocks if "橋詰" in block.text)
    assert route.text == "北駅（２号線）〜橋詰〜港町（５号線）〜南駅　経由"
    assert (route.first, route.last) == (3, 5)


def test_a_torn_line_over_a_list_leads_in_to_it_as_a_whole() -> None:
    source = "# 道の案内\n\n川沿いの道　\nもありますが、時間がかかる\n\n* 朝は混む\n* 夜は暗い\n"
    article, _ = read(source.encode(), "a.md")
    assert article.blocks[1].kind is Kind.LEAD_IN
    assert article.blocks[1].text == "川沿いの道　もありますが、時間がかかる"


def test_an_item_goes_on_in_the_next_line_where_it_breaks_within_a_clause() -> None:
    source = "持ち物は次のとおりです。\n・雨の日に履く長靴と、着替え\nを入れる袋\n・水筒\n"
    article, _ = read(source.encode(), "a.txt")
    items = [block.text for block in article.blocks if block.kind is Kind.ITEM]
    assert items == ["雨の日に履く長靴と、着替えを入れる袋", "水筒"]


def test_a_remark_above_a_list_keeps_the_line_that_it_goes_on_in() -> None:
    source = "※見た範囲のため、\n他にもあると思います。\n* 橋の西側\n* 港の周り\n"
    article, _ = read(source.encode(), "a.md")
    assert article.blocks[0].text == "※見た範囲のため、他にもあると思います。"


def test_no_line_is_lost_where_the_title_goes_on() -> None:
    article, _ = read("北町、\n防災訓練の実施について\n".encode(), "a.txt")
    assert [(b.first, b.last) for b in article.blocks] == [(1, 2)]


LINES = (
    "畑を借りた人が水やりの当番を自分たちで決めることができる",
    "収穫した野菜は朝市で売る",
    "種や苗の代金は組合が半分を持つので初めての人でも始めやすい",
    "道具は小屋にある",
)


def test_sentences_without_stops_a_line_each_stay_apart() -> None:
    article, _ = read("\n".join(("# 畑の会", "", *LINES)).encode(), "a.md")
    assert tuple(b.text for b in article.blocks if b.kind is Kind.PARAGRAPH) == LINES


@pytest.mark.parametrize(
    "text",
    [
        "畑を借りた人が水やりの当番の順番を自分たちで話して決める\nことができるのは春からである。",
        "水の量を毎朝記録して、葉の色が変わった日の気温を表に書き足す\n"
        "当番が夕方にもう一度畑を回り、虫の跡があればその場で写真に残す\n"
        "決まりである。",
    ],
)
def test_a_sentence_that_is_cut_at_a_width_stays_one(text: str) -> None:
    article, _ = read(f"# 畑の会\n\n{text}\n".encode(), "a.md")
    (said,) = [b.text for b in article.blocks if b.kind is Kind.PARAGRAPH]
    assert said == text.replace("\n", "")


def test_an_item_that_breaks_far_from_the_edge_after_a_predicate_says_two_things() -> None:
    source = (
        "# 館\n\n- 小さな子を連れた人には、困ることもある\n"
        "読み聞かせの時間のほかにも、休む部屋や飲み物の売り場など、館が用意しにくい物を望む声が多い\n"
        "- 夜の館は静かで、遠くから歩いてくる人が\n借りる本を選べる\n"
    )
    article, _ = read(source.encode(), "a.md")
    two, one = (block.text for block in article.blocks if block.kind is Kind.ITEM)
    assert "困ることもある　読み聞かせ" in two
    assert one == "夜の館は静かで、遠くから歩いてくる人が借りる本を選べる"


def test_the_name_beside_an_address_leads_there() -> None:
    link = "https://a.example/pass"
    more = "- 詳しくは https://a.example/x\n"
    article, _ = read(f"# 館\n\n- 年の券の延べ払い？　{link}\n{more}".encode(), "a.md")
    name, pointer = (block for block in article.blocks if block.kind is Kind.ITEM)
    assert (name.text, [mark.href for mark in name.marks]) == (
        "年の券の延べ払い？",
        ["https://a.example/pass"],
    )
    assert "https://a.example/x" in pointer.text


def test_the_name_of_a_small_picture_is_no_label() -> None:
    article, _ = read("# 館\n\n- 夜の館 :star_two:\n- 朝: 静か :sun:\n".encode(), "a.md")
    assert [(b.label, b.text) for b in article.blocks[1:]] == [
        ("", "夜の館 :star_two:"),
        ("朝", "静か :sun:"),
    ]
