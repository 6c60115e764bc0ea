"""What a slide does not take from a section: others' words, names alone, addresses."""

from shiryo import article, drafting

ARTICLE = """# 町の図書館

北山市 図書館係

図書館の本は2026年に3万冊になります。

## 何が変わるか

図書館は夜も開きます。

私は町の図書館でたくさんの失敗をしました。 — @yamada, Letters

## どこに書いてあるか

- 計画は2026年4月に公表します。
- 参考：https://example.org/plan.pdf
"""


def shown() -> str:
    read, _ = article.read(ARTICLE.encode(), "library.md")
    outline, _ = drafting.draft(read, "library.md")
    said = [section.message for _, section in outline.walk()]
    for _, section in outline.walk():
        for block in section.blocks:
            if block.only != "handout" and hasattr(block, "bullets"):
                said += [item.text for item in block.bullets]
    return "\n".join(said)


def test_a_name_alone_is_no_message() -> None:
    assert "図書館の本は2026年に3万冊になる" in shown().splitlines()[0]


def test_somebody_elses_words_are_not_the_authors() -> None:
    assert "図書館は夜も開く" in shown()
    assert "失敗" not in shown()


def test_an_address_is_nothing_to_read_on_a_slide() -> None:
    assert "https://" not in shown()
