"""The list of sources names what is cited, and nothing that is left of a sentence."""

from shiryo.article.model import Block, Kind
from shiryo.drafting.forms import citations


def sources(text: str) -> list[tuple[str, str]]:
    found = citations.sources(Block(Kind.CITATION, text, 3, 3))
    return [(source.title, source.url) for source in found]


def test_addresses_that_a_sentence_speaks_of_are_an_entry_each() -> None:
    text = "https://a.example や https://b.example/ といった、別の環境で動くものもあります"
    assert sources(text) == [
        ("https://a.example", "https://a.example"),
        ("https://b.example/", "https://b.example/"),
    ]


def test_a_title_with_its_address_is_one_entry() -> None:
    assert sources("「橋の調査」 https://a.example を参照") == [("橋の調査", "https://a.example")]
