"""Headings: the lines that the score finds likely, and their levels."""

import re

from .heading_words import MARKED, STOCK, WORDS
from .lines import Line, Shape, mark
from .model import Kind
from .quotes import is_citation
from .sheet import Sheet

LIMIT = 0.5
"""From which score on a line is a heading."""

LONGEST = 90
"""The longest heading, in characters."""

_STYLES = (
    ("chapter", re.compile(r"第[\d一二三四五六七八九十]+(章|部|編)")),
    ("section", re.compile(r"第[\d一二三四五六七八九十]+(節|条|項|回)")),
    ("1.1.1", re.compile(r"\d+[.-]\d+[.-]\d+")),
    ("1.1", re.compile(r"\d+[.-]\d+")),
    ("1.", re.compile(r"\d+([.、)]|\s|(?=[^\d年月日時分%:,]))")),
    ("(1)", re.compile(r"\(\d+\)")),
    ("①", re.compile(r"[①-⑳]")),
    ("step", re.compile(r"(STEP|Step|ステップ)\s?\d")),
    ("Q", re.compile(r"(Q|問)\s?\d*")),
)
_SIGN = re.compile(
    r"^([■◆●▼▶◇□◎○]+\s*|#+\s+)|^【(?P<inner>[^】]+)】$|^[《<＜](?P<angle>[^》>＞]+)[》>＞]$"
)


def claim(sheet: Sheet) -> None:
    """Claim the headings among the lines that are left."""
    found = [line for line in sheet.open() if _is_heading(sheet, line)]
    order = list(dict.fromkeys(name for line in found if (name := style(line))))
    for line in found:
        name = style(line)
        level = min(6, 2 + order.index(name)) if name else 2
        sure = 0.9 if STOCK.fullmatch(line.text) else LIMIT
        score = round(max(sheet.scores[line.number], sure), 2)
        sheet.claim(Kind.HEADING, line, text=_words(line), level=level, score=score)


def _is_heading(sheet: Sheet, line: Line) -> bool:
    after = sheet.near(line, 1)
    if after is None or is_citation(line) or len(line.text) > LONGEST:
        return False
    if mark(line.raw):  # a list mark that stands alone: see `items.claim_marked`
        return True
    if line.shape not in (Shape.SHORT, Shape.COLON, Shape.SPOKEN):
        return False
    named = (
        bool(WORDS.fullmatch(line.text) or MARKED.match(line.text)) and line.shape is Shape.SHORT
    )
    return sheet.scores[line.number] >= (0.3 if named else LIMIT)


def style(line: Line) -> str:
    """Return the manner of numbering or the sign that a heading opens with, if any."""
    text = line.raw.strip()[0] if "①" <= line.raw.strip()[0] <= "⑳" else line.text
    for name, pattern in _STYLES:
        if pattern.match(text):
            return name
    sign = _SIGN.match(line.text)
    return line.text[0] if sign else ""


def _words(line: Line) -> str:
    """Return the heading without the sign before or around it; its number stays."""
    text = line.raw.strip()
    sign = _SIGN.match(text)
    if not sign:
        return text
    return sign["inner"] or sign["angle"] or text[sign.end() :].strip() or text
