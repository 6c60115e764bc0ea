"""Which sections may stand beside each other on a slide: equals, of which none is above another."""

import unicodedata
from collections.abc import Sequence

from shiryo import lazy_re as re
from shiryo.drafting import cards
from shiryo.drafting.plan import telling
from shiryo.drafting.select import titles
from shiryo.japanese.numerals import without_number
from shiryo.outline import model, statements

_ROW = 3
"""Sections that are a numbered row, at least."""
_NUMBER = re.compile(r"[\[(【]?\d{1,3}(?:[-.]\d{1,3})*(?:[\s.:)、\]】]|$)")
_ADDRESS = re.compile(r"https?://|\w@\w|〒|\]\(|\d{2,4}-\d{2,4}-\d{4}")
_NAMED = 3
"""Letters of a heading that is told from other words."""


def are_equal(part: Sequence[model.Section]) -> bool:
    """Tell whether sections are equals: all of them counted, but for what closes a row, or none.

    An address stands beside nothing that says something. What has the heading of another in its
    list leads on to it and stands above it.
    """
    counted = {is_counted(s) for s in part if not titles.closes(statements.shown(s.title))}
    torn = any(map(_is_address, part)) and any(map(_says, part))
    above = any(_leads(one, other) for one in part for other in part if one is not other)
    return len(counted) <= 1 and not (torn or above)


def is_row(sections: Sequence[model.Section]) -> bool:
    """Tell whether sections are a numbered row, which is told in one way."""
    return len(sections) >= _ROW and all(map(is_counted, sections))


def is_counted(section: model.Section) -> bool:
    """Tell whether the heading of a section has a number (第3条, 2.)."""
    title = statements.shown(section.title)
    number = _NUMBER.match(unicodedata.normalize("NFKC", title).strip())
    return bool(number) or titles.kind(title) not in ("", titles.QUESTION)


def _is_address(section: model.Section) -> bool:
    """Tell whether a section says whom to ask, or where something is found, and no more."""
    if is_counted(section) or _says(section):
        return False
    said = " ".join(item.text for item in cards.said(section))
    return bool(_ADDRESS.search(said)) or titles.is_contact(statements.shown(section.title))


def _says(section: model.Section) -> bool:
    """Tell whether a section says something of anything: it does not only name things."""
    told = (statements.shown(item.text) for item in cards.said(section))
    return any(telling.is_statement(text) for text in told if text)


def _leads(one: model.Section, other: model.Section) -> bool:
    """Tell whether a section has the heading of another among its own items."""
    name = without_number(statements.shown(other.title))
    said = [item for block in one.blocks for item in getattr(block, "bullets", ())]
    told = [statements.shown(text) for item in said for text in (item.title, item.text)]
    told += [statements.shown(below.text) for item in said for below in item.items]
    return len(name) >= _NAMED and any(without_number(text) == name for text in told)
