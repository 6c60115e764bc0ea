"""What statements are worth as lines of the summary."""

import json
from importlib.resources import files

import pytest

from shiryo import article
from shiryo.article.model import Article
from shiryo.drafting import planned
from shiryo.drafting.plan import summary, telling, worth

TEXT = """# 橋の架け替え

## 結論

町は来年度に三つの橋を架け替える。費用は二億円と見込まれる。

## 例

たとえば隣の町では、古い橋に花を飾る人がいる。

## 課題

工事の間、通学路が遠回りになる。
"""


def read() -> Article:
    return article.read(TEXT.encode(), "a.md")[0]


def worths() -> dict[str, float]:
    made = read()
    said = summary.said(*planned(made)[1:], made.title)
    found = worth.worths(said, made.title, len(made.lines))
    return {one.text: value for one, value in zip(said, found, strict=True)}


def test_what_was_concluded_is_worth_more_than_an_example() -> None:
    found = worths()
    example = next(text for text in found if "花を飾る" in text)
    assert found["町は来年度に三つの橋を架け替える"] > found[example]


def test_what_worries_is_in_the_summary() -> None:
    made = read()
    _, points = summary.draft(*planned(made)[1:], made.title, len(made.lines))
    assert any("遠回り" in point.text for point in points)


def test_every_weight_is_of_something_that_is_told() -> None:
    made = read()
    said = summary.said(*planned(made)[1:], made.title)
    names = {name for row in worth.features(said, made.title, len(made.lines)) for name in row}
    stored = json.loads(files(worth.__package__).joinpath("worth.json").read_text("utf-8"))
    assert {"claim", "late", "central", "long", "decision"} <= names & set(stored)


@pytest.mark.parametrize(
    ("said", "may"),
    [
        ("橋の会は、次に掲げる場合を除いて、橋を閉じない", False),
        ("橋の会は来年、次の橋に力を入れる", False),
        ("渡る人は、以下の事項を守る", False),
        ("橋の会は、橋を次の世代に引き継ぐ", True),
        ("橋を渡る人は、一日に10人以下のままである", True),
        ("渡し船の券を船札と呼ぶ", False),
        ("渡し船の券は船札と呼ばれる木の札で、朝に配られる", True),
        ("見慣れた人もいるが、すでに知る部分は適宜読み飛ばすこと", False),
        ("やや雑な記事だが、渡し船の話として書いた", False),
        ("前の章では、渡し船の券を窓口で売る方法を述べた", False),
        ("画面の右上にある予約のボタンをクリックする", False),
        ("市は予約の画面を5月に公開する", True),
        ("橋の下では流れが速いことにも注意すること", False),
        ("当該変更は、町の窓口で周知する", False),
        ("2024-03-11 14:00 係が橋を見て回ったことを記す", False),
        ("札 a が出るかどうかを x_a で表す", False),
    ],
)
def test_no_main_point_points_to_a_list_that_stands_elsewhere(said: str, may: bool) -> None:
    assert telling.is_point(said) is may
