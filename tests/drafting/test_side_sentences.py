"""Which sentence of a section is no message of it: one of several, an old figure, a mere plea."""

import pytest

from shiryo import article, drafting
from shiryo.outline import model
from shiryo.outline.statements import stated


def section(body: str, heading: str = "館の決まり") -> model.Section:
    read, _ = article.read(f"# 町の図書館\n\n## {heading}\n\n{body}\n".encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    return outline.sections[0]


def test_none_of_several_equal_rules_speaks_for_the_others() -> None:
    rules = "\n\n".join(
        f"{what}は認めません：{why}ので、見かけた人は係の者に知らせてください。"
        for what, why in (
            ("大声での会話", "静かに本を読む人が多くいる"),
            ("席の取り置き", "座れない人が毎日のように出ている"),
            ("無断での撮影", "写りたくない人がいる"),
        )
    )
    made = section(rules)
    assert not made.message
    assert all(what in stated(made) for what in ("大声での会話", "席の取り置き", "無断での撮影"))


def test_what_is_owned_only_to_be_limited_is_no_message() -> None:
    made = section(
        "建物の古さを生かしながら棚を並べた、居心地のよい館ではありました。"
        "ただ、車いすの人が二階の棚まで行けないことが、使いにくさを大きくしていると感じます。",
        "行ってみて",
    )
    assert made.message.endswith("使いにくさを大きくしていると感じる")


def test_a_figure_that_the_next_sentence_mends_is_said_with_that_or_not_at_all() -> None:
    made = section(
        "去年の発表では、貸し出した本の約75%を機械が正しく読み取れると述べました。"
        "それ以来、これを約85%に改善し、次のような本も読み取れるようになりました：\n\n"
        "```\n北山の昔話\n```",
        "機械の読み取り",
    )
    assert made.message.endswith("それ以来、これを約85%に改善した")
    assert "75%" in made.message


def test_how_a_reader_is_to_take_it_is_no_message() -> None:
    made = section(
        "館の棚は、町の人が長く使えることを重んじて作られています。"
        "本は係の者の好みで選ばれている、と考えてください。",
        "選び方",
    )
    assert made.message.startswith("館の棚は")


def test_where_one_is_to_turn_is_the_message_under_a_heading_that_names_that() -> None:
    made = section(
        "電話もしくは手紙で館の窓口にご連絡ください。\n\n"
        "- 電話: 北山の局の百番\n- 手紙: 北山の町一番地\n\n"
        "係は二人いて、どちらか一人に宛てた手紙でも届きます。",
        "連絡先・窓口",
    )
    assert made.message.startswith("電話もしくは手紙で")


def test_what_stands_under_one_of_several_heads_speaks_for_none_of_the_others() -> None:
    made = section(
        "**席を譲りましょう**：杖をつく人には、窓の横の席を譲ってください。\n\n"
        "**本を大切にしましょう**：本には線を引かず、折らないでください。\n"
        "また、雨の日の本は、袋に入れて持ち帰る必要があります。\n\n"
        "**声を小さくしましょう**：話は一階の広間でしてください。"
    )
    assert "雨の日" not in made.message


@pytest.mark.parametrize("closing", ["どちらも", "いずれの館も"])
def test_what_is_said_of_all_after_a_row_of_heads_may_be_the_message(closing: str) -> None:
    made = section(
        "**北の館**\n\n本を六時から貸します。\n\n**南の館**\n\n本を九時まで貸します。\n\n"
        f"{closing}水曜日に休みます。"
    )
    assert "水曜日に休" in made.message


def test_what_goes_on_from_a_note_is_a_note() -> None:
    made = section(
        "棚の札は赤い紙で作ります。\n\n※写真は去年のものです。実際の札の色とは異なることがあります。"
    )
    assert made.message.startswith("棚の札は赤い紙")
    made = section(
        "- 赤い札\n- 青い札\n\n※写真は去年のものです。実際の札の色とは異なることがあります。"
    )
    assert not made.message
