from dataclasses import replace

from shiryo.article import read as read_article
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
    assert (outline.message, outline.from_) == ("図書館は変わろうとしている", ("L8",))
    assert [i.from_ for i in outline.summary] == [("L2",), ("L4",), ("L6",)]
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
    "町は十年で半分に減った司書を来年度から四人ふやし、相談の席を増やす",
    "本の寄付は置き場が足りないため、秋からは受け付ける月を春と秋の二回だけに絞る",
)


def test_a_summary_has_room_on_a_slide() -> None:
    parts = [
        (head(2 * n, f"計画{n}"), prose(2 * n + 1, f"{said}と市の議会が去年の秋に決めました。"))
        for n, said in enumerate(LONG, 1)
    ]
    outline = made(*(block for part in parts for block in part))
    texts = [item.text for item in outline.summary]
    assert len(texts) == 5
    assert texts == sorted(
        texts, key=[f"{said}と市の議会が去年の秋に決めた" for said in LONG].index
    )


def test_what_it_costs_is_a_main_point_though_an_item_with_a_lead_word_and_can_be_made_again() -> (
    None
):
    lead = "町の図書館は、市の支えで三つのことを始めます。"
    texts = (
        "北の館で夜も本を貸し出します。",
        "市が二千万円の予算を組みます。",
        "席を四割ふやします。",
    )
    items = [
        Block(Kind.ITEM, text, n, n, label=label)
        for n, (label, text) in enumerate(zip(("夜間", "資金", "座席"), texts, strict=True), 3)
    ]
    lines = ("計画", lead, *(f"{b.label}: {b.text}" for b in items))
    blocks = (head(1, "計画"), prose(2, lead), *items)
    read = Article("a.txt", "", "夜に開く町", lines, blocks)
    outline, _ = draft(read, "a.txt")
    texts_ = [item.text for item in outline.summary]
    assert "資金: 市が二千万円の予算を組む" in texts_
    assert edited(outline, read) == []


def items(first: int, *texts: str) -> list[Block]:
    return [Block(Kind.ITEM, text, n, n) for n, text in enumerate(texts, first)]


def test_the_list_of_the_conclusion_is_in_the_summary_whole() -> None:
    outline = made(
        head(1, "現状"),
        prose(2, "図書館の利用者は10年で3割減りました。"),
        head(3, "対策"),
        prose(4, "市は夜間の開館を始めます。"),
        head(5, "まとめ"),
        *items(6, "利用者は減り続けている", "夜間の開館を始める", "費用は年に二百万円かかる"),
    )
    assert {("L6",), ("L7",), ("L8",)} <= {item.from_ for item in outline.summary}


def test_steps_and_tasks_are_no_main_points() -> None:
    outline = made(
        head(1, "はじめる前に"),
        prose(2, "この貸出機は夜でも使えます。"),
        head(3, "画面の「貸出」を押す"),
        *items(4, "カードを置く", "本を重ねる"),
        head(6, "控えを受け取る"),
        prose(7, "下の口に手を入れましょう。"),
        head(8, "困ったとき"),
        *items(9, "職員が来るまで待つ", "赤い札を上げる"),
        title="貸出機の使いかた",
    )
    said = [outline.message, *(item.text for item in outline.summary)]
    assert not {"控えを受け取る", "画面の「貸出」を押す", "カードを置く", "本を重ねる"} & {*said}
    assert not any("札を上げる" in text for text in said)


def test_each_chapter_of_rules_is_told_by_what_it_rules() -> None:
    outline = made(
        head(1, "第1章 借りる人"),
        *items(2, "町に住む人は、誰でも本を借りることができる", "はじめての人はカードを作る"),
        head(4, "第2章 借りる数"),
        *items(5, "借りることができる本は、一人につき十冊とする"),
        head(6, "第3章 返す日"),
        *items(7, "借りた本は、二週間のうちに返さなければならない"),
    )
    assert {("L2",), ("L5",), ("L7",)} <= {item.from_ for item in outline.summary}


def test_what_was_decided_is_in_the_summary_beside_what_was_asked_for() -> None:
    outline = made(
        head(1, "議題1 夜間の開館"),
        prose(2, "館長は、来年の春から夜の九時まで開きたいと説明しました。"),
        Block(Kind.HEADING, "決定事項", 3, 3, level=3),
        *items(4, "夜間の開館を承認する"),
        head(5, "議題2 席"),
        prose(6, "机が足りないとの声がありました。"),
        head(7, "議題3 返却口"),
        prose(8, "返却口は駅に一つ増やします。"),
        title="図書館の会議",
    )
    assert any("L4" in item.from_ for item in outline.summary)


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


def test_an_article_that_says_nothing_in_words_has_no_summary() -> None:
    signs = Block(Kind.PARAGRAPH, "&" * 30, 1, 1)
    outline, _ = draft(Article("a.txt", "", "", (signs.text,), (signs,)), "a.txt")
    assert (outline.message, outline.summary) == ("", ())


def test_a_message_with_an_exception_below_it_is_no_line_of_the_summary() -> None:
    rule = "館の引っ越しは、中央図書館の分館の開館時間を変えることと同じ扱いになります。"
    but = "ただし、館の引っ越しでは、市民が借りている全ての本の返却期限がその日までに改められます。"
    outline, _ = draft(article(("引っ越し", rule + but)), "a.txt")
    assert outline.sections[-1].message.startswith("館の引っ越しは、")
    assert not any("引っ越し" in item.text for item in outline.summary)
    assert len(outline.summary) == 3


def test_what_does_not_say_of_what_it_is_stands_behind_its_heading() -> None:
    outline = made(
        head(1, "夜の開館"),
        prose(2, "仕事の帰りに本を借りたい人にとって便利です。"),
        head(3, "席の予約"),
        prose(4, "図書館の席は前日から予約できます。"),
        head(5, "書庫"),
        prose(6, "図書館の書庫には古い新聞があります。"),
        title="町の知らせ",
    )
    assert [(i.title, i.text, i.from_) for i in outline.summary][:2] == [
        ("夜の開館", "仕事の帰りに本を借りたい人にとって便利", ("L1", "L2")),
        ("", "図書館の席は前日から予約できる", ("L4",)),
    ]


def test_the_news_comes_first_though_its_sender_stands_with_an_address() -> None:
    outline = made(
        prose(
            1,
            "北町図書館（所在地：北町、館長：山田花）は、2030年4月1日より、夜九時までの開館を始め、"
            "仕事の帰りに本を借りたい人と席を使いたい学生を迎えます。",
        ),
        *(
            b
            for n, (title, text) in enumerate(BODY)
            for b in (head(2 * n + 2, title), prose(2 * n + 3, text))
        ),
        title="夜九時までの開館を開始",
    )
    assert outline.summary[0].text.startswith("北町図書館（所在地：北町、館長：山田花）は")
    assert len(outline.summary) == 1 + len(BODY)


def test_a_notice_says_what_changes_not_that_it_is_listed() -> None:
    outline = made(
        prose(1, "町では、2030年4月1日から図書館の開館時間を次のとおり変更します。"),
        head(2, "主な変更点"),
        Block(Kind.ITEM, "朝は八時に開きます", 3, 3),
        Block(Kind.ITEM, "夜は九時に閉じます", 4, 4),
        head(5, "席の予約"),
        prose(6, "図書館の席は前日から予約できます。"),
        title="図書館の開館時間が変わります",
    )
    said = outline.message or outline.summary[0].text
    assert said.startswith("町では、2030年4月1日から図書館の開館時間を変更")


def test_what_points_to_what_stands_elsewhere_is_no_line_of_the_summary() -> None:
    outline = made(
        head(1, "夜の開館"),
        prose(2, "図書館は夜の九時まで開きます。今年はこれのおかげで利用者が二割増えました。"),
        head(3, "席"),
        prose(4, "席を増やすにはいくつかの方法が考えられます。席の予約は前の日から受け付けます。"),
        title="町の図書館",
    )
    said = [item.text for item in outline.summary]
    assert not any("これの" in text or "いくつかの" in text for text in said)


def test_why_it_is_done_is_in_the_summary_among_many_decisions() -> None:
    decided = [
        (head(2 * n, f"計画{n}"), prose(2 * n + 1, f"{said}と市の議会が去年の秋に決めました。"))
        for n, said in enumerate(LONG, 1)
    ]
    why = (
        head(40, "どうして変えるのか"),
        prose(41, "昼に働く人の多くは、夕方に閉まる図書館で本を借りられません。"),
    )
    outline = made(*(block for part in (*decided, why) for block in part))
    assert any("昼に働く人の多くは" in item.text for item in outline.summary)


def test_a_thing_is_no_line_of_the_summary_and_neither_is_what_is_told_below() -> None:
    outline = made(
        prose(1, "去年の秋に駅の前で買った傘。"),
        head(2, "買ったわけ"),
        prose(3, "参考のため、傘について調べたことをまとめます。前の傘は骨が折れていました。"),
        head(4, "使った感想"),
        prose(5, "傘は風の強い日も裏返りません。"),
        title="新しい傘を使う",
    )
    said = [item.text for item in outline.summary]
    assert not any("買った傘" in text or "まとめる" in text for text in said)
    assert any("裏返らない" in text for text in said)


_PLANS = (
    "平日の夜間に開館を始める",
    "移動図書館を山あいの集落へ広げる",
    "学校の司書を二人から五人に増やす",
    "電子書籍の貸出しを導入する",
)
_TOLD = (
    "利用者は2015年の12万人から2025年の8万人へと3割減り、とくに働く世代が4割減った。",
    "2024年の調査では、平日の夕方に来られないという人が62％に上った。",
    "予算は1億2,000万円で、そのうち7割を国の補助で賄う見込みである。",
    "実証は2026年4月から一年行い、結果は議会に報告する予定である。",
)


def test_all_headings_that_say_what_is_done_are_main_points() -> None:
    parts = zip(range(1, 99, 4), _PLANS, _TOLD, strict=False)
    blocks = [
        (head(n, plan), prose(n + 1, told), prose(n + 2, told[:9])) for n, plan, told in parts
    ]
    outline = made(*(block for some in blocks for block in some), title="図書館の改革")
    assert set(_PLANS) <= {item.text for item in outline.summary}


def test_a_heading_that_says_what_is_done_is_told_as_what_is_decided_first_below_it() -> None:
    below = replace(head(0, "施策の概要"), level=3)
    blocks = list[Block]()
    for at, plan in zip(range(1, 99, 10), _PLANS, strict=False):
        said = f"{plan}ために、{at}つの館で当番を分ける。"
        blocks += [head(at, plan), replace(below, first=at + 1, last=at + 1), prose(at + 2, said)]
    texts = [item.text for item in made(*blocks, title="図書館の改革").summary]
    assert [text for text in texts if text.endswith("館で当番を分ける")]
    assert not set(_PLANS) & set(texts)


def test_what_is_granted_for_the_next_clause_is_no_main_point() -> None:
    outline = made(
        head(1, "やり方"),
        prose(2, "町は本祭りを録画で開くことにした。"),
        prose(
            3,
            "町は舞台からの生放送ももちろん検討しましたが、"
            "ノウハウがない中での一発勝負はリスクが大きいという判断をしました。",
        ),
        head(4, "参加"),
        prose(5, "参加は町の窓口で受け付ける。みなさまのご応募をお待ちしています。"),
    )
    told = [outline.message, *(item.text for item in outline.summary)]
    assert not any("検討した" in text or "お待ち" in text for text in told)
    assert any("録画" in text for text in told)


def test_a_conclusion_that_says_much_besides_the_summary_has_a_slide_of_its_own() -> None:
    parts = [(head(10 * n, f"計画{n}"), prose(10 * n + 1, said)) for n, said in enumerate(LONG, 1)]
    ends = (
        "館は夜も開くことで、昼に働く町の人が本を借りられる所になる。",
        "しかし夜の当番が二人のままでは、冬の雪かきと貸出しを同時にはできない。",
        "川向こうの集落には本を運ぶ車がなく、老いた人は館まで歩いて来られない。",
        "町の学校の図書室と棚を一つにすれば、古い本を三千冊置く場所ができる。",
        "寄付の箱に入るお金は年に十万円ほどで、屋根の修理には足りない。",
        "館の庭の池は夏に水が濁り、子どもが遊べるのは春だけである。",
        "職員は月に一度、近くの三つの館の職員と古い本の直し方を学んでいる。",
        "棚の番号を書き直す仕事は、来年の秋に町の学生の手を借りて行う。",
    )
    closing = [head(90, "まとめ"), *(prose(91 + n, said) for n, said in enumerate(ends))]
    outline = made(*(block for part in parts for block in part), *closing)
    last = next(s for s in outline.sections if s.title == "まとめ")
    assert last.only is None
    short = made(*(block for part in parts for block in part), *closing[:2])
    assert next(s for s in short.sections if s.title == "まとめ").only == "handout"


NIGHT = """町が、夜の図書館の開設を後押しへ

町は、夜の図書館を開く方針を打ち出しました。予算も組まれ、準備が動き出しています。

昼だけでは足りない理由
昼の図書館が知られる中で、仕事の帰りに寄れる館はまだ少ないのが現状です。

町が用意した支援
支援は、人手の提供、費用の支援、場所の確保の3つです。
・人手の提供:司書の会が、夜の係を出す
・費用の支援:数百万円規模の予算を組み、灯りの費用を助ける
・場所の確保:学校が、体育館の横の部屋を貸す

いつ開くのか
報道では、日程はこれから固まる見込みです。
単に館を開けば解決というほど簡単ではなく、通う足の整備も重要です。

関わる人
司書の会と学校が手を組み、夜の係を十人そろえるのが肝心です。

通う足
町の足であるバスは、夜の九時まで走らせるのが重要です。

となり町の館
夜の館を考える上で、となり町の館の存在は無視できません。
・東館:朝まで開き、学生が多い
・西館:本の数が多く、遠くからも人が来る

まとめ
町が本腰を入れて夜の館を支えるのは間違いありません。
背景には「帰り道」「安全」といった理由があり、予算も係もすでに動き出しています。しかし、私たちが実際に夜の館を日々使えるようになるには、もう少し時間がかかりそうです。
"""


def test_what_the_article_ends_with_is_not_crowded_out_by_what_its_sections_claim() -> None:
    read, _ = read_article(NIGHT.encode(), "a.txt")
    outline, _ = draft(read, "a.txt")
    told = "".join(item.text for item in outline.summary)
    assert "もう少し時間がかかりそう" in told
