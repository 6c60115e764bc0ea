import pytest

from shiryo.japanese.amounts import alike, amount, are_figures


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("8,400", 8400, ""),
        ("38.0％", 38, "%"),
        ("1億2,700万円", 127_000_000, "円"),
        ("４９人", 49, "人"),
    ],
)
def test_a_cell_with_one_number(text: str, value: float, unit: str) -> None:
    found = amount(text)
    assert found is not None
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    "text", ["", "－", "約40人から50人", "3/4", "2023-04-01", "1月17日", "二千円"]
)
def test_a_cell_with_anything_else(text: str) -> None:
    assert amount(text) is None


def test_amounts_are_counted_in_the_least_of_their_scales() -> None:
    found = [a for a in map(amount, ("1億2,700万円", "900万円")) if a]
    assert alike(found) == ((12700, 900), "万円")


def test_yen_and_people_are_not_alike() -> None:
    assert alike([a for a in map(amount, ("900円", "900人")) if a]) is None


@pytest.mark.parametrize(
    ("cells", "numeric"),
    [
        (["1,240", "52", "–"], True),
        (["12.5％", "▲3.0％"], True),
        (["1,010万円", "約20億円"], True),
        (["12人", "300人"], True),
        (["３坪", "10〜20坪"], True),
        (["1億2千万円", ""], True),
        (["", ""], False),
        (["–", "–"], False),
        (["3つの方法", "2"], False),
        (["2026年4月", "2026年7月"], False),
        (["1" * 60 + "だ", "2"], False),
    ],
)
def test_columns_of_numbers_are_known(cells: list[str], numeric: bool) -> None:
    assert are_figures(cells) is numeric


def test_a_long_row_of_digits_is_read_once() -> None:
    assert amount("1" * 200 + "（") is None
