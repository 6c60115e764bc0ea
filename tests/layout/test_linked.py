import pytest

from shiryo.inline import Run
from shiryo.layout.text.linked import linked


def links(text: str) -> list[object]:
    return [run.href for run in linked((Run(text),)) if run.href]


def test_an_address_in_a_text_leads_where_it_says() -> None:
    assert links("https://a.example/b と www.b.example と c@d.example") == [
        "https://a.example/b",
        "https://www.b.example",
        "mailto:c@d.example",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "https://*.example/",
        "https://{host}.example/a",
        "http://localhost:<ポート>/",
        "https://a.example/{id}",
    ],
)
def test_an_address_that_is_a_pattern_is_no_link(text: str) -> None:
    assert links(f"次の {text} に置く") == []
    assert "".join(run.text for run in linked((Run(text),))) == text
