"""Talk with its speakers, as slides and the handout show it."""

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model


def talks(said: str) -> tuple[list[model.DialogueBlock], model.Outline]:
    text = f"# 町の会議\n\n## 道の直し\n\n町が案を示した。\n\n### 意見\n\n{said}\n"
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    found = [b for _, s in outline.walk() for b in s.blocks if isinstance(b, model.DialogueBlock)]
    return found, outline


def test_what_members_say_is_on_the_slide_in_their_words() -> None:
    (block,), outline = talks(
        "○委員　車は一日に20台しか通らない。\n○町長　橋の費用は県と分ける考えである。"
    )
    assert block.only is None
    assert [(u.speaker, u.text) for u in block.dialogue] == [
        ("委員", "車は一日に20台しか通らない。"),
        ("町長", "橋の費用は県と分ける考えである。"),
    ]
    assert outline.unused == ()


def test_a_long_talk_is_in_the_handout_alone() -> None:
    said = "\n".join(
        f"○委員　{n}番の道は冬に凍る。\n○町長　{n}番の道は県が直す。" for n in range(9)
    )
    found, outline = talks(said)
    assert {block.only for block in found} == {"handout"}
    assert sum(len(block.dialogue) for block in found) == 18
    assert outline.unused == ()


def test_a_bubble_without_a_speaker_is_no_talk() -> None:
    found, _ = talks("道は冬に凍る。\n\nそうなんだ！\n\n県が直す。")
    assert found == []
