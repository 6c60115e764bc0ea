import pytest

from shiryo.facts.facts import facts
from shiryo.facts.names import covering

SPANS = [(5, 9), (0, 2), (6, 7), (12, 12), (20, 30), (22, 24)]


@pytest.mark.parametrize("spans", [SPANS, SPANS[:1], []])
def test_a_place_is_covered_by_any_of_the_spans(spans: list[tuple[int, int]]) -> None:
    covered = covering(spans)
    for place in range(35):
        assert covered(place) == any(start <= place < end for start, end in spans)


def test_numbers_within_dates_and_words_are_none_of_their_own() -> None:
    text = "2025年9月18日、GPT4を3台入れた。"
    assert {fact.value for fact in facts(text) if fact.kind == "number"} == {"3台"}
