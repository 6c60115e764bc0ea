"""What stands right below a heading and only says when or how much: on the slide, and first."""

from shiryo import article, drafting
from shiryo.outline import model


def shown(text: str) -> list[model.Item]:
    read, _ = article.read(f"# 橋の会\n\n## 募集\n\n{text}".encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    (section,) = (s for _, s in outline.walk() if s.title == "募集")
    blocks = [b for b in section.blocks if b.only != "handout"]
    return [i for b in blocks if isinstance(b, model.BulletsBlock) for i in b.bullets]


def test_a_day_below_a_heading_keeps_its_place_and_its_exception() -> None:
    said = "※ただし、人が決まったときは終わります。\n\n決まらないときは、後からでも来られます。\n"
    first = shown(f"令和7年3月31日から\n\n{said}")[0]
    assert first.text == "令和7年3月31日から"
    assert [item.text for item in first.items] == ["ただし、人が決まったときは終わる"]


def test_what_says_more_than_a_day_is_a_paragraph() -> None:
    head = "北の橋の会 令和7年3月31日 第3号"
    texts = [i.text for i in shown(f"{head}\n\n決まらないときは、いつでも受け付けます。\n")]
    assert head not in texts


def test_the_day_of_the_article_itself_is_no_entry() -> None:
    source = (
        "---\ndate: 2025-03-31\n---\n# 橋の会\n\n## 募集\n\n2025年3月31日\n\n人を探しています。\n"
    )
    read, _ = article.read(source.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert "2025年3月31日" not in [
        item.text
        for _, section in outline.walk()
        for block in section.blocks
        if isinstance(block, model.BulletsBlock)
        for item in block.bullets
    ]
