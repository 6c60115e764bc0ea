from shiryo.article.model import Article, Block, Kind
from shiryo.drafting import draft
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model
from shiryo.outline.statements import stated

HALLS = (
    ("# 北の館",),
    ("大きい部屋", "平日", "2,000円", "休日", "3,000円"),
    ("小さい部屋", "平日", "800円", "休日", "1,200円"),
    ("# 南の館",),
    ("大きい部屋の南", "平日", "1,500円", "休日", "2,500円"),
    ("小さい部屋の南", "平日", "500円", "休日", "900円"),
    ("# 借りるには",),
    ("申し込み", "", "町の人は、使う日の三か月前から電話で部屋を申し込める。"),
)


def article(parts: tuple[tuple[str, ...], ...]) -> Article:
    lines: list[str] = []
    blocks: list[Block] = []

    def add(kind: Kind, text: str, level: int = 0, label: str = "") -> None:
        lines.append(f"{label}: {text}" if label else text)
        at = len(lines)
        blocks.append(Block(kind, text, at, at, level=level, label=label))

    for head, *rest in parts:
        add(Kind.HEADING, head.removeprefix("# "), 2 if head.startswith("# ") else 3)
        for label, text in zip(rest[::2], rest[1::2], strict=True):
            add(Kind.ITEM if label else Kind.PARAGRAPH, text, 0, label)
    return Article("a.txt", "", "部屋の料金", tuple(lines), tuple(blocks))


def tables(outline: model.Outline) -> list[tuple[str, model.TableBody]]:
    return [
        (s.title, b.table)
        for _, s in outline.walk()
        for b in s.blocks
        if isinstance(b, model.TableBlock) and s.only != "handout"
    ]


def test_sections_that_say_the_same_of_several_things_are_a_table() -> None:
    read = article((*HALLS[:3], *HALLS[6:]))
    outline, _ = draft(read, "a.txt")
    ((title, table),) = tables(outline)
    assert title == "北の館"
    assert table.columns == ("区分", "平日", "休日")
    assert [row.cells for row in table.rows] == [
        ("大きい部屋", "2,000円", "3,000円"),
        ("小さい部屋", "800円", "1,200円"),
    ]
    assert table.rows[0].from_ == ("L2", "L3", "L4")
    assert edited(outline, read) == []


def test_tables_of_neighbours_with_the_same_columns_are_one() -> None:
    read = article(HALLS)
    outline, _ = draft(read, "a.txt")
    ((title, table),) = tables(outline)
    assert title == "北の館、南の館"
    assert table.columns == ("区分", "", "平日", "休日")
    assert [row.cells[:2] for row in table.rows] == [
        ("北の館", "大きい部屋"),
        ("北の館", "小さい部屋"),
        ("南の館", "大きい部屋の南"),
        ("南の館", "小さい部屋の南"),
    ]
    assert edited(outline, read) == []


def test_the_handout_keeps_the_sections_with_their_lists() -> None:
    outline, _ = draft(article(HALLS), "a.txt")
    below = [s for _, s in outline.walk() if s.title == "小さい部屋"]
    assert [s.only for s in below] == ["handout"]
    said = " ".join(stated(block) for block in below[0].blocks)
    assert "800円" in said
    assert "1,200円" in said


def test_lead_words_that_are_no_opposites_are_columns_too() -> None:
    named = [
        tuple(word.replace("平日", "定員").replace("休日", "料金") for word in part)
        for part in (*HALLS[:3], *HALLS[6:])
    ]
    outline, _ = draft(article(tuple(named)), "a.txt")
    ((_, table),) = tables(outline)
    assert table.columns == ("区分", "定員", "料金")


def test_lists_with_other_lead_words_are_no_table() -> None:
    other = ("小さい部屋", "平日", "800円", "夜", "1,200円")
    outline, _ = draft(article((*HALLS[:2], other, *HALLS[6:])), "a.txt")
    assert tables(outline) == []
