"""Tables of contents: lines that name the headings to come, and are none themselves."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from shiryo import lazy_re as re
from shiryo.article.structure.lines import Line, Shape, fold, mark
from shiryo.article.structure.numbering import NUMBERED

NAME = re.compile(
    r"[\W_]*(([本この全各]{1,2}(体|章|書|編|ページ|資料)の?)?(目次|もくじ)|contents|index|この記事の(内容|目次))[\W_]*",
    re.I,
)
"""The heading of a table of contents."""
_PAGE = re.compile(
    r"((?:(?<!\s)\s++|(?<![\s.…・‥_]))[.…・‥_]{2,}+\s*(p\.? ?)?\d+"
    r"|(?<!\s)(?=[^\S\t]*+\t)\s++\d+|(?<!\s)\s++(p\.? ?\d+|\d+ ?(頁|ページ)))$",
    re.I,
)
_LEADS = re.compile(r"\.{3,}|…{2,}|・{3,}|‥{2,}")
_LINK = re.compile(r"\[([^\]]{1,200}+)\]\(#[^)]{0,200}\)")
_LISTED = "-"
_LONGEST = 60
_LINE = 1_000
"""Characters of a line over which it is not looked at: it is prose."""
_MOST = 2_000
"""Lines of a table of contents without pages."""


def find(lines: Sequence[Line], items: Collection[int] = ()) -> set[int]:
    """Return which of the lines, blank ones left out, are of a table of contents.

    ``items`` are those that the format knows as items of lists.

    Those are three or more in a row that all come again later, apart and not as items under the
    same sign, with 目次 above them if it is there; lines that end with a page; and the short ones
    under 目次 up to where the first of them comes again.
    """
    names = list(map(_name, lines))
    last = {name: at for at, name in enumerate(names)}
    signs = [_LISTED if at in items else _sign(line) for at, line in enumerate(lines)]
    again = [
        last[name] > at and _short(lines[at]) and not (signs[at] and signs[at] == signs[last[name]])
        for at, name in enumerate(names)
    ]
    paged = [_paged(line) for line in lines]
    found: set[int] = set()
    at = 0
    while at < len(lines):
        headed = NAME.fullmatch(names[at]) is not None and lines[at].shape != Shape.SENTENCE
        end = _under(lines, names, last, at + 1) if headed else at
        seen = set(names[at:end])
        while end < len(lines) and (paged[end] or (again[end] and names[end] not in seen)):
            seen.add(names[end])
            end += 1
        if end - at > 1 and (headed or (end - at > 2 and _apart(names[at:end], last))):
            found.update(range(at, end))
        at = max(end, at + 1)
    return found


def _under(lines: Sequence[Line], names: Sequence[str], last: Mapping[str, int], first: int) -> int:
    """Return where the short lines end that begin at ``first`` and come again, in that order."""
    within = names[first + 1 : first + 1 + _MOST]
    if first >= len(lines) or names[first] not in within:
        return first
    end = first + 1 + within.index(names[first])
    again = sum(last[name] >= end for name in names[first:end])
    return end if all(map(_short, lines[first:end])) and again * 2 > end - first else first


def _apart(names: Sequence[str], last: Mapping[str, int]) -> bool:
    """Tell whether the names do not just come again as the same list (持ち物) further down."""
    return any(last[after] - last[name] != 1 for name, after in pairwise(names))


def _paged(line: Line) -> bool:
    text = line.text
    return len(text) <= _LINE and bool(_PAGE.search(text) and _LEADS.search(text))


def _short(line: Line) -> bool:
    return len(line.text) <= _LONGEST and not line.text.endswith(("。", ":"))


def _sign(line: Line) -> str:
    """Return the list mark of a line that counts nothing."""
    found = mark(line.raw)
    return line.text[0] if found and not found.number else ""


def _name(line: Line) -> str:
    """Return what a line of the contents names: without its mark, its number and its page."""
    if len(line.raw) > _LINE:
        return line.text
    found = mark(line.raw)
    text = _PAGE.sub("", _LINK.sub(r"\1", fold(found.rest) if found else line.text))
    number = NUMBERED.match(text)
    return text[number.end() :] if number else text
