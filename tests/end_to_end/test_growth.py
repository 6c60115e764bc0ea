"""Reading and drafting take work that grows with the length, whatever an article is made of."""

import pytest
from work import work

import shiryo
from shiryo import article, drafting

KINDS = {
    "equal lines": "同じ見出し\n",
    "steps": "まず、係が{n}番の書類を集める。次に、課が書類を確かめる。\n\n",
    "timeline": "{year}年5月、町は{n}番の橋を架けた。\n\n",
    "dates": "200{digit}年{digit}月、町は{n}番の橋を架けた。\n\n",
    "quotations": "> 担当課は町の{n}か所で水路を調べ、結果を出した。\n\n町長は述べた。\n\n",
    "tables": "| 名 | 数 |\n|---|---|\n| 橋{n} | {n} |\n\n",
    "short lists": "- 橋{n}の点検\n- 道{n}の舗装\n\n町の仕事は{n}つある。\n\n",
    "footnotes": "橋{n}を架けた[^{n}]。\n\n[^{n}]: 町の{n}番の記録による。\n\n",
    "definitions": "橋{n}\n: 川{n}を渡る道\n\n",
    "code": "```\nx{n}\n```\n\n",
    "links": "[町の調査{n}](https://example.jp/{n})を読む。\n\n",
    "same link": "[町の調査](https://example.jp/a)を読む。\n\n",
}


NEW = 2_000
"""Calls of what fifty pieces do not need at all: ten for each of two hundred."""


@pytest.mark.parametrize("kind", KINDS)
def test_work_grows_with_the_length(kind: str) -> None:
    def drafted(count: int) -> None:
        made = (KINDS[kind].format(n=n, digit=1 + n % 9, year=1000 + n) for n in range(count))
        found, _ = article.read("".join(made).encode(), "a.md")
        shiryo.dump(drafting.draft(found, "a.md")[0])

    drafted(10)  # dictionaries are loaded
    few, many = work(lambda: drafted(50)), work(lambda: drafted(200))
    assert {each.co_name: n for each, n in many.items() if n > 6 * few[each] + NEW} == {}
