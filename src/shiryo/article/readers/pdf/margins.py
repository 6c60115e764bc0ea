"""Running headers, footers and page numbers: what comes again at the same place of the pages."""

from collections import Counter
from collections.abc import Sequence

from shiryo import lazy_re as re
from shiryo.article.readers.pdf.rows import Row

_MARGIN = 0.12
"""How far from the top and the bottom they stand, as a share of the page's height."""
_NUMBER = re.compile(
    r"[-–—－−ー―\[(（<〈]?\s*+(?:p(?:age)?\.?\s*+)?(?:第\s*+)?"
    r"(?:\d{1,4}|[ivxlc]{1,7}|[〇一二三四五六七八九十百]{1,5})(?:\s*+(?:[/／]\s*+\d{1,4}|of\s*+\d++))?"
    r"\s*+(?:ページ|頁)?\s*+[-–—－−ー―\])）>〉]?",
    re.I,
)


def without(
    pages: Sequence[Sequence[Row]], heights: Sequence[float], *, slides: bool
) -> list[list[Row]]:
    """Return the rows of each page without headers, footers and page numbers.

    ``heights`` are those of the pages in points. What comes again on two pages in five (or three),
    at the same height and apart from a figure that counts the pages, is one; so is a page number
    at the very top or bottom. What is larger than the text comes again on most pages, three at
    least; on ``slides`` it is a title, however often it comes.
    """
    sizes = Counter(row.size for page in pages for row in page for _ in row.text)
    large = 1.15 * sizes.most_common(1)[0][0] if sizes else 0
    edges = [
        [r for r in page if _in_margin(r, height) and (r.size < large or not slides)]
        for page, height in zip(pages, heights, strict=True)
    ]
    seen = Counter(key for edge in edges for key in {key for row in edge for key in _keys(row)})
    least = max(2, min(3, round(0.4 * len(pages))))
    most = max(3, round(0.6 * len(pages)))
    left = []
    for page, edge in zip(pages, edges, strict=True):
        gone = {
            id(row)
            for row in edge
            if any(seen[key] >= (least if row.size < large else most) for key in _keys(row))
        }
        rest = [row for row in page if id(row) not in gone]
        numbers = {id(r) for r in edge if _NUMBER.fullmatch(r.text) and _outermost(r, rest)}
        left.append([row for row in rest if id(row) not in numbers])
    return left


def _keys(row: Row) -> set[tuple[str, int]]:
    """Return what may be the same on all pages: the words, their figures less the page, the height.

    Headings and notes of a tagged PDF are neither header nor footer; a bare number has to stand
    alone (`_outermost`).
    """
    if re.fullmatch(r"H\d?|Note", row.tag) or _NUMBER.fullmatch(row.text):
        return set()
    text = re.sub(r"\s+", "", row.text)
    counted = re.sub(r"\d{1,4}", lambda found: f"<{int(found[0]) - row.page}>", text, count=1)
    return {(text, round(row.bottom / 4)), (counted, round(row.bottom / 4))}


def _in_margin(row: Row, height: float) -> bool:
    return not row.cells and (row.bottom < _MARGIN * height or row.top > (1 - _MARGIN) * height)


def _outermost(row: Row, page: Sequence[Row]) -> bool:
    """Tell whether nothing stands beside ``row``, nor between it and the edge."""
    others = [other for other in page if other is not row]
    if any(abs(other.bottom - row.bottom) < 0.5 * row.size for other in others):
        return False
    above = all(other.bottom > row.bottom for other in others)
    return above or all(other.bottom < row.bottom for other in others)
