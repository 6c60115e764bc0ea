import pytest

from shiryo.facts.facts import facts, unsupported
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


@pytest.mark.parametrize(
    ("said", "cited", "missing"),
    [
        ("川崎で新しい工場を動かす", "横浜で新しい工場を動かします。", ["川崎"]),
        ("佐藤が会の代表を務める", "鈴木が会の代表を務めます。", ["佐藤"]),
        ("横浜で新しい工場を動かす", "横浜で新しい工場を動かします。", []),
        ("日本の工場を動かす", "わが国の工場を動かします。", []),
    ],
)
def test_a_proper_noun_that_the_lines_lack_is_named(
    said: str, cited: str, missing: list[str]
) -> None:
    assert [fact.text for fact in unsupported(said, cited)] == missing
