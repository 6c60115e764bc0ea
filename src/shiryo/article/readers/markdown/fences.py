"""Which lines of Markdown are code: fences of any length (CommonMark §4.5)."""

from collections.abc import Iterable, Iterator

from shiryo import lazy_re as re

FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?P<fence>`{3,}(?!.*`)|~{3,})(?P<info>.*)")


_DIRECTIVE = re.compile(
    r"[ ]{0,3}(?P<fence>`{3,}+|~{3,}+)\{(?P<kind>admonition|note|tip|hint|important|warning"
    r"|attention|caution|danger|error|seealso)\}[ \t]*+(?P<title>.*)"
)
"""A box of MyST: what stands in its fence is text (https://mystmd.org/guide/directives)."""
_SET_IN = ("    ", "\t")
"""Begins a line that ends no fence which is not set in as far."""
_OPTION = re.compile(r"\s*:[\w-]+:")


class Code:
    """Tells line by line whether it is code."""

    def __init__(self) -> None:
        self._fence = ""

    @property
    def is_open(self) -> bool:
        """Whether the next line is code, or ends it."""
        return bool(self._fence)

    def has(self, line: str) -> bool:
        """Tell whether ``line``, the next one, is code or opens or closes it."""
        found = FENCE.match(line)
        if not self._fence:
            self._fence = found["fence"] if found else ""
            return bool(found)
        if found and found["fence"].startswith(self._fence) and not found["info"].strip():
            self._fence = ""
        return True


class Boxes:
    """Writes boxes that are fences as those of colons, line by line."""

    def __init__(self) -> None:
        self._open = list[str]()
        self._opens = False

    def plain(self, line: str) -> str:
        """Return ``line``, which is no code, as it would stand in a document with such boxes."""
        if found := _DIRECTIVE.match(line):
            self._open.append(found["fence"])
            self._opens = True
            return f":::note {found['title'].strip()}"
        if self._opens and _OPTION.match(line):
            return ""
        self._opens = False
        if self._open and line.strip() == self._open[-1] and not line.startswith(_SET_IN):
            self._open.pop()
            return ":::"
        return line


def told(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Give each line, and whether it is code."""
    code = Code()
    for line in lines:
        yield line, code.has(line)
