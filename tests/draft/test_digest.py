from shiryo.article.model import Article, Block, Kind
from shiryo.draft import draft
from shiryo.outline.model import BulletsBlock

LONG = (
    "市内の図書館の利用者は10年で3割減りました。開館時間が短いことや、駅から遠い館が多いことが"
    "理由として挙げられており、平日の夜に使える館は一つもありません。"
)
SHORT = "職員の数は変わっていません"


def test_long_items_are_short_in_the_deck_and_whole_in_the_handout() -> None:
    article = Article(
        "a.txt",
        "",
        "題",
        ("現状", LONG, SHORT),
        (
            Block(Kind.HEADING, "現状", 1, 1, level=2),
            Block(Kind.ITEM, LONG, 2, 2),
            Block(Kind.ITEM, SHORT, 3, 3),
        ),
    )
    section = draft(article, "a.txt")[0].sections[0]
    deck, handout = section.blocks
    assert isinstance(deck, BulletsBlock)
    assert isinstance(handout, BulletsBlock)
    assert (deck.only, handout.only) == ("deck", "handout")
    assert section.message == "市内の図書館の利用者は10年で3割減った"
    assert all(len(item.text) <= 64 for item in deck.bullets)
    assert deck.bullets[-1].text == "職員の数は変わっていない"
    assert handout.bullets[0].text.startswith("市内の図書館の利用者は10年で3割減った。開館時間")
