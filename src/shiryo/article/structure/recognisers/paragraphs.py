"""What is left is prose: a line a paragraph, or lines joined where a text is cut at a width."""

import re
from collections.abc import Sequence

from shiryo.article.model import Kind
from shiryo.article.structure.lines import Line, Shape
from shiryo.article.structure.sheet import Sheet

_ENDS = re.compile(r"[。.!?」』)]$")


def claim(sheet: Sheet) -> None:
    """Claim every line that is left."""
    left = list(sheet.open())
    measure = _measure(left)
    at = 0
    while at < len(left):
        last = at
        while last + 1 < len(left) and _joins(left[last], left[last + 1], measure):
            last += 1
        _claim(sheet, left[at : last + 1])
        at = last + 1


def _claim(sheet: Sheet, run: Sequence[Line]) -> None:
    text = run[0].raw.strip()
    for line in run[1:]:
        latin = text[-1].isascii() and line.text[0].isascii()
        text += " " * latin + line.raw.strip()
    sheet.claim(Kind.PARAGRAPH, run[0], run[-1], text)


def _joins(line: Line, after: Line, measure: int) -> bool:
    if after.number != line.number + 1 or re.match(r"[　 ]", after.raw):
        return False
    if line.text.endswith("、") and line.shape is Shape.SHORT:
        return True
    return bool(measure) and len(line.text) >= measure - 2


def _measure(lines: Sequence[Line]) -> int:
    """Return the width that lines are cut at, in characters; 0 where they are not cut."""
    cut = [line for line in lines if not line.gap_after and not _ENDS.search(line.text)]
    if len(cut) < 3 or len(cut) * 3 < len(lines):
        return 0
    widest = max(len(line.text) for line in lines)
    full = sum(len(line.text) >= widest - 3 for line in cut)
    return widest - 1 if 15 <= widest <= 80 and full * 10 >= len(cut) * 6 else 0
