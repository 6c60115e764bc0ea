"""What stands beside the subject of an article at its end: in the handout, on no slide."""

from shiryo.article import read
from shiryo.drafting import draft

TALE = """# 橋の話

## 工事

橋は三月に直されます。{long}

{rule}

手伝ってくれた町の人たちに感謝します。来月は川の話です。
"""


def _told(text: str) -> tuple[str, str]:
    """Return what slides say, and what the handout does."""
    outline, _ = draft(read(text.encode(), "a.md")[0], "a.md")
    assert not outline.unused
    said = {"deck": "", "handout": ""}
    for _, section in outline.walk():
        said["deck"] += section.message
        for block in section.blocks:
            for out in said:
                said[out] += f"{block}" if block.only in (None, out) else ""
    return said["deck"], said["handout"]


def test_what_stands_below_the_last_rule_is_no_part_of_the_last_section() -> None:
    long = "橋は町の東にあり、毎日多くの人が渡って学校や市場へ通っています。" * 8
    deck, handout = _told(TALE.format(long=long, rule="---"))
    assert "手伝って" not in deck
    assert "来月" not in deck
    assert "手伝ってくれた町の人たちに感謝します。" in handout
    assert "来月" in _told(TALE.format(long=long, rule=""))[0]


def test_what_stands_below_a_rule_and_is_much_of_the_article_is_content() -> None:
    assert "来月" in _told(TALE.format(long="", rule="---"))[0]


def test_a_caption_of_a_picture_that_is_not_there_is_in_the_handout_alone() -> None:
    text = "# 橋\n\n## 工事\n\n橋は三月に直されます。\n\n![図](a.png)\n*橋が直った*\n"
    deck, handout = _told(text)
    assert "橋が直った" in handout
    assert "橋が直った" not in deck


def test_whose_the_names_of_an_article_are_is_no_statement() -> None:
    note = "※本文中の会社名、製品名は、各社の登録商標または商標です。"
    text = f"# 新しい灯\n\n## 発売\n\n橋工業は新しい灯を六月に発売します。\n\n{note}\n"
    outline, _ = draft(read(text.encode(), "a.md")[0], "a.md")
    assert "商標" not in "".join(f"{s.message}{s.blocks}" for _, s in outline.walk())
    assert "商標" in "".join(each.text for each in outline.unused)


def test_the_way_back_at_the_end_is_furniture_of_the_page() -> None:
    text = "# 橋\n\n## 工事\n\n橋は三月に直されます。\n\n---\n\n[← 町の係に戻る](../index.md)\n"
    outline, _ = draft(read(text.encode(), "a.md")[0], "a.md")
    assert "戻る" not in "".join(f"{s.blocks}{s.message}" for _, s in outline.walk())
