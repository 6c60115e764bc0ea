"""Sentences that point to something stand where it is said, or say it themselves."""

from shiryo import article, drafting
from shiryo.drafting.select import weight
from shiryo.outline import model


def sections(text: str) -> dict[str, tuple[str, list[model.Item]]]:
    """Give the message of each section and its bullets on slides, by its heading."""
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    return {
        section.title: (
            section.message,
            [
                item
                for block in section.blocks
                if isinstance(block, model.BulletsBlock) and block.only != "handout"
                for item in block.bullets
            ],
        )
        for _, section in outline.walk()
    }


def test_what_an_item_counts_is_named_and_what_leans_on_that_stands_below_nothing_else() -> None:
    text = (
        "# 町\n\n## 店\n\n- 町では2軒の店が気に入りました。まずは、川沿いの蕎麦屋「ゆずりは」。"
        "これは駅の案内所で教わりました。木の器に盛って出してくれます。英語の品書きもあります。"
        "2軒目は坂の上の「みなと亭」。ここも駅から歩いてすぐです。"
        "カードも使えるので、旅の終わりに銀行へ行く必要がありません。\n"
        "- 町の宿は山の上にあります。窓から港が見えます。風呂は夜の九時に閉まります。\n"
    )
    (_, (shops, _)) = sections(text)["店"]
    assert [item.text for item in shops.items] == [
        "まずは、川沿いの蕎麦屋「ゆずりは」",
        "2軒目は坂の上の「みなと亭」",
    ]


def test_who_speaks_stands_first_though_a_name_is_no_sentence() -> None:
    text = (
        "# 館の講座\n\n## 講師\n\n海野 灯 氏（北港館 修理部 主任）\n\n"
        "北港館で本の修理を担当。古い地図の修復で2021年に表彰されました。\n\n"
        "## 場所\n\n北港館（三階 広間）\n\n広間は八十人が座れます。車いすの席も四つあります。\n"
    )
    made = sections(text)
    message, items = made["講師"]
    assert items[0].text == "海野 灯 氏（北港館 修理部 主任）"
    assert "海野" not in message
    assert all("三階" not in item.text for item in made["場所"][1])


def test_this_book_is_the_one_that_the_heading_names() -> None:
    said = "この本は港で働いた人の日記を集めたもの"
    assert weight.points_back(said)
    assert not weight.points_back(said, "灯台守の百年の暮らし")
    assert weight.points_back(said, "感想")
    assert weight.points_back(said, "灯台守の百年の暮らし", before="『波の音』を先に読んだ。")


def test_a_rare_case_points_to_none() -> None:
    assert not weight.points_back("これは稀だが、線が緩んでいる場合がある")
    assert weight.points_back("これは重いが、線が切れにくい")


def test_what_is_nothing_without_a_picture_is_no_point() -> None:
    assert weight.points_on("今回は宿ではなくてここ")
    assert weight.points_on("今回は宿じゃなくてここ")
