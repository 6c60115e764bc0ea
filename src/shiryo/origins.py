"""Where the words on a page come from: a path of the outline, or what stands in for one.

A path of the outline begins with one of its keys. The program's own words begin with ``template``,
text of the article with ``article``, what is counted or drawn with ``program``; the outline has
none of these keys.
"""

from typing import TypeAlias

Origin: TypeAlias = tuple[str | int, ...]

HEADS = ("template", "article", "program")
"""What no path of the outline begins with."""
NUMBER: Origin = ("program", "number")
"""What the program counts: numbers of items, of sections, of pages."""
SIGN: Origin = ("program", "sign")
"""A sign that a form draws (the mark of a quotation)."""


def label(name: str) -> Origin:
    """Return where a label of the theme is written."""
    return ("template", "labels", name)


def words(file: str) -> Origin:
    """Return where words of the template are written, by the name of their file."""
    return ("template", f"{file}.j2")


def article(line: int) -> Origin:
    """Return the line of the article, from 1, at which a text begins."""
    return ("article", line)
