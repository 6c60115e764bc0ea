"""Lists under labels of their own, as slides show them."""

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model


def drafted(text: str) -> model.Section:
    read, _ = article.read(
        f"# 町の店\n\n## 屋台\n\n{text}\n\n## 予定\n\n春に開く。\n".encode(), "a.md"
    )
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    return outline.sections[0]


def slides(section: model.Section) -> list[model.Block]:
    return [b for b in section.blocks if b.only != "handout" and not isinstance(b, model.TextBlock)]


def test_good_and_bad_sides_under_labels_are_compared() -> None:
    section = drafted(
        "利点:\n\n- 場所を選ばない。\n- 道具が少ない。\n\n困る点:\n\n- 雨に弱い。\n- 水が要る。"
    )
    (block,) = slides(section)
    assert section.message == ""
    assert isinstance(block, model.CompareBlock)
    assert [(c.title, [i.text for i in c.items]) for c in block.compare.columns] == [
        ("利点", ["場所を選ばない", "道具が少ない"]),
        ("困る点", ["雨に弱い", "水が要る"]),
    ]
    handout = [b for b in section.blocks if isinstance(b, model.BulletsBlock)]
    assert [[i.text for i in b.bullets] for b in handout] == [
        ["場所を選ばない", "道具が少ない"],
        ["雨に弱い", "水が要る"],
    ]


def test_what_says_how_many_must_be_met_heads_its_list() -> None:
    section = drafted(
        "次の1と2のどちらかに当たる店\n\n1. 町内で五年つづく店\n2. 祭りに出たことのある店\n\n"
        "- 休業中の店も出られます。\n- 年会費はありません。"
    )
    shown = [
        (item.text, [below.text for below in item.items])
        for block in slides(section)
        if isinstance(block, model.BulletsBlock)
        for item in block.bullets
    ]
    assert section.message == ""
    assert shown == [
        (
            "次の1と2のどちらかに当たる店",
            ["1. 町内で五年つづく店", "2. 祭りに出たことのある店"],
        ),
        ("休業中の店も出られる", []),
        ("年会費はない", []),
    ]


def test_the_number_of_an_item_stands_before_its_lead_word() -> None:
    section = drafted(
        "一台で二つの部屋に入れる端末の借り方:\n\n"
        "1. 窓口の端末 - 係に頼む\n2. 家の端末 - 券で入る\n\n"
        "次の三つには気をつけます。\n\n- 音を消す\n- 名を書く\n- 時を守る"
    )
    items = [
        (below.title, below.text)
        for block in slides(section)
        if isinstance(block, model.BulletsBlock)
        for item in block.bullets
        for below in item.items
    ]
    assert items[:2] == [("1. 窓口の端末", "係に頼む"), ("2. 家の端末", "券で入る")]


def test_a_sentence_with_a_colon_over_a_list_can_be_made_again() -> None:
    section = drafted(
        "売ってよい物の例は次のとおりです：\n\n- 焼いた魚\n- 煮た豆\n\n"
        "売れない物の例は次のとおりです：\n\n- 生の貝\n- 酒"
    )
    heads = [
        item.text
        for block in slides(section)
        if isinstance(block, model.BulletsBlock)
        for item in block.bullets
    ]
    assert "売れない物の例は次のとおり" in heads


def test_words_that_break_off_above_a_list_head_no_slide() -> None:
    section = drafted("すべきことは、\n\n- 屋根を張る。\n- 火を起こす。")
    (block,) = slides(section)
    assert isinstance(block, model.BulletsBlock)
    assert [item.text for item in block.bullets] == ["屋根を張る", "火を起こす"]


def test_terms_in_a_row_are_a_list_on_one_slide() -> None:
    section = drafted(
        "屋台には次の部分がある。\n\n<dl><dt>屋根</dt><dd>雨を防ぐ布を張る。</dd>"
        "<dt>台</dt><dd>品物を並べる板を置く。</dd><dt>車輪</dt><dd>片付けのときに使う。</dd></dl>"
    )
    (block,) = slides(section)
    assert isinstance(block, model.BulletsBlock)
    assert [(i.title, i.text) for i in block.bullets] == [
        ("屋根", "雨を防ぐ布を張る"),
        ("台", "品物を並べる板を置く"),
        ("車輪", "片付けのときに使う"),
    ]


def test_embedded_posts_and_long_quotations_are_for_the_handout() -> None:
    section = drafted(
        "屋台の売上は去年の二倍になった。客の七割は町の外から来ている。\n\n"
        '<blockquote class="twitter-tweet"><p>屋台に行ってきた！</p>&mdash; 川口 (@kawaguchi) '
        '<a href="https://example.com/1">May 1, 2024</a></blockquote>\n\n'
        f"> {'夜の市は人の声と湯気に満ちていた。' * 11}\n"
    )
    assert not [block for block in slides(section) if isinstance(block, model.QuoteBlock)]
    quotes = [b.quote for b in section.blocks if isinstance(b, model.QuoteBlock)]
    assert [(q.text[:8], q.by) for q in quotes] == [
        ("屋台に行ってきた", "川口 (@kawaguchi) May 1, 2024"),
        ("夜の市は人の声と", ""),
    ]


def test_two_terms_that_sentences_define_share_a_slide() -> None:
    section = drafted(
        "屋台の店主は朝に米を炊く。「本番」とは、昼に店を開ける時間をいう。"
        "「仕舞い」とは、夜に店を畳む作業をいう。"
    )
    tables = [block.table for block in slides(section) if isinstance(block, model.TableBlock)]
    assert [[row.cells[0] for row in table.rows] for table in tables] == [["本番", "仕舞い"]]


def shown(section: model.Section) -> list[tuple[str, list[str]]]:
    return [
        (item.text, [below.text for below in item.items])
        for block in slides(section)
        if isinstance(block, model.BulletsBlock)
        for item in block.bullets
    ]


def test_what_denies_the_items_below_it_is_what_the_section_says() -> None:
    section = drafted(
        "次の品については、場所の代金を取りません。\n\n"
        "- 祭の日に町内会がお茶と菓子を配る台。\n- 学校の生徒が育てた野菜を売る台。\n\n"
        "代金をこう決めたのは、町の人に来てほしいからです。"
    )
    assert section.message == "次の品については、場所の代金を取らない"


def test_a_list_beside_a_message_says_of_what_kind_its_items_are() -> None:
    section = drafted(
        "屋台の数は春から二倍に増え、町の商店の売上も一割ほど伸びました。\n\n"
        "届け出に必要なもの:\n\n- 店主の名を書いた紙\n- 火を使う器の写真"
    )
    assert section.message
    heads = [head for head, below in shown(section) if below]
    assert heads == ["届け出に必要なもの"]


def test_what_a_paragraph_says_behind_the_label_of_a_list_follows_the_list() -> None:
    section = drafted(
        "当番は屋台を火から守る手立てを講じます。手立ての概要は次のとおりです。"
        "手立ての細かい内容は、求めがあれば当番が店で話します。\n\n"
        "- 水を桶に入れておく\n- 夜は見回る"
    )
    (listed, told) = [b for b in slides(section) if isinstance(b, model.BulletsBlock)]
    assert [i.text for i in listed.bullets] == ["手立ての概要は次のとおり"]
    assert [i.text for i in told.bullets] == ["手立ての細かい内容は、求めがあれば当番が店で話す"]


def test_the_second_list_does_not_go_on_below_the_first() -> None:
    section = drafted(
        "屋台の決まりが次の三つの約束にまとめられ、店主の集まりで配られています。\n\n"
        "- 火の約束\n- 水の約束\n- 音の約束\n\n"
        "やり方は店ごとに決めます。\n\n[やり方の例]\n\n- 水を毎朝くみかえる\n- 器を布で包む"
    )
    assert ("[やり方の例]", ["水を毎朝くみかえる", "器を布で包む"]) in shown(section)


def test_a_lead_that_tells_no_more_than_the_heading_adds_no_level() -> None:
    section = drafted("屋台は次のとおりです。\n\n- 焼いた魚\n- 煮た豆")
    assert [head for head, below in shown(section) if below] == []


def test_what_denies_stands_over_a_table_of_items_too() -> None:
    section = drafted(
        "屋台の市は毎月の初めの土曜に駅前の広場で開かれ、町の人が朝から集まります。\n\n"
        "次の日には市を開きません。\n\n- 春: 4月4日\n- 夏: 8月1日\n- 冬: 1月2日"
    )
    first, *_ = [b for b in slides(section) if not section.message.startswith("次の日")]
    assert "次の日には市を開かない" in (section.message, shown(section)[0][0]), first


def test_a_list_that_the_message_names_has_its_label_where_another_message_stands_over_it() -> None:
    section = drafted(
        "屋台を出したい人がまだ出さない理由は、「ぼんやりした不安」があるからです。"
        "会では不安をなくして初めの一歩を支えます。\n\n"
        "不安の原因は次の通りです。\n\n- 町を知らないから\n- 出したことがないから\n"
    )
    first, *lists = slides(section)
    assert isinstance(first, model.BulletsBlock)
    assert first.message.startswith("屋台を出したい人が")
    assert [
        (i.text, [j.text for j in i.items])
        for b in lists
        if isinstance(b, model.BulletsBlock)
        for i in b.bullets
    ] == [("不安の原因は次の通り", ["町を知らないから", "出したことがないから"])]


def test_an_address_between_items_heads_none_of_them() -> None:
    section = drafted(
        "① 屋台の届けは町の役場の窓口に出します。\n\n"
        "② 届けの様式は町のページにあります。\n（https://a.example/form）\n\n"
        "③ 届けの内容が変わるときは、もう一度出します。\n\n④ 鉛筆は使えません。"
    )
    said = [
        text
        for block in slides(section)
        if isinstance(block, model.BulletsBlock)
        for text in (block.message or "", *(item.text for item in block.bullets))
    ]
    assert not [text for text in said if "https" in text]
    assert {"届けの内容が変わるときは、もう一度出す", "鉛筆は使えない"} <= set(said)


def test_a_label_has_no_part_that_is_the_message() -> None:
    section = drafted(
        "町の人が屋台の火を消し忘れることを減らすには、次の手立てがあります。"
        "これらを行うために、できるだけ早く店主の集まりを開いて約束を決めるのがよいでしょう。\n\n"
        "- 水を桶に入れておく\n- 夜は見回る"
    )
    heads = [head for head, below in shown(section) if below]
    assert not any("店主の集まりを開いて" in head for head in heads)


def test_what_the_heading_names_is_not_announced_over_its_list() -> None:
    text = (
        "屋台の種類を以下に記します。\n\n- 汁の店\n- 飴の店\n- 花の店\n\n"
        "席の例を以下の図に示します。\n\n- 長い椅子\n- 畳の台"
    )
    read, _ = article.read(
        f"# 町の店\n\n## 屋台の種類\n\n{text}\n\n## 予定\n\n春に開く。\n".encode(), "a.md"
    )
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    found = [b for b in slides(outline.sections[0]) if isinstance(b, model.BulletsBlock)]
    assert [b.message or b.bullets[0].text for b in found] == ["汁の店", "席の例"]


def test_what_goes_on_from_a_list_stands_over_it() -> None:
    text = (
        "屋台の数は春から二倍に増え、町の商店の売上も一割ほど伸びました。\n\nあとは、\n\n"
        "- 火の始末を誰がするのか\n- 夜の見回りは何時までか\n\n"
        "という心配ごとも町の人から出ています。"
    )
    heads = [head for head, below in shown(drafted(text)) if below]
    assert heads == ["心配ごとも町の人から出ている"]
    whole = text.replace("あとは、", "町の人が店主に尋ねたことは次の二つです。")
    heads = [head for head, below in shown(drafted(whole)) if below]
    assert "心配ごとも町の人から出ている" not in heads
