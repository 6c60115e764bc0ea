"""A scalar in the place of another, in the style of that."""

from typing import Any

from shiryo import lazy_re as re
from shiryo.diagnostics import Path
from shiryo.outline.editing.source import Source
from shiryo.outline.editing.splices import Splice
from shiryo.outline.scalars import in_style

_BLOCK = re.compile(r"[|>][^\n]*\n")


def fits(source: Source, path: Path, new: Any) -> bool:
    """Tell whether ``new`` can stand where a scalar stands now."""
    is_block = source.sign(path) in {"|", ">"}
    old = source.at(path)
    if isinstance(old, dict | list) or isinstance(new, dict | list):
        return False
    if isinstance(new, str) and "\n" in new:
        return source.in_flow(path) or source.sign(path) == '"'
    return not is_block or bool(_refolded(source, path, new))


def replaced(source: Source, path: Path, new: Any) -> Splice:
    """Return what lets a scalar say ``new``, in its quotes or its lines."""
    start, end = source.extent(path)
    folded = source.sign(path) in {"|", ">"} and _refolded(source, path, new)
    if folded:
        return Splice(start, end, folded)
    sign = source.sign(path)
    said = in_style(new, sign, flow=source.in_flow(path))
    if start == end:  # nothing stands behind the colon or the dash
        said = said if source.text[start - 1 : start] in {" ", ""} else f" {said}"
    return Splice(start, end, said)


def _refolded(source: Source, path: Path, new: Any) -> str:
    """Return a folded text in its lines, those that changed as one; nothing where that cannot be.

    Lines of Japanese are joined without a space.
    """
    start, end = source.extent(path)
    raw = source.text[start:end]
    head = _BLOCK.match(raw)
    if not head or raw[0] != ">" or not isinstance(new, str) or not new.strip():
        return ""
    lines = raw[head.end() :].split("\n")
    indent = re.match(r" *", lines[0])
    texts = [line.strip() for line in lines]
    if not all(texts) or not indent or "".join(texts) != source.at(path).rstrip("\n"):
        return ""
    before = after = 0
    rest = new.rstrip("\n")
    while before < len(texts) - 1 and rest.startswith(texts[before]):
        rest = rest[len(texts[before]) :]
        before += 1
    while after < len(texts) - before - 1 and rest.endswith(texts[-1 - after]):
        rest = rest[: -len(texts[-1 - after])]
        after += 1
    middle = [rest.strip()] if rest.strip() else []
    kept = [*texts[:before], *middle, *texts[len(texts) - after :]]
    return head[0] + "\n".join(indent[0] + line for line in kept)
