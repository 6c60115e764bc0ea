"""A few words of another's stand with the remark that belongs to them."""

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model

OPENING = (
    "町の灯の本は、三十年のあいだ灯を点けてきた係の暮らしを書いた本です。"
    "係は雨の日も雪の日も町を回り、二百の灯を一人で点けました。\n\n"
)
WORDS = "> 灯が点くと、人の歩く音が変わるんだ\n\n"


def outline(text: str) -> model.Outline:
    read, _ = article.read(f"# 町の灯の本\n\n## 読んだこと\n\n{text}".encode(), "a.md")
    made, _ = drafting.draft(read, "a.md")
    assert edited(made, read) == []
    return made


def shown(made: model.Outline) -> list[model.Block]:
    return [b for _, s in made.walk() for b in s.blocks if b.only != "handout"]


def remark(blocks: list[model.Block]) -> str:
    items = [i for b in blocks if isinstance(b, model.BulletsBlock) for i in b.bullets]
    found = [i for item in items for i in (item, *item.items)]
    return next((i.text for i in found if any("歩く音" in j.text for j in i.items)), "")


def test_words_stand_below_the_remark_that_follows_them() -> None:
    made = outline(
        f"{OPENING}{WORDS}なぜ灯を点けるのかと問われた係は、このように答えています。"
        "しかし、灯を点ける仕事がいつも好きだったわけではありません。\n"
    )
    assert remark(shown(made)).endswith("係は、このように答えている")
    assert not any(isinstance(b, model.QuoteBlock) for b in shown(made))
    assert any(isinstance(b, model.QuoteBlock) for _, s in made.walk() for b in s.blocks)


def test_words_that_nobody_remarks_on_stay_as_they_are() -> None:
    made = outline(f"{OPENING}{WORDS}灯は今も二百あり、町の人が交代で点けています。\n")
    assert remark(shown(made)) == ""
