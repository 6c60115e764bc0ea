import pytest

from shiryo import article, drafting, limits
from shiryo.article.model import Article, Block, Kind, Number
from shiryo.outline import check, yaml
from shiryo.outline.writing import dump

LINES = (
    "市は2025年4月1日に図書館の開館時間を変える。",
    "平日は20時まで開く。",
    "土日は18時まで開く。",
)
ARTICLE = Article("a.txt", "ab" * 32, "題", LINES, ())
TEXT = """\
shiryo: 1
title: 図書館
source: {file: a.txt, sha256: %s}
sections:
  - id: hours
    title: 時間
    from: [L1-L3]
    blocks:
      - bullets:
          - {text: 平日は20時まで, from: [L2]}
          - 2025年4月1日から
""" % ("ab" * 32)


def found(text, article=ARTICLE):
    loaded, _ = yaml.load(text, "x.yaml")
    return [
        (d.code.removeprefix("outline."), d.span.line if d.span else None)
        for d in check.check(loaded, article)
    ]


def test_a_sound_outline_has_nothing_to_look_at():
    assert found(TEXT) == []


def test_a_title_of_the_deck_alone_may_be_one_of_the_handout_alone():
    other = "  - {id: b, title: 時間, only: %s, blocks: [text: {text: 文, from: [L1]}]}\n"
    both = TEXT.replace("    title: 時間\n", "    title: 時間\n    only: deck\n")
    assert found(both + other % "handout") == []
    assert [code for code, _ in found(both + other % "deck")] == ["same-title"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("20時", "22時", ("unsupported-number", 10)),
        ("from: [L2]", "from: [L3]", ("unsupported-number", 10)),
        ("4月1日", "5月1日", ("unsupported-date", 11)),
        ("平日は", "NICTは", ("unsupported-name", 10)),
        ("from: [L2]", "from: [L9]", ("beyond", 10)),
        ("[L1-L3]", "[L3-L1]", ("reversed-reference", 7)),
        ("abab}", "0000}", ("stale", 3)),
        ("title: 図書館", "title: 図書館\nhandout: {per-page: 6}", ("unused-option", 3)),
        (
            "title: 図書館",
            "title: 図書館\nhandout: {variant: onepage, columns: 2}",
            ("unused-option", 3),
        ),
        ("    from: [L1-L3]\n", "", ("uncited", 10)),
        (
            "          - 2025",
            "          - {title: あ, items: [{title: い, items: [{title: う, items: [え]}]}]}\n"
            "          - 2025",
            ("deep-bullets", 11),
        ),
        (
            "    blocks:\n",
            "    blocks:\n      - image: {file: x.png}\n",
            ("no-alt", 9),
        ),
        (
            "    blocks:\n",
            "    blocks:\n      - table: {columns: [あ,い,う,え,お,か,き,く], "
            "rows: [[あ,い,う,え,お,か,き,く]]}\n",
            ("wide-table", 9),
        ),
        ("  - id: hours", "  - {id: b, title: 別}\n  - id: hours", ("empty-section", 5)),
        (
            "  - id: hours",
            "  - {id: b, title: 時間, blocks: [text: {text: 文, from: [L1]}]}\n  - id: hours",
            ("same-title", 7),
        ),
        ("sections:", "review: [{kind: x, text: 確かめる}]\nsections:", ("review", 4)),
    ],
)
def test_points_to_what_is_doubtful(old, new, expected):
    assert old in TEXT
    assert found(TEXT.replace(old, new)) == [expected]


def test_a_missing_source_is_said_once_and_facts_are_not_compared():
    assert found(TEXT.replace("20時", "22時"), None) == [("no-source", 3)]


def test_marks_and_variables_are_no_facts():
    assert (
        found(TEXT.replace("平日は20時まで", '"**平日**は[20時](https://x.jp/99){{ N5 }}"')) == []
    )


def test_the_claim_of_the_whole_is_compared_with_its_own_lines_alone():
    text = TEXT.replace("sections:", "message: 平日は22時まで開く\nfrom: [L2]\nsections:")
    assert found(text) == [("unsupported-number", 4)]
    uncited = TEXT.replace("from: [L1-L3]", "").replace("sections:", "from: [L1]\nsections:")
    assert found(uncited) == [("uncited", 12)]


@pytest.mark.parametrize(
    ("said", "marks"),
    [
        ("**強い", ["**"]),
        ("{漢字|かんじ と", ["{漢字|"]),
        ("注^[閉じない", ["^["]),
        ("**強い** と \\**弱い と {漢字|かんじ} と ^[注] と {{ 数|round }}", []),
        ("[文**字](https://example.org/a)", ["**"]),
    ],
)
def test_a_mark_that_is_not_closed_is_named(said, marks):
    text = TEXT.replace("- 2025年4月1日から", f"- '2025年4月1日から{said}'")
    loaded, _ = yaml.load(text, "x.yaml")
    said = [d for d in check.check(loaded, None) if d.code == "outline.open-mark"]
    assert [(d.span.line, mark in d.message) for d, mark in zip(said, marks, strict=True)] == [
        (11, True) for _ in marks
    ]


def test_many_statements_without_lines_are_one_note():
    items = "".join(f"          - 項目{n}\n" for n in range(30))
    text = TEXT.replace("    from: [L1-L3]\n", "") + items
    assert [code for code, _ in found(text)] == ["uncited-many"]


def test_a_quoted_statement_has_a_sign_where_its_variables_stand():
    loaded, _ = yaml.load(
        "{shiryo: 1, title: 計画, variables: {期限: 2027年度}, source: {file: a.txt},"
        " sections: [{id: a, title: 方針, message: '整備は{{ 期限 }}までに終わる'}]}",
        "x.yaml",
    )
    said = [d.message for d in check.check(loaded, ARTICLE) if d.code == "outline.uncited"]
    assert any("整備は…までに終わる" in message for message in said)


HALVES = (
    "館の本は増えていますが、置く棚が足りません。",
    "司書は、席を予約した人に対して、開館の前に本を運びます。",
    "来た人は310人（概数）でした。",
)


def halves(*items: str) -> list[tuple[str, int | None]]:
    """Return what is found of items that cite the lines above in turn."""
    listed = "".join(
        f"          - {{text: {t}, from: [{ref}]}}\n" for ref, t in map(str.split, items)
    )
    head = TEXT.split("          - ", maxsplit=1)[0]
    return found(head + listed, Article("a.txt", "ab" * 32, "題", HALVES, ()))


def test_half_of_what_a_line_says_is_pointed_to():
    assert halves(
        "L1 館の本は増えている",
        "L2 司書は、開館の前に本を運ぶ",
        "L2 開館の前に本を運ぶ",
        "L3 来た人は310人",
    ) == [
        ("half-granted", 10),
        ("lost-restriction", 11),
        ("lost-subject", 12),
        ("lost-restriction", 12),
        ("lost-hedge", 13),
    ]


def test_what_is_granted_may_stand_beside_what_is_said():
    assert (
        halves(
            "L1 館の本は増えている",
            "L1 置く棚が足りない",
            "L2 席を予約した人に対して、司書は本を運ぶ",
        )
        == []
    )


def test_the_number_that_a_reader_sees_before_an_item_is_none_of_its_own():
    lines = ("1. 窓口で申し込むこと。", "1. 写しを出すこと。", "1. 席で待つこと。")
    items = tuple(
        Block(Kind.ITEM, line[3:], n, n, number=Number(n, f"{n}."))
        for n, line in enumerate(lines, 1)
    )
    text = (
        TEXT.split("          - ", maxsplit=1)[0]
        + "          - {text: 2. 写しを出すこと, from: [L2]}\n"
    )
    assert found(text, Article("a.txt", "ab" * 32, "題", lines, items)) == []


def test_statements_that_each_cite_other_thousands_of_lines_are_said_not_to_be_compared():
    lines = tuple(f"市は{n}年度に窓口を{n % 7}か所見直すことを決めた。" for n in range(2000))
    article = Article("a.txt", "ab" * 32, "題", lines, ())
    text = TEXT.partition("          - {text")[0]
    count = 3 * limits.CITED_CHARACTERS // sum(map(len, lines))
    text += "".join(
        f"          - {{text: 窓口を40か所, from: [L{n}-L1999]}}\n" for n in range(1, count)
    )
    text += "          - {text: 窓口を50か所, from: [L9]}\n"
    said = found(text, article)
    assert [code for code, _ in said].count("wide-references") == 1
    assert 0 < [code for code, _ in said].count("unsupported-number") < count
    assert ("unsupported-number", text.count("\n")) in said


def test_a_cell_is_held_against_its_own_words_not_against_its_row():
    text = (
        "# 橋\n\n| 橋 | 人 | 様子 |\n|---|---|---|\n| 東橋 | 37 | 市は東橋を直す。 |\n"
        "| 西橋 | 185 | 西橋では、灯りを替えたので、夜の事故が減った。 |\n"
        "| 南橋 | 44 | これに対し、人からは南橋を夜も渡りたいという声が上がった。 |\n"
    )
    read = article.read(text.encode(), "a.md")[0]
    outline = dump(drafting.draft(read, "a.md")[0])
    assert "夜の事故が減った" in outline
    assert found(outline, read) == []
    lost = outline.replace("灯りを替えたので、夜の事故が減った", "夜の事故が減らなかった")
    assert [code for code, _ in found(lost, read)] == ["unsupported-negation"]
