"""A text of an outline with where everything in it stands, in characters from its beginning."""

from bisect import bisect_right
from functools import cached_property
from typing import Any

from shiryo import lazy_re as re
from shiryo import unreadable
from shiryo.diagnostics import Path
from shiryo.outline.yaml_lines import Places, Region, read
from shiryo.values import dataclass

_LINE = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
"""What the parser counts as the end of a line."""
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s+)*")
MISSING = object()
"""What stands where nothing does."""
Extent = tuple[int, int]
"""From the first character to behind the last."""


class Unfit(Exception):
    """The text cannot be changed so in place."""


@dataclass(frozen=True)
class Source:
    """A text that is YAML."""

    text: str
    value: Any
    places: Places

    @classmethod
    def of(cls, text: str) -> "Source":
        """Read a text. Raises Unfit for what is no YAML."""
        try:
            found = read(text)
        except unreadable.Unreadable:
            raise Unfit("no YAML") from None
        if found.twice:
            raise Unfit("a key is there twice")
        return cls(text, found.value, found.places)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(m.end() for m in _LINE.finditer(self.text))]

    def offset(self, line: int, column: int) -> int:
        """Return where a line and a column, from 1, are in the text."""
        if line > len(self._starts):
            return len(self.text)
        return min(self._starts[line - 1] + column - 1, len(self.text))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column, from 1, of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def at(self, path: Path) -> Any:
        """Return the value at ``path``, or `MISSING`."""
        value = self.value
        for part in path:
            is_there = isinstance(value, dict) and part in value
            if isinstance(value, list) and isinstance(part, int):
                is_there = 0 <= part < len(value)
            if not is_there:
                return MISSING
            value = value[part]
        return value

    def extent(self, path: Path) -> Extent:
        """Return where a value stands, without blanks behind it. Raises Unfit."""
        if path not in self.places.values:
            raise Unfit("nothing is there")
        start, end = self._of(self.places.values[path])
        return start, max(start, len(self.text[:end].rstrip())) if end > start else end

    def key(self, path: Path) -> Extent:
        """Return where the key of a value stands. Raises Unfit."""
        if path not in self.places.keys:
            raise Unfit("it has no key")
        return self._of(self.places.keys[path])

    def _of(self, region: Region) -> Extent:
        return self.offset(*region[:2]), self.offset(*region[2:])

    def sign(self, path: Path) -> str:
        """Return the character that a value begins with, behind its anchor and its tag."""
        start, end = self.extent(path)
        begin = _PROPERTIES.match(self.text, start, end)
        return self.text[begin.end() if begin else start : end][:1]

    def is_flow(self, path: Path) -> bool:
        """Tell whether a mapping or a list stands between brackets."""
        return isinstance(self.at(path), dict | list) and self.sign(path) in {"{", "["}

    def in_flow(self, path: Path) -> bool:
        """Tell whether a value stands within brackets."""
        return any(self.is_flow(path[:n]) for n in range(len(path)))

    def start_of_line(self, offset: int) -> int:
        """Return where the line of an offset begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def end_of_line(self, offset: int) -> int:
        """Return where the next line begins, or the end of the text."""
        at = bisect_right(self._starts, offset)
        return self._starts[at] if at < len(self._starts) else len(self.text)

    def column(self, offset: int) -> int:
        """Return how many characters of its line stand before an offset."""
        return offset - self.start_of_line(offset)

    def head(self, path: Path) -> int:
        """Return where the dash or the key of an entry of a block stands. Raises Unfit."""
        if isinstance(path[-1], str):
            return self.key(path)[0]
        first = self.extent(path[:-1])[0]
        if path[-1] == 0:
            found = re.compile(r"-(?=\s)").match(self.text, first)
        else:
            before = self.extent((*path[:-1], path[-1] - 1))[1]
            dash = re.compile(rf"^ {{{self.column(first)}}}-(?=\s|\Z)", re.M)
            found = dash.search(self.text, before)
        if not found:
            raise Unfit("no dash")
        return found.end() - 1

    def is_alone(self, path: Path) -> bool:
        """Tell whether an entry of a block begins its line."""
        head = self.head(path)
        return not self.text[self.start_of_line(head) : head].strip()

    def chunk(self, path: Path) -> Extent:
        """Return the lines of an entry that begins its line, with the comment over it."""
        head = self.head(path)
        column, start = self.column(head), self.start_of_line(head)
        while start and self._is_comment(above := self.start_of_line(start - 1), column):
            start = above
        end = self.end_of_line(max(self.extent(path)[1] - 1, head))
        while end < len(self.text) and self._is_comment(end, column + 1, deeper=True):
            end = self.end_of_line(end)
        return start, end

    def _is_comment(self, start: int, column: int, *, deeper: bool = False) -> bool:
        """Tell whether a line is a comment at ``column``, or also ``deeper``."""
        line = self.text[start : self.end_of_line(start)]
        indent = len(line) - len(line.lstrip(" "))
        return line[indent : indent + 1] == "#" and (
            indent >= column if deeper else indent == column
        )

    def blank_after(self, offset: int) -> int:
        """Return where the empty lines end that begin at ``offset``."""
        while offset < len(self.text) and not self.text[offset : self.end_of_line(offset)].strip():
            offset = self.end_of_line(offset)
        return offset

    def blank_before(self, offset: int) -> int:
        """Return where the empty lines begin that end at ``offset``."""
        while offset:
            above = self.start_of_line(offset - 1)
            if self.text[above:offset].strip():
                break
            offset = above
        return offset
