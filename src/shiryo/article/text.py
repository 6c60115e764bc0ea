"""Plain text → `Article`."""

from . import plain
from .lines import split
from .model import Article


def read(text: str, file: str) -> Article:
    """Read unmarked ``text``: its structure is found from its words and its blank lines."""
    source = split(text)
    found = plain.structure(source)
    return Article(file, "", found.title, source, found.blocks, found.doubts, found.date)
