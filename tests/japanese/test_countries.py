"""Countries: one list, for names, governments, lists by country and pairs of sides."""

import pytest

from shiryo.drafting.wording.splits.sides import are_alike
from shiryo.facts.facts import unsupported
from shiryo.japanese.countries import is_country


@pytest.mark.parametrize("name", ["米国", "アメリカ", "米", "EU", "スイス", "ベトナム"])
def test_a_country(name: str) -> None:
    assert is_country(name)
    assert not is_country(name + "人")


def test_sides_are_alike_by_the_same_list() -> None:
    assert are_alike("ロシア", "ベトナム政府")
    assert not are_alike("ロシア", "図書館")


def test_a_country_by_another_name_is_the_same() -> None:
    assert unsupported("豪州で開く", "オーストラリアで開く。") == ()
