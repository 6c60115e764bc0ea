"""HTML among Markdown: what it says, each on its lines of the source."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from itertools import pairwise

from shiryo import lazy_re as re
from shiryo.article.marks import letters
from shiryo.article.model import Kind
from shiryo.article.readers.html import html
from shiryo.article.structure.pieces import Piece

_TAG = re.compile(r"<[^<>]*>")
_OPENING = 12
"""Letters by which a piece is found."""
_NEAR = 400
"""Lines after the one that a piece begins in among which the next one is looked for."""


def pieces(content: str, first: int) -> Iterator[Piece]:
    """Yield what HTML says, as a web page would; ``first`` is the line that it begins in.

    A piece takes the lines from where its words begin to where those of the next one do.
    """
    source = content.rstrip("\n").split("\n")
    last = first + len(source) - 1
    yield Piece("", first=first, last=last)
    found = list(html.fragment(content))
    starts = [first + n for n in _starts(found, [letters(_shown(line)) for line in source])]
    ends = [last] * len(found)
    for n, (start, after) in reversed([*enumerate(pairwise(starts))]):
        ends[n] = after - 1 if after > start else ends[n + 1]
    for each, start, end in zip(found, starts, ends, strict=True):
        yield replace(each, first=start, last=end)


def _starts(found: Sequence[Piece], lines: Sequence[str]) -> Iterator[int]:
    """Yield where pieces begin, counted from 0, none before the one before it."""
    at, before = 0, ""
    for each in found:
        said = letters(each.text) if each.kind is not Kind.IMAGE else ""
        start = at + (lines[at] == before)
        here = range(start, min(start + _NEAR, len(lines))) if said else ()
        at = next((n for n in here if _begins(lines[n], said)), at)
        before = said
        yield at


def _begins(line: str, said: str) -> bool:
    """Tell whether a ``line`` has the beginning of what is ``said``, or is that."""
    return said[:_OPENING] in line or (bool(line) and said.startswith(line))


def _shown(line: str) -> str:
    return unescape(_TAG.sub("", line))
