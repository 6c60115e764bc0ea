"""The author's lists: what follows from the item above says so, and a remedy is no problem."""

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model


def lists(text: str) -> list[list[tuple[str, str]]]:
    """Return the lists that slides show, of each item its title and its text."""
    read, _ = article.read(f"# 鍵の話\n\n## 鍵の問題点\n\n{text}".encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    blocks = [b for _, s in outline.walk() for b in s.blocks if b.only != "handout"]
    return [
        [(i.title, i.text) for i in block.bullets]
        for block in blocks
        if isinstance(block, model.BulletsBlock)
    ]


_PROBLEMS = "- 当番ごとに鍵を借りる手間がかかっている。\n- 鍵の返却を忘れる人が多い。\n"


def test_a_remedy_at_the_end_of_a_list_of_problems_stands_apart_under_its_name() -> None:
    remedy = "- 対策案\n  - 倉庫の鍵を番号で開く錠に替えれば、貸し借りが要らなくなる。\n"
    problems, apart = lists(_PROBLEMS + remedy)
    assert len(problems) == 2
    assert apart == [("対策案", "倉庫の鍵を番号で開く錠に替えれば、貸し借りが要らなくなる")]


def test_an_item_named_otherwise_stays_among_the_others() -> None:
    (found,) = lists(_PROBLEMS + "- 夜の当番\n  - 鍵を返す相手がいないので、家に持ち帰っている。\n")
    assert len(found) == 3


def test_an_item_that_follows_from_the_one_above_says_so() -> None:
    (found,) = lists(
        "- 倉庫には鍵が一つしかない。\n"
        "- そのため、鍵をなくすと誰も倉庫に入れない。\n"
        "- 窓は北にある。\n"
    )
    assert [text for _, text in found] == [
        "倉庫には鍵が一つしかない",
        "そのため、鍵をなくすと誰も倉庫に入れない",
        "窓は北にある",
    ]


def test_what_comes_of_not_keeping_to_an_item_stands_below_it() -> None:
    read, _ = article.read(
        "# 鍵の話\n\n## 当番への注意\n\n"
        "- 注意を受けた当番は、翌月まで鍵を持てない。"
        "その間は、ほかの当番が戸の開け閉めを代わって行う。"
        "倉庫の中の道具を使うときも、ほかの当番に頼んで出してもらう。"
        "この決まりに違反すると、当番を続けられなくなる場合がある。\n"
        "- 鍵は受付に返す。\n".encode(),
        "a.md",
    )
    outline, _ = drafting.draft(read, "a.md")
    said = [j.text for _, s in outline.walk() for b in s.blocks
            if isinstance(b, model.BulletsBlock) and b.only != "handout"
            for i in b.bullets for j in i.items]  # fmt: skip
    assert any(text.startswith("この決まりに違反すると") for text in said)
    assert len(said) == 3
