from shiryo import article, drafting
from shiryo.article.model import Article, Block, Kind, Number
from shiryo.drafting.forms import lists
from shiryo.outline import model


def items(*texts: str, ordered: bool = False, **more: str) -> list[Block]:
    return [
        Block(Kind.ITEM, text, n, n, number=Number(n, f"{n}.") if ordered else None, **more)
        for n, text in enumerate(texts, 1)
    ]


def drafted(found: list[Block], about: str = "") -> list[model.Block]:
    lines = tuple(f"{b.label} {b.text}" for b in found)
    return list(lists.blocks(found, about, Article("a.txt", "", "題", lines, tuple(found))))


def test_dated_items_are_a_timeline() -> None:
    (found,) = drafted(
        items("2023年4月 計画を公表", "2024年、工事を始めました。", "2025年10月に開館の予定です"),
        "",
    )
    assert isinstance(found, model.TimelineBlock)
    assert [(e.date, e.text) for e in found.timeline] == [
        ("2023年4月", "計画を公表"),
        ("2024年", "工事を始めた"),
        ("2025年10月", "開館の予定"),
    ]


def test_a_log_of_talk_is_no_timeline() -> None:
    same = ("2024年3月1日 港へ行くといい", "2024年3月1日 朝市が早い", "2024年3月2日 宿は駅の前")
    timed = (f"2024年3月{n}日 10:17:3{n} 港へ行くといい" for n in (1, 2, 3))
    for told in (same, timed):
        (found,) = drafted(items(*told))
        assert isinstance(found, model.BulletsBlock)


def test_an_item_that_says_that_nothing_is_said_is_for_the_handout() -> None:
    made = drafted(items("町の学校に知らせる", "隔月の土曜に開く", "（あとは忘れた。。。）"))
    shown = [b for b in made if isinstance(b, model.BulletsBlock) and b.only != "handout"]
    whole = [b for b in made if isinstance(b, model.BulletsBlock) and b.only != "deck"]
    assert [len(b.bullets) for b in shown] == [2]
    assert [len(b.bullets) for b in whole] == [3]


def test_ordered_actions_are_steps() -> None:
    (found,) = drafted(
        items("窓口で相談する", "書類に記入する", "予約の日に面談する", ordered=True), ""
    )
    assert isinstance(found, model.StepsBlock)


def test_alternatives_are_no_steps_though_each_is_done() -> None:
    ways = items("新しい機械に移す", "仮想マシンに移す", "外の業者に任せる", ordered=True)
    (found,) = drafted(ways, "選び方 候補は次の3つでした。")
    assert isinstance(found, model.BulletsBlock)


def test_rules_with_topics_of_their_own_are_no_steps() -> None:
    rules = ("総会は毎年1回開く", "議長は会長が選ぶ", "議事録は電子で作る")
    (found,) = drafted(items(*rules, ordered=True), "総会")
    assert isinstance(found, model.BulletsBlock)
    assert of(found) == [(text, []) for text in rules]


def test_a_ranking_is_no_process() -> None:
    (found,) = drafted(items("北山市", "南野市", "西川市", ordered=True), "人口の多い市")
    assert isinstance(found, model.BulletsBlock)


def test_a_numbered_list_keeps_its_numbers() -> None:
    cities = items("北山市", "南野市", "西川市", "東浜市", "中原市", "上田市", ordered=True)
    (found,) = drafted(cities, "人口の多い市")
    assert isinstance(found, model.BulletsBlock)
    assert (found.start, len(found.bullets)) == (1, 6)
    (plain,) = drafted(items("北山市", "南野市"), "人口の多い市")
    assert isinstance(plain, model.BulletsBlock)
    assert plain.start == 0


def test_items_below_stand_under_their_item() -> None:
    blocks = [
        Block(Kind.ITEM, "費用", 1, 1),
        Block(Kind.ITEM, "建設費", 2, 2, level=1),
        Block(Kind.ITEM, "人手", 3, 3),
    ]
    (found,) = drafted(blocks)
    assert isinstance(found, model.BulletsBlock)
    assert [(i.text, [j.text for j in i.items]) for i in found.bullets] == [
        ("費用", ["建設費"]),
        ("人手", []),
    ]


def test_one_bracket_names_the_vendor() -> None:
    blocks = [
        Block(Kind.ITEM, "検索に強い", 1, 1, label="ヨミル", detail="サクラ社"),
        Block(Kind.ITEM, "料金が安い", 2, 2, label="ブクロ", detail="南野社"),
    ]
    (found,) = drafted(blocks)
    assert isinstance(found, model.TableBlock)
    assert found.table.columns == ("名称", "提供元", "特徴")


def test_a_name_in_another_language_is_no_vendor() -> None:
    blocks = [
        Block(Kind.ITEM, "木を割る", 1, 1, label="楔", detail="wedge"),
        Block(Kind.ITEM, "木を挟む", 2, 2, label="万力", detail="vise"),
    ]
    (found,) = drafted(blocks)
    assert isinstance(found, model.BulletsBlock)
    assert [(i.title, i.note, i.text) for i in found.bullets] == [
        ("楔", "wedge", "木を割る"),
        ("万力", "vise", "木を挟む"),
    ]


def test_brackets_that_return_are_sorts() -> None:
    blocks = [
        Block(Kind.ITEM, "木を割る", 1, 1, label="楔", detail="貸出"),
        Block(Kind.ITEM, "木を挟む", 2, 2, label="万力", detail="備付"),
        Block(Kind.ITEM, "木を削る", 3, 3, label="鉋", detail="貸出"),
    ]
    (found,) = drafted(blocks)
    assert isinstance(found, model.TableBlock)
    assert found.table.columns == ("名称", "区分", "特徴")


def test_brackets_of_different_sorts_stay_notes() -> None:
    blocks = [
        Block(Kind.ITEM, "検索に強い", 1, 1, label="ヨミル", detail="サクラ社/日"),
        Block(Kind.ITEM, "料金が安い", 2, 2, label="ブクロ", detail="試験中"),
    ]
    (found,) = drafted(blocks)
    assert isinstance(found, model.BulletsBlock)
    assert [i.note for i in found.bullets] == ["サクラ社/日", "試験中"]


def test_a_list_is_one_however_long_it_is() -> None:
    names = ["本館", "東館", "西館", "南館", "北館", "駅前館", "分室"]
    (found,) = drafted(items(*names))
    assert isinstance(found, model.BulletsBlock)
    assert [item.text for item in found.bullets] == names


def test_addresses_that_are_the_matter_are_shown() -> None:
    listed = [
        "http://localhost:*",
        "町の窓口 (https://*.example.jp) ※ 分室は対象外",
        "申込 https://example.jp/a 前日までに用紙を送ること",
    ]
    deck, _ = drafted(items(*listed, "参考 https://example.jp/b"))
    assert of(deck) == [(text, []) for text in listed]


def test_steps_beyond_the_fifth_go_on_counting() -> None:
    found = drafted(items(*(f"書類{c}を提出する" for c in "甲乙丙丁戊己庚"), ordered=True))
    assert [(b.start, len(b.steps)) for b in found if isinstance(b, model.StepsBlock)] == [
        (1, 4),
        (5, 3),
    ]


LONG = (
    "開館時間が短いことや、駅から遠い館が多いことが理由として挙げられており、"
    "市民からは夜も使えるようにしてほしいという要望が出ています"
)


def of(block: model.Block) -> list[tuple[str, list[str]]]:
    """Return the items of a list, each with what stands below it."""
    assert isinstance(block, model.BulletsBlock)
    return [(i.text, [j.text for j in i.items]) for i in block.bullets]


def test_a_long_item_is_its_first_sentence_with_the_rest_below() -> None:
    whole = f"利用者は10年で3割減りました。{LONG}"
    deck, handout = drafted(items(whole, "職員は増えています"))
    assert (deck.only, handout.only) == ("deck", "handout")
    first, second = of(deck)
    assert first[0] == "利用者は10年で3割減った"
    assert [below[:18] for below in first[1]] == [LONG[:18]]
    assert second == ("職員は増えている", [])
    assert of(handout) == [(whole, []), ("職員は増えています", [])]


def test_of_an_item_with_much_more_to_say_the_weightiest_stands_below() -> None:
    names = ("本館", "東館", "分館")
    more = [
        f"{name}の窓口は、働く人が仕事の帰りに寄る夜の八時には閉まっています。" for name in names
    ]
    whole = f"利用者は10年で3割減りました。{''.join(more)}"
    deck, handout = drafted(items(whole, "職員は増えています"))
    (first, below), second = of(deck)
    assert (first, second) == ("利用者は10年で3割減った", ("職員は増えている", []))
    assert len(below) == 2
    assert {text[:2] for text in below} < {"本館", "東館", "分館"}
    assert of(handout)[0] == (whole.rstrip("。"), [])


def test_every_paragraph_of_an_item_has_its_say() -> None:
    first = "利用者は10年で3割減りました。本館は夜の八時に閉まります。"
    first += "本館の窓口は、働く人が仕事の帰りに寄る夜の八時には閉まっています。" * 2
    text = f"""# 館

## 窓口

- {first}

  市はこれに対し、分館の窓口を夜も開けます。

  - 職員は増えません。

- 本は三万冊です。

## 本

本は三万冊です。
"""
    outline, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    (_, below), _ = of(outline.sections[0].blocks[0])
    assert below[1:] == ["市はこれに対し、分館の窓口を夜も開ける", "職員は増えない"]


def test_an_item_is_never_its_second_sentence() -> None:
    found = drafted(
        items(
            "鉢は大きさだけで決めない。根が回る余地を底の穴から見て、持ったときの重さも確かめておく。",
            "土は植物に合わせる。水はけのよい土は何にでも合うが、湿り気を好む草には腐葉土を多めに混ぜる。",
            ordered=True,
        ),
        "鉢と土",
    )
    shown = [text for block in found if block.only != "handout" for text, _ in of(block)]
    assert [text[:8] for text in shown] == ["鉢は大きさだけで", "土は植物に合わせ"]


def test_a_sentence_of_three_lines_is_an_item_as_it_is() -> None:
    text = "「" + "あ" * 85 + "」という言葉"
    (found,) = drafted(items(text, "職員は増えている"))
    assert (found.only, of(found)) == (None, [(text, []), ("職員は増えている", [])])


def test_of_an_item_that_no_slide_can_take_the_beginning_is_there() -> None:
    text = "窓口を見直し、" * 100 + "受付を増やす"
    (found,) = drafted(items(text, "職員は増えている"))
    opening, kept = of(found)
    assert kept == ("職員は増えている", [])
    assert opening[0].endswith("窓口を見直し、…")
    assert text.startswith(opening[0][:-1])
    assert isinstance(found, model.BulletsBlock)
    assert found.bullets[0].full == text


def test_a_long_item_of_a_rule_is_whole_on_the_slide() -> None:
    text = (
        "利用者が転んだと端末が判断した場合において、"
        + "家族に通知が送られ、" * 30
        + "同意したものとする"
    )
    (found,) = drafted(items(text, "記録は30日後に消える"))
    assert of(found) == [(text, []), ("記録は30日後に消える", [])]


def test_the_ground_of_an_item_stays() -> None:
    ground = "端末の記録は室内の広さや壁の厚さにより大きく変わることがあるため、"
    text = (
        ground
        + "市は利用者と家族に対し、表示される距離や時間の正しさを約束するものではなく、" * 2
        + "確かめるのは利用者である"
    )
    found = drafted(items(text, "記録は30日後に消える"))
    assert of(found[0])[0][0].startswith(ground)


def test_all_that_stands_under_an_item_stays_there() -> None:
    under = [Block(Kind.ITEM, f"費目{c}", n, n, level=1) for n, c in enumerate("甲乙丙丁戊己庚", 2)]
    (found,) = drafted([Block(Kind.ITEM, "費用", 1, 1), *under])
    assert (found.only, of(found)) == (None, [("費用", [f"費目{c}" for c in "甲乙丙丁戊己庚"])])


def test_good_and_bad_sides_of_a_list_are_compared() -> None:
    blocks = [
        Block(Kind.ITEM, "メリット", 1, 1),
        Block(Kind.ITEM, "通勤がなくなる", 2, 2, level=1),
        Block(Kind.ITEM, "デメリット", 3, 3),
        Block(Kind.ITEM, "雑談が減る", 4, 4, level=1),
    ]
    article = Article("a.txt", "", "題", tuple(b.text for b in blocks), tuple(blocks))
    (found,) = lists.blocks(blocks, "", article)
    assert isinstance(found, model.CompareBlock)
    assert [(c.title, [i.text for i in c.items]) for c in found.compare.columns] == [
        ("メリット", ["通勤がなくなる"]),
        ("デメリット", ["雑談が減る"]),
    ]


def tree(found: tuple[model.Item, ...]) -> list[object]:
    return [(item.text, tree(item.items)) if item.items else item.text for item in found]


def test_items_stand_as_deep_as_the_author_has_them() -> None:
    levels = enumerate((0, 1, 2, 3, 1, 0), 1)
    names = ["鉛筆", "消しゴム", "定規", "分度器", "コンパス", "筆箱"]
    (found,) = drafted([Block(Kind.ITEM, names[n - 1], n, n, level=at) for n, at in levels])
    assert isinstance(found, model.BulletsBlock)
    assert found.only is None
    assert tree(found.bullets) == [
        ("鉛筆", [("消しゴム", [("定規", ["分度器"])]), "コンパス"]),
        "筆箱",
    ]


def test_a_list_that_goes_on_after_a_paragraph_stands_under_its_owner_with_its_number() -> None:
    text = (
        "# 倉\n\n## 荷\n\n1. 荷を量る:\n   - 重さを書く\n\n   札の色は月ごとに変えます。\n\n"
        "   - 一月は赤\n   - 二月は青\n2. 荷を積む\n"
    )
    made, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    shown = [b for b in made.sections[0].blocks if isinstance(b, model.BulletsBlock)]
    lists_ = [(b.start, tree(b.bullets), b.bullets[0].again) for b in shown if b.start]
    assert lists_ == [
        (1, [("荷を量る:", ["重さを書く"])], False),
        (1, [("荷を量る", ["一月は赤", "二月は青"]), "荷を積む"], True),
    ]


def test_a_second_list_stands_under_the_sentence_that_leads_in_to_it() -> None:
    text = (
        "# 画面\n\n## 遅いとき\n\n次の設定を試してください。\n\n- 動きを減らす\n- 影を消す\n\n"
        "以下の設定は、一部の機能が止まることを承知した上で試してください。\n\n"
        "- 絵を止める\n- 音を止める\n"
    )
    made, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    shown = [b for b in made.sections[0].blocks if b.only == "deck"]
    heads = [i for b in shown if isinstance(b, model.BulletsBlock) for i in b.bullets]
    below = {i.text: [each.text for each in i.items] for i in heads}
    assert below["以下の設定は、一部の機能が止まることを承知した上で試すこと"] == [
        "絵を止める",
        "音を止める",
    ]


def test_a_lead_in_that_is_the_message_heads_no_list_again() -> None:
    text = (
        "# 館\n\n## 開け方\n\n館の開け方には、町でよく使われる三つのやり方があります。\n\n"
        "- 朝だけ\n- 夜だけ\n\n"
        "係の置き方には、二つのやり方があります。\n\n- 一人\n- 二人\n"
    )
    made, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    section = made.sections[0]
    shown = [b for b in section.blocks if isinstance(b, model.BulletsBlock) and b.only != "handout"]
    said = [section.message, *(i.text for b in shown for i in b.bullets)]
    assert len(said) == len(set(said))


def test_an_item_is_never_without_its_exception() -> None:
    rule = (
        "分館の棚が足りないときは、" + "本館の書庫と隣の町の書庫に、" * 6 + "本を移すことができます"
    )
    but = (
        "ただし、"
        + "雨の日や風の強い日、館の休みの日や祭りの日、" * 5
        + "本を運ぶことは係が止めます"
    )
    more = "運ぶ本の数は、館の年報に載せています"
    text = f"# 館\n\n## 棚\n\n- {rule}。{but}。{more}。\n- 棚は年に一度ふきます。\n"
    made, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    shown = [b for b in made.sections[0].blocks if b.only != "handout"]
    items = [i for b in shown if isinstance(b, model.BulletsBlock) for i in b.bullets]
    assert [each.text[:4] for each in items[0].items] == ["ただし、", "運ぶ本の"]


def test_a_long_sentence_that_points_to_its_list_stands_over_it() -> None:
    lead = (
        "館の外に本を持ち出す学校と病院の係については、本を選ぶ人と運ぶ人と返す人を前の月のうちに"
        "決めたうえで、以下の書類をそろえて窓口に出す必要があります"
    )
    text = (
        "# 館\n\n## 持ち出し\n\n館の本は三万冊です。\n\n"
        f"{lead}。\n\n- 本の一覧\n- 係の名簿\n- 車の番号\n"
    )
    made, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    shown = [b for b in made.sections[0].blocks if b.only == "deck"]
    heads = [i for b in shown if isinstance(b, model.BulletsBlock) for i in b.bullets]
    below = {i.text[:5]: [each.text for each in i.items] for i in heads}
    assert below["館の外に本"] == ["本の一覧", "係の名簿", "車の番号"]


def test_a_sentence_that_points_to_the_sections_below_is_the_message_over_them() -> None:
    text = (
        "# 館\n\n## 持ち出し\n\n以下のすべての条件がそろう場合にだけ、"
        "館は本の持ち出しを認めます。\n\n"
        "### 人\n\n運ぶ係が二人いる場合。\n\n### 車\n\n屋根のある車を使う場合。\n\n"
        "## 返却\n\n本は窓口に返します。\n"
    )
    made, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    said = "以下のすべての条件がそろう場合にだけ、館は本の持ち出しを認める"
    assert made.sections[0].message == said


def test_the_only_other_sentence_of_an_item_is_below_it_though_long() -> None:
    second = (
        "さらに説明として「図には「この棚の窓は三つあります。」と「奥の扉は開きます。」が"
        "書かれています。」という文が、棚の前に立つ人に読み上げられる。"
    )
    found, *_ = drafted(items(f"棚の名が読み上げられる。{second}"))
    assert isinstance(found, model.BulletsBlock)
    assert of(found) == [("棚の名が読み上げられる", [second.removeprefix("さらに").rstrip("。")])]


def test_an_address_that_answers_the_item_above_it_stays_below_it() -> None:
    link = "https://a.example/ideas"
    items = f"- 案を書く場所が欲しい\n- => {link}\n- 案はここへ書き込む\n- {link}\n"
    source = f"# 館の会\n\n## 今後\n\n{items}"
    read, _ = article.read(source.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    blocks = [b for _, s in outline.walk() for b in s.blocks if b.only != "handout"]
    shown = [i.text for b in blocks if isinstance(b, model.BulletsBlock) for i in b.bullets]
    assert shown[:3] == ["案を書く場所が欲しい", f"=> {link}", "案はここへ書き込む"]


def test_the_word_for_a_picture_is_nothing_to_read() -> None:
    more = "## 費用\n\n館の費用は三千円です。\n\n## 棚\n\n館の棚は五つに増えました。\n\n"
    for alt, told in (("図", False), ("shelf_map.png", False), ("館の入口から見た棚の並び", True)):
        source = f"# 館\n\n{more}## 見取り\n\n![{alt}](none.png)\n"
        read, _ = article.read(source.encode(), "a.md")
        outline, _ = drafting.draft(read, "a.md")
        items = [i for _, s in outline.walk() for b in s.blocks for i in getattr(b, "bullets", ())]
        assert any(i.text == alt for i in items) is told


def test_the_two_cases_of_a_matter_stand_side_by_side_with_all_that_they_say() -> None:
    found = [
        Block(Kind.ITEM, "雨が降った場合", 1, 1),
        Block(Kind.ITEM, "体育館に集まり、受付で名札を受け取る", 2, 2, level=1),
        Block(Kind.ITEM, "晴れた場合", 3, 3),
        Block(Kind.ITEM, "校庭に集まり、学年の旗の前に並ぶ", 4, 4, level=1),
    ]
    (block,) = drafted(found)
    assert isinstance(block, model.CompareBlock)
    assert [[c.title, *(i.text for i in c.items)] for c in block.compare.columns] == [
        ["雨が降った場合", "体育館に集まり、受付で名札を受け取る"],
        ["晴れた場合", "校庭に集まり、学年の旗の前に並ぶ"],
    ]


def test_a_named_side_of_a_comparison_says_its_own_words_first() -> None:
    found = [
        Block(Kind.ITEM, "3歳から使える", 1, 1, label="iOS"),
        Block(Kind.ITEM, "刺激の強い場面を含むものは、登録できない", 2, 2, level=1),
        Block(Kind.ITEM, "4歳から使える", 3, 3, label="Android"),
        Block(Kind.ITEM, "質問に答えると、年齢の区分が決まる", 4, 4, level=1),
    ]
    (block,) = drafted(found)
    assert isinstance(block, model.CompareBlock)
    assert [c.items[0].text for c in block.compare.columns] == ["3歳から使える", "4歳から使える"]


def test_two_dates_of_two_systems_are_a_list() -> None:
    found = items("3月1日", label="iOS") + items("3月4日", label="Android")
    assert all(isinstance(block, model.BulletsBlock) for block in drafted(found))
