"""Samples are shown as such, whole; nothing is claimed with them."""

import pytest

from shiryo import article, drafting
from shiryo.drafting.forms import samples
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model

_MAIL = """# 大会の手引き

## 運営への連絡

困ったことがあれば、係に知らせることができる。[係のメールアドレスと電話番号] に連絡してください。

## 連絡用のメールのテンプレート

件名: 大会についての連絡[大会名]

大会の会場で、けがをした人がいたので知らせます。

(氏名、場所、日付)
"""
_REPORT = """# 書き方

## 結果の書き方

学生は、よく次のような文を書く。

```
実験の結果、葉の色が図2のように変わることが示された。
次に、茎を観察したところ、節と節との間が長くなって
いた (図3)。
```

図が何を示すかを、文章でも説明しなければならない。
"""


def drafted(text: str) -> model.Outline:
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    return outline


def test_a_template_is_a_quotation_and_no_message() -> None:
    outline = drafted(_MAIL)
    found = next(s for _, s in outline.walk() if s.title.startswith("連絡用"))
    (quote,) = found.blocks
    assert isinstance(quote, model.QuoteBlock)
    assert not found.message
    assert quote.quote.text.split("\n")[1] == "大会の会場で、けがをした人がいたので知らせます。"
    assert not any("けが" in item.text for item in outline.summary)


def test_what_is_to_be_filled_in_states_nothing() -> None:
    outline = drafted(_MAIL)
    found = next(s for _, s in outline.walk() if s.title == "運営への連絡")
    said = [found.message, *(i.text for b in found.blocks for i in getattr(b, "bullets", ()))]
    assert not any("電話番号" in text for text in said)


def test_text_set_as_code_below_what_leads_to_it_is_quoted_in_whole_sentences() -> None:
    outline = drafted(_REPORT)
    (quote,) = [b for _, s in outline.walk() for b in s.blocks if isinstance(b, model.QuoteBlock)]
    assert quote.quote.text.split("\n")[1].endswith("節と節との間が長くなっていた (図3)。")
    assert quote.message == "学生は、よく次のような文を書く"
    assert not any("葉の色" in item.text for item in outline.summary)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("テンプレート", "この章では、テンプレートの作り方を述べる。"),
        ("連絡の方法", "件名: 大会についての連絡"),
    ],
)
def test_what_is_told_of_a_template_is_no_sample(title: str, text: str) -> None:
    read, _ = article.read(text.encode(), "a.txt")
    assert not samples.is_sample(title, read.blocks)
