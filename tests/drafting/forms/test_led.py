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
