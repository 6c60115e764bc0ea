"""References within a handout: links to its sections, tables and figures, with number and page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import groupby
from typing import Any, TypeVar

from shiryo import document, inline
from shiryo.template.labels import filled

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Numbers:
    """What tables, figures and sections are called: counted once, through the whole document."""

    labels: document.Labels
    captions: tuple[str, ...]
    """Of every block: ``表1``, ``図2``, or nothing for what has no caption."""
    names: Mapping[str, str]
    """By the name that links use; empty for what has no number."""

    def word(self, pages: Mapping[str, int]) -> Callable[[str], str]:
        """Return what says how a reference is worded, given the pages, from 1, of all names."""

        def found(name: str) -> str:
            if name not in self.names:
                return ""
            number, page = self.names[name], pages.get(name, 0)
            words = self.labels.see if number else self.labels.where
            return filled(words, number=number, page=page)

        return found


def numbered(handout: document.Handout) -> Numbers:
    """Count what has a number."""
    labels = handout.labels
    captions, names = list[str](), dict[str, str]()
    counts = {labels.table: 0, labels.figure: 0}
    for section in sections(handout.sections):
        names[section.id] = filled(labels.section, n=section.number) if section.number else ""
        for n, block in enumerate(section.blocks):
            kind = _kind(block, labels)
            if kind:
                counts[kind] += 1
            captions.append(filled(kind, n=counts[kind]) if kind else "")
            if n < len(section.names) and section.names[n]:
                names[section.names[n]] = captions[-1]
    return Numbers(labels, tuple(captions), names)


def sections(found: tuple[document.Section, ...]) -> Iterator[document.Section]:
    """Yield sections, and those in them, in the order in which they are read."""
    for section in found:
        yield section
        yield from sections(section.sections)


def _kind(block: document.Block, labels: document.Labels) -> str:
    if isinstance(block, document.Table) and block.caption:
        return labels.table
    if isinstance(block, document.Chart | document.Image) and block.caption:
        return labels.figure
    return ""


def refers(value: Any) -> bool:
    """Tell whether something of a document holds a link to another place in it."""
    if isinstance(value, inline.Run):
        return bool(value.href and value.href.startswith("#")) or refers(value.note)
    if isinstance(value, tuple):
        return any(map(refers, value))
    if is_dataclass(value):
        return any(refers(getattr(value, field.name)) for field in fields(value))
    return False


def resolved(value: _T, word: Callable[[str], str]) -> _T:
    """Return something of a document with the words of its references.

    ``word`` gives what is written for a target, ``{text}`` standing for the text of the link, or
    nothing where that stays as it is.
    """
    if isinstance(value, tuple) and value and all(isinstance(v, inline.Run) for v in value):
        return _text(value, word)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(resolved(part, word) for part in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        parts = ((field.name, getattr(value, field.name)) for field in fields(value))
        changed = {name: resolved(part, word) for name, part in parts if refers(part)}
        return replace(value, **changed) if changed else value
    return value


def _text(text: inline.Text, word: Callable[[str], str]) -> inline.Text:
    made = list[inline.Run]()
    for href, group in groupby(text, lambda run: run.href):
        runs = list(group)
        words = word(href[1:]) if href and href.startswith("#") else ""
        if words:
            before, _, after = words.partition("{text}")
            link = replace(runs[0], ruby=None, note=None)
            runs = [replace(link, text=before), *runs, replace(link, text=after)]
        made += (run for run in runs if run.text or run.note)
    return tuple(made)
