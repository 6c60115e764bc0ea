"""HTML of any depth and breadth: nothing is lost, nothing said twice, and it ends."""

import pytest

from shiryo import limits
from shiryo.article import read
from shiryo.diagnostics import Failed

HEAD = "<h1>窓口の見直し</h1><p>市は窓口を見直す。これは本文である。</p>"


def texts(body: str) -> list[str]:
    article, _ = read(f"<!DOCTYPE html><body>{HEAD}{body}</body>".encode(), "a.html")
    return [block.text for block in article.blocks][2:]


@pytest.mark.parametrize("tag", ["div", "blockquote", "ul><li", "table><tr><td", "dl><dd", "span"])
@pytest.mark.parametrize("depth", [40, 300, 5000])
def test_what_is_nested_deep_is_not_lost(tag: str, depth: int) -> None:
    found = texts(f"<{tag}>" * depth + "<p>深い所の文である。</p>" + "<p>その次の文である。</p>")
    assert "".join(found).count("深い所の文である。") == 1
    assert "".join(found).count("その次の文である。") == 1


def test_text_at_every_level_stands_in_its_order() -> None:
    found = texts("".join(f"<div>第{n}の文。" for n in range(300)) + "終わりの文。")
    assert found[:300] == [f"第{n}の文。" for n in range(299)] + ["第299の文。終わりの文。"]


def test_a_hidden_part_stays_out_however_deep() -> None:
    found = texts("<div>" * 200 + "前の文。<script>alert(1)</script><p>後の文。</p>")
    assert found == ["前の文。", "後の文。"]


def test_quotations_in_quotations_are_not_lost() -> None:
    found = texts("<blockquote><cite>誰か</cite>" * 300 + "引いた文である。")
    assert "".join(found).count("引いた文である。") == 1


def test_lists_of_terms_in_lists_of_terms_are_said_once() -> None:
    found = texts("<dl><dt>外</dt><dd>外の語<dl><dt>内</dt><dd>内の語</dd></dl></dd></dl>")
    assert found == ["外の語", "内の語"]


def test_more_lines_than_anybody_reads_are_refused_in_words() -> None:
    with pytest.raises(Failed) as failed:
        texts("<p>あ" + "<br>い" * (limits.LINES + 1))
    assert failed.value.diagnostics[0].code == "article.many-lines"
    with pytest.raises(Failed) as failed:
        read("行\n\n".encode() * (limits.LINES + 1), "a.txt")
    assert failed.value.diagnostics[0].code == "article.many-lines"


@pytest.mark.parametrize("tags", ["<b>語</b>", "<br>", "<a href='#'>語</a>", "<!-- 印 -->"])
def test_more_elements_than_anybody_reads_are_refused_in_words(tags: str) -> None:
    with pytest.raises(Failed) as failed:
        texts("<p>" + tags * limits.HTML_ELEMENTS)
    assert failed.value.diagnostics[0].code == "article.many-elements"
    assert texts("<p>文である。" + tags * 1000)


def test_cells_that_span_more_than_anybody_reads_are_refused_in_words() -> None:
    row = "<tr><td rowspan=40 colspan=40>町</td></tr>"
    count = limits.CELLS // 1600
    with pytest.raises(Failed) as failed:
        texts(f"<p>文である。</p><table>{row * (count + 1)}</table>")
    assert failed.value.diagnostics[0].code == "article.many-spans"
    assert "文である。" in texts(f"<p>文である。</p><table>{row * (count // 10)}</table>")


def test_more_footnotes_than_anybody_reads_are_refused_in_words() -> None:
    text = "".join(f"文[^{n}]。\n\n[^{n}]: 注\n\n" for n in range(limits.ARTICLE_NOTES + 1))
    with pytest.raises(Failed) as failed:
        read(text.encode(), "a.md")
    assert failed.value.diagnostics[0].code == "article.many-notes"


@pytest.mark.parametrize("signs", ["((", "[x]", "&amp;"])
def test_a_text_of_nothing_but_marks_is_refused_in_words(signs: str) -> None:
    head = "# 題名\n\n市は窓口を見直す。\n\n"
    marks = signs * (limits.MARKS + 1)
    with pytest.raises(Failed) as failed:
        read(f"{head}{marks}\n".encode(), "a.md")
    assert failed.value.diagnostics[0].code == "article.many-marks"
    assert len(read(f"{head}{marks[:1000]}\n".encode(), "a.md")[0].blocks) > 1
    assert len(read(f"{head}{marks}\n".encode(), "a.txt")[0].blocks) > 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.jp"])
def test_only_a_page_of_the_web_is_the_address_of_an_article(address: str) -> None:
    for name, text in (
        ("a.html", f"<html><link rel=canonical href='{address}'><p>市は窓口を見直す。</p>"),
        ("a.html", f"<html><meta property='og:url' content='{address}'><p>市は見直す。</p>"),
        ("a.md", f"---\nurl: {address}\n---\n\n市は窓口を見直す。\n"),
    ):
        assert read(text.encode(), name)[0].url == ""


def test_each_link_is_found_where_its_words_are_first() -> None:
    body = "".join(
        f"<p>文{n}<a href='https://example.com/{n}'>札{n}号</a>。</p>" for n in range(50)
    )
    article, _ = read(f"<!DOCTYPE html>{HEAD}{body}".encode(), "a.html")
    assert [(link.text, link.first) for link in article.links][:2] == [("札0号", 3), ("札1号", 4)]
    assert len(article.links) == 50


@pytest.mark.parametrize("tag", ["r<t<", "あ", "b title=1 x<y=2", "a:b&c", "p/'x\"=1"])
@pytest.mark.parametrize("depth", [1, 99, 300])
def test_broken_tags_lose_no_text_however_deep(tag: str, depth: int) -> None:
    found = texts("<div>" * depth + f"前の文。<{tag}>中の文。</b><p>後の文。</p>" + "<div>" * 120)
    assert "後の文。" in "".join(found)
    assert "前の文。" in "".join(found)
