from shiryo.article.model import Article, Block, Kind
from shiryo.drafting import draft

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
    assert len(outline.summary) == 3
    assert outline.summary[-1].text == "図書館は変わろうとしている"
    assert [s.title for s in outline.sections if s.only == "handout"] == ["まとめ"]
