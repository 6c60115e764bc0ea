"""The numbers of sections."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from shiryo.document import Section
from shiryo.inline import plain
from shiryo.japanese.numerals import Numerals, numeral, opens_with_number


def counted(titles: Sequence[str]) -> list[int]:
    """Return the numbers of sections beside each other, from 1; 0 for those that get none.

    A title that brings a number of its author's is not counted; where half of them bring one, none
    gets another.
    """
    theirs = [opens_with_number(title) for title in titles]
    if titles and 2 * sum(theirs) >= len(titles):
        return [0] * len(titles)
    counts = accumulate(int(not own) for own in theirs)
    return [0 if own else count for own, count in zip(theirs, counts, strict=True)]


def numbered(
    sections: tuple[Section, ...], numerals: Numerals, joint: str, prefix: str = ""
) -> tuple[Section, ...]:
    """Return sections, and those in them, with their numbers: ``2`` and ``2.1``, ``二・一``.

    ``joint`` stands between the number of a section and that of one in it. What has no number
    (glossary, sources) is not counted, nor is what is in it; see `counted`.
    """
    made = list[Section]()
    counts = iter(counted([plain(section.title) for section in sections if section.counts]))
    for section in sections:
        if section.counts and (count := next(counts)):
            own = prefix + numeral(count, numerals)
            below = numbered(section.sections, numerals, joint, own + joint)
            section = replace(section, number=own, sections=below)
        made.append(section)
    return tuple(made)
