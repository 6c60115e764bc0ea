"""Units: the same ones for a fact, a chart, a count and a column."""

import pytest

from shiryo.facts.facts import facts
from shiryo.japanese import units
from shiryo.japanese.quantities import numbers


def test_a_unit_is_of_one_kind() -> None:
    every = [unit for kind in units.KINDS.values() for unit in kind]
    assert len(every) == len(set(every))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("広さは30坪ある", "30坪"),
        ("出力は100キロワットだ", "100kW"),
        ("敷地は2,000平方メートル", "2000㎡"),
        ("市内の3店舗", "3店舗"),
        ("15分以内", "15分"),
        ("二十分に", ""),
        ("3分野", "3"),
        ("六十坪", ""),
        ("三十人", "30人"),
        ("2分の1", "1/2"),
    ],
)
def test_a_number_with_its_unit(text: str, value: str) -> None:
    assert [v for _, _, v in numbers(text)] == ([value] if value else [])


def test_two_ways_of_writing_a_unit_are_one() -> None:
    one, other = ({f.value for f in facts(t)} for t in ("5パーセントと3名", "5%と3人"))
    assert one == other
