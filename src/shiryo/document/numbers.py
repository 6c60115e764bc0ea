"""The numbers of sections."""

from dataclasses import replace

from shiryo.document import Section
from shiryo.japanese.numerals import Numerals, numeral


def numbered(
    sections: tuple[Section, ...], numerals: Numerals, joint: str, prefix: str = ""
) -> tuple[Section, ...]:
    """Return sections, and those in them, with their numbers: ``2`` and ``2.1``, ``二・一``.

    ``joint`` stands between the number of a section and that of one in it. What has no number
    (glossary, sources) is not counted.
    """
    made, count = list[Section](), 0
    for section in sections:
        count += section.counts
        own = prefix + numeral(count, numerals) if section.counts else ""
        below = numbered(section.sections, numerals, joint, own + joint)
        made.append(replace(section, number=own, sections=below))
    return tuple(made)
