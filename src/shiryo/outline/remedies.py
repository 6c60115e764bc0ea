"""What surely mends a problem of an outline's form: the text without it.

A remedy is given where there is one thing to do, and held against the problem: it has to be gone.
"""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import TypeAlias

from shiryo import lazy_re as re
from shiryo.diagnostics import Failed, Path
from shiryo.outline import yaml
from shiryo.outline.editing import Put, Source, Unfit, apply, free_id, ids
from shiryo.outline.language import properties
from shiryo.outline.language.definitions import nodes
from shiryo.outline.model import BLOCK_KINDS

_Remedy: TypeAlias = Callable[[str, int], str | None]
_VALUE = re.compile(r"(\s*(?:- )*[\w-]+: )([^\"'\[{|>&*!#].*)")


def mended(text: str, code: str, line: int) -> str | None:
    """Return ``text`` without the problem ``code`` of a ``line``; None where nothing is sure."""
    if code not in _REMEDIES or not _has(text, code, line):
        return None
    try:
        made = _REMEDIES[code](text, line)
    except Unfit:
        return None
    return made if made is not None and not _has(made, code, line) else None


def _has(text: str, code: str, line: int) -> bool:
    try:
        found = yaml.load(text, "")[1]
    except Failed as failure:
        found = failure.diagnostics
    return any(one.code == code and one.span and one.span.line == line for one in found)


def _keys_of(source: Source, line: int) -> Iterator[Path]:
    return (path for path, region in source.places.keys.items() if region.line == line)


def _near_key(text: str, line: int) -> str | None:
    source = Source.of(text)
    for path in _keys_of(source, line):
        around, key = path[:-1], str(path[-1])
        known: list[str] = [
            *properties(around, source.value),
            *(BLOCK_KINDS if "blocks" in around else ()),
        ]
        near = get_close_matches(key, set(known) - set(source.at(around)), 1)
        if key not in known and near:
            start, end = source.key(path)
            return text[:start] + near[0] + text[end:]
    return None


def _near_value(text: str, line: int) -> str | None:
    source = Source.of(text)
    for path in _keys_of(source, line):
        known = [str(v) for node in nodes(path, source.value) for v in node.get("enum", ())]
        near = get_close_matches(str(source.at(path)), known, 1)
        if near:
            return apply(text, [Put(path, near[0])])
    return None


def _own_id(text: str, line: int) -> str | None:
    source = Source.of(text)
    for path in _keys_of(source, line):
        if path[-1] == "id":
            return apply(text, [Put(path, free_id(str(source.at(path)), set(ids(source.value))))])
    return None


def _on_line(change: Callable[[str], str]) -> _Remedy:
    """Return the remedy that changes a line as text: what is no YAML has no places."""

    def remedy(text: str, line: int) -> str | None:
        lines = text.split("\n")
        if not 0 < line <= len(lines):
            return None
        lines[line - 1] = change(lines[line - 1])
        return "\n".join(lines)

    return remedy


def _quoted(line: str) -> str:
    found = _VALUE.fullmatch(line)
    return f"{found[1]}'{found[2].rstrip().replace(chr(39), chr(39) * 2)}'" if found else line


def _spaced(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    return indent.replace("\u3000", "  ").replace("\t", "  ") + line.lstrip()


_REMEDIES: dict[str, _Remedy] = {
    "outline.unknown-key-near": _near_key,
    "outline.unknown-block-near": _near_key,
    "outline.not-allowed": _near_value,
    "outline.duplicate-id": _own_id,
    "outline.yaml-colon": _on_line(_quoted),
    "outline.yaml-tab": _on_line(_spaced),
    "outline.yaml-wide-space": _on_line(_spaced),
}
MENDED = frozenset(_REMEDIES)
"""Problems that may have one."""
