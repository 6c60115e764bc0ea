"""Points of a notice or a contract: ``１　日　時　　6月1日``, a number and a gap before each."""

from collections.abc import Iterator, Sequence

from shiryo import lazy_re as re
from shiryo.article.model import Kind, Number
from shiryo.article.structure.lines import Line, Shape
from shiryo.article.structure.recognisers.items import parts
from shiryo.article.structure.sheet import Sheet
from shiryo.values import dataclass

_COUNTED = re.compile(
    r"(?P<indent>[ \t　]*)(?P<number>[0-9０-９]{1,2})[ 　]+"
    r"(?P<words>[^\d０-９\sはがをにのとでも].*)"
)
_GAPPED = re.compile(
    r"(?P<label>[^\s。、]{1,8}|[^\s。、]{1,3}(?:　[^\s。、]{1,2}){1,4}?)[ 　]{2,}(?P<text>\S.*)"
)
"""A label that may be drawn out (日　時), a wider gap, and what it says."""
_LETTERS = re.compile(r"(?P<label>[^\s。、](?:　[^\s。、]){1,4})　+(?P<text>[^\s。、]{2}.*)")
"""A label whose letters stand apart, with a gap no wider behind it: 場　所　北町."""
_SPACED = re.compile(r"(?P<label>[^\s。、]{1,6})　(?P<text>[^。]+)")
"""The same with a gap as wide as a letter, where several points have one."""
_DRAWN = re.compile(r"[^\s。、]{1,2}(?:　[^\s。、]{1,2}){1,4}")
_LABEL = 8
"""Characters of a point that is but a label."""


@dataclass(frozen=True, slots=True)
class _Point:
    line: Line
    indent: str
    value: int
    words: str


def claim(sheet: Sheet) -> None:
    """Claim points that count from 1, and what stands below those that are but a label."""
    for run in _runs(sheet):
        spaced = sum(_is_spaced(point.words) for point in run) > 1
        labels = (_GAPPED, _LETTERS, _SPACED) if spaced else (_GAPPED, _LETTERS)
        for point, after in zip(run, [*run[1:], None], strict=True):
            _claim(sheet, point, _below(sheet, point, after), labels)
            _set_in(sheet, point, after)


def _claim(
    sheet: Sheet, point: _Point, below: Sequence[Line], labels: Sequence[re.Pattern[str]]
) -> None:
    label, text = _parted(point.words, labels)
    number = Number(point.value, f"{point.value}.")
    prose = [line for line in below if line.shape is Shape.SENTENCE]
    last = point.line
    if below and len(prose) == len(below):
        label, text, last = text, "".join(line.raw.strip() for line in below), below[-1]
    sheet.claim(Kind.ITEM, point.line, last, text, label=label, number=number)
    for line in below if last is point.line else ():
        name, detail, words = parts(line.raw.strip())
        sheet.claim(Kind.ITEM, line, text=words, label=name, detail=detail, level=1)


def _set_in(sheet: Sheet, point: _Point, after: _Point | None) -> None:
    """Set the numbered items below a point one level deeper, where no blanks tell their level."""
    line = sheet.near(point.line, 1)
    while line and not (after and line.number >= after.line.number):
        block = sheet.block(line)
        if (block and block.kind is Kind.HEADING) or not (block or after):
            return
        within = block is not None and block.first > point.line.number
        if block and within and block.kind is Kind.ITEM and block.number and block.level == 0:
            last = sheet.lines[block.last - 1]
            sheet.claim(
                Kind.ITEM, line, last, block.text, label=block.label, detail=block.detail,
                number=block.number, level=1, marks=block.marks,
            )  # fmt: skip
            line = last
        line = sheet.near(line, 1)


def _parted(words: str, labels: Sequence[re.Pattern[str]]) -> tuple[str, str]:
    """Return the label of a point, if it has one, and what it says."""
    if _DRAWN.fullmatch(words):
        return "", re.sub(r"\s", "", words)
    found = next((m for label in labels if (m := label.fullmatch(words))), None)
    return (re.sub(r"\s", "", found["label"]), found["text"]) if found else ("", words)


def _is_spaced(words: str) -> bool:
    wide = any(each.fullmatch(words) for each in (_GAPPED, _LETTERS, _DRAWN))
    return not wide and _SPACED.fullmatch(words) is not None


def _below(sheet: Sheet, point: _Point, after: _Point | None) -> list[Line]:
    """Return the free lines below a point that is but a label, up to the next or a gap."""
    if len(re.sub(r"\s", "", point.words)) > _LABEL:
        return []
    found = list[Line]()
    line = sheet.near(point.line, 1)
    while line and sheet.free(line) and not (after and line.number >= after.line.number):
        if line.gap_before and not after:
            break
        found.append(line)
        line = sheet.near(line, 1)
    return found


def _runs(sheet: Sheet) -> Iterator[list[_Point]]:
    """Yield points that count from 1 under one heading, each as far in as the others."""
    run = list[_Point]()
    for line in sheet.full():
        point = _point(line) if sheet.free(line) else None
        follows = point and run and (point.indent, point.value) == (run[0].indent, len(run) + 1)
        if sheet.kind(line) is Kind.HEADING or (point and not follows and point.value == 1):
            yield from _long(run)
            run = []
        if point and (follows or (not run and point.value == 1)):
            run.append(point)
    yield from _long(run)


def _long(run: list[_Point]) -> Iterator[list[_Point]]:
    if len(run) > 1:
        yield run


def _point(line: Line) -> _Point | None:
    found = _COUNTED.fullmatch(line.raw.rstrip())
    if found is None:
        return None
    return _Point(line, found["indent"], int(found["number"]), found["words"])
