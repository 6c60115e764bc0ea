"""Names over addresses are records; a number that counts on from headings is one of them."""

import pytest

from shiryo.article import read
from shiryo.article.model import Article, Block, Kind

RECORDS = """# 手伝いの受付

町の協議会が窓口を置いている。

7月の分
〈北町〉募集開始
（町内の人限定）
https://kita.example.jp

〈南町〉募集開始
人数に限りがあります
https://minami.example.jp/a.html

〈西町〉募集開始

https://nishi.example.jp/
県の協議会が窓口をまとめて示している。
https://ken.example.jp/
"""


def _items(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind is Kind.ITEM]


@pytest.mark.parametrize("file", ["a.md", "a.txt"])
def test_names_over_addresses_are_items_that_link_to_them(file: str) -> None:
    items = _items(read(RECORDS.encode(), file)[0])
    assert [item.text for item in items] == [
        "〈北町〉募集開始（町内の人限定）",
        "〈南町〉募集開始　人数に限りがあります",
        "〈西町〉募集開始",
    ]
    assert [item.marks[0].href for item in items] == [
        "https://kita.example.jp",
        "https://minami.example.jp/a.html",
        "https://nishi.example.jp/",
    ]
    assert [run.text for run in items[1].texts()[2] if run.href] == ["〈南町〉募集開始"]


def test_two_names_over_addresses_are_no_list() -> None:
    source = RECORDS.replace("〈西町〉募集開始\n\nhttps://nishi.example.jp/\n", "")
    assert not _items(read(source.encode(), "a.md")[0])


BILL = """橋の譲渡について

１．趣旨

市が持つ橋は、二十年前に県の事業で架けたもので、今は町が日々の手入れをしている。

２．橋の現状

①場所　北町の一部、港町
②通行量（令和４年２月の調べ）
２，６５５台
③架けた費用　７８５，０００円
収入４４，０００円－支出２４８，０００円
＝△２０４，０００円
３．今後の予定（変わることがあります）
４．その他
市の負担については補正予算に計上する予定です。
"""


def test_a_number_that_counts_on_from_two_headings_is_a_heading() -> None:
    article, _ = read(BILL.encode(), "a.txt")
    heads = [block.text for block in article.blocks if block.kind is Kind.HEADING]
    assert heads[-2:] == ["３．今後の予定（変わることがあります）", "４．その他"]
    items = _items(article)
    assert [item.label for item in items] == ["", "通行量（令和４年２月の調べ）", ""]
    assert items[1].text == "２，６５５台"
    assert any(b.text.endswith("支出２４８，０００円＝△２０４，０００円") for b in article.blocks)


def test_items_that_begin_anew_below_numbered_headings_stay_items() -> None:
    source = "1. 概要\n\n橋を直す計画の要点を示す。\n\n2. 手順\n\n次の順に進める。\n\n"
    source += "1. 調べる\n2. 直す\n3. 開く\n"
    article, _ = read(source.encode(), "a.txt")
    assert [item.text for item in _items(article)] == ["調べる", "直す", "開く"]
