from shiryo.article.model import Article, Block, Kind
from shiryo.drafting import draft
from shiryo.drafting.plan import records
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


def nested(parts: tuple[tuple[str, ...], ...]) -> Article:
    """Return an article of headings (#, ##) and of items as deep as they are indented."""
    lines, blocks = list[str](), list[Block]()
    for line in (line for part in parts for line in part):
        lines.append(line)
        text, at = line.lstrip("# -"), len(lines)
        if line.startswith("#"):
            blocks.append(Block(Kind.HEADING, text, at, at, level=1 + line.count("#")))
        elif "- " in line:
            blocks.append(Block(Kind.ITEM, text, at, at, level=line.index("-") // 2))
        else:
            blocks.append(Block(Kind.PARAGRAPH, text, at, at))
    return Article("a.txt", "", "館の点検", tuple(lines), tuple(blocks))


WAYS = (
    "# 借りるには",
    "町の人は、使う日の三か月前から電話で部屋を申し込める。",
    "- 電話で",
    "- 窓口で",
)
HOUSES = (
    "## 北の館", "- ようす", "  - 屋根の瓦が三枚割れていて、雨の日は二階の廊下の端が濡れている",
    "- 担当", "  - 山田", "## 南の館", "- ようす", "  - 戸が重い", "  - 鍵が一つしかない",
    "- 担当", "  - 川口", "## 西の館", "- ようす", "  - 変わりない",
)  # fmt: skip


def test_a_label_with_an_item_below_it_is_a_cell() -> None:
    read = nested((("# 点検の結果", *HOUSES), WAYS))
    outline, _ = draft(read, "a.txt")
    ((title, table),) = tables(outline)
    assert title == "点検の結果"
    assert table.columns == ("区分", "ようす", "担当")
    assert [row.cells for row in table.rows] == [
        ("北の館", "屋根の瓦が三枚割れていて、雨の日は二階の廊下の端が濡れている", "山田"),
        ("南の館", "戸が重い\n鍵が一つしかない", "川口"),
        ("西の館", "変わりない", ""),
    ]
    assert "L5" in table.rows[0].from_
    assert edited(outline, read) == []
    assert outline.unused == ()


def test_items_with_the_same_labels_below_them_are_a_table_too() -> None:
    items = tuple(f"- {x[3:]}" if x.startswith("##") else f"  {x}" for x in HOUSES)
    read = nested((("# 点検の結果", *items), WAYS))
    outline, _ = draft(read, "a.txt")
    ((_, table),) = tables(outline)
    assert [row.cells[0] for row in table.rows] == ["北の館", "南の館", "西の館"]
    assert table.rows[2].cells == ("西の館", "変わりない", "")
    kept = [b.only for s in outline.sections for b in s.blocks if isinstance(b, model.BulletsBlock)]
    assert "handout" in kept
    assert edited(outline, read) == []


WORDS = ("瓦", "廊下", "縁側", "土間", "納戸", "床の間")
LONG = (
    "- 雨", "  - 戸", "  - 樋", "- 風", "  - 窓", "- 雪", "  - 屋根", "- 日", "  - すだれ",
    "- 土", "  - 庭",
)  # fmt: skip


def test_many_short_sections_are_two_columns_and_one_that_says_more_stands_after() -> None:
    short = [(f"## {name}", f"{name}は、{n}年前に直した。") for n, name in enumerate(WORDS, 2)]
    read = nested((("# 家の用語",), *short[:4], ("## 備え", *LONG), *short[4:], WAYS))
    outline, _ = draft(read, "a.txt")
    ((title, table),) = tables(outline)
    assert title == "家の用語"
    assert table.columns == ("用語", "意味")
    assert [row.cells[0] for row in table.rows] == list(WORDS)
    assert table.rows[0].cells[1] == "瓦は、2年前に直した"
    assert [s.title for _, s in outline.walk() if s.only is None and s.title == "備え"] == ["備え"]
    assert edited(outline, read) == []


def test_the_chapters_of_a_text_are_no_table_but_its_articles_are() -> None:
    for mark, columns in (("", []), ("第{}条 ", [("項目", "要点")])):
        parts = [
            (f"# {mark.format(n)}{name}", f"{name}は、{n}年前に直した。")
            for n, name in enumerate(WORDS, 1)
        ]
        outline, _ = draft(nested((*parts, WAYS)), "a.txt")
        assert [table.columns for _, table in tables(outline)] == columns


def test_questions_and_versions_head_their_columns() -> None:
    asked = [f"# {name}はいつ直しましたか？" for name in WORDS]
    versions = [f"# v1.{n}.0" for n in range(6)]
    for heads, columns in ((asked, ("問い", "答え")), (versions, ("版", "変更"))):
        parts = [(head, f"{name}を直した。") for head, name in zip(heads, WORDS, strict=True)]
        outline, _ = draft(nested((*parts, WAYS)), "a.txt")
        assert [table.columns for _, table in tables(outline)] == [columns]


TALK = (("司会", "始めよう"), ("山田", "瓦が三枚割れていた"), ("", "（写真を見る）"),
        ("山田", "雨の日は廊下が濡れる"), ("川口", "戸も重い"), ("司会", "順に直そう"),
        ("山田", "瓦は来週から直せる"))  # fmt: skip


def test_what_few_people_say_in_turn_is_a_table_of_who_says_what() -> None:
    def said(pairs: tuple[tuple[str, str], ...]) -> Article:
        parts = ("# 点検の会", *(word for name, text in pairs for word in (text, name)))
        lines = [f"{name}: {text}" if name else text for name, text in pairs]
        items = (
            Block(Kind.ITEM, text, n, n, label=name) for n, (name, text) in enumerate(pairs, 2)
        )
        ways = Block(Kind.HEADING, "借りるには", 20, 20, level=2)
        told = Block(Kind.PARAGRAPH, WAYS[1], 21, 21)
        head = Block(Kind.HEADING, parts[0][2:], 1, 1, level=2)
        padded = [parts[0], *lines, *[""] * (18 - len(lines)), ways.text, told.text]
        return Article("a.txt", "", "館の点検", tuple(padded), (head, *items, ways, told))

    outline, _ = draft(read := said(TALK), "a.txt")
    ((title, table),) = tables(outline)
    assert title == "点検の会"
    assert [row.cells for row in table.rows] == list(TALK)
    assert edited(outline, read) == []
    assert outline.unused == ()
    once = tuple((f"{name}{n}", text) for n, (name, text) in enumerate(TALK))
    assert tables(draft(said(once), "a.txt")[0]) == []


def test_an_address_makes_no_row_too_long() -> None:
    def row(*said: str) -> records.Record:
        return records.Record("瓦", (records.Field("", said),), (), ())

    at = f"（https://example.jp/{'a' * 120}）"
    assert records.fits(row("瓦" * 60, f"店{at}{'屋' * 30}"))
    assert not records.fits(row("瓦" * 60, "屋" * 90))
