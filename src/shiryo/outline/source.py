"""YAML text → plain values, with the line of each; nothing here knows what an outline is.

The values are what the person wrote: only plain whole numbers, ``true`` and ``false`` and nothing
(``~``) are more than text, so that ``1.50``, ``007`` and ``2025-09-18`` stay as they are. A line
break in a folded text leaves no space between two Japanese characters.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands: keys and indexes."""

_WIDE = r"[\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]"
_FOLD = re.compile(rf"(?<={_WIDE}) (?={_WIDE})")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_MAX_DEPTH = 60
_MANY = 100_000
"""Values; without anchors a text has fewer than characters."""


@dataclass(frozen=True)
class Places:
    """The lines where the values of a file are written."""

    lines: Mapping[Path, int]

    def line(self, path: Path) -> int:
        """Return the 1-based line of ``path``, or of the nearest value around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class Unreadable(Exception):
    """The text is not the YAML that is wanted; ``reason`` names the case."""

    def __init__(self, reason: str, line: int | None, column: int | None, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.line = line
        """1-based."""
        self.column = column
        """1-based."""


def read(text: str) -> tuple[Any, Places, tuple[tuple[str, int, int], ...]]:
    """Return the value, its places and the keys written twice (key, first line, second line).

    Raises Unreadable.
    """
    try:
        root = _compose(text)
    except YAMLError as error:
        raise _unreadable(text, error) from None
    except RecursionError:
        raise Unreadable("deep", None, None, "") from None
    reader = _Reader(most=max(len(text), _MANY))
    value = reader.value(root, ()) if root is not None else None
    return value, Places(reader.lines), tuple(reader.twice)


def _compose(text: str) -> Any:
    """Return the root node of the YAML, or None.

    libyaml is ten times as fast, but says less well what is wrong, and overruns the stack on what
    is nested without end.
    """
    if not _may_be_deep(text):
        with suppress(YAMLError):
            return YAML(typ="safe").compose(text)
    return YAML(typ="safe", pure=True).compose(text)


def _may_be_deep(text: str) -> bool:
    openings = accumulate(1 if sign in "[{" else -1 for sign in re.findall(r"[][{}]", text))
    leads = map(len, re.findall(r"^[ ?-]+", text, re.MULTILINE))
    return max(openings, default=0) + max(leads, default=0) > 10 * _MAX_DEPTH


class _Reader:
    def __init__(self, most: int) -> None:
        self._most = most
        self.lines: dict[Path, int] = {}
        self.twice: list[tuple[str, int, int]] = []

    def value(self, node: Node, path: Path) -> Any:
        line = node.start_mark.line + 1
        self.lines.setdefault(path, line)
        if isinstance(node, ScalarNode):
            return _scalar(node)
        if len(path) > _MAX_DEPTH:
            raise Unreadable("deep", line, None, "")
        # An anchor may be used again, but not endlessly: each use costs as much as writing it out.
        if len(self.lines) > self._most:
            raise Unreadable("deep", line, None, "")
        if isinstance(node, SequenceNode):
            return [self.value(item, (*path, n)) for n, item in enumerate(node.value)]
        assert isinstance(node, MappingNode)
        return self._mapping(node, path)

    def _mapping(self, node: MappingNode, path: Path) -> dict[Any, Any]:
        made: dict[Any, Any] = {}
        for key_node, item in node.value:
            key = key_node.value if isinstance(key_node, ScalarNode) else "{…}"
            line = key_node.start_mark.line + 1
            if key in made:
                self.twice.append((key, self.lines[(*path, key)], line))
                continue
            self.lines[(*path, key)] = line
            made[key] = self.value(item, (*path, key))
        return made


def _scalar(node: ScalarNode) -> Any:
    text: str = node.value
    if not node.style:
        if text in _WORDS:
            return _WORDS[text]
        if re.fullmatch(r"-?[1-9][0-9]{0,15}|0", text):
            return int(text)
    if node.style != "|" and node.end_mark.line > node.start_mark.line:
        return _FOLD.sub("", text)
    return text


_REASONS = (
    ("tab", r"'\\t'"),
    ("colon", r"mapping values are not allowed"),
    ("sign", r"undefined alias|alphabetic or numeric|cannot start any token|expected .*'!'|tag"),
    ("quote", r"unexpected end of stream|<block end>, but found '<scalar>'"),
    ("bracket", r"expected ',' or"),
    ("no-colon", r"could not find expected ':'"),
    ("documents", r"another document"),
    ("control", r"special characters are not allowed"),
)


def _unreadable(text: str, error: YAMLError) -> Unreadable:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    detail = f"{getattr(error, 'problem', None) or error}"
    reason = next((name for name, pattern in _REASONS if re.search(pattern, detail)), "other")
    context = str(getattr(error, "context", ""))
    if "block" not in context and reason in {"bracket", "quote", "no-colon"}:
        # Where it was opened says more than where the file ends.
        mark = getattr(error, "context_mark", None) or mark
    position = getattr(error, "position", None)
    if mark is None and isinstance(position, int):
        return Unreadable(reason, text.count("\n", 0, position) + 1, None, detail)
    if mark is None:
        return Unreadable(reason, None, None, detail)
    lines = text.splitlines()
    written = lines[mark.line] if mark.line < len(lines) else ""
    if re.match(r"\s*(?:- )?(?:[\w-]+: +)?(?:\*|\[|\{|[@`%])", written) and reason != "documents":
        reason = "sign" if reason != "bracket" or "]" in written or "}" in written else reason
    above = lines[mark.line - 1] if mark.line else ""
    if reason == "colon" and "：" in above and ": " not in above:
        return Unreadable("no-colon", mark.line, above.index("：") + 1, detail)
    return Unreadable(reason, mark.line + 1, mark.column + 1, detail)
