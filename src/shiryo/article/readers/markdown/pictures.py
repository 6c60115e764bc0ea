"""Pictures in paragraphs of Markdown: alone on a line they stand for themselves, else beside it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode as Node

from shiryo.article.model import Kind
from shiryo.article.readers.markdown import spans
from shiryo.article.runs import Words
from shiryo.article.structure.pieces import Piece, piece

Pictures = dict[int, list[tuple[str, str]]]
"""By the line of a paragraph, from 0: what pictures show and their files."""


def alone(inline: Node) -> Pictures:
    """Return the images of each line that has nothing else but signs between them (→)."""
    found: Pictures = {}
    other = set[int]()
    for each, line in spans.numbered(inline.walk()):
        if shown := spans.picture(each):
            found.setdefault(line, []).append(shown)
        elif each.type in ("code_inline", "math_inline", "math_inline_double"):
            other.add(line)
        elif each.type == "text" and not (each.parent and each.parent.type == "image"):
            rest = spans.without_attributes(each.content) if found.get(line) else each.content
            if re.search(r"\w", rest):
                other.add(line)
    return {line: images for line, images in found.items() if line not in other}


def beside(inline: Node, broken: str = "\n") -> Words:
    """Return the words of a paragraph without lines of pictures, which are told by themselves."""
    shown = spans.words(inline, broken, alone(inline))
    return replace(shown, left=tuple(x for x in shown.left if x.kind != "picture"))


def pieces(inlines: Iterable[Node], line: int) -> Iterator[Piece]:
    """Give all pictures in paragraphs."""
    for each in inlines:
        yield from (one(*shown, line) for shown in spans.pictures(each))


def one(described: str, source: str, line: int) -> Piece:
    """Give a picture with what it shows and its file."""
    return piece(Kind.IMAGE, described, first=line, last=line, href=source)
