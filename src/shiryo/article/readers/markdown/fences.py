"""Which lines of Markdown are code: fences of any length (CommonMark §4.5)."""

import re
from collections.abc import Iterable, Iterator

FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?P<fence>`{3,}(?!.*`)|~{3,})(?P<info>.*)")


class Code:
    """Tells line by line whether it is code."""

    def __init__(self) -> None:
        self._fence = ""

    def has(self, line: str) -> bool:
        """Tell whether ``line``, the next one, is code or opens or closes it."""
        found = FENCE.match(line)
        if not self._fence:
            self._fence = found["fence"] if found else ""
            return bool(found)
        if found and found["fence"].startswith(self._fence) and not found["info"].strip():
            self._fence = ""
        return True


def told(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Give each line, and whether it is code."""
    code = Code()
    for line in lines:
        yield line, code.has(line)
