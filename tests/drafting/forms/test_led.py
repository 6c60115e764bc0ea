"""What stands around a list: above it what leads on to it, after it what closes it, none beside."""

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model

CLAIM = "庭の灯は、町の人が夜も安心して歩けるように、三年前から係が毎日点けています。"
ITEMS = "- 東の灯を六時に点ける\n- 西の灯を七時に点ける\n- 北の灯を八時に点ける\n"


def slides(text: str) -> list[tuple[str, list[str]]]:
    """Return what slides show: each top item, and what stands below it."""
    read, _ = article.read(f"# 庭の灯\n\n## 点け方\n\n{text}".encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    blocks = [b for _, s in outline.walk() for b in s.blocks if b.only != "handout"]
    items = [i for b in blocks if isinstance(b, model.BulletsBlock) for i in b.bullets]
    return [(item.title or item.text, [below.text for below in item.items]) for item in items]


def test_a_list_stands_below_the_point_that_leads_on_to_it() -> None:
    found = slides(f"{CLAIM}係が灯を点ける順は、日が沈む順に決まっています。\n\n{ITEMS}")
    below = dict(found)["係が灯を点ける順は、日が沈む順に決まっている"]
    assert below == ["東の灯を六時に点ける", "西の灯を七時に点ける", "北の灯を八時に点ける"]
    assert len(found) == 1


def test_a_list_with_levels_of_its_own_stands_by_itself() -> None:
    deep = "- 東の灯\n    - 六時に点ける\n    - 九時に消す\n- 西の灯\n    - 七時に点ける\n"
    found = slides(f"{CLAIM}係が灯を点ける順は、日が沈む順に決まっています。\n\n{deep}")
    assert ("東の灯", ["六時に点ける", "九時に消す"]) in found


def test_what_is_said_behind_the_words_that_point_to_a_list_follows_it() -> None:
    more = "係が休む日は、町会の当番が代わりに灯を点けます。"
    found = slides(f"{CLAIM}灯を点ける順は次のとおりです。{more}\n\n{ITEMS}")
    assert [below for _, below in found if below]
    assert found[-1] == ("係が休む日は、町会の当番が代わりに灯を点ける", [])


def test_several_commands_are_of_no_single_sentence() -> None:
    code = "lamp install east\nlamp migrate --all\n"
    found = slides(
        f"{CLAIM}\n\n係は灯の名前を入れておきます。名前を変える場合は、移すことも忘れません。\n\n"
        f"```\n{code}```\n\n灯が点いたら日誌に書いて帰ります。\n"
    )
    assert ("lamp install east", []) in found


def test_what_sums_up_what_stands_before_it_stands_below_no_item() -> None:
    found = slides(
        f"{CLAIM}\n\n東の灯は、川の水で回る水車から電気を取っています。"
        "また、西の灯は屋根の板で昼の光を集めて夜まで電気を取っておきます。\n\n"
        "このように係の工夫で、灯は町の電気を少しも使わずに朝まで点いています。\n"
    )
    assert any("灯は町の電気を少しも使わず" in text for text, _ in found)
    assert not any("町の電気を少しも使わず" in text for _, below in found for text in below)


def test_what_speaks_of_the_list_right_above_it_needs_nothing_else() -> None:
    found = slides(
        f"{CLAIM}点ける灯は次のとおりです。\n\n{ITEMS}\n"
        "これらの灯が消えているのを見た人は、係の家の電話に知らせることができます。\n"
    )
    assert found[-1][0].startswith("これらの灯が消えているのを見た人は")


def test_that_there_is_much_is_no_point_beside_a_list() -> None:
    found = slides(f"{CLAIM}灯には様々な種類があります。主なものは次の三つです。\n\n{ITEMS}")
    assert not any("様々な種類がある" in text for text, _ in found)


def test_an_address_stands_below_the_words_that_point_to_it() -> None:
    found = slides(
        f"{CLAIM}\n\n灯の場所を描いた地図の場所は以下のとおりです。\n\nhttps://example.jp/lamps\n\n"
        "灯の詳細については、以下の冊子をご覧ください。\n\n[町の灯の手引](https://example.jp/guide)\n"
    )
    below = {text: [item.split("](")[0] for item in items] for text, items in found}
    assert below["灯の場所を描いた地図の場所は以下のとおり"] == ["https://example.jp/lamps"]
    assert below["灯の詳細については、以下の冊子をご覧ください"] == ["[町の灯の手引"]


def test_an_example_stands_below_what_it_is_one_of() -> None:
    found = slides(
        f"{CLAIM}\n\n係は、灯を点けた時刻を日誌に書くことになっています。\n\n"
        "日誌の記載例：`東の灯 18:00 点いた`\n"
    )
    assert (
        "係は、灯を点けた時刻を日誌に書くことになっている",
        ["日誌の記載例：東の灯 18:00 点いた"],
    ) in found


def test_no_word_sends_to_a_picture_that_no_slide_has() -> None:
    found = slides(
        "- ここでいう消えた灯とは、下図の丸が白くなっている灯を指します。\n"
        "- 東の灯は、図のように川の向きへ点けます。\n"
        "- 灯の地図を作り、町の人に配って灯の数を覚えてもらうことにしています。"
        "上図は町の役場の冊子より引用したものです。灯の名は毎年春に変わります。\n"
    )
    said = "\n".join(line for top, below in found for line in (top, *below))
    assert "丸が白くなっている灯" in said
    assert "図" not in said.replace("地図", "")


def test_the_notes_of_a_heading_stand_on_its_slide() -> None:
    note = "※以下、町の集まりで話している途中のため、変わることがあります。"
    found = slides(f"{note}\n\n### 東の灯\n\n{CLAIM}\n\n### 西の灯\n\n西の灯は朝まで点きます。\n")
    assert any("町の集まりで話している途中" in text for text, _ in found)


def test_what_a_number_is_to_become_and_where_to_turn_are_items() -> None:
    found = slides(
        "灯を見に来る人の数700人(2014年度)→年1,500人(2019年度)\n\n"
        f"{CLAIM}\n\n連絡先：町役場の灯の係（内線12番）\n"
    )
    tops = [text for text, _ in found]
    assert "灯を見に来る人の数700人(2014年度)→年1,500人(2019年度)" in tops
    assert "連絡先：町役場の灯の係（内線12番）" in tops


def test_a_line_that_says_more_of_the_items_does_not_part_them_from_what_points_to_them() -> None:
    found = slides(
        f"{CLAIM}\n\n町には、灯を点ける道具の使い方として、次の三つの手順が伝わっています。\n"
        f"これらを組み合わせると、夜の町を一晩じゅう明るくすることができます。\n\n{ITEMS}"
    )
    tops = [text for text, _ in found]
    at = next(n for n, (_, below) in enumerate(found) if len(below) == 3)
    assert tops[at].startswith("町には、灯を点ける道具")
    assert any(text.startswith("これらを組み合わせると") for text in tops[at:])
