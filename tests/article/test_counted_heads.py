"""Headings that are typed by hand, with a number and no mark of Markdown."""

import pytest

from shiryo import article
from shiryo.article.model import Kind

TEXT = """# 本の直し方

## 破れた頁

まず明るい所で見ます。

1.道具の準備

- 糊と紙を机に置く
- 手を洗う

2.破れの直し

薄い紙を重ねて、糊を付けます。

3.その他

- 窓口に尋ねる

## 折れた頁

手で伸ばします。
"""


def heads(text: str) -> list[tuple[int, str]]:
    read, _ = article.read(text.encode(), "a.md")
    return [(b.level, b.text) for b in read.blocks if b.kind is Kind.HEADING]


@pytest.mark.parametrize("mark", ["{}.", "{}．", "{})", "({})", "{}、"])
def test_lines_that_count_are_headings_below_the_one_above(mark: str) -> None:
    text = TEXT
    for n, name in enumerate(("道具の準備", "破れの直し", "その他"), 1):
        text = text.replace(f"{n}.{name}", mark.format(n) + name)
    found = heads(text)
    assert [level for level, _ in found] == [1, 2, 3, 3, 3, 2]
    assert found[2][1] == f"{mark.format(1)}道具の準備"


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("2.破", "5.破").replace("3.そ", "6.そ"),
        TEXT.replace("1.道具の準備", "1.道具を準備します。").replace("2.", "二.").replace("3.", ""),
        "# 本\n\n## 順\n\n1.糊\n\n2.紙\n\n3.糸\n",
        TEXT.replace("1.道", "1.5倍の道").replace("2.破", "2.5倍の破").replace("3.そ", "3.5倍のそ"),
    ],
)
def test_other_lines_with_numbers_are_none(text: str) -> None:
    assert all(level < 3 for level, _ in heads(text))
