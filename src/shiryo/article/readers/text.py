"""Plain text → `Article`."""

from shiryo.article.model import Article
from shiryo.article.structure import recognise
from shiryo.article.structure.lines import split


def read(text: str, file: str) -> Article:
    """Read unmarked ``text``: its structure is found from its words and its blank lines."""
    source = split(text)
    found = recognise.structure(source)
    return Article(
        file, "", found.title, source, found.blocks, found.doubts, found.date, found.head
    )
