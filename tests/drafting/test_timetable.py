"""Sections that are the hours of a day: one timetable, and slides for what says more."""

from shiryo.article import read
from shiryo.drafting import draft
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model

MORE = (
    "- 橋の東から、旗を持つ人のあとについて渡る\n"
    "- 橋の西で、名を呼ばれるまで待つ\n- 三人で組になり、手をつないで歩く\n"
)
DAY = (
    ("9:30", "受付", MORE),
    ("10:00〜10:15", "開会", MORE),
    ("12:00", "昼食", "弁当は各自で持ちます。\n"),
    ("13:00", "渡り初め", MORE),
)


def drafted(day: tuple[tuple[str, str, str], ...]) -> model.Outline:
    text = "".join(f"## {hour} {name}\n\n{said}\n" for hour, name, said in day)
    article, _ = read(f"# 橋の日\n\n{text}".encode(), "a.md")
    outline, _ = draft(article, "a.md")
    assert edited(outline, article) == []
    assert not outline.unused
    return outline


def test_hours_in_a_row_are_a_timetable_that_tells_what_is_slight() -> None:
    outline = drafted(DAY)
    first, *others = outline.sections
    (timeline,) = (b for b in first.blocks if isinstance(b, model.TimelineBlock))
    assert [(e.date, e.text) for e in timeline.timeline] == [
        ("9:30", "受付"),
        ("10:00〜10:15", "開会"),
        ("12:00", "昼食: 弁当は各自で持つ"),
        ("13:00", "渡り初め"),
    ]
    assert [s.title for s in others if s.only == "handout"] == ["12:00 昼食"]


def test_a_long_day_is_a_table() -> None:
    (table,) = (
        b
        for b in drafted((*DAY, ("15:00", "休憩", "お茶を飲みます。\n"), ("15:10", "片づけ", MORE)))
        .sections[0]
        .blocks
        if isinstance(b, model.TableBlock)
    )
    assert table.table.rows[4].cells == ("15:00", "休憩: お茶を飲む")


def test_hours_that_go_back_or_that_all_say_much_are_no_timetable() -> None:
    back = (DAY[3], *DAY[:3])
    full = tuple((hour, name, MORE) for hour, name, _ in DAY)
    for day in (back, full):
        assert not any(s.id.endswith("-times") for s in drafted(day).sections)
