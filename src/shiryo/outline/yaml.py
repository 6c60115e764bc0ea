"""The outline as YAML: reading it with the line of each value, writing it, changing it in place."""

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.util import load_yaml_guess_indent

from shiryo import lazy_re as re
from shiryo import limits, unreadable
from shiryo.diagnostics import Diagnostic, Diagnostics, Failed, Path, Span, diagnose
from shiryo.outline.bounds import exceeded
from shiryo.outline.model import Outline
from shiryo.outline.problems import explain
from shiryo.outline.writing import SCHEMA_FILE, SCHEMA_LINE, dump
from shiryo.outline.yaml_lines import Places, read
from shiryo.values import dataclass

__all__ = ["REMOVE", "SCHEMA_FILE", "SCHEMA_LINE", "Loaded", "Places", "dump", "load", "rewrite"]

_OWN = {"shiryo", "title", "sections"}
_KEY = re.compile(r"^[\"']?(?:shiryo|title|sections?)[\"']? *[:：]", re.MULTILINE)
"""What a text holds that is meant as an outline, however badly written."""
REMOVE = object()
"""As a value of `rewrite`: take the key or the item out."""


@dataclass(frozen=True)
class Loaded:
    """An outline with what is needed to point into its file."""

    outline: Outline
    places: Places
    file: str
    """The path as the user gave it."""


def load(text: str, file: str) -> tuple[Loaded, Diagnostics]:
    """Read an outline; say which characters were left out of it.

    Raises Failed, with everything that is wrong with its form, each with its line.
    """
    if not text.strip():
        raise Failed(diagnose("outline.empty", Span(file)))
    try:
        found = read(text.removeprefix("\ufeff"))
    except unreadable.Unreadable as error:
        if error.line and error.column and not _KEY.search(text):
            raise Failed(_no_outline(text, text, file)) from None
        raise Failed(unreadable.problem(error, file)) from None
    data, places = found.value, found.places
    if not isinstance(data, dict) or not data.keys() & _OWN:
        raise Failed(_no_outline(data, text, file))
    odd = tuple(
        diagnose("outline.unwanted-character", Span(file, line), name=name)
        for line, name in found.unwanted[: limits.PROBLEMS]
    )
    if unbounded := tuple(exceeded(data, places, file)):
        raise Failed(*_first(unbounded, file))
    problems = [
        diagnose("outline.duplicate-key", Span(file, second), key=key, first=first)
        for key, first, second in found.twice[: limits.PROBLEMS]
    ]
    problems += _duplicate_ids(data, places, file)
    try:
        outline = Outline.model_validate(data)
    except ValidationError as error:
        problems += explain(error.errors(include_url=False), data, places, file)
    if problems:
        raise Failed(*_first([*odd, *problems], file))
    return Loaded(outline, places, file), odd


def _no_outline(data: Any, text: str, file: str) -> Diagnostic:
    if data is None:
        return diagnose("outline.empty", Span(file))
    code = "outline.no-mapping" if _KEY.search(text) else "outline.is-article"
    return diagnose(code, Span(file, 1), file=file)


def _first(problems: Sequence[Diagnostic], file: str) -> list[Diagnostic]:
    """Return the problems in the order of the file, of very many the first."""
    found = sorted(problems, key=lambda d: d.span.line or 0 if d.span else 0)
    if len(found) < limits.PROBLEMS:
        return found
    more = diagnose("outline.more", Span(file), most=limits.PROBLEMS)
    return [*found[: limits.PROBLEMS], more]


def rewrite(text: str, changes: Mapping[Path, Any]) -> str:
    """Return ``text`` with the values at the paths of ``changes`` set, the rest as it was.

    Comments, order and quotes survive. A path may name a new key, or the index one past the last
    item; `REMOVE` takes out what is there. Raises KeyError or IndexError for a path into nothing.
    """
    if not changes:
        return text
    _, indent, offset = load_yaml_guess_indent(text)
    engine = YAML()
    engine.preserve_quotes = True
    engine.width = 10**6
    if indent is not None:
        engine.indent(mapping=2, sequence=max(indent, (offset or 0) + 2), offset=offset or 0)
    data = engine.load(text)
    for path, value in changes.items():
        _change(data, path, value)
    out = io.StringIO()
    engine.dump(data, out)
    return out.getvalue()


def _change(data: Any, path: Path, value: Any) -> None:
    for part in path[:-1]:
        data = data[part]
    last = path[-1]
    if value is REMOVE:
        del data[last]
    elif isinstance(data, list) and last == len(data):
        data.append(value)
    else:
        data[last] = value


def _duplicate_ids(data: dict[Any, Any], places: Places, file: str) -> list[Diagnostic]:
    seen: dict[str, int] = {}
    found = []
    for path, name in _ids(data.get("sections"), ("sections",)):
        line = places.line(path)
        if name in seen:
            found.append(
                diagnose("outline.duplicate-id", Span(file, line), id=name, first=seen[name])
            )
        seen.setdefault(name, line)
    return found


def _ids(sections: Any, path: Path) -> Iterator[tuple[Path, str]]:
    for n, section in enumerate(sections if isinstance(sections, list) else ()):
        if not isinstance(section, dict):
            continue
        if isinstance(section.get("id"), str):
            yield (*path, n, "id"), section["id"]
        yield from _ids(section.get("blocks"), (*path, n, "blocks"))
        yield from _ids(section.get("sections"), (*path, n, "sections"))
