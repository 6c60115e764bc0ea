import io
from typing import Any

import docx

from shiryo.article import read
from shiryo.article.model import Article


def saved(document: Any) -> Article:
    out = io.BytesIO()
    document.save(out)
    return read(out.getvalue(), "a.docx")[0]


def kinds(article: Article) -> list[str]:
    return [b.kind.value for b in article.blocks]


def test_styles_say_what_paragraphs_are() -> None:
    document = docx.Document()
    document.add_heading("節電の手引", 0)
    document.add_heading("照明", 1)
    document.add_paragraph("こまめに消すことが大切です。")
    document.add_paragraph("廊下：昼は消す", style="List Bullet")
    document.add_paragraph("倉庫：使うときだけ", style="List Number")
    article = saved(document)
    assert kinds(article) == ["heading", "heading", "lead-in", "item", "item"]
    assert [b.level for b in article.blocks[:2]] == [1, 2]
    assert [(b.label, b.ordered) for b in article.blocks[3:]] == [("廊下", False), ("倉庫", True)]
    assert article.title == "節電の手引"


def test_files_without_heading_styles_are_searched_for_headings() -> None:
    document = docx.Document()
    for text in (
        "節電の手引",
        "この手引は、庁舎の電気を1割減らすための方法をまとめたものです。",
        "照明の使い方",
        "昼休みと退庁のときは、執務室の照明を必ず消してください。",
        "・廊下は半分だけ点ける",
        "・倉庫は使うときだけ点ける",
    ):
        document.add_paragraph(text)
    assert kinds(saved(document)) == ["heading", "paragraph", "heading", "lead-in", "item", "item"]


def test_tables_are_lines_and_merged_cells_say_their_words_once() -> None:
    document = docx.Document()
    document.add_paragraph("電気の使用量は次のとおりです。")
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "使用量"
    table.cell(1, 0).text, table.cell(1, 1).text = "4月", "120"
    article = saved(document)
    assert kinds(article) == ["lead-in", "table"]
    assert article.blocks[1].cells == (("使用量", ""), ("4月", "120"))
    assert article.blocks[1].first == article.blocks[1].last == 2
