"""What an article calls its own matter: この市, この規程."""

from shiryo import article
from shiryo.article import tree
from shiryo.drafting.select import own


def found(text: str) -> frozenset[str]:
    read, _ = article.read(text.encode(), "a.md")
    return own.nouns(tree.grow(read))


def test_what_opens_several_sections_with_nothing_above_it_is_the_articles_own() -> None:
    text = (
        "# 夏の夜市\n\n## 店\n\nこの夜市では店を二十に限ります。\n\n"
        "## 火\n\n火は夜に危ないので、この夜市では炭だけを使います。\n\n"
        "## 水\n\n水は井戸から運びます。この井戸は浅いです。\n\n"
        "## 桶\n\n桶は木でできています。この井戸は遠いです。\n"
    )
    assert found(text) == {"夜市"}


def test_a_part_of_the_text_is_not_its_matter() -> None:
    text = "# 夜市\n\n## 店\n\nこの章では店を述べます。\n\n## 火\n\nこの章では火を述べます。\n"
    assert found(text) == frozenset()


def test_what_the_text_calls_its_own_outright_is_its_matter() -> None:
    text = (
        "# 夜市\n\n## 店\n\n店は二十に限ります。\n\n"
        "## 火\n\n本規程では炭だけを認め、当番組がそれを見て回ります。"
        "日本橋の橋番は別です。本質的には、本番用の炭が要ります。\n"
    )
    assert found(text) == {"規程"}
