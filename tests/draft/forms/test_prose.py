"""Forms of prose in a draft: the right one with the author's words, and what else is there."""

from collections.abc import Iterator

from shiryo import article, draft
from shiryo.draft.replay import edited
from shiryo.outline import check, model
from shiryo.outline.facts import unsupported


def drafted(*paragraphs: str) -> tuple[model.Outline, article.Article]:
    text = "\n\n".join(("# 題", "## 節", *paragraphs))
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = draft.draft(read, "a.md")
    assert edited(outline, read) == []
    return outline, read


def shown(outline: model.Outline) -> Iterator[model.Block]:
    for _, section in outline.walk():
        yield from (b for b in section.blocks if b.only == "deck")


def accused(outline: model.Outline, read: article.Article) -> list[str]:
    return [
        fact.text
        for said in check.statements(outline)
        for fact in unsupported(
            said.text, "\n".join(read.cited(*model.line_range(r)) for r in said.refs)
        )
    ]


def test_somebodys_words_are_a_quotation_and_no_bullet() -> None:
    outline, read = drafted(
        "会議録を作る時間が六割減った。森田市長は会見で「浮いた時間は相談の仕事に使う」と述べた。"
    )
    (quote,) = [b for b in shown(outline) if isinstance(b, model.QuoteBlock)]
    assert (quote.quote.text, quote.quote.by) == ("浮いた時間は相談の仕事に使う", "森田市長")
    assert outline.sections[0].message == "会議録を作る時間が六割減った"
    assert not any(isinstance(b, model.BulletsBlock) for b in shown(outline))
    assert accused(outline, read) == []


def test_another_speaker_is_found_by_the_check() -> None:
    outline, read = drafted(
        "会議録を作る時間が六割減った。森田市長は会見で「浮いた時間は相談の仕事に使う」と述べた。"
    )
    (said,) = [s for s in check.statements(outline) if "quote" in s.how]
    wrong = said.text.replace("森田市長", "佐伯市長")
    assert [f.text for f in unsupported(wrong, read.lines[4])] == ["佐伯市長"]


def test_a_section_of_one_quotation_stays_as_it_is() -> None:
    outline, _ = drafted("森田市長は会見で「浮いた時間は相談の仕事に使う」と述べた。")
    assert outline.sections[0].message
    assert list(shown(outline)) == []


def test_whose_words_a_quotation_is_stands_before_it() -> None:
    outline, _ = drafted(
        "『海の地図』の著者、梶原直樹氏は次のように書いている。", "> 場所を選べることは給料だ。"
    )
    (quote,) = [b for b in outline.sections[0].blocks if isinstance(b, model.QuoteBlock)]
    assert (quote.quote.text, quote.quote.by) == ("場所を選べることは給料だ。", "梶原直樹氏")


def test_a_definition_in_prose_has_its_term() -> None:
    outline, read = drafted(
        "全社で一つの置き場に統一します。オブジェクトストレージとは、ファイルを識別子で管理する方式です。"
    )
    (found,) = [b for b in shown(outline) if isinstance(b, model.DefinitionBlock)]
    body = found.definition
    assert (body.term, body.text) == ("オブジェクトストレージ", "ファイルを識別子で管理する方式")
    assert outline.sections[0].message == "全社で一つの置き場に統一"
    assert accused(outline, read) == []
