"""What is chosen of a section's prose, over the slides that it takes."""

from dataclasses import replace

from shiryo import article, drafting
from shiryo.article.model import Block, Kind
from shiryo.drafting.forms.points import blocks
from shiryo.drafting.select.claims import Claim
from shiryo.drafting.select.standing import Point
from shiryo.outline import model


def claim(order: int, score: float = 1.0, how: tuple[str, ...] = ()) -> Claim:
    text = f"第{order}の棚には、近くの町から届いた古い本が年の順に並ぶ"
    return Claim(text, order, order, order, order, score, how)


def paragraphs(*lasts: int) -> list[Block]:
    firsts = (1, *(last + 1 for last in lasts[:-1]))
    return [Block(Kind.PARAGRAPH, "", a, b) for a, b in zip(firsts, lasts, strict=True)]


def messages(claims: list[Claim], found: list[Block]) -> list[str | None]:
    """Give the messages of slides where all of a paragraph needs the first of it."""
    firsts = {n: block.first for block in found for n in range(block.first, block.last + 1)}
    heads = {c.first: c for c in claims}
    chosen = [
        Point(c, None if firsts[c.first] == c.first else heads[firsts[c.first]]) for c in claims
    ]
    return [made.block.message for made in blocks(chosen, found)]


def test_a_further_slide_has_the_claim_that_opens_it_and_that_others_stand_below() -> None:
    claims = [claim(n) for n in range(1, 13)]
    made = messages(claims, paragraphs(6, 12))
    assert made == [None, claims[6].text]


def test_a_further_slide_has_what_its_part_says_above_all() -> None:
    claims = [claim(n, 3.0 if n == 9 else 1.0) for n in range(1, 13)]
    assert messages(claims, paragraphs(*range(1, 13))) == [None, claims[8].text]


def test_a_further_slide_of_what_is_granted_or_leans_has_no_message() -> None:
    claims = [replace(claim(n), conceded=n > 6, leans=n > 9) for n in range(1, 13)]
    assert messages(claims, paragraphs(*range(1, 13))) == [None, ""]


def test_a_further_slide_of_one_paragraph_has_its_weightiest_claim() -> None:
    claims = [claim(n, 2.0 if n == 9 else 1.0) for n in range(1, 13)]
    paragraph = [Block(Kind.PARAGRAPH, "", 1, 6), Block(Kind.PARAGRAPH, "", 7, 12)]
    first = {1: claims[0], 7: None}
    chosen = [Point(c, first[1] if 1 < c.first < 7 else None) for c in claims]
    assert [made.block.message for made in blocks(chosen, paragraph)] == [None, claims[8].text]


def test_slides_part_where_paragraphs_do() -> None:
    chosen = [Point(claim(n)) for n in range(1, 13)]
    made = [each.block for each in blocks(chosen, paragraphs(7, 12))]
    assert [len(each.bullets) + bool(each.message) for each in made] == [7, 5]


def test_what_only_adds_to_the_slide_before_is_no_message() -> None:
    claims = [claim(n, how=("drop-connective",) if n == 7 else ()) for n in range(1, 13)]
    assert messages(claims, paragraphs(*range(1, 13))) == [None, claims[7].text]


def test_what_follows_a_list_has_no_message_of_its_own_where_it_shares_a_slide() -> None:
    found = [Block(Kind.PARAGRAPH, "", 1, 1), Block(Kind.ITEM, "机", 2, 2)]
    found += [Block(Kind.PARAGRAPH, "", n, n) for n in range(3, 7)]
    made = blocks([Point(claim(n)) for n in (1, 3, 4, 5, 6)], found)
    assert [each.block.message for each in made] == [None, ""]


def test_what_follows_a_long_list_has_a_slide_and_a_message_of_its_own() -> None:
    found = [Block(Kind.PARAGRAPH, "", 1, 1)]
    found += [Block(Kind.ITEM, f"第{n}の机", n, n) for n in range(2, 12)]
    found += [Block(Kind.PARAGRAPH, "", n, n) for n in range(12, 16)]
    made = blocks([Point(claim(n)) for n in (1, *range(12, 16))], found)
    assert [each.block.message for each in made] == [None, claim(12).text]


def test_the_sections_message_stands_where_its_paragraph_is_told() -> None:
    claims = [claim(n, 2.0 if n == 3 else 1.0) for n in range(1, 13)]
    said, *others = claims[6], *claims[:6], *claims[7:]
    chosen = [Point(c) for c in others]
    told = blocks(chosen, paragraphs(6, 12), claims, "", said)
    assert [each.block.message for each in told] == [claims[2].text, said.text]


def test_the_sections_message_stands_first_where_nothing_else_of_its_paragraph_is_told() -> None:
    claims = [claim(n) for n in range(1, 13)]
    chosen = [Point(c) for c in claims[:11]]
    told = blocks(chosen, paragraphs(6, 11, 12), claims, "", claims[11])
    assert told[0].block.message is None


def test_what_sums_up_a_list_stands_after_it() -> None:
    before, after = claim(1), replace(claim(3), leans=True)
    found = [Block(Kind.PARAGRAPH, "", 1, 1), Block(Kind.ITEM, "", 2, 2)]
    found += [Block(Kind.PARAGRAPH, "", 3, 3)]
    made = [each.block for each in blocks([Point(before, None), Point(after, before)], found)]
    assert [[(i.text, i.items) for i in each.bullets] for each in made] == [
        [(before.text, ())],
        [(after.text, ())],
    ]


def test_what_is_told_next_stands_beside_what_was_told_first() -> None:
    text = (
        "# 市の計画\n\n## 遅れの要因\n\n工事が遅れた背景には二つの要因がある。"
        "第一に、鋼材の値上がりで入札が三度も不調に終わったことである。"
        "つぎに、地下から見つかった古い水道管の移設に九か月を要したことである。"
        "一方、隣の町では同じ時期に工事が予定どおり終わっている。移設の費用は二億円に上った。\n"
    )
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    (listed,) = [b for b in outline.sections[0].blocks if isinstance(b, model.BulletsBlock)]
    assert any(item.text.startswith("つぎに、") for item in listed.bullets)


def test_what_is_added_without_a_topic_stands_below_whom_it_is_of() -> None:
    text = (
        "# 交代\n\n## 新しい二人の紹介\n\n"
        "代表は、私、北綾です。去年の祭りの責任者を務めてきました。また、教材の開発に携わっています。\n\n"
        "副代表は、南周です。図書館の整理係を務めてきました。また、町の地図を毎年描き直しています。\n"
    )
    outline, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    (section,) = (s for s in outline.sections if s.title == "新しい二人の紹介")
    found = [i for b in section.blocks if isinstance(b, model.BulletsBlock) for i in b.bullets]
    (deputy,) = (item for item in found if "南周" in item.text)
    assert "町の地図を毎年描き直している" in [item.text for item in deputy.items]


def test_what_stands_before_a_list_stays_there_whatever_leans_on_the_message_after_it() -> None:
    over, after = claim(1), replace(claim(3), leans=True)
    found = [Block(Kind.PARAGRAPH, "", 1, 1), Block(Kind.ITEM, "", 2, 2)]
    found += [Block(Kind.PARAGRAPH, "", 3, 3)]
    made = [each.block for each in blocks([Point(after), Point(over)], found)]
    assert [each.bullets[0].text for each in made] == [over.text, after.text]
