import pytest
from markdown_it import MarkdownIt

from shiryo.article.readers.markdown import emphasis


def rendered(text: str) -> str:
    parser = MarkdownIt("commonmark")
    emphasis.plugin(parser)
    return str(parser.renderInline(text))


@pytest.mark.parametrize(
    ("text", "strong"),
    [
        ("**「重要」**です", "「重要」"),
        ("これは**重要。**次へ", "重要。"),
        ("値は**約10%**になる", "約10%"),
        ("**`code`**を使う", "<code>code</code>"),
        ("カッコ**(注)**の後", "(注)"),
        ("**plain** text", "plain"),
    ],
)
def test_strong_beside_japanese(text: str, strong: str) -> None:
    assert f"<strong>{strong}</strong>" in rendered(text)


@pytest.mark.parametrize("text", ["3 ** 4 ** 5", "a ** b", "snake_case_name", "* 一つ"])
def test_what_is_no_emphasis_stays(text: str) -> None:
    assert rendered(text) == text
