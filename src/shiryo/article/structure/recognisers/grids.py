"""Tables drawn in plain text: by tabs, bars, box-drawing signs, or columns of spaces."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from shiryo import lazy_re as re
from shiryo.article.model import Kind
from shiryo.article.structure.lines import Line
from shiryo.article.structure.sheet import Sheet

Row = tuple[str, ...]
_BAR = re.compile(r"[|｜│┃║]")
_RULE = re.compile(r"(?=.*[-─━═┼╋┬┴+=])[-─━═│┃║┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬+=|｜: 　]{3,}")
_SPACES = re.compile(r"[ 　]{2,}|　")
_WIDEST = 30
_ADDRESS = re.compile(
    r"〒\s?\d|[0-9０-９一二三四五六七八九十]丁目|[0-9０-９](?:番地|番[0-9０-９]+号)"
)
_HEAD = 1
"""Rows of a table that need not be as the others are."""


def claim(sheet: Sheet) -> None:
    """Claim two or more rows of the same columns in a row; rules between them belong to it."""
    for read in (_by_tabs, _by_bars, _by_spaces):
        for run in _runs(sheet, read):
            cells = [row for line in run if (row := read(line.raw))]
            if _is_table(cells, read):
                width = max(map(len, cells))
                rows = tuple(row + ("",) * (width - len(row)) for row in cells)
                text = "\n".join(" ".join(filter(None, row)) for row in rows)
                sheet.claim(Kind.TABLE, run[0], run[-1], text, cells=rows)


def _runs(sheet: Sheet, read: Callable[[str], Row]) -> Iterator[list[Line]]:
    """Yield lines that follow each other, each a row or a rule."""
    run: list[Line] = []
    width = 0
    for line in sheet.full():
        row = read(line.raw) if sheet.free(line) else ()
        ruled = (
            read is not _by_tabs and sheet.free(line) and bool(_RULE.fullmatch(line.raw.strip()))
        )
        goes_on = bool(run) and line.number == run[-1].number + 1
        same = ruled or not width or len(row) == width or read is _by_bars
        if not ((row or ruled) and goes_on and same):
            yield from _trimmed(run, read)
            run, width = [], 0
        if row or ruled:
            run.append(line)
            width = width or len(row)
    yield from _trimmed(run, read)


def _trimmed(run: list[Line], read: Callable[[str], Row]) -> Iterator[list[Line]]:
    """Yield a run, without rules of hyphens alone at its edges, which may part sections."""
    while run and not read(run[0].raw) and not _drawn(run[0]):
        run = run[1:]
    while run and not read(run[-1].raw) and not _drawn(run[-1]):
        run = run[:-1]
    if run:
        yield run


def _drawn(line: Line) -> bool:
    return re.search(r"[┌┐└┘┏┓┗┛╔╗╚╝+]", line.raw) is not None


def _is_table(rows: Sequence[Row], read: Callable[[str], Row]) -> bool:
    """Tell rows from points whose labels are drawn out (１　日　時　…) and the like."""
    widths = [width for width, _ in groupby(sorted(map(len, rows)))]
    if read is _by_spaces:  # two columns may be labels and texts: see `items.claim_labelled`
        drawn = all(row[0].isdecimal() and len(row[1]) == len(row[2]) == 1 for row in rows)
        even = len(widths) == 1 and len(rows) > 1 and widths[0] > 2
        return even and not (drawn or _is_address(rows))
    return len(rows) > 1 and max(widths) > 1 and len(widths) < 3


def _is_address(rows: Sequence[Row]) -> bool:
    """Tell the lines of one address, whose words stand apart, from a table of many."""
    found = sum(any(map(_ADDRESS.search, row)) for row in rows)
    return 0 < found < max(2, len(rows) - _HEAD)


def _by_tabs(raw: str) -> Row:
    cells = tuple(cell.strip() for cell in raw.strip("\n ").strip().split("\t"))
    return cells if len(cells) > 1 else ()


def _by_bars(raw: str) -> Row:
    text = raw.strip()
    if _RULE.fullmatch(text) or not _BAR.search(text):
        return ()
    cells = [cell.strip() for cell in _BAR.split(text)]
    closed = len(cells) > 2 and not cells[0] and not cells[-1]
    cells = cells[1:-1] if closed else cells
    short = all(len(cell) <= 2 * _WIDEST for cell in cells)
    return tuple(cells) if len(cells) > 1 and short and not text.startswith(("> ", "- ")) else ()


def _by_spaces(raw: str) -> Row:
    cells = tuple(_SPACES.split(raw.strip()))
    short = all(0 < len(cell) <= _WIDEST and not cell.endswith(("。", "、")) for cell in cells)
    return cells if len(cells) > 2 and short else ()
