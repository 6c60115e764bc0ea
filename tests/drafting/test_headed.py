"""Headings that nothing stands under."""

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model

DAYS = ("7月20日 灯籠流し", "7月27日 花火", "8月3日 盆踊り", "8月10日 納涼舟")


def drafted(text: str) -> model.Outline:
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    return outline


def lists(section: model.Section) -> list[tuple[int, list[str]]]:
    found = (b for b in section.blocks if isinstance(b, model.BulletsBlock) and b.only is None)
    return [(block.start, [item.text for item in block.bullets]) for block in found]


def text(titles: tuple[str, ...]) -> str:
    heads = "".join(f"### {title}\n\n" for title in titles)
    last = "舟は夕方の6時に出ます。定員は20人です。\n\n## 申し込み\n\n窓口で受け付けます。\n"
    return f"# 夏の催し\n\n催しは町の広場で開きます。\n\n## 出し物\n\n{heads}{last}"


def test_headings_without_a_text_are_listed_where_they_stand() -> None:
    outline = drafted(text(DAYS))
    (section,) = (s for s in outline.sections if s.title == "出し物")
    assert lists(section)[0] == (0, [*DAYS])
    assert section.only is None
    assert not outline.unused


def test_headings_that_count_are_counted() -> None:
    titles = tuple(f"{n}. {title.split()[1]}" for n, title in enumerate(DAYS, 1))
    (section,) = (s for s in drafted(text(titles)).sections if s.title == "出し物")
    assert lists(section)[0] == (1, ["灯籠流し", "花火", "盆踊り", "納涼舟"])


def test_one_heading_without_a_text_is_no_list() -> None:
    (section,) = (s for s in drafted(text(DAYS[2:])).sections if s.title == "出し物")
    assert [*DAYS[2:]] not in [items for _, items in lists(section)]


def test_signs_of_a_heading_stay_as_they_are() -> None:
    titles = ("1. 沖へ出る①", "2. 沖へ出る②", "3. 港に戻る", "4. 舟を洗う")
    (section,) = (s for s in drafted(text(titles)).sections if s.title == "出し物")
    assert lists(section)[0] == (0, [*titles])
