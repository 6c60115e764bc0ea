"""Sections whose numbered headings are steps, on slides of them all."""

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model, statements


def drafted(text: str) -> model.Outline:
    read, _ = article.read(f"# 庭の椅子\n\n{text}".encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    return outline


def steps(outline: model.Outline) -> list[tuple[str, str]]:
    return [
        (step.title, step.text)
        for _, section in outline.walk()
        for block in section.blocks
        if isinstance(block, model.StepsBlock)
        for step in block.steps
    ]


def cards(outline: model.Outline) -> list[str]:
    return [
        statements.shown(item.title)
        for _, section in outline.walk()
        for block in section.blocks
        if isinstance(block, model.BulletsBlock) and block.only == "deck"
        for item in block.bullets
    ]


PICTURE = "![](a.png)"


def test_a_step_that_is_only_a_picture_is_kept_among_the_others() -> None:
    outline = drafted(
        "作り方を写真で見せます。\n\n## 1. 板を六枚に切る\n\n厚い板を選びます。\n\n"
        f"## 2. 角を紙で磨く\n\n{PICTURE}\n\n## 3. 穴を四つ開ける\n\n{PICTURE}\n\n"
        f"## 4. 脚を釘で留める\n\n釘は二本ずつ使います。\n\n## 5. 油を布で塗る\n\n{PICTURE}\n"
    )
    assert steps(outline) == [
        ("板を六枚に切る", "厚い板を選ぶ"),
        ("角を紙で磨く", ""),
        ("穴を四つ開ける", ""),
        ("脚を釘で留める", "釘は二本ずつ使う"),
        ("油を布で塗る", ""),
    ]
    (made,) = [s for s in outline.sections if s.id.endswith("-steps")]
    assert made.title == "手順"
    titles = [s.title for s in outline.sections if s.only == "handout"]
    assert "2. 角を紙で磨く" in titles


def test_steps_below_their_heading_stand_on_its_slide() -> None:
    outline = drafted(
        "## 組み立ての手順\n\n### 1. 板を切る\n\n厚い板を選びます。\n\n"
        "### 2. 角を磨く\n\n細かい紙を使います。\n\n### 3. 脚を留める\n\n釘は二本ずつ使います。\n\n"
        "## 置き場所\n\n雨の当たらない所に置きます。\n"
    )
    section = outline.sections[0]
    assert [type(block) for block in section.blocks] == [model.StepsBlock]
    assert steps(outline) == [
        ("板を切る", "厚い板を選ぶ"),
        ("角を磨く", "細かい紙を使う"),
        ("脚を留める", "釘は二本ずつ使う"),
    ]


def test_ways_to_choose_from_are_no_steps() -> None:
    outline = drafted(
        "## 色を付ける方法\n\n### 1. 油を使う\n\n木の色が残ります。\n\n"
        "### 2. 漆を使う\n\n水に強くなります。\n\n### 3. 絵の具を使う\n\n明るい色になります。\n\n"
        "## 置き場所\n\n雨の当たらない所に置きます。\n"
    )
    assert steps(outline) == []
    assert [title[0] for title in cards(outline) if title[0].isdigit()] == ["1", "2", "3"]


def test_what_counts_no_acts_is_no_row_of_steps() -> None:
    outline = drafted(
        "## 1. 材料\n\n杉の板です。\n\n## 2. 道具\n\n鋸と釘です。\n\n"
        f"## 3. 写真\n\n{PICTURE}\n\n## 4. 費用\n\n全部で三千円です。\n"
    )
    assert steps(outline) == []
    assert not any(s.title == "3. 写真" for s in outline.sections)
