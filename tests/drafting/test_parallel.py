from shiryo import article, drafting

ARTICLE = """# 町の新しい図書館

## 何をするか

町は2026年4月に新しい図書館を開きます。

- 駅前に広場を作ります。
- 学校の図書室を改修します。
- 子どもの読書を支援します。

## 何を置くか

北山大学が2025年に本の選び方を決めました。

- 電子の本を導入します。
- 大きな字の本を用意します。

## 何が要るか

県の調べでは、町の予算は3億円です。

- 本の置き場
- 車で回る図書館を運営します。
"""


def lists(text: str) -> list[list[str]]:
    read, _ = article.read(text.encode(), "library.md")
    outline, _ = drafting.draft(read, "library.md")
    found = [block for _, section in outline.walk() for block in section.blocks]
    shown = [block for block in found if block.only != "handout"]
    return [[item.text for item in block.bullets] for block in shown if hasattr(block, "bullets")]


def test_beside_a_predicate_every_item_has_one() -> None:
    assert lists(ARTICLE)[0] == [
        "駅前に広場を作る",
        "学校の図書室を改修する",
        "子どもの読書を支援する",
    ]


def test_items_that_all_end_in_nouns_stay() -> None:
    assert lists(ARTICLE)[1] == ["電子の本を導入", "大きな字の本を用意"]


def test_nouns_of_the_author_stay_nouns() -> None:
    assert lists(ARTICLE)[2] == ["本の置き場", "車で回る図書館を運営"]


def test_an_item_that_would_not_fit_leaves_the_list_as_it_is() -> None:
    long = "町の七つの図書館と三つの分室で使う古い本と雑誌と地図と写真と手紙と楽譜と人形の"
    long += "目録を町の人や学校の人と一緒に一からゆっくりと丁寧に作成"
    text = ARTICLE.replace("学校の図書室を改修します", long + "します")
    assert lists(text)[0] == ["駅前に広場を作る", long, "子どもの読書を支援"]
