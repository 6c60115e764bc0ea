"""A draft within what an outline may hold: what is more is refused, or cut and named."""

import operator
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from shiryo import limits
from shiryo.article.model import Article, Block, Kind
from shiryo.diagnostics import Diagnostic, Diagnostics, Failed, Span, diagnose
from shiryo.drafting import showing
from shiryo.drafting.wording.sentences import split
from shiryo.inline import escape
from shiryo.outline import bounds, model, statements

_GROWTH = 5
"""How many times as long a text may be when it is escaped (``{%``)."""
_NAMED = 100
"""How many places are named where something was cut; further ones are counted."""


def refuse(article: Article) -> None:
    """Raise Failed where the article is more than one outline takes, before the work is done."""
    counts = {
        "characters": (sum(map(_size, article.blocks)), limits.DRAFT_CHARACTERS),
        "blocks": (len(article.blocks), limits.DRAFT_BLOCKS),
        "sections": (_sections(article), limits.SECTIONS),
        "cells": (sum(map(_cells, article.blocks)), limits.TABLE_CELLS),
    }
    for name, (count, most) in counts.items():
        if count > most:
            said = {"count": f"{count:,}", "most": f"{most:,}"}
            raise Failed(diagnose(f"draft.too-many-{name}", Span(article.file), **said))


def _size(block: Block) -> int:
    if block.cells:  # the text of a table is its cells
        return sum(len(cell) for row in block.cells for cell in row)
    return len(block.text) + len(block.label)


def _cells(table: Block) -> int:
    return sum(min(len(row), limits.COLUMNS) for row in table.cells if any(row))


def _sections(article: Article) -> int:
    return 1 + sum(block.kind is Kind.HEADING for block in article.blocks)


def parted(text: str) -> list[str]:
    """Return a paragraph as inline text, in as many parts as its length needs."""
    if len(whole := escape(text)) <= limits.FIELD_CHARACTERS:
        return [whole]
    most = limits.FIELD_CHARACTERS // _GROWTH
    found: list[str] = [""]
    for sentence in split(text):
        for start in range(0, len(sentence), most):
            part = sentence[start : start + most]
            if len(found[-1]) + len(part) > most:
                found.append("")
            found[-1] += part
    return [escape(part) for part in found if part]


def fitted(outline: model.Outline, article: Article) -> tuple[model.Outline, Diagnostics]:
    """Return the outline with texts and lists that it may hold, and what was cut.

    Raises Failed where a section has more blocks than that.
    """
    cutter = _Cutter(article)
    sections, longer = showing.within(outline.sections)
    shown = outline.model_copy(update={"sections": sections}) if longer else outline
    made: model.Outline = cutter.node(shown, ())
    long = [diagnose("draft.long-section", Span(article.file), title=title) for title in longer]
    found = [*_columns(article), *_lists(article), *long, *cutter.found]
    if len(found) > _NAMED:
        more = diagnose("draft.cut-more", Span(article.file), count=len(found) - _NAMED)
        found = [*found[:_NAMED], more]
    return made, tuple(found)


class _Cutter:
    """Goes through an outline and cuts what is too long; ``found`` says what that was."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.found: list[Diagnostic] = []

    def node(self, node: Any, refs: tuple[str, ...]) -> Any:
        refs = node.from_ if isinstance(node, model.Sourced) and node.from_ else refs
        changes = {}
        for name in type(node).model_fields:
            value = getattr(node, name)
            if (made := self._value(value, name, refs)) is not value:
                changes[name] = made
        return node.model_copy(update=changes) if changes else node

    def _value(self, value: Any, name: str, refs: tuple[str, ...]) -> Any:
        if isinstance(value, str) and len(value) > (most := bounds.most_characters(name)):
            self._say("draft.cut-text", value, refs, len(value), most)
            return _shortened(value, most)
        if isinstance(value, tuple):
            if len(value) > (most := bounds.most_items(name)):
                value = self._fewer(value, name, refs, most)
            made = tuple([self._value(part, name, refs) for part in value])
            return made if any(map(operator.is_not, made, value)) else value
        return self.node(value, refs) if isinstance(value, model.Node) else value

    def _fewer(
        self, values: tuple[Any, ...], name: str, refs: tuple[str, ...], most: int
    ) -> tuple[Any, ...]:
        code = "draft.too-many-parts-of-section" if name == "blocks" else "draft.too-many-parts"
        self._say(code, _said(values[0]), refs, len(values), most)
        if name == "blocks":
            raise Failed(self.found[-1])
        return values[:most]

    def _say(self, code: str, text: str, refs: tuple[str, ...], count: int, most: int) -> None:
        at = self._article.span(*model.line_range(refs[0])) if refs else Span(self._article.file)
        said = {"count": f"{count:,}", "most": f"{most:,}"}
        self.found.append(diagnose(code, at, text=statements.short(text[:100]), **said))


def _said(part: object) -> str:
    return statements.stated(part) if isinstance(part, model.Node) else str(part)


def _shortened(text: str, most: int) -> str:
    """Return the beginning of inline text; no sign of it is parted from what escapes it."""
    kept = text[: most - 1]
    if kept.rfind("{{") > kept.rfind("}}"):
        kept = kept[: kept.rfind("{{")]
    return kept.rstrip("\\") + "…"


def _columns(article: Article) -> Iterator[Diagnostic]:
    """Yield the tables of which the outline has only the first columns."""
    for block in article.blocks:
        count = max(map(len, block.cells), default=0)
        if block.kind is Kind.TABLE and count > limits.COLUMNS:
            at = article.span(block.first, block.last)
            yield diagnose("draft.cut-columns", at, count=f"{count:,}", most=limits.COLUMNS)


def _lists(article: Article) -> Iterator[Diagnostic]:
    """Yield the lists of which slides have only the first items."""
    for kind, group in groupby(article.blocks, key=lambda block: block.kind):
        found = list(group) if kind is Kind.ITEM else []
        if len(found) > limits.DRAFT_ITEMS:
            said = {"count": f"{len(found):,}", "most": f"{limits.DRAFT_ITEMS:,}"}
            yield diagnose("draft.long-list", article.span(found[0].first, found[-1].last), **said)
