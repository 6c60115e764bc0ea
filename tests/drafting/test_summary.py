from shiryo.article.model import Article, Block, Kind
from shiryo.drafting import draft
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model

BODY = (
    ("現状", "図書館の利用者は10年で3割減りました。"),
    ("理由", "駅から遠い館が多いことが理由です。"),
    ("対策", "市は夜間の開館を始めます。"),
)


def article(*more: tuple[str, str]) -> Article:
    blocks = []
    for n, (title, text) in enumerate((*BODY, *more)):
        blocks.append(Block(Kind.HEADING, title, 2 * n + 1, 2 * n + 1, level=2))
        blocks.append(Block(Kind.PARAGRAPH, text, 2 * n + 2, 2 * n + 2))
    lines = tuple(block.text for block in blocks)
    return Article("a.txt", "", "図書館", lines, tuple(blocks))


def test_without_a_conclusion_the_sections_sum_up() -> None:
    outline, _ = draft(article(), "a.txt")
    assert [(i.text, i.from_) for i in outline.summary] == [
        ("図書館の利用者は10年で3割減った", ("L2",)),
        ("駅から遠い館が多いことが理由", ("L4",)),
        ("市は夜間の開館を始める", ("L6",)),
    ]


def test_a_short_conclusion_is_filled_up_from_the_sections() -> None:
    outline, _ = draft(article(("まとめ", "図書館は変わろうとしています。")), "a.txt")
    assert [i.from_ for i in outline.summary] == [("L2",), ("L4",), ("L6",), ("L8",)]
    assert outline.summary[-1].text == "図書館は変わろうとしている"
    assert [s.title for s in outline.sections if s.only == "handout"] == ["まとめ"]


def made(*blocks: Block, title: str = "図書館") -> model.Outline:
    lines = [""] * max(block.last for block in blocks)
    for block in blocks:
        lines[block.first - 1] = block.text
    outline, _ = draft(Article("a.txt", "", title, tuple(lines), blocks), "a.txt")
    return outline


def head(line: int, text: str) -> Block:
    return Block(Kind.HEADING, text, line, line, level=2)


def prose(line: int, text: str) -> Block:
    return Block(Kind.PARAGRAPH, text, line, line)


def test_a_conclusion_stands_late_in_its_article() -> None:
    outline = made(
        head(1, "まとめ"),
        prose(2, "町の図書館は夜の九時まで開きます。"),
        *(
            b
            for n in range(3, 11, 2)
            for b in (head(n, f"館{n}"), prose(n + 1, f"館{n}の屋根を町が直します。"))
        ),
    )
    assert "町の図書館は夜の九時まで開く" in [item.text for item in outline.summary]
    first = outline.sections[0]
    assert (first.title, first.only) == ("まとめ、館3", "deck")


def test_a_table_that_sums_up_is_the_summary() -> None:
    cells = (("館", "休む日"), ("駅前", "月曜"), ("東", "火曜"))
    outline = made(
        head(1, "開館"),
        prose(2, "図書館は夜も開きます。"),
        head(3, "まとめ"),
        prose(4, "館ごとに休む日を決めました。"),
        Block(Kind.TABLE, "", 5, 7, cells=cells),
    )
    assert outline.summary == ()
    closing = outline.sections[-1]
    assert closing.only is None
    assert any(isinstance(block, model.TableBlock) for block in closing.blocks)


def test_decisions_amounts_and_dates_come_before_what_surrounds_them() -> None:
    outline = made(
        head(1, "市が決めたこと"),
        prose(2, "図書館は町の人に親しまれてきました。市は2026年4月に夜間の開館を始めます。"),
        head(3, "ほかの町"),
        prose(4, "例えば、海の町では図書館を駅に移した場合があります。"),
        head(5, "お問い合わせ"),
        prose(6, "図書館の係が平日に電話を受けます。"),
        title="図書館の夜間の開館",
    )  # fmt: skip
    texts = [outline.message, *(item.text for item in outline.summary)]
    assert "市は2026年4月に夜間の開館を始める" in texts
    assert not any("電話" in text for text in texts)


LONG = (
    "駅前の図書館は仕事の帰りに寄る人のために、来年の春から夜の十時まで本を貸し出す",
    "山あいの三つの集落には、車に二千冊を積んだ移動図書館が週に二度まわるようになる",
    "学校の図書室は土曜と日曜に門を開き、親子が机を並べて調べものをする場所に変わる",
    "電子の本は借りるたびに料金がかかるので、町は一人が月に借りられる数を五冊に限る",
    "古い郷土の新聞は、大学の研究室が一枚ずつ撮影し、誰でも家から読めるようにする",
    "司書の数は十年で半分に減ったが、町は来年度から四人を新たに雇い、相談の席を増やす",
    "本の寄付は置き場が足りないため、秋からは受け付ける月を春と秋の二回だけに絞る",
)


def test_a_summary_has_room_on_a_slide() -> None:
    parts = [
        (head(2 * n, f"計画{n}"), prose(2 * n + 1, f"{said}。")) for n, said in enumerate(LONG, 1)
    ]
    outline = made(*(block for part in parts for block in part))
    texts = [item.text for item in outline.summary]
    assert len(texts) == 5
    assert texts == [text for text in LONG if text in texts]


def test_an_item_is_a_main_point_with_its_lead_word_and_can_be_made_again() -> None:
    lead = "町の図書館は、市の支えで三つのことを始めます。"
    rest = "費用は後で決めますが、" + "町の人の声を集めて" * 9 + "秋に議会に出します。"
    texts = (f"北の館で市が夜の貸し出しを2026年4月に始めます。{rest}", "席を四割ふやします。")
    items = [
        Block(Kind.ITEM, text, n, n, label=label)
        for n, (label, text) in enumerate(zip(("夜間の貸し出し", "座席"), texts, strict=True), 3)
    ]
    lines = ("計画", lead, *(f"{b.label}: {b.text}" for b in items))
    blocks = (head(1, "計画"), prose(2, lead), *items)
    read = Article("a.txt", "", "図書館の夜間の貸し出し", lines, blocks)
    outline, _ = draft(read, "a.txt")
    texts_ = [item.text for item in outline.summary]
    assert "夜間の貸し出し: 北の館で市が夜の貸し出しを2026年4月に始める" in texts_
    assert edited(outline, read) == []


def test_a_heading_that_says_what_is_done_is_a_main_point() -> None:
    blocks = (
        Block(Kind.HEADING, "１）夜の九時までの開館を始めます", 1, 1, level=2),
        Block(Kind.PARAGRAPH, "働く人は昼に来られません。夜なら来られるという声があります。", 2, 2),
        Block(Kind.HEADING, "２）本の予約を家から受け付けます", 3, 3, level=2),
        Block(Kind.PARAGRAPH, "窓口には列ができています。画面の仕組みは隣の町にあります。", 4, 4),
    )
    outline = made(*blocks)
    assert {i.text: i.from_ for i in outline.summary}.items() >= {
        "夜の九時までの開館を始める": ("L1",),
        "本の予約を家から受け付ける": ("L3",),
    }.items()
