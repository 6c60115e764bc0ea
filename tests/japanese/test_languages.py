import pytest

from shiryo.japanese.languages import tongues


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("国のChatGPTとNano Bananaを使う", [("国のChatGPTとNano Bananaを使う", "")]),
        (
            "原題は The State of AI in Japan（邦訳あり）",
            [("原題は ", ""), ("The State of AI in Japan", "en"), ("（邦訳あり）", "")],
        ),
        ("Deutsche Bank、Banco de España", [("Deutsche Bank、Banco de España", "")]),
        ("by and for the people", [("by and for the people", "en")]),
        ("", [("", "")]),
    ],
)
def test_whole_phrases_alone_are_english(text: str, parts: list[tuple[str, str]]) -> None:
    assert list(tongues(text)) == parts
