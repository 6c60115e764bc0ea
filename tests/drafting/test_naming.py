import pytest

from shiryo.drafting.wording.naming import named


@pytest.mark.parametrize(
    ("lead", "names", "said"),
    [
        ("支援の柱は大きく3つです", ["本", "席", "人"], "支援の柱は、本、席、人の3つ"),
        ("支援の柱は三つあります。", ["本", "席", "人"], "支援の柱は、本、席、人の三つ"),
        ("会場が2つある", ["本館", "東館"], "会場は、本館、東館の2つ"),
        ("主な利点は次のとおりです。", ["早さ", "安さ"], "主な利点は、早さ、安さ"),
        ("支援の柱は3つです", ["本", "席"], ""),
        ("支援の柱は3つです", ["本", "席", "市民から寄せられた意見に基づく改善"], ""),
        ("市は計画を公表しました", ["本", "席"], ""),
    ],
)
def test_a_lead_in_that_counts_names_what_it_counts(lead: str, names: list[str], said: str) -> None:
    assert named(lead, names) == said
