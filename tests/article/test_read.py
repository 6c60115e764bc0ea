import io
import zipfile
from hashlib import sha256

import docx
import pytest

from shiryo.article import cite, read
from shiryo.diagnostics import Failed


def archive(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in members.items():
            package.writestr(name.replace("__", "/"), text)
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "file"),
    [
        ("見出し\r\n\n本文です。\n".encode(), "a.txt"),
        ("# 題\n\n- 一つ\n- 二つ\n".encode("cp932"), "a.md"),
        ("<html><body><p>一つ</p><p>二つ</p></body></html>".encode(), "a.txt"),
        ("<h1>題</h1><ul><li>一つ</li></ul>".encode(), "a.html"),
    ],
)
def test_lines_to_cite_are_those_that_are_read(data: bytes, file: str) -> None:
    cited, (article, _) = cite(data, file), read(data, file)
    assert (cited.lines, cited.sha256, cited.encoding) == (
        article.lines,
        article.sha256,
        article.encoding,
    )


@pytest.mark.parametrize(
    ("data", "file", "code"),
    [
        (b"", "a.txt", "empty"),
        (" \n　\n".encode(), "a.txt", "empty"),
        (b"\xef\xbb\xbf\n", "a.txt", "empty"),
        (b"<html><body><nav>menu</nav></body></html>", "a.html", "empty"),
        (b"<!-- -->", "a.html", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a.txt", "binary"),
        (bytes(range(256)), "a.md", "binary"),
        (b"%PDF-1.7 ...", "a.txt", "broken-pdf"),
        (b"no pdf at all", "a.pdf", "broken-pdf"),
        (b"PK\x03\x04rest", "a.pptx", "broken-pptx"),
        (archive(ppt__presentation="x"), "a.pptx", "broken-pptx"),
        (OLE + b"PowerPoint Document", "a.ppt", "unsupported"),
        (archive(xl__workbook="x"), "a.bin", "unsupported"),
        (b"PK\x03\x04rest", "a.docx", "broken-docx"),
        (archive(word__document="x"), "a.docx", "broken-docx"),
        (b"no archive at all", "a.docx", "broken-docx"),
        (OLE + b"WordDocument", "a.doc", "unsupported"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "encrypted"),
        (OLE + b"Workbook", "a.xls", "unsupported"),
    ],
)
def test_files_that_cannot_be_read_say_why(data: bytes, file: str, code: str) -> None:
    with pytest.raises(Failed) as failed:
        read(data, file)
    (said,) = failed.value.diagnostics
    assert said.code == f"article.{code}"
    assert said.hint
    assert said.span is not None
    assert said.span.file == file


def test_empty_word_file_is_empty() -> None:
    out = io.BytesIO()
    docx.Document().save(out)
    with pytest.raises(Failed, match="本文がありません"):
        read(out.getvalue(), "a.docx")


def test_article_knows_its_file_and_its_bytes() -> None:
    data = "お知らせ\n\n市は訓練を行います。\n".encode()
    article, said = read(data, "-")
    assert (article.file, article.sha256) == ("-", sha256(data).hexdigest())
    assert article.lines == ("お知らせ", "", "市は訓練を行います。", "")
    assert said == ()


def test_encoding_other_than_utf8_is_a_note() -> None:
    article, said = read("お知らせ\n\n市は訓練を行います。\n".encode("cp932"), "a.txt")
    assert article.encoding == "cp932"
    assert [(d.code, d.severity.value) for d in said] == [("article.encoding", "note")]


def test_content_overrules_a_missing_extension() -> None:
    article, _ = read("<!DOCTYPE html><h1>訓練</h1><p>市は訓練を行います。</p>".encode(), "-")
    assert [b.text for b in article.blocks] == ["訓練", "市は訓練を行います。"]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    text = "橋の話\n\n橋は\u2028古い。\n\f川は深い。\n"
    article, _ = read(text.encode(), "a.txt")
    assert [line.strip() for line in article.lines[2:4]] == ["橋は 古い。", "川は深い。"]
