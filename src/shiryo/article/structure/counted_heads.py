"""Headings that an author typed by hand in marked text: 1.準備, 2.片付け, each on its own line.

Without a blank behind the number that is no list of Markdown, and without # no heading.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shiryo import lazy_re as re
from shiryo.article.model import Block, Kind
from shiryo.japanese.quantities import half
from shiryo.japanese.width import width

_COUNTED = re.compile(r"(\(?)(\d{1,2})([.、)])(?!\d)\s?(?=\S)")
_ENDS = re.compile(r"[。．、，！!？?:：]$|(?:です|ます|する|した|ください)$")
_FEWEST, _WIDEST, _DEEPEST = 2, 30.0, 6
"""Headings of a row at least, full-width characters of one, and levels."""
_PROSE = (Kind.PARAGRAPH, Kind.LEAD_IN)


def headed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks with the lines that count from 1 under a heading as headings below it.

    Each stands alone on its line, says a name and has something below it.
    """
    made, found = list(blocks), dict[int, Block]()
    for row in _rows(blocks):
        found |= {n: head for n, head in row.items() if len(row) >= _FEWEST}
    return tuple(found.get(n, block) for n, block in enumerate(made))


def _rows(blocks: Sequence[Block]) -> Iterator[dict[int, Block]]:
    """Yield the lines that count on under each heading, by their places."""
    row, above, style = dict[int, Block](), 0, ""
    for n, block in enumerate(blocks):
        if block.kind is Kind.HEADING:
            yield row
            row, above = {}, block.level
            continue
        number, how = _number(block)
        below = blocks[n + 1] if n + 1 < len(blocks) else None
        bare = below is None or below.kind is Kind.HEADING or bool(_number(below)[0])
        if number == 1 and above:
            yield row
            row, style = {}, how
        if number == len(row) + 1 and how == style and above and not bare:
            level = min(_DEEPEST, above + 1)
            row[n] = replace(block, kind=Kind.HEADING, level=level)
    yield row


def _number(block: Block) -> tuple[int, str]:
    """Return the number that a block begins with, if it is such a line, and how it is written."""
    text = block.text.strip()
    whole = block.kind in _PROSE and block.first == block.last and not block.marks
    if not whole or width(text) > _WIDEST or _ENDS.search(text):
        return 0, ""
    counted = _COUNTED.match(half(text))
    return (int(counted[2]), counted[1] + counted[3]) if counted else (0, "")
