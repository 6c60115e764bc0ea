"""A text → what the page shows of it: its values, problems, changed slides and pages.

Runs in one thread at a time, beside the loop that talks to browsers; whoever has a newer text
drops the rest of a round.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from shiryo.article.model import Article
from shiryo.diagnostics import Diagnostic, Diagnostics, Failed, Path
from shiryo.outline.language import heads
from shiryo.outline.model import Outline
from shiryo.outline.remedies import MENDED
from shiryo.outline.yaml_lines import read
from shiryo.unreadable import Unreadable
from shiryo.warm import Inputs, Part, Warm
from shiryo.workspace.job import Job, prepare

Message: TypeAlias = dict[str, Any]


class Builder:
    """Builds one outline over and over, with all that it names."""

    def __init__(self, path: str, roots: Sequence[str], reads: Callable[[Job], None]) -> None:
        self._path, self._roots, self._reads = path, list(roots), reads
        self._named: object = None
        self._warm = Warm(path, Inputs({}))
        self._is_ready = False
        self._heads: Mapping[int, Path] = {}
        self.article: Article | None = None
        self.pages: dict[str, dict[int, str]] = {"deck": {}, "handout": {}}
        """The pages as they were last drawn, for a tab that comes later."""

    def stale(self) -> None:
        """Read what the outline names again, in the next round."""
        self._named = None

    def round(self, text: str) -> Iterator[Message]:
        """Yield what comes of a text: values, then problems and pages part by part."""
        self._heads = {}
        try:
            found = read(text)
            self._heads = heads(found.places)
            yield {"of": "data", "data": found.value}
        except Unreadable:
            yield {"of": "data", "data": None}
        for part in self._warm.round(text):
            if part.of == "outline" and part.outline:
                problems = self._prepared(text, part.outline)
                if not self._is_ready:
                    yield self._said(part, problems)
                    return
                yield self._said(part, problems)
            else:
                yield self._kept(self._said(part))

    def _prepared(self, text: str, outline: Outline) -> Diagnostics:
        """Read what the outline names, where that is not what it named before."""
        named = _named(outline)
        if named == self._named:
            return ()
        try:
            job = prepare(self._path, self._roots, text=text, whole=True).completed()
        except Failed as failure:
            return failure.diagnostics
        self._named, self.article, self._is_ready = named, job.article, True
        self._reads(job)
        self._warm.given(Inputs(job.templates, job.article, job.assets))
        return job.diagnostics

    def _said(self, part: Part, more: Diagnostics = ()) -> Message:
        problems = []
        for found in dict.fromkeys((*part.problems, *more)):
            path = self._path_of(found)
            problems.append(problem(found) | ({"path": path} if path else {}))
        made: Message = {"of": part.of, "problems": problems, "good": part.places is not None}
        if part.of in {"deck", "handout"}:
            made |= {"count": part.count, "pages": dict(part.pages)}
        return made

    def _path_of(self, found: Diagnostic) -> Path | None:
        """Return what a problem of the outline is about."""
        span = found.span
        is_here = span is not None and span.file == self._path
        return self._heads.get(span.line or 0) if span and is_here else None

    def _kept(self, message: Message) -> Message:
        pages = self.pages.get(message["of"])
        if pages is not None and message["count"]:
            pages |= message["pages"]
            for n in [n for n in pages if n >= message["count"]]:
                del pages[n]
        return message


def _named(outline: Outline) -> object:
    """Return what tells whether other files are needed."""
    from shiryo.outline.model import ChartBlock, ImageBlock

    files = [
        block.image.file if isinstance(block, ImageBlock) else block.chart.data
        for _, section in outline.walk()
        for block in section.blocks
        if isinstance(block, ImageBlock | ChartBlock)
    ]
    source = outline.source.file if outline.source else ""
    logo = outline.logo.file if outline.logo else ""
    is_full = outline.handout.variant == "full"
    return source, logo, outline.deck.template, outline.handout.template, is_full, tuple(files)


def problem(found: Diagnostic) -> Message:
    """Return a problem as JSON."""
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "hint": found.hint,
        "line": found.span.line if found.span else None,
        "file": found.span.file if found.span else None,
        "mends": found.code in MENDED,
    }
