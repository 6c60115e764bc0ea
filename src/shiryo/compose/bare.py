"""Lines of an article as they are read aloud: without the marks that Markdown writes them with."""

from shiryo import lazy_re as re

_RULE = re.compile(r"(?=[^-]*-)[|\s:-]+")
"""What parts the heads of a table from its rows."""
_BARE = (
    (re.compile(r"^(?:#{1,6}|>[>\s]*)\s+"), ""),
    (re.compile(r"^[*+] +"), "- "),
    (re.compile(r"\[\^[^\[\]\s]{1,40}\]"), ""),
    (re.compile(r"!?\[([^\[\]]+)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?\)"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]*)>"), r"\1"),
    (re.compile(r"<rp>[^<]*</rp>", re.I), ""),
    (re.compile(r"<rt>([^<]*)</rt>", re.I), r"（\1）"),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"~~[^~]+~~"), ""),
    (re.compile(r"(?<!\\)`"), ""),
    (re.compile(r"\*\*|(?<!\w)__|__(?!\w)"), ""),
    (re.compile(r"(?<![\\*\w])\*(?=\S)([^*]+)\*(?![*\w])"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
"""Marks and what stands for them, in the order in which they are taken."""
_SIGNS = re.compile(r"[#>*+\[<~`_\\]")
"""One of which every mark has."""


def bare(line: str) -> str:
    """Return the words of a line; empty if it has none."""
    if line.startswith("|"):
        return "" if _RULE.fullmatch(line) else "｜".join(map(_inside, _cells(line)))
    return _inside(line)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _inside(text: str) -> str:
    if _SIGNS.search(text):
        for pattern, said in _BARE:
            text = pattern.sub(said, text)
    return text.strip()
