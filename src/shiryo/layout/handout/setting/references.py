"""References within a handout: links to its sections, tables and figures, with number and page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from shiryo import document, inline, origins
from shiryo.document.walk import changed, texts
from shiryo.targets import Name, name
from shiryo.template.labels import filled
from shiryo.values import dataclass

_T = TypeVar("_T")
_SEE = origins.label("see")


@dataclass(frozen=True, slots=True)
class Numbers:
    """What tables, figures and sections are called: counted once, through the whole document."""

    labels: document.Labels
    captions: tuple[str, ...]
    """Of every block: ``表1``, ``図2``, or nothing for what has no caption."""
    names: Mapping[Name, str]
    """By the name that links use; empty for what has no number."""

    def word(self, pages: Mapping[Name, int]) -> Callable[[Name], str]:
        """Return what says how a reference is worded, given the pages, from 1, of all names."""

        def found(name: Name) -> str:
            if name not in self.names:
                return ""
            number, page = self.names[name], pages.get(name, 0)
            words = self.labels.see if number else self.labels.where
            return filled(words, number=number, page=page)

        return found


def numbered(handout: document.Handout) -> Numbers:
    """Count what has a number."""
    labels = handout.labels
    captions, names = list[str](), dict[Name, str]()
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


def refers(value: object) -> bool:
    """Tell whether something of a document holds a link to another place in it."""
    return any(run.href and name(run.href) is not None for text in texts(value) for run in text)


def resolved(value: _T, word: Callable[[Name], str]) -> _T:
    """Return something of a document with the words of its references.

    ``word`` gives what is written for a target, ``{text}`` standing for the text of the link, or
    nothing where that stays as it is.
    """
    return changed(value, lambda text: _text(text, word))


def _text(text: inline.Text, word: Callable[[Name], str]) -> inline.Text:
    made = list[inline.Run]()
    for href, group in groupby(text, lambda run: run.href):
        runs = list(group)
        target = name(href) if href else None
        words = word(target) if target is not None else ""
        if words:
            before, _, after = words.partition("{text}")
            link = replace(runs[0], ruby=None, note=None, origin=_SEE)
            runs = [replace(link, text=before), *runs, replace(link, text=after)]
        made += (run for run in runs if run.text or run.note)
    return tuple(made)
