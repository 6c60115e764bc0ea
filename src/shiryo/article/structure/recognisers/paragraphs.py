"""What is left is prose: a line a paragraph, or lines joined where a text is cut at a width."""

from collections.abc import Sequence

from shiryo import lazy_re as re
from shiryo.article.model import Kind
from shiryo.article.structure import torn
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
        run = left[at : last + 1]
        sheet.claim(Kind.PARAGRAPH, run[0], run[-1], joined(run))
        at = last + 1


def claim_torn(sheet: Sheet) -> None:
    """Claim lines that break within a sentence, each run as one paragraph.

    Where all lines are cut at a width, nobody but `claim` can tell which go on.
    """
    run: list[Line] = []
    left = list(sheet.open())
    for line in [*left, None] if not _measure(left) else ():
        if run and not (line and _goes_on(sheet, run[-1], line)):
            if len(run) > 1:
                sheet.claim(Kind.PARAGRAPH, run[0], run[-1], joined(run))
            run = []
        if line:
            run.append(line)


def _goes_on(sheet: Sheet, before: Line, line: Line) -> bool:
    if line.number != before.number + 1:
        return False
    apart = before.number in sheet.parted
    return (torn.takes_up if apart else torn.goes_on)(before.raw, line.raw)


def joined(run: Sequence[Line]) -> str:
    """Return the words of lines that go on with each other."""
    text = run[0].raw.strip()
    for line in run[1:]:
        latin = text[-1].isascii() and line.text[0].isascii()
        text += " " * latin + line.raw.strip()
    return text


def _joins(line: Line, after: Line, measure: int) -> bool:
    if after.number != line.number + 1 or re.match(r"[　 ]", after.raw):
        return False
    if line.text.endswith("、") and line.shape is Shape.SHORT:
        return True
    return bool(measure) and (len(line.text) >= measure - 2 or torn.goes_on(line.raw, after.raw))


def _measure(lines: Sequence[Line]) -> int:
    """Return the width that lines are cut at, in characters; 0 where they are not cut."""
    cut = [line for line in lines if not line.gap_after and not _ENDS.search(line.text)]
    if len(cut) < 3 or len(cut) * 3 < len(lines):
        return 0
    widest = max(len(line.text) for line in lines)
    full = sum(len(line.text) >= widest - 3 for line in cut)
    return widest - 1 if 15 <= widest <= 80 and full * 10 >= len(cut) * 6 else 0
