"""Trees of folders drawn with lines (├── src): what they are is a list."""

from collections.abc import Iterator

from shiryo import lazy_re as re
from shiryo.article.model import Kind
from shiryo.article.structure.pieces import Piece, piece

_BRANCH = re.compile(
    r"(?P<rails>[│| \u00a0\u3000\t]*)(?:[├└][─—-]{1,3}|[|+`]-{1,3}[ \u00a0])[ \u00a0]*"
    r"(?P<name>\S.*)"
)
_REMARK = re.compile(r"\s+(?:#|//|<-+|←|…|:)\s*(?=\S)|\s{2,}(?=\S)")
"""Before what is said of a file."""
_LEAST = 3
"""Branches of a tree."""
_DEEPEST = 5


def branches(text: str, first: int = 0) -> list[Piece]:
    """Return the branches of a tree as items, one a line; none if ``text`` draws no tree.

    ``first``: the line of the source that the text begins in, 0 where a piece is a line.
    """
    lines = [(n, line) for n, line in enumerate(text.split("\n")) if line.strip()]
    drawn = [(n, _BRANCH.fullmatch(line)) for n, line in lines]
    found = [(n, match) for n, match in drawn if match]
    others = len(lines) - len(found)
    if len(found) < _LEAST or others > 1 or (others and drawn[0][1]):
        return []
    depths = list(_depths([len(match["rails"]) for _, match in found]))
    made = [
        _item(match["name"], depth, n, first)
        for (n, match), depth in zip(found, depths, strict=True)
    ]
    root = [] if drawn[0][1] or not re.search(r"\w", lines[0][1]) else [lines[0]]
    return [*(_item(line.strip(), 0, n, first) for n, line in root), *made]


def _depths(rails: list[int]) -> Iterator[int]:
    """Yield how deep each branch stands whose rails are so wide."""
    path = list[int]()
    for width in rails:
        while path and path[-1] >= width:
            path.pop()
        yield min(len(path), _DEEPEST)
        path.append(width)


def _item(words: str, depth: int, line: int, first: int) -> Piece:
    found = _REMARK.search(words)
    name, remark = (words[: found.start()], words[found.end() :]) if found else (words, "")
    at = first + line if first else 0
    text, label = (remark, name) if remark else (name, "")
    return piece(Kind.ITEM, text.strip(), first=at, last=at, level=depth, label=label.strip())
