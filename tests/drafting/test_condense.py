import pytest

from shiryo.drafting.wording.condense import (
    first_example,
    last_clause,
    without_adjectives,
    without_described,
    without_modifiers,
)
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.japanese.width import width


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (
            "平日の夜に使える館を増やして、仕事や家事で昼間に来られない市民も気軽に本を借りられるようにする",
            "仕事や家事で昼間に来られない市民も気軽に本を借りられるようにする",
        ),
        (
            "市は、駅前の館の開館時間を大幅に延ばすとともに、本の予約や返却を無人で受け付ける窓口を整える",
            "市は、本の予約や返却を無人で受け付ける窓口を整える",
        ),
    ],
)
def test_what_leads_up_to_the_last_clause_goes(text: str, short: str) -> None:
    assert width(text) > LIMIT
    assert last_clause(text) == short


@pytest.mark.parametrize(
    "text",
    [
        "市民の同意が得られた館から順に工事を始める場合は、利用者の安全を確かめながら少しずつ進めていく",
        "月の収入によっては払う費用が増え、町が配る券の枚数が足りなくなり、家計にも重い負担になっていく",
        "職員を増やすのではなく、窓口で受け付ける手続きの数を減らして、相談に使える時間を長くしていく",
    ],
)
def test_conditions_and_denials_stay(text: str) -> None:
    assert last_clause(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "市は、町の歴史を伝える古い資料を長い時間をかけて全国の図書館から一つずつ集め、市民に配る",
        "外の国の大学では人から贈られるお金の運用が大きな収入の柱となっており、科学と技術の発展を支えている",
        "券の枚数が足りず全額が自己負担となるという困った例が各地の町で出てきており、家計に重い負担になっている",
    ],
)
def test_a_clause_that_the_last_one_leans_on_stays(text: str) -> None:
    assert width(text) > LIMIT
    assert last_clause(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "県は来年の春から、多様な求めに対応できる保育士を、山あいの町にも増やすための研修を始める予定だ",
        "駅に近くて夜も使える図書館を、子育て中の人が安心して休める地域の居場所へと作り替えていく",
        "市は、外国から来て町で働く人の子どもの教育の支援を、来年の春までに三つの区へ広げることにした",
    ],
)
def test_a_description_that_says_which_is_meant_stays(text: str) -> None:
    assert width(text) > LIMIT
    assert without_modifiers(text) == text


def test_what_has_a_name_of_its_own_needs_no_description() -> None:
    text = (
        "市は、町の誰もが好きな時に好きなだけ使える本の広場「まなび」を駅前に作り、春から試している"
    )
    assert without_modifiers(text) == "市は、本の広場「まなび」を駅前に作り、春から試している"
    by_a_name = (
        "北山大学が町で長年かけて集めて整理した「山の暮らし」を、市の図書館でも読めるようにする"
    )
    assert "北山大学が" in without_modifiers(by_a_name)


def test_praise_goes_but_not_an_adjective_that_says_which() -> None:
    praised = (
        "市は町の図書館が持つ膨大な資料を、小さな館でも借りられるよう、"
        "春から順に整えていくことにした"
    )
    assert without_adjectives(praised) == praised.replace("膨大な", "")
    which = praised.replace("膨大な資料", "危険な薬品")
    assert width(which) > LIMIT
    assert without_adjectives(which) == which


def test_a_noun_that_says_nothing_alone_keeps_its_description() -> None:
    text = (
        "窓口に来られない市民に代わって職員が自宅を訪ねて手続きを受け付けることを検討していくべきだ"
    )
    assert "受け付けること" in without_modifiers(text)


def test_of_many_examples_the_first_stays() -> None:
    text = (
        "予約、貸出、返却、延長、督促、照会などの毎日の窓口の仕事を、機械の力を借りて大きく減らす"
    )
    assert first_example(text).startswith("予約などの毎日の窓口の仕事を")


def test_under_a_head_a_plain_noun_needs_no_description_but_keeps_names() -> None:
    text = "県と大学(ABC)が進める「まなび」を通じて、親子や学生が放課後に使える環境を新しく用意する"
    assert width(text) > LIMIT
    assert without_modifiers(text) == text
    assert (
        without_described(text) == "県と大学(ABC)が進める「まなび」を通じて、環境を新しく用意する"
    )
