"""What an assistant reads: the folder, articles, outlines, and what may stand in one."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import shiryo
from shiryo import limits, unreadable
from shiryo.diagnostics import Diagnostics, Failed, diagnose
from shiryo.mcp.answers import (
    ArticleLines,
    Checked,
    Files,
    FoundFile,
    Head,
    Kinds,
    OutlineText,
    PathParts,
    problems,
)
from shiryo.mcp.folder import Folder, is_outline
from shiryo.mcp.paths import settled
from shiryo.messages import wording
from shiryo.outline import yaml
from shiryo.outline.editing import Source, Unfit
from shiryo.outline.language import heads
from shiryo.outline.model import BLOCK_KINDS, block_kind
from shiryo.outline.schema import schema
from shiryo.outline.yaml_lines import read
from shiryo.workspace import outputs
from shiryo.workspace.files import read_text

_ARTICLES = frozenset({".md", ".markdown", ".txt", ".html", ".htm", ".docx", ".pptx", ".pdf"})


def list_files(folder: Folder) -> Files:
    """Return the files of the folder, hidden ones left out."""
    found: list[FoundFile] = []
    made: dict[Path, frozenset[Path]] = {}
    for path in _walk(folder.root):
        if len(found) == limits.ASSISTANT_FILES:
            return Files(files=found, cut=True)
        if path.parent not in made:
            made[path.parent] = outputs.known(path.parent)
        size = path.stat().st_size
        kind = "output" if path in made[path.parent] else _kind(path, size)
        found.append(FoundFile(path=folder.name(path), kind=kind, bytes=size))
    return Files(files=found)


def _walk(root: Path) -> Iterator[Path]:
    for at, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(at, name)
            if not name.startswith(".") and path.is_file() and not path.is_symlink():
                yield path


def _kind(path: Path, size: int) -> Literal["article", "outline", "other"]:
    suffix = path.suffix.lower()
    if suffix in {".yaml", ".yml"} and size <= limits.OUTLINE_BYTES:
        try:
            return "outline" if is_outline(read_text(str(path))) else "other"
        except Failed:
            return "other"
    return "article" if suffix in _ARTICLES else "other"


def read_article(folder: Folder, article: str, first: int = 1, last: int = 0) -> ArticleLines:
    """Return lines of an article, from 1, each with its number. Raises Failed."""
    read_from = folder.find(article)
    found, doubts = shiryo.read(read_from)
    begin = max(first, 1)
    until = min(last or len(found.lines), len(found.lines))
    shown, size = list[str](), 0
    for number in range(begin, until + 1):
        line = f"{number}: {found.lines[number - 1]}"
        size += len(line) + 1
        if size > limits.ASSISTANT_CHARACTERS:
            break
        shown.append(line)
    return ArticleLines(
        article=folder.name(read_from),
        title=found.title,
        lines=len(found.lines),
        text="\n".join(shown),
        cut=begin + len(shown) <= until,
        **dict(problems(doubts, folder)),
    )


def read_outline(folder: Folder, outline: str, part: Sequence[str | int] = ()) -> OutlineText:
    """Return an outline or the ``part`` of it, as it is written. Raises Failed."""
    path, found = folder.outline(outline)
    text, line, at = found.text, 1, list(part)
    if part:
        try:
            source = Source.of(text)
            where = settled(source.value, part)
            start, end = source.extent(where)
        except Unfit:
            raise Failed(diagnose("mcp.unfit", number=1, op="read", path=str(part))) from None
        start = source.start_of_line(source.key(where)[0] if where in source.places.keys else start)
        text, line, at = text[start:end], source.place(start)[0], list(where)
    return OutlineText(
        outline=folder.name(path),
        digest=found.digest,
        part=at,
        line=line,
        text=text[: limits.ASSISTANT_CHARACTERS],
        cut=len(text) > limits.ASSISTANT_CHARACTERS,
        sections=[] if part else sections(found.text),
        **dict(problems(form(found.text, str(path)), folder, heads_of(found.text), str(path))),
    )


def sections(text: str) -> list[Head]:
    """Return the sections of an outline, those within others included; of what is none, nothing."""
    try:
        value = read(text).value
    except unreadable.Unreadable:
        return []
    return list(_sections(value, [])) if isinstance(value, dict) else []


def _sections(node: dict[str, Any], path: PathParts) -> Iterator[Head]:
    for n, section in enumerate(_list(node.get("sections"))):
        if isinstance(section, dict):
            at = [*path, "sections", n]
            blocks = [
                block_kind(b) or "" for b in _list(section.get("blocks")) if isinstance(b, dict)
            ]
            name, title = (str(section.get(key, "")) for key in ("id", "title"))
            yield Head(path=at, id=name, title=title, blocks=blocks)
            yield from _sections(section, at)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def form(text: str, file: str) -> Diagnostics:
    """Return what is wrong with the form of an outline."""
    try:
        return yaml.load(text, file)[1]
    except Failed as failure:
        return failure.diagnostics


def heads_of(text: str) -> dict[int, Any]:
    """Return what begins on each line of an outline; nothing where it is no YAML."""
    try:
        return heads(read(text).places)
    except unreadable.Unreadable:
        return {}


def check_outline(folder: Folder, outline: str, *, each: bool = False) -> Checked:
    """Return everything that is wrong or doubtful, errors too. Raises Failed for no outline."""
    path, found = folder.outline(outline)
    try:
        said = shiryo.check(folder.job(outline)[2], each=each)
    except Failed as failure:
        said = failure.diagnostics
    counts = {f"{s}s": sum(one.severity is s for one in said) for s in shiryo.Severity}
    shown = problems(said, folder, heads_of(found.text), str(path))
    return Checked(outline=folder.name(path), digest=found.digest, **counts, **dict(shown))


_PARTS = {"outline": "Outline", "section": "Section"}


def outline_schema(_folder: Folder, kind: str = "") -> Kinds:
    """Return the JSON Schema of a kind, without that of other kinds in it; of none, the kinds.

    Raises Failed.
    """
    whole = schema()
    definitions: dict[str, Any] = whole.pop("$defs")
    names = _PARTS | {name: model.__name__ for name, model in BLOCK_KINDS.items()}
    kinds = {
        name: definitions.get(model, whole).get("title", name) for name, model in names.items()
    }
    if not kind:
        return Kinds(kind="", kinds=kinds, json_schema={})
    if kind not in names:
        raise Failed(diagnose("mcp.no-kind", kind=kind, known="・".join(names)))
    root = definitions.get(names[kind], whole)
    others = {model: name for name, model in names.items() if name != kind}
    needed: dict[str, Any] = {}
    made = _followed(root, definitions, others, needed)
    return Kinds(kind=kind, kinds={}, json_schema=made | {"$defs": dict(sorted(needed.items()))})


def _followed(
    node: Any, definitions: dict[str, Any], others: dict[str, str], needed: dict[str, Any]
) -> Any:
    """Return a part of the schema, what it refers to in ``needed``, ``others`` by name alone."""
    if isinstance(node, list):
        return [_followed(one, definitions, others, needed) for one in node]
    if not isinstance(node, dict):
        return node
    name = str(node.get("$ref", "")).rpartition("/")[2]
    if name in others:
        return {"type": "object", "description": wording("mcp.said.kind", kind=others[name])}
    if name and name not in needed:
        needed[name] = {}
        needed[name] = _followed(definitions[name], definitions, others, needed)
    return {key: _followed(one, definitions, others, needed) for key, one in node.items()}
