"""Markdown as Qiita, Zenn, Hatena, GitHub and site generators write it → CommonMark, line by line.

What a dialect adds is rewritten or taken out such that every line keeps its number: boxes
(``:::note``, ``:::message``, ``> [!NOTE]``) leave their contents, ``>>`` … ``<<`` becomes a
quotation, ``>|python|`` … ``||<`` code, ``((…))`` and ``^[…]`` footnotes, ``@[card](…)`` a source.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_FENCE = re.compile(r"\s*(```|~~~)")
_BOX = re.compile(r"\s*:{3,}\s*\{?(?P<kind>[\w-]*)\}?\s*(?P<title>.*?)\s*$")
_ALERT = re.compile(r"\s{0,3}>\s*\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*$", re.I)
_QUOTE = re.compile(r">(?P<source>(?:https?://[!-~]+?)?(?::title(?:=[^>]*)?)?)>\s*$")
_EMBED = re.compile(
    r"@\[(?P<kind>\w+)\]\((?P<target>[^)\s]*)\)\s*$|\[(?P<url>https?://[!-~]+?):(embed|title)[^\]]*\]\s*$"
)
_OF_NO_USE = re.compile(
    r"\s*(\[:contents\]|\[\[?toc\]?\]|\{%.*%\}|\{\{[<%].*[>%]\}\}|</?(details|summary|div|center|br)[^>]*>)\s*$",
    re.I,
)
_NOTE = re.compile(
    r"(?<!\()\(\((?P<hatena>[^()]+(?:\([^()]*\)[^()]*)*)\)\)(?!\))|\^\[(?P<pandoc>[^\[\]]+)\]"
)
_RUBY = re.compile(r"\{(?P<base>[^{}|\s]+)\|[^{}\s]+\}")


@dataclass
class Plain:
    """Lines of CommonMark, as many as the source has."""

    lines: list[str] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    """Footnotes written inside of the text: line (1-based) and words."""
    sources: list[tuple[int, str]] = field(default_factory=list)
    """Addresses that stand alone on a line to be shown as a card."""


def plain(source: Sequence[str]) -> Plain:
    """Return ``source`` in CommonMark."""
    found = Plain()
    inside = ""  # "```" in code, ">>" in a quotation of Hatena, "||<" in its code, "[!" in an alert
    for number, line in enumerate(source, 1):
        inside, words = _line(line, inside, number, found)
        found.lines.append(words)
    return found


def _line(line: str, inside: str, number: int, found: Plain) -> tuple[str, str]:
    """Return what ``line`` is in, and its words in CommonMark."""
    fence = _FENCE.match(line)
    if inside in ("```", "~~~"):
        return ("" if fence and fence[1] == inside else inside), line
    if inside == "||<":
        return ("", "```") if line.startswith("||<") else (inside, line)
    if fence:
        return fence[1], line
    if re.match(r">\|[^|]*\|\s*$", line):
        return "||<", "```"
    if inside == ">>":
        return ("", "") if line.strip() == "<<" else (inside, f"> {line}")
    quote = _QUOTE.match(line)
    if quote:
        if address := re.match(r"https?://[^>]+?(?=:title|$)", quote["source"]):
            found.sources.append((number, address[0]))
        return ">>", ""
    if _ALERT.match(line):
        return "[!", ""
    if inside == "[!" and line.lstrip().startswith(">"):
        return inside, _inline(re.sub(r"^\s{0,3}> ?", "", line), number, found)
    return "", _outside(line, number, found)


def _outside(line: str, number: int, found: Plain) -> str:
    box, embed = _BOX.match(line), _EMBED.match(line)
    if box:
        return box["title"] if box["kind"] == "details" else ""
    if embed:
        address = embed["url"] or (embed["target"] if embed["kind"] == "card" else "")
        if address.startswith("http"):
            found.sources.append((number, address))
        return ""
    return "" if _OF_NO_USE.match(line) else _inline(line, number, found)


def _inline(line: str, number: int, found: Plain) -> str:
    """Take the footnotes out of a line, and the readings of its ruby."""
    if line.startswith(("    ", "\t")) or "`" in line:
        return line
    for note in _NOTE.finditer(line):
        found.notes.append((number, note["hatena"] or note["pandoc"]))
    return _RUBY.sub(r"\g<base>", _NOTE.sub("", line))
