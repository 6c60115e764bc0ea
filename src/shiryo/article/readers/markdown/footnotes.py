"""Footnotes in Markdown, ``[^1]: …``: not of CommonMark, but what most tools read."""

import re
from collections.abc import Sequence

from shiryo.article.readers.markdown import fences

_OPENS = re.compile(r" {0,3}\[\^[^\]\s]{1,200}+\]:\s*(?P<text>.*)")
REFERENCE = re.compile(r"\[\^[^\]\s]{1,200}+\]")
"""Refers to a footnote from the text."""


def take(source: Sequence[str]) -> tuple[list[str], list[tuple[int, int, str]]]:
    """Take the footnotes out of ``source``: each its first and last line (1-based) and its text.

    Returns the lines with blank ones in their place, and the footnotes. Indented lines go on with
    a footnote, after blank ones too.
    """
    left: list[str] = []
    found: list[tuple[int, int, str]] = []
    going_on = False
    for number, (line, fenced) in enumerate(fences.told(source), 1):
        opens = None if fenced else _OPENS.match(line)
        if opens:
            found.append((number, number, opens["text"]))
        elif going_on and not fenced and re.match(r"( {2,}|\t)\S", line):
            found[-1] = (found[-1][0], number, f"{found[-1][2]}\n{line.strip()}")
        else:
            going_on = going_on and not line.strip()
            left.append(line)
            continue
        going_on = True
        left.append("")
    return left, found
