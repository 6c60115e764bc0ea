"""What composing works on, and the collecting of its diagnostics."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from shiryo import inline
from shiryo.article.model import Article
from shiryo.compose.words import Words
from shiryo.diagnostics import Diagnostic, Diagnostics, Span, diagnose
from shiryo.outline.model import LineRange, Outline
from shiryo.outline.yaml import Places
from shiryo.template.model import Template

Path = tuple[str | int, ...]
"""Where a value stands in the outline: keys and indexes."""


@dataclass(frozen=True)
class Material:
    """An outline with all that it refers to."""

    outline: Outline
    places: Places
    file: str
    """The outline's path as the user gave it."""
    article: Article | None = None
    assets: Mapping[str, bytes | None] = field(default_factory=dict)
    """The files that it names: path as written → bytes, None where there is none."""


class Composer:
    """Turns texts of the outline into inline text and keeps what went wrong."""

    def __init__(self, material: Material, template: Template) -> None:
        self.material = material
        self.outline = material.outline
        self.theme = template.theme
        self.words = Words(template, material.outline)
        self._diagnostics: dict[Diagnostic, None] = {}

    @property
    def diagnostics(self) -> Diagnostics:
        """What went wrong so far, each once, in order."""
        return tuple(self._diagnostics)

    def report(self, code: str, path: Path, **values: Any) -> None:
        """Keep a diagnostic that points to ``path`` of the outline."""
        span = Span(self.material.file, self.line(path) or None)
        self._diagnostics[diagnose(code, span, **values)] = None

    def line(self, path: Path) -> int:
        """Return the line of the outline where ``path`` is written; 0 if unknown."""
        return self.material.places.line(path) or 0

    def string(self, source: str, path: Path) -> str:
        """Fill the variables of ``source``; what cannot be filled is reported and left as it is."""
        value, problem = self.words.fill(source)
        if problem:
            self.report(problem[0], path, **problem[1])
        return value

    def text(self, source: str, path: Path) -> inline.Text:
        """Turn a text of the outline into inline text."""
        return inline.parse(self.string(source, path))

    def added(self, word: str, **values: Any) -> inline.Text:
        """Return words of the template as inline text."""
        return inline.parse(self.words.render(word, **values).strip())

    def label(self, name: str) -> inline.Text:
        """Return a label of the theme as inline text."""
        return (inline.Run(self.theme.labels[name]),)

    def cited(self, lines: tuple[LineRange, ...]) -> tuple[tuple[str, list[str]], ...]:
        """Return each range as words with the lines of the article that stand there."""
        article = self.material.article
        if article is None:
            return ()
        return tuple(
            (self.words.lines([(first, last)]), article.cited(first, last).splitlines())
            for first, last in lines
            if article.cited(first, last)
        )

    def source(self, lines: tuple[LineRange, ...]) -> inline.Text:
        """Return the line that says which lines of the article something comes from."""
        if not lines or self.outline.source is None:
            return ()
        return self.added("source-line", lines=lines, article=self.theme.labels["article"])


def union(ranges: list[LineRange]) -> tuple[LineRange, ...]:
    """Return the ranges sorted, with those that touch or overlap made one."""
    merged: list[LineRange] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)
