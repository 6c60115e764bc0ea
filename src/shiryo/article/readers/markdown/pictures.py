"""Pictures in paragraphs of Markdown: alone on a line they stand for themselves, else beside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode as Node

from shiryo import lazy_re as re
from shiryo.article.marks import Marked, letters
from shiryo.article.model import Kind
from shiryo.article.readers.markdown import spans
from shiryo.article.runs import Words
from shiryo.article.structure.pieces import Piece, piece

_SLANTED = re.compile(r"\s*([*_])(?![*_\s])[^*_]+\1\s*")
"""A line that is all in emphasis, and not in bold as a heading is."""
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


def captioned(pieces: Iterable[Piece], source: Sequence[str]) -> Iterator[Piece]:
    """Give pieces; a line below a picture, all in emphasis or the same again, is its caption."""
    shown: Piece | None = None
    for each in pieces:
        says = (
            shown and each.text and each.first == each.last and each.kind in (None, Kind.PARAGRAPH)
        )
        if shown and says and _is_caption(each, shown, source[each.first - 1]):
            said, at = Marked(each.text, each.marks), each.first
            yield replace(piece(Kind.CAPTION, each.text, [said], first=at, last=at), left=each.left)
        else:
            yield each
        if each.text:
            shown = each if each.kind is Kind.IMAGE else None


def _is_caption(below: Piece, shown: Piece, line: str) -> bool:
    again = shown.block is not None and letters(shown.block.text) == letters(below.text)
    return again or _SLANTED.fullmatch(line) is not None
