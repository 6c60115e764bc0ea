"""Records: lines over an address, again and again (a name, whom it takes, where): each an item."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from shiryo.article.marks import Mark, letters
from shiryo.article.model import Kind
from shiryo.article.structure.lines import Line, Shape
from shiryo.article.structure.recognisers.quotes import ADDRESS, is_citation
from shiryo.article.structure.sheet import Sheet

_LEAST = 3
"""Records that make a list."""
_MOST = 4
"""Lines of a record."""
_LONGEST = 40
"""Characters of a line of one."""


def claim(sheet: Sheet) -> None:
    """Claim three or more records as items whose names lead to their addresses."""
    for run in _runs(sheet):
        longest = max(map(len, run[1:]))
        for lines in (record[-longest:] for record in run):
            *said, address = lines
            text = name = said[0].raw.strip()
            for line in said[1:]:
                words = line.raw.strip()
                text += words if words[0] in "（(〔[" else f"　{words}"
            mark = Mark(0, len(letters(name)), href=address.raw.strip())
            sheet.claim(Kind.ITEM, lines[0], address, text, marks=(mark,))


def _runs(sheet: Sheet) -> Iterator[list[Sequence[Line]]]:
    """Yield records that follow each other; only before the first may other lines stand."""
    full = sheet.full()
    kinds = [_kind(sheet, line) for line in full]
    run = list[Sequence[Line]]()
    waiting = list[Line]()
    for kind, group in groupby(zip(kinds, full, strict=True), key=lambda pair: pair[0]):
        lines = [line for _, line in group]
        if kind == "address" and len(lines) == 1 and waiting:
            run.append((*waiting[-_MOST:], *lines))
        elif kind != "words" or (run and len(lines) >= _MOST):
            yield from _long(run)
            run = []
        waiting = lines if kind == "words" else []
    yield from _long(run)


def _long(run: list[Sequence[Line]]) -> Iterator[list[Sequence[Line]]]:
    if len(run) >= _LEAST:
        yield run


def _kind(sheet: Sheet, line: Line) -> str:
    """Return what a line may be in a record: an address, words, or nothing."""
    if not sheet.free(line):
        return ""
    if ADDRESS.fullmatch(line.text):
        return "address"
    short = line.shape in (Shape.SHORT, Shape.SPOKEN) and len(line.text) <= _LONGEST
    return "words" if short and not is_citation(line) else ""
