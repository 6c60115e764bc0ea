"""What a handout of one page may leave out: the parts of a handout, the least important first."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple

from shiryo import document as d
from shiryo import inline
from shiryo.diagnostics import Path

_FEW = 3
"""How many items of a list, and of the main points, stay at first."""


class Cut(NamedTuple):
    """A part that may be left out."""

    kind: str
    """A key of `KINDS`."""
    path: Path


class _Part(NamedTuple):
    path: Path
    node: object

    @property
    def depth(self) -> int:
        """How deep the section is that it is or stands in; 1 for those of the top."""
        return self.path.count("sections")

    @property
    def number(self) -> int:
        """Which element of a field it is."""
        return self.path[-1] if isinstance(self.path[-1], int) else 0

    @property
    def list(self) -> str:
        """The field that it is an element of."""
        return str(self.path[-2]) if len(self.path) > 1 else ""


def _is(*kinds: type) -> Callable[[_Part], bool]:
    return lambda part: isinstance(part.node, kinds)


def _holds(kind: type) -> Callable[[_Part], bool]:
    """Tell whether a part is a section of nothing but a ``kind`` (the glossary, the sources)."""

    def found(part: _Part) -> bool:
        blocks = part.node.blocks if isinstance(part.node, d.Section) else ()
        return bool(blocks) and all(isinstance(block, kind) for block in blocks)

    return found


def _is_item(part: _Part) -> bool:
    return isinstance(part.node, d.Item) and part.path[0] == "sections"


_ASIDE = ("note",)
KINDS: dict[str, tuple[Callable[[_Part], bool], Path]] = {
    "urls": (lambda p: isinstance(p.node, inline.Run) and p.node.href == p.node.text, ()),
    "notes": (lambda p: isinstance(p.node, inline.Run) and bool(p.node.note), _ASIDE),
    "asides": (lambda p: isinstance(p.node, d.Item) and bool(p.node.note), _ASIDE),
    "glossary": (_holds(d.Glossary), ()),
    "sources": (_holds(d.References), ()),
    "dialogue": (_is(d.Dialogue), ()),
    "quotes": (_is(d.Quote), ()),
    "images": (_is(d.Image), ()),
    "charts": (_is(d.Chart), ()),
    "tables": (_is(d.Table), ()),
    "deep-text": (lambda p: p.list == "paragraphs" and p.depth > 1, ()),
    "text": (lambda p: p.list == "paragraphs", ()),
    "definitions": (_is(d.Definition), ()),
    "deep-items": (lambda p: _is_item(p) and p.path.count("items") > 1, ()),
    "items": (lambda p: _is_item(p) and p.number >= _FEW, ()),
    "deep-sections": (lambda p: isinstance(p.node, d.Section) and p.depth > 1, ()),
    "lists": (lambda p: p.list == "blocks" and not isinstance(p.node, d.Figures), ()),
    "messages": (lambda p: isinstance(p.node, d.Section) and bool(p.node.message), ("message",)),
    "figures": (_is(d.Figures), ()),
    "points": (lambda p: p.path[0] == "summary" and len(p.path) == 2 and p.number >= _FEW, ()),
    "sections": (lambda p: isinstance(p.node, d.Section), ()),
    "summary": (lambda p: p.path[0] == "summary" and len(p.path) == 2, ()),
}
"""What may be left out, by the names that a theme uses: how it is known, and what of it goes."""


def cuts(handout: d.Handout, order: Sequence[str]) -> list[Cut]:
    """Return every part that may be left out, kind by kind in ``order``, each kind from its end.

    Of lists the last items go first, so that they get shorter evenly.
    """
    parts = [part for name in ("summary", "sections") for part in _parts(handout, name)]
    parts.reverse()
    made = list[Cut]()
    for kind in order:
        is_one, rest = KINDS[kind]
        found = [part for part in parts if is_one(part)]
        if kind in ("items", "deep-items"):
            found.sort(key=lambda part: -part.number)
        made += (Cut(kind, (*part.path, *rest)) for part in found)
    return made


def _parts(handout: d.Handout, name: str) -> Iterator[_Part]:
    return _down((name,), getattr(handout, name))


def _down(path: Path, node: object) -> Iterator[_Part]:
    """Yield a part and all that it holds, in the order in which they are read."""
    yield _Part(path, node)
    if isinstance(node, tuple):
        for n, part in enumerate(node):
            yield from _down((*path, n), part)
    elif is_dataclass(node):
        for field in fields(node):
            value = getattr(node, field.name)
            if isinstance(value, tuple):
                yield from _down((*path, field.name), value)


def without(handout: d.Handout, found: Collection[Cut]) -> d.Handout:
    """Return the handout without some of its parts, and without lists that they leave empty."""
    gone = {cut.path for cut in found}
    touched = {path[:n] for path in gone for n in range(len(path) + 1)}
    made: d.Handout = _pruned((), handout, gone, touched)
    return made


def _pruned(path: Path, node: Any, gone: set[Path], touched: set[Path]) -> Any:
    if path not in touched:
        return node
    if isinstance(node, tuple):
        kept = ((n, part) for n, part in enumerate(node) if (*path, n) not in gone)
        made = (_pruned((*path, n), part, gone, touched) for n, part in kept)
        deep = path.count("sections") > 1
        return tuple(part for part in made if not _is_empty(part, deep=deep))
    changed = dict[str, Any]()
    for field in fields(node):
        below = (*path, field.name)
        if below in gone:
            changed[field.name] = None if isinstance(node, inline.Run) else ()
        elif below in touched:
            changed[field.name] = _pruned(below, getattr(node, field.name), gone, touched)
    if isinstance(node, d.Section) and node.names:
        changed["names"] = _names(path, node, gone, touched)
    return replace(node, **changed)


def _names(path: Path, section: d.Section, gone: set[Path], touched: set[Path]) -> tuple[str, ...]:
    """Return the names of the blocks that stay."""
    named = enumerate(zip(section.blocks, section.names, strict=True))
    return tuple(
        name
        for n, (block, name) in named
        if (at := (*path, "blocks", n)) not in gone
        and not _is_empty(_pruned(at, block, gone, touched))
    )


def _is_empty(part: object, *, deep: bool = False) -> bool:
    """Tell whether nothing is left of a part; a section of the top still has its title."""
    match part:
        case d.Section(message=(), blocks=(), sections=()):
            return deep
        case d.Prose(paragraphs=()) | d.Bullets(items=()):
            return True
        case d.Item(text=(), title=(), items=()):
            return True
    return False


def counted(found: Sequence[Cut]) -> dict[str, int]:
    """Return how many parts of each kind are left out, those inside others not counted."""
    paths = {cut.path for cut in found}
    counts = dict[str, int]()
    for kind, path in found:
        if not any(path[:n] in paths for n in range(len(path))):
            counts[kind] = counts.get(kind, 0) + 1
    return counts
