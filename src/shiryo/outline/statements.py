"""What an outline says: statements, each with its place and the lines that it cites."""

from collections.abc import Iterator
from functools import lru_cache

from pydantic import BaseModel

from shiryo import inline
from shiryo import lazy_re as re
from shiryo.diagnostics import Path
from shiryo.outline import model
from shiryo.values import dataclass

_WORDS = {
    "text",
    "title",
    "message",
    "date",
    "label",
    "note",
    "caption",
    "term",
    "cells",
    "columns",
    "group",
    "notes",
}
"""The fields that state something; ``value`` and ``unit`` are one statement."""
_KEPT = 16_384
"""Texts that are kept as they are shown."""
_VARIABLE = re.compile(r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|\{#.*?(?:#\}|$)", re.M)


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that the outline says."""

    path: Path
    texts: tuple[str, ...]
    """What each of its fields says, as `shown`."""
    refs: tuple[str, ...]
    """The lines that it cites, itself or through what it stands in."""
    how: tuple[str, ...]
    """How it was made from them."""
    beside: str = ""
    """The headings and the statements that it stands under, each on a line."""

    @property
    def text(self) -> str:
        """All that it says, each field on a line."""
        return "\n".join(self.texts)


def statements(outline: model.Outline) -> Iterator[Statement]:
    """Yield what the outline says, in its order, each with its path and the lines it cites."""
    if outline.message:
        yield Statement(("message",), (shown(outline.message),), outline.from_, outline.how)
    for part in ("summary", "sections", "glossary"):
        for n, node in enumerate(getattr(outline, part)):
            yield from _statements(node, (part, n), (), ())


def sections(
    found: tuple[model.Section, ...], path: Path = ("sections",)
) -> Iterator[tuple[Path, model.Section]]:
    """Yield sections and those in them, in their order, each with its path."""
    for n, section in enumerate(found):
        yield (*path, n), section
        yield from sections(section.sections, (*path, n, "sections"))


def stated(node: BaseModel) -> str:
    """Return what ``node``, a part of an outline, says, in one line."""
    return " ".join(said.text.replace("\n", " ") for said in _statements(node, (), (), ()))


def cited(node: BaseModel) -> tuple[str, ...]:
    """Return the lines that what ``node`` says cites, in its order."""
    return tuple(ref for said in _statements(node, (), (), ()) for ref in said.refs)


def _statements(
    node: BaseModel, path: Path, refs: tuple[str, ...], above: tuple[str, ...]
) -> Iterator[Statement]:
    refs = node.from_ if isinstance(node, model.Sourced) and node.from_ else refs
    beside, how = "\n".join(above), node.how if isinstance(node, model.Sourced) else ()
    if texts := tuple(_own_words(node)):
        yield Statement(path, texts, refs, how, beside)
    if full := getattr(node, "full", ()):
        whole = (full,) if isinstance(full, str) else full
        yield Statement((*path, "full"), tuple(map(shown, whole)), refs, (), beside)
    above = (*above, shown(node.title)) if isinstance(node, model.Section) else (*above, *texts)
    for name in type(node).model_fields:
        value = getattr(node, name)
        if isinstance(value, BaseModel):
            yield from _statements(value, (*path, name), refs, above)
        elif isinstance(value, tuple):
            for n, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from _statements(item, (*path, name, n), refs, above)


def _own_words(node: BaseModel) -> Iterator[str]:
    if isinstance(node, model.Figure):
        yield f"{node.value}{node.unit}"
    if isinstance(node, model.ChartBody):
        yield from plotted(node)
        return
    if isinstance(node, model.QuoteBody):
        yield from (f"「{shown(node.text)}」", *((shown(node.by),) if node.by else ()))
        return
    for name in type(node).model_fields:
        if name not in _WORDS or (name in ("title", "notes") and isinstance(node, model.Section)):
            continue
        if isinstance(node, model.TableBody) and name == "columns" and not node.from_:
            continue  # the program's own, over the author's list
        value = getattr(node, name)
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str) and text:
                yield shown(text)


def plotted(body: model.ChartBody) -> Iterator[str]:
    """Yield what a chart says whose numbers the outline has: its names, and each number."""
    names = (body.caption, *(s.name for s in body.series), *body.categories)
    yield from (shown(name) for name in names if name)
    numbers = (value for series in body.series for value in series.values)
    yield from (f"{value:.15g}{body.unit}" for value in numbers if value is not None)


@lru_cache(_KEPT)
def shown(text: str) -> str:
    """Return inline ``text`` without its marks, … in place of its variables."""
    return inline.plain(inline.parse(_VARIABLE.sub("…", text)))


def without_variables(text: str) -> str:
    """Return ``text`` without what Jinja2 would fill in."""
    return _VARIABLE.sub("", text)


def short(text: str) -> str:
    """Return the beginning of ``text``, to name it by."""
    text = text.replace("\n", " ")
    return text if len(text) <= 30 else f"{text[:29]}…"
