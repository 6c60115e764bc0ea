"""Reading: a file's bytes → `Article`: blocks that know their kind and their place."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.addresses import is_link
from shiryo.article.model import PACKED, Article, Kind
from shiryo.article.plain import lined
from shiryo.article.readers import encoding
from shiryo.article.structure.lines import split
from shiryo.diagnostics import Diagnostic, Diagnostics, Failed, Span, diagnose
from shiryo.messages import wording

__all__ = ["cite", "is_foreign", "read"]

_READERS = {
    "": "text", "txt": "text", "text": "text", "log": "text",
    "md": "markdown", "markdown": "markdown",
    "html": "html", "htm": "html", "xhtml": "html",
    "docx": "word", "docm": "word", "dotx": "word", "dotm": "word", "pdf": "pdf",
    "pptx": "powerpoint", "pptm": "powerpoint", "potx": "powerpoint", "potm": "powerpoint",
    "ppsx": "powerpoint", "ppsm": "powerpoint",
}  # fmt: skip
_OUTLINE = re.compile(r"^shiryo: *\d", re.MULTILINE)
_SECTIONS = re.compile(r"^sections:", re.MULTILINE)
_MARKS = "[](){}<>*`&#_~^$\\"
"""What marks of Markdown are written with."""
_UNREAD = ("ppt", "xls", "xlsx", "doc", "rtf", "odt", "epub", "zip", "jtd")
_PACKAGES = {
    b"word/document.xml": "word", b"ppt/presentation.xml": "powerpoint", b"xl/workbook.xml": "xlsx",
}  # fmt: skip
"""What an archive holds → what reads it, or why it is not read."""
_OFFICE = {"word": "broken-docx", "powerpoint": "broken-pptx", "pdf": "broken-pdf"}
"""Readers of bytes, and what is said where a file is none of theirs."""


def read(data: bytes, file: str) -> tuple[Article, Diagnostics]:
    """Read the article in ``data``; ``file`` is its name as the user gave it (``-``: plain text).

    The kind goes by the extension, and by the content where that says otherwise. Returns the
    article and what a user should know: an encoding other than UTF-8, and the reader's doubts.
    Raises `Failed` for files that are empty, encrypted, broken, binary or of a kind not read.
    """
    if not data.strip():
        raise Failed(diagnose("article.empty", Span(file)))
    if len(data) > limits.ARTICLE_BYTES:
        raise Failed(diagnose("article.too-large", Span(file)))
    reader = _reader(data, file)
    if reader in _OFFICE:
        article = _OF_BYTES[reader](data, file)
        if sum(map(len, article.lines)) > limits.CHARACTERS:
            raise Failed(diagnose("article.too-large", Span(file)))
    else:
        article = _read_text(data, file, reader)
    if not article.blocks:
        raise Failed(diagnose("article.empty", Span(file)))
    url = article.url if re.match("https?:", article.url, re.I) and is_link(article.url) else ""
    article = replace(article, sha256=hashlib.sha256(data).hexdigest(), url=url)
    return article, _diagnostics(article)


def cite(data: bytes, file: str) -> Article:
    """Read the article without finding its blocks: its lines, which is all that citing needs.

    Far cheaper than `read`, whose lines they are. Raises `Failed` where that does.
    """
    if _reader(data, file) in ("text", "markdown"):
        decoded = encoding.decode(data, markup=False)
        if decoded and data.strip() and not _is_markup(decoded[0]):
            digest = hashlib.sha256(data).hexdigest()
            source = split(lined(decoded[0]))
            return Article(file, digest, "", source, (), encoding=decoded[1])
    return read(data, file)[0]


def packed(data: bytes, file: str, article: Article) -> dict[str, bytes]:
    """Return the pictures that stand in a Word or PowerPoint file itself, by their `Block.href`."""
    wanted = [b.href for b in article.blocks if b.kind is Kind.IMAGE and b.href.startswith(PACKED)]
    if not wanted or _reader(data, file) not in ("word", "powerpoint"):
        return {}
    from shiryo.article.readers import media

    return media.taken(data, wanted)


def is_foreign(data: bytes, file: str) -> bool:
    """Tell whether a library parses the file, whose time and memory only a process can bound.

    Raises `Failed` where `read` does because of the kind.
    """
    return bool(data.strip()) and _reader(data, file) in _OFFICE


def _read_text(data: bytes, file: str, reader: str) -> Article:
    decoded = encoding.decode(data, markup=reader == "html")
    if decoded is None:
        raise Failed(diagnose("article.binary", Span(file)))
    text, name = lined(decoded[0]), decoded[1]
    if len(text) > limits.CHARACTERS:
        raise Failed(diagnose("article.too-large", Span(file)))
    if _OUTLINE.search(text) and _SECTIONS.search(text):
        raise Failed(diagnose("article.is-outline", Span(file), file=file))
    if reader == "text" and _is_markup(text):
        reader = "html"
    if reader != "html" and sum(map(bool, map(str.strip, split(text)))) > limits.LINES:
        raise Failed(diagnose("article.many-lines", Span(file), most=limits.LINES))
    if reader == "markdown" and text.count("|") > limits.CELLS:
        raise Failed(diagnose("article.many-cells", Span(file), most=limits.CELLS))
    if reader == "markdown" and sum(map(text.count, _MARKS)) > limits.MARKS:
        raise Failed(diagnose("article.many-marks", Span(file), most=limits.MARKS))
    article = _OF_TEXT[reader](text, file)
    return replace(article, encoding=name)


def _text(text: str, file: str) -> Article:
    from shiryo.article.readers import text as reader

    return reader.read(text, file)


def _markdown(text: str, file: str) -> Article:
    from shiryo.article.readers.markdown import markdown

    return markdown.read(text, file)


def _html(text: str, file: str) -> Article:
    from shiryo.article.readers.html import html

    return html.read(text, file)


def _word(data: bytes, file: str) -> Article:
    from shiryo.article.readers.word import word

    return word.read(data, file)


def _powerpoint(data: bytes, file: str) -> Article:
    from shiryo.article.readers.powerpoint import powerpoint

    return powerpoint.read(data, file)


def _pdf(data: bytes, file: str) -> Article:
    from shiryo.article.readers.pdf import pdf

    return pdf.read(data, file)


# Each imports its libraries when a file of its format is read.
_OF_TEXT: dict[str, Callable[[str, str], Article]] = {
    "text": _text, "markdown": _markdown, "html": _html,
}  # fmt: skip
_OF_BYTES: dict[str, Callable[[bytes, str], Article]] = {
    "word": _word, "powerpoint": _powerpoint, "pdf": _pdf,
}  # fmt: skip


def _reader(data: bytes, file: str) -> str:
    """Return the name of what reads the file; the content overrules a wrong extension."""
    extension = PurePath(file).suffix.lower().lstrip(".")
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise Failed(_of_compound_file(data, file, extension))
    reader = _READERS.get(extension, "text")
    if data.startswith(b"PK\x03\x04"):
        found = next((kind for name, kind in _PACKAGES.items() if name in data), "")
        if found in _OFFICE or reader in ("word", "powerpoint"):
            return found if found in _OFFICE else reader
        raise Failed(_unread(file, extension if extension in _UNREAD else found or "zip"))
    if b"%PDF-" in data[:1024]:  # ISO 32000-1 §7.5.2, Annex H: not always the first bytes
        return "pdf"
    if reader in _OFFICE:
        raise Failed(diagnose(f"article.{_OFFICE[reader]}", Span(file)))
    if extension in _UNREAD or data.startswith(b"{\\rtf"):
        raise Failed(_unread(file, extension if extension in _UNREAD else "rtf"))
    return reader


def _of_compound_file(data: bytes, file: str, extension: str) -> Diagnostic:
    """An encrypted Office file is an OLE compound file ([MS-OFFCRYPTO] §1.3.3), as are old ones."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return diagnose("article.encrypted", Span(file))
    return _unread(file, extension if extension in _UNREAD else "doc")


def _unread(file: str, kind: str) -> Diagnostic:
    return diagnose("article.unsupported", Span(file), kind=wording(f"read.format.{kind}"))


def _is_markup(text: str) -> bool:
    start = text[:400].lstrip().lower()
    return start.startswith(("<!doctype html", "<html"))


def _diagnostics(article: Article) -> Diagnostics:
    found = [
        diagnose(f"article.{doubt.kind}", article.span(doubt.first, doubt.last), text=doubt.text)
        for doubt in article.doubts
    ]
    if article.encoding not in ("utf-8", "utf-8-sig"):
        found.insert(
            0,
            diagnose(
                "article.encoding", Span(article.file), encoding=encoding.shown(article.encoding)
            ),
        )
    return tuple(found)
