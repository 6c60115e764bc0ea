"""Headings: the lines that the score finds likely, and their levels.

Level 1 is the title. A manner of numbering (第1章, 1., (1), ①, 議題1 …) or a sign (■, 【】) has the
depth in which it first comes, from 2; a heading without either has 2, or, where it comes again and
again under numbers, one more than the number above it.
"""

from collections import Counter
from collections.abc import Container, Mapping, Sequence

from shiryo import lazy_re as re
from shiryo.article.model import Kind
from shiryo.article.structure.lexicon import MARKED, STOCK, WORDS
from shiryo.article.structure.lines import Line, Shape, mark
from shiryo.article.structure.numbering import heads_sentences, manner, number
from shiryo.article.structure.recognisers.quotes import is_citation
from shiryo.article.structure.sheet import Sheet

LIMIT = 0.4
"""From which score on a line is a heading. F1 is highest at half of what it can be."""

SURE = 0.65
"""From which score on nobody needs to look at a heading."""

PERHAPS = 0.3
"""From which score on a line that was not made a heading is worth a look."""

LONGEST = 90
"""The longest heading, in characters."""

_POINT = "1 "
"""How points are numbered that stand or fall together."""
_SIGN = re.compile(
    r"^([■◆●▼▶◇□◎○]+\s*|#+\s+)|^【(?P<inner>[^】]+)】$|^[《<＜](?P<angle>[^》>＞]+)[》>＞]$"
)


def claim(sheet: Sheet) -> None:
    """Claim the headings among the lines that are left."""
    likely = [line for line in sheet.open() if _is_heading(sheet, line)]
    numbers = {line.number for line in likely}
    found = [line for line in likely if not _lost_its_list(sheet, line, numbers)]
    found = _whole_rows(sheet, found)
    for line, level in zip(found, levels(found, sheet.weights), strict=True):
        sure = 0.9 if STOCK.fullmatch(line.text) else LIMIT
        score = round(max(sheet.scores[line.number], sure), 2)
        sheet.claim(Kind.HEADING, line, text=_words(line), level=level, score=score)
        if score < SURE:
            sheet.doubt("heading", line, line, _doubt("見出しとした", score, line))
    _count_on(sheet)
    for line in sheet.open():
        score = round(sheet.scores[line.number], 2)
        if score >= PERHAPS:
            sheet.doubt("heading", line, line, _doubt("本文とした", score, line))


def _whole_rows(sheet: Sheet, found: Sequence[Line]) -> list[Line]:
    """Leave out the headings of a row of points (１　日時 … ５　その他) most of which are none."""
    taken, rows = {line.number for line in found}, list[list[Line]]()
    for line in sheet.open():
        of = number(line)
        if of is None or of.style != _POINT:
            continue
        if of.value == 1:
            rows.append([line])
        elif rows and of.value == len(rows[-1]) + 1:
            rows[-1].append(line)
    few = [row for row in rows if 2 * sum(line.number in taken for line in row) < len(row)]
    out = {line.number for row in few for line in row}
    return [line for line in found if line.number not in out]


def claim_front(sheet: Sheet) -> None:
    """Claim what heads prose before the first section, where a format marks the others: 要旨."""
    heads = [b.first for b in sheet.blocks if b.kind is Kind.HEADING and b.level > 1]
    for line in sheet.open() if sheet.headed else ():
        after = sheet.near(line, 1)
        stock = STOCK.fullmatch(re.sub(r"\s", "", line.text))
        alone = stock and sheet.free(after) and after and after.shape is Shape.SENTENCE
        if alone and line.number < min(heads, default=0):
            sheet.claim(Kind.HEADING, line, text=line.raw.strip(), level=2)


def _count_on(sheet: Sheet) -> None:
    """Make a numbered line a heading that counts on from two headings before it: 1. 2. … 3."""
    last: dict[str, tuple[int, int]] = {}
    for line in sheet.full():
        found, block = number(line), sheet.block(line)
        if found is None or (block and block.level > 2):
            continue
        value, level = last.get(found.style, (0, 0))
        if block and block.kind is Kind.HEADING:
            last[found.style] = found.value, block.level if found.value == value + 1 else 0
        elif line.shape is Shape.SHORT if block is None else block.kind is Kind.ITEM:
            counts_on = level and found.value == value + 1 and len(line.text) <= LONGEST
            last[found.style] = found.value, level if counts_on else 0
            if counts_on and (block is None or block.level == 0) and not line.text.endswith("。"):
                sheet.claim(Kind.HEADING, line, text=_words(line), level=level, score=LIMIT)


def levels(found: Sequence[Line], weights: Mapping[int, int] | None = None) -> list[int]:
    """Return the level of each heading, from 2 to 6; letters that stand out are a manner too."""
    manners = [style(line) or _weight(line, weights or {}) for line in found]
    if manners and manners.count(manners[0]) == 1 and not style(found[0]):
        manners[0] = ""  # the title
    order = {name: at for at, name in enumerate(dict.fromkeys(filter(None, manners)))}
    often = Counter(line.text for line in found)
    given, above = [], 1
    for line, name in zip(found, manners, strict=True):
        level = 2 + order[name] if name else 1 + above if often[line.text] > 1 else 2
        above = level if name else above
        given.append(min(6, max(2, level)))
    return given


def _weight(line: Line, weights: Mapping[int, int]) -> str:
    return f"letters {weights[line.number]}" if line.number in weights else ""


def _lost_its_list(sheet: Sheet, line: Line, likely: Container[int]) -> bool:
    """Tell a label (やること：) right before a heading or another: the list it opened is lost."""
    after = sheet.near(line, 1)
    if after is None or line.shape is not Shape.COLON or style(line):
        return False
    return after.number in likely or after.shape is Shape.COLON


def _doubt(made: str, score: float, line: Line) -> str:
    return f"見出しかどうか確かでない行を{made}（確度{score:.2f}）:「{line.text}」"


def _is_heading(sheet: Sheet, line: Line) -> bool:
    after = sheet.near(line, 1)
    if after is None or is_citation(line) or len(line.text) > LONGEST:
        return False
    if mark(line.raw):  # a list mark that stands alone: see `items.claim_marked`
        return True
    if line.shape not in (Shape.SHORT, Shape.COLON, Shape.SPOKEN) and not heads_sentences(line):
        return False
    named = (
        bool(WORDS.fullmatch(line.text) or MARKED.match(line.text)) and line.shape is Shape.SHORT
    )
    return sheet.scores[line.number] >= (0.3 if named else LIMIT)


def style(line: Line) -> str:
    """Return the manner of numbering or the sign that a heading opens with, if any."""
    sign = _SIGN.match(line.text)
    return line.text[0] if sign else manner(line)


def _words(line: Line) -> str:
    """Return the heading without the sign before or around it; its number stays."""
    text = line.raw.strip()
    sign = _SIGN.match(text)
    if not sign:
        return text
    return sign["inner"] or sign["angle"] or text[sign.end() :].strip() or text
