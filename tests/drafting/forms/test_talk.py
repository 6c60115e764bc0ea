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


MINUTES = """\
# 畑の会 5月の集まり

## 水やり

- 西: 朝の水やりが続かない
- 東: 当番は何人いますか？
- 西: 三人
- 北: 少ないのでは？
- ~ 当番表を見る ~
- 東: 五人いれば回る
- 西: ホースも古い
- 北: 新しいホースは私が買っておきます
- 東: 6月10日までに当番表を直します
- 西: 水道の栓は誰が閉めるんだっけ？
- 東: 夜の栓は会で閉めたい
- 北: 当番が帰りに栓を閉めるのは？
- 西: 当番が閉める形で
- 東: 賛成です
- 北: 古いホースは捨てた

### 結論

- 西: 当番を五人に増やす

## 秋の種

- 大根と蕪をまく
- 種は町の店で買う
- 畝は八月に立てる
"""


def drafted(text: str) -> model.Outline:
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    return outline


def test_slides_of_a_long_talk_say_what_came_of_it() -> None:
    outline = drafted(MINUTES)
    section = next(s for _, s in outline.walk() if s.title == "水やり")
    assert section.message == "西: 当番を五人に増やす"
    shown = [b for b in section.blocks if b.only != "handout"]
    assert [(i.title, i.text) for b in shown for i in getattr(b, "bullets", ())] == [
        ("北", "新しいホースは私が買っておく"),
        ("東", "6月10日までに当番表を直す"),
        ("西", "当番が閉める形で"),
    ]
    assert outline.unused == ()


def test_a_short_talk_in_a_list_is_a_dialogue() -> None:
    said = (
        "- 西: 種は足りる？\n- 東: 足りる\n- 西: では明日まく\n- 東: 雨が降らない？\n- 西: 晴れる"
    )
    outline = drafted(f"# 畑の会\n\n## 種まき\n\n{said}\n\n## 水\n\n水は川から引いている。\n")
    blocks = [b for _, s in outline.walk() for b in s.blocks]
    (talk,) = (b for b in blocks if isinstance(b, model.DialogueBlock))
    assert talk.only == "deck"
    assert [u.speaker for u in talk.dialogue] == ["西", "東", "西", "東", "西"]


def test_kinds_of_changes_are_no_speakers() -> None:
    said = (
        "- 新機能: 印刷\n- 修正: 余白\n- 新機能: 検索\n- 修正: 色\n- 新機能: 並べ替え\n- 修正: 速さ"
    )
    outline = drafted(f"# 版\n\n## 2.0\n\n{said}\n\n## 1.0\n\n最初の版を出した。\n")
    blocks = [b for _, s in outline.walk() for b in s.blocks]
    assert not any(isinstance(b, model.DialogueBlock) for b in blocks)
