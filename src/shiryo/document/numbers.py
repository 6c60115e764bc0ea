"""The numbers of sections."""

from dataclasses import replace

from shiryo.document import Section
from shiryo.inline import plain
from shiryo.japanese.numerals import Numerals, numeral, opens_with_number


def numbered(
    sections: tuple[Section, ...], numerals: Numerals, joint: str, prefix: str = ""
) -> tuple[Section, ...]:
    """Return sections, and those in them, with their numbers: ``2`` and ``2.1``, ``二・一``.

    ``joint`` stands between the number of a section and that of one in it. What has no number
    (glossary, sources), or one of its author's in its title, is not counted, nor is what is in it;
    where half of the titles bring numbers, none gets another.
    """
    said = [opens_with_number(plain(section.title)) for section in sections if section.counts]
    made, count, theirs = list[Section](), 0, 2 * sum(said) >= max(1, len(said))
    for section in sections:
        counts = section.counts and not theirs and not opens_with_number(plain(section.title))
        count += counts
        if counts:
            own = prefix + numeral(count, numerals)
            below = numbered(section.sections, numerals, joint, own + joint)
            section = replace(section, number=own, sections=below)
        made.append(section)
    return tuple(made)
